import type { Courses } from './courses.ts'
import { type DoorSets, inHigh, inLow } from './door-sets.ts'
import type { OpenContents } from './open-contents.ts'
import { SetsByDemand } from './sets-by-demand.ts'

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

/**
 * How many rows single contents close in each mode, and what a path closes. Prerequisites, dates and limits are left to the walk.
 */
export class DoorCounts {
  /** By content: rows of the sets it closes alone. */
  readonly aloneLow: Float64Array
  readonly aloneHigh: Float64Array
  readonly #sets: DoorSets
  readonly #courses: Courses
  readonly #byDemand: SetsByDemand

  constructor(sets: DoorSets, courses: Courses, open: OpenIn) {
    this.#sets = sets
    this.#courses = courses
    this.#byDemand = new SetsByDemand(sets, courses)
    this.aloneLow = new Float64Array(courses.contents.length)
    this.aloneHigh = new Float64Array(courses.contents.length)
    for (let set = 0; set < sets.size; set++) this.#countAlone(set, open.contents)
  }

  /** Rows that the contents of a path close together in high. */
  closedHigh(path: readonly number[]): number {
    return this.#byDemand.closedBy(path).reduce((rows, set) => rows + this.#sets.highRowsOf(set), 0)
  }

  /** Only contents that meet the rarest demand of a set can close it. */
  #countAlone(set: number, openContents: Uint8Array): void {
    const { from, content } = this.#courses.meeters
    const rarest = this.#byDemand.rarest[set] as number
    const until = from[rarest + 1] as number
    const low = this.#sets.lowRowsOf(set)
    const high = this.#sets.highRowsOf(set)
    for (let at = from[rarest] as number; at < until; at++) {
      const one = content[at] as number
      const open = openContents[one] as number
      if (open === 0 || !this.#closesAll(one, set)) continue
      if ((open & inLow) !== 0) this.aloneLow[one]! += low
      if ((open & inHigh) !== 0) this.aloneHigh[one]! += high
    }
  }

  #closesAll(content: number, set: number): boolean {
    const { meeters } = this.#courses
    const length = this.#sets.lengthOf(set)
    for (let index = 0; index < length; index++) if (!meeters.meets(content, this.#sets.demandAt(set, index))) return false
    return true
  }
}
