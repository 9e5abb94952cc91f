import { startsOfLists } from './course-columns.ts'
import type { Courses } from './courses.ts'
import type { MissingSets } from './missing-sets.ts'
import type { OpenContents } from './open-contents.ts'

/** Bits of a plain integer. Sets that miss more are looked at literally; they hardly exist. */
const mostBits = 30

/**
 * What the open contents close of the missing sets, alone and in pairs. Prerequisites, dates and limits are left to the walk.
 * A set is only kept here when one or two open contents can close it.
 */
export class DoorCounts {
  /** By content: rows of the sets it closes alone. */
  readonly alone: Float64Array
  readonly #sets: MissingSets
  readonly #courses: Courses
  readonly #open: OpenContents
  /** Entries: one per kept set and content that closes it in whole or in part; those of kept set `s` stand from `#from[s]` on. */
  readonly #from: number[] = []
  readonly #content: number[] = []
  readonly #covers: number[] = []
  readonly #set: number[] = []
  /** Which entries a content has. */
  #entriesFrom: Uint32Array = new Uint32Array(1)
  #entries: Uint32Array = new Uint32Array(0)
  /** By kept set: its rows, and all of its bits. */
  readonly #counts: number[] = []
  readonly #full: number[] = []
  readonly #long: number[] = []
  /** By demand: open contents that meet it. */
  readonly #teachers: Uint32Array

  constructor(sets: MissingSets, courses: Courses, open: OpenContents) {
    this.#sets = sets
    this.#courses = courses
    this.#open = open
    this.alone = new Float64Array(courses.contents.length)
    this.#teachers = teachersOf(courses, open)
    for (let set = 0; set < sets.size; set++) this.#countAlone(set)
  }

  /** Looks at pairs too: needed before `pairsWith`. */
  countPairs(): void {
    const room = new Int32Array(this.alone.length)
    for (let set = 0; set < this.#sets.size; set++) if (this.#isTaught(set)) this.#addEntries(set, room)
    this.#from.push(this.#content.length)
    this.#groupByContent()
  }

  /** Contents that close something alone or with another one. */
  closing(): number[] {
    const found: number[] = []
    for (let content = 0; content < this.alone.length; content++) {
      const hasEntries = (this.#entriesFrom[content + 1] ?? 0) > (this.#entriesFrom[content] ?? 0)
      if (hasEntries || (this.alone[content] as number) > 0) found.push(content)
    }
    return found
  }

  /**
   * What a content closes together with each other one, beyond the sum of what both close alone: rows closed jointly, less
   * those that both close. Fills in `into`, by content, and returns those that were touched.
   */
  pairsWith(content: number, into: Float64Array): number[] {
    const touched: number[] = []
    const until = this.#entriesFrom[content + 1] as number
    for (let at = this.#entriesFrom[content] as number; at < until; at++) {
      this.#addPairs(this.#entries[at] as number, into, touched)
    }
    for (const set of this.#long) this.#addLongPairs(content, set, into, touched)
    return touched
  }

  /** Rows that the contents of a path close together, looked at set by set. */
  closedBy(path: readonly number[]): number {
    if (path.length === 1) return this.alone[path[0] as number] as number
    const into = new Float64Array(this.alone.length)
    const [a, b] = path as [number, number]
    this.pairsWith(a, into)
    return a === b ? (this.alone[a] as number) : (this.alone[a] as number) + (this.alone[b] as number) + (into[b] as number)
  }

  /** Only contents that teach the rarest demand of a set can close it. */
  #countAlone(set: number): void {
    if (!this.#isTaught(set)) return
    const rarest = this.#rarestOf(set)
    const { from, content } = this.#courses.meeters
    const until = from[rarest + 1] as number
    for (let at = from[rarest] as number; at < until; at++) {
      const one = content[at] as number
      if (this.#open.isOpen[one] === 1 && this.#closesAll(one, set)) this.alone[one]! += this.#sets.countOf(set)
    }
  }

  #isTaught(set: number): boolean {
    for (let index = 0; index < this.#sets.lengthOf(set); index++) {
      if (this.#teachers[this.#sets.demandAt(set, index)] === 0) return false
    }
    return true
  }

  #rarestOf(set: number): number {
    let rarest = this.#sets.demandAt(set, 0)
    for (let index = 1; index < this.#sets.lengthOf(set); index++) {
      const demand = this.#sets.demandAt(set, index)
      if ((this.#teachers[demand] as number) < (this.#teachers[rarest] as number)) rarest = demand
    }
    return rarest
  }

  #closesAll(content: number, set: number): boolean {
    const { meeters } = this.#courses
    for (let index = 0; index < this.#sets.lengthOf(set); index++) {
      if (!meeters.meets(content, this.#sets.demandAt(set, index))) return false
    }
    return true
  }

  /** `covers` by content is nought before and after. */
  #addEntries(set: number, covers: Int32Array): void {
    const length = this.#sets.lengthOf(set)
    if (length > mostBits) {
      this.#long.push(set)
      return
    }
    const members = this.#cover(set, covers)
    const masks = distinct(members, covers)
    const full = 2 ** length - 1
    if (canCloseInTwo(masks, full)) {
      this.#from.push(this.#content.length)
      for (const content of members) {
        const own = covers[content] as number
        if (!completes(masks, full & ~own)) continue
        this.#content.push(content)
        this.#covers.push(own)
        this.#set.push(this.#from.length - 1)
      }
      this.#counts.push(this.#sets.countOf(set))
      this.#full.push(full)
    }
    for (const content of members) covers[content] = 0
  }

  /** The open contents that cover something of a set, with what. */
  #cover(set: number, covers: Int32Array): number[] {
    const { from, content } = this.#courses.meeters
    const members: number[] = []
    for (let index = 0; index < this.#sets.lengthOf(set); index++) {
      const demand = this.#sets.demandAt(set, index)
      const until = from[demand + 1] as number
      for (let at = from[demand] as number; at < until; at++) {
        const one = content[at] as number
        if (this.#open.isOpen[one] === 0) continue
        if (covers[one] === 0) members.push(one)
        covers[one] = (covers[one] as number) | (1 << index)
      }
    }
    return members
  }

  #groupByContent(): void {
    const lengths: number[] = new Array(this.alone.length).fill(0)
    for (const content of this.#content) lengths[content]!++
    this.#entriesFrom = startsOfLists(lengths)
    this.#entries = new Uint32Array(this.#content.length)
    const next = this.#entriesFrom.slice()
    for (const [entry, content] of this.#content.entries()) this.#entries[next[content]!++] = entry
  }

  #addPairs(entry: number, into: Float64Array, touched: number[]): void {
    const kept = this.#set[entry] as number
    const full = this.#full[kept] as number
    const own = this.#covers[entry] as number
    const wanted = full & ~own
    const rows = own === full ? -(this.#counts[kept] as number) : (this.#counts[kept] as number)
    const until = this.#from[kept + 1] as number
    for (let at = this.#from[kept] as number; at < until; at++) {
      const covers = this.#covers[at] as number
      // Both close it alone: counted twice. Or neither does, and both together do.
      if (own === full ? covers !== full : covers === full || (covers & wanted) !== wanted) continue
      const other = this.#content[at] as number
      if (into[other] === 0) touched.push(other)
      into[other]! += rows
    }
  }

  #addLongPairs(content: number, set: number, into: Float64Array, touched: number[]): void {
    const closes = Number(this.#closesAll(content, set))
    const { meeters } = this.#courses
    for (let other = 0; other < this.alone.length; other++) {
      if (this.#open.isOpen[other] === 0) continue
      let both = 1
      for (let index = 0; index < this.#sets.lengthOf(set) && both === 1; index++) {
        const demand = this.#sets.demandAt(set, index)
        if (!meeters.meets(content, demand) && !meeters.meets(other, demand)) both = 0
      }
      const rows = (both - closes - Number(this.#closesAll(other, set))) * this.#sets.countOf(set)
      if (rows === 0) continue
      if (into[other] === 0) touched.push(other)
      into[other]! += rows
    }
  }
}

function teachersOf({ meeters: { from, content } }: Courses, { isOpen }: OpenContents): Uint32Array {
  const teachers = new Uint32Array(from.length - 1)
  for (let demand = 0; demand < teachers.length; demand++) {
    const until = from[demand + 1] as number
    for (let at = from[demand] as number; at < until; at++) teachers[demand]! += isOpen[content[at] as number] as number
  }
  return teachers
}

function distinct(members: readonly number[], covers: Int32Array): number[] {
  const masks: number[] = []
  for (const content of members) if (!masks.includes(covers[content] as number)) masks.push(covers[content] as number)
  return masks
}

function canCloseInTwo(masks: readonly number[], full: number): boolean {
  for (const mask of masks) if (completes(masks, full & ~mask)) return true
  return false
}

function completes(masks: readonly number[], wanted: number): boolean {
  for (const mask of masks) if ((mask & wanted) === wanted) return true
  return false
}
