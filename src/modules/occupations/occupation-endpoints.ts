import { z } from 'zod'
import { type Api, date, languageQuery, problemSchema } from '../../platform/index.ts'
import type { Occupations } from './create-occupations.ts'

const summarySchema = z
  .object({
    id: z.string(),
    slug: z.string().describe('Its name in an address.'),
    label: z.string(),
    ict: z.boolean().describe('False: an occupation people come from.'),
    description: z.string().optional(),
    openings: z.number().int().describe('Vacancies that are open now.'),
  })
  .meta({ id: 'OccupationSummary' })

const teachingSchema = z
  .object({
    id: z.string(),
    title: z.string(),
    provider: z.string(),
    demo: z.boolean(),
    teaches: z.number().int(),
    outOf: z.number().int(),
    weeks: z.number().int().optional(),
  })
  .describe('Teaches `teaches` of `outOf` skills to the level asked.')

const nearSchema = summarySchema
  .extend({
    has: z.number().int(),
    alike: z.number().int(),
    outOf: z.number().int(),
    missing: z.array(z.string()),
    programme: teachingSchema.optional(),
  })
  .describe('The first work brings `has` of the `outOf` essential skills of the second; of `alike` more, something related.')

const rangeSchema = z
  .object({ lowCents: z.number().int(), middleCents: z.number().int(), highCents: z.number().int() })
  .describe('Gross cents an hour, without holiday pay: at 25, 50 and 75 of 100.')

const occupationSchema = summarySchema
  .extend({
    language: z.enum(['nl', 'en']),
    alternatives: z.array(z.string()),
    skills: z.array(
      z.object({
        skill: z.string(),
        label: z.string(),
        weight: z.enum(['essential', 'important', 'somewhat']),
        level: z.number().int().optional(),
      }),
    ),
    codes: z.array(
      z.object({
        system: z.enum(['isco', 'brc', 'ecf', 'ecsf', 'crebo', 'esco']),
        code: z.string(),
        label: z.string().optional(),
        url: z.string().optional(),
      }),
    ),
    from: z.array(nearSchema).describe('Doors in.'),
    to: z.array(nearSchema).describe('Doors out, to ICT work.'),
    groupWage: z
      .object({
        group: z.string(),
        groupLabel: z.string(),
        range: rangeSchema.optional(),
        from: date,
        until: date.optional(),
        source: z.string(),
        sourceUrl: z.string().optional(),
        checkedOn: date,
      })
      .optional()
      .describe('Of the whole group of occupations (BRC 2014), not of this occupation alone.'),
    vacancyWages: z.object({ named: z.number().int(), notNamed: z.number().int(), range: rangeSchema.optional() }),
    regions: z.array(z.object({ region: z.string(), name: z.string(), openings: z.number().int() })),
    openingsWithoutRegion: z.number().int(),
    programmeCount: z.number().int(),
    programmes: z.array(teachingSchema).describe('Those that teach most of the essentials, most first.'),
  })
  .meta({ id: 'Occupation' })

/** Occupations: what they ask, where they lead, what they pay, where they are open. */
export function occupationEndpoints(app: Api, occupations: Occupations): void {
  app.get(
    '/occupations',
    {
      schema: {
        summary: 'Occupations by label, or those that a text finds',
        tags: ['occupations'],
        querystring: z.object({
          text: z.string().trim().min(1).max(200).optional().describe('In one of its names.'),
          kind: z.enum(['ict', 'other']).optional().describe('ICT work, or work people come from.'),
          language: languageQuery,
        }),
        response: { 200: z.object({ items: z.array(summarySchema) }), 400: problemSchema },
      },
    },
    async (request) => ({ items: summarySchema.array().parse(await occupations.list(request.query)) }),
  )

  app.get(
    '/occupations/:id',
    {
      schema: {
        summary: 'One occupation: skills, doors in and out, wages with their source, openings by region, programmes',
        tags: ['occupations'],
        params: z.object({
          id: z
            .string()
            .min(1)
            .max(300)
            .meta({ examples: ['system-administrator'] })
            .describe('Slug or id; an id is a URI and must be percent-encoded.'),
        }),
        querystring: z.object({ language: languageQuery }),
        response: { 200: occupationSchema, 404: problemSchema },
      },
    },
    async (request) => occupationSchema.parse(await occupations.get(request.params.id, request.query.language)),
  )
}
