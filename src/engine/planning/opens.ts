import type { CompiledVacancy, Mode } from '../matching/index.ts'
import type { Course } from './courses.ts'
import type { PlanKind } from './plan.ts'
import { type Target, targetOf } from './target.ts'
import type { Traveller } from './traveller.ts'

/** For each vacancy what stands in the way of this person in one mode, *start* left out (ruling 4). Made once per question. */
export interface Openings {
  readonly mode: Mode
  /** Vacancies whose terms hold and that miss at least one essential: what training may newly open. */
  readonly closed: readonly Target[]
  /** Number of vacancies open without training, *start* included; dual jobs never. */
  readonly openNow: number
}

export function openingsOf(traveller: Traveller, vacancies: readonly CompiledVacancy[], mode: Mode): Openings {
  const closed: Target[] = []
  let openNow = 0
  for (const vacancy of vacancies) {
    const target = targetOf(traveller, vacancy, mode)
    if (!target.termsHold) continue
    if (target.missing.length > 0) closed.push(target)
    else if (vacancy.vacancy.carriedBy === undefined && target.startHolds) openNow++
  }
  return { mode, closed, openNow }
}

/**
 * The vacancies a path newly opens. *Train, then hire*: every vacancy but dual jobs. *Hire, then train*: those that accept
 * all its trainings. *Dual*: the job it carries.
 */
export function newlyOpened(openings: Openings, kind: PlanKind, path: readonly Course[]): Target[] {
  if (path.length === 0) return []
  const taught = new Set(path.flatMap(({ content }) => content.gifts.filter((gift) => gift.meets).map((gift) => gift.demand)))
  return openings.closed.filter(
    (target) => reachedBy(target.vacancy, kind, path) && target.missing.every((demand) => taught.has(demand)),
  )
}

function reachedBy({ vacancy }: CompiledVacancy, kind: PlanKind, path: readonly Course[]): boolean {
  if (kind === 'dual') return vacancy.carriedBy !== undefined && vacancy.carriedBy === path.at(-1)?.offering.id
  if (vacancy.carriedBy !== undefined) return false
  if (kind === 'hireThenTrain') return path.every((course) => vacancy.acceptsTrainings?.includes(course.offering.id))
  return true
}
