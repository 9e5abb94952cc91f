import type { Market } from './market.ts'
import { holdsState, type TermStates, unmetState } from './term-states.ts'
import { silentSmall, type VacancyColumns } from './vacancy-columns.ts'

/** Stretches of rows, ascending and apart, in which all rows of a standing lie. */
export interface Spans {
  readonly from: Uint32Array
  readonly end: Uint32Array
  readonly count: number
  /** Rows in them, taken together. */
  readonly rows: number
}

/** Rows to look at, run by run. The rows of a run stand in one way towards the place. */
export class Runs {
  from: Uint32Array
  end: Uint32Array
  placeState: Uint8Array
  count = 0
  rows = 0

  /** @param expected so many find room; more make more of it */
  constructor(expected: number) {
    this.from = new Uint32Array(expected)
    this.end = new Uint32Array(expected)
    this.placeState = new Uint8Array(expected)
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
    if (this.count === this.from.length) this.#grow()
    this.from[this.count] = from
    this.end[this.count] = end
    this.placeState[this.count] = placeState
    this.count++
  }

  #grow(): void {
    const { from, end, placeState, count } = this
    const room = 2 * count + 16
    this.from = new Uint32Array(room)
    this.end = new Uint32Array(room)
    this.placeState = new Uint8Array(room)
    this.from.set(from)
    this.end.set(end)
    this.placeState.set(placeState)
  }
}

/** All rows but for those at a place out of reach without enough work from home, ascending. */
export function runsInReach({ columns, shortcuts }: Pick<Market, 'columns' | 'shortcuts'>, states: TermStates): Runs {
  const { start, place, remoteShare, classFrom } = columns.cells
  const stretches = stretchesOf(place, states.place)
  const runs = new Runs(classFrom.length * stretches.length)
  for (let one = 0; one + 1 < classFrom.length; one++) {
    const [from, end] = [classFrom[one] as number, classFrom[one + 1] as number]
    const [first, shares] = [from * place.length, end - from]
    let enough = 0
    while (enough < shares && isEnough(remoteShare[from + enough] as number, states)) enough++
    if (enough === shares) {
      runs.add(start[first] as number, start[first + place.length * shares] as number, holdsState)
      continue
    }
    for (const stretch of stretches) {
      const isLeft = stretch.state === unmetState && shortcuts.cells
      if (enough > 0 && stretch.state !== holdsState) {
        for (let at = stretch.from; at < stretch.end; at++) {
          const cell = first + at * shares
          runs.add(start[cell] as number, start[cell + enough] as number, holdsState)
          if (!isLeft) runs.add(start[cell + enough] as number, start[cell + shares] as number, stretch.state)
        }
      } else if (!isLeft) {
        runs.add(start[first + stretch.from * shares] as number, start[first + stretch.end * shares] as number, stretch.state)
      }
    }
  }
  return runs
}

/** Just these rows. */
export function runsAmong(columns: VacancyColumns, states: TermStates, rows: Uint32Array): Runs {
  const runs = new Runs(rows.length)
  for (let at = 0; at < rows.length; at++) {
    const row = rows[at] as number
    const placeState = isPlaceNoMatter(columns, states, row) ? holdsState : (states.place[columns.place[row] as number] as number)
    runs.add(row, row + 1, placeState)
  }
  return runs
}

/** Whether there is enough work from home: then it does not matter where the place is. */
export function isPlaceNoMatter({ remoteShare }: VacancyColumns, states: TermStates, row: number): boolean {
  return isEnough(remoteShare[row] as number, states)
}

/** Silence is not enough, but for whom nothing is. */
function isEnough(fromHome: number, { remoteEnough }: TermStates): boolean {
  return remoteEnough === 0 || (fromHome >= remoteEnough && fromHome !== silentSmall)
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

/** Gaps of a part of all rows smaller than this are walked through: to look for the next span in a list costs more. */
const smallestGap = 1 / 256

/**
 * Runs that lie close together as one, from a whole word of 32 rows to another, so that no two share a word. Where they do not ascend, as rows that
 * a caller names, one span of all rows.
 */
export function spansOf({ from, end, count }: Runs, size: number): Spans {
  const gap = size * smallestGap
  const spans = { from: new Uint32Array(count), end: new Uint32Array(count), count: 0, rows: 0 }
  for (let run = 0; run < count; run++) {
    const last = spans.count - 1
    if (run > 0 && (from[run] as number) < (end[run - 1] as number)) return allOf(size)
    const [first, until] = [(from[run] as number) & ~31, Math.min(size, ((end[run] as number) + 31) & ~31)]
    if (last >= 0 && first - (spans.end[last] as number) <= gap) {
      spans.end[last] = until
      continue
    }
    spans.from[spans.count] = first
    spans.end[spans.count++] = until
  }
  for (let at = 0; at < spans.count; at++) spans.rows += (spans.end[at] as number) - (spans.from[at] as number)
  return spans
}

function allOf(size: number): Spans {
  return { from: Uint32Array.of(0), end: Uint32Array.of(size), count: 1, rows: size }
}
