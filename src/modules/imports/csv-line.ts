import { stringify } from 'csv-stringify/sync'
import { csvCell } from './csv-cell.ts'

/** Stands before the first line: it tells spreadsheets that the file is UTF-8. */
export const csvMark = '\ufeff'

/** A row as we write it, with its end: parted by `;`, and no cell is run as a formula by a spreadsheet. */
export function csvLine(cells: readonly string[]): string {
  return stringify([cells.map((cell) => csvCell(cell))], { delimiter: ';', record_delimiter: '\r\n', quoted_match: /[\r\n]/ })
}
