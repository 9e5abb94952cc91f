import {
  carriedIn,
  type Market,
  type Mode,
  missingHigh,
  missingLow,
  missingOf,
  rowFactsOf,
  type Standing,
  type View,
} from '../matching/index.ts'
import { hashOf, NumberList } from './number-list.ts'

/**
 * The rows of a standing that miss essentials, grouped by what they miss: whatever training closes one of a group closes all,
 * so that a path is tried once per group. Rows that miss nothing are counted apart. Dual jobs are in neither.
 */
export class MissingSets {
  /** Rows that miss nothing. */
  openRows = 0
  /** Rows that miss something. */
  closedRows = 0
  /** First demand of each set, and one more; demands ascend within a set. */
  readonly #start = new NumberList()
  readonly #demands = new NumberList()
  readonly #counts = new NumberList()
  /** Last row of each set, and for each place in the standing the one before it in its set: chains of rows. */
  readonly #last = new NumberList()
  readonly #before: Int32Array
  readonly #late: Uint8Array
  readonly #rows: Uint32Array
  /** Open addressing: number of a set + 1, 0 where free. */
  #slots = new Int32Array(1024)

  constructor(market: Market, view: View, standing: Standing, mode: Mode) {
    this.#start.push(0)
    this.#rows = standing.rows
    this.#late = standing.late
    this.#before = new Int32Array(standing.count).fill(misses.nothing)
    const { columns, kinds } = market
    const { demand } = kinds.columns
    const bit = mode === 'low' ? missingLow : missingHigh
    const facts = rowFactsOf(market)
    const missing = new NumberList()
    for (let at = 0; at < standing.count; at++) {
      if (mode === 'low' && standing.unsure[at] === 1) continue
      const row = standing.rows[at] as number
      if (carriedIn(facts[row] as number) === 1) continue
      missing.clear()
      const from = columns.requirementStart[row] as number
      const end = from + (columns.essentials[row] as number)
      for (let entry = from; entry < end; entry++) {
        const kind = columns.requirements[entry] as number
        if ((missingOf(view.worth, kind) & bit) !== 0) insert(missing, demand[kind] as number)
      }
      if (missing.length === 0) this.openRows++
      else this.#add(missing, at)
    }
  }

  /** Number of sets. */
  get size(): number {
    return this.#counts.length
  }

  /** Rows of a set. */
  countOf(set: number): number {
    return this.#counts.values[set] as number
  }

  demandsOf(set: number): readonly number[] {
    return Array.from(this.#demands.values.subarray(this.#start.values[set], this.#start.values[set + 1]))
  }

  /** How many demands a set holds, and the demand at a place of it: without an array for each look. */
  lengthOf(set: number): number {
    return (this.#start.values[set + 1] as number) - (this.#start.values[set] as number)
  }

  demandAt(set: number, index: number): number {
    return this.#demands.values[(this.#start.values[set] as number) + index] as number
  }

  *rowsOf(set: number): Iterable<number> {
    for (const at of this.#placesOf(set)) yield this.#rows[at] as number
  }

  /** Rows of a set whose latest start is not missed. */
  *startableRowsOf(set: number): Iterable<number> {
    for (const at of this.#placesOf(set)) if (this.#late[at] === 0) yield this.#rows[at] as number
  }

  /** Whether the row at this place of the standing misses something. */
  missesSomething(at: number): boolean {
    return this.#before[at] !== misses.nothing
  }

  *#placesOf(set: number): Iterable<number> {
    for (let at = this.#last.values[set] as number; at >= 0; at = this.#before[at] as number) yield at
  }

  #add(missing: NumberList, at: number): void {
    this.closedRows++
    const set = this.#setOf(missing)
    this.#before[at] = this.#last.values[set] as number
    this.#last.values[set] = at
    this.#counts.values[set] = (this.#counts.values[set] as number) + 1
  }

  #setOf(missing: NumberList): number {
    const mask = this.#slots.length - 1
    let slot = hashOf(missing.values, 0, missing.length) & mask
    for (let held = this.#slots[slot] as number; held !== 0; held = this.#slots[slot] as number) {
      if (this.#equals(held - 1, missing)) return held - 1
      slot = (slot + 1) & mask
    }
    const set = this.#counts.length
    this.#counts.push(0)
    this.#last.push(misses.end)
    for (let at = 0; at < missing.length; at++) this.#demands.push(missing.values[at] as number)
    this.#start.push(this.#demands.length)
    this.#slots[slot] = set + 1
    if (this.#counts.length * 2 > this.#slots.length) this.#grow()
    return set
  }

  #equals(set: number, missing: NumberList): boolean {
    if (this.lengthOf(set) !== missing.length) return false
    for (let at = 0; at < missing.length; at++) if (this.demandAt(set, at) !== missing.values[at]) return false
    return true
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 4)
    const mask = slots.length - 1
    for (let set = 0; set < this.#counts.length; set++) {
      let slot = hashOf(this.#demands.values, this.#start.values[set] as number, this.#start.values[set + 1] as number) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = set + 1
    }
    this.#slots = slots
  }
}

/** Marks in the chains of places: the end of one, and a row that is in none. */
const misses = { end: -1, nothing: -2 } as const

/** Keeps a short list ascending, each number once. */
function insert(list: NumberList, value: number): void {
  let at = list.length
  while (at > 0 && (list.values[at - 1] as number) > value) at--
  if (at > 0 && list.values[at - 1] === value) return
  list.push(value)
  const { values } = list
  for (let from = list.length - 1; from > at; from--) values[from] = values[from - 1] as number
  values[at] = value
}
