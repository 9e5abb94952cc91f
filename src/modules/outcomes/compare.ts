/** Side by side, only what says the same of the same kind of time. Pure. */
import { type ApartReason, type FunnelCode, funnelCodes, type PeriodKind } from './definitions.ts'
import type { OutcomeCell, OutcomeSeries } from './shown.ts'
import type { ShareOfWomen } from './women.ts'

interface Both {
  readonly nl: string
  readonly en: string
}

/** A programme or initiative of which something is known. */
export interface OutcomeSubject {
  readonly kind: 'programme' | 'initiative'
  readonly id: string
  readonly name: Both
  /** Who gives it. */
  readonly by: string
  readonly demo: boolean
}

/** A figure that says something else than any definition here, in the words of who published it. */
export interface OtherFigure {
  readonly measure: Both
  readonly value: number
  readonly unit: 'count' | 'percent'
  readonly near?: 'about' | 'over' | 'almost'
  readonly outOf?: number
  readonly cohort?: Both
  readonly reason: ApartReason
}

/** All that is known of one. */
export interface OutcomesOf {
  readonly subject: OutcomeSubject
  readonly series: readonly OutcomeSeries[]
  readonly women?: ShareOfWomen
  readonly others: readonly OtherFigure[]
}

export interface ComparedColumn {
  readonly subject: OutcomeSubject
  readonly series: OutcomeSeries
}

/** One table: one definition, one kind of time. */
export interface ComparedGroup {
  readonly definition: string
  readonly period: PeriodKind
  readonly columns: readonly ComparedColumn[]
  /** A row for each measure that at least one column knows; a cell for each column. */
  readonly rows: readonly { readonly code: FunnelCode; readonly cells: readonly OutcomeCell[] }[]
}

export interface Comparison {
  readonly groups: readonly ComparedGroup[]
  readonly women: readonly { readonly subject: OutcomeSubject; readonly share: ShareOfWomen }[]
  /** What is not side by side, and why. */
  readonly apart: readonly {
    readonly subject: OutcomeSubject
    readonly reason: ApartReason
    readonly figure?: OtherFigure
    readonly series?: OutcomeSeries
  }[]
  /** Those of which nothing is known. */
  readonly nothing: readonly OutcomeSubject[]
}

/**
 * @param year of the first day; of each one that year, or where left out the last year that is over
 */
export function compare(all: readonly OutcomesOf[], year?: number): Comparison {
  const chosen = all.flatMap(({ subject, series }) => pick(series, year).map((one) => ({ subject, series: one })))
  const tables = [...Map.groupBy(chosen, ({ series }) => `${series.definition} ${series.period}`).values()]
  // A table in which one stands alone compares nothing, unless there is only one.
  const isTable = (columns: readonly ComparedColumn[]): boolean =>
    all.length === 1 || new Set(columns.map(({ subject }) => `${subject.kind} ${subject.id}`)).size > 1
  const definitionsUsed = new Set(chosen.map(({ series }) => series.definition))
  const lonely: ApartReason = definitionsUsed.size > 1 ? 'otherDefinition' : 'otherPeriod'
  const withWomen = all.flatMap(({ subject, women }) => (women ? [{ subject, share: women }] : []))
  return {
    groups: tables.filter(isTable).map(groupOf),
    women: withWomen,
    apart: [
      ...tables
        .filter((columns) => !isTable(columns))
        .flatMap((columns) => columns.map((column) => ({ ...column, reason: lonely }))),
      ...all.flatMap(({ subject, others }) => others.map((figure) => ({ subject, figure, reason: figure.reason }))),
    ],
    nothing: all.filter(({ series, others }) => series.length === 0 && others.length === 0).map(({ subject }) => subject),
  }
}

/** Of each kind of source and time one: that year, or the last that is over, or the last. */
function pick(series: readonly OutcomeSeries[], year: number | undefined): OutcomeSeries[] {
  const kinds = [...Map.groupBy(series, ({ from, period, definition }) => `${from} ${period} ${definition}`).values()]
  return kinds.flatMap((own) => {
    const byYear = [...own].sort((a, b) => b.year - a.year)
    const found =
      year === undefined ? (byYear.find(({ isRunning }) => !isRunning) ?? byYear[0]) : byYear.find((one) => one.year === year)
    return found ? [found] : []
  })
}

function groupOf(columns: readonly ComparedColumn[]): ComparedGroup {
  const [{ series }] = columns as readonly [ComparedColumn, ...ComparedColumn[]]
  const rows = funnelCodes.map((code) => ({
    code,
    cells: columns.map((column) => column.series.cells.find((cell) => cell.code === code) ?? unknown(code)),
  }))
  return {
    definition: series.definition,
    period: series.period,
    columns,
    rows: rows.filter(({ cells }) => cells.some(({ state }) => state !== 'unknown')),
  }
}

const unknown = (code: FunnelCode): OutcomeCell => ({ code, state: 'unknown', isAtLeast: false })
