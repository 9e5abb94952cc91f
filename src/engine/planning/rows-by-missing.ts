import {
  type Assessment,
  type Market,
  type Mode,
  type OpenRows,
  postingsOf,
  rowOfLast,
  type Standing,
  type VacancyColumns,
  type View,
  weightClasses,
} from '../matching/index.ts'
import { familiesOf } from './families.ts'

/**
 * How much a row may miss to be opened: nothing (by terms alone), something that is all of one family (by one skill), or anything of
 * two families at most (by two changes). An answer about a skill bears on what lies above and below it, so on one family only.
 */
export type MostMissing = 'nothing' | 'something of one family' | 'two families'

/**
 * How many essentials of each row one person misses. Counted from the demands that the person meets to the rows that ask them: most
 * rows are never looked at one by one, as nearly all miss too much for any change.
 */
export class RowsByMissing {
  readonly #market: Market
  readonly #assessment: Assessment
  readonly #touched: Uint32Array
  /** In high those that are missing are counted, not those that are met: of who may know all nearly nothing is missing. */
  readonly #countsMissing: boolean

  private constructor(market: Market, assessment: Assessment, touched: Uint32Array) {
    this.#market = market
    this.#assessment = assessment
    this.#touched = touched
    this.#countsMissing = assessment.rest === 'best'
  }

  /** Undefined where it is not known which demands somebody meets, or where that is not to be used. */
  static of(market: Market, { assessment }: View): RowsByMissing | undefined {
    const { touched } = assessment
    return touched && market.shortcuts.oneSkill ? new RowsByMissing(market, assessment, touched) : undefined
  }

  /** Rows that miss so much in a mode, of these or of all, in their order. */
  rows(mode: Mode, most: Exclude<MostMissing, 'something of one family'>, among?: Uint32Array): Uint32Array {
    const { size, essentials } = this.#market.columns
    const counts = this.#counts()
    const found = roomForRows(among?.length ?? size)
    const limit = most === 'nothing' ? undefined : limitsOf(this.#market)[most]
    const shift = mode === 'low' ? 0 : highShift
    const isMissing = mode === 'high' && this.#countsMissing
    const count = among
      ? pickAmong(counts, shift, isMissing, essentials, limit, among, found)
      : pick(counts, shift, isMissing, essentials, limit, size, found)
    return found.slice(0, count)
  }

  /** Open rows that miss so much in low or in high. */
  among({ open, sure, late, spans, looked }: OpenRows, most: Exclude<MostMissing, 'nothing'>): Standing {
    const { essentials, size } = this.#market.columns
    const counts = this.#counts()
    const limit = limitsOf(this.#market)[most]
    const rows = roomForRows(size)
    const countsMissing = this.#countsMissing
    let count = 0
    for (let span = 0; span < spans.count; span++) {
      const last = ((spans.end[span] as number) + 31) >>> 5
      for (let word = (spans.from[span] as number) >>> 5; word < last; word++) {
        for (let left = open[word] as number; left !== 0; left &= left - 1) {
          const row = rowOfLast(word, left)
          const counted = counts[row] as number
          const asked = essentials[row] as number
          const mostMissed = limit[row] as number
          const inHigh = counted >> highShift
          const low = asked - (counted & 0xff)
          const high = countsMissing ? inHigh : asked - inHigh
          // Nobody can foresee which rows it is: every one is written, and the count rises by one or by nought.
          rows[count] = row
          count += (((low - mostMissed - 1) & -low) | ((high - mostMissed - 1) & -high)) >>> 31
        }
      }
    }
    const found = { rows: rows.slice(0, count), unsure: new Uint8Array(count), late: new Uint8Array(count) }
    for (let at = 0; at < count; at++) {
      const row = rows[at] as number
      found.unsure[at] = 1 - (((sure[row >>> 5] as number) >>> (row & 31)) & 1)
      found.late[at] = ((late[row >>> 5] as number) >>> (row & 31)) & 1
    }
    return { count, ...found, looked, spans }
  }

  /** By row: how many are met in low, and in the upper byte how many are met, or missing, in high. */
  #counts(): Uint16Array {
    if (room.of?.deref() !== this) {
      room.of = undefined
      this.#count(roomForCounts(this.#market.columns.size))
      room.of = new WeakRef(this)
    }
    return room.counts
  }

  #count(counts: Uint16Array): void {
    const { metLow, metHigh } = this.#assessment
    const { demands } = postingsOf(this.#market)
    for (let at = 0; at < this.#touched.length; at++) {
      const demand = this.#touched[at] as number
      // Demands that came in with later columns stand in none of these rows.
      if (demand >= demands) continue
      const inHigh = this.#countsMissing ? 1 - (metHigh[demand] as number) : (metHigh[demand] as number)
      addToRows(this.#market, counts, demand, (metLow[demand] as number) * oneLow + inHigh * oneHigh)
    }
    for (let demand = 0; this.#countsMissing && demand < demands; demand++) {
      if (this.#market.gifts.provable[demand] !== 1) addToRows(this.#market, counts, demand, oneHigh)
    }
  }
}

/** Working memory, used again and again: the counts are of the one who asked last, whose market it does not keep alive. */
const room: { counts: Uint16Array; of: WeakRef<RowsByMissing> | undefined; rows: Uint32Array } = {
  counts: new Uint16Array(0),
  of: undefined,
  rows: new Uint32Array(0),
}

function roomForCounts(size: number): Uint16Array {
  if (room.counts.length < size) room.counts = new Uint16Array(size)
  else room.counts.fill(0, 0, size)
  return room.counts
}

/** One more than there are: a row that is left out is written too, and written over by the next one. */
function roomForRows(size: number): Uint32Array {
  if (room.rows.length <= size) room.rows = new Uint32Array(size + 1)
  return room.rows
}

const oneLow = 1
const oneHigh = 2 ** 8
const highShift = 8

/** Adds to each row that has the demand as an essential. A row asks fewer than 256. */
function addToRows(market: Market, counts: Uint16Array, demand: number, count: number): void {
  if (count === 0) return
  const { from, rows } = postingsOf(market)
  const list = demand * weightClasses
  addAlong(counts, rows, from[list] as number, from[list + 1] as number, count)
}

function addAlong(counts: Uint16Array, rows: Uint32Array, from: number, end: number, count: number): void {
  for (let at = from; at < end; at++) counts[rows[at] as number]! += count
}

/** No branch, since nobody can foresee which rows it is: every row is written, and the count rises by one or by nought. */
function pick(
  counts: Uint16Array,
  shift: number,
  isMissing: boolean,
  essentials: Uint8Array,
  limit: Uint8Array | undefined,
  size: number,
  found: Uint32Array,
): number {
  let kept = 0
  for (let from = 0; from < size; from += rowsAtATime) {
    const end = Math.min(size, from + rowsAtATime)
    kept = limit
      ? pickRows(counts, shift, isMissing ? 1 : -1, essentials, limit, from, end, found, kept)
      : pickNothing(counts, shift, isMissing ? 1 : -1, essentials, from, end, found, kept)
  }
  return kept
}

/** Rows that a loop takes at a time: a function that is called often is compiled once, and well. */
const rowsAtATime = 4096

function pickRows(
  counts: Uint16Array,
  shift: number,
  sign: number,
  essentials: Uint8Array,
  limit: Uint8Array,
  from: number,
  end: number,
  found: Uint32Array,
  length: number,
): number {
  let kept = length
  // All bits where those that are met are counted: what is missing are the others.
  const others = sign >> 31
  for (let row = from; row < end; row++) {
    const counted = ((counts[row] as number) >> shift) & 0xff
    const missing = sign * counted + ((essentials[row] as number) & others)
    found[kept] = row
    kept += (missing - (limit[row] as number) - 1) >>> 31
  }
  return kept
}

function pickNothing(
  counts: Uint16Array,
  shift: number,
  sign: number,
  essentials: Uint8Array,
  from: number,
  end: number,
  found: Uint32Array,
  length: number,
): number {
  let kept = length
  const others = sign >> 31
  for (let row = from; row < end; row++) {
    const counted = ((counts[row] as number) >> shift) & 0xff
    const missing = sign * counted + ((essentials[row] as number) & others)
    found[kept] = row
    kept += (missing - 1) >>> 31
  }
  return kept
}

function pickAmong(
  counts: Uint16Array,
  shift: number,
  isMissing: boolean,
  essentials: Uint8Array,
  limit: Uint8Array | undefined,
  rows: Uint32Array,
  found: Uint32Array,
): number {
  let kept = 0
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number
    const counted = ((counts[row] as number) >> shift) & 0xff
    const missing = isMissing ? counted : (essentials[row] as number) - counted
    if (missing <= (limit ? (limit[row] as number) : 0)) found[kept++] = row
  }
  return kept
}

type Limits = Readonly<Record<Exclude<MostMissing, 'nothing'>, Uint8Array>>

const limitsKnown = new WeakMap<VacancyColumns, Limits>()

/** By row: how many of its essentials are of one family, and of two, at the most. Made on first use: a look per essential. */
function limitsOf(market: Market): Limits {
  const known = limitsKnown.get(market.columns)
  if (known) return known
  const { columns, kinds } = market
  const { requirements, requirementStart, essentials, size } = columns
  const families = familiesOf(market)
  const familyOfKind = kinds.columns.demand.map((demand) => families[demand] as number)
  const limits = { 'something of one family': new Uint8Array(size), 'two families': new Uint8Array(size) }
  const many = new Uint8Array(familyCount(familyOfKind))
  for (let row = 0; row < size; row++) {
    const from = requirementStart[row] as number
    const end = from + (essentials[row] as number)
    let [first, second] = [0, 0]
    for (let at = from; at < end; at++) many[familyOfKind[requirements[at] as number] as number]!++
    for (let at = from; at < end; at++) {
      const family = familyOfKind[requirements[at] as number] as number
      const one = many[family] as number
      // Each family once.
      many[family] = 0
      if (one > first) [first, second] = [one, first]
      else if (one > second) second = one
    }
    limits['something of one family'][row] = first
    limits['two families'][row] = first + second
  }
  limitsKnown.set(columns, limits)
  return limits
}

function familyCount(families: Uint32Array): number {
  let most = 0
  for (const family of families) most = Math.max(most, family)
  return most + 1
}
