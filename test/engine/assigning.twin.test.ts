/**
 * The slow twin of assigning: every assignment of a small world is looked at, and those in which no two would rather have each other are kept. What the
 * engine proposes must be one of them, and the best of them for every person.
 */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type AssigningWorld,
  assign,
  blockingPairs,
  faultsOf,
  missingOfAssignment,
  nonPairs,
  ordersOf,
  type Pair,
  type Party,
} from '../../src/engine/assigning/index.ts'

/** Small worlds with ties, quotas from 0 to 2, and lots that may be equal. */
const worlds = (ties: boolean): fc.Arbitrary<AssigningWorld> =>
  fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 3 })).chain(([people, places]) => {
    const ids = (prefix: string, count: number) => Array.from({ length: count }, (_, index) => `${prefix}${index}`)
    const side = (mine: string[], others: string[]): fc.Arbitrary<Party[]> =>
      fc.tuple(
        ...mine.map((id) =>
          fc.record({
            id: fc.constant(id),
            quota: fc.integer({ min: 0, max: 2 }),
            lot: fc.integer({ min: 0, max: 3 }),
            wishes: (ties
              ? fc.tuple(...others.map(() => fc.option(fc.integer({ min: 1, max: 3 }))))
              : fc
                  .shuffledSubarray(others)
                  .map((chosen) => others.map((to) => (chosen.includes(to) ? chosen.indexOf(to) + 1 : null)))
            ).map((ranks) => others.flatMap((to, index) => (ranks[index] == null ? [] : [{ to, rank: ranks[index] as number }]))),
          }),
        ),
      )
    const [p, q] = [ids('person', people), ids('place', places)]
    return fc.record({ people: side(p, q), places: side(q, p) })
  })

const quotaOf = (parties: readonly Party[], id: string): number => parties.find((one) => one.id === id)?.quota ?? 0

/** All pairs to which both said yes, looked up again in the plainest way. */
const acceptable = ({ people, places }: AssigningWorld): Pair[] =>
  people.flatMap((person) =>
    places
      .filter((place) => person.wishes.some(({ to }) => to === place.id) && place.wishes.some(({ to }) => to === person.id))
      .map((place) => ({ person: person.id, place: place.id })),
  )

/** Every set of pairs that is within the quotas. */
function everyAssignment(world: AssigningWorld): Pair[][] {
  const all = acceptable(world)
  const found: Pair[][] = []
  for (let set = 0; set < 2 ** all.length; set++) {
    const pairs = all.filter((_, index) => (set >> index) % 2 === 1)
    const count = (key: keyof Pair, id: string) => pairs.filter((pair) => pair[key] === id).length
    const fits =
      world.people.every(({ id, quota }) => count('person', id) <= quota) &&
      world.places.every(({ id, quota }) => count('place', id) <= quota)
    if (fits) found.push(pairs)
  }
  return found
}

/** Nobody and no place would both rather have each other, by the strict orders. */
function isStable(world: AssigningWorld, pairs: readonly Pair[]): boolean {
  const orders = ordersOf(world)
  const wants = (side: 'people' | 'places', party: string, other: string, has: readonly string[], quota: number): boolean => {
    const position = (one: string): number => orders[side].positionOf(party, one) as number
    return has.length < quota || has.some((one) => position(one) > position(other))
  }
  return acceptable(world).every(({ person, place }) => {
    const mine = pairs.filter((pair) => pair.person === person).map((pair) => pair.place)
    const theirs = pairs.filter((pair) => pair.place === place).map((pair) => pair.person)
    if (mine.includes(place)) return true
    return !(
      wants('people', person, place, mine, quotaOf(world.people, person)) &&
      wants('places', place, person, theirs, quotaOf(world.places, place))
    )
  })
}

const bare = (pairs: readonly Pair[]): Pair[] => pairs.map(({ person, place }) => ({ person, place }))
const runs = { numRuns: 400 }

describe('assigning, against every stable assignment of small worlds', { timeout: 120_000 }, () => {
  test('it is one of them, and no person has it better in any other', () => {
    fc.assert(
      fc.property(worlds(true), (world) => {
        const proposed = bare(assign(world))
        const stable = everyAssignment(world).filter((pairs) => isStable(world, pairs))
        expect(stable).toContainEqual(expect.arrayContaining(proposed))
        expect(isStable(world, proposed)).toBe(true)
        const orders = ordersOf(world).people
        for (const { id, quota } of world.people) {
          const of = (pairs: readonly Pair[]) => pairs.filter(({ person }) => person === id).map(({ place }) => place)
          const mine = of(proposed)
          for (const other of stable) {
            // Of all that either gives, the best that fit are those they have.
            const best = [...new Set([...mine, ...of(other)])]
              .sort((a, b) => (orders.positionOf(id, a) as number) - (orders.positionOf(id, b) as number))
              .slice(0, quota)
            expect(best.sort()).toEqual([...mine].sort())
          }
        }
      }),
      runs,
    )
  })

  test('with ties it is weakly stable: no two would both gain, and nobody has more than they can', () => {
    fc.assert(
      fc.property(worlds(true), (world) => {
        const pairs = assign(world)
        expect(blockingPairs(world, pairs)).toEqual([])
        expect(faultsOf(world, pairs)).toEqual([])
      }),
      runs,
    )
  })

  test('without ties the same people have as many, and the same seats are left, in every stable assignment', () => {
    fc.assert(
      fc.property(worlds(false), (world) => {
        const count = (pairs: readonly Pair[], key: keyof Pair, id: string) => pairs.filter((pair) => pair[key] === id).length
        const counts = (pairs: readonly Pair[]) => [
          ...world.people.map(({ id }) => count(pairs, 'person', id)),
          ...world.places.map(({ id }) => count(pairs, 'place', id)),
        ]
        const proposed = counts(assign(world))
        for (const pairs of everyAssignment(world)) if (isStable(world, pairs)) expect(counts(pairs)).toEqual(proposed)
      }),
      runs,
    )
  })

  test('the order in which anybody stands in the input decides nothing', () => {
    fc.assert(
      fc.property(worlds(true), fc.infiniteStream(fc.nat()), (world, numbers) => {
        const shuffled = <T>(list: readonly T[]): T[] =>
          list
            .map((one) => [numbers.next().value as number, one] as const)
            .sort(([a], [b]) => a - b)
            .map(([, one]) => one)
        const side = (parties: readonly Party[]) => shuffled(parties.map((one) => ({ ...one, wishes: shuffled(one.wishes) })))
        const other = { people: side(world.people), places: side(world.places) }
        expect(assign(other)).toEqual(assign(world))
        expect(assign(world)).toEqual(assign(world))
      }),
      runs,
    )
  })

  test('blocking pairs of any assignment are those of the twin, by stated ranks', () => {
    fc.assert(
      fc.property(worlds(true), fc.nat(), (world, number) => {
        const all = everyAssignment(world)
        const pairs = all[number % all.length] as Pair[]
        const rank = (parties: readonly Party[], party: string, other: string): number =>
          parties.find(({ id }) => id === party)?.wishes.find(({ to }) => to === other)?.rank as number
        const expected = acceptable(world).filter(({ person, place }) => {
          const mine = pairs.filter((pair) => pair.person === person).map((pair) => pair.place)
          const theirs = pairs.filter((pair) => pair.place === place).map((pair) => pair.person)
          if (mine.includes(place)) return false
          const personGains =
            mine.length < quotaOf(world.people, person) ||
            mine.some((one) => rank(world.people, person, one) > rank(world.people, person, place))
          const placeGains =
            theirs.length < quotaOf(world.places, place) ||
            theirs.some((one) => rank(world.places, place, one) > rank(world.places, place, person))
          return personGains && placeGains
        })
        const found = bare(blockingPairs(world, pairs))
        expect(found).toHaveLength(expected.length)
        expect(found).toEqual(expect.arrayContaining(expected))
      }),
      runs,
    )
  })

  test('everybody who both said yes and is not together has a reason', () => {
    fc.assert(
      fc.property(worlds(true), (world) => {
        const pairs = assign(world)
        const zero = (person: string, place: string) => quotaOf(world.people, person) === 0 || quotaOf(world.places, place) === 0
        const reasons = nonPairs(world, pairs)
        expect(reasons).toHaveLength(acceptable(world).length - pairs.length)
        for (const { person, place, personHas, placeHas } of reasons)
          expect(personHas !== undefined || placeHas !== undefined || zero(person, place)).toBe(true)
      }),
      runs,
    )
  })

  test('what is missing adds up: seats and people that are left', () => {
    fc.assert(
      fc.property(worlds(true), (world) => {
        const pairs = assign(world)
        const { unplaced, empty } = missingOfAssignment(world, pairs, () => [])
        const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
        const quotas = (parties: readonly Party[]) => sum(parties.map(({ quota }) => quota))
        expect(sum(unplaced.map(({ short }) => short))).toBe(quotas(world.people) - pairs.length)
        expect(sum(empty.map(({ left }) => left))).toBe(quotas(world.places) - pairs.length)
        // A seat that both want is never left while the person is free.
        for (const { seats } of unplaced) for (const { lacks } of seats) expect(lacks).toBeDefined()
      }),
      runs,
    )
  })
})

describe('a world on paper', () => {
  const party = (id: string, quota: number, lot: number, wishes: Readonly<Record<string, number>>): Party => ({
    ...{ id, quota, lot },
    wishes: Object.entries(wishes).map(([to, rank]) => ({ to, rank })),
  })
  // Gale and Shapley's example, turned into people and places: the people get their first choice.
  const world: AssigningWorld = {
    people: [party('a', 1, 1, { x: 1, y: 2 }), party('b', 1, 2, { y: 1, x: 2 })],
    places: [party('x', 1, 1, { b: 1, a: 2 }), party('y', 1, 2, { a: 1, b: 2 })],
  }

  test('people who ask get the best they can have', () => {
    expect(assign(world)).toEqual([
      { person: 'a', place: 'x', personRank: 1, placeRank: 2 },
      { person: 'b', place: 'y', personRank: 1, placeRank: 2 },
    ])
    expect(nonPairs(world, assign(world))).toEqual([
      { person: 'a', place: 'y', personHas: { place: 'x' } },
      { person: 'b', place: 'x', personHas: { place: 'y' } },
    ])
  })

  test('a tie goes to who has fewer alternatives, then to the lower lot, and says which', () => {
    const tied: AssigningWorld = {
      people: [party('a', 1, 1, { x: 1, y: 2 }), party('b', 1, 2, { x: 1 })],
      places: [party('x', 1, 1, { a: 1, b: 1 }), party('y', 1, 2, { a: 1 })],
    }
    expect(assign(tied).map(({ person, place }) => `${person}${place}`)).toEqual(['ay', 'bx'])
    expect(nonPairs(tied, assign(tied))).toEqual([{ person: 'a', place: 'x', placeHas: { people: ['b'], tie: 'alternatives' } }])
    const byLot = { ...tied, places: [tied.places[0] as Party] }
    expect(assign(byLot).map(({ person, place }) => `${person}${place}`)).toEqual(['ax'])
    expect(nonPairs(byLot, assign(byLot))).toEqual([{ person: 'b', place: 'x', placeHas: { people: ['a'], tie: 'lot' } }])
  })

  test('somebody else chosen: who would rather have somebody else, and whom they give up', () => {
    const lone: AssigningWorld = {
      people: [party('a', 1, 1, { x: 1, y: 2 }), party('b', 1, 2, { x: 1, y: 2 })],
      places: [party('x', 1, 1, { a: 1, b: 2 }), party('y', 1, 2, { a: 1, b: 2 })],
    }
    const changed = [
      { person: 'a', place: 'y' },
      { person: 'b', place: 'x' },
    ]
    expect(blockingPairs(lone, changed)).toEqual([{ person: 'a', place: 'x', personGivesUp: 'y', placeGivesUp: 'b' }])
    expect(faultsOf(lone, [...changed, { person: 'a', place: 'x' }]).map(({ kind }) => kind)).toEqual(['personFull', 'placeFull'])
  })

  test('the nearest seat that is left comes first, with the term in the way', () => {
    const left: AssigningWorld = { people: [party('a', 1, 1, {})], places: [party('x', 1, 1, {}), party('y', 2, 2, {})] }
    const off = (_: string, place: string) => [{ key: 'hours', distance: place === 'x' ? 16 : 4 }]
    const { unplaced, empty } = missingOfAssignment(left, [], off)
    expect(unplaced).toMatchObject([{ person: 'a', short: 1, why: 'terms', seats: [{ place: 'y' }, { place: 'x' }] }])
    expect(empty).toEqual([
      { place: 'x', left: 1 },
      { place: 'y', left: 2 },
    ])
  })
})
