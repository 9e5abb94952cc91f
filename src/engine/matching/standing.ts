import type { Market } from './market.ts'
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
}

/** Looks at all rows, cell by cell: of a place out of reach only those with enough work from home. */
export function standingOf({ columns, shortcuts }: Pick<Market, 'columns' | 'shortcuts'>, states: TermStates): Standing {
  const { start, place } = columns.cells
  const { remoteShare } = columns
  const { remoteEnough } = states
  const runs = new Runs(2 * place.length)
  for (let cell = 0; cell < place.length; cell++) {
    const placeState = states.place[place[cell] as number] as number
    const from = start[cell] as number
    const end = start[cell + 1] as number
    if (placeState === holdsState) {
      runs.add(from, end, holdsState)
      continue
    }
    // Most work from home comes first: from here on the place counts.
    let counts = remoteEnough === 0 ? end : from
    while (counts < end && isEnough(remoteShare[counts] as number, remoteEnough)) counts++
    runs.add(from, counts, holdsState)
    if (placeState !== unmetState || !shortcuts.cells) runs.add(counts, end, placeState)
  }
  return lookAt(columns, states, runs)
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

  add(from: number, end: number, placeState: number): void {
    if (from === end) return
    this.from[this.count] = from
    this.end[this.count] = end
    this.placeState[this.count] = placeState
    this.count++
    this.rows += end - from
  }
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
  const { wage, languages: ofLanguages, papers: ofPapers } = states
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
  const found = rows.slice(0, count)
  return { count, rows: found, unsure: unsure.slice(0, count), late: lateOf(columns, states, found), looked: runs.rows }
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
      bitsOf(states.papers[papers[row] as number] as number, partBits.papers) |
      bitsOf(wage, partBits.wage) |
      bitsOf(late, partBits.late)
  }
  return found
}

function bitsOf(state: number, bit: number): number {
  if (state === holdsState) return 0
  return state >= unmetState ? bit | (bit << highShift) : bit
}
