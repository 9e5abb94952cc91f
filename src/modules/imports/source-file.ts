import { createReadStream } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, extname, join } from 'node:path'
import { Readable } from 'node:stream'
import { Invalid } from '../../platform/index.ts'

/** Text with the name of the file it would be in: the ending says how to read it. */
export interface SourceText {
  readonly name: string
  readonly text: string
}

/** Bytes that come from elsewhere, as an answer of a feed, with the name that messages call them by. */
export interface SourceBytes {
  readonly name: string
  readonly bytes: AsyncIterable<Buffer | Uint8Array>
}

/** A file or folder, a text, or bytes. */
export type ImportSource = string | SourceText | SourceBytes

/** One file, read once. */
export interface SourceFile {
  readonly name: string
  readonly size?: number
  bytes(): AsyncIterable<Buffer | Uint8Array>
}

/**
 * The files of a source, one after the other, by name.
 *
 * @param what the records are, for messages: `vacancies`
 * @param endings of the files of a folder that are read: `.csv`
 * @throws Invalid when there is no such file, or a folder holds none
 */
export async function* filesOf(source: ImportSource, what: string, endings: readonly string[]): AsyncGenerator<SourceFile> {
  if (typeof source !== 'string') {
    yield 'text' in source
      ? { name: source.name, size: source.text.length, bytes: () => Readable.from([Buffer.from(source.text)]) }
      : { name: source.name, bytes: () => source.bytes }
    return
  }
  const info = await stat(source).catch(() => {
    throw new Invalid(source, `There is no file or folder ${source}.`)
  })
  if (!info.isDirectory()) {
    yield fileAt(source, basename(source), info.size)
    return
  }
  const names = await namesIn(source, endings)
  if (names.length === 0) throw new Invalid(source, `There is no file in ${source} that can hold ${what}: ${endings.join(', ')}.`)
  for (const name of names) yield fileAt(join(source, name), name, (await stat(join(source, name))).size)
}

function fileAt(path: string, name: string, size: number): SourceFile {
  return { name, size, bytes: () => createReadStream(path) }
}

async function namesIn(folder: string, endings: readonly string[]): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && endings.includes(extname(entry.name).toLowerCase()))
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length)
        .replace(/^[\\/]+/, '')
        .replaceAll('\\', '/'),
    )
    .sort()
}
