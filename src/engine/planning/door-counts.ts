import type { Courses } from './courses.ts'
import { type DoorSets, inHigh, inLow } from './door-sets.ts'
import type { OpenContents } from './open-contents.ts'

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
 * How many rows single contents close in each mode, and what a path closes. Each set stands under one of its demands, the one that
 * fewest contents meet: whatever closes the set meets that one, so that only sets under what a path teaches are looked at.
 * Prerequisites, dates and limits are left to the walk.
 */
export class DoorCounts {
  /** By content: rows of the sets it closes alone. */
  readonly aloneLow: Float64Array
  readonly aloneHigh: Float64Array
  readonly #sets: DoorSets
  readonly #courses: Courses
  /** Sets under demand `d` stand from `#under.from[d]` on. */
  readonly #under: { readonly from: Uint32Array; readonly sets: Uint32Array }

  constructor(sets: DoorSets, courses: Courses, open: OpenIn) {
    this.#sets = sets
    this.#courses = courses
    const contents = courses.contents.length
    this.aloneLow = new Float64Array(contents)
    this.aloneHigh = new Float64Array(contents)
    const keys = new Uint32Array(sets.size)
    for (let set = 0; set < sets.size; set++) {
      keys[set] = this.#rarestOf(set)
      this.#countAlone(set, keys[set] as number, open.contents)
    }
    this.#under = listed(keys, courses.meeters.from.length - 1)
  }

  /** Rows that the contents of a path close together in high. */
  closedHigh(path: readonly number[]): number {
    const { contents, meeters } = this.#courses
    let rows = 0
    for (const [place, content] of path.entries()) {
      for (const demand of contents[content]?.teaches ?? []) {
        // What an earlier one teaches was looked at with that.
        if (path.some((other, at) => at < place && meeters.meets(other, demand))) continue
        const until = this.#under.from[demand + 1] as number
        for (let at = this.#under.from[demand] as number; at < until; at++) {
          const set = this.#under.sets[at] as number
          if (this.#closes(path, set)) rows += this.#sets.highRowsOf(set)
        }
      }
    }
    return rows
  }

  #countAlone(set: number, rarest: number, openContents: Uint8Array): void {
    const { from, content } = this.#courses.meeters
    const until = from[rarest + 1] as number
    const [low, high] = [this.#sets.lowRowsOf(set), this.#sets.highRowsOf(set)]
    for (let at = from[rarest] as number; at < until; at++) {
      const one = content[at] as number
      const open = openContents[one] as number
      if (open === 0 || !this.#closesAll(one, set)) continue
      if ((open & inLow) !== 0) this.aloneLow[one]! += low
      if ((open & inHigh) !== 0) this.aloneHigh[one]! += high
    }
  }

  #rarestOf(set: number): number {
    const { from } = this.#courses.meeters
    let rarest = 0
    let fewest = Number.POSITIVE_INFINITY
    const length = this.#sets.lengthOf(set)
    for (let index = 0; index < length; index++) {
      const demand = this.#sets.demandAt(set, index)
      const count = (from[demand + 1] as number) - (from[demand] as number)
      if (count < fewest) [rarest, fewest] = [demand, count]
    }
    return rarest
  }

  #closesAll(content: number, set: number): boolean {
    const { meeters } = this.#courses
    const length = this.#sets.lengthOf(set)
    for (let index = 0; index < length; index++) if (!meeters.meets(content, this.#sets.demandAt(set, index))) return false
    return true
  }

  #closes(path: readonly number[], set: number): boolean {
    const { meeters } = this.#courses
    const length = this.#sets.lengthOf(set)
    for (let index = 0; index < length; index++) {
      const demand = this.#sets.demandAt(set, index)
      let taught = false
      for (const content of path) taught ||= meeters.meets(content, demand)
      if (!taught) return false
    }
    return true
  }
}

/** Numbers grouped by their key, below `keys`: a list per key, ascending. */
function listed(keyOf: Uint32Array, keys: number): { readonly from: Uint32Array; readonly sets: Uint32Array } {
  const from = new Uint32Array(keys + 1)
  for (let at = 0; at < keyOf.length; at++) from[(keyOf[at] as number) + 1]!++
  for (let key = 0; key < keys; key++) from[key + 1]! += from[key] as number
  const next = from.slice()
  const sets = new Uint32Array(keyOf.length)
  for (let at = 0; at < keyOf.length; at++) sets[next[keyOf[at] as number]!++] = at
  return { from, sets }
}
