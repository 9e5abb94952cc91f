import { fromBufferPromise } from 'yauzl'
import { cvFileLimits } from './limits.ts'
import { Refused } from './refusal.ts'

/** No part of a Word file declares these: they are how XML is made to explode. */
const forbidden = /<!(?:DOCTYPE|ENTITY)/i

/**
 * Looks through a zip before anything reads it: how much it says it unpacks to, whether it does not lie about that, names that leave the
 * folder, and XML that declares entities.
 * @returns the names in it
 * @throws Refused
 */
export async function checkZip(bytes: Uint8Array): Promise<ReadonlySet<string>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const zip = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false })
  const names = new Set<string>()
  let unpacked = 0
  // yauzl refuses names with `..`, a drive or a leading slash, and entries longer than they say.
  for await (const entry of zip.eachEntry()) {
    names.add(entry.fileName)
    unpacked += entry.uncompressedSize
    if (names.size > cvFileLimits.zipEntries || unpacked > cvFileLimits.unpackedBytes) throw new Refused('tooMuch')
    if (entry.isEncrypted()) throw new Refused('oldWord')
    if (/\.(?:xml|rels)$/i.test(entry.fileName)) {
      const chunks: Buffer[] = []
      for await (const chunk of await zip.openReadStreamPromise(entry)) chunks.push(chunk as Buffer)
      if (forbidden.test(lettersOnly(Buffer.concat(chunks)))) throw new Refused('damaged')
    }
  }
  return names
}

/** In UTF-16 the same words have zeros between them. */
function lettersOnly(xml: Buffer): string {
  return xml.toString('latin1').replaceAll('\u0000', '')
}
