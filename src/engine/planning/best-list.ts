import type { CompiledVacancy, Mode } from '../matching/index.ts'
import { visitPossible } from './all-plans.ts'
import type { Course } from './courses.ts'
import { byPlanId } from './front.ts'
import { knobs } from './knobs.ts'
import type { PlanKind, Preference } from './plan.ts'
import { type BothModes, jobWeek, type Planning, type Ways } from './planning.ts'
import type { Target } from './target.ts'
import { fitPoints, utilityOf } from './utility.ts'
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
      worth: (kind, fit, ready, euro) => {
        const least = top && distinctVacancies ? Math.max(best.least, top.utility) : best.least
        return mostUtility(kind, vacancy, fit, ready - thisWeek, euro, preference) >= least
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

/** The most that a plan can be worth with this fit, in so many weeks, at this cost: the chance may still be the best. */
function mostUtility(
  kind: PlanKind,
  { fitOutOf }: CompiledVacancy,
  fit: number,
  weeks: number,
  euro: number,
  preference: Preference,
): number {
  const { perWeek, perEuro, perChance } = knobs.preferences[preference]
  const chance = perChance * knobs.chanceSteps[kind === 'direct' ? 'no training' : 'very likely']
  return fitPoints(fit, fitOutOf) - perWeek * weeks - perEuro * euro + chance
}

function queueOf(
  planning: Planning,
  vacancies: readonly CompiledVacancy[],
  preference: Preference,
  least: number,
): { readonly vacancy: CompiledVacancy; readonly bound: number }[] {
  const most = mostOf(planning)
  const queue: { vacancy: CompiledVacancy; bound: number }[] = []
  for (const vacancy of vacancies) {
    const target = planning.targetOf(vacancy)
    const bound = target && boundOf(planning, target, most, preference)
    if (bound !== undefined && bound >= least) queue.push({ vacancy, bound })
  }
  return queue.sort((a, b) => b.bound - a.bound || a.vacancy.index - b.vacancy.index)
}

/** For each demand: the most credit, the soonest end and the lowest cost of a course that can be in a path. */
interface Most {
  readonly credit: Int16Array
  readonly end: Int32Array
  readonly euro: Int32Array
}

/** An upper bound on the utility of any plan to a target; undefined when there can be none. */
function boundOf(planning: Planning, target: Target, most: Most, preference: Preference): number | undefined {
  const { vacancy, missing } = target
  const { traveller } = planning
  const { thisWeek } = traveller.market.context
  let fit = target.fit
  if (vacancy.vacancy.carriedBy !== undefined || vacancy.vacancy.acceptsTrainings) {
    // These have courses of their own, or dates of their own: a plain bound is enough for the few there are.
    return mostUtility('dual', vacancy, vacancy.fitOutOf, 0, 0, preference)
  }
  let week = jobWeek(vacancy, traveller.free)
  let euro = 0
  for (const demand of missing) {
    const end = most.end[demand] ?? 0
    if (end === 0) return undefined
    week = Math.max(week, end)
    euro = Math.max(euro, most.euro[demand] ?? 0)
  }
  const { creditLow } = traveller.view.assessment
  for (const { demand, weight } of vacancy.requirements) {
    fit += weight * Math.max(0, (most.credit[demand] ?? 0) - (creditLow[demand] ?? 0))
  }
  return mostUtility('trainThenHire', vacancy, fit, week - thisWeek, euro, preference)
}

const mostKnown = new WeakMap<Ways, Most>()

function mostOf({ ways }: Planning): Most {
  const known = mostKnown.get(ways) ?? findMost(ways)
  mostKnown.set(ways, known)
  return known
}

function findMost({ traveller, open, walks }: Ways): Most {
  const size = traveller.market.demands.list.length
  const most = { credit: new Int16Array(size), end: new Int32Array(size), euro: new Int32Array(size) }
  for (const content of traveller.courses.contents) {
    const least = leastOf(open[content.index] ?? [], walks)
    if (!least) continue
    for (const { demand, credit, meets } of content.gifts) {
      if (credit > (most.credit[demand] ?? 0)) most.credit[demand] = credit
      if (!meets) continue
      const known = most.end[demand] ?? 0
      most.end[demand] = known === 0 ? least.end : Math.min(known, least.end)
      most.euro[demand] = known === 0 ? least.euro : Math.min(most.euro[demand] ?? 0, least.euro)
    }
  }
  return most
}

function leastOf(courses: readonly Course[], walks: Planning['walks']): { end: number; euro: number } | undefined {
  let found: { end: number; euro: number } | undefined
  for (const course of courses) {
    const least = walks.leastOf(course)
    if (!least) continue
    found = { end: Math.min(found?.end ?? least.end, least.end), euro: Math.min(found?.euro ?? least.euro, least.euro) }
  }
  return found
}
