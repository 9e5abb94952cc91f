import type { Person } from '../../../engine/matching/index.ts'
import type { BestOfVacancy, ExplainingEngine, PlanGroup, PlansToGoal, Preference } from '../../../engine/planning/index.ts'

const vacanciesShown = 20
const examplesShown = 3

/**
 * The best list seen as groups: over all jobs the front collapses (definitions.md section 5), so without a goal the 20
 * best vacancies are shown, those with the same kind and path together under their best one.
 */
export function bestListGroups(engine: ExplainingEngine, person: Person, preference: Preference): PlansToGoal {
  const best = engine.bestList(person, preference, vacanciesShown)
  const groups = Map.groupBy(best, ({ plan }) => `${plan.kind} ${[...plan.path].sort().join(' ')}`)
  return {
    counts: { certain: best.filter((one) => one.plan.certain).length, high: best.length },
    groups: [...groups.values()].map((group) => toGroup(engine, person, group)),
  }
}

function toGroup(engine: ExplainingEngine, person: Person, group: readonly BestOfVacancy[]): PlanGroup {
  const [first] = group
  if (!first) throw new Error('a group of the best list has at least one plan')
  const opens = engine.opens(person, first.plan.path, {})
  return {
    kind: first.plan.kind,
    best: first.plan,
    plans: group.length,
    opensLow: opens.low.length,
    opensHigh: opens.high.length,
    examples: group.slice(0, examplesShown).map((one) => one.plan.vacancy),
    certain: first.plan.certain,
    folded: [],
  }
}
