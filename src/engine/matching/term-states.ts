import type { TermKey } from './answer.ts'
import { nearPlaces } from './near-places.ts'
import { type PaperPart, paperPartsOf } from './paper-parts.ts'
import type { Coordinates, Person } from './person.ts'
import {
  type KeyedTerm,
  kilometresBetween,
  languageTerms,
  minutesBetween,
  mostHours,
  paperTerms,
  shiftTerms,
  type TermContext,
} from './terms.ts'
import type { Vacancy } from './vacancy.ts'
import type { Papers, VacancyValues } from './vacancy-columns.ts'

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
  /** Hours and days, by number of the shift. */
  readonly shift: Uint8Array
  readonly languages: Uint8Array
  readonly papers: PaperStates
  readonly wage: WageStates
  /** A latest start before this week is too late. */
  readonly free: number
}

/** How a person stands towards papers: by number of their combination, and of each part by number of its value. */
export interface PaperStates {
  readonly byNumber: Uint8Array
  readonly parts: readonly Uint8Array[]
}

/** By number of the shift. Nothing is asked: nought everywhere, and what is silent is no matter. */
export interface WageStates {
  /** Least cents per hour, between nought and the largest number that a column holds. */
  readonly leastCents: Int32Array
  /** -1 (all bits) where the hours are not known, so that the wage is not either; else 0. */
  readonly unknownHours: Int8Array
  /** What an unknown wage comes to. */
  readonly unknown: State
}

/** By shift, with what comes of the wage where the hours are not known: there least cents are nought, so that no wage is too low. */
export function shiftStates({ shift, wage: { unknownHours, unknown } }: TermStates): Uint8Array {
  return shift.map((state, at) => state | (unknown & (unknownHours[at] as number)))
}

/** What is supposed of unknown terms. */
interface Supposed {
  readonly term?: { readonly key: TermKey; readonly holds: boolean }
}

/** What states are worked out from. */
export interface TermAsker {
  readonly person: Person
  readonly context: TermContext
  readonly values: VacancyValues
  readonly supposed?: Supposed | undefined
  /** Places are told apart by a shorter sum where that is sure. */
  readonly quick: boolean
}

export function termStatesOf(asker: TermAsker): TermStates {
  const { place, remoteEnough, shift, languages, papers, wage, free } = partMakers(asker)
  return {
    place: place(),
    remoteEnough: remoteEnough(),
    shift: shift(),
    languages: languages(),
    papers: papers(),
    wage: wage(),
    free: free(),
  }
}

/** The same after something moved that bears on these parts only. */
export function termStatesLike(like: TermStates, moved: readonly (keyof TermStates)[], asker: TermAsker): TermStates {
  const makers = partMakers(asker)
  return { ...like, ...Object.fromEntries(moved.map((part) => [part, makers[part]()])) }
}

function partMakers(asker: TermAsker): { readonly [part in keyof TermStates]: () => TermStates[part] } {
  const { person, context, values, supposed } = asker
  const unknownOf = (key: TermKey): State => {
    if (supposed?.term?.key !== key) return unknownState
    return supposed.term.holds ? holdsState : unmetState
  }
  /** Each distinct value is judged by the terms themselves, in a vacancy that says nothing else. */
  const perValue = (list: readonly Partial<Vacancy>[], termsOf: (vacancy: Vacancy) => readonly KeyedTerm[]): Uint8Array =>
    Uint8Array.from([{}, ...list], (value) => {
      const vacancy: Vacancy = { id: '', requirements: [], ...value }
      let state: number = holdsState
      for (const { key, judge } of termsOf(vacancy)) {
        const judged = judge(person, vacancy, context)
        if (judged) state |= judged.state === 'unmet' ? unmetState : unknownOf(key)
      }
      return state
    })
  return {
    place: () => placeStates(asker, unknownOf('place')),
    remoteEnough: () => Math.min(100, person.place?.remoteShareEnough ?? 100),
    shift: () => perValue(values.shifts.list, shiftTerms),
    languages: () =>
      perValue(
        values.languages.list.map((languages) => ({ languages })),
        languageTerms,
      ),
    papers: () =>
      paperStates(paperPartsOf(values.papers), (list, keys) => perValue(list, (vacancy) => paperTerms(vacancy, keys))),
    wage: () => wageStates(asker, unknownOf('wage')),
    free: () => Math.max(context.thisWeek, person.availableFrom ?? context.thisWeek),
  }
}

/** The worst of the parts is that of the combination. A part is judged in a vacancy that is silent on the others. */
function paperStates(
  parts: readonly PaperPart[],
  judge: (list: readonly Papers[], keys: readonly (keyof Papers)[]) => Uint8Array,
): PaperStates {
  const ofParts = parts.map(({ list, keys }) => judge(list, keys))
  const states = new Uint8Array(parts[0]?.numbers.length ?? 1)
  for (const [at, { numbers }] of parts.entries()) {
    const judged = ofParts[at] as Uint8Array
    for (let one = 1; one < states.length; one++)
      states[one] = (states[one] as number) | (judged[numbers[one] as number] as number)
  }
  return { byNumber: states, parts: ofParts }
}

/** Whether each place is near enough. */
function placeStates({ person, context, values: { places }, quick }: TermAsker, unknown: State): Uint8Array {
  const wish = person.place
  if (!wish) return new Uint8Array(places.list.length + 1)
  const speed = context.kmPerHour[wish.mode]
  const isFar = (place: number): boolean => minutesBetween(wish.at, places.get(place) as Coordinates, speed) > wish.maxMinutes
  const states = quick
    ? nearPlaces(places, wish.at, (Math.floor(wish.maxMinutes) / 60) * speed, unmetState, isFar)
    : Uint8Array.from({ length: places.list.length + 1 }, (_, place) => (place > 0 && isFar(place) ? unmetState : holdsState))
  states[0] = unknown
  return states
}

/** Distances that are kept: people live in a few hundred towns, and whoever moves a slider asks again. */
const mostRemembered = 2_000_000
const remembered = new WeakMap<VacancyValues['places'], Map<string, Float64Array>>()

/** Kilometres by number of the place. */
export function kilometresFrom(at: Coordinates, places: VacancyValues['places']): Float64Array {
  let known = remembered.get(places)
  if (!known) {
    known = new Map()
    remembered.set(places, known)
  }
  const key = `${at[0]} ${at[1]}`
  const found = known.get(key)
  if (found && found.length === places.list.length + 1) return found
  const kilometres = new Float64Array(places.list.length + 1)
  for (const [index, place] of places.list.entries()) kilometres[index + 1] = kilometresBetween(at, place)
  if (known.size * kilometres.length >= mostRemembered) known.clear()
  known.set(key, kilometres)
  return kilometres
}

/** A floor per month as the least cents per hour at the hours of each shift: floor x 1200 <= cents x hours x 52 (ruling 8). */
function wageStates({ person, context: { wageReliefCents = 0 }, values: { shifts } }: TermAsker, unknown: State): WageStates {
  const count = shifts.list.length + 1
  const leastCents = new Int32Array(count)
  const unknownHours = new Int8Array(count)
  const floor = person.wageFloorMonthEuro
  if (floor === undefined) return { leastCents, unknownHours, unknown: holdsState }
  for (let shift = 0; shift < count; shift++) {
    const hours = mostHours(person.hours, shifts.get(shift)?.hours)
    if (hours === undefined) unknownHours[shift] = -1
    else leastCents[shift] = clamp(leastFactor(floor * 1200, hours * 52) - wageReliefCents)
  }
  return { leastCents, unknownHours, unknown }
}

/** Every wage is at least nought, and none is above this: twenty million euro an hour. */
const mostCents = 2 ** 31 - 1

function clamp(cents: number): number {
  return Math.max(0, Math.min(mostCents, cents))
}

/** The least integer c with product <= c x by. */
function leastFactor(product: number, by: number): number {
  if (product <= 0) return Number.NEGATIVE_INFINITY
  if (by === 0) return Number.POSITIVE_INFINITY
  const about = Math.floor(product / by)
  return about * by >= product ? about : about + 1
}
