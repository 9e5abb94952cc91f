import type { FitTable } from './fit-table.ts'
import type { Scratch } from './scratch.ts'
import { mostInTable, SetNumbers } from './set-numbers.ts'
import { eachStretch } from './stretches.ts'

/**
 * For a loop over everybody, where sets are few enough to be their own numbers: it writes the rank of each row, twice its set and
 * one more when its terms are certain, and counts how many have each rank.
 */
export interface RanksOfSets {
  readonly ranks: Uint32Array
  readonly many: Uint32Array
}

/**
 * Rows ranked by what is known before any fit is worked out: certain ones first, then by the most that low fit can be with the
 * essentials that are missing. Whoever misses the same ranks the same.
 */
export class MissingRanks {
  readonly #fits: FitTable | undefined
  /** Where sets are too many to be their own numbers. */
  readonly #numbers: SetNumbers | undefined
  /** By number of a set: the most that low fit can be, once it was asked for or the set was numbered. */
  readonly #most = new Map<number, number>()
  /** By rank: how many have it. */
  #many: Uint32Array
  /** In the order in which they came: twice the number of the set, one more when it is certain. */
  readonly #ranks: Uint32Array
  readonly #scratch: Scratch
  #length = 0

  /** For at most `size` rows. Without `fits` everybody may have a perfect fit. */
  constructor(size: number, skills: number, fits: FitTable | undefined, scratch: Scratch) {
    this.#fits = fits
    this.#scratch = scratch
    this.#ranks = scratch.room('ranks', size)
    this.#numbers = skills <= mostInTable ? undefined : new SetNumbers(skills)
    this.#many = new Uint32Array(this.#numbers ? 2 : 2 * 2 ** skills)
  }

  /** The next row: what it misses for certain, word by word; 1 when its terms are certain. */
  add(missing: Uint32Array, certain: number): void {
    const rank = 2 * this.#numberOf(missing) + certain
    this.#ranks[this.#length++] = rank
    this.#many[rank]!++
  }

  /** Instead of `add`, for so many rows at once, where sets are their own numbers. */
  addAll(length: number): RanksOfSets | undefined {
    if (this.#numbers) return undefined
    this.#length = length
    return { ranks: this.#ranks, many: this.#many }
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
    const many = this.#many
    const best: number[] = []
    for (let rank = 0; rank < many.length; rank++) if (many[rank] !== 0) best.push(rank)
    best.sort((a, b) => (b & 1) - (a & 1) || this.#mostOf(b) - this.#mostOf(a))
    expect(best.length === 0 ? 0 : (many[best[0] as number] as number))
    let wanted = Math.max(64, 2 * limit)
    for (let next = 0; next < best.length; wanted *= 256) {
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

  #numberOf(missing: Uint32Array): number {
    if (!this.#numbers) return missing[0] ?? 0
    const known = this.#numbers.find(missing)
    if (known >= 0) return known
    const number = this.#numbers.add(missing)
    this.#most.set(number, this.#mostFit(missing))
    if (2 * number + 1 >= this.#many.length) {
      const larger = new Uint32Array(2 * this.#many.length)
      larger.set(this.#many)
      this.#many = larger
    }
    return number
  }

  #mostOf(rank: number): number {
    const set = rank >>> 1
    const known = this.#most.get(set)
    if (known !== undefined) return known
    const found = this.#mostFit(Uint32Array.of(set))
    this.#most.set(set, found)
    return found
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
