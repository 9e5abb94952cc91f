import type { Market, Mode } from '../matching/index.ts'
import { missingHigh, missingLow, missingOf, type View } from '../matching/index.ts'
import type { Course, Courses } from './courses.ts'

const noCourses: readonly Course[] = []

/** By what vacancies say of how they are reached: few say the same, and what they say never changes. */
const knownOf = new WeakMap<Courses, Map<object, readonly Course[]>>()

/** Ordinary courses that the vacancy of a row accepts of somebody who is hired already, by index. */
export function acceptedOf(market: Market, courses: Courses, row: number): readonly Course[] {
  const number = market.columns.reach[row] as number
  const reach = number === 0 ? undefined : market.values.reaches.get(number)
  if (!reach?.acceptsTrainings) return noCourses
  const known = knownOf.get(courses) ?? new Map<object, readonly Course[]>()
  knownOf.set(courses, known)
  const found = known.get(reach) ?? ordinary(courses, reach.acceptsTrainings)
  known.set(reach, found)
  return found
}

function ordinary({ byId }: Courses, ids: readonly string[]): readonly Course[] {
  const found = ids.flatMap((id) => byId.get(id) ?? [])
  return [...new Set(found)].filter((course) => !course.dual).sort((a, b) => a.index - b.index)
}

/** Whether these courses together teach all that the row misses. */
export function teachAll(
  { columns, kinds }: Market,
  { worth }: View,
  mode: Mode,
  row: number,
  accepted: readonly Course[],
): boolean {
  const bit = mode === 'low' ? missingLow : missingHigh
  const from = columns.requirementStart[row] as number
  const end = from + (columns.essentials[row] as number)
  for (let at = from; at < end; at++) {
    const kind = columns.requirements[at] as number
    if ((missingOf(worth, kind) & bit) === 0) continue
    const demand = kinds.columns.demand[kind] as number
    if (!accepted.some(({ content }) => content.teaches.has(demand))) return false
  }
  return true
}
