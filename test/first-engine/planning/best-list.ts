import type { Preference } from '../../../src/engine/planning/plan.ts'
import type { CompiledVacancy, Mode } from '../matching/index.ts'
import { visitPossible } from './all-plans.ts'
import { Bounds, worthOf } from './bounds.ts'
import { byPlanId } from './front.ts'
import type { BothModes, Planning } from './planning.ts'
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
export function bestPlans(
  both: BothModes,
  vacancies: readonly CompiledVacancy[],
  preference: Preference,
  options: RankOptions,
): Ranked[] {
  const certain = new Best(options.limit)
  rankInto(certain, both, 'low', vacancies, preference, options.distinctVacancies)
  const left = options.limit - certain.list.length
  if (left <= 0) return certain.list
  const have = new Set(options.distinctVacancies ? certain.list.map(({ plan }) => plan.vacancy) : [])
  const possible = new Best(left)
  const others = vacancies.filter((vacancy) => !have.has(vacancy))
  rankInto(possible, both, 'high', others, preference, options.distinctVacancies)
  return [...certain.list, ...possible.list]
}

/**
 * Adds the plans of one mode to the best so far. Vacancies are looked at in order of an upper bound on what their best plan
 * can be worth, until the next bound is below the last plan kept: exact, as the bound is never too low. The search inside a
 * vacancy is cut by the same measure.
 */
export function rankInto(
  best: Best,
  both: BothModes,
  mode: Mode,
  vacancies: readonly CompiledVacancy[],
  preference: Preference,
  distinctVacancies: boolean,
): void {
  const { thisWeek } = both.low.traveller.market.context
  for (const { vacancy, bound } of queueOf(both[mode], vacancies, preference, best.least)) {
    if (bound < best.least) break
    let top: Ranked | undefined
    const wish: Wish = {
      value: {
        ...worthOf(vacancy, preference, thisWeek),
        least: () => (top && distinctVacancies ? Math.max(best.least, top.utility) : best.least),
      },
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

interface Queued {
  readonly vacancy: CompiledVacancy
  readonly bound: number
}

function queueOf(planning: Planning, vacancies: readonly CompiledVacancy[], preference: Preference, least: number): Queued[] {
  const bounds = new Bounds(planning, preference)
  const queue: Queued[] = []
  for (const vacancy of vacancies) {
    const target = planning.targetOf(vacancy)
    const bound = target && bounds.of(target)
    if (bound !== undefined && bound >= least) queue.push({ vacancy, bound })
  }
  return queue.sort((a, b) => b.bound - a.bound || a.vacancy.index - b.vacancy.index)
}
