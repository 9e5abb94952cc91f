import type { Courses } from './courses.ts'
import { inHigh, inLow } from './door-sets.ts'
import { HomeSets } from './home-sets.ts'
import { NumberList } from './number-list.ts'
import type { OpenContents } from './open-contents.ts'
import type { CountedSets } from './sets-by-demand.ts'

/** What is open in which mode, as bits (`inLow`, `inHigh`). */
export interface OpenIn {
  /** By content. */
  readonly contents: Uint8Array
  /** By demand: whether some open content meets it. */
  readonly demands: Uint8Array
}

export function openIn({ meeters }: Courses, low: OpenContents, high: OpenContents): OpenIn {
  const contents = new Uint8Array(low.isOpen.length)
  for (let at = 0; at < contents.length; at++) {
    contents[at] = ((low.isOpen[at] as number) * inLow) | ((high.isOpen[at] as number) * inHigh)
  }
  const { from, content } = meeters
  const demands = new Uint8Array(from.length - 1)
  for (let demand = 0; demand < demands.length; demand++) {
    const until = from[demand + 1] as number
    let bits = 0
    for (let at = from[demand] as number; at < until && bits !== (inLow | inHigh); at++)
      bits |= contents[content[at] as number] as number
    demands[demand] = bits
  }
  return { contents, demands }
}

/** Room for the lists of one person, used again and again: doors are found before others are begun. */
const room = { from: new NumberList(), demand: new NumberList(), rows: new NumberList() }

/**
 * How many rows single contents close in each mode, and what a path closes. Prerequisites, dates and limits are left to the walk.
 */
export class DoorCounts {
  readonly sets: HomeSets
  /** By content: rows of the sets it closes alone. */
  readonly aloneLow: Float64Array
  readonly aloneHigh: Float64Array
  /**
   * Of the sets of low whose home a content meets, those that it does not close, by the first of their demands that it leaves: whoever
   * closes them with it meets that one. Demands (own numbers) and rows of content `c` stand from `leftFrom[c]` on.
   */
  readonly leftFrom = room.from.clear()
  readonly leftDemand = room.demand.clear()
  readonly leftRows = room.rows.clear()

  constructor(sets: CountedSets, courses: Courses, open: OpenIn) {
    this.sets = new HomeSets(sets, courses, open.contents)
    this.aloneLow = new Float64Array(courses.contents.length)
    this.aloneHigh = new Float64Array(courses.contents.length)
    const left = new Int32Array(this.sets.demands)
    for (let content = 0; content < open.contents.length; content++) {
      this.leftFrom.push(this.leftDemand.length)
      if (open.contents[content] !== 0) this.#count(content, open.contents[content] as number, left)
    }
    this.leftFrom.push(this.leftDemand.length)
  }

  /** Rows that the contents of a path close together. */
  closedLow(path: readonly number[]): number {
    return this.sets.closedBy(path, this.sets.low)
  }

  closedHigh(path: readonly number[]): number {
    return this.sets.closedBy(path, this.sets.high)
  }

  /** `left`: room by own demand, nought before and after. */
  #count(content: number, open: number, left: Int32Array): void {
    const { sets } = this
    const { taughtFrom, taught, from, low, high } = sets
    const first = this.leftDemand.length
    let [inLowRows, inHighRows] = [0, 0]
    sets.mark(content, 1)
    const until = taughtFrom[content + 1] as number
    for (let at = taughtFrom[content] as number; at < until; at++) {
      const demand = taught[at] as number
      const end = from[demand + 1] as number
      for (let set = from[demand] as number; set < end; set++) {
        const unmet = sets.firstUnmet(set)
        const rows = low[set] as number
        if (unmet === -1) {
          inLowRows += rows
          inHighRows += high[set] as number
        } else if (rows > 0) {
          if (left[unmet] === 0) this.leftDemand.push(unmet)
          left[unmet]! += rows
        }
      }
    }
    sets.mark(content, 0)
    if ((open & inLow) !== 0) this.aloneLow[content] = inLowRows
    if ((open & inHigh) !== 0) this.aloneHigh[content] = inHighRows
    for (let at = first; at < this.leftDemand.length; at++) {
      const demand = this.leftDemand.values[at] as number
      this.leftRows.push(left[demand] as number)
      left[demand] = 0
    }
  }
}
