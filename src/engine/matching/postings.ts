import { sharedArray } from '../columns/index.ts'
import type { Market } from './market.ts'
import type { Weight } from './vacancy.ts'
import type { VacancyColumns } from './vacancy-columns.ts'

const classOf: Readonly<Record<Weight, number>> = { essential: 0, important: 1, somewhat: 2 }

/** Lists of rows per demand. */
export const weightClasses = 3

/**
 * The columns read the other way round. Rows that ask demand `d` with weight class `w` (essential 0, important 1, somewhat 2) stand
 * from `from[3 d + w]` to the next, ascending; a row that asks it twice stands there twice.
 */
export interface Postings {
  readonly demands: number
  readonly from: Uint32Array
  readonly rows: Uint32Array
}

const known = new WeakMap<VacancyColumns, Postings>()

/** Made on first use. Cost: a look per requirement, some ten milliseconds at the size of the country. */
export function postingsOf(market: Market): Postings {
  const found = known.get(market.columns) ?? makePostings(market)
  keepPostings(market.columns, found)
  return found
}

/** Somebody made them already, in another thread. */
export function keepPostings(columns: VacancyColumns, postings: Postings): void {
  known.set(columns, postings)
}

export function makePostings({
  columns: { requirements, requirementStart, size },
  kinds,
  demands,
}: Pick<Market, 'columns' | 'kinds' | 'demands'>): Postings {
  const lists = demands.list.length * weightClasses
  const listOfKind = Uint32Array.from(
    kinds.list,
    ({ demand, requirement }) => demand * weightClasses + classOf[requirement.weight],
  )
  const from = sharedArray(Uint32Array, lists + 1)
  for (let at = 0; at < requirements.length; at++) from[(listOfKind[requirements[at] as number] as number) + 1]!++
  for (let list = 0; list < lists; list++) from[list + 1]! += from[list] as number
  const next = from.slice()
  const rows = sharedArray(Uint32Array, requirements.length)
  for (let row = 0; row < size; row++) {
    const end = requirementStart[row + 1] as number
    for (let at = requirementStart[row] as number; at < end; at++)
      rows[next[listOfKind[requirements[at] as number] as number]!++] = row
  }
  return { demands: demands.list.length, from, rows }
}

/** The first entry of an ascending list, from `begin` on, that is not below `row`: in steps that double, then halved. */
export function firstFrom(rows: Uint32Array, begin: number, end: number, row: number): number {
  let step = 1
  let low = begin
  while (low + step < end && (rows[low + step] as number) < row) {
    low += step
    step *= 2
  }
  let high = Math.min(end, low + step)
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((rows[middle] as number) < row) low = middle + 1
    else high = middle
  }
  return low
}
