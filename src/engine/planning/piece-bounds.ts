import { maskSize, mostBits, Shares } from './shares.ts'
import type { Way } from './way.ts'

/**
 * What further contents of a path to one target raise at most and take at least, when together they cover the missing essentials
 * that are left. Never too low, and never too dear: rises shrink side by side, weeks and costs add up, and telling six missing
 * essentials apart only asks less.
 */
export class PieceBounds {
  readonly #rises = new Shares()
  readonly #nets = new Shares()
  readonly #euros = new Shares()
  readonly #weeks = new Shares()
  /** By set of essentials: no path that covers them ends sooner. */
  readonly #ends = new Float64Array(maskSize)
  /** All essentials that are told apart. */
  full = 0
  #hasValue = false

  /** `covering`: the contents that cover something; the rest by content. `bestRise`: of any content. */
  begin(
    { target, supply, value }: Way,
    covering: readonly number[],
    covered: Int32Array,
    rises: Float64Array,
    bestRise: number,
    bestNet: number,
  ): void {
    this.full = 2 ** Math.min(mostBits, target.missing.length) - 1
    this.#hasValue = value !== undefined
    for (const shares of [this.#rises, this.#nets, this.#euros, this.#weeks]) shares.begin(this.full)
    this.#ends.fill(Number.POSITIVE_INFINITY, 0, this.full + 1)
    for (const content of covering) {
      const covers = (covered[content] as number) & this.full
      const [euro, weeks, end] = [supply.euro[content] as number, supply.weeks[content] as number, supply.end[content] as number]
      const rise = rises[content] as number
      this.#rises.offer(covers, rise)
      this.#euros.offer(covers, -euro)
      this.#weeks.offer(covers, -weeks)
      if (value) this.#nets.offer(covers, value.perFit * rise - value.perWeek * weeks - value.perEuro * euro)
      for (let bit = 1; bit <= this.full; bit <<= 1) {
        if ((covers & bit) !== 0 && end < (this.#ends[bit] as number)) this.#ends[bit] = end
      }
    }
    this.#rises.end(bestRise)
    this.#euros.end(0)
    this.#weeks.end(0)
    if (value) this.#nets.end(bestNet)
    this.#endEnds()
  }

  /** By `more` further contents that cover at least the `rest`. Infinite where none do. */
  riseOf(rest: number, more: number): number {
    return this.#rises.of(rest & this.full, more)
  }

  /** The most that rise, weeks and cost together add to what a path is worth. */
  netOf(rest: number, more: number): number {
    return this.#hasValue ? this.#nets.of(rest & this.full, more) : 0
  }

  euroOf(rest: number, more: number): number {
    return -this.#euros.of(rest & this.full, more)
  }

  weeksOf(rest: number, more: number): number {
    return -this.#weeks.of(rest & this.full, more)
  }

  endOf(rest: number): number {
    return this.#ends[rest & this.full] as number
  }

  #endEnds(): void {
    this.#ends[0] = 0
    for (let mask = 1; mask <= this.full; mask++) {
      const lowest = mask & -mask
      if (mask !== lowest) this.#ends[mask] = Math.max(this.#ends[lowest] as number, this.#ends[mask & ~lowest] as number)
    }
  }
}
