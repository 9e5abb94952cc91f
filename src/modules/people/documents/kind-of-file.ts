/** What a file is by its first bytes: names and extensions say what somebody hopes it is. */
export type FileKind = 'pdf' | 'zip' | 'oldWord' | 'picture' | 'other' | 'letters'

/** PDF programs allow anything before the header, as long as it begins within the first kilobyte. */
const pdfHeaderWithin = 1_024

const signatures: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  // The compound file of Word before 2007, and of every Office file with a password.
  ['oldWord', [0xd0, 0xcf, 0x11, 0xe0]],
  ['picture', [0xff, 0xd8, 0xff]],
  ['picture', [0x89, 0x50, 0x4e, 0x47]],
  ['picture', [0x47, 0x49, 0x46, 0x38]],
  ['picture', [0x49, 0x49, 0x2a, 0x00]],
  ['picture', [0x4d, 0x4d, 0x00, 0x2a]],
  // `{\rtf`
  ['other', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
]

export function kindOfFile(bytes: Uint8Array): FileKind {
  const known = signatures.find(([, signature]) => signature.every((byte, at) => bytes[at] === byte))
  if (known) return known[0]
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, pdfHeaderWithin))
  return start.includes('%PDF-') ? 'pdf' : 'letters'
}
