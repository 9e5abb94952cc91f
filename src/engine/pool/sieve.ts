import type { Scratch } from './scratch.ts'
import type { Codes } from './segment.ts'

/** Set beside a row that the place is unmet for it. */
export const tooFar = 0x80
const count = 0x7f

/** Bits of what is not met for certain, and of what is not met whatever is unknown. */
export interface LowAndHigh {
  readonly low: Uint32Array
  readonly high: Uint32Array
}

/**
 * The rows of a segment that are still in play, each with how many conditions it does not meet at least. Columns are held against
 * all of them one after another, and a row with too many falls out: going column by column keeps each step so small that a row
 * costs about a nanosecond.
 */
export class Sieve {
  /** The first `length` are in play, in the order in which they were added. */
  readonly rows: Uint32Array
  /** Beside each row: its number of unmet conditions, and `tooFar`. */
  readonly used: Uint8Array
  length = 0
  readonly #most: number

  /** For at most `size` rows. Those with more than `most` unmet conditions fall out. */
  constructor(scratch: Scratch, size: number, most: number) {
    this.rows = scratch.room('in play', size)
    this.used = scratch.bytes('in play', size)
    this.#most = most
  }

  /** Not checked: for rows with at most `most`. */
  add(row: number, used: number): void {
    this.rows[this.length] = row
    this.used[this.length++] = used
  }

  /** Drops the rows from number `from` on that have too many unmet conditions. */
  cut(from: number): void {
    const { rows, used, length } = this
    const most = this.#most
    let kept = from
    for (let at = from; at < length; at++) {
      const now = used[at] as number
      rows[kept] = rows[at] as number
      used[kept] = now
      kept += 1 + ((most - (now & count)) >> 31)
    }
    this.length = kept
  }

  /** Adds to each row what its code in this column costs. */
  pass(codes: Codes, cost: Uint8Array): void {
    // The same loop by width, since one that meets arrays of several kinds is compiled well for none of them.
    if (codes instanceof Uint8Array) this.#passNarrow(codes, cost)
    else this.#passWide(codes, cost)
  }

  #passNarrow(codes: Uint8Array, cost: Uint8Array): void {
    const { rows, used, length } = this
    const most = this.#most
    let kept = 0
    for (let at = 0; at < length; at++) {
      const row = rows[at] as number
      const now = (used[at] as number) + (cost[codes[row] as number] as number)
      rows[kept] = row
      used[kept] = now
      // No branch, since nobody can foresee which rows fall out: minus one where there are too many.
      kept += 1 + ((most - (now & count)) >> 31)
    }
    this.length = kept
  }

  #passWide(codes: Uint16Array | Uint32Array, cost: Uint8Array): void {
    const { rows, used, length } = this
    const most = this.#most
    let kept = 0
    for (let at = 0; at < length; at++) {
      const row = rows[at] as number
      const now = (used[at] as number) + (cost[codes[row] as number] as number)
      rows[kept] = row
      used[kept] = now
      kept += 1 + ((most - (now & count)) >> 31)
    }
    this.length = kept
  }

  /** Adds to each row what its code in this column costs; nobody falls out. */
  addCost(codes: Codes, cost: Uint8Array): void {
    const { rows, used, length } = this
    for (let at = 0; at < length; at++) used[at]! += cost[codes[rows[at] as number] as number] as number
  }

  /** Adds the bits of each row's code, in low and in high, to the numbers at the same place of `into`. */
  gatherBits(codes: Codes, bits: LowAndHigh, into: LowAndHigh): void {
    if (codes instanceof Uint8Array) this.#gatherNarrow(codes, bits, into)
    else this.#gatherWide(codes, bits, into)
  }

  #gatherNarrow(codes: Uint8Array, bits: LowAndHigh, { low, high }: LowAndHigh): void {
    const { rows, length } = this
    const { low: bitsLow, high: bitsHigh } = bits
    for (let at = 0; at < length; at++) {
      const code = codes[rows[at] as number] as number
      low[at]! |= bitsLow[code] as number
      high[at]! |= bitsHigh[code] as number
    }
  }

  #gatherWide(codes: Uint16Array | Uint32Array, bits: LowAndHigh, { low, high }: LowAndHigh): void {
    const { rows, length } = this
    const { low: bitsLow, high: bitsHigh } = bits
    for (let at = 0; at < length; at++) {
      const code = codes[rows[at] as number] as number
      low[at]! |= bitsLow[code] as number
      high[at]! |= bitsHigh[code] as number
    }
  }
}
