import { z } from 'zod'
import { type Api, problemSchema, signalOfLeaving } from '../../platform/index.ts'
import { profileSchema } from '../people/index.ts'
import type { Asked, Planner } from './planner.ts'
import { doorsSchema, matchesSchema, plansSchema, whyNotSchema } from './view-schemas.ts'

const id = z.string().min(1).max(300)

const goalSchema = z
  .strictObject({
    vacancies: z.array(id).max(100).optional(),
    occupations: z.array(id).max(20).optional(),
    regions: z.array(z.string().max(10)).max(35).optional(),
  })
  .describe('What is wanted. Left out: the goal of the profile; without one, everything.')

const exampleProfile = {
  occupations: ['schakel:occupation/administrative-employee'],
  answers: {},
  hours: [32, 36],
  municipality: 'Amersfoort',
  maxMinutes: 60,
  travelMode: 'transit',
  languages: { nl: 6, en: 3 },
}

const askedFields = {
  profile: profileSchema.meta({ examples: [exampleProfile] }),
  language: z.enum(['nl', 'en']).default('nl'),
  preference: z.enum(['balanced', 'soonest', 'cheapest', 'surest']).optional(),
  goal: goalSchema.optional(),
}

const asked = z.strictObject(askedFields).meta({ examples: [{ profile: exampleProfile, language: 'en' }] })

const problems = { 400: problemSchema, 404: problemSchema, 429: problemSchema, 503: problemSchema }

/** Questions about one person. The profile is in the body of the request and is not kept. */
export function planningEndpoints(app: Api, planner: Planner, perMinute: number): void {
  const config = { rateLimit: { max: perMinute, timeWindow: '1 minute' } }

  app.post(
    '/matches',
    {
      config,
      schema: {
        summary: 'Vacancies whose terms fit, best fit first',
        tags: ['matching'],
        body: z
          .strictObject({ ...askedFields, limit: z.number().int().min(1).max(100).optional() })
          .meta({ examples: [{ profile: exampleProfile, language: 'en', limit: 5 }] }),
        response: { 200: matchesSchema, ...problems },
      },
    },
    (request, reply) => planner.matches(toAsked(request.body, signalOfLeaving(reply.raw))),
  )

  app.post(
    '/plans',
    {
      config,
      schema: {
        summary: 'Plans: now, training(s), job; dated, priced and explained',
        description:
          'Without a goal: the best vacancies, each with its best path. With one: the plans of which none is worse in every respect.',
        tags: ['planning'],
        body: asked,
        response: { 200: plansSchema, ...problems },
      },
    },
    (request, reply) => planner.plans(toAsked(request.body, signalOfLeaving(reply.raw))),
  )

  app.post(
    '/doors',
    {
      config,
      schema: {
        summary: 'What each training newly opens',
        tags: ['planning'],
        body: asked,
        response: { 200: doorsSchema, ...problems },
      },
    },
    (request, reply) => planner.doors(toAsked(request.body, signalOfLeaving(reply.raw))),
  )

  app.post(
    '/why-not',
    {
      config,
      schema: {
        summary: 'Why (not) this vacancy, and the smallest change that opens it',
        tags: ['matching'],
        body: z
          .strictObject({ ...askedFields, vacancy: id })
          .meta({ examples: [{ profile: exampleProfile, language: 'en', vacancy: 'demo-vacancy-1' }] }),
        response: { 200: whyNotSchema, ...problems },
      },
    },
    (request, reply) => {
      const { vacancy, ...rest } = request.body
      return planner.whyNot(toAsked(rest, signalOfLeaving(reply.raw)), vacancy)
    },
  )
}

/** Leaves out what was not given, so that silence stays silence. */
function toAsked(body: object, signal: AbortSignal): Asked & { readonly limit?: number } {
  const given = Object.entries(body).filter(([, value]) => value !== undefined)
  return { ...(Object.fromEntries(given) as unknown as Asked), signal }
}
