import {
  carriedIn,
  type Market,
  missingHigh,
  missingLow,
  missingOf,
  rowFactsOf,
  type Standing,
  type View,
} from '../matching/index.ts'
import { hashOf, NumberList } from './number-list.ts'
import type { CountedSets } from './sets-by-demand.ts'

/** Bits of what stands open in which mode: demands that some open content meets, contents that are open. */
export const inLow = 1
export const inHigh = 2

/** Room for the sets of one person, used again and again: doors are found before others are begun. */
const room = {
  start: new NumberList(),
  demands: new NumberList(),
  rowsLow: new NumberList(),
  rowsHigh: new NumberList(),
  slots: new Int32Array(1024),
}

/**
 * What the rows of a standing miss, in both modes at once: rows that miss the same are one set. A row that misses what no open
 * content teaches in a mode is opened by nothing in that mode, and counts in no set; most rows end there, at their first or
 * second essential. Dual jobs are left out.
 */
export class DoorSets implements CountedSets {
  /** Rows that miss nothing. */
  openLow = 0
  openHigh = 0
  size = 0
  /** Where the demands of each set begin, and one more; demands ascend within a set. */
  readonly #start = room.start.clear()
  readonly #demands = room.demands.clear()
  readonly #rowsLow = room.rowsLow.clear()
  readonly #rowsHigh = room.rowsHigh.clear()
  /** Open addressing: number of a set + 1, 0 where free. */
  #slots = room.slots.fill(0)

  /** `taught`: by demand, in which modes some open content meets it. */
  constructor(market: Market, view: View, standing: Standing, taught: Uint8Array) {
    this.#start.push(0)
    const marks = marksOfKinds(market, view, taught)
    const facts = rowFactsOf(market)
    const { requirements, requirementStart, essentials } = market.columns
    const missing = new Missing(market)
    for (let at = 0; at < standing.count; at++) {
      const row = standing.rows[at] as number
      const from = requirementStart[row] as number
      const end = from + (essentials[row] as number)
      let all = 0
      for (let entry = from; entry < end && (all & mark.hopelessHigh) === 0; entry++) {
        all |= marks[requirements[entry] as number] as number
      }
      // What nobody teaches in high, nobody teaches in low.
      if ((all & mark.hopelessHigh) !== 0 || carriedIn(facts[row] as number) === 1) continue
      const low = 1 - (standing.unsure[at] as number)
      if ((all & mark.low) === 0) this.openLow += low
      if ((all & mark.high) === 0) this.openHigh++
      const countsLow = (all & (mark.low | mark.hopelessLow)) === mark.low ? low : 0
      const countsHigh = (all & mark.high) === 0 ? 0 : 1
      if ((all & mark.differs) === 0) {
        if (countsLow + countsHigh > 0) this.#add(missing.read(from, end, marks, mark.low), countsLow, countsHigh)
        continue
      }
      if (countsLow > 0) this.#add(missing.read(from, end, marks, mark.low), 1, 0)
      if (countsHigh > 0) this.#add(missing.read(from, end, marks, mark.high), 0, 1)
    }
  }

  /** Rows of a set in each mode. */
  lowRowsOf(set: number): number {
    return this.#rowsLow.values[set] as number
  }

  highRowsOf(set: number): number {
    return this.#rowsHigh.values[set] as number
  }

  lengthOf(set: number): number {
    return (this.#start.values[set + 1] as number) - (this.#start.values[set] as number)
  }

  demandAt(set: number, index: number): number {
    return this.#demands.values[(this.#start.values[set] as number) + index] as number
  }

  #add(missing: Missing, low: number, high: number): void {
    const set = this.#setOf(missing)
    this.#rowsLow.values[set] = (this.#rowsLow.values[set] as number) + low
    this.#rowsHigh.values[set] = (this.#rowsHigh.values[set] as number) + high
  }

  #setOf(missing: Missing): number {
    const mask = this.#slots.length - 1
    let slot = hashOf(missing.demands, 0, missing.length) & mask
    for (let held = this.#slots[slot] as number; held !== 0; held = this.#slots[slot] as number) {
      if (this.#equals(held - 1, missing)) return held - 1
      slot = (slot + 1) & mask
    }
    const set = this.size++
    this.#rowsLow.push(0)
    this.#rowsHigh.push(0)
    for (let at = 0; at < missing.length; at++) this.#demands.push(missing.demands[at] as number)
    this.#start.push(this.#demands.length)
    this.#slots[slot] = set + 1
    if (this.size * 2 > this.#slots.length) this.#grow()
    return set
  }

  #equals(set: number, missing: Missing): boolean {
    if (this.lengthOf(set) !== missing.length) return false
    for (let at = 0; at < missing.length; at++) if (this.demandAt(set, at) !== missing.demands[at]) return false
    return true
  }

  #grow(): void {
    const slots = new Int32Array(this.#slots.length * 4)
    const mask = slots.length - 1
    for (let set = 0; set < this.size; set++) {
      let slot = hashOf(this.#demands.values, this.#start.values[set] as number, this.#start.values[set + 1] as number) & mask
      while (slots[slot] !== 0) slot = (slot + 1) & mask
      slots[slot] = set + 1
    }
    this.#slots = room.slots = slots
  }
}

/** What an essential is for one person: missing in low, in high, in one of them only; taught by nobody, in low, in high. */
const mark = { low: 1, high: 2, differs: 4, hopelessLow: 8, hopelessHigh: 16 } as const

/** Marks by kind: one look per requirement of a row, instead of three. */
function marksOfKinds({ kinds }: Market, { worth }: View, taught: Uint8Array): Uint8Array {
  const { demand } = kinds.columns
  const marks = new Uint8Array(demand.length)
  for (let kind = 0; kind < marks.length; kind++) {
    const bits = missingOf(worth, kind)
    if (bits === 0) continue
    const by = taught[demand[kind] as number] as number
    const low = (bits & missingLow) === 0 ? 0 : mark.low | ((by & inLow) === 0 ? mark.hopelessLow : 0)
    const high = (bits & missingHigh) === 0 ? 0 : mark.high | ((by & inHigh) === 0 ? mark.hopelessHigh : 0)
    marks[kind] = low | high | (bits === (missingLow | missingHigh) ? 0 : mark.differs)
  }
  return marks
}

/** The demands that one row misses, ascending, each once. The same one is filled again and again. */
class Missing {
  readonly demands: Int32Array
  length = 0
  readonly #requirements: Market['columns']['requirements']
  readonly #demandOf: Market['kinds']['columns']['demand']

  constructor({ columns, kinds }: Market) {
    this.#requirements = columns.requirements
    this.#demandOf = kinds.columns.demand
    // The number of essentials of a row is held in a byte.
    this.demands = new Int32Array(256)
  }

  read(from: number, end: number, marks: Uint8Array, bit: number): this {
    const { demands } = this
    let length = 0
    for (let entry = from; entry < end; entry++) {
      const kind = this.#requirements[entry] as number
      if (((marks[kind] as number) & bit) === 0) continue
      const demand = this.#demandOf[kind] as number
      let at = length
      while (at > 0 && (demands[at - 1] as number) > demand) at--
      if (at > 0 && demands[at - 1] === demand) continue
      for (let place = length++; place > at; place--) demands[place] = demands[place - 1] as number
      demands[at] = demand
    }
    this.length = length
    return this
  }
}
