import { type PairEntry, PairFinder, type PairOfItems } from './pair-entries.ts'
import { demandsMovedBy, PairsInHigh } from './pair-high.ts'
import { type PairItem, PairItems } from './pair-items.ts'
import { pairRowsOf } from './pair-rows.ts'
import type { Change, SmallestChange } from './plan.ts'
import type { Scope } from './scope.ts'
import { SingleChanges } from './single-changes.ts'
import { TermSteps } from './term-steps.ts'
import type { Traveller } from './traveller.ts'

/** A pair of steps that is listed, with the rows that neither opens alone. */
interface Listed {
  readonly a: PairItem
  readonly b: PairItem
  readonly stepA: number
  readonly stepB: number
  readonly jointly: readonly number[]
}

/**
 * Pairs of smallest changes today (rulings 40-42). Which steps open a row together follows from what keeps it out; a pair is listed
 * when it opens something jointly that no pair of smaller steps opens.
 */
export class ChangesToday {
  /** The single changes, which pairs are told from. */
  readonly singles: SingleChanges
  readonly #traveller: Traveller

  constructor(traveller: Traveller, scope: Scope) {
    this.#traveller = traveller
    this.singles = new SingleChanges(traveller, scope)
  }

  /** Those that open most jointly first; ties by items and steps. What they open is worked out for those that are listed only. */
  pairs(limit = Number.POSITIVE_INFINITY): SmallestChange[] {
    const items = new PairItems(this.#traveller)
    const low = pairRowsOf(this.#traveller, this.singles.near.widened('low'), 'low')
    const found = new PairFinder(items, new TermSteps(this.#traveller, low, 'low')).pairs(low)
    const listed = found
      .flatMap(listedOf)
      .sort(
        (one, other) =>
          other.jointly.length - one.jointly.length ||
          one.a.order - other.a.order ||
          one.stepA - other.stepA ||
          one.b.order - other.b.order ||
          one.stepB - other.stepB,
      )
      .slice(0, limit)
    if (listed.length === 0) return []
    const wanted = listed.length <= fewPairs ? demandsMovedBy(this.#traveller, listed.map(changesOf)) : undefined
    const high = pairRowsOf(this.#traveller, this.singles.near.widened('high'), 'high', wanted)
    const inHigh = new PairsInHigh(this.#traveller, this.singles, new TermSteps(this.#traveller, high, 'high'), high)
    return listed.map((one) => this.#shown(one, inHigh))
  }

  #shown({ a, b, stepA, stepB, jointly }: Listed, inHigh: PairsInHigh): SmallestChange {
    const [one, other] = changesOf({ a, b, stepA, stepB })
    const alone = this.singles.opens(one, 'low').concat(this.singles.opens(other, 'low'))
    return {
      changes: [one, other],
      opensLow: this.singles.idsOf([...new Set(alone.concat(jointly))]),
      opensHigh: this.singles.idsOf(inHigh.opens(a, stepA, b, stepB)),
      jointly: this.singles.idsOf(jointly),
    }
  }
}

/** Of so few it is shorter to ask first which demands they move than to look at all rows in high. */
const fewPairs = 64

function changesOf({ a, b, stepA, stepB }: Omit<Listed, 'jointly'>): readonly [Change, Change] {
  return [a.steps[stepA] as Change, b.steps[stepB] as Change]
}

/** The steps of two items at which something new opens, each with all that it opens jointly. */
function listedOf({ a, b, entries }: PairOfItems): Listed[] {
  const steps = new Map<number, PairEntry>()
  for (const entry of entries) steps.set(entry.stepA * 64 + entry.stepB, entry)
  return [...steps.values()].map(({ stepA, stepB }) => {
    const isJoint = (entry: PairEntry): boolean =>
      entry.stepA <= stepA && entry.stepB <= stepB && entry.aloneA > stepA && entry.aloneB > stepB
    const rows = new Set<number>()
    for (const entry of entries) if (isJoint(entry)) rows.add(entry.row)
    return { a, b, stepA, stepB, jointly: [...rows] }
  })
}
