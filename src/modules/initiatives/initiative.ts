import { z } from 'zod'
import { programmeFactsSchema } from '../trainings/index.ts'

/** What an initiative is. */
export const initiativeKinds = [
  'training',
  'finance',
  'lessons',
  'promotion',
  'network',
  'research',
  'standard',
  'policy',
  'support',
] as const

/** For whom. A word about the initiative: nothing is ever concluded from it about a person. */
export const initiativeAudiences = [
  'career-changers',
  'job-seekers',
  'no-diploma',
  'mbo-graduates',
  'graduates',
  'it-workers',
  'women',
  'refugees',
  'neurodivergent',
  'visually-impaired',
  'bicultural',
  'older',
  'young-adults',
  'low-income',
  'international',
  'children',
  'pupils',
  'mbo-students',
  'students',
  'schools',
  'employers',
  'government',
] as const

/** Pillars of the plan: promotion, schooling, culture, side entry, regions. */
export const pillars = [1, 2, 3, 4, 5] as const

export type InitiativeKind = (typeof initiativeKinds)[number]
export type InitiativeAudience = (typeof initiativeAudiences)[number]
export type Pillar = (typeof pillars)[number]

const shortId = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, digits and hyphens, as "make-it-work"')
const bilingual = z.strictObject({ nl: z.string().trim().min(1), en: z.string().trim().min(1) })
/** A day, a month or a year: as exact as the source is. */
const about = z.string().regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'a day, month or year, as "2019-07"')
const certainty = z.enum(['seen', 'plan', 'unverified', 'unknown'])
const source = {
  source: shortId,
  /** The day of the source; the day we looked when the source has none. */
  date: about,
  /** seen: in a public text. plan: the plan says so. unverified: not checked. unknown: we do not know; then the value is null. */
  certainty,
  /** Further sources of the same fact. */
  also: z.array(shortId).min(1).optional(),
}

function fact<T extends z.ZodType>(value: T) {
  return z.strictObject({ value: value.nullable(), ...source }).refine(
    // The generic hides the field from the compiler.
    (one) => ((one as unknown as { value: unknown }).value === null) === (one.certainty === 'unknown'),
    'A value is null exactly when its certainty is "unknown".',
  )
}

const phase = z
  .strictObject({
    kind: z.enum(['school', 'work', 'workAndSchool', 'selfStudy']),
    /** As the source says it: months or weeks. */
    months: z.number().min(0.5).max(72).optional(),
    weeks: z.number().int().min(1).max(312).optional(),
    /** Days a week. */
    schoolDays: z.number().min(0).max(7).optional(),
    workDays: z.number().min(0).max(7).optional(),
    employed: z.boolean().optional(),
  })
  .refine((one) => one.months === undefined || one.weeks === undefined, 'Months or weeks, not both.')

const payer = z.strictObject({
  party: z.enum(['participant', 'employer', 'uwv', 'municipality', 'fund', 'government', 'loan']),
  euro: z.number().int().min(0).optional(),
  text: bilingual.optional(),
})

const figure = z
  .strictObject({
    measure: bilingual,
    value: z.number().min(0),
    unit: z.enum(['count', 'percent']),
    /** The source gives it as about, more than, or almost so much. */
    near: z.enum(['about', 'over', 'almost']).optional(),
    /** Of how many; left out where nobody said it. */
    outOf: z.number().int().min(1).optional(),
    cohort: bilingual.optional(),
    /** Finished, or found work: with `outOf` and `cohort` it goes with the programme. */
    role: z.enum(['completion', 'placement']).optional(),
    /** The track it is about, where it is not about all. */
    track: shortId.optional(),
    ...source,
  })
  .refine((one) => one.unit !== 'percent' || one.value <= 100, 'A percentage is 100 at most.')
  .refine((one) => one.unit !== 'count' || Number.isInteger(one.value), 'A count is whole.')
  .refine((one) => one.role === undefined || one.unit === 'count', 'A role goes with a count and its denominator.')
  .refine((one) => one.role === undefined || one.near === undefined, 'A figure with a role is exact.')

/** What a training needs to stand among the programmes. What is taught is *derived* by us from the name of its track. */
const training = z.strictObject({
  provider: z.string().trim().min(1),
  form: programmeFactsSchema.shape.form,
  award: fact(bilingual).optional(),
  jobGuarantee: fact(z.boolean()).optional(),
  accessibility: fact(bilingual).optional(),
  /** It prefers a group: on which ground. */
  preference: fact(bilingual).optional(),
  /** Where it is given; none: not known per track. */
  places: z.array(z.strictObject({ region: z.string().regex(/^AM\d\d$/), place: z.string().trim().min(1) })),
  tracks: z
    .array(
      z.strictObject({
        id: shortId,
        name: bilingual,
        phases: z.array(phase).min(1).optional(),
        outcomes: z.array(
          z.strictObject({
            skill: z.string().min(1),
            level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
          }),
        ),
      }),
    )
    .min(1),
})

export const initiativeSchema = z
  .strictObject({
    id: shortId,
    name: bilingual,
    kind: z.enum(initiativeKinds),
    pillars: z.array(z.union(pillars.map((one) => z.literal(one)))).min(1),
    audiences: z.array(z.enum(initiativeAudiences)).min(1),
    /** The words by which the plan names it. */
    planNames: z.array(z.string().trim().min(1)).min(1).optional(),
    what: fact(bilingual),
    forWhom: fact(bilingual),
    entry: fact(z.array(bilingual).min(1)),
    phases: fact(z.array(phase).min(1)),
    whoPays: fact(z.array(payer).min(1)),
    regions: fact(z.union([z.literal('nationwide'), z.array(z.string().regex(/^AM\d\d$/)).min(1)])),
    training: training.optional(),
    /** A loan or grant that people can ask for: its dated rule in data/rules. */
    finance: z.strictObject({ rule: z.string().min(1) }).optional(),
    figures: z.array(figure),
    /** Sources with an address, to read on. */
    links: z.array(shortId),
  })
  .refine((one) => one.training === undefined || one.kind === 'training', 'Only a training has a part "training".')
  .refine((one) => (one.finance === undefined) === (one.kind !== 'finance'), 'Finance names its rule, and only finance does.')

export const sourceSchema = z
  .strictObject({
    id: shortId,
    title: bilingual,
    url: z.url().max(2000).optional(),
    /** Language of the page behind the address. */
    language: z.enum(['nl', 'en']).optional(),
    published: about.optional(),
    /** The day we saw a copy of it. */
    seenOn: z.iso.date(),
  })
  .refine((one) => (one.url === undefined) === (one.language === undefined), 'An address comes with its language.')

/** A programme, network, fund or agreement of the field, fact by fact with source, date and certainty (data/initiatives). */
export type Initiative = z.infer<typeof initiativeSchema>
export type InitiativeSource = z.infer<typeof sourceSchema>
export type InitiativeFigure = Initiative['figures'][number]
export type InitiativePhase = NonNullable<Initiative['phases']['value']>[number]
export type Certainty = z.infer<typeof certainty>

/** Length of a phase or stretch in whole weeks; a month is 52/12 weeks. Undefined when not known. */
export function weeksOf({ months, weeks }: Pick<InitiativePhase, 'months' | 'weeks'>): number | undefined {
  return weeks ?? (months === undefined ? undefined : Math.round((months * 52) / 12))
}
