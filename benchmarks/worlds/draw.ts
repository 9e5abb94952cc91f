import type { Dice } from '../dice.ts'

/** Draws an index in proportion to the weights; prepared once for many draws. */
export type Draw = (dice: Dice) => number

export function drawOf(weights: readonly number[]): Draw {
  let total = 0
  const upTo = Float64Array.from(weights, (weight) => {
    total += weight
    return total
  })
  return (dice) => {
    const drawn = dice.next() * total
    let low = 0
    let high = upTo.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] as number) > drawn) high = middle
      else low = middle + 1
    }
    return low
  }
}

/** Weights by rank after Zipf's law, its head flattened by `shift`: 1 / (rank + shift) ^ power. */
export function zipf(count: number, power: number, shift: number): number[] {
  return Array.from({ length: count }, (_, rank) => 1 / (rank + shift) ** power)
}

/** Up to `count` different items. A draw that keeps hitting what is taken gives fewer. */
export function differentOnes<T>(dice: Dice, count: number, draw: (dice: Dice) => T): T[] {
  const taken = new Set<T>()
  for (let left = count * 8; taken.size < count && left > 0; left--) taken.add(draw(dice))
  return [...taken]
}

/** A whole number, both ends included. */
export function between(dice: Dice, least: number, most: number): number {
  return least + dice.below(most - least + 1)
}

/** One of the pairs' values, in proportion to their weights. */
export function weighted<T>(dice: Dice, pairs: readonly (readonly [value: T, weight: number])[]): T {
  let left = dice.next() * pairs.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [value, weight] of pairs) {
    left -= weight
    if (left < 0) return value
  }
  return (pairs[pairs.length - 1] as readonly [T, number])[0]
}

/** The fields in that share of the rows; silent in the others. */
export function maybe<T extends object>(dice: Dice, share: number, make: () => T): T | Record<never, never> {
  return dice.chance(share) ? make() : {}
}
