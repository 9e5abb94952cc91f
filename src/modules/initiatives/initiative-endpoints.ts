import { z } from 'zod'
import { type Api, languageQuery, problemSchema } from '../../platform/index.ts'
import type { Initiatives } from './create-initiatives.ts'
import { type Initiative, initiativeAudiences, initiativeKinds, initiativeSchema, pillars, sourceSchema } from './initiative.ts'
import { programmeIdOf } from './initiative-programmes.ts'
import { sourcesOf } from './read-initiatives.ts'

const counted = z.array(z.object({ value: z.union([z.string(), z.number()]), count: z.number().int() }))

const summary = z
  .object({
    id: z.string(),
    name: z.string(),
    kind: z.enum(initiativeKinds),
    pillars: z.array(z.number().int()),
    audiences: z.array(z.string()),
    what: z.string().nullable(),
    forWhom: z.string().nullable(),
    regions: z
      .union([z.literal('nationwide'), z.array(z.string())])
      .nullable()
      .describe('Null: not known.'),
  })
  .meta({ id: 'InitiativeSummary' })

const detail = z
  .object({
    ...initiativeSchema.shape,
    programmes: z.array(z.string()).describe('Ids of its programmes, when it is a training.'),
    sources: z.array(sourceSchema).describe('Every source that its facts name.'),
  })
  .meta({ id: 'Initiative' })

/** What already works: the catalogue of initiatives, fact by fact with source, date and certainty. */
export function initiativeEndpoints(app: Api, initiatives: Initiatives): void {
  app.get(
    '/initiatives',
    {
      schema: {
        summary: 'Initiatives that work already, by audience, region, pillar and kind',
        tags: ['initiatives'],
        querystring: z.object({
          text: z.string().trim().min(1).max(200).optional().describe('All these words stand in its name or description.'),
          audience: z.enum(initiativeAudiences).optional(),
          region: z
            .string()
            .regex(/^AM\d\d$/)
            .optional()
            .describe('Works in this labour-market region, or in the whole country.'),
          pillar: z.coerce
            .number()
            .int()
            .min(1)
            .max(pillars.length)
            .optional()
            .describe('Pillar of the plan: 1 promotion, 2 schooling, 3 culture, 4 side entry, 5 regions.'),
          kind: z.enum(initiativeKinds).optional(),
          language: languageQuery,
        }),
        response: {
          200: z.object({
            items: z.array(summary),
            total: z.number().int(),
            facets: z.object({ audience: counted, region: counted, pillar: counted, kind: counted }),
          }),
          400: problemSchema,
        },
      },
    },
    async (request) => {
      const { language, pillar, ...rest } = request.query
      const filter = { ...rest, pillar: pillars.find((one) => one === pillar) }
      const items = initiatives.list(filter)
      const { audience, region, pillar: byPillar, kind } = initiatives.facets(filter)
      return {
        items: items.map((one) => summaryOf(one, language)),
        total: items.length,
        facets: { audience: [...audience], region: [...region], pillar: [...byPillar], kind: [...kind] },
      }
    },
  )

  app.get(
    '/initiatives/:id',
    {
      schema: {
        summary: 'One initiative: each fact with its source, date and certainty',
        tags: ['initiatives'],
        params: z.object({
          id: z
            .string()
            .min(1)
            .max(100)
            .meta({ examples: ['make-it-work'] }),
        }),
        response: { 200: detail, 404: problemSchema },
      },
    },
    async (request) => {
      const found = initiatives.get(request.params.id)
      return {
        ...found,
        programmes: (found.training?.tracks ?? []).map((track) => programmeIdOf(found, track)),
        sources: [...new Set(sourcesOf(found))].map((id) => initiatives.source(id)),
      }
    },
  )
}

function summaryOf(one: Initiative, language: 'nl' | 'en'): z.infer<typeof summary> {
  const { id, name, kind, what, forWhom, regions } = one
  return {
    id,
    name: name[language],
    kind,
    pillars: one.pillars,
    audiences: one.audiences,
    what: what.value?.[language] ?? null,
    forWhom: forWhom.value?.[language] ?? null,
    regions: regions.value,
  }
}
