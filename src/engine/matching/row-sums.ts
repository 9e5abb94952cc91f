import { missingShift } from './kinds.ts'
import type { Market } from './market.ts'
import { firstFrom, type Postings, postingsOf, weightClasses } from './postings.ts'
import type { Spans } from './runs.ts'
import type { View } from './view.ts'
import { gainOf, missingHigh, missingLow } from './worth.ts'

/**
 * What one person is worth for rows, by row; only those of the standing that was asked about are right. Three sums stand side by side in
 * one number, so that an entry of the postings is one addition: the numerator of low fit in the lower 32 bits, then two counts of
 * essentials of 8 bits each (a row has fewer than 256). Such a number is below 2^48, so it is exact. Read it with `gainIn`, `missesLow`
 * and `missesHigh`.
 */
export interface RowSums {
  readonly byRow: Float64Array
  /** Of a row that misses nothing, how many of its essentials count in high: all (1), or of who may know all none (0). */
  readonly allInHigh: 0 | 1
}

/** One essential met in low, and one that counts in high. */
const oneLow = 2 ** 32
const oneHigh = 2 ** 40

/** Numerator of low fit. */
export function gainIn(sum: number): number {
  return sum | 0
}

/** Whether one of the essentials of a row is missing in low; a row has so many. */
export function missesLow(sum: number, essentials: number): boolean {
  return (Math.floor(sum / oneLow) & 0xff) !== essentials
}

/** The same in high: the count of essentials in high stands above all else, and one that is missing of who may know all is counted below nought. */
export function missesHigh(sum: number, essentials: number, allInHigh: 0 | 1): boolean {
  return sum < essentials * (oneHigh * allInHigh)
}

/** Room for the sums of one person, used again and again: they are read before others are made. */
let room = new Float64Array(0)

/** Rows that are asked about. */
export interface RowsToSum {
  readonly count: number
  /** Read only where sums are made row by row. */
  readonly rows: Uint32Array
  readonly spans: Spans
}

/**
 * Sums over the requirements of rows. Most requirements add nothing, as a person knows some dozens of skills: it is shorter to go
 * from each demand that adds something to the rows that ask it than through all that the rows ask, unless the rows are few.
 */
export function sumRows(market: Market, view: View, asked: RowsToSum): RowSums {
  if (room.length < market.columns.size) room = new Float64Array(market.columns.size)
  const { touched } = view.assessment
  if (touched && market.shortcuts.postings) {
    const postings = postingsOf(market)
    // Entries lie spread over all rows: about so many of them within the spans.
    const part = asked.spans.rows / market.columns.size
    if (entriesOf(postings, touched) * part < asked.count * entriesPerRow) return scatter(market, view, postings, asked.spans)
  }
  return gather(market, view, asked)
}

/** A row, with some ten requirements to read, costs as much as so many entries of the postings. */
const entriesPerRow = 20

function entriesOf({ from, demands }: Postings, touched: Uint32Array): number {
  let entries = 0
  for (let at = 0; at < touched.length; at++) {
    const demand = touched[at] as number
    if (demand < demands) entries += (from[(demand + 1) * weightClasses] as number) - (from[demand * weightClasses] as number)
  }
  return entries
}

/** Row by row. */
function gather({ columns }: Market, { worth }: View, { rows, count }: RowsToSum): RowSums {
  const { requirements, requirementStart, essentials } = columns
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    const end = requirementStart[row + 1] as number
    let gain = 0
    let bits = 0
    for (let entry = requirementStart[row] as number; entry < end; entry++) {
      const one = worth[requirements[entry] as number] as number
      gain += gainOf(one)
      bits |= one
    }
    const missing = bits >> missingShift
    // One less than all is enough to say that something is missing.
    const all = essentials[row] as number
    const [low, high] = [all - (missing & missingLow), all - (missing & missingHigh) / missingHigh]
    room[row] = gain + low * oneLow + high * oneHigh
  }
  return { byRow: room, allInHigh: 1 }
}

/** Demand by demand. Essentials are counted: those met in low, and those met in high or, of who may know all, not met in high. */
function scatter(market: Market, { assessment }: View, postings: Postings, spans: Spans): RowSums {
  const { gifts } = market
  const { touched = none, creditLow, metLow, metHigh } = assessment
  for (let span = 0; span < spans.count; span++) room.fill(0, spans.from[span], spans.end[span])
  const countsMissing = assessment.rest === 'best'
  const { essential, important, somewhat } = market.transfer.weights
  for (let at = 0; at < touched.length; at++) {
    const demand = touched[at] as number
    // Demands that came in with later columns stand in none of these rows.
    if (demand >= postings.demands) continue
    const credit = creditLow[demand] as number
    const high = (metHigh[demand] as number) - (countsMissing ? 1 : 0)
    const list = demand * weightClasses
    add(postings, spans, list, essential * credit + (metLow[demand] as number) * oneLow + high * oneHigh)
    add(postings, spans, list + 1, important * credit)
    add(postings, spans, list + 2, somewhat * credit)
  }
  for (let demand = 0; countsMissing && demand < postings.demands; demand++) {
    if (gifts.provable[demand] !== 1) add(postings, spans, demand * weightClasses, -oneHigh)
  }
  return { byRow: room, allInHigh: countsMissing ? 0 : 1 }
}

const none = new Uint32Array(0)

/**
 * A list as short as this is read whole: what it adds outside the spans is not read. As long as the sums of all rows stand in the cache, an entry
 * outside costs a nanosecond, and looking for a span in a list some twenty; later it costs a fetch from memory.
 */
function shortListOf(size: number): number {
  return size * Float64Array.BYTES_PER_ELEMENT <= 2 ** 20 ? 2048 : 64
}

/** Adds to each row of a list that lies in the spans. */
function add({ from, rows }: Postings, spans: Spans, list: number, worth: number): void {
  if (worth === 0) return
  let entry = from[list] as number
  const end = from[list + 1] as number
  if (end - entry <= shortListOf(room.length)) {
    addAll(rows, entry, end, worth)
    return
  }
  for (let span = 0; span < spans.count && entry < end; span++) {
    const first = firstFrom(rows, entry, end, spans.from[span] as number)
    entry = firstFrom(rows, first, end, spans.end[span] as number)
    addAll(rows, first, entry, worth)
  }
}

function addAll(rows: Uint32Array, first: number, end: number, worth: number): void {
  const sums = room
  for (let entry = first; entry < end; entry++) {
    const row = rows[entry] as number
    sums[row] = (sums[row] as number) + worth
  }
}
