import type { Courses } from './courses.ts'
import type { DoorSets } from './door-sets.ts'
import { NumberList } from './number-list.ts'
import type { OpenContents } from './open-contents.ts'

/** Bits of a plain integer. Sets that miss more are looked at literally; they hardly exist. */
const mostBits = 30

/**
 * What pairs of open contents close in low, beyond what each closes alone. A set is kept only when one or two contents can close it,
 * with the contents that close it alone or with another one: these are its entries. Contents stand in order of what they close
 * alone, the most first, those that ask something first at the end; a content is named by its place in that order.
 */
export class DoorPairs {
  /** Content by place. */
  readonly order: Int32Array
  /** Place by content, -1 where it is not open. */
  readonly place: Int32Array
  /** Contents at this place or later are blocked: the person lacks a prerequisite. */
  readonly blockedFrom: number
  /** By place: rows of the sets that it closes with another one only. No pair with it has more beyond what both close alone. */
  readonly most: Float64Array
  readonly #sets: DoorSets
  readonly #courses: Courses
  /** Entries by set: place of the content, and what it covers; those of kept set `s` stand from `#setFrom[s]` on, by place. */
  readonly #setFrom: Int32Array
  readonly #entryPlace: Int32Array
  readonly #entryCovers: Int32Array
  /** By kept set: its rows, and all of its bits. */
  readonly #rows: Int32Array
  readonly #full: Int32Array
  /** The same entries by place of the content: the kept set, and where in it. */
  readonly #ownFrom: Int32Array
  readonly #ownSet: Int32Array
  readonly #ownAt: Int32Array
  readonly #long: number[] = []

  constructor(sets: DoorSets, courses: Courses, open: OpenContents, alone: Float64Array) {
    this.#sets = sets
    this.#courses = courses
    const open_ = courses.contents.flatMap(({ index }) => (open.isOpen[index] === 1 ? index : []))
    const blocked = open.blocked
    this.order = Int32Array.from(
      open_.sort(
        (a, b) => (blocked[a] as number) - (blocked[b] as number) || (alone[b] as number) - (alone[a] as number) || a - b,
      ),
    )
    this.place = new Int32Array(courses.contents.length).fill(-1)
    for (let at = 0; at < this.order.length; at++) this.place[this.order[at] as number] = at
    const first = this.order.findIndex((content) => blocked[content] === 1)
    this.blockedFrom = first < 0 ? this.order.length : first
  }
}
