/** A stream of chance that is the same for the same seed: no clock, no global state. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
  /** A whole number, both ends included. */
  int(min: number, max: number): number
  chance(share: number): boolean
  pick<T>(all: readonly T[]): T
  /** One of them, in proportion to its weight. */
  weighted<T>(all: readonly T[], weightOf: (one: T, index: number) => number): T
  /** Some different ones, in proportion to their weights, in the order of `all`. */
  sample<T>(all: readonly T[], count: number, weightOf?: (one: T, index: number) => number): T[]
  /** A stream of its own for a part: what one part draws does not shift another. */
  fork(part: string): Random
}

export function createRandom(seed: string): Random {
  const next = mulberry32(hash(seed))
  const int = (min: number, max: number): number => min + Math.floor(next() * (max - min + 1))

  function weightedIndex(weights: readonly number[]): number {
    let total = 0
    for (const weight of weights) total += weight
    let left = next() * total
    for (let index = 0; index < weights.length; index++) {
      left -= weights[index] as number
      if (left < 0) return index
    }
    return weights.length - 1
  }

  return {
    next,
    int,
    chance: (share) => next() < share,
    pick: (all) => all[int(0, all.length - 1)] as (typeof all)[number],
    weighted: (all, weightOf) => all[weightedIndex(all.map(weightOf))] as (typeof all)[number],
    sample(all, count, weightOf) {
      const taken = new Set<number>()
      const wanted = Math.min(count, all.length)
      if (weightOf === undefined) {
        while (taken.size < wanted) taken.add(int(0, all.length - 1))
      } else {
        const weights = all.map(weightOf)
        while (taken.size < wanted && weights.some((weight) => weight > 0)) {
          const index = weightedIndex(weights)
          taken.add(index)
          weights[index] = 0
        }
      }
      return [...taken].sort((a, b) => a - b).map((index) => all[index] as (typeof all)[number])
    },
    fork: (part) => createRandom(`${seed}/${part}`),
  }
}

/** Mulberry32 (Tommy Ettinger, public domain): small, and good enough for a pretend world. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** FNV-1a: a seed from a text. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index++) {
    value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  }
  return value >>> 0
}

/** Draws one in proportion to its weight; prepared once for many draws from the same list. */
export function weightedDraw<T>(all: readonly T[], weightOf: (one: T) => number): (random: Random) => T {
  let total = 0
  const upTo = all.map((one) => {
    total += weightOf(one)
    return total
  })
  return (random) => {
    const drawn = random.next() * total
    let low = 0
    let high = all.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] as number) > drawn) high = middle
      else low = middle + 1
    }
    return all[low] as T
  }
}
