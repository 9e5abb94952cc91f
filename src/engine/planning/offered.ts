import type { Market } from '../matching/index.ts'
import type { PoolTrainings } from '../pool/index.ts'
import { asIfKnown } from './asks.ts'
import { type Course, type Courses, compileCourses } from './courses.ts'
import type { Offering } from './offering.ts'
import { poolTrainings } from './pool-effect.ts'

/** All offerings, compiled against a market for every question that is asked of them. */
export interface Offered {
  readonly offerings: readonly Offering[]
  /** Those that can be planned with. */
  readonly courses: Courses
  /** Those to ask about first, as if all of them were known (ruling 48). */
  readonly askable: Courses
  readonly trainings: PoolTrainings
  /** Those that carry no job of this market. */
  readonly ordinary: readonly Offering[]
  /** What the compiling rested on besides the offerings. */
  readonly rest: { readonly demands: number; readonly thisWeek: number }
}

/** Call `numberOfferings` first. */
export function offeredIn(market: Market, offerings: readonly Offering[]): Offered {
  const courses = compileCourses(
    market,
    offerings.filter(({ askFirst }) => askFirst !== true),
  )
  return {
    offerings,
    courses,
    askable: compileCourses(market, offerings.filter(({ askFirst }) => askFirst === true).map(asIfKnown)),
    trainings: poolTrainings(courses),
    ordinary: courses.list.filter(({ dual }) => !dual).map(({ offering }) => offering),
    rest: restOf(market),
  }
}

/**
 * What was compiled for an earlier market, where it holds for this one as well: no demand and no week is new, and every job that an
 * offering carries is there as before.
 */
export function stillOffered(known: Offered, market: Market): boolean {
  const { demands, thisWeek } = restOf(market)
  if (known.rest.demands !== demands || known.rest.thisWeek !== thisWeek) return false
  const isAsBefore = ({ offering: { job }, dual }: Course): boolean =>
    job === undefined || dual === (market.rowOf(job) !== undefined)
  return known.courses.list.every(isAsBefore) && known.askable.list.every(isAsBefore)
}

function restOf({ demands, context }: Market): Offered['rest'] {
  return { demands: demands.list.length, thisWeek: context.thisWeek }
}
