import type { Courses } from './courses.ts'
import { DoorEntries } from './door-entries.ts'
import type { DoorOrder } from './door-order.ts'
import type { DoorSets } from './door-sets.ts'
import { NumberList } from './number-list.ts'
import type { SparseSums } from './sparse-sums.ts'

/** Room for the sorted entries of one person, used again and again. */
const room = {
  place: new NumberList(),
  covers: new NumberList(),
  byPlace: new NumberList(),
  ownSet: new NumberList(),
  ownAt: new NumberList(),
}

/**
 * What two open contents close in low beyond what each closes alone: rows that both together close and neither does, less those that
 * both close. Contents are named by their place in the order.
 */
export class DoorPairs {
  /** By place: no pair with it closes more beyond the sum of what both close alone. */
  readonly most: Float64Array
  readonly #sets: DoorSets
  readonly #courses: Courses
  readonly #order: DoorOrder
  readonly #entries: DoorEntries
  /** By set, then by place: place of the content, and what it covers. */
  readonly #place: Int32Array
  readonly #covers: Int32Array
  /** The entries of place `p` stand from `#ownFrom[p]` on: the set, and where it stands in the lists by set. */
  readonly #ownFrom: Int32Array
  readonly #ownSet: Int32Array
  readonly #ownAt: Int32Array

  constructor(sets: DoorSets, courses: Courses, order: DoorOrder) {
    this.#sets = sets
    this.#courses = courses
    this.#order = order
    const entries = new DoorEntries(sets, courses, order)
    this.#entries = entries
    const count = entries.set.length
    this.#place = room.place.room(count)
    this.#covers = room.covers.room(count)
    this.#ownSet = room.ownSet.room(count)
    this.#ownAt = room.ownAt.room(count)
    this.#ownFrom = startsOf(entries.place, order.size)
    this.#sort()
    this.most = this.#mostOf()
  }

  /**
   * Adds to `into`, by place: of an unblocked content for later places, as a pair is looked at once; of a blocked one for all places
   * before it.
   */
  pairsWith(place: number, into: SparseSums): void {
    const isBlocked = place >= this.#order.blockedFrom
    const until = this.#ownFrom[place + 1] as number
    for (let own = this.#ownFrom[place] as number; own < until; own++) {
      const set = this.#ownSet[own] as number
      const at = this.#ownAt[own] as number
      const from = isBlocked ? (this.#entries.from.values[set] as number) : at + 1
      const end = isBlocked ? at : (this.#entries.from.values[set + 1] as number)
      this.#addPairs(set, at, from, end, into)
    }
    for (const set of this.#entries.long) this.#addLongPairs(place, set, into)
  }

  /** The entries of one set from `from` to `end`, with the one at `own`. This is the inner loop of all doors. */
  #addPairs(set: number, own: number, from: number, end: number, into: SparseSums): void {
    const covers = this.#covers
    const places = this.#place
    const full = this.#entries.full.values[set] as number
    const rows = this.#entries.rows.values[set] as number
    const wanted = full & ~(covers[own] as number)
    if (wanted === 0) {
      // Both close it alone: counted twice.
      for (let at = from; at < end; at++) if (covers[at] === full) into.add(places[at] as number, -rows)
      return
    }
    // Neither closes it alone, and both together do.
    for (let at = from; at < end; at++) {
      const others = covers[at] as number
      if (others !== full && (others & wanted) === wanted) into.add(places[at] as number, rows)
    }
  }

  #addLongPairs(place: number, set: number, into: SparseSums): void {
    const { contents } = this.#order
    const content = contents[place] as number
    const closes = Number(this.#close(content, content, set))
    for (let at = 0; at < contents.length; at++) {
      if (at === place) continue
      const other = contents[at] as number
      const both = Number(this.#close(content, other, set))
      const rows = (both - closes - Number(this.#close(other, other, set))) * this.#sets.lowRowsOf(set)
      if (rows !== 0) into.add(at, rows)
    }
  }

  #close(one: number, other: number, set: number): boolean {
    const { meeters } = this.#courses
    for (let index = 0; index < this.#sets.lengthOf(set); index++) {
      const demand = this.#sets.demandAt(set, index)
      if (!meeters.meets(one, demand) && !meeters.meets(other, demand)) return false
    }
    return true
  }

  /** Entries place by place, then each into the list of its set: so these lists come in order of place as well. */
  #sort(): void {
    const { set, place, covers, from } = this.#entries
    const count = set.length
    const byPlace = room.byPlace.room(count)
    const next = this.#ownFrom.slice()
    for (let entry = 0; entry < count; entry++) byPlace[next[place.values[entry] as number]!++] = entry
    const inSet = from.values.slice(0, from.length)
    for (let own = 0; own < count; own++) {
      const entry = byPlace[own] as number
      const of = set.values[entry] as number
      const at = inSet[of]!++
      this.#place[at] = place.values[entry] as number
      this.#covers[at] = covers.values[entry] as number
      this.#ownSet[own] = of
      this.#ownAt[own] = at
    }
  }

  #mostOf(): Float64Array {
    const { rows, full, long } = this.#entries
    let ofLong = 0
    for (const set of long) ofLong += this.#sets.lowRowsOf(set)
    const most = new Float64Array(this.#order.size).fill(ofLong)
    for (let place = 0; place < most.length; place++) {
      const until = this.#ownFrom[place + 1] as number
      for (let own = this.#ownFrom[place] as number; own < until; own++) {
        const set = this.#ownSet[own] as number
        if (this.#covers[this.#ownAt[own] as number] !== full.values[set]) most[place]! += rows.values[set] as number
      }
    }
    return most
  }
}

/** Where the entries of each place begin when they stand place by place; one more at the end. */
function startsOf(places: NumberList, size: number): Int32Array {
  const starts = new Int32Array(size + 1)
  for (let entry = 0; entry < places.length; entry++) starts[(places.values[entry] as number) + 1]!++
  for (let place = 0; place < size; place++) starts[place + 1]! += starts[place] as number
  return starts
}
