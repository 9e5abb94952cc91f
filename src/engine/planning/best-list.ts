import type { Mode } from '../matching/index.ts'
import { visitPossible } from './all-plans.ts'
import { byPlanId } from './front.ts'
import { knobs } from './knobs.ts'
import type { Preference } from './plan.ts'
import type { BothModes } from './planning.ts'
import { RowBounds, worthOf } from './row-bounds.ts'
import { RowQueue } from './row-queue.ts'
import { type Scope, standingIn } from './scope.ts'
import { utilityOf } from './utility.ts'
import { type BarePlan, visitPlans, type Wish } from './vacancy-plans.ts'

export interface Ranked {
  readonly plan: BarePlan
  readonly utility: number
}

export interface RankOptions {
  readonly limit: number
  /** One plan per vacancy, its best; or all that count. */
  readonly distinctVacancies: boolean
}

/** The best plans to these vacancies: certain ones first, then those that exist only in high, each by utility, then id. */
export function bestPlans(both: BothModes, scope: Scope, preference: Preference, options: RankOptions): Ranked[] {
  const { rows, unsure } = standingIn(both.low.traveller, scope)
  const certain = new Best(options.limit)
  rankInto(
    certain,
    both,
    'low',
    rows.filter((_, at) => unsure[at] === 0),
    preference,
    options.distinctVacancies,
  )
  const left = options.limit - certain.list.length
  if (left <= 0) return certain.list
  const have = new Set(options.distinctVacancies ? certain.list.map(({ plan }) => plan.vacancy.row) : [])
  const possible = new Best(left)
  const others = rows.filter((row) => !have.has(row))
  rankInto(possible, both, 'high', others, preference, options.distinctVacancies)
  return [...certain.list, ...possible.list]
}

/**
 * Adds the plans of one mode to the best so far; the terms of these rows hold in that mode. Rows are searched in order of an
 * upper bound on what their best plan can be worth, until the next bound is below the last plan kept: exact, as a bound is
 * never too low. The search inside a vacancy is cut by the same measure.
 */
export function rankInto(
  best: Best,
  both: BothModes,
  mode: Mode,
  rows: Uint32Array,
  preference: Preference,
  distinctVacancies: boolean,
): void {
  const { market } = both.low.traveller
  const { thisWeek } = market.context
  const bounds = new RowBounds(both[mode], preference)
  const queue = new RowQueue(bounds, rows, best.least, market.shortcuts)
  for (let row = queue.next(best.least); row !== undefined; row = queue.next(best.least)) {
    const vacancy = market.at(row)
    let top: Ranked | undefined
    const { nets } = market.shortcuts
    const value = {
      ...worthOf(vacancy.fitOutOf, preference, thisWeek),
      least: () => (top && distinctVacancies ? Math.max(best.least, top.utility) : best.least),
    }
    const wish: Wish = {
      ...(nets ? { value } : {}),
      bestOnly: distinctVacancies && nets && knobs.preferences[preference].perChance === 0,
      visit: (plan) => {
        const found = { plan, utility: utilityOf(plan, preference, thisWeek) }
        if (!distinctVacancies) best.add(found)
        else if (!top || byUtility(found, top) < 0) top = found
        return false
      },
    }
    if (mode === 'low') visitPlans(both.low, vacancy, wish)
    else visitPossible(both, vacancy, wish)
    if (top) best.add(top)
  }
}

/** The best so far, at most `limit`. */
export class Best {
  readonly list: Ranked[] = []
  readonly #limit: number

  constructor(limit: number) {
    this.#limit = limit
  }

  /** What is worth less than this does not get in. */
  get least(): number {
    return this.list.length < this.#limit ? Number.NEGATIVE_INFINITY : (this.list.at(-1)?.utility ?? Number.POSITIVE_INFINITY)
  }

  add(found: Ranked): void {
    if (found.utility < this.least) return
    let at = this.list.length
    while (at > 0 && byUtility(found, this.list[at - 1] as Ranked) < 0) at--
    this.list.splice(at, 0, found)
    if (this.list.length > this.#limit) this.list.pop()
  }
}

function byUtility(a: Ranked, b: Ranked): number {
  return b.utility - a.utility || byPlanId(a.plan, b.plan)
}
