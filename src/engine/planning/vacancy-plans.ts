/** All plans of one person to one vacancy, of all four kinds (definitions.md section 5, rules 1-5). */
import type { CompiledVacancy, ConditionKey, Mode } from '../matching/index.ts'
import { freeWeek } from '../matching/index.ts'
import { chanceOf } from './chance.ts'
import type { Course } from './courses.ts'
import { knobs } from './knobs.ts'
import type { Plan, PlanKind } from './plan.ts'
import { type Found, searchPaths } from './search.ts'
import { helpsOf, type Target, targetOf } from './target.ts'
import { hiredIncome, holds, type Traveller } from './traveller.ts'
import { type Walk, Walks, walk } from './walk.ts'

/** A plan before it is dressed up: what ranking needs, and how to show it. */
export interface BarePlan {
  readonly kind: PlanKind
  readonly vacancy: CompiledVacancy
  readonly walk: Walk | undefined
  readonly readyWeek: number
  readonly firstPaidWeek: number
  readonly ownEuro: number
  /** Numerator of fit over the vacancy's fitOutOf. */
  readonly fit: number
  readonly mode: Mode
}

/** One person in one mode: walks are remembered over all vacancies. */
export interface Planning {
  readonly traveller: Traveller
  readonly mode: Mode
  readonly walks: Walks
  /** For each content, the ordinary courses that this person can follow. */
  readonly open: readonly (readonly Course[])[]
}

export function planningOf(traveller: Traveller, mode: Mode): Planning {
  const open: Course[][] = traveller.courses.contents.map(() => [])
  const walks = new Walks(traveller, mode)
  for (const course of traveller.courses.list) {
    if (course.dual || !holds(traveller.follows[course.index], mode)) continue
    open[course.content.index]?.push(course)
  }
  return { traveller, mode, walks, open }
}

type Plans = Generator<BarePlan, void, undefined>

/** Lazy: whoever only asks whether there is a plan takes the first. */
export function* plansOfVacancy(planning: Planning, vacancy: CompiledVacancy): Plans {
  const target = targetOf(planning.traveller, vacancy, planning.mode)
  if (!target.termsHold) return
  if (vacancy.vacancy.carriedBy !== undefined) {
    yield* dual(planning, target)
    return
  }
  yield* direct(planning, target)
  yield* trainThenHire(planning, target)
  yield* hireThenTrain(planning, target)
}

/** First week in which the job can be begun by somebody free from `week`. */
function jobWeek(vacancy: CompiledVacancy, week: number): number {
  return Math.max(week, vacancy.vacancy.startFrom ?? week)
}

function* direct({ traveller, mode }: Planning, target: Target): Plans {
  if (target.missing.length > 0 || !target.startHolds) return
  const week = jobWeek(target.vacancy, traveller.free)
  if (week > traveller.market.context.thisWeek + knobs.horizonWeeks) return
  yield {
    kind: 'direct',
    vacancy: target.vacancy,
    walk: undefined,
    readyWeek: week,
    firstPaidWeek: week,
    ownEuro: 0,
    fit: target.fit,
    mode,
  }
}

function* trainThenHire(planning: Planning, target: Target): Plans {
  const { traveller, mode, walks, open } = planning
  const readyOf = (found: Walk): number => jobWeek(target.vacancy, found.end)
  const paths = search(planning, target, {
    coursesOf: (content) => open[content] ?? [],
    walk: (set) => walks.of(set),
    readyOf,
    without: target.missing.length === 0 ? { ready: jobWeek(target.vacancy, traveller.free), ownEuro: 0 } : undefined,
    most: knobs.mostTrainings,
  })
  const base = { kind: 'trainThenHire', vacancy: target.vacancy, mode } as const
  for (const { walk: found, fit } of paths) {
    const ready = readyOf(found)
    if (ready > traveller.market.context.thisWeek + knobs.horizonWeeks) continue
    yield { ...base, walk: found, readyWeek: ready, firstPaidWeek: ready, ownEuro: found.ownEuro, fit }
  }
}

/** Hired first: the accepted courses start no earlier than the job, and cost nothing where the employer pays. */
function* hireThenTrain(planning: Planning, target: Target): Plans {
  const { traveller, mode } = planning
  const { vacancy } = target.vacancy
  if (!vacancy.acceptsTrainings?.length || !target.startHolds || !holds(hiredIncome(traveller.person, vacancy), mode)) return
  const accepted = vacancy.acceptsTrainings.flatMap((id) => traveller.courses.byId.get(id) ?? []).filter((course) => !course.dual)
  const byContent = new Map<number, Course[]>()
  for (const course of [...new Set(accepted)].sort((a, b) => a.index - b.index)) {
    if (!holds(traveller.follows[course.index], mode)) continue
    byContent.set(course.content.index, [...(byContent.get(course.content.index) ?? []), course])
  }
  const hired = jobWeek(target.vacancy, traveller.free)
  const rules = { from: hired, employerPays: vacancy.paysTraining === true, incomePerCourse: false }
  const paths = search(planning, target, {
    coursesOf: (content) => byContent.get(content) ?? [],
    walk: (set) => walk(traveller, mode, set, rules),
    readyOf: (found) => found.end,
    without: target.missing.length === 0 ? { ready: hired, ownEuro: 0 } : undefined,
    most: knobs.mostTrainings,
  })
  const base = { kind: 'hireThenTrain', vacancy: target.vacancy, mode } as const
  for (const { walk: found, fit } of paths) {
    yield { ...base, walk: found, readyWeek: found.end, firstPaidWeek: hired, ownEuro: found.ownEuro, fit }
  }
}

/** The course that carries the job comes last, after at most two others (ruling 9). */
function* dual(planning: Planning, target: Target): Plans {
  const { traveller, mode, open } = planning
  const last = traveller.courses.byId.get(target.vacancy.vacancy.carriedBy ?? '')
  if (!last) return
  const rules = { from: traveller.free, employerPays: false, last, incomePerCourse: true }
  const walkDual = (set: readonly Course[]): Walk | undefined => walk(traveller, mode, set, rules)
  const wanted = dualTarget(target, last)
  const alone = wanted.missing.length === 0 ? walkDual([]) : undefined
  if (alone) yield dualPlan(planning, target, { walk: alone, fit: wanted.fit })
  const paths = search(planning, wanted, {
    coursesOf: (content) => open[content] ?? [],
    walk: walkDual,
    readyOf: (found) => found.end,
    without: undefined,
    most: knobs.mostTrainings - 1,
    always: last,
  })
  for (const found of paths) yield dualPlan(planning, target, found)
}

function dualPlan({ mode }: Planning, target: Target, { walk: found, fit }: Found): BarePlan {
  const paid = found.starts.at(-1) ?? found.end
  return {
    kind: 'dual',
    vacancy: target.vacancy,
    walk: found,
    readyWeek: found.end,
    firstPaidWeek: paid,
    ownEuro: found.ownEuro,
    fit,
    mode,
  }
}

/** The target as it is left when the dual course itself is done. */
function dualTarget(target: Target, last: Course): Target {
  const gifts = new Map(last.content.gifts.map((gift) => [gift.demand, gift]))
  const gains = target.gains.map((gain) => ({ ...gain, credit: Math.max(gain.credit, gifts.get(gain.demand)?.credit ?? 0) }))
  const gained = gains.reduce((sum, gain, index) => sum + gain.weight * (gain.credit - (target.gains[index]?.credit ?? 0)), 0)
  return {
    ...target,
    missing: target.missing.filter((demand) => gifts.get(demand)?.meets !== true),
    fit: target.fit + gained,
    gains: gains.filter((gain) => gain.credit < 1200),
  }
}

function* search(
  planning: Planning,
  target: Target,
  way: {
    readonly coursesOf: (content: number) => readonly Course[]
    readonly walk: (set: readonly Course[]) => Walk | undefined
    readonly readyOf: (found: Walk) => number
    readonly without: { readonly ready: number; readonly ownEuro: number } | undefined
    readonly most: number
    readonly always?: Course
  },
): Generator<Found, void, undefined> {
  const { traveller, mode } = planning
  const { metLow, metHigh } = traveller.view.assessment
  const met = mode === 'low' ? metLow : metHigh
  const usable = (content: number): boolean => way.coursesOf(content).length > 0
  const helps = helpsOf(traveller.courses, target, usable, met, way.always?.content)
  const always = way.always && {
    content: way.always.content,
    covers: target.missing.length > 30 ? 0n : 0,
    credits: target.gains.map((gain) => gain.credit),
    enabler: true,
  }
  const { always: _course, ...rest } = way
  yield* searchPaths({ target, helps, ...rest, lacks: (demand) => met[demand] !== 1, ...(always ? { always } : {}) })
}

/** What must still be checked of a plan that exists only in high, sorted. */
export function checksOf(traveller: Traveller, plan: BarePlan): ConditionKey[] {
  const { view, market } = traveller
  const order = plan.walk?.order ?? []
  const taught = (demand: number): boolean =>
    order.some(({ content }) => content.gifts.some((gift) => gift.demand === demand && gift.meets))
  const keys = new Set<ConditionKey>()
  for (const { demand, requirement } of plan.vacancy.essentials) {
    if (view.assessment.metLow[demand] === 0 && !taught(demand)) keys.add(`skill:${requirement.skill}`)
  }
  for (const { key, judge } of plan.vacancy.terms) {
    const asksStart = plan.kind === 'direct' || plan.kind === 'hireThenTrain'
    if ((key !== 'start' || asksStart) && judge(traveller.person, plan.vacancy.vacancy, market.context)) keys.add(key)
  }
  for (const [index, course] of order.entries()) {
    for (const { demand, id } of course.content.prerequisites) {
      const earlier = order.slice(0, index)
      const given = earlier.some(({ content }) => content.gifts.some((gift) => gift.demand === demand && gift.meets))
      if (view.assessment.metLow[demand] === 0 && !given) keys.add(`skill:${id}`)
    }
    const { language } = course.offering
    if (language && traveller.person.languages?.[language.code] === undefined) keys.add(`language:${language.code}`)
    if (!course.offering.online && !course.offering.place && traveller.person.place) keys.add('place')
  }
  return [...keys].sort()
}

/** Dresses up a plan. `certain`: it exists in low. */
export function dress(traveller: Traveller, plan: BarePlan): Plan {
  const order = plan.walk?.order ?? []
  const { vacancy } = plan.vacancy
  const { thisWeek } = traveller.market.context
  const readiness = plan.kind === 'trainThenHire' ? (plan.walk?.end ?? plan.readyWeek) : freeWeek(traveller.person, thisWeek)
  const late = (vacancy.closing !== undefined && readiness > vacancy.closing) || readiness - thisWeek > knobs.titledByVacancyWeeks
  return {
    kind: plan.kind,
    path: order.map((course) => course.offering.id),
    vacancy: vacancy.id,
    starts: plan.walk?.starts ?? [],
    readyWeek: plan.readyWeek,
    firstPaidWeek: plan.firstPaidWeek,
    ownCostEuro: plan.ownEuro,
    askFundingEuro: plan.walk?.toAskEuro ?? 0,
    fit: plan.vacancy.fitOutOf === 0 ? { of: 0, outOf: 1 } : { of: plan.fit, outOf: plan.vacancy.fitOutOf },
    chance: chanceOf(plan.kind, order),
    titledBy: plan.kind !== 'dual' && late ? 'occupation' : 'vacancy',
    certain: plan.mode === 'low',
    toCheck: plan.mode === 'low' ? [] : checksOf(traveller, plan),
  }
}
