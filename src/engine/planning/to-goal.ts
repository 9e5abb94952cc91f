import type { CompiledVacancy } from '../matching/index.ts'
import type { Course } from './courses.ts'
import { byPlanId, compareFit, equalsOrBeats, frontOf, pathKey } from './front.ts'
import { knobs } from './knobs.ts'
import { newlyOpened, type Openings, openingsOf } from './opens.ts'
import type { PlanGroup, PlanKind, PlansToGoal, Preference } from './plan.ts'
import type { Target } from './target.ts'
import { utilityOf } from './utility.ts'
import { type BarePlan, dress, type Planning, plansOfVacancy } from './vacancy-plans.ts'

const kinds: readonly PlanKind[] = ['direct', 'trainThenHire', 'hireThenTrain', 'dual']

/** Low and high planning of one person. */
export interface BothModes {
  readonly low: Planning
  readonly high: Planning
}

export interface AllPlans {
  readonly certain: readonly BarePlan[]
  /** Exist only in high, and no certain plan of the kind equals or beats them (ruling 3). */
  readonly possible: readonly BarePlan[]
}

/** Every plan of rules 1-5 to these vacancies. */
export function allPlansTo(both: BothModes, vacancies: readonly CompiledVacancy[]): AllPlans {
  const certain: BarePlan[] = []
  const onlyHigh: BarePlan[] = []
  for (const vacancy of vacancies) {
    const known = new Set<string>()
    for (const plan of plansOfVacancy(both.low, vacancy)) {
      certain.push(plan)
      known.add(`${plan.kind} ${pathKey(plan)}`)
    }
    for (const plan of plansOfVacancy(both.high, vacancy)) {
      if (!known.has(`${plan.kind} ${pathKey(plan)}`)) onlyHigh.push(plan)
    }
  }
  const fronts = new Map(kinds.map((kind) => [kind, frontOf(certain.filter((plan) => plan.kind === kind))]))
  const beaten = (plan: BarePlan): boolean => fronts.get(plan.kind)?.some((kept) => equalsOrBeats(kept, plan)) ?? false
  return { certain, possible: onlyHigh.filter((plan) => !beaten(plan)) }
}

/** The front per kind, grouped by path, best first under a preference; nearly equal paths folded. */
export function plansToGoal(both: BothModes, vacancies: readonly CompiledVacancy[], preference: Preference): PlansToGoal {
  const all = allPlansTo(both, vacancies)
  const fronts = kinds.flatMap((kind) => {
    const ofKind = (plans: readonly BarePlan[]): BarePlan[] => frontOf(plans.filter((plan) => plan.kind === kind))
    return [...ofKind(all.certain), ...ofKind(all.possible)]
  })
  const { traveller } = both.low
  const openings = {
    low: openingsOf(traveller, vacancies, 'low'),
    high: openingsOf(traveller, vacancies, 'high'),
  }
  const groups = fold(groupByPath(fronts, preference, traveller.market.context.thisWeek))
  return {
    counts: { certain: all.certain.length, high: all.certain.length + all.possible.length },
    groups: groups.map((group) => dressGroup(both, group, openings)),
  }
}

interface Group {
  readonly best: BarePlan
  readonly plans: readonly BarePlan[]
  readonly utility: number
  readonly folded: BarePlan[]
}

function groupByPath(plans: readonly BarePlan[], preference: Preference, thisWeek: number): Group[] {
  const byPath = new Map<string, BarePlan[]>()
  for (const plan of plans) {
    const key = `${plan.kind} ${pathKey(plan)}`
    byPath.set(key, [...(byPath.get(key) ?? []), plan])
  }
  const utility = (plan: BarePlan): number => utilityOf(plan, preference, thisWeek)
  const better = (a: BarePlan, b: BarePlan): number => certainFirst(a, b) || utility(b) - utility(a) || byPlanId(a, b)
  return [...byPath.values()]
    .map((group) => {
      const [best] = [...group].sort(better)
      return { best: best as BarePlan, plans: group, utility: utility(best as BarePlan), folded: [] }
    })
    .sort((a, b) => better(a.best, b.best))
}

export function certainFirst(a: BarePlan, b: BarePlan): number {
  return Number(b.mode === 'low') - Number(a.mode === 'low')
}

/** Of paths of one kind that share enough of their training only the best stays; greedy in order of preference. */
function fold(groups: readonly Group[]): Group[] {
  const kept: Group[] = []
  for (const group of groups) {
    const behind = kept.find((other) => other.best.kind === group.best.kind && alike(other.best, group.best))
    if (behind) behind.folded.push(group.best)
    else kept.push(group)
  }
  return kept
}

/** At least 85 % of the longer path's weeks stand in the other path too, in courses of the same content (ruling 13). */
export function alike(a: BarePlan, b: BarePlan): boolean {
  const [weeksA, weeksB] = [weeksByContent(a), weeksByContent(b)]
  let shared = 0
  for (const [content, weeks] of weeksA) shared += Math.min(weeks, weeksB.get(content) ?? 0)
  const total = (weeks: ReadonlyMap<number, number>): number => [...weeks.values()].reduce((sum, one) => sum + one, 0)
  const longer = Math.max(total(weeksA), total(weeksB))
  return longer > 0 && shared * 100 >= knobs.alikePercent * longer
}

function weeksByContent(plan: BarePlan): Map<number, number> {
  const weeks = new Map<number, number>()
  for (const { content, offering } of plan.walk?.order ?? []) {
    weeks.set(content.index, (weeks.get(content.index) ?? 0) + offering.weeks)
  }
  return weeks
}

const examplesShown = 3

function dressGroup(both: BothModes, group: Group, openings: { low: Openings; high: Openings }): PlanGroup {
  const { best } = group
  const path = best.walk?.order ?? []
  const low = newlyOpened(openings.low, best.kind, path)
  const high = newlyOpened(openings.high, best.kind, path)
  return {
    kind: best.kind,
    best: dress(both.low.traveller, best),
    plans: group.plans.length,
    opensLow: low.length,
    opensHigh: high.length,
    examples: bestExamples(best, low.length > 0 ? low : high),
    certain: best.mode === 'low',
    folded: group.folded.map((plan) => (plan.walk?.order ?? []).map((course) => course.offering.id)),
  }
}

/** The best three of what a path opens, by low fit at its end, ties by id: weeks and cost are the path's own. */
function bestExamples(best: BarePlan, opened: readonly Target[]): string[] {
  const path = best.walk?.order ?? []
  return opened
    .map((target) => ({ ...best, vacancy: target.vacancy, fit: fitAfter(target, path) }))
    .sort((a, b) => -compareFit(a, b) || (a.vacancy.vacancy.id < b.vacancy.vacancy.id ? -1 : 1))
    .slice(0, examplesShown)
    .map((plan) => plan.vacancy.vacancy.id)
}

/** Numerator of low fit once a path is done. */
export function fitAfter(target: Target, path: readonly Course[]): number {
  let { fit } = target
  for (const gain of target.gains) {
    let { credit } = gain
    for (const { content } of path) {
      for (const gift of content.gifts) if (gift.demand === gain.demand) credit = Math.max(credit, gift.credit)
    }
    fit += gain.weight * (credit - gain.credit)
  }
  return fit
}
