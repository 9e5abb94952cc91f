import type { Condition, Person } from '../../../engine/matching/index.ts'
import type { Goal, Plan, PlanGroup } from '../../../engine/planning/index.ts'
import { bestListGroups } from './best-list-groups.ts'
import { findAsks } from './find-asks.ts'
import { findChanges, findChangesToday } from './find-changes.ts'
import { findSkills } from './find-skills.ts'
import type { HeldEngine } from './held-engine.ts'
import type { GroupFinding, PlanFinding, PlansFinding, Question } from './question.ts'

export function findPlans(held: HeldEngine, { person, goal, preference }: Question<'plans'>): PlansFinding {
  const { engine } = held
  const found = isEmpty(goal) ? bestListGroups(engine, person, preference) : engine.plansTo(person, goal, preference)
  const question = engine.goodQuestion(person)
  return {
    counts: found.counts,
    groups: found.groups.map((group) => groupFinding(held, person, group)),
    changes: found.groups.length > 0 ? findChangesToday(held, person) : findChanges(held, person),
    ...(question === undefined ? {} : { question }),
    asks: findAsks(held, person, goal),
  }
}

export function findPlan(held: HeldEngine, { person, plan: name }: Question<'plan'>): PlanFinding | undefined {
  if (!held.holds(name.vacancy)) return undefined
  const all = held.engine.allPlans(person, { vacancies: [name.vacancy] })
  const wanted = asSet(name.path)
  const isIt = (plan: Plan): boolean => plan.kind === name.kind && asSet(plan.path) === wanted
  const plan = all.certain.find(isIt) ?? all.possible.find(isIt)
  return plan && planFinding(held, person, plan)
}

export function groupFinding(held: HeldEngine, person: Person, group: PlanGroup): GroupFinding {
  const { best, plans, opensLow, opensHigh, examples, folded } = group
  return { best: planFinding(held, person, best), plans, opensLow, opensHigh, examples, folded }
}

function planFinding(held: HeldEngine, person: Person, plan: Plan): PlanFinding {
  return {
    plan,
    price: held.engine.priceOf(person, plan),
    toCheck: conditionsToCheck(held, person, plan),
    skills: findSkills(held, person, plan.vacancy, plan.path),
  }
}

function conditionsToCheck({ engine }: HeldEngine, person: Person, plan: Plan): Condition[] {
  if (plan.toCheck.length === 0) return []
  const { conditions } = engine.judge(person, plan.vacancy)
  const byKey = new Map(conditions.map((condition) => [condition.key, condition]))
  // A prerequisite of a training may be what is unknown; it is no condition of the vacancy.
  return plan.toCheck.map((key) => byKey.get(key) ?? { key, state: 'unknown', asked: true, distance: 0 })
}

function isEmpty(goal: Goal): boolean {
  return goal.vacancies === undefined && goal.occupations === undefined && goal.regions === undefined
}

/** A path as a set: the same whatever the order. */
function asSet(path: readonly string[]): string {
  return [...path].sort().join(' ')
}
