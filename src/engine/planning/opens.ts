import type { CompiledVacancy } from '../matching/index.ts'
import { acceptedOf } from './accepted.ts'
import type { Course } from './courses.ts'
import type { PlanKind } from './plan.ts'
import { hiredIncomeHolds, jobWeek, type Planning } from './planning.ts'
import { type Scope, vacanciesIn } from './scope.ts'
import { coversAll } from './sound.ts'
import type { Target } from './target.ts'

/**
 * Vacancies whose terms hold and that are not open as it is, *start* left out: what training may newly open (ruling 4). A dual
 * job is never open without its offering.
 */
export function closedTargets(planning: Planning, scope: Scope): Target[] {
  const closed: Target[] = []
  for (const vacancy of vacanciesIn(planning.traveller, scope)) {
    const target = planning.targetOf(vacancy)
    if (target && (target.missing.length > 0 || vacancy.vacancy.carriedBy !== undefined)) closed.push(target)
  }
  return closed
}

/** The vacancies that a path newly opens as one kind of plan: rules 1-4 hold, *start* left out (ruling 36). */
export function newlyOpened(planning: Planning, closed: readonly Target[], kind: PlanKind, path: readonly Course[]): Target[] {
  if (path.length === 0) return []
  const set = inOrder(path)
  if (kind === 'trainThenHire' && !planning.walks.of(set)) return []
  return closed.filter((target) => coversAll(target, path) && walksTo(planning, target.vacancy, kind, set))
}

/** Rules 1-3 for one kind of plan to one vacancy, terms aside. `set` is in order of index. */
export function walksTo(planning: Planning, vacancy: CompiledVacancy, kind: PlanKind, set: readonly Course[]): boolean {
  const carriedBy = vacancy.vacancy.carriedBy
  if (kind === 'dual') {
    const last = set.find((course) => course.offering.id === carriedBy)
    return last !== undefined && planning.ways.dualWalks(last).of(set.filter((course) => course !== last)) !== undefined
  }
  if (carriedBy !== undefined || set.some((course) => course.dual)) return false
  if (kind === 'trainThenHire') return planning.walks.of(set) !== undefined
  const { market, courses } = planning.traveller
  const accepted = acceptedOf(market, courses, vacancy.row)
  if (!set.every((course) => accepted.includes(course)) || !hiredIncomeHolds(planning, vacancy)) return false
  const hired = jobWeek(vacancy, planning.traveller.free)
  return planning.ways.hiredWalks(hired, vacancy.vacancy.paysTraining === true).of(set) !== undefined
}

export function inOrder(path: readonly Course[]): Course[] {
  return [...path].sort((a, b) => a.index - b.index)
}
