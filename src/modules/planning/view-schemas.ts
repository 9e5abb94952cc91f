/** The views as the API describes and checks them. A view's type and its schema must agree, or it does not compile. */
import { z } from 'zod'
import { date } from '../../platform/index.ts'
import { fundingSumSchema } from '../funding/index.ts'
import type {
  ChangeView,
  DoorsView,
  DoorView,
  MatchesView,
  PlanGroupView,
  PlansView,
  PlanView,
  SkillReason,
  WhyNotView,
} from './views.ts'

const quotient = z.object({ of: z.number().int(), outOf: z.number().int() }).describe('An exact quotient of integers.')
const pair = z.tuple([z.number(), z.number()]).readonly()

export const vacancySummary = z
  .object({
    id: z.string(),
    title: z.string(),
    employer: z.string(),
    demo: z.boolean(),
    occupation: z.string().exactOptional(),
    occupationLabel: z.string().exactOptional(),
    region: z.string().exactOptional(),
    regionName: z.string().exactOptional(),
    placeName: z.string().exactOptional(),
    remoteShare: z.number().exactOptional(),
    hours: pair.exactOptional(),
    wageMonthEuro: pair.exactOptional().describe('Gross per month at the most hours both sides allow.'),
    wageHourCents: pair.exactOptional(),
    startFrom: date.exactOptional(),
    closesOn: date.exactOptional(),
  })
  .meta({ id: 'VacancySummary' })

export const trainingSummary = z
  .object({
    offering: z.string(),
    programme: z.string(),
    title: z.string(),
    provider: z.string(),
    online: z.boolean(),
    placeName: z.string().exactOptional(),
    weeks: z.number(),
    hoursPerWeek: z.number(),
    feeEuro: z.number(),
    seats: z.number().exactOptional(),
  })
  .meta({ id: 'TrainingSummary' })

const value = z.union([z.number(), z.boolean(), z.string(), z.array(z.number()).readonly()])
const condition = z
  .object({
    key: z.string().describe('`skill:<id>`, `hours`, `place`, `wage`, `language:nl`, ...'),
    label: z.string().exactOptional(),
    state: z.enum(['unmet', 'unknown']),
    asked: value,
    found: value.exactOptional(),
    distance: z.number(),
    evidenceLacking: z.enum(['claimed', 'evidenced']).exactOptional(),
  })
  .meta({ id: 'Condition' })

const how = z.enum(['same', 'specific', 'close', 'related', 'sibling', 'general'])
const skillReason = z
  .object({
    skill: z.string(),
    label: z.string(),
    weight: z.enum(['essential', 'important', 'somewhat']),
    need: z.number(),
    state: z.enum(['have', 'near', 'learn', 'miss', 'unknown']),
    credit: pair.describe('In 1/1200, low and high.'),
    through: z
      .object({
        skill: z.string(),
        label: z.string(),
        how,
        level: z.number(),
        evidence: z.enum(['claimed', 'evidenced', 'verified']),
      })
      .exactOptional(),
    learntIn: z.string().exactOptional(),
  })
  .meta({ id: 'SkillReason' }) satisfies z.ZodType<SkillReason>

const step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('wait'), from: date, until: date }),
  z.object({ kind: z.literal('training'), from: date, until: date, training: trainingSummary, withWage: z.boolean() }),
  z.object({ kind: z.literal('job'), from: date, vacancy: vacancySummary }),
])

const figure = z.object({ of: z.number(), outOf: z.number(), cohort: z.string(), source: z.string() })

const fundingLines = z.array(
  z.object({
    scheme: z.string(),
    label: z.string(),
    isLoan: z.boolean(),
    verdict: z.enum(['can', 'ask']),
    decides: z.string(),
    sum: fundingSumSchema.exactOptional(),
  }),
)

const plan = z
  .object({
    id: z.string(),
    kind: z.enum(['direct', 'trainThenHire', 'hireThenTrain', 'dual']),
    certain: z.boolean().describe('False: exists only if what we do not know turns out well.'),
    toCheck: z.array(condition).readonly(),
    titledBy: z.enum(['vacancy', 'occupation']),
    vacancy: vacancySummary,
    steps: z.array(step).readonly(),
    readyOn: date,
    readyInWeeks: z.number().int(),
    firstPaidOn: date,
    ownCostEuro: z.number(),
    askFundingEuro: z.number(),
    payers: z
      .array(z.object({ who: z.string(), label: z.string(), euro: z.number(), certainty: z.enum(['sure', 'can', 'ask']) }))
      .readonly(),
    loans: z
      .array(
        z.object({
          scheme: z.string(),
          label: z.string(),
          fromEuro: z.number().exactOptional(),
          toEuro: z.number().exactOptional(),
        }),
      )
      .readonly()
      .describe('Loans one can ask for. They are paid back, and lower no cost.'),
    funding: fundingLines
      .readonly()
      .describe('Open schemes that may pay for the person. What is counted stands among the payers.'),
    employerFunding: fundingLines.readonly().describe('What the employer may get. Never the money of the person.'),
    money: z
      .array(
        z.object({
          month: z.string(),
          kind: z.enum(['wageNow', 'benefit', 'trainingIncome', 'wage', 'unknown']),
          euro: z.number().exactOptional(),
          range: z
            .object({ lowEuro: z.number(), highEuro: z.number() })
            .exactOptional()
            .describe('The amount is not known and lies between these: minimum wages by age.'),
          rules: z.array(z.string()).readonly(),
        }),
      )
      .readonly(),
    lowestMonthEuro: z.number().exactOptional(),
    studyHoursPerWeek: z.number(),
    fit: quotient,
    skills: z.array(skillReason).readonly(),
    chance: z.enum(['very likely', 'likely', 'fair', 'unlikely', 'unknown', 'no training']),
    chanceParts: z
      .array(
        z.object({
          offering: z.string(),
          title: z.string(),
          completion: figure.exactOptional(),
          placement: figure.exactOptional(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Plan' })

const planGroup = z
  .object({
    best: plan,
    plans: z.number().int(),
    opensLow: z.number().int(),
    opensHigh: z.number().int(),
    examples: z.array(vacancySummary).readonly(),
    folded: z.array(z.array(trainingSummary).readonly()).readonly(),
  })
  .meta({ id: 'PlanGroup' })

export const basis = z
  .object({
    taxonomy: z.string(),
    transferModel: z.string(),
    data: z.string(),
    demo: z.boolean(),
    vacancies: z.number().int(),
    offerings: z.number().int(),
    on: date,
    limited: z
      .object({ trainings: z.number().int(), readyBy: date })
      .optional()
      .describe('Only where there was no time for more: whole for paths of at most so many trainings, over by that day.'),
  })
  .describe('What this answer rests on.')
  .meta({ id: 'Basis' })

const change = z
  .object({
    changes: z
      .array(
        z.object({
          item: z.string(),
          label: z.string().exactOptional(),
          skill: z.string().exactOptional(),
          code: z.string().exactOptional(),
          to: z.number().exactOptional(),
          by: z.number().exactOptional(),
        }),
      )
      .readonly(),
    opensLow: z.number().int(),
    opensHigh: z.number().int(),
    examples: z.array(vacancySummary).readonly(),
    withTraining: z.boolean(),
  })
  .meta({ id: 'Change' })

const question = z.object({ ask: z.string(), label: z.string().exactOptional(), changes: z.number() })
const mostly = z.array(z.object({ occupation: z.string(), label: z.string(), vacancies: z.number().int() })).readonly()

const door = z
  .object({
    path: z.array(trainingSummary).readonly(),
    starts: z.array(date).readonly(),
    readyOn: date,
    readyInWeeks: z.number().int(),
    ownCostEuro: z.number(),
    studyHoursPerWeek: z.number(),
    opensLow: z.number().int(),
    opensHigh: z.number().int(),
    mostly,
    bestOn: z.array(z.enum(['most', 'soonest', 'cheapest'])).readonly(),
  })
  .meta({ id: 'Door' })

const ask = z
  .object({
    offering: z.string(),
    programme: z.string(),
    title: z.string(),
    provider: z.string(),
    online: z.boolean(),
    placeName: z.string().exactOptional(),
    weeks: z.number().int().exactOptional(),
    hoursPerWeek: z.number().exactOptional(),
    feeEuro: z.number().exactOptional(),
    unknown: z.array(z.enum(['start', 'length', 'load', 'price'])).readonly(),
    isDerived: z.boolean(),
    opensLow: z.number().int(),
    opensHigh: z.number().int(),
    mostly,
  })
  .describe('A training to ask the provider about: its dates or price are not known, so it is in no plan.')
  .meta({ id: 'Ask' })

export const plansSchema = z
  .object({
    basis,
    preference: z.enum(['balanced', 'soonest', 'cheapest', 'surest']),
    counts: z.object({ certain: z.number().int(), high: z.number().int() }),
    groups: z.array(planGroup).readonly(),
    changes: z
      .array(change)
      .readonly()
      .exactOptional()
      .describe('What would open most among all vacancies, whatever the goal; with training only where there is no plan.'),
    notYet: z.object({ changes: z.array(change).readonly() }).exactOptional(),
    question: question.exactOptional(),
    asks: z.array(ask).readonly(),
  })
  .meta({ id: 'Plans' })

export const doorsSchema = z
  .object({
    basis,
    openNow: pair,
    openNowMostly: mostly,
    doors: z.array(door).readonly(),
    others: z.array(door).readonly(),
    question: question.exactOptional(),
    changes: z.array(change).readonly(),
  })
  .meta({ id: 'Doors' })

export const matchesSchema = z
  .object({
    basis,
    fitNow: pair,
    eligible: pair,
    matches: z
      .array(
        z.object({
          vacancy: vacancySummary,
          fitLow: quotient,
          fitHigh: quotient,
          certain: z.boolean(),
          fitsNow: z.boolean(),
          mayFit: z.boolean(),
          check: z.array(condition).readonly(),
        }),
      )
      .readonly(),
  })
  .meta({ id: 'Matches' })

export const whyNotSchema = z
  .object({
    basis,
    vacancy: vacancySummary,
    conditions: z.array(condition).readonly(),
    skills: z.array(skillReason).readonly(),
    fit: z.object({ low: quotient, high: quotient }),
    changes: z.array(change).readonly(),
    plans: z.array(planGroup).readonly(),
  })
  .meta({ id: 'WhyNot' })

/** A schema must take every view. (The other way the schema is wider: keys are text.) */
type Takes<View, Schema extends z.ZodType> = View extends z.output<Schema> ? true : never
const _checked: [
  Takes<PlanView, typeof plan>,
  Takes<PlanGroupView, typeof planGroup>,
  Takes<ChangeView, typeof change>,
  Takes<DoorView, typeof door>,
  Takes<PlansView, typeof plansSchema>,
  Takes<DoorsView, typeof doorsSchema>,
  Takes<MatchesView, typeof matchesSchema>,
  Takes<WhyNotView, typeof whyNotSchema>,
] = [true, true, true, true, true, true, true, true]
