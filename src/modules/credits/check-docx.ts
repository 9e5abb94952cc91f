import { fromBufferPromise } from 'yauzl'
import { FileRefused } from './refused.ts'

/** What a document of people who work has at most: a report with pictures stays far below it. */
const most = { entries: 2_000, unpackedBytes: 100_000_000, xmlBytes: 30_000_000 } as const
/** No part of a Word file declares these: they are how XML is made to explode. */
const forbidden = /<!(?:DOCTYPE|ENTITY)/i
const mustHave = ['[Content_Types].xml', 'word/document.xml']

/**
 * Looks through a zip before it is kept as a DOCX: everything is unpacked to count what it really holds, and nothing of that stays.
 * @throws FileRefused: a zip bomb, macros, a password, damaged, or no document at all
 */
export async function checkDocx(bytes: Uint8Array): Promise<void> {
  const names = await entriesOf(bytes).catch((error: unknown) => {
    if (error instanceof FileRefused) throw error
    throw new FileRefused('damaged')
  })
  if (!mustHave.every((name) => names.has(name))) throw new FileRefused('type')
  if ([...names].some((name) => /vbaProject\.bin$|\/activeX\//i.test(name))) throw new FileRefused('macros')
}

async function entriesOf(bytes: Uint8Array): Promise<ReadonlySet<string>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false })
  const names = new Set<string>()
  let unpacked = 0
  // yauzl refuses names with `..`, a drive or a leading slash, and entries longer or shorter than they say.
  for await (const entry of zip.eachEntry()) {
    names.add(entry.fileName)
    if (names.size > most.entries || unpacked + entry.uncompressedSize > most.unpackedBytes) throw new FileRefused('zipBomb')
    if (entry.isEncrypted()) throw new FileRefused('macros')
    if (entry.fileName.endsWith('/')) continue
    const isXml = /\.(?:xml|rels)$/i.test(entry.fileName)
    if (isXml && entry.uncompressedSize > most.xmlBytes) throw new FileRefused('zipBomb')
    const chunks: Buffer[] = []
    for await (const chunk of await zip.openReadStreamPromise(entry)) {
      unpacked += (chunk as Buffer).length
      if (unpacked > most.unpackedBytes) throw new FileRefused('zipBomb')
      if (isXml) chunks.push(chunk as Buffer)
    }
    // In UTF-16 the same words have zeros between them.
    if (forbidden.test(Buffer.concat(chunks).toString('latin1').replaceAll('\u0000', ''))) throw new FileRefused('damaged')
  }
  return names
}
