import type { TrainingFileKind } from '../trainings/index.ts'
import { ProgrammeRefusal } from './refusal.ts'

/** Ten megabytes are some thousands of programmes: who has more has a feed. */
export const mostUploadBytes = 10_000_000

/** A file as somebody sent it. Its name says at most how it is written. */
export interface Upload {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a file of another sort begins with. */
const signatures: readonly (readonly ['zip' | 'wrongType', readonly number[]])[] = [
  ['zip', [0x50, 0x4b]],
  ['zip', [0x1f, 0x8b]],
  ['wrongType', [0x25, 0x50, 0x44, 0x46]],
  ['wrongType', [0xd0, 0xcf, 0x11, 0xe0]],
  ['wrongType', [0xff, 0xd8, 0xff]],
  ['wrongType', [0x89, 0x50, 0x4e, 0x47]],
  ['wrongType', [0x47, 0x49, 0x46, 0x38]],
  // An XML or HTML page.
  ['wrongType', [0x3c]],
]

/** How a file is written, by what it begins with and then by its name. @throws ProgrammeRefusal `tooLarge`, `empty`, `zip`, `wrongType` */
export function kindOfUpload({ name, bytes }: Upload): TrainingFileKind {
  if (bytes.byteLength > mostUploadBytes) throw new ProgrammeRefusal('tooLarge')
  if (bytes.byteLength === 0) throw new ProgrammeRefusal('empty')
  const [other] = signatures.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte)) ?? []
  if (other !== undefined) throw new ProgrammeRefusal(other)
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 100_000))
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (start.startsWith('[')) return 'json'
  if (start.startsWith('{')) return isLines(start) ? 'ndjson' : 'json'
  const ending = /\.(csv|tsv|txt)$/i.test(name)
  if (ending || /^[^\n]*[;,\t][^\n]*\r?\n/.test(start)) return 'csv'
  throw new ProgrammeRefusal('wrongType')
}

/** One whole object a line, and more than one. */
function isLines(start: string): boolean {
  const [first = '', second = ''] = start.split('\n', 2)
  if (!second.trimStart().startsWith('{')) return false
  try {
    return typeof JSON.parse(first) === 'object'
  } catch {
    return false
  }
}
