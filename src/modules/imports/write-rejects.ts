import { csvLine, csvMark } from './csv-line.ts'
import type { Reject } from './import-run.ts'

export const rejectFormats = ['csv', 'ndjson'] as const
export type RejectFormat = (typeof rejectFormats)[number]

const columns = ['place', 'reason', 'record'] as const

/** Refused records as text, one at a time: for a spreadsheet, where no cell is run as a formula, or one JSON object a line. */
export async function* writeRejects(rejects: AsyncIterable<Reject>, format: RejectFormat): AsyncGenerator<string> {
  if (format === 'csv') yield csvMark + csvLine(columns)
  for await (const reject of rejects) {
    if (format === 'csv') yield csvLine(columns.map((column) => reject[column]))
    else yield `${JSON.stringify(reject)}\n`
  }
}
