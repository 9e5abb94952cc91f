import { stringify } from 'csv-stringify/sync'
import { csvCell } from './csv-cell.ts'
import type { Reject } from './import-run.ts'

export const rejectFormats = ['csv', 'ndjson'] as const
export type RejectFormat = (typeof rejectFormats)[number]

const byteOrderMark = '\ufeff'
const columns = ['place', 'reason', 'record'] as const

/** Refused records as text, one at a time: for a spreadsheet, where no cell is run as a formula, or one JSON object a line. */
export async function* writeRejects(rejects: AsyncIterable<Reject>, format: RejectFormat): AsyncGenerator<string> {
  // The mark tells spreadsheets that it is UTF-8.
  if (format === 'csv') yield byteOrderMark + line(columns)
  for await (const reject of rejects) {
    if (format === 'csv') yield line(columns.map((column) => csvCell(reject[column])))
    else yield `${JSON.stringify(reject)}\n`
  }
}

function line(cells: readonly string[]): string {
  return stringify([cells], { delimiter: ';', record_delimiter: '\r\n', quoted_match: /[\r\n]/ })
}
