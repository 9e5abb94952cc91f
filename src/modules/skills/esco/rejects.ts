import { type CsvRow, start } from './read-csv.ts'

/** A row that was not used, and why. */
export interface Reject {
  /** 'skills_en.csv:17' */
  readonly place: string
  readonly reason: string
  /** How the row begins. */
  readonly record: string
}

/** So many are kept to look at; all are counted. */
const keptAtMost = 5_000

/** Gathers what single rows are refused: the rest of the release is still good. */
export class Rejects {
  readonly kept: Reject[] = []
  count = 0

  add(file: string, row: CsvRow, reason: string): void {
    this.count++
    if (this.kept.length < keptAtMost) this.kept.push({ place: `${file}:${row.line}`, reason, record: start(row.fields) })
  }
}
