/**
 * What of counts is shown. One rule: **everything that is shown is made of rounded counts, each rounded by itself, and of nothing else**. A count below ten is
 * hidden, and zero looks the same as nine. No total of parts, no difference and no percentage is made of the numbers behind them, so a hidden count
 * cannot be computed from its neighbours: with any other count below ten in its place the page would be the same (`shown.property.test.ts`). Pure.
 */
import { type RoundedCount, roundCount } from '../engines/index.ts'
import { type FunnelCode, funnelCodes, type PeriodKind } from './definitions.ts'

/** Counts of the starts of a year by name: those of the definitions, and `placedOf` and `stayedOf`. What is left out is not known. */
export type OutcomeCounts = Readonly<Partial<Record<FunnelCode | 'placedOf' | 'stayedOf', number>>>

/** One step of a funnel as it is shown. */
export interface OutcomeCell {
  readonly code: FunnelCode
  /** few: fewer than ten, none among them. unknown: nobody counted it. */
  readonly state: 'shown' | 'few' | 'unknown'
  /** In tens. */
  readonly count?: number
  /** Out of how many, in tens; left out where that is not known or too few. */
  readonly of?: number
  /** There may be more: of some it is not known. */
  readonly isAtLeast: boolean
}

/** Where a series comes from: counted here, said by the educator or initiative itself, or published elsewhere. */
export type SeriesFrom = 'counted' | 'reported' | 'published'

/** Figures of one programme or initiative, of one time, by one definition. */
export interface OutcomeSeries {
  readonly from: SeriesFrom
  readonly definition: string
  readonly period: PeriodKind
  readonly year: number
  /** The year is not over: counts still rise. */
  readonly isRunning: boolean
  readonly cells: readonly OutcomeCell[]
  /** Euro, in hundreds; only where enough people were placed. */
  readonly costPerPlacement?: number
  /** Of what was not counted here. */
  readonly source?: { readonly nl: string; readonly en: string }
  readonly saidOn?: string
}

const denominators: Readonly<Partial<Record<FunnelCode, keyof OutcomeCounts>>> = {
  admitted: 'applied',
  started: 'applied',
  completed: 'started',
  placed: 'placedOf',
  stayed: 'stayedOf',
}

/** @param isKnown whether each count is of everybody: of what is counted here, work elsewhere is not known */
export function shownCells(counts: OutcomeCounts, isKnown: boolean): OutcomeCell[] {
  return funnelCodes.map((code) => {
    const own = counts[code]
    const isAtLeast = !isKnown && (code === 'placed' || code === 'stayed')
    if (own === undefined) return { code, state: 'unknown', isAtLeast }
    const count = roundCount(own)
    if (count === null) return { code, state: 'few', isAtLeast }
    const whole = denominators[code]
    const outOf: RoundedCount = (whole && counts[whole] !== undefined && roundCount(counts[whole])) || null
    return { code, state: 'shown', count, ...(outOf === null ? {} : { of: outOf }), isAtLeast }
  })
}

const roundCostTo = 100

/** All costs over the rounded number of people placed; undefined where those are too few. @param costEuro of all payers together */
export function costPerPlacement(costEuro: number | undefined, cells: readonly OutcomeCell[]): number | undefined {
  const placed = cells.find(({ code }) => code === 'placed')?.count
  if (costEuro === undefined || placed === undefined) return undefined
  return Math.round(costEuro / placed / roundCostTo) * roundCostTo
}
