import type { Market } from './market.ts'
import { type Runs, runsInReach, type Spans, spansOf } from './runs.ts'
import { addBelow, numbersBelow } from './sliced-column.ts'
import { type TermBitmaps, TermWays, termBitmapsOf } from './term-bitmaps.ts'
import { shiftStates, type TermStates, unknownState, unmetState } from './term-states.ts'
import type { VacancyColumns } from './vacancy-columns.ts'

/**
 * Rows whose terms hold for one person, *start* left aside, 32 to a word. Only the words within the spans are right, and these only until somebody
 * else is asked about: they stand in a room that is used again and again.
 */
export interface OpenRows {
  /** No term is unmet. */
  readonly open: Uint32Array
  /** Of these, all terms hold for certain. */
  readonly sure: Uint32Array
  /** The person is free too late for the latest start of these, open or not. */
  readonly late: Uint32Array
  readonly spans: Spans
  /** Rows that were looked at. */
  readonly looked: number
}

let room = makeRoom(0)

function makeRoom(words: number): { readonly [words in 'open' | 'sure' | 'late' | 'between']: Uint32Array } {
  return {
    open: new Uint32Array(words),
    sure: new Uint32Array(words),
    late: new Uint32Array(words),
    between: new Uint32Array(words),
  }
}

/** Looks at all rows within reach. Row by row is only told where a wage is enough for some hours and not for others, and values that few vacancies share. */
export function openRowsOf(market: Pick<Market, 'columns' | 'values' | 'shortcuts'>, states: TermStates): OpenRows {
  const bitmaps = termBitmapsOf(market)
  if (room.open.length < bitmaps.words) room = makeRoom(bitmaps.words)
  const { open, sure, late } = room
  const runs = runsInReach(market, states)
  const spans = spansOf(runs, market.columns.size)
  const ways = new TermWays(bitmaps, states, shiftStates(states))
  const limits = wageLimitsOf(bitmaps, states)
  const free = numbersBelow(bitmaps.latestStart, states.free)
  let run = 0
  for (let span = 0; span < spans.count; span++) {
    const [from, end] = [spans.from[span] as number, spans.end[span] as number]
    const [first, last] = [from >>> 5, (end + 31) >>> 5]
    const { unmet, unknown } = ways.within(from, end)
    addTooLow(unmet, market.columns, bitmaps, states, limits, first, last)
    addSilentWages(states, bitmaps, unmet, unknown, first, last)
    late.fill(0, first, last)
    addBelow(late, bitmaps.latestStart, free, first, last)
    open.fill(0, first, last)
    sure.fill(0, first, last)
    for (; run < runs.count && (runs.from[run] as number) < end; run++) take(runs, run, unmet, unknown)
  }
  return { open, sure, late, spans, looked: runs.rows }
}

/** How many of the wages that there are lie below what is asked, a month, of any of the hours that somebody would work. */
export interface WageLimits {
  /** Below this one is too low whatever the hours. */
  readonly lowest: number
  /** From this one on is enough whatever the hours. */
  readonly highest: number
}

/** Of the hours that one person would work at the shifts that do not rule themselves out. */
export function wageLimitsOf({ wageMax }: TermBitmaps, { shift, wage: { leastCents } }: TermStates): WageLimits {
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (let at = 0; at < leastCents.length; at++) {
    if ((shift[at] as number) >= unmetState) continue
    least = Math.min(least, leastCents[at] as number)
    most = Math.max(most, leastCents[at] as number)
  }
  return { lowest: least <= most ? numbersBelow(wageMax, least) : 0, highest: numbersBelow(wageMax, most) }
}

/** Wages are asked a month, so what is too low an hour hangs on the hours: between the limits row by row, of those that are left. */
function addTooLow(
  unmet: Uint32Array,
  { shift, wageMax }: VacancyColumns,
  bitmaps: TermBitmaps,
  { wage: { leastCents } }: TermStates,
  { lowest, highest }: WageLimits,
  first: number,
  last: number,
): void {
  addBelow(unmet, bitmaps.wageMax, lowest, first, last)
  if (lowest === highest) return
  const { between } = room
  between.fill(0, first, last)
  addBelow(between, bitmaps.wageMax, highest, first, last)
  for (let word = first; word < last; word++) {
    let tooLow = 0
    for (let left = (between[word] as number) & ~(unmet[word] as number); left !== 0; left &= left - 1) {
      const row = rowOfLast(word, left)
      // One bit where the difference is below nought.
      tooLow |= (((wageMax[row] as number) - (leastCents[shift[row] as number] as number)) >>> 31) << (row & 31)
    }
    unmet[word] = (unmet[word] as number) | tooLow
  }
}

function addSilentWages(
  { wage }: TermStates,
  { wageMax: { stated } }: TermBitmaps,
  unmet: Uint32Array,
  unknown: Uint32Array,
  first: number,
  last: number,
): void {
  const to = wage.unknown === unknownState ? unknown : wage.unknown === unmetState ? unmet : undefined
  for (let word = first; to && word < last; word++) to[word] = (to[word] as number) | ~(stated[word] as number)
}

/** Of one run, what is not unmet, and what of that is known. */
function take({ from, end, placeState }: Runs, run: number, unmet: Uint32Array, unknown: Uint32Array): void {
  const [first, last, state] = [from[run] as number, end[run] as number, placeState[run] as number]
  if (state >= unmetState) return
  const { open, sure } = room
  const isKnown = state === unknownState ? 0 : -1
  for (let word = first >>> 5; word << 5 < last; word++) {
    let bits = ~(unmet[word] as number)
    if (word === first >>> 5) bits &= -1 << (first & 31)
    if (word === last >>> 5) bits &= (1 << (last & 31)) - 1
    open[word] = (open[word] as number) | bits
    sure[word] = (sure[word] as number) | (bits & isKnown & ~(unknown[word] as number))
  }
}

/** Rows of a word, one by one: takes the last bit of it. */
export function rowOfLast(word: number, bits: number): number {
  return (word << 5) | (31 - Math.clz32(bits & -bits))
}

/** How many bits are set. Source: Warren, Hacker's Delight, 5-1. */
export function bitsIn(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555)
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333)
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}
