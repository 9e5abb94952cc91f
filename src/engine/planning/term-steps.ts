import { type Mode, type Standing, standingAmong, statesLike } from '../matching/index.ts'
import { applyChanges, statesMovedBy } from './change.ts'
import type { PairItem } from './pair-items.ts'
import type { PairRow } from './pair-rows.ts'
import type { Change } from './plan.ts'
import type { Traveller } from './traveller.ts'

/** Which steps of which terms bring rows to hold in one mode, of rows that terms keep out. */
export class TermSteps {
  readonly #traveller: Traveller
  readonly #mode: Mode
  readonly #rows: readonly PairRow[]
  /** By item, by row: the first step after which all its terms hold. */
  readonly #first = new Map<PairItem, ReadonlyMap<number, number>>()

  constructor(traveller: Traveller, rows: readonly PairRow[], mode: Mode) {
    this.#traveller = traveller
    this.#mode = mode
    this.#rows = rows.filter(({ parts }) => parts !== 0)
  }

  /** Rows where nothing but these parts is in the way. */
  within(parts: number): readonly PairRow[] {
    return this.#rows.filter((row) => (row.parts & ~parts) === 0)
  }

  firstsOf(item: PairItem): ReadonlyMap<number, number> {
    const known = this.#first.get(item)
    if (known) return known
    const found = new Map<number, number>()
    let left = this.within(item.parts).map(({ row }) => row)
    for (const [step, change] of item.steps.entries()) {
      if (left.length === 0) break
      for (const row of this.openedBy([change], left)) found.set(row, step)
      left = left.filter((row) => !found.has(row))
    }
    this.#first.set(item, found)
    return found
  }

  /** Those of these rows whose terms hold once these terms have changed, start and all. */
  openedBy(changes: readonly Change[], rows: readonly number[]): number[] {
    if (rows.length === 0) return []
    const { market, view, person } = this.#traveller
    const after = applyChanges(person, changes, market.context.thisWeek)
    const moved = [...new Set(changes.flatMap((change) => statesMovedBy(change)))]
    const states = statesLike(market, view, after.person, after.supposed, moved)
    return openIn(standingAmong(market.columns, states, new Uint32Array(rows)), this.#mode)
  }
}

/** Rows whose terms hold in a mode, start and all. */
export function openIn({ rows, unsure, late }: Standing, mode: Mode): number[] {
  const open: number[] = []
  for (let at = 0; at < rows.length; at++) {
    if (late[at] === 0 && (mode === 'high' || unsure[at] === 0)) open.push(rows[at] as number)
  }
  return open
}
