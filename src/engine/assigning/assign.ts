import { type BothOrders, ordersOf } from './orders.ts'
import { type AssigningWorld, byPair, type Pair } from './world.ts'

/** A pair of the proposal, with which choice each is of the other. */
export interface AssignedPair extends Pair {
  readonly personRank: number
  readonly placeRank: number
}

/**
 * Person-proposing deferred acceptance (Gale and Shapley 1962; with quotas on both sides Roth 1984, Echenique and Oviedo 2006): each person asks
 * their best place that did not refuse them, as long as they can have one more; a place keeps the best that it can have, for now, and refuses
 * the others. What comes out is stable, and no person has it better in any other stable assignment for the same strict orders. It does not depend
 * on who asks first.
 * @returns the pairs by person and place. At most people x places steps.
 */
export function assign(world: AssigningWorld): readonly AssignedPair[] {
  const orders = ordersOf(world)
  const placeQuota = new Map(world.places.map(({ id, quota }) => [id, quota]))
  const held = new Map<string, string[]>(world.places.map(({ id }) => [id, []]))
  const askers = world.people.map(({ id, quota }) => ({ id, quota, has: 0, next: 0 }))
  const askerOf = new Map(askers.map((asker) => [asker.id, asker]))
  const waiting = [...askers]
  for (let asker = waiting.pop(); asker; asker = waiting.pop()) {
    const list = orders.people.of.get(asker.id) ?? []
    while (asker.has < asker.quota && asker.next < list.length) {
      const place = list[asker.next++] as string
      const refused = keepBest(orders, place, held.get(place) as string[], asker.id, placeQuota.get(place) ?? 0)
      if (refused === asker.id) continue
      asker.has++
      const other = refused === undefined ? undefined : askerOf.get(refused)
      if (!other) continue
      other.has--
      waiting.push(other)
    }
  }
  return [...held].flatMap(([place, people]) => people.map((person) => withRanks(orders, { person, place }))).sort(byPair)
}

/** Puts somebody among those a place keeps; gives who does not fit any more. */
function keepBest(orders: BothOrders, place: string, kept: string[], person: string, quota: number): string | undefined {
  const position = (one: string): number => orders.places.positionOf(place, one) as number
  kept.push(person)
  kept.sort((a, b) => position(a) - position(b))
  return kept.length > quota ? kept.pop() : undefined
}

/** Which choice each is of the other, as stated. A pair to which somebody did not say yes has rank 0 there. */
export function withRanks({ people, places }: BothOrders, pair: Pair): AssignedPair {
  const { person, place } = pair
  return { ...pair, personRank: people.rankOf(person, place) ?? 0, placeRank: places.rankOf(place, person) ?? 0 }
}
