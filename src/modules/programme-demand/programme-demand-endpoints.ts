import { z } from 'zod'
import { type Api, problemSchema, signalOfLeaving } from '../../platform/index.ts'
import { countingKnobs } from '../engines/index.ts'
import type { ProgrammeDemand } from './create-programme-demand.ts'
import { curriculumSchema, waitingSchema } from './view-schema.ts'

const id = z.string().min(1).max(300)
const params = z.object({
  organisation: id.meta({ examples: ['demo-organisation-educator'] }),
  id: id.meta({ examples: ['demo-programme-draft'] }),
})
const region = z.string().max(20).optional().describe('Code of a labour-market region, or `all` for the whole country.')
const language = z.enum(['nl', 'en']).default('nl')
const problems = { 401: problemSchema, 403: problemSchema, 404: problemSchema, 409: problemSchema }
const often = { 429: problemSchema, 503: problemSchema }
const keys = 'A key needs the scope `programmes:read`.'

/** What waits for a programme, for its organisation's own systems: with a key, or as somebody who is signed in. */
export function programmeDemandEndpoints(app: Api, demand: ProgrammeDemand, perMinute: number): void {
  const config = {
    action: 'programme.list' as const,
    rateLimit: { max: Math.min(perMinute, countingKnobs.asksPerMinute), timeWindow: '1 minute' },
  }
  app.get(
    '/organisations/:organisation/programmes/:id/waiting',
    {
      config,
      schema: {
        summary: 'Who waits for a programme, and what stands at its other end',
        description: `Counts of people who agreed to be counted, in tens; null is *fewer than ten*. What the programme asks and how many people each thing keeps out; vacancies and employers at the other end. ${keys}`,
        tags: ['trainings'],
        params,
        querystring: z.object({
          offering: id.optional().describe('One of its offerings. Left out: the one that starts soonest.'),
          region,
          language,
        }),
        response: { 200: waitingSchema, ...problems, ...often },
      },
    },
    ({ actor, params: { organisation, id: programme }, query }, reply) =>
      demand.waiting(actor, { organisation, programme }, { ...query, signal: signalOfLeaving(reply.raw) }),
  )
  app.get(
    '/organisations/:organisation/programmes/:id/curriculum',
    {
      config,
      schema: {
        summary: 'What a programme teaches, against what vacancies ask',
        description: `Skills that vacancies of the occupations that it leads to ask, with the words of vacancies where it does not teach them, and what it teaches that none asks. ${keys}`,
        tags: ['trainings'],
        params,
        querystring: z.object({
          region,
          occupations: z
            .string()
            .max(2000)
            .optional()
            .describe('Ids of occupations, with commas between. Left out: those of which it teaches most.'),
          language,
        }),
        response: { 200: curriculumSchema, ...problems, ...often },
      },
    },
    ({ actor, params: { organisation, id: programme }, query: { occupations, ...query } }, reply) =>
      demand.curriculum(
        actor,
        { organisation, programme },
        { ...query, occupations: occupations?.split(',').filter(Boolean), signal: signalOfLeaving(reply.raw) },
      ),
  )
}
