import type { Quotient } from '../../src/engine/matching/answer.ts'
import type { Week } from '../../src/engine/matching/person.ts'
import type { Vacancy } from '../../src/engine/matching/vacancy.ts'
import type { Offering } from '../../src/engine/planning/offering.ts'
import type { Goal, Plan, PlanKind } from '../../src/engine/planning/plan.ts'
import { chanceOf } from './chance.ts'
import { holds, type Mode, prove } from './claims.ts'
import { essentials, fitAt, inGoal, isDual, skillsHold, termsHold } from './judge.ts'
import { byText, byTexts, compareQuotients, sorted, sortedOnce, subsets } from './order.ts'
import { priceOf } from './price.ts'
import { freeWeek, wageHours } from './terms.ts'
import type { View } from './view.ts'
import { type Limit, limitsOfWalk, type Walk, walk } from './walks.ts'

type Start = 'with start' | 'without start'

/** A kind, a set of offerings and a vacancy for which rules 1-4 hold. */
export interface Feasible {
  readonly kind: PlanKind
  readonly walked: Walk
  readonly vacancy: Vacancy
  readonly readyWeek: Week
  readonly firstPaidWeek: Week
  readonly ownCostEuro: number
  readonly askFundingEuro: number
  readonly fit: Quotient
  readonly toCheck: readonly string[]
}

/** First paid week of a job that begins when the person is free at `free`. */
const firstPaid = (free: Week, vacancy: Vacancy): Week => Math.max(free, vacancy.startFrom ?? free)

const carrierOf = (view: View, vacancy: Vacancy): Offering | undefined =>
  vacancy.carriedBy === undefined ? undefined : view.tables.offeringOf.get(vacancy.carriedBy)

const isLess = (income: number, lowest: number) => income < lowest

/** Rule 3, lowest month (section 12 and ruling 31). */
function lowestMonth(view: View, kind: PlanKind, walked: Walk, vacancy: Vacancy): Limit[] {
  const lowest = view.person.study?.lowestMonthEuro
  if (lowest === undefined || kind === 'direct') return []
  const limit = (income: number | undefined): Limit => ({
    key: 'wage',
    state: income === undefined ? 'unknown' : isLess(income, lowest) ? 'unmet' : 'met',
  })
  if (kind === 'hireThenTrain') {
    const hours = wageHours(view.person, vacancy)
    const cents = vacancy.wageCents?.[0]
    return [limit(hours === undefined || cents === undefined ? undefined : Math.floor((cents * hours * 52) / 1200))]
  }
  const own = view.person.incomeWhileTrainingMonthEuro
  return walked.order.map((offering) => {
    if (kind === 'dual' && offering.id === vacancy.carriedBy) return limit(offering.incomeMonthEuro)
    return limit(own === undefined ? undefined : own + (offering.incomeMonthEuro ?? 0))
  })
}

/** Rule 3, all limits of the person. */
function limitsOf(view: View, kind: PlanKind, walked: Walk, vacancy: Vacancy, ownCostEuro: number): Limit[] {
  if (walked.order.length === 0) return []
  const most = view.person.study?.ownCostEuro
  const cost: Limit = { key: 'ownCost', state: most === undefined || ownCostEuro <= most ? 'met' : 'unmet' }
  return [...limitsOfWalk(view, walked), cost, ...lowestMonth(view, kind, walked, vacancy)]
}

/** What an unknown plan hangs on: unknown essentials, terms, prerequisites and limits. */
function unknownKeys(view: View, set: readonly Offering[], walked: Walk, vacancy: Vacancy, limits: readonly Limit[]) {
  const knowledge = view.after(set)
  const skills = essentials(vacancy)
    .filter((requirement) => prove(knowledge, requirement, view.tables.concepts).state === 'unknown')
    .map((requirement) => `skill:${requirement.skill}`)
  const terms = view.terms(vacancy).filter(({ state }) => state === 'unknown')
  const open = limits.filter(({ state }) => state === 'unknown')
  return sortedOnce([...skills, ...walked.toCheck, ...[...terms, ...open].map(({ key }) => key)])
}

/** Rules 1-4, literally. `set` holds the ordinary offerings; a dual's own offering is added here. */
export function feasible(
  view: View,
  kind: PlanKind,
  set: readonly Offering[],
  vacancy: Vacancy,
  mode: Mode,
  start: Start,
): Feasible | undefined {
  const { tables, person } = view
  if (isDual(vacancy) !== (kind === 'dual')) return undefined
  if (!termsHold(view, vacancy, mode, kind === 'direct' || kind === 'hireThenTrain' ? start : 'without start')) {
    return undefined
  }
  const carrier = carrierOf(view, vacancy)
  if (kind === 'dual' && carrier === undefined) return undefined
  const whole = carrier === undefined ? set : [...set, carrier]
  const knowledge = view.after(whole)
  if (!skillsHold(knowledge, vacancy, mode, tables)) return undefined
  const free = freeWeek(person, tables.world.settings)
  const walked = walk(view, set, carrier, kind === 'hireThenTrain' ? firstPaid(free, vacancy) : free, mode)
  if (walked === undefined) return undefined
  const employerPays = kind === 'hireThenTrain' && vacancy.paysTraining === true
  const price = employerPays ? { ownCostEuro: 0, askFundingEuro: 0 } : priceOf(view, walked.order)
  const limits = limitsOf(view, kind, walked, vacancy, price.ownCostEuro)
  if (!limits.every(({ state }) => holds(state, mode))) return undefined
  const paid = kind === 'dual' ? walked.starts.at(-1)! : firstPaid(kind === 'trainThenHire' ? walked.end : free, vacancy)
  return {
    kind,
    walked,
    vacancy,
    readyWeek: kind === 'direct' || kind === 'trainThenHire' ? paid : walked.end,
    firstPaidWeek: paid,
    ...price,
    fit: fitAt(knowledge, vacancy, 'low', tables),
    toCheck: mode === 'low' ? [] : unknownKeys(view, whole, walked, vacancy, limits),
  }
}

/** Leaving everything out of a path before or beside a job leaves the job itself. */
const kindWithout = (kind: PlanKind, set: readonly Offering[]): PlanKind =>
  set.length === 0 && kind !== 'dual' ? 'direct' : kind

/**
 * Rule 5: leaving any one offering out breaks rules 1-4 or makes a criterion worse (without start, ruling 4). In high a
 * better fit is no reason for an offering (ruling 47).
 */
export function isIrredundant(view: View, plan: Feasible, set: readonly Offering[], mode: Mode): boolean {
  return set.every((left) => {
    const rest = set.filter((offering) => offering !== left)
    const without = feasible(view, kindWithout(plan.kind, rest), rest, plan.vacancy, mode, 'without start')
    return (
      without === undefined ||
      without.readyWeek > plan.readyWeek ||
      without.ownCostEuro > plan.ownCostEuro ||
      (mode === 'low' && compareQuotients(without.fit, plan.fit) < 0)
    )
  })
}

/** Every kind and set of ordinary offerings by which a vacancy might be reached. */
export function ways(view: View, vacancy: Vacancy): { kind: PlanKind; set: Offering[] }[] {
  const { ordinary, mostTrainings: most } = view.tables
  if (isDual(vacancy) && most === 0) return []
  if (isDual(vacancy)) return subsets(ordinary, 0, most - 1).map((set) => ({ kind: 'dual', set }))
  const accepted = ordinary.filter((offering) => vacancy.acceptsTrainings?.includes(offering.id) === true)
  return [
    { kind: 'direct', set: [] },
    ...subsets(ordinary, 1, most).map((set) => ({ kind: 'trainThenHire' as const, set })),
    ...subsets(accepted, 1, most).map((set) => ({ kind: 'hireThenTrain' as const, set })),
  ]
}

/** Titled by its occupation when readiness falls after closing or more than 8 weeks ahead (ruling 7). */
function titleOf(view: View, plan: Feasible): Plan['titledBy'] {
  if (plan.kind === 'dual') return 'vacancy'
  const { settings } = view.tables.world
  const readiness = plan.kind === 'trainThenHire' ? plan.walked.end : freeWeek(view.person, settings)
  const closed = plan.vacancy.closing !== undefined && readiness > plan.vacancy.closing
  return closed || readiness > settings.thisWeek + 8 ? 'occupation' : 'vacancy'
}

const planOf = (view: View, found: Feasible, certain: boolean): Plan => ({
  kind: found.kind,
  path: found.walked.order.map((offering) => offering.id),
  vacancy: found.vacancy.id,
  starts: found.walked.starts,
  readyWeek: found.readyWeek,
  firstPaidWeek: found.firstPaidWeek,
  ownCostEuro: found.ownCostEuro,
  askFundingEuro: found.askFundingEuro,
  fit: found.fit,
  chance: chanceOf(found.kind, found.walked.order),
  titledBy: titleOf(view, found),
  certain,
  toCheck: found.toCheck as Plan['toCheck'],
})

/** Plan ids: vacancy, number of offerings, sorted ids, kind. */
export const byPlanId = (a: Plan, b: Plan): number =>
  byText(a.vacancy, b.vacancy) ||
  a.path.length - b.path.length ||
  byTexts(sorted(a.path), sorted(b.path)) ||
  byText(a.kind, b.kind)

/** A plan of one kind and set, if there is one: certain, or possible (ruling 33). */
export function planBy(view: View, kind: PlanKind, set: readonly Offering[], vacancy: Vacancy): Plan | undefined {
  const low = feasible(view, kind, set, vacancy, 'low', 'with start')
  if (low !== undefined) return isIrredundant(view, low, set, 'low') ? planOf(view, low, true) : undefined
  const high = feasible(view, kind, set, vacancy, 'high', 'with start')
  if (high === undefined || !isIrredundant(view, high, set, 'high')) return undefined
  return planOf(view, high, false)
}

export interface AllPlans {
  readonly certain: readonly Plan[]
  readonly possible: readonly Plan[]
}

export function allPlans(view: View, goal: Goal): AllPlans {
  const plans: Plan[] = []
  for (const vacancy of view.tables.vacancies) {
    if (!inGoal(vacancy, goal)) continue
    for (const { kind, set } of ways(view, vacancy)) {
      const plan = planBy(view, kind, set, vacancy)
      if (plan !== undefined) plans.push(plan)
    }
  }
  plans.sort(byPlanId)
  return { certain: plans.filter((plan) => plan.certain), possible: plans.filter((plan) => !plan.certain) }
}
