import type { Mode } from '../matching/index.ts'
import { whole } from '../taxonomy/index.ts'
import { byPlanId } from './front.ts'
import { knobs } from './knobs.ts'
import type { Preference } from './plan.ts'
import type { BothModes } from './planning.ts'
import { RowBounds, worthOf } from './row-bounds.ts'
import { visitRow } from './row-plans.ts'
import { RowQueue, type WaitingRows } from './row-queue.ts'
import { type Scope, standingIn } from './scope.ts'
import { utilityOf } from './utility.ts'
import type { BarePlan, Wish } from './vacancy-plans.ts'

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
  const standing = standingIn(both.low.traveller, scope)
  const certain = new Best(options.limit)
  rankInto(certain, both, 'low', standing, preference, options.distinctVacancies)
  const left = options.limit - certain.list.length
  if (left <= 0) return certain.list
  const have = new Set(options.distinctVacancies ? certain.list.map(({ plan }) => plan.vacancy.row) : [])
  const possible = new Best(left)
  rankInto(possible, both, 'high', standing, preference, options.distinctVacancies, (row) => have.has(row))
  return [...certain.list, ...possible.list]
}

/**
 * Adds the plans of one mode to the best so far, to those of these rows whose terms hold in that mode. Rows are searched in
 * order of an upper bound on what their best plan can be worth, until the next bound is below the last plan kept: exact, as a
 * bound is never too low. The search inside a vacancy is cut by the same measure.
 */
export function rankInto(
  best: Best,
  both: BothModes,
  mode: Mode,
  rows: WaitingRows,
  preference: Preference,
  distinctVacancies: boolean,
  isLeftOut?: (row: number) => boolean,
): void {
  const { market } = both.low.traveller
  const { thisWeek } = market.context
  const { columns, shortcuts } = market
  const bounds = new RowBounds(both[mode], preference)
  const queue = new RowQueue(bounds, rows, mode, columns.rank, best.least, shortcuts, isLeftOut, closeTimes)
  for (let at = queue.next(best.least, best.lastRank); at !== undefined; at = queue.next(best.least, best.lastRank)) {
    const row = rows.rows[at] as number
    let top: Ranked | undefined
    const floor = distinctVacancies && shortcuts.floors ? queue.bound - stepOf(queue.times) : Number.NEGATIVE_INFINITY
    const value = {
      ...worthOf((columns.weights[row] as number) * whole, preference, thisWeek),
      least: () => Math.max(best.least, distinctVacancies && top ? Math.max(floor, top.utility) : floor),
    }
    const bestOnly = shortcuts.bestCourses && distinctVacancies && knobs.preferences[preference].perChance === 0
    const mayHold = shortcuts.holders ? bounds.holderOf(row) : undefined
    const wish: Wish = {
      ...(shortcuts.nets ? { value } : {}),
      ...(mayHold ? { mayHold: (content) => mayHold(content, value.least()) } : {}),
      bestOnly,
      visit: (plan) => {
        const found = { plan, utility: utilityOf(plan, preference, thisWeek) }
        if (!distinctVacancies) best.add(found)
        else if (!top || byUtility(found, top) < 0) top = found
        return false
      },
    }
    visitRow(both, mode, rows, at, wish)
    if (floor > best.least && !(top && top.utility >= floor)) queue.putBack(at, floor)
    else if (top) best.add(top)
  }
}

/** How often a row waits under its close bound: each look costs little beside a search. */
const closeTimes = 5

/**
 * The best plan to a row is mostly worth little less than the bound of the row, and a search for what is worth so much is short.
 * So it is looked for within so many micro-points of the bound; where there is none, the row waits under what was ruled out, and
 * is searched twice as far down when that is the highest left.
 */
function stepOf(times: number): number {
  return times < mostTimes ? firstStep * 2 ** times : Number.POSITIVE_INFINITY
}

const firstStep = 32_000_000
const mostTimes = 4

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

  /** Of plans that are worth just that, those to vacancies after this one in order of id do not get in. */
  get lastRank(): number {
    const last = this.list.length < this.#limit ? undefined : this.list.at(-1)
    return last ? last.plan.vacancy.rank : Number.POSITIVE_INFINITY
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
