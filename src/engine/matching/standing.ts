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
export function standingOf(columns: VacancyColumns, states: TermStates): Standing {
  const { start, place } = columns.cells
  const found = new Collector(columns.size)
  for (let cell = 0; cell < place.length; cell++) {
    const placeState = states.place[place[cell] as number] as number
    const end = start[cell + 1] as number
    for (let row = start[cell] as number; row < end; row++) {
      const fromHome = columns.remoteShare[row] as number
      const isPlaceNoMatter = fromHome >= states.remoteEnough && (fromHome !== silentSmall || states.remoteEnough === 0)
      // Most work from home comes first: from here on the place counts.
      if (!isPlaceNoMatter && placeState === unmetState) break
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

/** The states of all terms but *start* together; terms that fail most come first. */
function termsState(columns: VacancyColumns, states: TermStates, row: number, placeState: number): number {
  let state = placeState | hoursState(columns, states, row)
  if (state >= unmetState) return state
  state |= states.languages[columns.languages[row] as number] as number
  state |= states.workLevel[columns.workLevel[row] as number] as number
  if (state >= unmetState) return state
  if (states.wage.asks) state |= wageState(columns, states, row)
  state |= states.experienceYears[columns.experienceYears[row] as number] as number
  if (state >= unmetState) return state
  state |= daysState(columns, states, row)
  state |= states.diploma[columns.diploma[row] as number] as number
  state |= states.licences[columns.licences[row] as number] as number
  return state | (states.flags[columns.flags[row] as number] as number)
}

/** Hours that both allow: max of the least <= min of the most (definitions.md section 12). */
function hoursState(columns: VacancyColumns, { hours }: TermStates, row: number): number {
  const min = columns.hoursMin[row] as number
  if (min === silentSmall) return hours.min < 0 ? holdsState : hours.unknown
  if (hours.min < 0) return hours.unknown
  return min <= hours.max && hours.min <= (columns.hoursMax[row] as number) ? holdsState : unmetState
}

function daysState(columns: VacancyColumns, { days }: TermStates, row: number): number {
  const asked = columns.days[row] as number
  if (asked === silentSmall) return days.days < 0 ? holdsState : days.unknown
  if (days.days < 0) return days.unknown
  return (asked & ~days.days) === 0 ? holdsState : unmetState
}

/** At the most hours both allow; else the person's most, else the vacancy's. */
function wageState(columns: VacancyColumns, { hours, wage }: TermStates, row: number): number {
  const offered = columns.wageMax[row] as number
  if (offered === silentCents) return wage.unknown
  const most = columns.hoursMax[row] as number
  let at = hours.max
  if (most !== silentSmall) {
    const shared = Math.min(at, most)
    if (at < 0) at = most
    else if (shared >= Math.max(hours.min, columns.hoursMin[row] as number)) at = shared
  }
  if (at < 0) return wage.unknown
  return offered >= (wage.leastCents[at] as number) ? holdsState : unmetState
}
