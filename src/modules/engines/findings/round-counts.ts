/** Every number that is a choice about showing counts of people; reason and source of each in docs/engine/knobs.md. */
export const countingKnobs = {
  version: '2026-11',
  /** Counts are rounded to this. The same number always gives the same: chance could be averaged out by asking often. */
  roundTo: 10,
  /** Below this many people a count is hidden. */
  leastShown: 10,
  /** Below this many people in the pool nothing is counted. */
  leastPool: 1000,
  /** Questions about the pool per minute and address. */
  asksPerMinute: 30,
  pairsShown: 10,
  trainingsShown: 10,
  /** Vacancies of which it is counted for whom a training would open them, in one question. */
  otherEndLookedAt: 1000,
  otherEndShown: 100,
  /** Skills of curriculum against demand that are told. */
  conceptsShown: 150,
} as const

/** People, in tens; null: fewer than ten. */
export type RoundedCount = number | null

/** Low: unknown counts as unmet. High: as met. Of what something costs or brings these are two counts, not always in this order (ruling 3). */
export type RoundedPair = readonly [low: RoundedCount, high: RoundedCount]

/** Halves go up. */
export function roundCount(people: number): RoundedCount {
  if (people < countingKnobs.leastShown) return null
  return Math.round(people / countingKnobs.roundTo) * countingKnobs.roundTo
}

export function roundPair([low, high]: readonly [number, number]): RoundedPair {
  return [roundCount(low), roundCount(high)]
}

/** Whether there is anything to see in it. */
export function isHidden([low, high]: RoundedPair): boolean {
  return low === null && high === null
}

/** Most people first, by what is shown: an order of hidden or equal numbers would tell more than they do. */
export function byRounded(a: RoundedPair, b: RoundedPair): number {
  return (b[0] ?? 0) - (a[0] ?? 0) || (b[1] ?? 0) - (a[1] ?? 0)
}
