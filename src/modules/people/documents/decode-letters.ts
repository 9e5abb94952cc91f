import { isUtf8 } from 'node:buffer'
import { Refused } from './refusal.ts'

/** Control characters that no text holds; tab, line ends and form feed it may. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const notText = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/

/**
 * The text in bytes of UTF-8, UTF-16 (with its mark, or with every second byte zero), or else of windows-1252, the old default of Windows. A
 * byte-order mark is dropped.
 * @throws Refused when it is no text
 */
export function decodeLetters(bytes: Uint8Array): string {
  const text = new TextDecoder(encodingOf(bytes)).decode(bytes).replace(/^\ufeff/, '')
  if (notText.test(text)) throw new Refused('kind')
  return text
}

function encodingOf(bytes: Uint8Array): string {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  if (isUtf8(bytes) && !bytes.includes(0)) return 'utf-8'
  const most = Math.min(bytes.length, 1_000)
  const zeros = [0, 0]
  for (let at = 0; at < most; at++) if (bytes[at] === 0) zeros[at % 2]!++
  // Letters of our alphabet in UTF-16 have a zero in the same half nearly every time.
  if (zeros[1]! > most / 3) return 'utf-16le'
  if (zeros[0]! > most / 3) return 'utf-16be'
  return 'windows-1252'
}
