import type { CompiledVacancy } from '../matching/index.ts'
import { byPlanId } from './front.ts'
import { knobs } from './knobs.ts'
import type { Preference } from './plan.ts'
import { type Target, targetOf } from './target.ts'
import { fitPoints, utilityOf } from './utility.ts'
import { type BarePlan, type Planning, plansOfVacancy } from './vacancy-plans.ts'

export interface Ranked {
  readonly plan: BarePlan
  readonly utility: number
}

/** The best plans of one mode: per vacancy its best (`perVacancy` 1), or all that count. */
export interface RankOptions {
  readonly limit: number
  readonly distinctVacancies: boolean
  /** Plans to leave out: those that exist in low, when ranking high. */
  readonly skip?: (plan: BarePlan) => boolean
}

/**
 * The best plans over these vacancies under a preference. Vacancies are looked at in order of an upper bound on what their
 * best plan can be worth, until the next bound is below the last plan kept: exact, as the bound is never too low.
 */
export function rankPlans(
  planning: Planning,
  vacancies: readonly CompiledVacancy[],
  preference: Preference,
  options: RankOptions,
): Ranked[] {
  const bounds = boundsOf(planning, preference)
  const queue = vacancies
    .map((vacancy) => ({ vacancy, bound: bounds(vacancy) }))
    .filter(({ bound }) => bound > Number.NEGATIVE_INFINITY)
    .sort((a, b) => b.bound - a.bound || a.vacancy.index - b.vacancy.index)
  const { thisWeek } = planning.traveller.market.context
  let kept: Ranked[] = []
  for (const { vacancy, bound } of queue) {
    const last = kept.length >= options.limit ? kept[options.limit - 1] : undefined
    if (last && bound < last.utility) break
    const found: Ranked[] = []
    for (const plan of plansOfVacancy(planning, vacancy)) {
      if (options.skip?.(plan)) continue
      const utility = utilityOf(plan, preference, thisWeek)
      if (!last || utility >= last.utility) found.push({ plan, utility })
    }
    if (found.length === 0) continue
    found.sort(byUtility)
    kept = [...kept, ...(options.distinctVacancies ? found.slice(0, 1) : found)].sort(byUtility).slice(0, options.limit)
  }
  return kept
}

export function byUtility(a: Ranked, b: Ranked): number {
  return b.utility - a.utility || byPlanId(a.plan, b.plan)
}

/** An upper bound on the utility of any plan to a vacancy; minus infinity when there can be none. */
function boundsOf(planning: Planning, preference: Preference): (vacancy: CompiledVacancy) => number {
  const { traveller, mode } = planning
  const { perWeek, perChance } = knobs.preferences[preference]
  const most = mostCredits(planning)
  const ends = soonestEnds(planning)
  const { thisWeek } = traveller.market.context
  const chance = perChance * knobs.chanceSteps['very likely']
  return (vacancy) => {
    const target = targetOf(traveller, vacancy, mode)
    if (!target.termsHold) return Number.NEGATIVE_INFINITY
    const own = vacancy.vacancy.carriedBy
    const weeks = own === undefined ? weeksBound(target, ends, thisWeek) : 0
    if (weeks === undefined) return Number.NEGATIVE_INFINITY
    const fit = own === undefined ? target.fit + gainBound(target, most) : vacancy.fitOutOf
    return fitPoints(Math.min(fit, vacancy.fitOutOf), vacancy.fitOutOf) - perWeek * weeks + chance
  }
}

/** For each demand, the most credit any course can bring that this person may follow. */
function mostCredits({ traveller, open }: Planning): Int16Array {
  const most = new Int16Array(traveller.market.demands.list.length)
  for (const content of traveller.courses.contents) {
    if ((open[content.index]?.length ?? 0) === 0) continue
    for (const { demand, credit } of content.gifts) if (credit > (most[demand] ?? 0)) most[demand] = credit
  }
  return most
}

/** For each demand, the soonest end of a course that meets it, prerequisites left aside; 0 where there is none. */
function soonestEnds({ traveller, open }: Planning): Int32Array {
  const ends = new Int32Array(traveller.market.demands.list.length)
  for (const content of traveller.courses.contents) {
    let soonest = 0
    for (const course of open[content.index] ?? []) {
      const start = course.offering.rolling ? traveller.free : course.starts.find((week) => week >= traveller.free)
      if (start === undefined) continue
      const end = start + course.offering.weeks
      if (soonest === 0 || end < soonest) soonest = end
    }
    if (soonest === 0) continue
    for (const { demand, meets } of content.gifts) {
      const known = ends[demand] ?? 0
      if (meets && (known === 0 || soonest < known)) ends[demand] = soonest
    }
  }
  return ends
}

/** Weeks from now at the least; undefined when some missing essential is taught nowhere. */
function weeksBound(target: Target, ends: Int32Array, thisWeek: number): number | undefined {
  let weeks = 0
  for (const demand of target.missing) {
    const end = ends[demand] ?? 0
    if (end === 0) return undefined
    weeks = Math.max(weeks, end - thisWeek)
  }
  // No plan is ready before its job begins: direct and trained, since they wait for it; hired first, since training comes after.
  return Math.max(weeks, (target.vacancy.vacancy.startFrom ?? thisWeek) - thisWeek)
}

function gainBound(target: Target, most: Int16Array): number {
  let gain = 0
  for (const { demand, weight, credit } of target.gains) gain += weight * Math.max(0, (most[demand] ?? 0) - credit)
  return gain
}
