import { type AssigningWorld, byText, type Party, type TieStep } from './world.ts'

/** One side of the world as the other side orders it. */
export interface Orders {
  /** Of each party, by id: who both sides said yes to, best first. */
  readonly of: ReadonlyMap<string, readonly string[]>
  /** Place in that list, from 0; undefined: not acceptable to both. */
  positionOf(party: string, other: string): number | undefined
  /** The rank that was stated; undefined: not acceptable to both. */
  rankOf(party: string, other: string): number | undefined
  /** What decided between two that `party` ranked the same; undefined where the ranks differ. */
  tieBetween(party: string, one: string, other: string): TieStep | undefined
}

export interface BothOrders {
  readonly people: Orders
  readonly places: Orders
}

/**
 * Ranks with ties made into strict orders, by a rule that looks at nothing of anybody: who was said yes to by fewer comes first, as it has fewer
 * alternatives; then the lower lot; then the id, for lots that are equal. How many said yes to somebody is decided by the other side alone, so nobody
 * comes earlier by naming fewer.
 */
export function ordersOf({ people, places }: AssigningWorld): BothOrders {
  return { people: makeOrders(people, places), places: makeOrders(places, people) }
}

function makeOrders(side: readonly Party[], others: readonly Party[]): Orders {
  const otherById = new Map(others.map((one) => [one.id, one]))
  const ranksOf = (party: Party): Map<string, number> => new Map(party.wishes.map(({ to, rank }) => [to, rank]))
  const namedBy = new Map(others.map((one) => [one.id, new Set(one.wishes.map(({ to }) => to))]))
  const saidYes = new Map<string, number>()
  for (const { wishes } of side) for (const to of new Set(wishes.map(({ to }) => to))) saidYes.set(to, (saidYes.get(to) ?? 0) + 1)

  const compareTied = (a: string, b: string): readonly [number, TieStep] => {
    const alternatives = (saidYes.get(a) ?? 0) - (saidYes.get(b) ?? 0)
    if (alternatives !== 0) return [alternatives, 'alternatives']
    const lot = (otherById.get(a)?.lot ?? 0) - (otherById.get(b)?.lot ?? 0)
    return lot === 0 ? [byText(a, b), 'id'] : [lot, 'lot']
  }
  const ranks = new Map(side.map((party) => [party.id, ranksOf(party)]))
  const of = new Map(
    side.map((party) => {
      const stated = ranks.get(party.id) as Map<string, number>
      const mutual = [...stated.keys()].filter((to) => namedBy.get(to)?.has(party.id))
      const rank = (to: string): number => stated.get(to) as number
      return [party.id, mutual.sort((a, b) => rank(a) - rank(b) || compareTied(a, b)[0])] as const
    }),
  )
  const positions = new Map([...of].map(([id, list]) => [id, new Map(list.map((to, index) => [to, index]))]))
  const positionOf = (party: string, other: string): number | undefined => positions.get(party)?.get(other)
  const rankOf = (party: string, other: string): number | undefined =>
    positionOf(party, other) === undefined ? undefined : ranks.get(party)?.get(other)
  return {
    of,
    positionOf,
    rankOf,
    tieBetween: (party, one, other) =>
      rankOf(party, one) === undefined || rankOf(party, one) !== rankOf(party, other) ? undefined : compareTied(one, other)[1],
  }
}
