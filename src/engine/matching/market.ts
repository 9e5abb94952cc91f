import { textAt } from '../columns/index.ts'
import type { Graph, TransferModel } from '../taxonomy/index.ts'
import { type Dictionaries, emptyDictionaries, giftsAmong } from './dictionaries.ts'
import type { Effort } from './effort.ts'
import type { Gifts } from './gifts.ts'
import type { RequirementKind, RequirementKinds } from './kinds.ts'
import type { Person } from './person.ts'
import { allShortcuts, type Shortcuts } from './shortcuts.ts'
import { type KeyedTerm, type TermContext, termsOf } from './terms.ts'
import type { Vacancy } from './vacancy.ts'
import { inOwnOrder, rowOf, rowToVacancy, type VacancyColumns, type VacancyValues } from './vacancy-columns.ts'
import { columnsOf } from './vacancy-columns-builder.ts'

/** One vacancy taken out of the columns. */
export interface CompiledVacancy {
  readonly row: number
  /** Place among all ids in order. */
  readonly rank: number
  readonly vacancy: Vacancy
  /** In the vacancy's own order. */
  readonly requirements: readonly RequirementKind[]
  readonly essentials: readonly RequirementKind[]
  /** Denominator of fit: sum of weights x 1200. */
  readonly fitOutOf: number
  readonly terms: readonly KeyedTerm[]
}

/** All vacancies in columns; the requirements they state and the demands behind those are numbered. */
export interface Market extends Dictionaries {
  readonly context: TermContext
  readonly shortcuts: Shortcuts
  readonly effort: Effort
  readonly columns: VacancyColumns
  /** What each concept counts for. Made on first use, when all demands are known. */
  readonly gifts: Gifts
  at(row: number): CompiledVacancy
  idOf(row: number): string
  /** A dual job: it is reached through its training only. */
  isCarried(row: number): boolean
  rowOf(id: string): number | undefined
}

export function buildMarket(parts: {
  readonly graph: Graph
  readonly transfer: TransferModel
  readonly context: TermContext
  readonly vacancies: Iterable<Vacancy>
  readonly shortcuts?: Shortcuts
}): Market {
  const dictionaries = emptyDictionaries(parts.graph, parts.transfer)
  return marketOf({ dictionaries, columns: columnsOf(dictionaries, parts.vacancies), ...parts })
}

/** A market of columns that stand. Costs nothing by itself. */
export function marketOf(parts: {
  readonly dictionaries: Dictionaries
  readonly columns: VacancyColumns
  readonly context: TermContext
  readonly shortcuts?: Shortcuts
  readonly effort?: Effort
}): Market {
  const { dictionaries, columns, context, shortcuts = allShortcuts, effort = {} } = parts
  const { values, kinds } = dictionaries
  const known = new Map<number, CompiledVacancy>()
  let gifts: Gifts | undefined
  return {
    ...dictionaries,
    context,
    shortcuts,
    effort,
    columns,
    get gifts() {
      gifts ??= giftsAmong(dictionaries)
      return gifts
    },
    at: (row) => {
      const found = known.get(row) ?? new RowVacancy(columns, values, kinds, row)
      if (known.size >= mostRemembered) known.clear()
      known.set(row, found)
      return found
    },
    idOf: (row) => textAt(columns.ids, row),
    isCarried: (row) => {
      const reach = columns.reach[row] as number
      return reach !== 0 && values.reaches.get(reach)?.carriedBy !== undefined
    },
    rowOf: (id) => rowOf(columns, id),
  }
}

/** Vacancies taken out of the columns that are kept: a few questions' worth. */
const mostRemembered = 4096

class RowVacancy implements CompiledVacancy {
  readonly row: number
  readonly rank: number
  readonly vacancy: Vacancy
  readonly requirements: readonly RequirementKind[]
  readonly fitOutOf: number
  #essentials: readonly RequirementKind[] | undefined
  #terms: readonly KeyedTerm[] | undefined

  constructor(columns: VacancyColumns, values: VacancyValues, kinds: RequirementKinds, row: number) {
    this.row = row
    this.rank = columns.rank[row] as number
    const numbers = columns.requirements.subarray(columns.requirementStart[row], columns.requirementStart[row + 1])
    const listed = Array.from(numbers, (number) => kinds.list[number] as RequirementKind)
    this.requirements = inOwnOrder(listed, columns.essentials[row] as number, values.orders.get(columns.order[row] as number))
    const requirements = this.requirements.map(({ requirement }) => requirement)
    this.vacancy = rowToVacancy(columns, values, row, requirements)
    this.fitOutOf = (columns.weights[row] as number) * 1200
  }

  get essentials(): readonly RequirementKind[] {
    this.#essentials ??= this.requirements.filter((one) => one.essential)
    return this.#essentials
  }

  get terms(): readonly KeyedTerm[] {
    this.#terms ??= termsOf(this.vacancy)
    return this.#terms
  }
}

/** The week from which a person can begin (ruling 18: availableFrom is a Monday's week already). */
export function freeWeek(person: Person, thisWeek: number): number {
  return Math.max(thisWeek, person.availableFrom ?? thisWeek)
}
