import { createHash } from 'node:crypto'
import { type AssigningWorld, assign, type Pair, type Party } from '../../engine/assigning/index.ts'
import { type Condition, type TermContext, termsOf } from '../../engine/matching/index.ts'
import type { Meeting, Participant, Place, Rank, Terms } from './cohort.ts'

/** All of a cohort that decides who goes where. */
export interface Stated {
  readonly participants: readonly Participant[]
  readonly places: readonly Place[]
  readonly meetings: readonly Meeting[]
  readonly ranks: readonly Rank[]
}

export const metKey = (participant: string, organisation: string): string => JSON.stringify([participant, organisation])

/** Who met, as both sides agree. */
export function metOf(meetings: readonly Meeting[]): ReadonlySet<string> {
  return new Set(
    meetings.flatMap(({ participant, organisation, agreedAt }) =>
      agreedAt === undefined ? [] : [metKey(participant, organisation)],
    ),
  )
}

/** People and places as the engine sees them: ids, quotas, lots, and ranks of who met. */
export function worldOf({ participants, places, meetings, ranks }: Stated): AssigningWorld {
  const met = metOf(meetings)
  const organisationOf = new Map(places.map(({ id, organisation }) => [id, organisation]))
  const counted = ranks.filter(({ participant, place }) => met.has(metKey(participant, organisationOf.get(place) ?? '')))
  const wishes = (side: Rank['side'], key: 'participant' | 'place', to: 'participant' | 'place', id: string): Party['wishes'] =>
    counted.flatMap((one) =>
      one.side === side && one[key] === id && one.rank !== undefined ? [{ to: one[to], rank: one.rank }] : [],
    )
  return {
    people: participants.map(({ id, quota, lot }) => ({ id, quota, lot, wishes: wishes('person', 'participant', 'place', id) })),
    places: places.map(({ id, seats, lot }) => ({ id, quota: seats, lot, wishes: wishes('place', 'place', 'participant', id) })),
  }
}

/** The same world gives the same hash, in whatever order it was read. */
export function hashOfWorld({ people, places }: AssigningWorld): string {
  const side = (parties: readonly Party[]) =>
    parties
      .map(({ id, quota, lot, wishes }) => JSON.stringify([id, quota, lot, wishes.map(({ to, rank }) => [to, rank]).sort()]))
      .sort()
  return createHash('sha256')
    .update(JSON.stringify([side(people), side(places)]))
    .digest('base64url')
}

export function computePairs(stated: Stated): readonly Pair[] {
  return assign(worldOf(stated)).map(({ person, place }) => ({ person, place }))
}

/**
 * Terms of a place that are not met for certain, by *unmet* itself: hours, travel and language. The skills are what the programme is for, so
 * none of them is a condition here.
 */
export function conditionsBetween(
  person: Participant,
  place: Terms & { readonly id: string },
  context: TermContext,
): readonly Condition[] {
  const seen = {
    ...{ id: person.id, occupations: [], answers: {}, hours: person.hours },
    place: { at: person.at, maxMinutes: person.mostMinutes, mode: person.travelMode },
    ...(person.dutch === undefined ? {} : { languages: { nl: person.dutch as 1 } }),
  }
  const asked = {
    ...{ id: place.id, requirements: [], hours: place.hours, place: place.at },
    ...(place.dutch === undefined ? {} : { languages: [{ code: 'nl', level: place.dutch as 1 }] }),
  }
  return termsOf(asked).flatMap(({ key, judge }): Condition[] => {
    const judged = judge(seen, asked, context)
    return judged === undefined ? [] : [{ key, ...judged }]
  })
}

/** Only what is certainly not met: what is not known is asked, and is in nobody's way. */
export const misfitsBetween = (person: Participant, place: Place, context: TermContext) =>
  conditionsBetween(person, place, context).flatMap(({ key, state, distance }) => (state === 'unmet' ? [{ key, distance }] : []))

/** The most hours a week that both allow; of a pair that does not fit on hours the least of the place. */
export function hoursOf(person: Pick<Terms, 'hours'>, place: Pick<Terms, 'hours'>): number {
  const most = Math.min(person.hours[1], place.hours[1])
  return most >= Math.max(person.hours[0], place.hours[0]) ? most : place.hours[0]
}
