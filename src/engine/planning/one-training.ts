import type { CompiledVacancy } from '../matching/index.ts'
import type { Course, Courses } from './courses.ts'
import type { BothModes, Planning } from './planning.ts'
import { coversAll, fitAfter } from './sound.ts'
import type { BarePlan } from './vacancy-plans.ts'

/**
 * Of somebody who misses a skill of this vacancy: the plan through one training before the job. Certain before possible, then soonest, cheapest,
 * id of the offering (ruling 52). Undefined where there is none. Only trainings that teach all that is missing are looked at, so none can be
 * left out of its path (rule 5), and no search is needed.
 */
export function oneTrainingPlan({ low, high }: BothModes, vacancy: CompiledVacancy): BarePlan | undefined {
  if (vacancy.vacancy.carriedBy !== undefined) return undefined
  return bestIn(low, vacancy) ?? bestIn(high, vacancy)
}

function bestIn(planning: Planning, vacancy: CompiledVacancy): BarePlan | undefined {
  const { courses } = planning.traveller
  const target = planning.targetOf(vacancy)
  const [first] = target?.missing ?? []
  if (!target || first === undefined) return undefined
  let best: BarePlan | undefined
  const { from, content: contents } = courses.meeters
  for (const content of contents.subarray(from[first], from[first + 1])) {
    for (const course of coursesOf(courses)[content] ?? []) {
      if (!coversAll(target, [course])) break
      const walk = planning.walks.of([course])
      if (!walk) continue
      const week = Math.max(walk.end, target.startFrom)
      const plan: BarePlan = {
        ...{ kind: 'trainThenHire', vacancy, walk, ownEuro: walk.ownEuro, mode: planning.mode },
        ...{ readyWeek: week, firstPaidWeek: week, fit: fitAfter(target, [course]) },
      }
      if (best === undefined || comesBefore(plan, best)) best = plan
    }
  }
  return best
}

function comesBefore(a: BarePlan, b: BarePlan): boolean {
  return (a.readyWeek - b.readyWeek || a.ownEuro - b.ownEuro || (idOf(a) < idOf(b) ? -1 : 1)) < 0
}

function idOf({ walk }: BarePlan): string {
  return walk?.order[0]?.offering.id ?? ''
}

const byContent = new WeakMap<Courses, readonly (readonly Course[])[]>()

/** The ordinary courses with each content, put together once. */
function coursesOf(courses: Courses): readonly (readonly Course[])[] {
  const known = byContent.get(courses)
  if (known) return known
  const lists: Course[][] = courses.contents.map(() => [])
  for (const course of courses.list) if (!course.dual) lists[course.content.index]?.push(course)
  byContent.set(courses, lists)
  return lists
}
