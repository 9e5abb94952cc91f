/**
 * What covering two missing essentials takes at the least: one content that covers both, or two contents whose weeks and costs add
 * up. Most pairs stand in many rows, so each is worked out once for a person.
 */
export class PairPenalties {
  readonly #coverOf: (demand: number) => Uint32Array
  readonly #untilEnd: (content: number) => number
  readonly #takenBy: (content: number) => number
  /** Points from week 0 until the person is free. */
  readonly #untilFree: number
  readonly #known = new Map<number, number>()
  /** By demand: the least that a content takes which meets it, its weeks alone. */
  readonly #least = new Map<number, number>()

  constructor(
    coverOf: (demand: number) => Uint32Array,
    untilEnd: (content: number) => number,
    takenBy: (content: number) => number,
    untilFree: number,
  ) {
    this.#coverOf = coverOf
    this.#untilEnd = untilEnd
    this.#takenBy = takenBy
    this.#untilFree = untilFree
  }

  /** Points from week 0 on. */
  of(one: number, other: number): number {
    const key = Math.min(one, other) * 2 ** 20 + Math.max(one, other)
    const known = this.#known.get(key)
    if (known !== undefined) return known
    let least = this.#untilFree + this.#leastOf(one) + this.#leastOf(other)
    const [first, second] = [this.#coverOf(one), this.#coverOf(other)]
    // Both lists ascend.
    for (let at = 0, to = 0; at < first.length && to < second.length; ) {
      const difference = (first[at] as number) - (second[to] as number)
      if (difference === 0) least = Math.min(least, this.#untilEnd(first[at] as number))
      if (difference <= 0) at++
      if (difference >= 0) to++
    }
    this.#known.set(key, least)
    return least
  }

  #leastOf(demand: number): number {
    const known = this.#least.get(demand)
    if (known !== undefined) return known
    let least = Number.POSITIVE_INFINITY
    for (const content of this.#coverOf(demand)) least = Math.min(least, this.#takenBy(content))
    this.#least.set(demand, least)
    return least
  }
}
