import type { FitTable } from './fit-table.ts'
import type { Scratch } from './scratch.ts'
import { SetNumbers } from './set-numbers.ts'

/**
 * Everybody eligible, ranked by what is known before any fit is worked out: certain ones first, then by the most that low fit can
 * be with the essentials that are missing. Whoever misses the same ranks the same.
 */
export class MissingRanks {
  /** What the person who is added next misses for certain, word by word: written by who adds. */
  readonly missing: Uint32Array
  readonly #fits: FitTable | undefined
  readonly #numbers: SetNumbers
  /** By set: the most that low fit can be. */
  readonly #most: number[] = []
  readonly #rows: Uint32Array
  /** Beside each row: twice the number of its set, one more when it is certain. */
  readonly #ranks: Uint32Array
  #length = 0
  readonly #scratch: Scratch

  /** For at most `size` people. Without `fits` everybody may have a perfect fit. */
  constructor(size: number, skills: number, words: number, fits: FitTable | undefined, scratch: Scratch) {
    this.missing = new Uint32Array(words)
    this.#fits = fits
    this.#scratch = scratch
    this.#rows = scratch.room('ranked', size)
    this.#ranks = scratch.room('ranks', size)
    this.#numbers = new SetNumbers(skills)
  }

  add(row: number, certain: boolean): void {
    const set = this.#numbers.number(this.missing, () => this.#most.push(this.#mostFit()))
    this.#rows[this.#length] = row
    this.#ranks[this.#length++] = 2 * set + (certain ? 1 : 0)
  }

  /** Gives rows until one is refused. */
  eachBestFirst(take: (row: number, certain: boolean, most: number) => boolean): void {
    const rows = this.#rows
    const ranks = this.#ranks
    const length = this.#length
    const start = new Uint32Array(2 * this.#most.length + 1)
    for (let at = 0; at < length; at++) start[(ranks[at] as number) + 1]!++
    for (let rank = 0; rank + 1 < start.length; rank++) start[rank + 1]! += start[rank] as number
    const next = start.slice()
    const order = this.#scratch.room('ranked in order', length)
    for (let at = 0; at < length; at++) order[next[ranks[at] as number]!++] = rows[at] as number
    const best = Array.from({ length: 2 * this.#most.length }, (_, rank) => rank)
    best.sort((a, b) => (b & 1) - (a & 1) || this.#mostOf(b) - this.#mostOf(a))
    for (const rank of best) {
      for (let at = start[rank] as number; at < (start[rank + 1] as number); at++) {
        if (!take(order[at] as number, (rank & 1) !== 0, this.#mostOf(rank))) return
      }
    }
  }

  #mostOf(rank: number): number {
    return this.#most[rank >>> 1] as number
  }

  #mostFit(): number {
    if (!this.#fits) return Number.POSITIVE_INFINITY
    let most = this.#fits.whole
    for (const [word, bits] of this.missing.entries()) {
      for (let left = bits; left !== 0; left &= left - 1)
        most -= this.#fits.loss[word * 32 + 31 - Math.clz32(left & -left)] as number
    }
    return most
  }
}
