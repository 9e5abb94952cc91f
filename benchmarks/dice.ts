/** Chance that comes out the same on every machine (mulberry32). */
export interface Dice {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number from 0 up to but not including `end`. */
  below(end: number): number
  chance(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** That many different items, or all there are. */
  several<T>(from: readonly T[], count: number): T[]
  /** The same items, the first ones more often: real demand is skewed. */
  skewed<T>(from: readonly T[]): T[]
}

/** Dice of one row of a stream: every row can be made without those before it. */
export function diceAt(seed: number, stream: number, index: number): Dice {
  return diceOf(mix(mix(mix(seed) + stream) + index))
}

/** Spreads neighbouring numbers (finaliser of MurmurHash3). */
function mix(value: number): number {
  let mixed = value + 0x9e3779b9
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const roll = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
  const below = (end: number): number => Math.floor(roll() * end)
  return {
    next: roll,
    below,
    chance: (probability) => roll() < probability,
    pick: (from) => from[below(from.length)] as (typeof from)[number],
    several: (from, count) => {
      const left = [...new Set(from)]
      const taken: typeof left = []
      while (taken.length < count && left.length > 0) taken.push(...left.splice(below(left.length), 1))
      return taken
    },
    skewed: (from) => from.filter((_, index) => roll() < 1 / (1 + index / from.length)),
  }
}
