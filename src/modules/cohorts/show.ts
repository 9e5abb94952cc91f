import { blockingPairs, missingOfAssignment, nonPairs, ordersOf, withRanks } from '../../engine/assigning/index.ts'
import type { TermContext } from '../../engine/matching/index.ts'
import type { Catalogue, Language } from '../skills/index.ts'
import { conditionsBetween, metOf, misfitsBetween, type Stated, worldOf } from './assigning-world.ts'
import type { Cohort, CohortPair, Meeting, Participant, Place } from './cohort.ts'
import type { CohortsParts } from './parts.ts'
import type {
  CohortLine,
  EducatorView,
  PairShown,
  ParticipantForEducator,
  ParticipantShown,
  PersonPlace,
  PlaceShown,
  Shortage,
  UnplacedShown,
} from './views.ts'

/** What views are dressed with, asked outside of transactions. */
export interface Dress {
  readonly catalogue: Catalogue
  readonly language: Language
  readonly context: TermContext
}

export async function dressOf({ engines }: Pick<CohortsParts, 'engines'>, language: Language): Promise<Dress> {
  const { catalogue, settings, thisWeek } = await engines.resident()
  return { catalogue, language, context: { thisWeek, kmPerHour: settings.kmPerHour } }
}

/** Names of organisations, by id. */
export async function namesOf(
  { organisations }: Pick<CohortsParts, 'organisations'>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  return new Map((await organisations.findMany([...new Set(ids)])).map(({ id, name }) => [id, name]))
}

export const lineOf = (one: Cohort, names: ReadonlyMap<string, string>): CohortLine => ({
  ...one,
  organisationName: names.get(one.organisation) ?? '',
})

export function shownOf({ id, handle, placeName, hours, skills }: Participant, { catalogue, language }: Dress): ParticipantShown {
  return {
    ...{ id, handle, placeName, hours },
    skills: skills.map((one) => ({ ...one, label: catalogue.label(one.skill, language) })),
  }
}

export function placeShown(place: Place, names: ReadonlyMap<string, string>): PlaceShown {
  const { cohort: _cohort, at: _at, ...rest } = place
  return { ...rest, organisationName: names.get(place.organisation) ?? '' }
}

/** How a meeting stands for one side. */
export function metAs(meeting: Meeting | undefined, side: 'person' | 'employer'): PersonPlace['met'] {
  if (!meeting) return 'no'
  if (meeting.agreedAt !== undefined) return 'yes'
  return meeting.notedBy === side ? 'noted' : 'waitsForMe'
}

/** People as the educator sees them. */
export function forEducator(stated: Stated, names: ReadonlyMap<string, string>, dress: Dress): ParticipantForEducator[] {
  const met = [...metOf(stated.meetings)].map((key) => (JSON.parse(key) as string[])[0])
  const said = stated.ranks.filter(({ rank }) => rank !== undefined)
  const count = (side: 'person' | 'place', id: string): number =>
    said.filter((one) => one.side === side && one.participant === id).length
  return stated.participants.map((one) => ({
    ...shownOf(one, dress),
    ...(names.has(one.person) ? { name: names.get(one.person) } : {}),
    lot: one.lot,
    met: met.filter((id) => id === one.id).length,
    ordered: count('person', one.id),
    orderedBy: count('place', one.id),
  }))
}

/** What an assignment does: who goes where, who would rather have each other, what is missing. */
export function assessed(
  stated: Stated,
  pairs: readonly CohortPair[],
  { context }: Dress,
): Pick<EducatorView, 'pairs' | 'blocking' | 'nonPairs' | 'unplaced' | 'empty'> {
  const world = worldOf(stated)
  const orders = ordersOf(world)
  const people = new Map(stated.participants.map((one) => [one.id, one]))
  const places = new Map(stated.places.map((one) => [one.id, one]))
  const conditions = (person: string, place: string) => {
    const [one, other] = [people.get(person), places.get(place)]
    return one && other ? conditionsBetween(one, other, context) : []
  }
  // Who said no to what was settled has nothing of it.
  const standing = pairs
    .filter(({ noBy }) => noBy === undefined)
    .map(({ participant, place }) => ({ person: participant, place }))
  const missing = missingOfAssignment(world, standing, (person, place) => {
    const [one, other] = [people.get(person), places.get(place)]
    return one && other ? misfitsBetween(one, other, context) : []
  })
  return {
    pairs: pairs.map((pair): PairShown => {
      const { personRank, placeRank } = withRanks(orders, { person: pair.participant, place: pair.place })
      return { ...pair, personRank, placeRank, conditions: conditions(pair.participant, pair.place) }
    }),
    blocking: blockingPairs(world, standing),
    nonPairs: nonPairs(world, standing),
    unplaced: missing.unplaced.map(({ person, why, seats }) => ({
      ...{ participant: person, why, wanted: people.get(person) as Participant },
      seats: seats.map(({ place, lacks }) => ({ place, lacks, conditions: conditions(person, place) })),
    })),
    empty: missing.empty,
  }
}

/** Only what somebody needs of a place, and nothing else of them. */
export function wantedOf({ hours, placeName, region, mostMinutes }: UnplacedShown['wanted']): UnplacedShown['wanted'] {
  return { hours, placeName, region, mostMinutes }
}

/** Places that are missing, by region and the most hours a week that somebody wants to work. */
export function shortagesOf(
  unplaced: readonly Pick<UnplacedShown, 'wanted'>[],
  regionName: (region: string) => string | undefined,
): Shortage[] {
  const counts = new Map<string, Shortage>()
  for (const { wanted } of unplaced) {
    const { region } = wanted
    const hours = wanted.hours[1]
    const key = `${region} ${hours}`
    const before = counts.get(key) ?? { region, regionName: regionName(region) ?? region, hours, places: 0 }
    counts.set(key, { ...before, places: before.places + 1 })
  }
  return [...counts.values()].sort((a, b) => b.places - a.places || (a.regionName < b.regionName ? -1 : 1) || a.hours - b.hours)
}
