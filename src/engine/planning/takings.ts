import { NumberList } from './number-list.ts'

/**
 * What some contents that stand in a path together take and give, never too much and never too little: costs and weeks are at least so much, no path with them
 * ends sooner, they raise fit at most so far and cover at most these essentials. Columns by number, of a content or of a demand.
 */
export class Takings {
  readonly euro: Float64Array
  readonly weeks: Float64Array
  readonly end: Float64Array
  readonly rise: Float64Array
  /** As bits. */
  readonly covers: Int32Array
  /** How many contents they are at the least. */
  readonly count: Uint8Array
  /** Numbers that something was merged into. */
  readonly touched = new NumberList()
  readonly #isTouched: Uint8Array

  constructor(size: number) {
    this.euro = new Float64Array(size)
    this.weeks = new Float64Array(size)
    this.end = new Float64Array(size)
    this.rise = new Float64Array(size)
    this.covers = new Int32Array(size)
    this.count = new Uint8Array(size)
    this.#isTouched = new Uint8Array(size)
  }

  /** One of several, whichever it is. */
  merge(at: number, of: Takings, place: number): void {
    const [euro, weeks, end] = [of.euro[place] as number, of.weeks[place] as number, of.end[place] as number]
    const [rise, covers, count] = [of.rise[place] as number, of.covers[place] as number, of.count[place] as number]
    if (this.#isTouched[at] === 0) {
      this.#isTouched[at] = 1
      this.touched.push(at)
      this.set(at, euro, weeks, end, rise, covers, count)
      return
    }
    if (euro < (this.euro[at] as number)) this.euro[at] = euro
    if (weeks < (this.weeks[at] as number)) this.weeks[at] = weeks
    if (end < (this.end[at] as number)) this.end[at] = end
    if (rise > (this.rise[at] as number)) this.rise[at] = rise
    this.covers[at] = (this.covers[at] as number) | covers
    if (count < (this.count[at] as number)) this.count[at] = count
  }

  set(at: number, euro: number, weeks: number, end: number, rise: number, covers: number, count: number): void {
    this.euro[at] = euro
    this.weeks[at] = weeks
    this.end[at] = end
    this.rise[at] = rise
    this.covers[at] = covers
    this.count[at] = count
  }

  /** Forgets what was merged. */
  clear(): void {
    const { values, length } = this.touched
    for (let one = 0; one < length; one++) this.#isTouched[values[one] as number] = 0
    this.touched.clear()
  }
}

/** At 0: no content at all. */
export const nothingTaken = new Takings(1)
