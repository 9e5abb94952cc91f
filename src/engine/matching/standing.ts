import type { Market } from './market.ts'
import { TermWays, termBitmapsOf } from './term-bitmaps.ts'
import { holdsState, type TermStates, unmetState } from './term-states.ts'
import { silentSmall, silentWeek, type VacancyColumns } from './vacancy-columns.ts'

/**
 * Rows whose terms hold for one person, *start* left aside: for certain, or if all that is unknown turns out well. Rows that
 * are left out have a term that does not hold.
 */
export interface Standing {
  readonly count: number
  readonly rows: Uint32Array
  /** 1: some term is unknown, so that it stands open in high only. */
  readonly unsure: Uint8Array
  /** 1: the person is free too late for its latest start. */
  readonly late: Uint8Array
  /** Rows that were looked at. */
  readonly looked: number
  /** Where all of these rows lie. */
  readonly spans: Spans
}

/** Stretches of rows, ascending and apart, in which all rows of a standing lie. */
export interface Spans {
  readonly from: Uint32Array
  readonly end: Uint32Array
  readonly count: number
  /** Rows in them, taken together. */
  readonly rows: number
}

/** Looks at all rows but for those at a place out of reach without enough work from home. */
export function standingOf(market: Pick<Market, 'columns' | 'values' | 'shortcuts'>, states: TermStates): Standing {
  const { columns, shortcuts } = market
  const { start, place, remoteShare } = columns.cells
  const stretches = stretchesOf(place, states.place)
  const runs = new Runs(remoteShare.length * Math.max(1, stretches.length))
  for (let share = 0; share < remoteShare.length; share++) {
    const cell = share * place.length
    if (states.remoteEnough === 0 || isEnough(remoteShare[share] as number, states.remoteEnough)) {
      runs.add(start[cell] as number, start[cell + place.length] as number, holdsState)
      continue
    }
    for (const { from, end, state } of stretches) {
      if (state === unmetState && shortcuts.cells) continue
      runs.add(start[cell + from] as number, start[cell + end] as number, state)
    }
  }
  return shortcuts.termBitmaps ? lookAtBits(market, states, runs) : lookAt(columns, states, runs)
}

/** Places one behind the other in the order of rows, from one up to another, that a person stands towards in one way. */
interface Stretch {
  readonly from: number
  readonly end: number
  readonly state: number
}

function stretchesOf(places: Uint16Array, states: Uint8Array): Stretch[] {
  const stretches: Stretch[] = []
  let from = 0
  for (let at = 1; at <= places.length; at++) {
    const state = states[places[from] as number] as number
    if (at < places.length && states[places[at] as number] === state) continue
    stretches.push({ from, end: at, state })
    from = at
  }
  return stretches
}

/** Looks at these rows only. */
export function standingAmong(columns: VacancyColumns, states: TermStates, rows: Uint32Array): Standing {
  const runs = new Runs(rows.length)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number
    const placeState = isPlaceNoMatter(columns, states, row) ? holdsState : (states.place[columns.place[row] as number] as number)
    runs.add(row, row + 1, placeState)
  }
  return lookAt(columns, states, runs)
}

/** Whether there is enough work from home: then it does not matter where the place is. */
function isPlaceNoMatter({ remoteShare }: VacancyColumns, { remoteEnough }: TermStates, row: number): boolean {
  return remoteEnough === 0 || isEnough(remoteShare[row] as number, remoteEnough)
}

/** Silence is not enough. */
function isEnough(fromHome: number, remoteEnough: number): boolean {
  return fromHome >= remoteEnough && fromHome !== silentSmall
}

function allOf(size: number): Spans {
  return { from: Uint32Array.of(0), end: Uint32Array.of(size), count: 1, rows: size }
}

/** Rows to look at, run by run. The rows of a run stand in one way towards the place. */
class Runs {
  readonly from: Uint32Array
  readonly end: Uint32Array
  readonly placeState: Uint8Array
  count = 0
  rows = 0

  constructor(atMost: number) {
    this.from = new Uint32Array(atMost)
    this.end = new Uint32Array(atMost)
    this.placeState = new Uint8Array(atMost)
  }

  /** What goes on in one state is one run. */
  add(from: number, end: number, placeState: number): void {
    if (from === end) return
    this.rows += end - from
    const last = this.count - 1
    if (last >= 0 && this.end[last] === from && this.placeState[last] === placeState) {
      this.end[last] = end
      return
    }
    this.from[this.count] = from
    this.end[this.count] = end
    this.placeState[this.count] = placeState
    this.count++
  }
}

/** Gaps of a part of all rows smaller than this are walked through: to look for the next span in a list costs more. */
const smallestGap = 1 / 256

/** Runs that lie close together as one. Where they do not ascend, as rows that a caller names, one span of all rows. */
function spansOf({ from, end, count }: Runs, size: number): Spans {
  const gap = size * smallestGap
  const spans = { from: new Uint32Array(count), end: new Uint32Array(count), count: 0, rows: 0 }
  for (let run = 0; run < count; run++) {
    const last = spans.count - 1
    if (last >= 0 && (from[run] as number) < (spans.end[last] as number)) return allOf(size)
    if (last >= 0 && (from[run] as number) - (spans.end[last] as number) <= gap) {
      spans.end[last] = end[run] as number
      continue
    }
    spans.from[spans.count] = from[run] as number
    spans.end[spans.count++] = end[run] as number
  }
  for (let at = 0; at < spans.count; at++) spans.rows += (spans.end[at] as number) - (spans.from[at] as number)
  return spans
}

/** Room for the rows of one sweep, used again and again: a sweep runs to its end before another one begins. */
const room = { rows: new Uint32Array(0), unsure: new Uint8Array(0) }

/**
 * Which term fails is hard to guess and a wrong guess costs more than the look, so that there is no branch in the inner loop:
 * states are added by *or*, every row is written, and the count rises by one or by nought.
 */
function lookAt(columns: VacancyColumns, states: TermStates, runs: Runs): Standing {
  makeRoom(runs.rows)
  const { rows, unsure } = room
  const { shift, languages, papers, wageMax } = columns
  const {
    wage,
    languages: ofLanguages,
    papers: { byNumber: ofPapers },
  } = states
  const { leastCents, unknown } = wage
  const ofShift = shiftStates(states)
  let count = 0
  for (let run = 0; run < runs.count; run++) {
    const placeState = runs.placeState[run] as number
    const end = runs.end[run] as number
    for (let row = runs.from[run] as number; row < end; row++) {
      const hours = shift[row] as number
      const offered = wageMax[row] as number
      const state =
        placeState |
        (ofShift[hours] as number) |
        (ofLanguages[languages[row] as number] as number) |
        (ofPapers[papers[row] as number] as number) |
        // Two where less is offered than asked. A silent wage is below nought, and then this is nought.
        ((((offered - (leastCents[hours] as number)) & ~offered) >>> 30) & unmetState) |
        // All bits of a number below nought.
        (unknown & (offered >> 31))
      rows[count] = row
      unsure[count] = state
      count += 1 - (state >> 1)
    }
  }
  return standingIn(columns, states, count, runs.rows, spansOf(runs, columns.size))
}

/** What stands in the room, taken out of it. */
function standingIn(columns: VacancyColumns, states: TermStates, count: number, looked: number, spans: Spans): Standing {
  const rows = room.rows.slice(0, count)
  return { count, rows, unsure: room.unsure.slice(0, count), late: lateOf(columns, states, rows), looked, spans }
}

/**
 * The same, 32 rows at once. What is left, mostly less than half, is gone through bit by bit: by place and wage, which have too many values to have bits.
 */
function lookAtBits(market: Pick<Market, 'columns' | 'values'>, states: TermStates, runs: Runs): Standing {
  makeRoom(runs.rows)
  const { columns } = market
  const spans = spansOf(runs, columns.size)
  const ways = new TermWays(termBitmapsOf(market), states, shiftStates(states))
  const isWageAsked = asksWage(states)
  let count = 0
  let run = 0
  for (let span = 0; span < spans.count; span++) {
    const end = spans.end[span] as number
    const { unmet, unknown } = ways.within(spans.from[span] as number, end)
    for (; run < runs.count && (runs.from[run] as number) < end; run++) {
      if (runs.placeState[run] === unmetState) continue
      const [first, last, placeState] = [runs.from[run] as number, runs.end[run] as number, runs.placeState[run] as number]
      count = isWageAsked
        ? takeByWage(columns, states, unmet, unknown, first, last, placeState, count)
        : takeOpen(unmet, unknown, first, last, placeState, count)
    }
  }
  return standingIn(columns, states, count, runs.rows, spans)
}

function asksWage({ wage: { unknown, leastCents } }: TermStates): boolean {
  return unknown !== holdsState || leastCents.some((cents) => cents > 0)
}

/** The bits of a word that lie in a run, of rows that are not out. */
function openIn(unmet: number, word: number, first: number, last: number): number {
  let open = ~unmet
  if (word === first >>> 5) open &= -1 << (first & 31)
  if (word === last >>> 5) open &= (1 << (last & 31)) - 1
  return open
}

/** @returns how many rows are taken now */
function takeOpen(
  unmet: Uint32Array,
  unknown: Uint32Array,
  first: number,
  last: number,
  placeState: number,
  taken: number,
): number {
  const { rows, unsure } = room
  let count = taken
  for (let word = first >>> 5; word << 5 < last; word++) {
    const known = unknown[word] as number
    for (let open = openIn(unmet[word] as number, word, first, last); open !== 0; open &= open - 1) {
      const bit = 31 - Math.clz32(open & -open)
      rows[count] = (word << 5) | bit
      unsure[count++] = placeState | ((known >>> bit) & 1)
    }
  }
  return count
}

/** The same for who asks a wage. */
function takeByWage(
  { shift, wageMax }: VacancyColumns,
  { wage: { leastCents, unknown: ofSilence } }: TermStates,
  unmet: Uint32Array,
  unknown: Uint32Array,
  first: number,
  last: number,
  placeState: number,
  taken: number,
): number {
  const { rows, unsure } = room
  let count = taken
  for (let word = first >>> 5; word << 5 < last; word++) {
    const known = unknown[word] as number
    for (let open = openIn(unmet[word] as number, word, first, last); open !== 0; open &= open - 1) {
      const bit = 31 - Math.clz32(open & -open)
      const row = (word << 5) | bit
      const offered = wageMax[row] as number
      const state =
        placeState |
        ((known >>> bit) & 1) |
        ((((offered - (leastCents[shift[row] as number] as number)) & ~offered) >>> 30) & unmetState) |
        (ofSilence & (offered >> 31))
      rows[count] = row
      unsure[count] = state
      count += 1 - (state >> 1)
    }
  }
  return count
}

/** By shift, with what comes of the wage where the hours are not known: there least cents are nought, so that no wage is too low. */
function shiftStates({ shift, wage: { unknownHours, unknown } }: TermStates): Uint8Array {
  return shift.map((state, at) => state | (unknown & (unknownHours[at] as number)))
}

/** One more than there are: a row that is left out is written too, and written over by the next one. */
function makeRoom(rows: number): void {
  if (room.rows.length > rows) return
  room.rows = new Uint32Array(rows + 1)
  room.unsure = new Uint8Array(rows + 1)
}

function lateOf(columns: VacancyColumns, { free }: TermStates, rows: Uint32Array): Uint8Array {
  const { latestStart } = columns
  const late = new Uint8Array(rows.length)
  // Whoever is free before the first of all latest starts is late for none.
  if (free <= firstLatestStart(columns)) return late
  for (let at = 0; at < rows.length; at++) {
    const latest = latestStart[rows[at] as number] as number
    late[at] = Number(latest < free) & Number(latest !== silentWeek)
  }
  return late
}

const firstKnown = new WeakMap<VacancyColumns, number>()

function firstLatestStart(columns: VacancyColumns): number {
  const known = firstKnown.get(columns)
  if (known !== undefined) return known
  let first = Number.POSITIVE_INFINITY
  for (const week of columns.latestStart) if (week !== silentWeek && week < first) first = week
  firstKnown.set(columns, first)
  return first
}

/** Parts of the terms of a row, as bits: which of them stand in the way. `late` goes with `free` of the states. */
export const partBits = { place: 1, shift: 2, languages: 4, papers: 8, wage: 16, late: 32 } as const

/** Parts in the lower bits that do not hold for certain; in the bits from `highShift` on those that do not hold at all. */
export const highShift = 8

/** What of these rows stands in the way of one person, part by part. */
export function partsInTheWay(columns: VacancyColumns, states: TermStates, rows: Uint32Array): Uint16Array {
  const { shift, languages, papers, wageMax, latestStart, place } = columns
  const { leastCents, unknownHours, unknown } = states.wage
  const found = new Uint16Array(rows.length)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number
    const hours = shift[row] as number
    const offered = wageMax[row] as number
    const silent = (offered >> 31) | (unknownHours[hours] as number)
    const wage = ((((offered - (leastCents[hours] as number)) >>> 31) << 1) & ~silent) | (unknown & silent)
    const latest = latestStart[row] as number
    const late = latest < states.free && latest !== silentWeek ? unmetState : holdsState
    found[at] =
      bitsOf(
        isPlaceNoMatter(columns, states, row) ? holdsState : (states.place[place[row] as number] as number),
        partBits.place,
      ) |
      bitsOf(states.shift[hours] as number, partBits.shift) |
      bitsOf(states.languages[languages[row] as number] as number, partBits.languages) |
      bitsOf(states.papers.byNumber[papers[row] as number] as number, partBits.papers) |
      bitsOf(wage, partBits.wage) |
      bitsOf(late, partBits.late)
  }
  return found
}

function bitsOf(state: number, bit: number): number {
  if (state === holdsState) return 0
  return state >= unmetState ? bit | (bit << highShift) : bit
}
