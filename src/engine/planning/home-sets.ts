import { startsOfLists } from './course-columns.ts'
import type { Courses } from './courses.ts'
import type { CountedSets } from './sets-by-demand.ts'

/**
 * Sets at home: each stands under the one of its demands that fewest open contents meet. Whatever closes a set meets that one. Demands have
 * numbers of their own here, those that fewest open contents meet first, so that the demands of a set ascend from its home on.
 */
export class HomeSets {
  /** How many demands the sets miss. */
  readonly demands: number
  /** Own demands that content `c` meets stand from `taughtFrom[c]` on, ascending; of contents that are not open none do. */
  readonly taughtFrom: Uint32Array
  readonly taught: Int32Array
  /** Sets at home at own demand `d` stand from `from[d]` on. */
  readonly from: Uint32Array
  /** By set: its rows in each mode; where its demands but its home begin, and one more. */
  readonly low: Int32Array
  readonly high: Int32Array
  readonly othersFrom: Uint32Array
  readonly others: Int32Array
  /** By own demand, (1) that the path at hand meets; nought between paths. */
  readonly #isMet: Uint8Array

  /** `isOpen`: by content, not nought for those that count. */
  constructor(sets: CountedSets, courses: Courses, isOpen: Uint8Array) {
    const { numbers, meeters } = ownNumbers(sets, courses, isOpen)
    this.demands = meeters.length
    ;[this.taughtFrom, this.taught] = taughtBy(courses, isOpen, meeters)
    const homes = homesOf(sets, numbers, this.demands)
    this.from = homes.from
    const { order } = homes
    this.low = Int32Array.from(order, (set) => sets.lowRowsOf(set))
    this.high = Int32Array.from(order, (set) => sets.highRowsOf(set))
    this.othersFrom = new Uint32Array(sets.size + 1)
    for (let at = 0; at < order.length; at++) {
      this.othersFrom[at + 1] = (this.othersFrom[at] as number) + sets.lengthOf(order[at] as number) - 1
    }
    this.others = new Int32Array(this.othersFrom[sets.size] as number)
    for (let at = 0; at < order.length; at++) this.#listOthers(sets, order[at] as number, numbers, this.othersFrom[at] as number)
    this.#isMet = new Uint8Array(this.demands)
  }

  /** Marks what a content meets, or no longer; several may be marked together. */
  mark(content: number, isMet: 0 | 1): void {
    const until = this.taughtFrom[content + 1] as number
    for (let at = this.taughtFrom[content] as number; at < until; at++) this.#isMet[this.taught[at] as number] = isMet
  }

  /** Of a set whose home is met: the first of its demands that is not marked; -1 where all are, so that it is closed. */
  firstUnmet(set: number): number {
    const until = this.othersFrom[set + 1] as number
    for (let at = this.othersFrom[set] as number; at < until; at++) {
      const demand = this.others[at] as number
      if (this.#isMet[demand] === 0) return demand
    }
    return -1
  }

  /** Rows that the contents of a path close together. `rows`: by set, in one mode. */
  closedBy(path: readonly number[], rows: Int32Array): number {
    for (const content of path) this.mark(content, 1)
    let sum = 0
    for (const content of path) {
      const until = this.taughtFrom[content + 1] as number
      for (let at = this.taughtFrom[content] as number; at < until; at++) {
        const demand = this.taught[at] as number
        // What an earlier one meets as well was counted with that.
        if (this.#isMet[demand] === 2) continue
        this.#isMet[demand] = 2
        const end = this.from[demand + 1] as number
        for (let set = this.from[demand] as number; set < end; set++) if (this.firstUnmet(set) === -1) sum += rows[set] as number
      }
    }
    for (const content of path) this.mark(content, 0)
    return sum
  }

  /** The demands of a set but the lowest, ascending. */
  #listOthers(sets: CountedSets, set: number, numbers: Int32Array, from: number): void {
    const length = sets.lengthOf(set)
    const { others } = this
    let lowest = numbers[sets.demandAt(set, 0)] as number
    for (let index = 1; index < length; index++) {
      let number = numbers[sets.demandAt(set, index)] as number
      if (number < lowest) [number, lowest] = [lowest, number]
      let at = from + index - 1
      for (; at > from && (others[at - 1] as number) > number; at--) others[at] = others[at - 1] as number
      others[at] = number
    }
  }
}

/** By demand its own number, -1 where no set misses it; and by own number who meets it, as its number among all. */
function ownNumbers(
  sets: CountedSets,
  { meeters: { from, content } }: Courses,
  isOpen: Uint8Array,
): { readonly numbers: Int32Array; readonly meeters: Int32Array } {
  const numbers = new Int32Array(from.length - 1).fill(-1)
  const missed: number[] = []
  for (let set = 0; set < sets.size; set++) {
    const length = sets.lengthOf(set)
    for (let index = 0; index < length; index++) {
      const demand = sets.demandAt(set, index)
      if (numbers[demand] === -1) numbers[demand] = missed.push(demand) - 1
    }
  }
  // By how many meet them; a demand is told by the rest of the number.
  const keys = Float64Array.from(missed, (demand) => {
    let count = 0
    const until = from[demand + 1] as number
    for (let at = from[demand] as number; at < until; at++) if (isOpen[content[at] as number] !== 0) count++
    return count * from.length + demand
  }).sort()
  const meeters = Int32Array.from(keys, (key) => key % from.length)
  for (let own = 0; own < meeters.length; own++) numbers[meeters[own] as number] = own
  return { numbers, meeters }
}

/** Own demands by open content. `demands`: the demand by own number. */
function taughtBy(
  { meeters: { from, content }, contents }: Courses,
  isOpen: Uint8Array,
  demands: Int32Array,
): [Uint32Array, Int32Array] {
  const lengths = new Array<number>(contents.length).fill(0)
  const visitAll = (visit: (own: number, content: number) => void): void => {
    for (let own = 0; own < demands.length; own++) {
      const until = from[(demands[own] as number) + 1] as number
      for (let at = from[demands[own] as number] as number; at < until; at++) {
        if (isOpen[content[at] as number] !== 0) visit(own, content[at] as number)
      }
    }
  }
  visitAll((_, one) => lengths[one]!++)
  const starts = startsOfLists(lengths)
  const taught = new Int32Array(starts[contents.length] as number)
  const next = starts.slice()
  visitAll((own, one) => {
    taught[next[one]!++] = own
  })
  return [starts, taught]
}

/** Where the sets of each home begin, one more, and the sets in this order. */
function homesOf(
  sets: CountedSets,
  numbers: Int32Array,
  demands: number,
): { readonly from: Uint32Array; readonly order: Uint32Array } {
  const homes = new Int32Array(sets.size)
  const from = new Uint32Array(demands + 1)
  for (let set = 0; set < sets.size; set++) {
    let home = demands
    const length = sets.lengthOf(set)
    for (let index = 0; index < length; index++) home = Math.min(home, numbers[sets.demandAt(set, index)] as number)
    homes[set] = home
    from[home + 1]!++
  }
  for (let demand = 0; demand < demands; demand++) from[demand + 1]! += from[demand] as number
  const next = from.slice()
  const order = new Uint32Array(sets.size)
  for (let set = 0; set < sets.size; set++) order[next[homes[set] as number]!++] = set
  return { from, order }
}
