import type { DemandEffect } from './answer.ts'

/** People counted by which one or two conditions they do not meet: all that dropping one or two can bring back. */
export class UnmetCounts {
  readonly #stride: number
  /** By the higher key + 1, then the lower one + 1; 0 stands for none. */
  readonly #counts: Uint32Array

  constructor(size: number) {
    this.#stride = size + 1
    this.#counts = new Uint32Array(this.#stride * this.#stride)
  }

  /** Somebody with no, one or two unmet conditions, by number of their keys; -1 for none. */
  add(first: number, second: number): void {
    this.#counts[(Math.max(first, second) + 1) * this.#stride + Math.min(first, second) + 1]!++
  }

  /** Those at some places of a list, each as a set of bits: bit `i` for the key of number `i`, below 31. Sets of more than two count for nothing. */
  addSets(sets: Uint32Array, from: number, to: number): void {
    const counts = this.#counts
    const stride = this.#stride
    for (let at = from; at < to; at++) {
      const set = sets[at] as number
      // Without branches, since nobody can foresee how many bits there are: the places of the two highest bits, from 1, or 0.
      const higher = 32 - Math.clz32(set)
      const rest = set ^ ((1 << higher) >>> 1)
      const lower = 32 - Math.clz32(rest)
      counts[higher * stride + lower]! += isNought(rest ^ ((1 << lower) >>> 1))
    }
  }

  get none(): number {
    return this.#counts[0] as number
  }

  /** People who come within reach when this is dropped. */
  gainOf(key: number): number {
    return this.#counts[(key + 1) * this.#stride] as number
  }

  gainOfBoth(a: number, b: number): number {
    const both = this.#counts[(Math.max(a, b) + 1) * this.#stride + Math.min(a, b) + 1] as number
    return this.gainOf(a) + this.gainOf(b) + both
  }
}

/** 1 for nought, else 0, without a branch. */
const isNought = (bits: number): number => Math.clz32(bits) >>> 5

/** What dropping each demand, each pair and all of them would bring: sums over subsets. */
export function effectOf(
  pool: number,
  { low, high }: { readonly low: UnmetCounts; readonly high: UnmetCounts },
  keys: readonly string[],
  demands: readonly string[],
): DemandEffect {
  const numbers = demands.map((demand) => keys.indexOf(demand))
  return {
    pool,
    now: [low.none, high.none],
    alone: demands.map((demand, at) => {
      const number = numbers[at] as number
      return { demand, gain: [low.gainOf(number), high.gainOf(number)] as const }
    }),
    pairs: demands.flatMap((first, at) =>
      demands.slice(at + 1).map((second, after) => {
        const [a, b] = [numbers[at] as number, numbers[at + 1 + after] as number]
        return { demands: [first, second] as const, gain: [low.gainOfBoth(a, b), high.gainOfBoth(a, b)] as const }
      }),
    ),
    all: [pool - low.none, pool - high.none],
  }
}
