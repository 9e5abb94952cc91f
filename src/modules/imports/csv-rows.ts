import { Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Invalid } from '../../platform/index.ts'
import { decodeText, type TextEncoding } from './decode-text.ts'

/** The names a column goes by in files, by the name it has for us. The first is the one we write. */
export type CsvColumns = Readonly<Record<string, readonly string[]>>

/** A row of the file, by our names of the columns; a cell that is empty is left out. Or why it cannot be used. */
export type CsvRow =
  | { readonly line: number; readonly fields: Readonly<Record<string, string>> }
  | { readonly line: number; readonly problem: string; readonly record: string }

export interface CsvRowsOptions {
  /** Of the file, for messages. */
  readonly name: string
  readonly columns: CsvColumns
  /** Ours: a file without one of these is refused. */
  readonly required?: readonly string[]
  readonly encoding?: TextEncoding
  /** Told once, before the first row. */
  readonly onHeader?: (header: { readonly unknown: readonly string[]; readonly delimiter: string }) => void
}

const delimiters = [';', ',', '\t'] as const
const longestRecordBytes = 1_000_000

interface Parsed {
  readonly record: readonly string[]
  readonly info: { readonly lines: number }
  readonly raw: string
}

/**
 * Rows of a CSV with a header, streamed. Line ends within a cell become `\n`. Columns are found by name, whatever their order, case, spaces and hyphens; the separator (`;`, `,` or
 * tab) is the one that the header uses most. A row with another number of cells is one problem among the rows.
 *
 * @throws Invalid (with file and line) when the file is empty, not text, lacks a required column, has one twice, or holds a quote that never closes
 */
export async function* readCsvRows(bytes: AsyncIterable<Buffer | Uint8Array>, options: CsvRowsOptions): AsyncGenerator<CsvRow> {
  const { name } = options
  const text = withPlainLineEnds(decodeText(name, bytes, options.encoding))
  const { first, all } = await withFirstLine(name, text)
  const delimiter = likelyDelimiter(first)
  let readingAt = 1
  const parser = parse({
    delimiter,
    info: true,
    raw: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: longestRecordBytes,
    on_record: (read: string[], { lines }) => {
      readingAt = lines + 1
      return read
    },
  })
  const input = Readable.from(all)
  let failed: unknown
  input.on('error', (error) => {
    failed = error
    parser.destroy(error)
  })
  input.pipe(parser)
  let header: readonly (string | undefined)[] | undefined
  let width = 0
  try {
    for await (const parsed of parser as AsyncIterable<Parsed>) {
      if (!header) {
        width = parsed.record.length
        header = readHeader(parsed.record, delimiter, options)
        continue
      }
      yield toRow(parsed, header, width, delimiter)
    }
  } catch (error) {
    throw error instanceof CsvError && failed === undefined ? broken(name, readingAt, error) : error
  } finally {
    input.destroy()
  }
  if (!header) throw empty(name)
}

function toRow(parsed: Parsed, header: readonly (string | undefined)[], width: number, delimiter: string): CsvRow {
  const line = firstLineOf(parsed)
  if (parsed.record.length !== width) {
    const problem = `The row has ${parsed.record.length} cells and the header has ${width}. Is there a "${delimiter}" too many or too few, or a quote that does not close?`
    return { line, problem, record: parsed.raw.trim() }
  }
  const fields: Record<string, string> = {}
  parsed.record.forEach((cell, at) => {
    const column = header[at]
    const text = cell.trim()
    if (column !== undefined && text !== '') fields[column] = text
  })
  return { line, fields }
}

/** `lines` counts what was read up to the end of the record; the record itself may hold several. */
function firstLineOf({ raw, info }: Parsed): number {
  const own = raw.replace(/^\n+/, '').replace(/\n$/, '')
  return info.lines - own.split('\n').length + 1
}

function readHeader(
  cells: readonly string[],
  delimiter: string,
  { name, columns, required = [], onHeader }: CsvRowsOptions,
): readonly (string | undefined)[] {
  const ours = new Map(
    Object.entries(columns).flatMap(([column, names]) => [column, ...names].map((one) => [plain(one), column] as const)),
  )
  const header = cells.map((cell) => ours.get(plain(cell)))
  const seen = new Set<string>()
  header.forEach((column, at) => {
    if (column === undefined) return
    if (seen.has(column))
      throw new Invalid(`${name}:1`, `${name}, line 1: the column "${cells[at]}" stands there twice. Leave one out.`)
    seen.add(column)
  })
  const missing = required.filter((column) => !seen.has(column))
  if (missing.length > 0) {
    const names = missing.map((column) => `"${columns[column]?.[0] ?? column}"`).join(', ')
    throw new Invalid(
      `${name}:1`,
      `${name}, line 1: the header has no column ${names}. It has: ${cells.slice(0, 20).join(', ').slice(0, 300)}.`,
    )
  }
  onHeader?.({ unknown: cells.filter((cell, at) => header[at] === undefined && cell.trim() !== ''), delimiter })
  return header
}

/** A column name without what people vary: case, accents, spaces, hyphens. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

/** The parser counts `\r\n` within quotes as two lines. Text comes in whole lines, so no pair is ever cut. */
async function* withPlainLineEnds(text: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const lines of text) yield lines.replaceAll('\r\n', '\n')
}

async function withFirstLine(
  name: string,
  text: AsyncGenerator<string>,
): Promise<{ first: string; all: AsyncGenerator<string> }> {
  let read = ''
  for (;;) {
    const next = await text.next()
    if (next.done) break
    read += next.value
    if (read.trimStart().includes('\n')) break
  }
  if (read.trim() === '') throw empty(name)
  async function* all(): AsyncGenerator<string> {
    yield read
    yield* text
  }
  return { first: read.trimStart().split('\n', 1)[0] ?? '', all: all() }
}

function likelyDelimiter(header: string): string {
  const count = (sign: string): number => header.split(sign).length
  return [...delimiters].sort((a, b) => count(b) - count(a))[0] ?? ';'
}

function empty(name: string): Invalid {
  return new Invalid(`${name}:1`, `${name} is empty: there is no header in it.`)
}

function broken(name: string, line: number, error: CsvError): Invalid {
  const what =
    error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
      ? 'a quote (") opens in the row that begins here and is never closed, or the row is longer than 1 MB'
      : 'a quote (") stands where none may stand'
  return new Invalid(`${name}:${line}`, `${name}, line ${line}: ${what}. Mend the row and import the file again.`)
}

/** What is told once of columns that are in no list of ours. */
export function passedOver(unknown: readonly string[]): string {
  const list = unknown.map((column) => `"${column.slice(0, 80)}"`).join(', ')
  return `These columns are not known and are passed over: ${list}.`
}
