import { CsvCells, UnreadableCell as UnreadableCsvCell } from '../../imports/index.ts'
import type { JsonObject } from '../job-postings/posting-fields.ts'
import { headerOf, saysNone, separator, type VacancyColumn } from './columns.ts'

/** Of a row: something in it that cannot be read. */
export class UnreadableCell extends UnreadableCsvCell {
  constructor(column: VacancyColumn, cell: string, want: string) {
    super(headerOf(column), cell, want)
  }
}

/** The cells of one row of vacancies. */
export class Cells extends CsvCells<VacancyColumn> {
  constructor(row: JsonObject) {
    super(row, { headerOf, saysNone, separator })
  }
}
