import { z } from 'zod'
import { type Api, problemSchema, signalOfLeaving } from '../../platform/index.ts'
import { countingKnobs } from '../engines/index.ts'
import type { AskedAbout, PoolEffects } from './create-pool-effects.ts'
import { type DescribedVacancy, describedVacancySchema } from './described-vacancy.ts'
import { poolEffectSchema } from './view-schema.ts'

const id = z.string().min(1).max(300)

const exampleVacancy: DescribedVacancy = {
  requirements: [
    { skill: 'schakel:skill/sql', weight: 'essential', level: 2 },
    { skill: 'schakel:skill/python', weight: 'important' },
  ],
  facts: { hours: [32, 40], workLevel: { level: 6, orYears: 3 }, languages: [{ code: 'nl', level: 4 }] },
  municipality: 'Utrecht',
}

const body = z
  .strictObject({
    vacancy: z
      .union([id, describedVacancySchema])
      .optional()
      .describe('Id of a published vacancy, or a vacancy that is described.'),
    training: id.optional().describe('Id of an offering.'),
    language: z.enum(['nl', 'en']).default('nl'),
  })
  .refine(
    ({ vacancy, training }) => (vacancy === undefined) !== (training === undefined),
    'Give a vacancy or a training, one of them.',
  )
  .meta({
    examples: [{ vacancy: 'demo-vacancy-1', language: 'en' }, { vacancy: exampleVacancy }, { training: 'demo-offering-1' }],
  })

/** Questions about everybody who agreed to be counted. No answer tells of one person; asking is limited more than elsewhere. */
export function poolEffectEndpoints(app: Api, poolEffects: PoolEffects, perMinute: number): void {
  app.post(
    '/pool-effects',
    {
      config: { rateLimit: { max: Math.min(perMinute, countingKnobs.asksPerMinute), timeWindow: '1 minute' } },
      schema: {
        summary: 'What each demand of a vacancy or training costs in people',
        description:
          'Counts of people who agreed to be counted, in tens; null is *fewer than ten*. What a demand costs is how many more would be within reach without it alone.',
        tags: ['matching'],
        body,
        response: { 200: poolEffectSchema, 400: problemSchema, 404: problemSchema, 429: problemSchema, 503: problemSchema },
      },
    },
    (request, reply) =>
      poolEffects.effect({ ...aboutOf(request.body), language: request.body.language, signal: signalOfLeaving(reply.raw) }),
  )
}

function aboutOf({ vacancy, training }: z.infer<typeof body>): AskedAbout {
  if (typeof vacancy === 'string') return { vacancy }
  return vacancy === undefined ? { training: training ?? '' } : { described: vacancy }
}
