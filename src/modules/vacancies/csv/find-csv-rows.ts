import { fromCsvCell, passedOver, readCsvRows, type TextEncoding } from '../../imports/index.ts'
import type { FoundRecord } from '../intake/record-format.ts'
import { vacancyColumns } from './columns.ts'

/** The rows of a CSV of vacancies, streamed. Columns that we do not know are told once. */
export async function* findCsvRows(
  name: string,
  bytes: AsyncIterable<Buffer | Uint8Array>,
  encoding?: TextEncoding,
): AsyncGenerator<FoundRecord> {
  let unknown: readonly string[] = []
  const rows = readCsvRows(bytes, {
    name,
    columns: vacancyColumns,
    required: ['title'],
    onHeader: (header) => {
      unknown = header.unknown
    },
    ...(encoding === undefined ? {} : { encoding }),
  })
  for await (const row of rows) {
    if (unknown.length > 0) {
      yield { place: `${name}:1`, note: passedOver(unknown) }
      unknown = []
    }
    const place = `${name}:${row.line}`
    if ('problem' in row) yield { place, problem: row.problem, record: row.record }
    else yield { place, format: 'csv', content: mapCells(row.fields) }
  }
}

/** As the sender meant them: without the quotes that keep a spreadsheet from running a cell. */
function mapCells(fields: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([column, cell]) => [column, fromCsvCell(cell)]))
}
