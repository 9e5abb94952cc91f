import { ordersOf } from './orders.ts'
import { type AssigningWorld, byPair, byText, type Pair, pairKey, type TieStep } from './world.ts'

/** What cannot be: somebody has more than they can, a pair stands there twice, or is of somebody who is not there. */
export type Fault =
  | { readonly kind: 'personFull' | 'placeFull'; readonly id: string; readonly has: number; readonly quota: number }
  | { readonly kind: 'twice' | 'unknown'; readonly pair: Pair }
  /** One of the two did not say yes to the other: it may be chosen by a human, and both must say yes yet. */
  | { readonly kind: 'notBoth'; readonly pair: Pair; readonly missing: 'person' | 'place' | 'both' }

/** Two who would both rather have each other. Whom each would give up for it; left out: nobody, there is room. */
export interface BlockingPair extends Pair {
  readonly personGivesUp?: string
  readonly placeGivesUp?: string
}

/** Why two who both said yes are not together. Several can hold. */
export interface NonPair extends Pair {
  /** The person has as many as they can, all liked at least as well: the one they like least of them, and what decided if it is a tie. */
  readonly personHas?: { readonly place: string; readonly tie?: TieStep }
  /** The place has as many as it can, all liked at least as well. */
  readonly placeHas?: { readonly people: readonly string[]; readonly tie?: TieStep }
}

/** Everything that is wrong with an assignment that a human changed, except that somebody would rather have it otherwise. */
export function faultsOf(world: AssigningWorld, pairs: readonly Pair[]): readonly Fault[] {
  const orders = ordersOf(world)
  const people = new Map(world.people.map((one) => [one.id, one]))
  const places = new Map(world.places.map((one) => [one.id, one]))
  const seen = new Set<string>()
  const faults: Fault[] = []
  for (const pair of [...pairs].sort(byPair)) {
    const [person, place] = [people.get(pair.person), places.get(pair.place)]
    if (seen.has(pairKey(pair))) faults.push({ kind: 'twice', pair })
    else if (!person || !place) faults.push({ kind: 'unknown', pair })
    else if (orders.people.rankOf(pair.person, pair.place) === undefined) {
      const personYes = person.wishes.some(({ to }) => to === pair.place)
      const placeYes = place.wishes.some(({ to }) => to === pair.person)
      faults.push({ kind: 'notBoth', pair, missing: personYes ? 'place' : placeYes ? 'person' : 'both' })
    }
    seen.add(pairKey(pair))
  }
  const has = (key: keyof Pair, id: string): number => pairs.filter((pair) => pair[key] === id).length
  const full = (kind: 'personFull' | 'placeFull', key: keyof Pair, parties: AssigningWorld['people']): void => {
    for (const { id, quota } of parties) if (has(key, id) > quota) faults.push({ kind, id, has: has(key, id), quota })
  }
  full('personFull', 'person', world.people)
  full('placeFull', 'place', world.places)
  return faults
}

/**
 * Pairs that would rather have each other than what an assignment gives them, by the ranks they stated: who finds two equally good would not change
 * (weak stability, Irving 1994). None: the assignment is stable.
 */
export function blockingPairs(world: AssigningWorld, pairs: readonly Pair[]): readonly BlockingPair[] {
  const orders = ordersOf(world)
  const { ofPerson, ofPlace } = grouped(pairs)
  const quotaOfPlace = new Map(world.places.map(({ id, quota }) => [id, quota]))
  return world.people.flatMap(({ id: person, quota }) =>
    (orders.people.of.get(person) ?? []).flatMap((place): BlockingPair[] => {
      const mine = ofPerson.get(person) ?? []
      if (mine.includes(place)) return []
      const forPerson = gain(orders.people.rankOf, person, place, mine, quota)
      const forPlace = gain(orders.places.rankOf, place, person, ofPlace.get(place) ?? [], quotaOfPlace.get(place) ?? 0)
      if (!forPerson || !forPlace) return []
      return [
        {
          ...{ person, place },
          ...(forPerson.givesUp === undefined ? {} : { personGivesUp: forPerson.givesUp }),
          ...(forPlace.givesUp === undefined ? {} : { placeGivesUp: forPlace.givesUp }),
        },
      ]
    }),
  )
}

/** Whether somebody would rather have `other`, and whom they would give up; undefined: no. */
function gain(
  rankOf: (party: string, other: string) => number | undefined,
  party: string,
  other: string,
  has: readonly string[],
  quota: number,
): { readonly givesUp?: string } | undefined {
  if (has.length < quota) return {}
  if (quota === 0) return undefined
  // Whom they did not say yes to at all, they would give up first.
  const rank = (one: string): number => rankOf(party, one) ?? Number.POSITIVE_INFINITY
  const worst = [...has].sort((a, b) => rank(b) - rank(a) || byText(a, b))[0]
  return worst !== undefined && rank(other) < rank(worst) ? { givesUp: worst } : undefined
}

/** Of two who both said yes and are not together: why. In a stable assignment each has a reason. */
export function nonPairs(world: AssigningWorld, pairs: readonly Pair[]): readonly NonPair[] {
  const orders = ordersOf(world)
  const { ofPerson, ofPlace } = grouped(pairs)
  const quotaOfPlace = new Map(world.places.map(({ id, quota }) => [id, quota]))
  return world.people
    .flatMap(({ id: person, quota }) =>
      (orders.people.of.get(person) ?? []).flatMap((place): NonPair[] => {
        const mine = ofPerson.get(person) ?? []
        const theirs = ofPlace.get(place) ?? []
        if (mine.includes(place)) return []
        const worst = lastIfAllBefore(orders.people.positionOf, person, place, mine, quota)
        const last = lastIfAllBefore(orders.places.positionOf, place, person, theirs, quotaOfPlace.get(place) ?? 0)
        return [
          {
            ...{ person, place },
            ...(worst === undefined
              ? {}
              : { personHas: { place: worst, ...tie(orders.people.tieBetween(person, worst, place)) } }),
            ...(last === undefined
              ? {}
              : { placeHas: { people: [...theirs].sort(byText), ...tie(orders.places.tieBetween(place, last, person)) } }),
          },
        ]
      }),
    )
    .sort(byPair)
}

const tie = (step: TieStep | undefined): { readonly tie?: TieStep } => (step === undefined ? {} : { tie: step })

/** Of a full party: the last of those it has, where all of them come before `other` in its order. */
function lastIfAllBefore(
  positionOf: (party: string, other: string) => number | undefined,
  party: string,
  other: string,
  has: readonly string[],
  quota: number,
): string | undefined {
  if (has.length < quota || has.length === 0) return undefined
  const position = (one: string): number => positionOf(party, one) ?? Number.POSITIVE_INFINITY
  const last = [...has].sort((a, b) => position(b) - position(a))[0] as string
  return position(last) < position(other) ? last : undefined
}

export function grouped(pairs: readonly Pair[]): {
  readonly ofPerson: ReadonlyMap<string, readonly string[]>
  readonly ofPlace: ReadonlyMap<string, readonly string[]>
} {
  const ofPerson = new Map<string, string[]>()
  const ofPlace = new Map<string, string[]>()
  for (const { person, place } of pairs) {
    ofPerson.set(person, [...(ofPerson.get(person) ?? []), place])
    ofPlace.set(place, [...(ofPlace.get(place) ?? []), person])
  }
  return { ofPerson, ofPlace }
}
