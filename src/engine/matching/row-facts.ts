import type { Market } from './market.ts'
import type { VacancyColumns } from './vacancy-columns.ts'

/**
 * What a list of matches asks of every row, side by side in one number, so that it is fetched from memory once: the sum of the
 * weights in the lower 16 bits, the number of essentials in the next 8, then 1 for a dual job.
 */
export type RowFacts = Uint32Array

const known = new WeakMap<VacancyColumns, RowFacts>()

/** Made on first use. */
export function rowFactsOf({ columns, values }: Pick<Market, 'columns' | 'values'>): RowFacts {
  const found = known.get(columns)
  if (found) return found
  const { weights, essentials, reach, size } = columns
  const carried = Uint8Array.from([undefined, ...values.reaches.list], (one) => (one?.carriedBy === undefined ? 0 : 1))
  const facts = new Uint32Array(size)
  for (let row = 0; row < size; row++) {
    facts[row] =
      (weights[row] as number) | ((essentials[row] as number) << 16) | ((carried[reach[row] as number] as number) << 24)
  }
  known.set(columns, facts)
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
