import type { PlanGroup, PlanKind, PlansToGoal, Preference } from '../../../src/engine/planning/plan.ts'
import type { CompiledVacancy } from '../matching/index.ts'
import { visitAllPlans } from './all-plans.ts'
import { dress } from './dress.ts'
import { byFitThenVacancy, fold, type Group, groupByPath } from './fold.ts'
import { equalsOrBeats, Front } from './front.ts'
import { closedTargets, newlyOpened } from './opens.ts'
import type { BothModes } from './planning.ts'
import { fitAfter } from './sound.ts'
import type { Target } from './target.ts'
import type { BarePlan } from './vacancy-plans.ts'

const kinds: readonly PlanKind[] = ['direct', 'trainThenHire', 'hireThenTrain', 'dual']

/** The front per kind, grouped by path, best first under a preference; nearly equal paths folded. */
export function plansToGoal(both: BothModes, vacancies: readonly CompiledVacancy[], preference: Preference): PlansToGoal {
  const { counts, plans } = frontsOf(both, vacancies)
  const { traveller } = both.low
  const closed = { low: closedTargets(both.low, vacancies), high: closedTargets(both.high, vacancies) }
  const groups = fold(groupByPath(plans, preference, traveller.market.context.thisWeek))
  return { counts, groups: groups.map((group) => dressGroup(both, group, closed)) }
}

/** Counts before any front, and the fronts: certain plans, then possible ones that no certain one equals or beats (ruling 34). */
function frontsOf(
  both: BothModes,
  vacancies: readonly CompiledVacancy[],
): { readonly counts: PlansToGoal['counts']; readonly plans: BarePlan[] } {
  const certain = new Map(kinds.map((kind) => [kind, new Front()]))
  const possible = new Map(kinds.map((kind) => [kind, new Front()]))
  const low = new Set<number>()
  const high = new Set<number>()
  const visit = (plan: BarePlan): boolean => {
    high.add(plan.vacancy.index)
    if (plan.mode === 'low') low.add(plan.vacancy.index)
    ;(plan.mode === 'low' ? certain : possible).get(plan.kind)?.add(plan)
    return false
  }
  for (const vacancy of vacancies) visitAllPlans(both, vacancy, visit)
  const plans = kinds.flatMap((kind) => {
    const sure = certain.get(kind)?.plans ?? []
    const rest = possible.get(kind)?.plans ?? []
    return [...sure, ...rest.filter((plan) => !sure.some((kept) => equalsOrBeats(kept, plan)))]
  })
  return { counts: { certain: low.size, high: high.size }, plans }
}

interface Closed {
  readonly low: readonly Target[]
  readonly high: readonly Target[]
}

const examplesShown = 3

function dressGroup(both: BothModes, { best, plans, folded }: Group, closed: Closed): PlanGroup {
  const path = best.walk?.order ?? []
  const low = newlyOpened(both.low, closed.low, best.kind, path)
  const high = newlyOpened(both.high, closed.high, best.kind, path)
  return {
    kind: best.kind,
    best: dress(both.low.traveller, best),
    plans: plans.length,
    opensLow: low.length,
    opensHigh: high.length,
    examples: bestExamples(best, best.mode === 'low' ? low : high),
    certain: best.mode === 'low',
    folded: folded.map((plan) => (plan.walk?.order ?? []).map((course) => course.offering.id)),
  }
}

/** The best three of what a path opens, by low fit at its end, ties by id: weeks and cost are the path's own. */
function bestExamples(best: BarePlan, opened: readonly Target[]): string[] {
  const path = best.walk?.order ?? []
  return opened
    .map((target) => ({ ...best, vacancy: target.vacancy, fit: fitAfter(target, path) }))
    .sort(byFitThenVacancy)
    .slice(0, examplesShown)
    .map((plan) => plan.vacancy.vacancy.id)
}
