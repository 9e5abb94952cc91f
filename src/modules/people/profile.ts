import { z } from 'zod'
import type { Cefr, Coordinates, Person } from '../../engine/matching/index.ts'
import type { Level } from '../../engine/taxonomy/index.ts'
import { Conflict, type DateText, firstFreeWeek } from '../../platform/index.ts'

const date = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'A date as 2027-01-31.')
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const cefr = z.union([1, 2, 3, 4, 5, 6].map((n) => z.literal(n as Cefr)))
const hours = z.number().int().min(1).max(60)
const conceptId = z.string().min(1).max(300)
const funding = z.enum(['can', 'cannot', 'ask'])

/** More than anybody can say, and few enough to compute with: what is asked costs time for every entry. */
const mostAnswers = 1_000
const mostEntries = 50

function recordOf<Key extends z.ZodType<string>, Value extends z.ZodType>(key: Key, value: Value, most: number) {
  return z.record(key, value).refine((given) => Object.keys(given).length <= most, `At most ${most} of these.`)
}

/**
 * What a person tells us. No name, no birth date, nothing that matching may never use (docs/decisions/0007). Every field
 * may be left out: silence is a value. Unknown fields are refused, so that nothing else can be kept by accident.
 */
export const profileSchema = z
  .strictObject({
    situation: z.enum(['jobEnds', 'unemployed', 'working', 'studying', 'returning', 'newcomer']).optional(),
    /** Last day of the present job. */
    jobEndsOn: date.optional(),
    occupations: z.array(conceptId).max(10).default([]),
    answers: recordOf(conceptId, z.union([z.enum(['no', 'little', 'yes']), level]), mostAnswers).default({}),
    /** Skills and occupations that were read from a CV of this person, and that the person said are not right. */
    notMeant: z.array(conceptId).max(mostAnswers).optional(),
    evidence: recordOf(conceptId, z.enum(['claimed', 'evidenced', 'verified']), mostAnswers).optional(),
    hours: z
      .tuple([hours, hours])
      .refine(([min, max]) => min <= max, 'The least hours come first.')
      .optional(),
    days: z.number().int().min(0).max(127).optional(),
    /** Four digits, or a municipality: never finer than travel needs. */
    postcode4: z
      .string()
      .regex(/^[1-9]\d{3}$/, 'Four digits, as 3511.')
      .optional(),
    municipality: z.string().max(80).optional(),
    maxMinutes: z.number().int().min(5).max(240).optional(),
    travelMode: z.enum(['walk', 'bike', 'transit', 'car']).optional(),
    remoteShareEnough: z.number().int().min(0).max(100).optional(),
    wageFloorMonthEuro: z.number().int().min(0).max(20_000).optional(),
    languages: recordOf(z.string().regex(/^[a-z]{2,3}$/), cefr, mostEntries).optional(),
    workLevel: z.number().int().min(1).max(8).optional(),
    diplomas: z
      .array(
        z.strictObject({
          level: z.number().int().min(1).max(8),
          field: z
            .string()
            .regex(/^\d{2,4}$/)
            .optional(),
        }),
      )
      .max(20)
      .optional(),
    experienceYears: z.number().int().min(0).max(60).optional(),
    licences: z.array(z.string().max(20)).max(20).optional(),
    certificateOfConduct: z.boolean().optional(),
    needsPermitSponsor: z.boolean().optional(),
    availableFrom: date.optional(),
    study: z
      .strictObject({
        hoursPerWeek: z.number().int().min(1).max(60).optional(),
        totalWeeks: z.number().int().min(1).max(156).optional(),
        ownCostEuro: z.number().int().min(0).max(100_000).optional(),
        lowestMonthEuro: z.number().int().min(0).max(20_000).optional(),
        onlineIsFine: z.boolean().optional(),
      })
      .optional(),
    /** Gross wage per month now, for the money picture. */
    wageNowMonthEuro: z.number().int().min(0).max(50_000).optional(),
    /** Months of WW still to come, as UWV told the person. */
    benefitMonths: z.number().int().min(0).max(24).optional(),
    incomeWhileTrainingMonthEuro: z.number().int().min(0).max(20_000).optional(),
    funding: recordOf(z.string().max(60), funding, mostEntries).optional(),
    goal: z
      .strictObject({
        occupations: z.array(conceptId).max(20).optional(),
        regions: z
          .array(z.string().regex(/^AM\d\d$/))
          .max(35)
          .optional(),
      })
      .optional(),
    preference: z.enum(['balanced', 'soonest', 'cheapest', 'surest']).optional(),
  })
  .describe('What a person can do and wants. All fields may be left out.')

export type Profile = z.infer<typeof profileSchema>

/** Where somebody is, as far as travel needs. */
export type FindPlace = (profile: Pick<Profile, 'postcode4' | 'municipality'>) => Coordinates | undefined

/** Travel limits when somebody gave a place but no limit; shown on the profile page as preset, and can be changed. */
export const presetTravel = { maxMinutes: 60, travelMode: 'transit' } as const

export function toEnginePerson(id: string, profile: Profile, findPlace: FindPlace): Person {
  const at = findPlace(profile)
  const from: DateText | undefined = profile.availableFrom
  return dropUndefined({
    id,
    occupations: profile.occupations,
    answers: profile.answers as Record<string, 'no' | 'little' | 'yes' | Level>,
    evidence: profile.evidence,
    hours: profile.hours,
    days: profile.days,
    place: at && {
      at,
      maxMinutes: profile.maxMinutes ?? presetTravel.maxMinutes,
      mode: profile.travelMode ?? presetTravel.travelMode,
      ...(profile.remoteShareEnough === undefined ? {} : { remoteShareEnough: profile.remoteShareEnough }),
    },
    wageFloorMonthEuro: profile.wageFloorMonthEuro,
    languages: profile.languages,
    workLevel: profile.workLevel,
    diplomas: profile.diplomas,
    experienceYears: profile.experienceYears,
    licences: profile.licences,
    certificateOfConduct: profile.certificateOfConduct,
    needsPermitSponsor: profile.needsPermitSponsor,
    availableFrom: from === undefined ? undefined : firstFreeWeek(from),
    study: profile.study,
    incomeWhileTrainingMonthEuro: profile.incomeWhileTrainingMonthEuro,
    funding: profile.funding,
  }) as unknown as Person
}

function dropUndefined(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** What a change was made from is not what is kept any more. Reading it again and changing that is all there is to do. */
export function changedMeanwhile(): Conflict {
  return new Conflict(
    'This profile was changed in another window meanwhile. Nothing is lost: look at it again, and say it again.',
  )
}
