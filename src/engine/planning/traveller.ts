import {
  type Coordinates,
  freeWeek,
  kilometresBetween,
  type Market,
  type Mode,
  type Person,
  type Standing,
  type Supposition,
  type TermBits,
  type View,
  viewOf,
} from '../matching/index.ts'
import type { Course, Courses } from './courses.ts'
import type { Scope } from './scope.ts'
import { ruledOut, sure, type Takes, takesOf } from './takes.ts'

/** Three answers: yes, no, or not known (met in high only). */
export type Certainty = 'yes' | 'no' | 'unknown'

/** A person about to plan: assessed, with the limits that do not depend on the path worked out per course. */
export interface Traveller {
  readonly market: Market
  readonly courses: Courses
  readonly travelCentsPerKm: number
  readonly view: View
  readonly person: Person
  readonly free: number
  /** What of a scope stands open, worked out on first use (see `standingIn`). */
  readonly standings: Map<Scope, Standing>
  /** Terms per row, filled on first use (see `bitsOf`). */
  readonly bits: (TermBits | undefined)[]
  /** What each course takes. Worked out on first use. */
  readonly takes: Takes
}

export function travellerOf(
  market: Market,
  courses: Courses,
  travelCentsPerKm: number,
  person: Person,
  supposed?: Supposition,
): Traveller {
  return travellerWith(market, courses, travelCentsPerKm, viewOf(market, person, supposed))
}

export function travellerWith(market: Market, courses: Courses, travelCentsPerKm: number, view: View): Traveller {
  const { person } = view
  const free = freeWeek(person, market.context.thisWeek)
  let takes: Takes | undefined
  return {
    market,
    courses,
    travelCentsPerKm,
    view,
    person,
    free,
    standings: new Map(),
    bits: [],
    get takes() {
      takes ??= takesOf(market, courses, view, free, travelCentsPerKm)
      return takes
    },
  }
}

/** Whether a state of `takes` holds in a mode. */
export function holds(state: number | undefined, mode: Mode): boolean {
  return state === sure || (mode === 'high' && state !== ruledOut)
}

/** The limits of rule 3 that stand for one course by itself. Whoever is silent on a limit sets none. */
export function limitsOf(
  person: Person,
  course: Course,
  minutes: (to: Coordinates) => number,
  supposed?: Supposition,
): readonly [hours: Certainty, place: Certainty, language: Certainty] {
  return [hoursCertainty(person, course), placeCertainty(person, course, minutes), languageCertainty(person, course, supposed)]
}

function hoursCertainty(person: Person, { offering }: Course): Certainty {
  const most = person.study?.hoursPerWeek
  return most === undefined || offering.hoursPerWeek <= most ? 'yes' : 'no'
}

function placeCertainty(person: Person, { offering }: Course, minutes: (to: Coordinates) => number): Certainty {
  if (offering.online) return person.study?.onlineIsFine === false ? 'no' : 'yes'
  if (!person.place) return 'yes'
  if (!offering.place) return 'unknown'
  return minutes(offering.place) <= person.place.maxMinutes ? 'yes' : 'no'
}

function languageCertainty(person: Person, { offering }: Course, supposed: Supposition | undefined): Certainty {
  if (!offering.language) return 'yes'
  const { code, level } = offering.language
  const found = person.languages?.[code]
  if (found !== undefined) return found >= level ? 'yes' : 'no'
  if (supposed?.term?.key === `language:${code}`) return supposed.term.holds ? 'yes' : 'no'
  return 'unknown'
}

/** Cents of travel over the whole course: days x 2 x whole kilometres x rate; none online or where a place is silent. */
export function travelCents(traveller: Traveller, { offering }: Course): number {
  const { place } = traveller.person
  if (offering.online || !offering.place || !place) return 0
  return (offering.siteDays ?? 0) * 2 * Math.ceil(kilometresBetween(place.at, offering.place)) * traveller.travelCentsPerKm
}
