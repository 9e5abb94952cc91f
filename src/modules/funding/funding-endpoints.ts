import { z } from 'zod'
import { type Api, date, languageQuery, problemSchema } from '../../platform/index.ts'
import { type ChoiceFact, choiceFacts, fundingKinds, fundingParties, numberFacts } from '../rules/index.ts'
import type { FundingAnswer } from './answer.ts'
import type { Funding } from './create-funding.ts'
import { factsSchema } from './facts.ts'

const question = z.object({
  fact: z.enum([...(Object.keys(choiceFacts) as ChoiceFact[]), ...numberFacts]),
  text: z.string(),
  choices: z
    .array(z.object({ value: z.string(), text: z.string() }))
    .readonly()
    .exactOptional(),
})

/** An amount of a scheme, low and high. */
export const fundingSumSchema = z.object({
  lowEuro: z.number(),
  highEuro: z.number().exactOptional().describe('Left out: no highest amount can be named.'),
  noMaximum: z.boolean(),
  share: z.tuple([z.number(), z.number()]).readonly().exactOptional().describe('Of the price, low and high.'),
  per: z.enum(['training', 'place', 'year', 'plan']),
})

const answer = z
  .object({
    id: z.string().describe('The id of its dated rule.'),
    title: z.string(),
    kind: z.enum(fundingKinds),
    status: z.enum(['open', 'closed', 'notYet']),
    verdict: z.enum(['can', 'cannot', 'ask']).describe('By what was told. Never a decision: `decides` names who takes it.'),
    reasons: z
      .array(
        z.object({
          state: z
            .enum(['met', 'unmet', 'open', 'judged', 'closed', 'notYet'])
            .describe('`open`: not told. `judged`: no fact settles it.'),
          text: z.string(),
        }),
      )
      .readonly(),
    question: question.exactOptional().describe('The one question that brings this furthest.'),
    decides: z.string(),
    sum: fundingSumSchema.exactOptional(),
    paidTo: z.enum(fundingParties).describe('Whose money it is.'),
    appliedBy: z.enum([...fundingParties, 'nobody']),
    helps: z.array(z.enum(fundingParties)).readonly(),
    counter: z
      .object({ state: z.enum(['open', 'opens', 'over']), from: date, to: date })
      .exactOptional()
      .describe('Left out: there is none, or its days are not known.'),
    ready: z.array(z.string()).readonly(),
    mind: z.string().exactOptional(),
    note: z.string().exactOptional(),
    source: z.string(),
    sourceUrl: z.string().exactOptional(),
    validFrom: date,
    validTo: date.exactOptional(),
    checkedOn: date,
    certainty: z.enum(['seen', 'seen-old', 'calculated', 'unverified', 'unknown']),
  })
  .meta({ id: 'FundingAnswer' }) satisfies z.ZodType<FundingAnswer>

const answers = z.object({ date, items: z.array(answer) })

const body = z
  .strictObject({
    facts: factsSchema.default({}),
    who: z.enum(fundingParties).optional().describe('Only schemes that are worth knowing for these.'),
    date: z.iso.date().optional().describe('Rules as they hold on this day; left out: today.'),
    language: z.enum(['nl', 'en']).default('nl'),
  })
  .meta({
    examples: [
      {
        facts: { situation: 'ww', training: 'course', months: 6, priceEuro: 3000, jobGuarantee: 'yes' },
        who: 'person',
        language: 'en',
      },
      { facts: { training: 'bbl', recognised: 'yes', practiceHours: 900, guidedHours: 240 }, who: 'employer' },
    ],
  })

/** Funding schemes, and what they say to what somebody tells. Nothing that is told is kept. */
export function fundingEndpoints(app: Api, funding: Funding): void {
  app.get(
    '/funding',
    {
      schema: {
        summary: 'Funding schemes, open and closed, with their conditions, source and date',
        tags: ['money'],
        querystring: z.object({
          who: z.enum(fundingParties).optional(),
          date: z.iso.date().optional().describe('Rules as they hold on this day; left out: today.'),
          language: languageQuery,
        }),
        response: { 200: answers, 400: problemSchema },
      },
    },
    async (request) => {
      const { who, date: day, language } = request.query
      const { date: on, answers: items } = await funding.check({ facts: {}, who, date: day, language })
      return { date: on, items: [...items] }
    },
  )

  app.post(
    '/funding-checks',
    {
      schema: {
        summary: 'What each funding scheme says to these facts: can, cannot or ask whom',
        description:
          'A reading of dated rules, never a decision. What is left out is unknown: then the answer is *ask*, with the one question that brings it furthest. Nothing is kept.',
        tags: ['money'],
        body,
        response: { 200: answers, 400: problemSchema },
      },
    },
    async (request) => {
      const { facts, who, date: day, language } = request.body
      const { date: on, answers: items } = await funding.check({ facts, who, date: day, language })
      return { date: on, items: [...items] }
    },
  )
}
