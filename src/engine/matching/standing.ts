import type { Market } from './market.ts'
import { bitsIn, type OpenRows, openRowsOf, rowOfLast } from './open-rows.ts'
import { isPlaceNoMatter, type Runs, runsAmong, runsInReach, type Spans, spansOf } from './runs.ts'
import { holdsState, shiftStates, type TermStates, unmetState } from './term-states.ts'
import { silentWeek, type VacancyColumns } from './vacancy-columns.ts'

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

/** Looks at all rows but for those at a place out of reach without enough work from home. */
export function standingOf(market: Pick<Market, 'columns' | 'values' | 'shortcuts'>, states: TermStates): Standing {
  return market.shortcuts.termBitmaps
    ? listed(openRowsOf(market, states))
    : lookAt(market.columns, states, runsInReach(market, states))
}

/** Looks at these rows only. */
export function standingAmong(columns: VacancyColumns, states: TermStates, rows: Uint32Array): Standing {
  return lookAt(columns, states, runsAmong(columns, states, rows))
}

/** Open rows one by one. */
export function listed({ open, sure, late, spans, looked }: OpenRows): Standing {
  const count = countIn(open, spans)
  const rows = new Uint32Array(count)
  const [unsure, lateRows] = [new Uint8Array(count), new Uint8Array(count)]
  let at = 0
  for (let span = 0; span < spans.count; span++) {
    const last = ((spans.end[span] as number) + 31) >>> 5
    for (let word = (spans.from[span] as number) >>> 5; word < last; word++) {
      const [known, tooLate] = [sure[word] as number, late[word] as number]
      for (let left = open[word] as number; left !== 0; left &= left - 1) {
        const row = rowOfLast(word, left)
        rows[at] = row
        unsure[at] = 1 - ((known >>> (row & 31)) & 1)
        lateRows[at++] = (tooLate >>> (row & 31)) & 1
      }
    }
  }
  return { count, rows, unsure, late: lateRows, looked, spans }
}

/** How many bits are set within the spans. */
export function countIn(words: Uint32Array, spans: Spans): number {
  let count = 0
  for (let span = 0; span < spans.count; span++) {
    const last = ((spans.end[span] as number) + 31) >>> 5
    for (let word = (spans.from[span] as number) >>> 5; word < last; word++) count += bitsIn(words[word] as number)
  }
  return count
}

/** Room for the rows of one sweep, used again and again: a sweep runs to its end before another one begins. */
const room = { rows: new Uint32Array(0), unsure: new Uint8Array(0) }

/**
 * Which term fails is hard to guess and a wrong guess costs more than the look, so that there is no branch in the inner loop:
 * states are added by *or*, every row is written, and the count rises by one or by nought.
 */
function lookAt(columns: VacancyColumns, states: TermStates, runs: Runs): Standing {
  makeRoom(runs.rows)
  const { rows: lookedAt, unsure: unsureOf } = room
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
      lookedAt[count] = row
      unsureOf[count] = state
      count += 1 - (state >> 1)
    }
  }
  const rows = room.rows.slice(0, count)
  const unsure = room.unsure.slice(0, count)
  return { count, rows, unsure, late: lateOf(columns, states, rows), looked: runs.rows, spans: spansOf(runs, columns.size) }
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
