import { type CompiledVacancy, type Market, type Standing, standingAmong, standingOf, statesLike } from '../matching/index.ts'
import { applyChanges, termItems } from './change.ts'
import type { Goal } from './plan.ts'
import type { Traveller } from './traveller.ts'

/** The vacancies that a question is about: these rows, or all. */
export interface Scope {
  readonly rows?: Uint32Array
}

export const everything: Scope = {}

/** The vacancies of a goal: all given fields must hold. */
export function scopeOf(market: Market, { vacancies, occupations, regions }: Goal): Scope {
  if (vacancies === undefined && occupations === undefined && regions === undefined) return everything
  const { columns, values } = market
  const occupationNumbers = occupations && new Set(occupations.map((id) => values.occupations.numberOf(id)))
  const regionNumbers = regions && new Set(regions.map((code) => values.regions.numberOf(code)))
  const isIn = (row: number): boolean =>
    (!occupationNumbers || occupationNumbers.has(columns.occupation[row])) &&
    (!regionNumbers || regionNumbers.has(columns.region[row]))
  if (vacancies) return { rows: Uint32Array.from(new Set(vacancies.flatMap((id) => market.rowOf(id) ?? []))).filter(isIn) }
  if (occupationNumbers) return { rows: rowsOf(market, 'occupation', occupationNumbers).filter(isIn) }
  return { rows: rowsOf(market, 'region', regionNumbers ?? new Set()) }
}

type Grouped = Readonly<Record<'occupation' | 'region', ReadonlyMap<number, readonly number[]>>>

const groupedByMarket = new WeakMap<Market, Grouped>()

/** Rows with one of these values, ascending. Rows are grouped once per market. */
function rowsOf(market: Market, column: keyof Grouped, numbers: ReadonlySet<number | undefined>): Uint32Array {
  const { columns } = market
  const grouped = groupedByMarket.get(market) ?? {
    occupation: Map.groupBy(columns.rowByRank, (row) => columns.occupation[row] as number),
    region: Map.groupBy(columns.rowByRank, (row) => columns.region[row] as number),
  }
  groupedByMarket.set(market, grouped)
  const rows = [...numbers].flatMap((number) => (number === undefined ? [] : (grouped[column].get(number) ?? [])))
  return Uint32Array.from(rows).sort()
}

/** The rows of a scope whose terms hold for a traveller in high, *start* left aside. */
export function standingIn({ market, view, standings }: Traveller, scope: Scope): Standing {
  const known = standings.get(scope)
  if (known) return known
  const { columns } = market
  const found = scope.rows ? standingAmong(columns, view.states, scope.rows) : standingOf(market, view.states)
  standings.set(scope, found)
  return found
}

/**
 * The rows whose terms would hold in high if everything moved that may move: no change and no pair of changes opens another
 * one, since every step only widens.
 */
export function widenedIn({ market, view, person }: Traveller, scope: Scope): Standing {
  const furthest = termItems(market, person).flatMap(({ steps }) => steps.at(-1) ?? [])
  const { person: widest, supposed } = applyChanges(person, furthest, market.context.thisWeek)
  const states = statesLike(market, view, widest, supposed)
  const { columns } = market
  return scope.rows ? standingAmong(columns, states, scope.rows) : standingOf(market, states)
}

/** The same taken out of the columns, by id: for the few vacancies of a small scope. */
export function vacanciesIn(traveller: Traveller, scope: Scope): CompiledVacancy[] {
  return takenOut(traveller.market, standingIn(traveller, scope).rows)
}

export function takenOut(market: Market, rows: Iterable<number>): CompiledVacancy[] {
  const { rank } = market.columns
  return Array.from(rows)
    .sort((a, b) => (rank[a] as number) - (rank[b] as number))
    .map((row) => market.at(row))
}
