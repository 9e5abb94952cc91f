import { Invalid } from '../../../platform/index.ts'
import { decodeText, filesOf, type ImportSource, type SourceFile, type TextEncoding } from '../../imports/index.ts'
import { findCsvRows } from '../csv/find-csv-rows.ts'
import { postingsInHtml } from '../job-postings/html-postings.ts'
import { postingsInJsonFile } from '../job-postings/json-file.ts'
import { postingsInLines } from '../job-postings/line-postings.ts'
import { postingsInText } from '../job-postings/text-postings.ts'
import { findOpenings } from '../setu/find-openings.ts'
import { type FileKind, kindByName, kindByStart, vacancyEndings } from './file-kind.ts'
import type { FoundRecord } from './record-format.ts'

export interface FindOptions {
  /** For sources whose name does not tell. */
  readonly kind?: FileKind
  /** Of CSV files. */
  readonly encoding?: TextEncoding
}

/** Pages and texts are read whole; all others are streamed. */
const mostWholeBytes = 32 * 2 ** 20

/**
 * Every record in a source, file by file. A file that cannot be read, or not to its end, is one problem among the others: what came before
 * stands. @throws Invalid when there is no such file.
 */
export async function* findRecords(
  source: ImportSource,
  options: FindOptions = {},
): AsyncGenerator<FoundRecord & { readonly source: string }> {
  for await (const file of filesOf(source, 'vacancies', vacancyEndings)) {
    let any = false
    try {
      for await (const found of inFile(file, options)) {
        any ||= found.note === undefined
        yield { source: file.name, ...found }
      }
    } catch (error) {
      if (!(error instanceof Invalid)) throw error
      yield { source: file.name, place: error.where, problem: error.message, record: '', cutShort: true }
      continue
    }
    if (!any) {
      const problem = 'There is no vacancy in this file.'
      yield { source: file.name, place: file.name, problem, record: '', cutShort: true }
    }
  }
}

async function* inFile(file: SourceFile, options: FindOptions): AsyncGenerator<FoundRecord> {
  const { kind, bytes } = await kindOf(file, options.kind)
  switch (kind) {
    case 'json':
      yield* postingsInJsonFile({ ...file, bytes: () => bytes })
      break
    case 'ndjson':
      yield* postingsInLines(file.name, bytes)
      break
    case 'html':
      yield* postingsInHtml(file.name, await whole(file.name, bytes))
      break
    case 'text':
      yield* postingsInText(file.name, await whole(file.name, bytes))
      break
    case 'xml':
      yield* findOpenings(file.name, bytes)
      break
    case 'csv':
      yield* findCsvRows(file.name, bytes, options.encoding)
      break
  }
}

async function kindOf(
  file: SourceFile,
  said: FileKind | undefined,
): Promise<{ readonly kind: FileKind; readonly bytes: AsyncIterable<Buffer | Uint8Array> }> {
  const known = said ?? kindByName(file.name)
  if (known !== undefined) return { kind: known, bytes: file.bytes() }
  const pieces = file.bytes()[Symbol.asyncIterator]()
  const first = await pieces.next()
  if (first.done) throw new Invalid(file.name, `${file.name} is empty.`)
  async function* all(): AsyncGenerator<Buffer | Uint8Array> {
    try {
      yield first.value
      for (let next = await pieces.next(); !next.done; next = await pieces.next()) yield next.value
    } finally {
      await pieces.return?.()
    }
  }
  return { kind: kindByStart(first.value), bytes: all() }
}

async function whole(name: string, bytes: AsyncIterable<Buffer | Uint8Array>): Promise<string> {
  const pieces: string[] = []
  let size = 0
  for await (const text of decodeText(name, bytes)) {
    size += text.length
    if (size > mostWholeBytes) throw new Invalid(name, `${name} is larger than ${mostWholeBytes / 2 ** 20} MB.`)
    pieces.push(text)
  }
  return pieces.join('')
}
