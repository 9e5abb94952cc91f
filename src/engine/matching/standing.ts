import type { Market } from './market.ts'
import { holdsState, type TermStates, unmetState } from './term-states.ts'
import { silentCents, silentSmall, silentWeek, type VacancyColumns } from './vacancy-columns.ts'

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
  const found = new Collector(columns.size)
  for (let cell = 0; cell < place.length; cell++) {
    const placeState = states.place[place[cell] as number] as number
    const end = start[cell + 1] as number
    for (let row = start[cell] as number; row < end; row++) {
      const fromHome = columns.remoteShare[row] as number
      const isPlaceNoMatter = fromHome >= states.remoteEnough && (fromHome !== silentSmall || states.remoteEnough === 0)
      // Most work from home comes first: from here on the place counts.
      if (!isPlaceNoMatter && placeState === unmetState && shortcuts.cells) break
      found.look(columns, states, row, isPlaceNoMatter ? holdsState : placeState)
    }
  }
  return found.done()
}

/** Looks at these rows only. */
export function standingAmong(columns: VacancyColumns, states: TermStates, rows: Uint32Array): Standing {
  const found = new Collector(rows.length)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number
    const fromHome = columns.remoteShare[row] as number
    const isPlaceNoMatter = fromHome >= states.remoteEnough && (fromHome !== silentSmall || states.remoteEnough === 0)
    found.look(columns, states, row, isPlaceNoMatter ? holdsState : (states.place[columns.place[row] as number] as number))
  }
  return found.done()
}

/** Room for the rows of one sweep, used again and again: a sweep runs to its end before another one begins. */
const room = { rows: new Uint32Array(0), unsure: new Uint8Array(0), late: new Uint8Array(0) }

class Collector {
  #count = 0
  #looked = 0

  constructor(atMost: number) {
    if (room.rows.length >= atMost) return
    room.rows = new Uint32Array(atMost)
    room.unsure = new Uint8Array(atMost)
    room.late = new Uint8Array(atMost)
  }

  look(columns: VacancyColumns, states: TermStates, row: number, placeState: number): void {
    this.#looked++
    const state = termsState(columns, states, row, placeState)
    if (state >= unmetState) return
    const at = this.#count++
    room.rows[at] = row
    room.unsure[at] = state
    const latest = columns.latestStart[row] as number
    room.late[at] = latest !== silentWeek && latest < states.free ? 1 : 0
  }

  done(): Standing {
    const count = this.#count
    return {
      count,
      rows: room.rows.slice(0, count),
      unsure: room.unsure.slice(0, count),
      late: room.late.slice(0, count),
      looked: this.#looked,
    }
  }
}

/** The states of all terms but *start* together. Few branches: which term fails is hard to guess, a look-up is cheap. */
function termsState(columns: VacancyColumns, states: TermStates, row: number, placeState: number): number {
  const shift = columns.shift[row] as number
  const state =
    placeState |
    (states.shift[shift] as number) |
    (states.languages[columns.languages[row] as number] as number) |
    (states.papers[columns.papers[row] as number] as number)
  return state < unmetState && states.wage.asks ? state | wageState(columns, states.wage, row, shift) : state
}

/** At the most hours both allow; else the person's most, else the vacancy's. */
function wageState(columns: VacancyColumns, { leastCents, unknown }: TermStates['wage'], row: number, shift: number): number {
  const offered = columns.wageMax[row] as number
  const least = leastCents[shift] as number
  if (offered === silentCents || Number.isNaN(least)) return unknown
  return offered >= least ? holdsState : unmetState
}
