import { isUtf8 } from 'node:buffer'
import { Invalid } from '../../platform/index.ts'

export const textEncodings = ['utf-8', 'windows-1252'] as const
/** How the bytes of a file are letters. Spreadsheets on Windows save CSV as windows-1252 unless UTF-8 is asked. */
export type TextEncoding = (typeof textEncodings)[number]

/** What to do about bytes that are no UTF-8, where the caller knows nothing better. */
const saveAgain =
  'Save the file as UTF-8 (in a spreadsheet: "CSV UTF-8"), or say that it is windows-1252 where that can be chosen.'
const longestLineBytes = 8_000_000
const longestPieceBytes = 65_536

/**
 * Bytes to text in pieces of whole characters, of which the lines do not matter: JSON and XML may be one line as long as the file. A byte-order
 * mark is dropped.
 *
 * @param name of the file, for messages
 * @throws Invalid with the line where the bytes are not of this encoding, and for UTF-16
 */
export async function* decodePieces(
  name: string,
  bytes: AsyncIterable<Buffer | Uint8Array>,
  encoding: TextEncoding = 'utf-8',
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  let line = 1
  let first = true
  const decoded = (chunk: Buffer, isLast: boolean): string => {
    try {
      return decoder.decode(chunk, { stream: !isLast })
    } catch {
      throw notThis(name, line + linesBeforeBad(chunk), saveAgain)
    }
  }
  for await (const chunk of bytes) {
    const read = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (first && read.length >= 2) {
      refuseUtf16(name, read, saveAgain)
      first = false
    }
    for (let at = 0; at < read.length; at += longestPieceBytes) {
      const piece = read.subarray(at, at + longestPieceBytes)
      const text = decoded(piece, false)
      if (text !== '') yield text
      line += countLines(piece)
    }
  }
  const end = decoded(Buffer.alloc(0), true)
  if (end !== '') yield end
}

/**
 * Bytes to text, whole lines at a time, flat in memory. A byte-order mark is dropped.
 *
 * @param name of the file, for messages
 * @param advice what to do about bytes that are not of this encoding
 * @throws Invalid with the line where the bytes are not of this encoding, where a line is longer than 8 MB, and for UTF-16
 */
export async function* decodeText(
  name: string,
  bytes: AsyncIterable<Buffer | Uint8Array>,
  encoding: TextEncoding = 'utf-8',
  advice: string = saveAgain,
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  let line = 1
  let rest: Buffer = Buffer.alloc(0)
  let first = true
  for await (const chunk of bytes) {
    const read = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk])
    if (first && read.length >= 2) {
      refuseUtf16(name, read, advice)
      first = false
    }
    const end = read.lastIndexOf(0x0a) + 1
    const whole = read.subarray(0, end)
    rest = read.subarray(end)
    if (encoding === 'utf-8' && !isUtf8(whole)) throw notThis(name, line + linesBeforeBad(whole), advice)
    if (rest.length > longestLineBytes) throw tooLong(name, line)
    if (whole.length > 0) yield decoder.decode(whole, { stream: true })
    line += countLines(whole)
  }
  if (encoding === 'utf-8' && !isUtf8(rest)) throw notThis(name, line, advice)
  const end = decoder.decode(rest)
  if (end !== '') yield end
}

function refuseUtf16(name: string, bytes: Buffer, advice: string): void {
  const mark = bytes.readUInt16BE(0)
  if (mark === 0xfffe || mark === 0xfeff || bytes[1] === 0 || bytes[0] === 0) {
    throw new Invalid(`${name}:1`, `${name}, line 1: the text is not UTF-8 but UTF-16, or it is no text at all. ${advice}`)
  }
}

function notThis(name: string, line: number, advice: string): Invalid {
  return new Invalid(`${name}:${line}`, `${name}, line ${line}: the text is not UTF-8. ${advice}`)
}

function tooLong(name: string, line: number): Invalid {
  return new Invalid(`${name}:${line}`, `${name}, line ${line}: this line is longer than ${longestLineBytes / 1_000_000} MB.`)
}

function countLines(bytes: Buffer): number {
  let count = 0
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, at + 1)) count++
  return count
}

/** How many lines stand before the first one that is not UTF-8. */
function linesBeforeBad(bytes: Buffer): number {
  let count = 0
  let from = 0
  for (let at = bytes.indexOf(0x0a); at !== -1; at = bytes.indexOf(0x0a, from)) {
    if (!isUtf8(bytes.subarray(from, at))) return count
    count++
    from = at + 1
  }
  return count
}
