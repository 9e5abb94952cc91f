import type { DemandEffect } from './answer.ts'

/** People counted by which one or two conditions they do not meet: all that dropping one or two can bring back. */
export class UnmetCounts {
  readonly #size: number
  #none = 0
  readonly #one: Int32Array
  /** By `lower * size + higher`. */
  readonly #two: Int32Array

  constructor(size: number) {
    this.#size = size
    this.#one = new Int32Array(size)
    this.#two = new Int32Array(size * size)
  }

  /** Somebody with no, one or two unmet conditions, by number of their keys; -1 for none. */
  add(first: number, second: number): void {
    if (first < 0) this.#none++
    else if (second < 0) this.#one[first]!++
    else this.#two[Math.min(first, second) * this.#size + Math.max(first, second)]!++
  }

  get none(): number {
    return this.#none
  }

  /** People who come within reach when this is dropped. */
  gainOf(key: number): number {
    return this.#one[key] ?? 0
  }

  gainOfBoth(a: number, b: number): number {
    return this.gainOf(a) + this.gainOf(b) + (this.#two[Math.min(a, b) * this.#size + Math.max(a, b)] ?? 0)
  }
}

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
