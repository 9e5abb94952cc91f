import { z } from 'zod'
import { type Api, problemSchema, signalOfLeaving } from '../../platform/index.ts'
import { countingKnobs } from '../engines/index.ts'
import type { VacancyChecks } from './create-vacancy-checks.ts'
import { draftLimits } from './drafts.ts'
import { vacancyCheckSchema } from './view-schema.ts'

/** Longer ones are refused by the check itself, with the number of characters. */
const mostBodyCharacters = 900_000

const example = `Systeembeheerder

Je hebt een afgeronde hbo-opleiding en minimaal 5 jaar ervaring met Linux. Het werk is 40 uur per week in Utrecht.`

const body = z
  .strictObject({
    text: z
      .string()
      .max(mostBodyCharacters)
      .describe('The vacancy as plain text, in Dutch or English; its first line is the title.'),
    title: z.string().max(200).optional().describe('When it does not stand in the text.'),
    place: z.string().max(draftLimits.placeCharacters).optional().describe('Municipality where the work is.'),
    employer: z.string().max(draftLimits.employerCharacters).optional(),
    allowed: z
      .record(z.string().max(400), z.string().min(1).max(draftLimits.reasonCharacters))
      .optional()
      .describe('Why something stays, by the `key` of its item.'),
    counts: z.boolean().default(true).describe('False: nobody is counted, which is faster.'),
    language: z.enum(['nl', 'en']).default('nl').describe('Of what is said; the text may be in the other one.'),
  })
  .meta({ examples: [{ text: example, place: 'Utrecht', language: 'en' }] })

/** Every answer counts people several times: asking is limited as it is for pool effects. */
export function vacancyCheckEndpoints(app: Api, checks: VacancyChecks, perMinute: number): void {
  app.post(
    '/vacancy-checks',
    {
      config: { rateLimit: { max: Math.min(perMinute, countingKnobs.asksPerMinute), timeWindow: '1 minute' } },
      schema: {
        summary: 'What a vacancy text demands, what each demand costs in people, and how it can be said otherwise',
        description:
          'The text is read, answered and not kept. Counts are in tens; null is *fewer than ten*. Each suggestion carries the number of people that is reached when only it is taken over.',
        tags: ['matching'],
        body,
        response: { 200: vacancyCheckSchema, 400: problemSchema, 429: problemSchema, 503: problemSchema },
      },
    },
    (request, reply) => checks.check({ ...request.body, signal: signalOfLeaving(reply.raw) }),
  )
}
