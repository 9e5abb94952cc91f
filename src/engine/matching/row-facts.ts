import { sharedArray } from '../columns/index.ts'
import type { Market } from './market.ts'
import type { VacancyColumns } from './vacancy-columns.ts'

/**
 * What a list of matches asks of every row, side by side in one number, so that it is fetched from memory once: the sum of the
 * weights in the lower 16 bits, the number of essentials in the next 8, then 1 for a dual job.
 */
export type RowFacts = Uint32Array

const known = new WeakMap<VacancyColumns, RowFacts>()

/** Made on first use. */
export function rowFactsOf(market: Pick<Market, 'columns' | 'values'>): RowFacts {
  const found = known.get(market.columns) ?? makeRowFacts(market)
  keepRowFacts(market.columns, found)
  return found
}

/** Somebody made them already, in another thread. */
export function keepRowFacts(columns: VacancyColumns, facts: RowFacts): void {
  known.set(columns, facts)
}

export function makeRowFacts({ columns, values }: Pick<Market, 'columns' | 'values'>): RowFacts {
  const { weights, essentials, reach, size } = columns
  const carried = Uint8Array.from([undefined, ...values.reaches.list], (one) => (one?.carriedBy === undefined ? 0 : 1))
  const facts = sharedArray(Uint32Array, size)
  for (let row = 0; row < size; row++) {
    facts[row] =
      (weights[row] as number) | ((essentials[row] as number) << 16) | ((carried[reach[row] as number] as number) << 24)
  }
  return facts
}

export function weightIn(facts: number): number {
  return facts & 0xffff
}

export function essentialsIn(facts: number): number {
  return (facts >> 16) & 0xff
}

export function carriedIn(facts: number): number {
  return (facts >> 24) & 1
}
