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
  /** Open addressing: the lower demand + 1, 0 where free; the other one; points. */
  #lower = new Int32Array(firstSlots)
  #other = new Int32Array(firstSlots)
  #points = new Float64Array(firstSlots)
  #count = 0
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
    const mask = this.#lower.length - 1
    let slot = slotOf(one, other) & mask
    for (let held = this.#lower[slot] as number; held !== 0; held = this.#lower[slot] as number) {
      if (held === one + 1 && this.#other[slot] === other) return this.#points[slot] as number
      slot = (slot + 1) & mask
    }
    const found = this.#find(one, other)
    this.#lower[slot] = one + 1
    this.#other[slot] = other
    this.#points[slot] = found
    if (++this.#count * 2 > this.#lower.length) this.#grow()
    return found
  }

  #grow(): void {
    const [lower, other, points] = [this.#lower, this.#other, this.#points]
    const size = lower.length * 4
    this.#lower = new Int32Array(size)
    this.#other = new Int32Array(size)
    this.#points = new Float64Array(size)
    for (let at = 0; at < lower.length; at++) {
      if (lower[at] === 0) continue
      let slot = slotOf((lower[at] as number) - 1, other[at] as number) & (size - 1)
      while (this.#lower[slot] !== 0) slot = (slot + 1) & (size - 1)
      this.#lower[slot] = lower[at] as number
      this.#other[slot] = other[at] as number
      this.#points[slot] = points[at] as number
    }
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

const firstSlots = 1024

function slotOf(one: number, other: number): number {
  const hash = Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)
  return hash ^ (hash >>> 15)
}
