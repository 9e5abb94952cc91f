/** What is counted and how: one set of definitions with a version, as data (`data/outcomes`). Pure. */
interface Both {
  readonly nl: string
  readonly en: string
}

/** Steps of the way through a programme, each a part of the one that its definition names; in order. */
export const funnelCodes = ['applied', 'admitted', 'started', 'completed', 'placed', 'stayed'] as const
export type FunnelCode = (typeof funnelCodes)[number]

/** Of which time a figure is: all starts in a year, one start, or all years together. What differs in it is never side by side. */
export const periodKinds = ['startYear', 'oneStart', 'allYears'] as const
export type PeriodKind = (typeof periodKinds)[number]

export interface OutcomeDefinition {
  readonly code: FunnelCode | 'women' | 'cost'
  readonly name: Both
  readonly numerator: Both
  /** Of which other count it is a part. `placedOf`, `stayedOf`: of whom it can be said, since the months have passed. */
  readonly denominator?: string
  readonly period: PeriodKind
  readonly source: Both
}

export interface OutcomeDefinitions {
  readonly version: string
  readonly validFrom: string
  /** Months after completing within which somebody is placed, and after the first day of work at which somebody is still there. */
  readonly placedMonths: number
  readonly stayedMonths: number
  readonly measures: readonly OutcomeDefinition[]
}

/** Why a figure is not beside others. */
export const apartReasons = [
  'noDenominator',
  'noMonths',
  'otherMoment',
  'about',
  'aim',
  'otherMeasure',
  'otherPeriod',
  'otherDefinition',
] as const
export type ApartReason = (typeof apartReasons)[number]

/** What a published figure of an initiative is in terms of the definitions, or why it is none of them. */
export type PublishedAs =
  | { readonly code: FunnelCode; readonly period: PeriodKind; readonly year: number }
  | { readonly reason: ApartReason }

/** A line about a figure of the catalogue: which, and what it is or why it is nothing. */
export type PublishedLine = { readonly initiative: string; readonly measure: string } & PublishedAs

/** By initiative and the English words of the figure; not listed: it counts something else. */
export function publishedAs(lines: readonly PublishedLine[], initiative: string, measure: string): PublishedAs {
  return lines.find((one) => one.initiative === initiative && one.measure === measure) ?? { reason: 'otherMeasure' }
}

/** What is counted and how, and which published figures say the same: as `data/outcomes` has it. */
export interface OutcomeData {
  readonly definitions: OutcomeDefinitions
  readonly published: readonly PublishedLine[]
}
