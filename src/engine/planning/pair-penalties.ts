/**
 * What covering two missing essentials takes at the least: one content that covers both, or two contents whose weeks and costs add
 * up. Most pairs stand in many rows, so each is worked out once for a person.
 */
export class PairPenalties {
  readonly #coverOf: (demand: number) => Uint32Array
  /** By content: points from week 0 to its end, and for its weeks alone; both with its cost. */
  readonly #untilEnd: Float64Array
  readonly #taken: Float64Array
  /** Points from week 0 until the person is free. */
  readonly #untilFree: number
  /** By the lower demand, then by the other. */
  readonly #known: (Map<number, number> | undefined)[] = []
  /** By demand: the least that a content takes which meets it, its weeks alone. */
  readonly #least = new Map<number, number>()

  constructor(coverOf: (demand: number) => Uint32Array, untilEnd: Float64Array, taken: Float64Array, untilFree: number) {
    this.#coverOf = coverOf
    this.#untilEnd = untilEnd
    this.#taken = taken
    this.#untilFree = untilFree
  }

  /** Points from week 0 on. */
  of(one: number, other: number): number {
    return one < other ? this.#inOrder(one, other) : this.#inOrder(other, one)
  }

  #inOrder(one: number, other: number): number {
    let others = this.#known[one]
    if (!others) {
      others = new Map()
      this.#known[one] = others
    }
    const known = others.get(other)
    if (known !== undefined) return known
    const found = this.#find(one, other)
    others.set(other, found)
    return found
  }

  #find(one: number, other: number): number {
    let least = this.#untilFree + this.#leastOf(one) + this.#leastOf(other)
    const [first, second] = [this.#coverOf(one), this.#coverOf(other)]
    // Both lists ascend.
    for (let at = 0, to = 0; at < first.length && to < second.length; ) {
      const difference = (first[at] as number) - (second[to] as number)
      if (difference === 0) least = Math.min(least, this.#untilEnd[first[at] as number] as number)
      if (difference <= 0) at++
      if (difference >= 0) to++
    }
    return least
  }

  #leastOf(demand: number): number {
    const known = this.#least.get(demand)
    if (known !== undefined) return known
    let least = Number.POSITIVE_INFINITY
    for (const content of this.#coverOf(demand)) least = Math.min(least, this.#taken[content] as number)
    this.#least.set(demand, least)
    return least
  }
}
