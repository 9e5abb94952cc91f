import { basename, dirname, posix } from 'node:path'
import { type Entry, openPromise, type ZipFile } from 'yauzl'
import { Invalid } from '../../../platform/index.ts'
import { deepestFolder, type OpenRelease, type ReleaseFile, type ReleasePart } from './release.ts'

/** What a zip file may be at most. The whole of ESCO in one language is about 40 MB unpacked and shrinks about tenfold. */
const limits = { entries: 10_000, unpackedBytes: 600_000_000, ratio: 200, ratioFromBytes: 100_000 }

/**
 * Opens a zip file without unpacking it: files are read as streams, never written. Refuses a zip bomb, a path outside the
 * archive, links, encryption and damage. Sizes are checked by what the archive says and again while reading.
 */
export async function openZip(path: string): Promise<OpenRelease> {
  const zip = await openPromise(path, {
    lazyEntries: true,
    autoClose: false,
    validateEntrySizes: true,
    decodeStrings: true,
  }).catch((error: unknown) => {
    throw damaged(path, error)
  })
  try {
    return { parts: await listParts(path, zip), close: () => zip.close() }
  } catch (error) {
    zip.close()
    throw error instanceof Invalid ? error : damaged(path, error)
  }
}

async function listParts(path: string, zip: ZipFile): Promise<ReleasePart[]> {
  if (zip.entryCount > limits.entries)
    throw refused(path, path, `it holds ${zip.entryCount} files; at most ${limits.entries} are read`)
  const folders = new Map<string, ReleaseFile[]>()
  let unpackedBytes = 0
  for await (const entry of zip.eachEntry()) {
    unpackedBytes += entry.uncompressedSize
    check(path, entry, unpackedBytes)
    const name = entry.fileName
    if (name.endsWith('/') || !name.toLowerCase().endsWith('.csv') || name.startsWith('__MACOSX/')) continue
    const folder = posix.dirname(name)
    const files = folders.get(folder) ?? []
    files.push({ name: posix.basename(name), open: () => openEntry(path, zip, entry) })
    folders.set(folder, files)
  }
  return [...folders]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([folder, files]) => ({ name: folder === '.' ? basename(path) : `${basename(path)}/${folder}`, files: byName(files) }))
}

function byName(files: readonly ReleaseFile[]): ReleaseFile[] {
  return files.toSorted((a, b) => (a.name < b.name ? -1 : 1))
}

function check(path: string, entry: Entry, unpackedBytes: number): void {
  const name = entry.fileName
  if (unpackedBytes > limits.unpackedBytes) {
    throw refused(path, name, `unpacked it would be more than ${limits.unpackedBytes / 1_000_000} MB`)
  }
  if (entry.uncompressedSize > limits.ratioFromBytes && entry.uncompressedSize > entry.compressedSize * limits.ratio) {
    throw refused(path, name, `the file "${name}" would grow more than ${limits.ratio} times`)
  }
  if (name.startsWith('/') || name.includes('\\') || name.split('/').includes('..') || /^[a-z]:/i.test(name)) {
    throw refused(path, name, `the path "${name}" leads outside the archive`)
  }
  if (dirname(name).split('/').length > deepestFolder) throw refused(path, name, `the path "${name}" is too deep`)
  if (entry.isEncrypted()) throw refused(path, name, `the file "${name}" is encrypted`)
  // The upper half of the attributes is the Unix mode; 0o120000 is a symbolic link.
  if (((entry.externalFileAttributes >>> 16) & 0o170000) === 0o120000) throw refused(path, name, `"${name}" is a link`)
}

async function openEntry(path: string, zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  const stream = await zip.openReadStreamPromise(entry).catch((error: unknown) => {
    throw damaged(`${path}: ${entry.fileName}`, error)
  })
  return guarded(`${path}: ${entry.fileName}`, entry, stream)
}

/** Counts what really comes out: an archive can lie about its sizes. */
async function* guarded(place: string, entry: Entry, stream: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let bytes = 0
  try {
    for await (const chunk of stream) {
      bytes += chunk.length
      if (bytes > entry.uncompressedSize) throw refused(place, entry.fileName, 'it unpacks to more than it says')
      yield chunk
    }
  } catch (error) {
    throw error instanceof Invalid ? error : damaged(place, error)
  }
}

function refused(path: string, entry: string, why: string): Invalid {
  return new Invalid(`${path}: ${entry}`, `${path} is refused: ${why}. Download the release again from the ESCO site.`)
}

function damaged(path: string, error: unknown): Invalid {
  const why = error instanceof Error ? error.message : String(error)
  return new Invalid(path, `${path} cannot be read as a zip file (${why}). Download it again, or unpack it and give the folder.`)
}
