/** Chance that is the same for the same seed. Mulberry32 (Tommy Ettinger, public domain): small, and good enough to shuffle with. */
export class SeededChance {
  #state: number

  constructor(seed: number) {
    this.#state = seed >>> 0
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0
    let mixed = this.#state
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit)
  }

  /** From a bell curve around 0 with spread 1 (Box and Muller). */
  bell(): number {
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next())
  }

  /** In place. */
  shuffle(numbers: Uint32Array): void {
    for (let at = numbers.length - 1; at > 0; at--) {
      const other = this.below(at + 1)
      const kept = numbers[at]!
      numbers[at] = numbers[other]!
      numbers[other] = kept
    }
  }
}
