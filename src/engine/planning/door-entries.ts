import type { Courses } from './courses.ts'
import type { DoorOrder } from './door-order.ts'
import type { DoorSets } from './door-sets.ts'
import { NumberList } from './number-list.ts'

/** Bits of a plain integer. Sets that miss more are looked at literally; they hardly exist. */
const mostBits = 30

/** Room for the entries of one person, used again and again: doors are found before others are begun. */
const room = {
  set: new NumberList(),
  place: new NumberList(),
  covers: new NumberList(),
  rows: new NumberList(),
  full: new NumberList(),
  from: new NumberList(),
}

/**
 * Which open contents take part in closing the sets of low, in one or in two: an entry per set and content that closes it alone or
 * with another one, with what it covers of the set. Sets that no two contents close are not kept.
 */
export class DoorEntries {
  /** By entry: the kept set, the place of the content, and what it covers. */
  readonly set = room.set.clear()
  readonly place = room.place.clear()
  readonly covers = room.covers.clear()
  /** By kept set: its rows, all of its bits, and where its entries begin, and one more. */
  readonly rows = room.rows.clear()
  readonly full = room.full.clear()
  readonly from = room.from.clear()
  /** Sets with too many bits, by their number in `DoorSets`. */
  readonly long: number[] = []
  readonly #sets: DoorSets
  readonly #courses: Courses
  readonly #order: DoorOrder
  /** Of the set at hand: the places of what covers any of it, and by place what that covers; nought before and after. */
  readonly #members: Int32Array
  readonly #coversOf: Int32Array
  /** By member: which of the masks it has. */
  readonly #maskOf: Int32Array
  /** The different masks among the members, and whether the rest is covered by another one. */
  readonly #masks: number[] = []
  readonly #isCompleted: boolean[] = []

  constructor(sets: DoorSets, courses: Courses, order: DoorOrder) {
    this.#sets = sets
    this.#courses = courses
    this.#order = order
    this.#members = new Int32Array(order.size)
    this.#coversOf = new Int32Array(order.size)
    this.#maskOf = new Int32Array(order.size)
    for (let set = 0; set < sets.size; set++) {
      if (sets.lowRowsOf(set) === 0) continue
      if (sets.lengthOf(set) > mostBits) this.long.push(set)
      else this.#add(set)
    }
    this.from.push(this.set.length)
  }

  #add(set: number): void {
    const count = this.#cover(set)
    const full = 2 ** this.#sets.lengthOf(set) - 1
    if (this.#findMasks(count, full)) {
      const kept = this.rows.length
      this.from.push(this.set.length)
      this.rows.push(this.#sets.lowRowsOf(set))
      this.full.push(full)
      for (let at = 0; at < count; at++) {
        const place = this.#members[at] as number
        if (!this.#isCompleted[this.#maskOf[at] as number]) continue
        this.set.push(kept)
        this.place.push(place)
        this.covers.push(this.#coversOf[place] as number)
      }
    }
    for (let at = 0; at < count; at++) this.#coversOf[this.#members[at] as number] = 0
  }

  /** The number of members. */
  #cover(set: number): number {
    const { from, content } = this.#courses.meeters
    const placeOf = this.#order.place
    const covers = this.#coversOf
    let count = 0
    const length = this.#sets.lengthOf(set)
    for (let index = 0; index < length; index++) {
      const demand = this.#sets.demandAt(set, index)
      const until = from[demand + 1] as number
      for (let at = from[demand] as number; at < until; at++) {
        const place = placeOf[content[at] as number] as number
        if (place < 0) continue
        const known = covers[place] as number
        if (known === 0) this.#members[count++] = place
        covers[place] = known | (1 << index)
      }
    }
    return count
  }

  /** Whether one or two of the members close the set. Members are many, their masks few. */
  #findMasks(count: number, full: number): boolean {
    const masks = this.#masks
    masks.length = 0
    for (let at = 0; at < count; at++) {
      const covers = this.#coversOf[this.#members[at] as number] as number
      const known = masks.indexOf(covers)
      this.#maskOf[at] = known < 0 ? masks.push(covers) - 1 : known
    }
    let any = false
    for (let at = 0; at < masks.length; at++) {
      const wanted = full & ~(masks[at] as number)
      let completed = false
      for (let other = 0; other < masks.length && !completed; other++) completed = ((masks[other] as number) & wanted) === wanted
      this.#isCompleted[at] = completed
      any ||= completed
    }
    return any
  }
}
