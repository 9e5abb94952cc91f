import { createHash } from 'node:crypto'
import { fileTypeFromBuffer } from 'file-type'
import type { FileType } from './activity.ts'
import { checkDocx } from './check-docx.ts'
import { FileRefused } from './refused.ts'

/** In bytes: of one file, and of all files of a placement. */
export const evidenceLimits = { fileBytes: 10_000_000, placementBytes: 100_000_000, nameLetters: 120 } as const

/** How a file is sent: never as something that a browser runs or shows within the site. */
export const sentAs: Readonly<Record<FileType, { readonly mime: string; readonly ending: string }>> = {
  pdf: { mime: 'application/pdf', ending: 'pdf' },
  png: { mime: 'image/png', ending: 'png' },
  jpeg: { mime: 'image/jpeg', ending: 'jpg' },
  text: { mime: 'text/plain; charset=utf-8', ending: 'txt' },
  docx: { mime: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', ending: 'docx' },
}

export interface CheckedFile {
  readonly type: FileType
  readonly bytes: number
  readonly sha256: string
}

/**
 * What a file is by its contents; its name and what the browser says of it count for nothing.
 * @throws FileRefused
 */
export async function checkFile(contents: Uint8Array): Promise<CheckedFile> {
  if (contents.length === 0) throw new FileRefused('empty')
  if (contents.length > evidenceLimits.fileBytes) throw new FileRefused('tooLarge')
  const type = await typeOf(contents)
  return { type, bytes: contents.length, sha256: createHash('sha256').update(contents).digest('hex') }
}

async function typeOf(contents: Uint8Array): Promise<FileType> {
  // Before anything else unpacks it.
  if (startsWith(contents, [0x50, 0x4b])) {
    await checkDocx(contents)
    return 'docx'
  }
  const found = await fileTypeFromBuffer(contents).catch(() => undefined)
  switch (found?.mime) {
    case 'application/pdf':
      return 'pdf'
    case 'image/png':
      return 'png'
    case 'image/jpeg':
      return 'jpeg'
    case undefined:
      return textOf(contents)
    case 'application/xml':
    case 'text/html':
    case 'image/svg+xml' as never:
      throw new FileRefused('markup')
    default:
      throw new FileRefused('type')
  }
}

/** Text that is no markup: a browser or viewer that guesses finds nothing to run in it. */
const markup = /^\s*(?:<\?xml|<!--|<!doctype|<!entity)|<\s*(?:svg|html|head|body|script|iframe|object|embed|link|style)\b/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what makes a file no text
const noText = /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f\u007f]/

function textOf(contents: Uint8Array): FileType {
  let text: string
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(contents)
  } catch {
    throw new FileRefused('type')
  }
  if (noText.test(text)) throw new FileRefused('type')
  if (markup.test(text)) throw new FileRefused('markup')
  return 'text'
}

const startsWith = (contents: Uint8Array, bytes: readonly number[]): boolean => bytes.every((byte, at) => contents[at] === byte)

/** A name that can stand in a header and on a disk: letters, digits and a few signs, with the ending of what the file is. */
export function safeName(given: string, type: FileType): string {
  const base = (given.split(/[/\\]/).at(-1) ?? '').normalize('NFC').replace(/\.[^.]{0,8}$/, '')
  const kept = base
    .replace(/[^\p{L}\p{N} ._-]/gu, '_')
    .replace(/^[. ]+/, '')
    .slice(0, evidenceLimits.nameLetters)
    .trim()
  return `${kept === '' ? 'bestand' : kept}.${sentAs[type].ending}`
}
