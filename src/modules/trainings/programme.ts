import type { Cefr, Coordinates } from '../../engine/matching/index.ts'
import type { LeveledSkill, Offering } from '../../engine/planning/index.ts'
import { type DateText, weekOfDate } from '../../platform/index.ts'

/** Text in the languages of the site. */
export interface Bilingual {
  readonly nl: string
  readonly en: string
}

/** A figure about outcomes carries its parents: numerator, denominator, cohort and source. */
export interface OutcomeFigure {
  readonly of: number
  readonly outOf: number
  readonly cohort: string
  readonly source: string
}

/** What is taught (OOAPI Programme). */
export interface Programme {
  readonly id: string
  readonly demo: boolean
  readonly title: Bilingual
  readonly provider: string
  readonly description: Bilingual
  readonly source: string
  readonly facts: {
    readonly form: 'course' | 'bootcamp' | 'part-time' | 'full-time' | 'dual' | 'self-paced'
    readonly outcomes: readonly LeveledSkill[]
    readonly prerequisites: readonly LeveledSkill[]
    readonly weeks: number
    readonly hoursPerWeek: number
    readonly language?: { readonly code: string; readonly level: Cefr }
    readonly award?: string
    readonly completion?: OutcomeFigure
    readonly placement?: OutcomeFigure
  }
}

/** Where, when, at what price (OOAPI Offering). */
export interface OfferingRecord {
  readonly id: string
  readonly programme: string
  readonly demo: boolean
  readonly region?: string
  readonly placeName?: string
  readonly facts: {
    readonly online: boolean
    readonly at?: Coordinates
    readonly siteDays?: number
    readonly feeEuro: number
    readonly funding: readonly { readonly scheme: string; readonly euro: number }[]
    readonly rolling: boolean
    readonly starts: readonly { readonly date: DateText; readonly seats?: number; readonly enrolUntil?: DateText }[]
    readonly incomeMonthEuro?: number
    readonly job?: string
  }
}

/** What the engine may know of an offering. */
export function toEngineOffering(programme: Programme, offering: OfferingRecord): Offering {
  const { facts } = programme
  const { at, starts, funding, ...where } = offering.facts
  return {
    ...where,
    id: offering.id,
    programme: programme.id,
    weeks: facts.weeks,
    hoursPerWeek: facts.hoursPerWeek,
    prerequisites: facts.prerequisites,
    outcomes: facts.outcomes,
    funding,
    starts: starts.map((start) => ({
      week: weekOfDate(start.date),
      ...(start.seats === undefined ? {} : { seats: start.seats }),
      ...(start.enrolUntil === undefined ? {} : { enrolUntil: weekOfDate(start.enrolUntil) }),
    })),
    ...(at === undefined ? {} : { place: at }),
    ...(facts.language === undefined ? {} : { language: facts.language }),
    ...(facts.completion === undefined ? {} : { completion: [facts.completion.of, facts.completion.outOf] }),
    ...(facts.placement === undefined ? {} : { placement: [facts.placement.of, facts.placement.outOf] }),
  }
}
