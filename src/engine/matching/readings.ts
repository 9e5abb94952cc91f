import type { Market } from './market.ts'
import { keepPostings, makePostings, type Postings } from './postings.ts'
import { keepRowFacts, makeRowFacts, type RowFacts } from './row-facts.ts'
import { keepTermBitmaps, makeTermBitmaps, type TermBitmaps } from './term-bitmaps.ts'
import type { VacancyColumns } from './vacancy-columns.ts'

/** What is worked out of columns for questions, the same for everybody: plain data in shared memory, made once for all threads. */
export interface ColumnReadings {
  readonly postings: Postings
  readonly facts: RowFacts
  readonly termBitmaps: TermBitmaps
}

export function makeReadings(market: Pick<Market, 'columns' | 'values' | 'kinds' | 'demands'>): ColumnReadings {
  return { postings: makePostings(market), facts: makeRowFacts(market), termBitmaps: makeTermBitmaps(market) }
}

/** From now on questions over these columns use them, and make none themselves. */
export function keepReadings(columns: VacancyColumns, { postings, facts, termBitmaps }: ColumnReadings): void {
  keepPostings(columns, postings)
  keepRowFacts(columns, facts)
  keepTermBitmaps(columns, termBitmaps)
}
