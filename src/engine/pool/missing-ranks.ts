import type { FitTable } from './fit-table.ts'
import type { Scratch } from './scratch.ts'
import { SetNumbers } from './set-numbers.ts'
import { eachStretch } from './stretches.ts'

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

  /**
   * Gives the rows, listed in the order in which they came, best rank first, until one is refused. They are put in order a few ranks at a
   * time, at least `limit` rows at first and then ever more: mostly the first ones are all that is looked at. `expect` hears first how
   * many have the best rank: all of these will be looked at.
   */
  eachBestFirst(
    rows: Uint32Array,
    limit: number,
    expect: (rows: number) => void,
    take: (row: number, certain: boolean, most: number) => boolean,
  ): void {
    const many = new Uint32Array(2 * this.#most.length)
    eachStretch(0, this.#length, (from, to) => countEach(this.#ranks, many, from, to))
    const best = Array.from(many, (_, rank) => rank).filter((rank) => many[rank] !== 0)
    best.sort((a, b) => (b & 1) - (a & 1) || this.#mostOf(b) - this.#mostOf(a))
    expect(best.length === 0 ? 0 : (many[best[0] as number] as number))
    let wanted = Math.max(64, 2 * limit)
    for (let next = 0; next < best.length; wanted *= 16) {
      const batch: number[] = []
      for (let sum = 0; next < best.length && sum < wanted; next++) {
        batch.push(best[next] as number)
        sum += many[best[next] as number] as number
      }
      const order = this.#inOrder(rows, batch, many)
      let at = 0
      for (const rank of batch) {
        for (let left = many[rank] as number; left > 0; left--) {
          if (!take(order[at++] as number, (rank & 1) !== 0, this.#mostOf(rank))) return
        }
      }
    }
  }

  /** The rows of some ranks, rank by rank. */
  #inOrder(rows: Uint32Array, batch: readonly number[], many: Uint32Array): Uint32Array {
    const ranks = this.#ranks
    const place = new Int32Array(many.length).fill(-1)
    let sum = 0
    for (const rank of batch) {
      place[rank] = sum
      sum += many[rank] as number
    }
    const order = this.#scratch.room('ranked', sum)
    eachStretch(0, this.#length, (from, to) => {
      for (let at = from; at < to; at++) {
        const rank = ranks[at] as number
        if ((place[rank] as number) >= 0) order[place[rank]!++] = rows[at] as number
      }
    })
    return order
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

function countEach(numbers: Uint32Array, many: Uint32Array, from: number, to: number): void {
  for (let at = from; at < to; at++) many[numbers[at] as number]!++
}
