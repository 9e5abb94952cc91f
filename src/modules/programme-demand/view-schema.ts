/** The views as the API describes and checks them. View and schema must agree, or it does not compile. */
import { z } from 'zod'
import { basisSchema, vacancySummarySchema } from '../planning/index.ts'
import type { CurriculumView, WaitingView } from './views.ts'

const count = z.number().int().multipleOf(10).nullable()
const pair = z
  .tuple([count, count])
  .readonly()
  .describe('People in tens; null: fewer than ten. First with everything unknown as not met, then as met.')
const vacancies = z.number().int().describe('Vacancies, exact.')

const programme = z.object({ id: z.string(), title: z.string(), titleLanguage: z.enum(['nl', 'en']), demo: z.boolean() })
const region = z
  .object({ code: z.string(), name: z.string() })
  .exactOptional()
  .describe('The labour-market region of the vacancies. Left out: the whole country.')

const offering = z.object({
  id: z.string(),
  online: z.boolean(),
  placeName: z.string().exactOptional(),
  feeEuro: z.number(),
  rolling: z.boolean(),
  nextStart: z.string().exactOptional(),
})

const demand = {
  demand: z
    .string()
    .describe(
      '`skill:<id>`, `studyHours`, `studyDays`, `studyPlace`, `studyOnline`, `language:nl`, `studyCost`, `studyWeeks`, `studyStart`.',
    ),
  label: z.string().exactOptional(),
}

const counts = z
  .object({
    pool: z.number().int().multipleOf(10).describe('People who are counted.'),
    needs: pair.meta({ title: 'People for whom it would open a vacancy that they cannot do now' }),
    canBegin: pair.meta({ title: 'Of these, people against whom nothing stands that the training asks' }),
    demands: z
      .array(z.object({ ...demand, against: pair, costs: pair }))
      .readonly()
      .describe(
        '`against`: how many of those each thing that it asks stands against. `costs`: how many more could begin without it alone.',
      ),
    pairs: z
      .array(z.object({ demands: z.tuple([z.object(demand), z.object(demand)]).readonly(), more: pair }))
      .readonly()
      .describe('Pairs that keep out people whom neither keeps out alone.'),
    all: pair.meta({ title: 'How many more could begin if it asked nothing' }),
    lower: z
      .array(z.object({ skill: z.string(), label: z.string(), level: z.number().int(), costs: pair }))
      .readonly()
      .describe('How many more could begin were this prerequisite one level less.'),
    otherEnd: z.object({
      vacancies: vacancies.describe('Vacancies of the region of which it teaches an essential.'),
      lookedAt: vacancies.describe('Of these, how many were looked at.'),
      opens: vacancies.describe('That it would open for at least ten people.'),
      first: z.array(z.object({ vacancy: vacancySummarySchema, people: pair })).readonly(),
      employers: z
        .array(z.object({ employer: z.string(), vacancies }))
        .readonly()
        .describe('Of the vacancies listed.'),
    }),
  })
  .meta({ id: 'WaitingCounts' })

export const waitingSchema = z
  .object({
    basis: basisSchema,
    programme,
    offering: offering.exactOptional(),
    offerings: z.array(offering).readonly(),
    region,
    isDual: z.boolean().describe('It carries a job, and that alone stands at its other end.'),
    kept: count.describe('People who agreed to be counted and keep a plan with it, in tens; null: fewer than ten.'),
    leastPool: z.number().int(),
    counts: counts.exactOptional(),
    notCounted: z
      .enum(['notPublished', 'noOffering', 'tooFew'])
      .exactOptional()
      .describe('Why there are no counts. `noOffering`: no offering has a start, length, load and price.'),
  })
  .meta({ id: 'ProgrammeWaiting' })

const quote = z.object({
  vacancy: z.string(),
  title: z.string(),
  employer: z.string(),
  demo: z.boolean(),
  essential: z.boolean(),
  words: z.string(),
  sentence: z.string().exactOptional(),
  language: z.string(),
})

export const curriculumSchema = z
  .object({
    basis: basisSchema,
    programme,
    region,
    occupations: z
      .array(
        z.object({
          id: z.string(),
          slug: z.string(),
          label: z.string(),
          openings: vacancies,
          teaches: z.number().int(),
          outOf: z.number().int(),
          isChosen: z.boolean(),
        }),
      )
      .readonly()
      .describe('ICT occupations of which it teaches an essential, most first; vacancies of the chosen ones are looked at.'),
    vacancies,
    concepts: z.number().int().describe('Skills that these ask in all.'),
    asked: z
      .array(
        z.object({
          skill: z.string(),
          label: z.string(),
          essential: vacancies,
          plus: vacancies,
          taught: vacancies,
          tooLow: vacancies,
          near: vacancies,
          missing: vacancies,
          quotes: z.array(quote).readonly(),
        }),
      )
      .readonly()
      .describe('Asked by most first. `taught`, `tooLow`, `near` and `missing` add up to `essential` and `plus` together.'),
    outcomes: z
      .array(
        z.object({
          skill: z.string(),
          label: z.string(),
          level: z.number().int(),
          asked: vacancies,
          askedHigher: vacancies,
          near: vacancies,
        }),
      )
      .readonly()
      .describe('What it teaches, with how many vacancies ask it, ask it higher, or ask only something near.'),
    nothing: z.enum(['noOutcomes', 'noOccupation', 'noVacancies']).exactOptional(),
  })
  .meta({ id: 'ProgrammeCurriculum' })

const _waiting: WaitingView extends z.output<typeof waitingSchema> ? true : never = true
const _curriculum: CurriculumView extends z.output<typeof curriculumSchema> ? true : never = true
