import type { Mode } from '../matching/index.ts'
import type { Content } from './contents.ts'
import { type Course, nextStart } from './courses.ts'
import { knobs } from './knobs.ts'
import { ownEuroOfSet } from './price.ts'
import { type SetKey, setKey } from './set-key.ts'
import type { Takes } from './takes.ts'
import { holds, type Traveller } from './traveller.ts'

/** A set of courses in its soonest order, within the person's limits. */
export interface Walk {
  /** All courses, that of a dual job too, in order of id: the identity of the path. */
  readonly set: readonly Course[]
  readonly order: readonly Course[]
  readonly starts: readonly number[]
  /** The week after the last training week. */
  readonly end: number
  readonly ownEuro: number
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

/** What a course takes at the least, in whatever path: the ground of every cut in the search. */
export interface Least {
  readonly euro: number
  readonly weeks: number
  /** No path with it ends sooner. */
  readonly end: number
}

/**
 * Walks under one set of rules, remembered: the same path leads to many vacancies. A walk is the order that ends soonest,
 * ties by ids in order; undefined when no order satisfies prerequisites, dates and limits (rules 1-3 of section 5).
 */
export class Walks {
  readonly rules: WalkRules
  readonly #traveller: Traveller
  readonly #mode: Mode
  readonly #known = new Map<SetKey, Walk | null>()
  readonly #least: (Least | null | undefined)[]
  readonly #lacks: (readonly number[] | undefined)[] = []
  /** Last week in which a path may end. */
  readonly latest: number
  readonly mostEuro: number

  /** `like`: walks of the same person, rules and mode but for answers; what does not hang on answers is shared. */
  constructor(traveller: Traveller, mode: Mode, rules: WalkRules, like?: Walks) {
    this.rules = rules
    this.#least = like ? like.#least : []
    this.#traveller = traveller
    this.#mode = mode
    const { study } = traveller.person
    const horizon = traveller.market.context.thisWeek + knobs.horizonWeeks
    this.latest = study?.totalWeeks === undefined ? horizon : Math.min(horizon, traveller.free + study.totalWeeks)
    this.mostEuro = study?.ownCostEuro ?? Number.POSITIVE_INFINITY
  }

  /** Weeks there are for training. */
  get mostWeeks(): number {
    return this.latest - this.rules.from
  }

  /** What the course takes at the least; undefined when it is in no path at all. Dates, limits and funding taken alone. */
  leastOf(course: Course): Least | undefined {
    const known = this.#least[course.index]
    if (known !== undefined) return known ?? undefined
    const found = this.#findLeast(course)
    this.#least[course.index] = found ?? null
    return found
  }

  #findLeast(course: Course): Least | undefined {
    if (!holds(this.#traveller.takes.follows[course.index], this.#mode)) return undefined
    if (this.rules.incomePerCourse && !holds(this.#traveller.takes.income[course.index], this.#mode)) return undefined
    const { free, takes } = this.#traveller
    const end = this.rules.from === free ? (takes.end[course.index] as number) : endFrom(course, this.rules.from)
    const euro = this.rules.employerPays ? 0 : (takes.euro[course.index] as number)
    return end > this.latest || euro > this.mostEuro ? undefined : { euro, weeks: course.offering.weeks, end }
  }

  /** Whether `leastOf` has an answer, for walks before any job. */
  canTake(course: number): boolean {
    const { takes } = this.#traveller
    return (
      holds(takes.follows[course], this.#mode) &&
      holds(takes.income[course], this.#mode) &&
      (takes.end[course] as number) <= this.latest &&
      (takes.euro[course] as number) <= this.mostEuro
    )
  }

  get takes(): Takes {
    return this.#traveller.takes
  }

  /** Prerequisites that the person lacks: somebody must teach them first. */
  lacks(course: Course): readonly number[] {
    return this.lacksOf(course.content)
  }

  lacksOf({ index, asks }: Content): readonly number[] {
    const known = this.#lacks[index]
    if (known) return known
    const { metLow, metHigh } = this.#traveller.view.assessment
    const met = this.#mode === 'low' ? metLow : metHigh
    const found = asks.filter((demand) => met[demand] !== 1)
    this.#lacks[index] = found
    return found
  }

  /** `set` must be in order of index. The course that carries a job is not in it. */
  of(set: readonly Course[]): Walk | undefined {
    const key = setKey(set, (course) => course.index, this.#traveller.courses.list.length)
    const known = this.#known.get(key)
    if (known !== undefined) return known ?? undefined
    const found = this.#walk(set)
    this.#known.set(key, found ?? null)
    return found
  }

  #walk(set: readonly Course[]): Walk | undefined {
    const { last, from, employerPays } = this.rules
    let [euro, weeks] = [0, 0]
    for (const course of last ? [...set, last] : set) {
      const least = this.leastOf(course)
      if (!least) return undefined
      euro += least.euro
      weeks += least.weeks
    }
    if (euro > this.mostEuro || weeks > this.mostWeeks) return undefined
    const best = this.#soonest(set)
    if (!best || best.end > this.latest) return undefined
    const ownEuro = employerPays ? 0 : ownEuroOfSet(this.#traveller, best.order)
    if (ownEuro > this.mostEuro) return undefined
    const all = last ? [...set, last].sort((a, b) => a.index - b.index) : set
    return { set: all, ...best, ownEuro, starts: startsOf(best.order, from) }
  }

  /**
   * When a set is over at the soonest, in one of these orders: before it is walked. What one course asks first is left aside;
   * so is the course that carries a job.
   */
  soonestEnd(set: readonly Course[], among: readonly (readonly number[])[]): number {
    let soonest = Number.POSITIVE_INFINITY
    for (const order of among) {
      let week = this.rules.from
      for (const at of order) week = endFrom(set[at] as Course, week)
      if (week < soonest) soonest = week
    }
    return soonest
  }

  /** The soonest order whatever it costs; undefined when dates, weeks or prerequisites are in the way. */
  soonest(set: readonly Course[]): readonly Course[] | undefined {
    const found = this.#soonest(set)
    return found && found.end <= this.latest ? found.order : undefined
  }

  /** Of the orders that satisfy prerequisites and dates the one that ends soonest, ties by ids in order. */
  #soonest(set: readonly Course[]): { readonly order: readonly Course[]; readonly end: number } | undefined {
    const { last } = this.rules
    let end = Number.POSITIVE_INFINITY
    let best: readonly number[] | undefined
    for (const order of orders[set.length] ?? []) {
      const ends = this.#endOf(set, order, end)
      if (ends >= end) continue
      end = ends
      best = order
    }
    if (!best) return undefined
    const order = best.map((at) => set[at] as Course)
    return { order: last ? [...order, last] : order, end }
  }

  /** Infinite when a prerequisite or a date is in the way, or when it ends no sooner than `unless`. */
  #endOf(set: readonly Course[], order: readonly number[], unless: number): number {
    const { last, from } = this.rules
    let week = from
    for (let index = 0; index <= order.length; index++) {
      const course = index < order.length ? set[order[index] as number] : last
      if (!course) break
      for (const demand of this.lacks(course)) if (!isTaught(set, order, index, demand)) return Number.POSITIVE_INFINITY
      const start = nextStart(course, week)
      if (start === undefined) return Number.POSITIVE_INFINITY
      week = start + course.offering.weeks
      if (week >= unless) return Number.POSITIVE_INFINITY
    }
    return week
  }
}

/** The week after it when it is begun as soon as it can be from `week` on. */
function endFrom(course: Course, week: number): number {
  return (nextStart(course, week) ?? Number.POSITIVE_INFINITY) + course.offering.weeks
}

function isTaught(set: readonly Course[], order: readonly number[], before: number, demand: number): boolean {
  for (let index = 0; index < before; index++) if (set[order[index] as number]?.content.teaches.has(demand)) return true
  return false
}

function startsOf(order: readonly Course[], from: number): number[] {
  let at = from
  return order.map((course) => {
    const start = nextStart(course, at) ?? at
    at = start + course.offering.weeks
    return start
  })
}

/** For sets of each size all orders, those with lower ids first, so that "soonest, ties by ids" is "first found". */
export const orders: readonly (readonly (readonly number[])[])[] = [
  [[]],
  [[0]],
  [
    [0, 1],
    [1, 0],
  ],
  [
    [0, 1, 2],
    [0, 2, 1],
    [1, 0, 2],
    [1, 2, 0],
    [2, 0, 1],
    [2, 1, 0],
  ],
]
