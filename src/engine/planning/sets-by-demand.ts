import type { Courses } from './courses.ts'

/** Sets of demands that somebody misses. */
export interface Sets {
  readonly size: number
  lengthOf(set: number): number
  demandAt(set: number, index: number): number
}

/** Of each set also how many rows miss just that, in each mode. */
export interface CountedSets extends Sets {
  lowRowsOf(set: number): number
  highRowsOf(set: number): number
}

/**
 * Sets by one of their demands: the one that fewest contents meet. Whatever closes a set meets that one, so that for a path only the
 * sets under what it teaches are looked at.
 */
export class SetsByDemand {
  readonly #sets: Sets
  readonly #courses: Courses
  /** By set: the demand that it stands under. */
  readonly rarest: Uint32Array
  /** Sets under demand `d` stand from `#from[d]` on, ascending. */
  readonly #from: Uint32Array
  readonly #under: Uint32Array

  constructor(sets: Sets, courses: Courses) {
    this.#sets = sets
    this.#courses = courses
    this.rarest = new Uint32Array(sets.size)
    const demands = courses.meeters.from.length - 1
    this.#from = new Uint32Array(demands + 1)
    for (let set = 0; set < sets.size; set++) {
      const demand = this.#rarestOf(set)
      this.rarest[set] = demand
      this.#from[demand + 1]!++
    }
    for (let demand = 0; demand < demands; demand++) this.#from[demand + 1]! += this.#from[demand] as number
    const next = this.#from.slice()
    this.#under = new Uint32Array(sets.size)
    for (let set = 0; set < sets.size; set++) this.#under[next[this.rarest[set] as number]!++] = set
  }

  /** Sets of which the contents of a path meet every demand. */
  closedBy(path: readonly number[]): number[] {
    const { contents, meeters } = this.#courses
    const found: number[] = []
    for (const [place, content] of path.entries()) {
      for (const demand of contents[content]?.teaches.list ?? []) {
        // What an earlier one teaches was looked at with that.
        if (path.some((other, at) => at < place && meeters.meets(other, demand))) continue
        const until = this.#from[demand + 1] as number
        for (let at = this.#from[demand] as number; at < until; at++) {
          const set = this.#under[at] as number
          if (this.#closes(path, set)) found.push(set)
        }
      }
    }
    return found
  }

  #closes(path: readonly number[], set: number): boolean {
    const { meeters } = this.#courses
    const length = this.#sets.lengthOf(set)
    for (let index = 0; index < length; index++) {
      const demand = this.#sets.demandAt(set, index)
      let taught = false
      for (let at = 0; at < path.length && !taught; at++) taught = meeters.meets(path[at] as number, demand)
      if (!taught) return false
    }
    return true
  }

  #rarestOf(set: number): number {
    const { from } = this.#courses.meeters
    let rarest = 0
    let fewest = Number.POSITIVE_INFINITY
    const length = this.#sets.lengthOf(set)
    for (let index = 0; index < length; index++) {
      const demand = this.#sets.demandAt(set, index)
      const count = (from[demand + 1] as number) - (from[demand] as number)
      if (count >= fewest) continue
      rarest = demand
      fewest = count
    }
    return rarest
  }
}
