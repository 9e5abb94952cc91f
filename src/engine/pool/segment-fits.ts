import type { Searched } from './answer.ts'
import type { FitTable } from './fit-table.ts'
import type { Scratch } from './scratch.ts'
import type { Segment } from './segment.ts'

/** A claim read person by person takes about as long as four entries of a list. */
const entriesAClaim = 4

/**
 * Low fit of the people of one segment. Of a few it is added up from what they hold, person by person. Once that has cost as much as
 * all lists of who holds what counts, everybody else's comes from those: never more than twice the cheaper of the two.
 */
export class SegmentFits {
  readonly #segment: Segment
  readonly #table: FitTable
  readonly #scratch: Scratch
  readonly #searched: Searched
  readonly #listed: number
  /** Claims read so far. */
  #read = 0
  #all: Uint32Array | undefined

  constructor(segment: Segment, table: FitTable, mayUseLists: boolean, scratch: Scratch, searched: Searched) {
    this.#segment = segment
    this.#table = table
    this.#scratch = scratch
    this.#searched = searched
    this.#listed = mayUseLists ? table.listed(segment) + segment.size : Number.POSITIVE_INFINITY
  }

  /** That many rows at least will be asked: settles which way is cheaper before the first. */
  expect(rows: number): void {
    const { claimConcept, size } = this.#segment
    const claims = (rows * claimConcept.length) / Math.max(1, size)
    if (claims * entriesAClaim > this.#listed) this.#ofAll()
  }

  of(row: number): number {
    if (this.#all) return this.#all[row] as number
    if (this.#read * entriesAClaim > this.#listed) return this.#ofAll()[row] as number
    const { claimStart } = this.#segment
    const claims = (claimStart[row + 1] as number) - (claimStart[row] as number)
    this.#read += claims
    this.#searched.claims += claims
    return this.#table.fitLow(this.#segment, row)
  }

  #ofAll(): Uint32Array {
    const { size } = this.#segment
    this.#all = this.#scratch.room('fits', size)
    this.#table.fitsByLists(this.#segment, this.#all, this.#scratch.room('best credits', size))
    this.#searched.postings += this.#listed - size
    return this.#all
  }
}
