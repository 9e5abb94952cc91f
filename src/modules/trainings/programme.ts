import { z } from 'zod'
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

const bilingual = z.object({ nl: z.string().min(1), en: z.string().min(1) })
const cefr = z.union([1, 2, 3, 4, 5, 6].map((level) => z.literal(level as Cefr)))
const leveled = z.object({
  skill: z.string().min(1),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
})
const figure = z
  .object({
    of: z.number().int().min(0),
    outOf: z.number().int().min(1),
    cohort: z.string().min(1),
    source: z.string().min(1),
  })
  .refine(({ of, outOf }) => of <= outOf, 'No more can succeed than began.')

export const programmeFactsSchema = z.object({
  form: z.enum(['course', 'bootcamp', 'part-time', 'full-time', 'dual', 'self-paced']),
  outcomes: z.array(leveled),
  prerequisites: z.array(leveled),
  weeks: z.number().int().min(1).max(312),
  hoursPerWeek: z.number().int().min(1).max(60),
  language: z.object({ code: z.string(), level: cefr }).optional(),
  award: z.string().optional(),
  completion: figure.optional(),
  placement: figure.optional(),
})

export const programmeSchema = z.object({
  id: z.string().min(1).max(300),
  demo: z.boolean(),
  title: bilingual,
  provider: z.string().min(1),
  description: bilingual,
  source: z.string().min(1),
  facts: programmeFactsSchema,
})

export const offeringFactsSchema = z.object({
  online: z.boolean(),
  at: z.tuple([z.number(), z.number()]).optional(),
  siteDays: z.number().int().min(0).optional(),
  feeEuro: z.number().int().min(0),
  funding: z.array(z.object({ scheme: z.string(), euro: z.number().int().min(0) })),
  rolling: z.boolean(),
  starts: z.array(
    z.object({ date: z.iso.date(), seats: z.number().int().min(0).optional(), enrolUntil: z.iso.date().optional() }),
  ),
  incomeMonthEuro: z.number().int().min(0).optional(),
  job: z.string().optional(),
})

export const offeringSchema = z.object({
  id: z.string().min(1).max(300),
  programme: z.string().min(1),
  demo: z.boolean(),
  region: z.string().optional(),
  placeName: z.string().optional(),
  facts: offeringFactsSchema,
})
