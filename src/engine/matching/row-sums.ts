import { missingShift } from './kinds.ts'
import type { Market } from './market.ts'
import { type Postings, postingsOf, weightClasses } from './postings.ts'
import { essentialsIn, type RowFacts, rowFactsOf } from './row-facts.ts'
import type { Standing } from './standing.ts'
import type { View } from './view.ts'
import { gainOf, missingHigh, missingLow } from './worth.ts'

/** What one person is worth for the rows of a standing, by place in the standing. */
export interface RowSums {
  /** Numerator of low fit. */
  readonly fit: Int32Array
  /** What is missing among the essentials: bits `missingLow` and `missingHigh`. */
  readonly missing: Uint8Array
}

/** Room for the sums of one person, used again and again: they are read before others are made. */
const room = { fit: new Int32Array(0), missing: new Uint8Array(0) }

/**
 * Sums over the requirements of rows. Most requirements add nothing, as a person knows some dozens of skills: it is shorter to go
 * from each demand that adds something to the rows that ask it than through all that the rows ask, unless the rows are few.
 */
export function sumRows(market: Market, view: View, standing: Standing): RowSums {
  if (room.fit.length < standing.count) {
    room.fit = new Int32Array(standing.count)
    room.missing = new Uint8Array(standing.count)
  }
  const { touched } = view.assessment
  if (touched && market.shortcuts.postings) {
    const postings = postingsOf(market)
    if (entriesOf(postings, touched) < standing.count * entriesPerRow) return scatter(market, view, postings, standing)
  }
  return gather(market, view, standing)
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
function gather({ columns }: Market, { worth }: View, { rows, count }: Standing): RowSums {
  const { fit, missing } = room
  const { requirements, requirementStart } = columns
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    const end = requirementStart[row + 1] as number
    let sum = 0
    let bits = 0
    for (let entry = requirementStart[row] as number; entry < end; entry++) {
      const one = worth[requirements[entry] as number] as number
      sum += gainOf(one)
      bits |= one
    }
    fit[at] = sum
    missing[at] = bits >> missingShift
  }
  return { fit, missing }
}

/**
 * Sums by row, of all rows. Three stand side by side in one number, so that an entry of the postings is one addition: the numerator of
 * fit in the lower 32 bits, then two counts of essentials of 8 bits each. A row has fewer essentials than 256, and 48 bits are exact.
 */
let sums = new Float64Array(0)

/** One essential met in low, and one more of high, in such a number. */
const oneLow = 2 ** 32
const oneHigh = 2 ** 40

/** Demand by demand. Essentials are counted: those met in low, and those met in high or, of who may know all, not met in high. */
function scatter(market: Market, { assessment }: View, postings: Postings, standing: Standing): RowSums {
  const { columns, gifts } = market
  const { touched = none, creditLow, metLow, metHigh } = assessment
  clearSums(columns.size)
  const countsMissing = assessment.rest === 'best'
  const { essential, important, somewhat } = market.transfer.weights
  for (let at = 0; at < touched.length; at++) {
    const demand = touched[at] as number
    // Demands that came in with later columns stand in none of these rows.
    if (demand >= postings.demands) continue
    const credit = creditLow[demand] as number
    const high = countsMissing ? 1 - (metHigh[demand] as number) : (metHigh[demand] as number)
    const list = demand * weightClasses
    add(postings, list, essential * credit + oneLow * (metLow[demand] as number) + oneHigh * high)
    add(postings, list + 1, important * credit)
    add(postings, list + 2, somewhat * credit)
  }
  for (let demand = 0; countsMissing && demand < postings.demands; demand++) {
    if (gifts.provable[demand] !== 1) add(postings, demand * weightClasses, oneHigh)
  }
  return read(rowFactsOf(market), countsMissing, standing)
}

const none = new Uint32Array(0)

function clearSums(size: number): void {
  if (sums.length < size) sums = new Float64Array(size)
  else sums.fill(0, 0, size)
}

function add({ from, rows }: Postings, list: number, worth: number): void {
  if (worth === 0) return
  const into = sums
  const end = from[list + 1] as number
  for (let entry = from[list] as number; entry < end; entry++) {
    const row = rows[entry] as number
    into[row] = (into[row] as number) + worth
  }
}

/** Takes out the rows of the standing. */
function read(facts: RowFacts, countsMissing: boolean, { rows, count }: Standing): RowSums {
  const { fit, missing } = room
  const highWhenNone = countsMissing ? 0 : 1
  for (let at = 0; at < count; at++) {
    const row = rows[at] as number
    const sum = sums[row] as number
    const counted = (sum / oneLow) | 0
    const all = essentialsIn(facts[row] as number)
    const isLowMissing = Number((counted & 0xff) !== all)
    const isHighMissing = Number(counted >> 8 !== all * highWhenNone)
    fit[at] = sum - counted * oneLow
    missing[at] = isLowMissing * missingLow + isHighMissing * missingHigh
  }
  return { fit, missing }
}
