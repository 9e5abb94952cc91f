import { z } from 'zod'
import type { Cefr, Coordinates, DaySet } from '../../engine/matching/index.ts'
import type { LeveledSkill, Offering } from '../../engine/planning/index.ts'
import { type DateText, weekOfDate } from '../../platform/index.ts'

/** Text in the languages of the site. */
export interface Bilingual {
  readonly nl: string
  readonly en: string
}

/** A figure about outcomes carries its parents: numerator, denominator, cohort, source, and when the source said it. */
export interface OutcomeFigure {
  readonly of: number
  readonly outOf: number
  readonly cohort: string
  readonly source: string
  readonly date?: DateText
}

/**
 * A skill that a programme teaches or asks, and how we know: *stated* by the provider, an *alignment* to a taxonomy in its data,
 * read from its *text* (`words` are those that say it), or *derived* by us from the name of the programme.
 */
export interface ProgrammeSkill extends LeveledSkill {
  readonly from?: 'stated' | 'alignment' | 'text' | 'derived'
  readonly words?: string
}

/** A stretch of a programme. What is left out is not known. */
export interface Phase {
  readonly kind: 'school' | 'work' | 'workAndSchool' | 'selfStudy'
  readonly weeks?: number
  /** Days a week. */
  readonly schoolDays?: number
  readonly workDays?: number
  /** Whether the participant has a contract with an employer in this phase. */
  readonly employed?: boolean
  /** Gross wage a month; only where somebody said a number. */
  readonly wageMonthEuro?: number
}

/** For whom it is. A preference for a group must rest on a ground (AWGB, WGB m/v art. 5), which is shown with it. */
export interface TargetGroup {
  readonly text: Bilingual
  readonly preference?: { readonly ground: Bilingual }
}

/** Who pays, as the provider says it; an amount only where one is known. */
export interface WhoPays {
  readonly party: 'participant' | 'employer' | 'uwv' | 'municipality' | 'fund' | 'government' | 'loan'
  readonly euro?: number
  readonly text?: Bilingual
}

/** What is taught (OOAPI Programme). */
export interface Programme {
  readonly id: string
  readonly demo: boolean
  readonly title: Bilingual
  readonly provider: string
  readonly description: Bilingual
  readonly source: string
  /** The organisation that keeps it on its own desk. Left out: it was imported, and nobody here answers for it. */
  readonly organisation?: string
  /** It is given no more: in no list, plan or index, and still found by its id, for who is in the middle of it. */
  readonly withdrawn?: true
  readonly facts: {
    readonly form: 'course' | 'bootcamp' | 'part-time' | 'full-time' | 'dual' | 'self-paced'
    readonly outcomes: readonly ProgrammeSkill[]
    readonly prerequisites: readonly ProgrammeSkill[]
    /** Of both: left out when not known; then the provider must be asked. */
    readonly weeks?: number
    readonly hoursPerWeek?: number
    readonly language?: { readonly code: string; readonly level: Cefr }
    readonly award?: string
    readonly phases?: readonly Phase[]
    /** Left out: not known. */
    readonly jobGuarantee?: boolean
    readonly accessibility?: Bilingual
    readonly targetGroup?: TargetGroup
    /** Steps to get in, in order. */
    readonly admission?: readonly Bilingual[]
    readonly whoPays?: readonly WhoPays[]
    readonly url?: string
    /** The one language that its texts are in: the other is not there, and shows the same. Left out: both. */
    readonly textIn?: 'nl' | 'en'
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
    /** Days of the week on which there are lessons, as a set: Monday 1, Tuesday 2, Wednesday 4 .. Sunday 64. */
    readonly lessonDays?: DaySet
    /** Left out: the price is not known, and neither is the cost of a plan: the provider must be asked. */
    readonly feeEuro?: number
    readonly funding: readonly { readonly scheme: string; readonly euro: number }[]
    readonly rolling: boolean
    readonly starts: readonly {
      readonly date: DateText
      readonly seats?: number
      readonly enrolFrom?: DateText
      readonly enrolUntil?: DateText
    }[]
    readonly incomeMonthEuro?: number
    readonly job?: string
  }
}

/** What the engine may know of an offering. */
export function toEngineOffering(programme: Programme, offering: OfferingRecord): Offering {
  const { facts } = programme
  const { at, starts, funding, feeEuro, lessonDays, ...where } = offering.facts
  return {
    ...where,
    feeEuro: feeEuro ?? 0,
    ...(isAskFirst(programme, offering) ? { askFirst: true } : {}),
    id: offering.id,
    programme: programme.id,
    // What is not known is in nobody's way: such an offering is never planned, only named as one to ask about.
    weeks: facts.weeks ?? 1,
    hoursPerWeek: facts.hoursPerWeek ?? 0,
    prerequisites: facts.prerequisites.map(bare),
    outcomes: facts.outcomes.map(bare),
    funding,
    starts: starts.map((start) => ({
      week: weekOfDate(start.date),
      ...(start.seats === undefined ? {} : { seats: start.seats }),
      ...(start.enrolUntil === undefined ? {} : { enrolUntil: weekOfDate(start.enrolUntil) }),
    })),
    ...(at === undefined ? {} : { place: at }),
    ...(lessonDays === undefined ? {} : { days: lessonDays }),
    ...(facts.language === undefined ? {} : { language: facts.language }),
    ...(facts.completion === undefined ? {} : { completion: [facts.completion.of, facts.completion.outOf] }),
    ...(facts.placement === undefined ? {} : { placement: [facts.placement.of, facts.placement.outOf] }),
  }
}

/** Without a known start, length, load or price an offering is in no plan: the provider must be asked first. */
export function isAskFirst(programme: Programme, { facts }: OfferingRecord): boolean {
  const { weeks, hoursPerWeek } = programme.facts
  if (weeks === undefined || hoursPerWeek === undefined || facts.feeEuro === undefined) return true
  return !facts.rolling && facts.starts.length === 0
}

function bare({ skill, level }: ProgrammeSkill): LeveledSkill {
  return { skill, level }
}

const bilingual = z.object({ nl: z.string().min(1), en: z.string().min(1) })
const ground = z.object(
  { nl: z.string().min(1), en: z.string().min(1) },
  { error: 'A preference for a group must rest on a ground (AWGB, WGB m/v art. 5), given in Dutch and in English.' },
)
const cefr = z.union([1, 2, 3, 4, 5, 6].map((level) => z.literal(level as Cefr)))
const leveled = z.object({
  skill: z.string().min(1),
  level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
  from: z.enum(['stated', 'alignment', 'text', 'derived']).optional(),
  words: z.string().max(300).optional(),
})
const phase = z.object({
  kind: z.enum(['school', 'work', 'workAndSchool', 'selfStudy']),
  weeks: z.number().int().min(1).max(312).optional(),
  schoolDays: z.number().min(0).max(7).optional(),
  workDays: z.number().min(0).max(7).optional(),
  employed: z.boolean().optional(),
  wageMonthEuro: z.number().int().min(0).optional(),
})
const payer = z.object({
  party: z.enum(['participant', 'employer', 'uwv', 'municipality', 'fund', 'government', 'loan']),
  euro: z.number().int().min(0).optional(),
  text: bilingual.optional(),
})
const figure = z
  .object({
    of: z.number().int().min(0),
    outOf: z.number().int().min(1),
    cohort: z.string().min(1),
    source: z.string().min(1),
    date: z.iso.date().optional(),
  })
  .refine(({ of, outOf }) => of <= outOf, 'No more can succeed than began.')

export const programmeFactsSchema = z.object({
  form: z.enum(['course', 'bootcamp', 'part-time', 'full-time', 'dual', 'self-paced']),
  outcomes: z.array(leveled),
  prerequisites: z.array(leveled),
  weeks: z.number().int().min(1).max(312).optional(),
  hoursPerWeek: z.number().int().min(1).max(60).optional(),
  language: z.object({ code: z.string(), level: cefr }).optional(),
  award: z.string().optional(),
  completion: figure.optional(),
  placement: figure.optional(),
  phases: z.array(phase).optional(),
  jobGuarantee: z.boolean().optional(),
  accessibility: bilingual.optional(),
  targetGroup: z.object({ text: bilingual, preference: z.object({ ground }).optional() }).optional(),
  admission: z.array(bilingual).optional(),
  whoPays: z.array(payer).optional(),
  url: z
    .url({ protocol: /^https?$/, error: 'Give the address of a web page, as https://...' })
    .max(2000)
    .optional(),
  textIn: z.enum(['nl', 'en']).optional(),
})

export const programmeSchema = z.object({
  id: z.string().min(1).max(300),
  demo: z.boolean(),
  title: bilingual,
  provider: z.string().min(1),
  description: bilingual,
  source: z.string().min(1),
  organisation: z.string().min(1).optional(),
  withdrawn: z.literal(true).optional(),
  facts: programmeFactsSchema,
})

export const offeringFactsSchema = z.object({
  online: z.boolean(),
  at: z.tuple([z.number(), z.number()]).optional(),
  siteDays: z.number().int().min(0).optional(),
  lessonDays: z
    .number()
    .int()
    .min(1)
    .max(127)
    .optional()
    .describe('Days of lessons, added up: Monday 1, Tuesday 2 .. Sunday 64.'),
  feeEuro: z.number().int().min(0).optional(),
  funding: z.array(z.object({ scheme: z.string(), euro: z.number().int().min(0) })),
  rolling: z.boolean(),
  starts: z.array(
    z.object({
      date: z.iso.date(),
      seats: z.number().int().min(0).optional(),
      enrolFrom: z.iso.date().optional(),
      enrolUntil: z.iso.date().optional(),
    }),
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
