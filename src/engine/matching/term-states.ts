import type { Values } from '../columns/index.ts'
import type { TermKey } from './answer.ts'
import type { Person } from './person.ts'
import { type KeyedTerm, minutesBetween, paperTerms, type TermContext } from './terms.ts'
import type { Vacancy } from './vacancy.ts'
import { saidByFlags, silentSmall, type VacancyValues } from './vacancy-columns.ts'

/** A term that holds, one that is not known, and one that does not: they combine by *or*. */
export const holdsState = 0
export const unknownState = 1
export const unmetState = 2

type State = typeof holdsState | typeof unknownState | typeof unmetState

/**
 * How one person stands towards every value that a vacancy may have for a term: worked out once per distinct value, looked
 * up once per vacancy. Index 0 of each list is a vacancy that is silent.
 */
export interface TermStates {
  /** By number of the place. */
  readonly place: Uint8Array
  /** Work from home from this share on makes the place no matter. */
  readonly remoteEnough: number
  readonly hours: HoursStates
  readonly days: DaysStates
  readonly wage: WageStates
  readonly languages: Uint8Array
  readonly workLevel: Uint8Array
  readonly diploma: Uint8Array
  /** By years asked; the last index is silence. */
  readonly experienceYears: Uint8Array
  readonly licences: Uint8Array
  /** By the bits of `flags`. */
  readonly flags: Uint8Array
  /** Latest start before this week: too late. */
  readonly free: number
}

export interface HoursStates {
  /** -1 where the person is silent. */
  readonly min: number
  readonly max: number
  readonly unknown: State
}

export interface DaysStates {
  /** -1 where the person is silent. */
  readonly days: number
  readonly unknown: State
}

export interface WageStates {
  /** False: nothing is asked. */
  readonly asks: boolean
  /** The least cents per hour, by hours a week. */
  readonly leastCents: Float64Array
  readonly unknown: State
}

/** What is supposed of unknown terms, and what the wage floor gives way. */
interface Supposed {
  readonly term?: { readonly key: TermKey; readonly holds: boolean }
}

export function termStatesOf(person: Person, context: TermContext, values: VacancyValues, supposed: Supposed = {}): TermStates {
  const unknownOf = (key: TermKey): State => {
    if (supposed.term?.key !== key) return unknownState
    return supposed.term.holds ? holdsState : unmetState
  }
  return {
    place: placeStates(person, context, values, unknownOf('place')),
    remoteEnough: Math.min(100, person.place?.remoteShareEnough ?? 100),
    hours: { min: person.hours?.[0] ?? -1, max: person.hours?.[1] ?? -1, unknown: unknownOf('hours') },
    days: { days: person.days ?? -1, unknown: unknownOf('days') },
    wage: wageStates(person, context, unknownOf('wage')),
    ...paperStates(person, context, values, unknownOf),
    free: Math.max(context.thisWeek, person.availableFrom ?? context.thisWeek),
  }
}

/** Terms that hang on papers: each distinct value of a vacancy is judged by the term itself, in a vacancy that says nothing else. */
function paperStates(
  person: Person,
  context: TermContext,
  values: VacancyValues,
  unknownOf: (key: TermKey) => State,
): Pick<TermStates, 'languages' | 'workLevel' | 'diploma' | 'experienceYears' | 'licences' | 'flags'> {
  const stateOf = (part: Partial<Vacancy>, termsOf: (vacancy: Vacancy) => readonly KeyedTerm[]): State => {
    const vacancy: Vacancy = { id: '', requirements: [], ...part }
    let state: number = holdsState
    for (const { key, judge } of termsOf(vacancy)) {
      const judged = judge(person, vacancy, context)
      if (judged) state |= judged.state === 'unmet' ? unmetState : unknownOf(key)
    }
    return state as State
  }
  const perValue = <T>(
    { list }: Values<T>,
    term: keyof typeof paperTerms,
    partOf: (value: T) => Partial<Vacancy>,
  ): Uint8Array => {
    const states = new Uint8Array(list.length + 1)
    for (const [at, value] of list.entries()) states[at + 1] = stateOf(partOf(value), paperTerms[term])
    return states
  }
  return {
    languages: perValue(values.languages, 'languages', (languages) => ({ languages })),
    workLevel: perValue(values.workLevels, 'workLevel', (workLevel) => ({ workLevel })),
    diploma: perValue(values.diplomas, 'diploma', (diplomaOnly) => ({ diplomaOnly })),
    licences: perValue(values.licences, 'licences', (licences) => ({ licences })),
    experienceYears: perYears((years) => stateOf({ experienceYears: years }, paperTerms.experienceYears)),
    flags: Uint8Array.from({ length: 16 }, (_, bits) => stateOf(saidByFlags(bits), paperTerms.flags)),
  }
}

function perYears(stateOf: (years: number) => State): Uint8Array {
  return Uint8Array.from({ length: silentSmall + 1 }, (_, years) => (years === silentSmall ? holdsState : stateOf(years)))
}

/** Whether each place is near enough. The difference in latitude alone is never more than the distance: it settles most. */
function placeStates(person: Person, { kmPerHour }: TermContext, { places }: VacancyValues, unknown: State): Uint8Array {
  const states = new Uint8Array(places.list.length + 1)
  const wish = person.place
  if (!wish) return states
  states[0] = unknown
  const speed = kmPerHour[wish.mode]
  const mostDegrees = (((wish.maxMinutes / 60) * speed) / kmPerDegree) * roundingRoom
  for (const [at, place] of places.list.entries()) {
    const isFar = Math.abs(place[0] - wish.at[0]) > mostDegrees || minutesBetween(wish.at, place, speed) > wish.maxMinutes
    states[at + 1] = isFar ? unmetState : holdsState
  }
  return states
}

/** A little less than a degree of latitude is on a sphere of 6371 km, so that rounding never rules out a place at the edge. */
const kmPerDegree = 111
const roundingRoom = 1.000001

/** A floor per month as the least cents per hour at each number of hours: floor x 1200 <= cents x hours x 52 (ruling 8). */
function wageStates(person: Person, { wageReliefCents = 0 }: TermContext, unknown: State): WageStates {
  const floor = person.wageFloorMonthEuro
  const leastCents = new Float64Array(silentSmall + 1)
  if (floor === undefined) return { asks: false, leastCents, unknown }
  for (let hours = 0; hours <= silentSmall; hours++) {
    leastCents[hours] = floor > 0 ? leastFactor(floor * 1200, hours * 52) - wageReliefCents : Number.NEGATIVE_INFINITY
  }
  return { asks: true, leastCents, unknown }
}

/** The least integer c with product <= c x by. */
function leastFactor(product: number, by: number): number {
  if (by === 0) return Number.POSITIVE_INFINITY
  const about = Math.floor(product / by)
  return about * by >= product ? about : about + 1
}
