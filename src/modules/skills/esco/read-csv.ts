import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { Invalid } from '../../../platform/index.ts'
import { decodeText } from '../../imports/index.ts'

export interface CsvRow {
  /** The line of the file on which the record begins; the header is line 1. */
  readonly line: number
  readonly fields: readonly string[]
}

/** Longest record we accept. The longest one in ESCO is about 30 kB; a quote that is never closed runs into this. */
const maxRecordBytes = 1_000_000

/**
 * Reads a CSV file row by row, the header first. Structural damage ends the reading with `Invalid`: bytes that are not UTF-8, a
 * quote that does not close, a row with another number of fields than the header.
 *
 * @param name file name, for messages
 */
export async function* readCsv(name: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<CsvRow> {
  // Where the row begins that is being read. The parser runs ahead of the iteration, and drops what it holds when it fails.
  let readingAt = 1
  const parser = parse({
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    max_record_size: maxRecordBytes,
    on_record: (read: string[], { lines }) => {
      readingAt = lines + 1
      return read
    },
  })
  pipeline(Readable.from(decodeText(name, bytes, 'utf-8', downloadAgain)), parser, () => {
    // An error reaches us through the iteration below.
  })
  let nextLine = 1
  let width = 0
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      const line = nextLine
      nextLine = info.lines + 1
      if (width === 0) width = record.length
      else if (record.length !== width) throw wrongWidth(name, line, record, width)
      yield { line, fields: record }
    }
  } catch (error) {
    throw error instanceof CsvError ? brokenCsv(name, readingAt, error) : error
  }
  if (width === 0) throw new Invalid(`${name}:1`, `${name} is empty. ${downloadAgain}`)
}

const downloadAgain = 'Download the release again; if you opened and saved the file in another program, use the original.'

function wrongWidth(name: string, line: number, record: readonly string[], width: number): Invalid {
  return new Invalid(
    `${name}:${line}`,
    `${name}, line ${line}: this row has ${record.length} fields and the header has ${width}. It begins with "${start(record)}". ${downloadAgain}`,
  )
}

function brokenCsv(name: string, line: number, error: CsvError): Invalid {
  const what =
    error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE'
      ? 'a quote (") opens in the row that begins here and is never closed'
      : 'a quote (") stands where none may stand'
  return new Invalid(`${name}:${line}`, `${name}, line ${line}: ${what}. ${downloadAgain}`)
}

export function start(fields: readonly string[]): string {
  const text = fields.join(',').replaceAll(/\s+/g, ' ')
  return text.length > 160 ? `${text.slice(0, 160)}…` : text
}
