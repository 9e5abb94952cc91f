import type { Mode } from '../matching/index.ts'
import { type Course, nextStart } from './courses.ts'
import { knobs } from './knobs.ts'
import { ownEuroOf, pricePath, toAskEuroOf } from './price.ts'
import { holds, type Traveller } from './traveller.ts'

/** A set of courses in its soonest order, within the person's limits. */
export interface Walk {
  readonly order: readonly Course[]
  readonly starts: readonly number[]
  /** The week after the last training week. */
  readonly end: number
  readonly ownEuro: number
  readonly toAskEuro: number
}

export interface WalkRules {
  /** First week in which a course may start. */
  readonly from: number
  readonly employerPays: boolean
  /** The course that carries the job: it comes last. */
  readonly last?: Course
  /** Whether the person's lowest month is looked at per course (not when a job pays already). */
  readonly incomePerCourse: boolean
}

/**
 * Walks a set of courses: the order that ends soonest, ties by ids in order. Undefined when no order satisfies
 * prerequisites, dates and limits (rules 1-3 of section 5).
 */
export function walk(traveller: Traveller, mode: Mode, set: readonly Course[], rules: WalkRules): Walk | undefined {
  const all = rules.last ? [...set, rules.last] : set
  for (const course of all) {
    if (!holds(traveller.follows[course.index], mode)) return undefined
    if (rules.incomePerCourse && !holds(traveller.income[course.index], mode)) return undefined
  }
  let best: { order: readonly Course[]; starts: readonly number[]; end: number } | undefined
  for (const permuted of ordersOf(set)) {
    const order = rules.last ? [...permuted, rules.last] : permuted
    const timed = time(traveller, mode, order, rules.from)
    if (timed && (best === undefined || timed.end < best.end)) best = { order, ...timed }
  }
  return best && priced(traveller, best, rules)
}

function time(
  traveller: Traveller,
  mode: Mode,
  order: readonly Course[],
  from: number,
): { starts: number[]; end: number } | undefined {
  const starts: number[] = []
  let at = from
  for (const [index, course] of order.entries()) {
    if (!canEnter(traveller, mode, course, order, index)) return undefined
    const start = nextStart(course, at)
    if (start === undefined) return undefined
    starts.push(start)
    at = start + course.offering.weeks
  }
  return { starts, end: at }
}

/** Prerequisites are met by the claims plus the outcomes of earlier courses. */
function canEnter(traveller: Traveller, mode: Mode, course: Course, order: readonly Course[], index: number): boolean {
  const { metLow, metHigh } = traveller.view.assessment
  const met = mode === 'low' ? metLow : metHigh
  return course.content.prerequisites.every(
    ({ demand }) =>
      met[demand] === 1 ||
      order.slice(0, index).some(({ content }) => content.gifts.some((gift) => gift.demand === demand && gift.meets)),
  )
}

function priced(
  traveller: Traveller,
  timed: { order: readonly Course[]; starts: readonly number[]; end: number },
  rules: WalkRules,
): Walk | undefined {
  const { study } = traveller.person
  const { thisWeek } = traveller.market.context
  if (timed.end > thisWeek + knobs.horizonWeeks) return undefined
  if (study?.totalWeeks !== undefined && timed.end - traveller.free > study.totalWeeks) return undefined
  const lines = pricePath(traveller, timed.order, rules.employerPays)
  const ownEuro = ownEuroOf(lines)
  if (study?.ownCostEuro !== undefined && ownEuro > study.ownCostEuro) return undefined
  return { ...timed, ownEuro, toAskEuro: toAskEuroOf(lines) }
}

/** All orders, those with lower ids first, so that "soonest, ties by ids" is "first found". Sets have at most 3. */
function ordersOf(set: readonly Course[]): readonly (readonly Course[])[] {
  const [a, b, c] = set
  if (!a || !b) return [set]
  if (!c)
    return a.index < b.index
      ? [
          [a, b],
          [b, a],
        ]
      : [
          [b, a],
          [a, b],
        ]
  const [x, y, z] = [a, b, c].sort((one, other) => one.index - other.index) as [Course, Course, Course]
  return [
    [x, y, z],
    [x, z, y],
    [y, x, z],
    [y, z, x],
    [z, x, y],
    [z, y, x],
  ]
}

/** Walks before any job, remembered: the same path leads to many vacancies. */
export class Walks {
  readonly #traveller: Traveller
  readonly #mode: Mode
  readonly #known = new Map<number, Walk | undefined>()

  constructor(traveller: Traveller, mode: Mode) {
    this.#traveller = traveller
    this.#mode = mode
  }

  /** `set` must be in order of index. */
  of(set: readonly Course[]): Walk | undefined {
    const size = this.#traveller.courses.list.length + 1
    let key = 0
    for (const course of set) key = key * size + course.index + 1
    if (this.#known.has(key)) return this.#known.get(key)
    const found = walk(this.#traveller, this.#mode, set, {
      from: this.#traveller.free,
      employerPays: false,
      incomePerCourse: true,
    })
    this.#known.set(key, found)
    return found
  }
}
