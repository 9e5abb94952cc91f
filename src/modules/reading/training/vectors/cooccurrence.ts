import { sharedFloat32, sharedUint32 } from './bags.ts'
import type { TrainingSettings } from './training-settings.ts'

/** Texts as rows of their words in order. */
export type RowText = readonly number[]

/** A symmetric matrix of which most is nothing: of row r the values at `columns[starts[r]] ..`. Shared by threads. */
export interface Sparse {
  readonly size: number
  readonly starts: Uint32Array
  readonly columns: Uint32Array
  readonly values: Float32Array
}

/**
 * How much more often two words stand near each other than chance would have it: positive pointwise mutual information (Church and Hanks 1990;
 * smoothed as in Levy, Goldberg and Dagan 2015, here from both sides so that the matrix stays symmetric).
 *
 * @param texts near is: at most `window` words on, and the nearer the more
 * @param twins two texts that say the same in two languages: each word of the one is a bit near to each of the other
 */
export function mutualInformation(
  size: number,
  texts: Iterable<RowText>,
  twins: Iterable<readonly [RowText, RowText]>,
  settings: Pick<TrainingSettings, 'window' | 'smoothing' | 'leastTogether'>,
): Sparse {
  const counts = new PairCounts(size)
  for (const rows of texts) {
    for (let at = 0; at < rows.length; at++) {
      const last = Math.min(rows.length - 1, at + settings.window)
      for (let other = at + 1; other <= last; other++) counts.add(rows[at]!, rows[other]!, 1 / (other - at))
    }
  }
  for (const [left, right] of twins) {
    const near = 2 / Math.max(left.length, right.length)
    for (const row of left) for (const other of right) counts.add(row, other, near)
  }
  return toSparse(counts, settings)
}

function toSparse(counts: PairCounts, settings: Pick<TrainingSettings, 'smoothing' | 'leastTogether'>): Sparse {
  const { size } = counts
  const sums = new Float64Array(size)
  counts.each((row, column, value) => {
    sums[row] = sums[row]! + value
    sums[column] = sums[column]! + value
  })
  const all = sums.reduce((sum, value) => sum + value, 0)
  const smooth = sums.map((value) => value ** settings.smoothing)
  const allSmooth = smooth.reduce((sum, value) => sum + value, 0)
  // The mean of both sides, as logarithm: half of a word's own share, half of its smoothed share.
  const share = sums.map((value, row) => (Math.log(value / all) + Math.log(smooth[row]! / allSmooth)) / 2)
  const information = (row: number, column: number, value: number): number =>
    value < settings.leastTogether ? 0 : Math.log((row === column ? 2 * value : value) / all) - share[row]! - share[column]!

  const starts = new Uint32Array(size + 1)
  counts.each((row, column, value) => {
    if (information(row, column, value) <= 0) return
    starts[row + 1]!++
    if (row !== column) starts[column + 1]!++
  })
  for (let row = 0; row < size; row++) starts[row + 1] = starts[row + 1]! + starts[row]!
  const columns = sharedUint32(new Uint32Array(starts[size]!))
  const values = sharedFloat32(starts[size]!)
  const next = starts.slice()
  const put = (row: number, column: number, value: number): void => {
    const at = next[row]!++
    columns[at] = column
    values[at] = value
  }
  counts.each((row, column, value) => {
    const more = information(row, column, value)
    if (more <= 0) return
    put(row, column, more)
    if (row !== column) put(column, row, more)
  })
  return { size, starts: sharedUint32(starts), columns, values }
}

const emptyKey = -1

/** Sums per unordered pair, in an open hash table on plain arrays: a `Map` of millions would take four times the memory. */
class PairCounts {
  readonly size: number
  #keys = new Float64Array(1 << 20).fill(emptyKey)
  #sums = new Float32Array(1 << 20)
  #filled = 0

  constructor(size: number) {
    this.size = size
  }

  add(row: number, column: number, value: number): void {
    if (this.#filled * 2 > this.#keys.length) this.#grow()
    const key = row < column ? row * this.size + column : column * this.size + row
    const at = this.#placeOf(key)
    if (this.#keys[at] === emptyKey) {
      this.#keys[at] = key
      this.#filled++
    }
    this.#sums[at] = this.#sums[at]! + value
  }

  each(see: (row: number, column: number, sum: number) => void): void {
    for (let at = 0; at < this.#keys.length; at++) {
      const key = this.#keys[at]!
      if (key === emptyKey) continue
      const row = Math.floor(key / this.size)
      see(row, key - row * this.size, this.#sums[at]!)
    }
  }

  #placeOf(key: number): number {
    const mask = this.#keys.length - 1
    const mixed = Math.imul((key % 4_294_967_291) | 0, 0x9e3779b1) ^ Math.imul(Math.floor(key / this.size), 0x85ebca6b)
    let at = (mixed ^ (mixed >>> 15)) & mask
    while (this.#keys[at] !== emptyKey && this.#keys[at] !== key) at = (at + 1) & mask
    return at
  }

  #grow(): void {
    const keys = this.#keys
    const sums = this.#sums
    this.#keys = new Float64Array(keys.length * 2).fill(emptyKey)
    this.#sums = new Float32Array(keys.length * 2)
    keys.forEach((key, old) => {
      if (key === emptyKey) return
      const at = this.#placeOf(key)
      this.#keys[at] = key
      this.#sums[at] = sums[old]!
    })
  }
}
