import type { FitTable } from './fit-table.ts'
import type { Scratch } from './scratch.ts'
import { SetNumbers } from './set-numbers.ts'

/**
 * Rows ranked by what is known before any fit is worked out: certain ones first, then by the most that low fit can be with the
 * essentials that are missing. Whoever misses the same ranks the same.
 */
export class MissingRanks {
  readonly #fits: FitTable | undefined
  readonly #numbers: SetNumbers
  /** By set: the most that low fit can be. */
  readonly #most: number[] = []
  /** In the order in which they came: twice the number of the set, one more when it is certain. */
  readonly #ranks: Uint32Array
  readonly #scratch: Scratch
  #length = 0

  /** For at most `size` rows. Without `fits` everybody may have a perfect fit. */
  constructor(size: number, skills: number, fits: FitTable | undefined, scratch: Scratch) {
    this.#fits = fits
    this.#scratch = scratch
    this.#ranks = scratch.room('ranks', size)
    this.#numbers = new SetNumbers(skills)
  }

  /** The next row: what it misses for certain, word by word; 1 when its terms are certain. */
  add(missing: Uint32Array, certain: number): void {
    let set = this.#numbers.find(missing)
    if (set < 0) {
      set = this.#numbers.add(missing)
      this.#most.push(this.#mostFit(missing))
    }
    this.#ranks[this.#length++] = 2 * set + certain
  }

  /** Gives the rows, listed in the order in which they came, best rank first, until one is refused. */
  eachBestFirst(rows: Uint32Array, take: (row: number, certain: boolean, most: number) => boolean): void {
    const ranks = this.#ranks
    const length = this.#length
    const start = new Uint32Array(2 * this.#most.length + 1)
    for (let at = 0; at < length; at++) start[(ranks[at] as number) + 1]!++
    for (let rank = 0; rank + 1 < start.length; rank++) start[rank + 1]! += start[rank] as number
    const next = start.slice()
    const order = this.#scratch.room('ranked', length)
    for (let at = 0; at < length; at++) order[next[ranks[at] as number]!++] = rows[at] as number
    const best = Array.from({ length: 2 * this.#most.length }, (_, rank) => rank)
    best.sort((a, b) => (b & 1) - (a & 1) || this.#mostOf(b) - this.#mostOf(a))
    for (const rank of best) {
      const [from, to] = [start[rank] as number, start[rank + 1] as number]
      for (let at = from; at < to; at++) if (!take(order[at] as number, (rank & 1) !== 0, this.#mostOf(rank))) return
    }
  }

  #mostOf(rank: number): number {
    return this.#most[rank >>> 1] as number
  }

  #mostFit(missing: Uint32Array): number {
    if (!this.#fits) return Number.POSITIVE_INFINITY
    let most = this.#fits.whole
    for (const [word, bits] of missing.entries()) {
      for (let left = bits; left !== 0; left &= left - 1) {
        most -= this.#fits.loss[word * 32 + 31 - Math.clz32(left & -left)] as number
      }
    }
    return most
  }
}
