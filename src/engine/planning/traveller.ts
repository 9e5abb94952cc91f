import {
  type Coordinates,
  freeWeek,
  kilometresBetween,
  type Market,
  type Mode,
  minutesBetween,
  type Person,
  type Standing,
  type Supposition,
  type TermBits,
  type View,
  viewOf,
} from '../matching/index.ts'
import type { Course, Courses } from './courses.ts'
import type { Scope } from './scope.ts'

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
  /** Hours a week, place or online, language: whether the person can follow the course at all. */
  readonly follows: readonly Certainty[]
  /** Lowest month while following it before a job, and (dual) while it carries one. */
  readonly income: readonly Certainty[]
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
  const { person, supposed } = view
  const minutes = minutesTo(market, person)
  return {
    market,
    courses,
    travelCentsPerKm,
    view,
    person,
    free: freeWeek(person, market.context.thisWeek),
    standings: new Map(),
    bits: [],
    follows: courses.list.map((course) => allOf(limitsOf(person, course, minutes, supposed))),
    income: courses.list.map((course) => incomeCertainty(person, course)),
  }
}

export function holds(certainty: Certainty | undefined, mode: Mode): boolean {
  return certainty === 'yes' || (mode === 'high' && certainty === 'unknown')
}

export function allOf(certainties: readonly Certainty[]): Certainty {
  if (certainties.includes('no')) return 'no'
  return certainties.includes('unknown') ? 'unknown' : 'yes'
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

function incomeCertainty({ study, incomeWhileTrainingMonthEuro: own }: Person, { offering, dual }: Course): Certainty {
  const lowest = study?.lowestMonthEuro
  if (lowest === undefined) return 'yes'
  if (dual) return offering.incomeMonthEuro === undefined ? 'unknown' : offering.incomeMonthEuro >= lowest ? 'yes' : 'no'
  if (own === undefined) return 'unknown'
  return own + (offering.incomeMonthEuro ?? 0) >= lowest ? 'yes' : 'no'
}

/** Minutes to a place, remembered: many courses stand in the same town. */
export function minutesTo(market: Market, person: Person): (to: Coordinates) => number {
  const known = new Map<string, number>()
  return (to) => {
    if (!person.place) return 0
    const key = `${to[0]} ${to[1]}`
    const found = known.get(key) ?? minutesBetween(person.place.at, to, market.context.kmPerHour[person.place.mode])
    known.set(key, found)
    return found
  }
}

/** Cents of travel over the whole course: days x 2 x whole kilometres x rate; none online or where a place is silent. */
export function travelCents(traveller: Traveller, { offering }: Course): number {
  const { place } = traveller.person
  if (offering.online || !offering.place || !place) return 0
  return (offering.siteDays ?? 0) * 2 * Math.ceil(kilometresBetween(place.at, offering.place)) * traveller.travelCentsPerKm
}
