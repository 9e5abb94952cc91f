import type { Scratch } from './scratch.ts'
import type { Codes } from './segment.ts'
import { eachStretch } from './stretches.ts'

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
  /** Those with more unmet conditions fall out. */
  readonly most: number

  /** For at most `size` rows. Those with more than `most` unmet conditions fall out. */
  constructor(scratch: Scratch, size: number, most: number) {
    this.rows = scratch.room('in play', size)
    this.used = scratch.bytes('in play', size)
    this.most = most
  }

  /** Not checked: for rows with at most `most`. */
  add(row: number, used: number): void {
    this.rows[this.length] = row
    this.used[this.length++] = used
  }

  /** Adds to each row what its code in this column costs, and drops those with too many. */
  pass(codes: Codes, cost: Uint8Array): void {
    const end = this.length
    this.length = 0
    // The same loop by width, since one that meets arrays of several kinds is compiled well for none of them.
    if (codes instanceof Uint8Array) eachStretch(0, end, (from, to) => this.#passNarrow(codes, cost, from, to))
    else eachStretch(0, end, (from, to) => this.#passWide(codes, cost, from, to))
  }

  #passNarrow(codes: Uint8Array, cost: Uint8Array, from: number, to: number): void {
    const { rows, used } = this
    const most = this.most
    let kept = this.length
    for (let at = from; at < to; at++) {
      const row = rows[at] as number
      const now = (used[at] as number) + (cost[codes[row] as number] as number)
      rows[kept] = row
      used[kept] = now
      kept += 1 + ((most - (now & count)) >> 31)
    }
    this.length = kept
  }

  #passWide(codes: Uint16Array | Uint32Array, cost: Uint8Array, from: number, to: number): void {
    const { rows, used } = this
    const most = this.most
    let kept = this.length
    for (let at = from; at < to; at++) {
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
    eachStretch(0, this.length, (from, to) => this.#addCost(codes, cost, from, to))
  }

  #addCost(codes: Codes, cost: Uint8Array, from: number, to: number): void {
    const { rows, used } = this
    for (let at = from; at < to; at++) used[at]! += cost[codes[rows[at] as number] as number] as number
  }

  /** Adds the bits of each row's code, in low and in high, to the numbers at the same place of `into`. */
  gatherBits(codes: Codes, bits: LowAndHigh, into: LowAndHigh): void {
    if (codes instanceof Uint8Array) eachStretch(0, this.length, (from, to) => this.#gatherNarrow(codes, bits, into, from, to))
    else eachStretch(0, this.length, (from, to) => this.#gatherWide(codes, bits, into, from, to))
  }

  #gatherNarrow(codes: Uint8Array, bits: LowAndHigh, { low, high }: LowAndHigh, from: number, to: number): void {
    const { rows } = this
    const { low: bitsLow, high: bitsHigh } = bits
    for (let at = from; at < to; at++) {
      const code = codes[rows[at] as number] as number
      low[at]! |= bitsLow[code] as number
      high[at]! |= bitsHigh[code] as number
    }
  }

  #gatherWide(codes: Uint16Array | Uint32Array, bits: LowAndHigh, { low, high }: LowAndHigh, from: number, to: number): void {
    const { rows } = this
    const { low: bitsLow, high: bitsHigh } = bits
    for (let at = from; at < to; at++) {
      const code = codes[rows[at] as number] as number
      low[at]! |= bitsLow[code] as number
      high[at]! |= bitsHigh[code] as number
    }
  }
}
