import { z } from 'zod'
import { type Api, languageQuery, problemSchema, signalOfLeaving } from '../../platform/index.ts'
import type { MatchProfiles } from './create-match-profiles.ts'
import { peopleShownSchema } from './view-schema.ts'

const id = z.string().min(1).max(300)

/** People without names for a vacancy of an organisation. Each list is written down; each person sees who saw theirs. */
export function matchProfileEndpoints(app: Api, matchProfiles: Pick<MatchProfiles, 'forVacancy'>, perMinute: number): void {
  app.get(
    '/organisations/:organisation/vacancies/:vacancy/people',
    {
      config: { action: 'vacancy.people', rateLimit: { max: perMinute, timeWindow: '1 minute' } },
      schema: {
        summary: 'People without names who fit a vacancy of this organisation, now or after one training',
        description:
          'People who agreed to be found. What could single somebody out is coarsened or left out. At most fifty of each list; what was shown is written down.',
        tags: ['people'],
        params: z.object({
          organisation: id.meta({ examples: ['demo-organisation-employer-1'] }),
          vacancy: id.meta({ examples: ['demo-vacancy-1'] }),
        }),
        querystring: z.object({ language: languageQuery }),
        response: {
          200: peopleShownSchema,
          401: problemSchema,
          403: problemSchema,
          404: problemSchema,
          429: problemSchema,
          503: problemSchema,
        },
      },
    },
    (request, reply) =>
      matchProfiles.forVacancy(request.actor, request.params.vacancy, request.query.language, {
        organisation: request.params.organisation,
        signal: signalOfLeaving(reply.raw),
      }),
  )
}
