import { z } from 'zod'
import { offeringFactsSchema, offeringSchema, programmeFactsSchema, programmeSchema } from '../programme.ts'

/** The part of OOAPI v6 (release candidate 3) that we write. Names, nesting and values are those of its document. */

const uuid = z.uuid()
const texts = z.array(z.object({ language: z.string(), value: z.string() })).min(1)
const code = z.object({ codeType: z.enum(['identifier', 'offering_code']), code: z.string() })
const delivery = z.enum(['online', 'presential', 'work_based'])

/** Who reads what lies in `consumer`: us, and whoever knows our field names. */
export const consumerKey = 'schakel'
const key = z.literal(consumerKey)

/** Everything we know of a programme, under our own names, so that reading it back loses nothing. */
const programmeConsumer = z.object({
  consumerKey: key,
  ...programmeSchema.omit({ facts: true }).shape,
  ...programmeFactsSchema.shape,
})

/** The same of an offering. `id` is ours: an offering with several starts stands in OOAPI once per start, each time whole. */
const offeringConsumer = z.object({
  consumerKey: key,
  ...offeringSchema.omit({ facts: true }).shape,
  ...offeringFactsSchema.shape,
})

export const ooapiOrganisation = z
  .object({
    organisationId: uuid,
    primaryCode: code,
    organisationType: z.literal('root'),
    name: texts,
  })
  .meta({ id: 'OoapiOrganisation' })

export const ooapiLearningOutcome = z
  .object({
    learningOutcomeId: uuid,
    primaryCode: code,
    name: texts,
    consumer: z.object({ consumerKey: key, skill: z.string(), level: z.number().int() }),
  })
  .meta({ id: 'OoapiLearningOutcome' })

export const ooapiProgramme = z
  .object({
    programmeId: uuid,
    primaryCode: code,
    programmeType: z.literal('programme'),
    name: texts,
    description: texts,
    teachingLanguages: z.array(z.string()).min(1).optional(),
    studyLoad: z.array(z.object({ studyLoadUnit: z.literal('hour'), value: z.number() })).optional(),
    modeOfStudy: z.enum(['full_time', 'part_time', 'dual_training', 'self_paced']).optional(),
    modesOfDelivery: z.array(delivery).optional(),
    duration: z.string().optional().describe('ISO 8601, as "P26W".'),
    enrolment: texts.optional().describe('Steps to get in, one a line.'),
    admissionRequirements: texts.optional().describe('For whom it is.'),
    learningOutcomeIds: z.array(uuid).optional(),
    link: z.string().optional(),
    organisationId: uuid,
    consumer: programmeConsumer,
  })
  .meta({ id: 'OoapiProgramme' })

export const ooapiOffering = z
  .object({
    programmeOfferingId: uuid,
    primaryCode: code,
    name: texts,
    state: z.literal('active'),
    teachingLanguages: z.array(z.string()).min(1).optional(),
    modesOfDelivery: z.array(delivery),
    maxNumberStudents: z.number().int().optional().describe('How many can still enrol.'),
    enrolmentPeriods: z.array(z.object({ startDateTime: z.string(), endDateTime: z.string().optional() })).optional(),
    startDateTime: z.string().optional(),
    endDateTime: z.string().optional(),
    addresses: z
      .array(
        z.object({
          addressType: z.literal('teaching'),
          city: z.string().optional(),
          countryCode: z.object({ 'iso3166-1-alpha2': z.literal('NL') }).optional(),
          geolocation: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
        }),
      )
      .optional(),
    priceInformation: z
      .array(z.object({ costType: z.literal('total_costs'), amount: z.string(), currency: z.literal('EUR') }))
      .optional(),
    link: z.string().optional(),
    programmeId: uuid,
    organisationId: uuid,
    consumer: offeringConsumer,
  })
  .meta({ id: 'OoapiProgrammeOffering' })

export type OoapiProgramme = z.infer<typeof ooapiProgramme>
export type OoapiOffering = z.infer<typeof ooapiOffering>
export type OoapiLearningOutcome = z.infer<typeof ooapiLearningOutcome>
export type OoapiOrganisation = z.infer<typeof ooapiOrganisation>
