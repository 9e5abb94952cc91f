import { z } from 'zod'
import { type Api, languageQuery, NotFound, problemSchema } from '../../platform/index.ts'
import type { Catalogue, Concept, Language } from './catalogue.ts'

const conceptSummary = z
  .object({
    id: z.string(),
    scheme: z.string(),
    type: z.enum(['skill', 'occupation', 'group']),
    label: z.string(),
    kind: z.string().optional(),
  })
  .meta({ id: 'ConceptSummary' })

const conceptDetail = conceptSummary
  .extend({
    status: z.enum(['current', 'obsolete']),
    replacedBy: z.string().optional(),
    description: z.string().optional(),
    alternatives: z.array(z.string()),
    codes: z.record(z.string(), z.string()),
    broader: z.array(conceptSummary),
    narrower: z.array(conceptSummary),
    related: z.array(conceptSummary),
    skills: z
      .array(
        z.object({ skill: conceptSummary, weight: z.enum(['essential', 'important', 'somewhat']), level: z.number().optional() }),
      )
      .optional()
      .describe('Of an occupation.'),
  })
  .meta({ id: 'Concept' })

/** Concepts of all loaded taxonomies. */
export function conceptEndpoints(app: Api, skills: { catalogue(): Promise<Catalogue> }): void {
  app.get(
    '/concepts',
    {
      schema: {
        summary: 'Find a skill or an occupation: exact before prefix, word and typo',
        tags: ['concepts'],
        querystring: z.object({
          query: z
            .string()
            .trim()
            .min(1)
            .max(200)
            .meta({ examples: ['systeembeheer'] }),
          type: z.enum(['skill', 'occupation']).optional(),
          language: languageQuery,
          limit: z.coerce.number().int().min(1).max(50).default(10),
        }),
        response: {
          200: z.object({
            items: z.array(
              z.object({ concept: conceptSummary, matched: z.string(), how: z.enum(['exact', 'prefix', 'word', 'typo']) }),
            ),
          }),
          400: problemSchema,
        },
      },
    },
    async (request) => {
      const catalogue = await skills.catalogue()
      const { query, type, language, limit } = request.query
      const hits = catalogue.search(query, { language, limit, ...(type ? { type } : {}) })
      return {
        items: hits.map((hit) => ({ concept: summary(catalogue, hit.concept, language), matched: hit.matched, how: hit.how })),
      }
    },
  )

  app.get(
    '/concepts/:id',
    {
      schema: {
        summary: 'One concept with its links; an id is a URI and must be percent-encoded',
        tags: ['concepts'],
        params: z.object({
          id: z
            .string()
            .max(300)
            .meta({ examples: ['schakel:occupation/system-administrator'] }),
        }),
        querystring: z.object({ language: languageQuery }),
        response: { 200: conceptDetail, 404: problemSchema },
      },
    },
    async (request) => {
      const catalogue = await skills.catalogue()
      const concept = catalogue.find(request.params.id)
      if (!concept) throw new NotFound('concept', request.params.id)
      return detail(catalogue, concept, request.query.language)
    },
  )
}

function summary(catalogue: Catalogue, concept: Concept, language: Language): z.infer<typeof conceptSummary> {
  const { id, scheme, type, kind } = concept
  return { id, scheme, type, label: catalogue.label(id, language), ...(kind === undefined ? {} : { kind }) }
}

function detail(catalogue: Catalogue, concept: Concept, language: Language): z.infer<typeof conceptDetail> {
  const listed = (ids: readonly string[]): z.infer<typeof conceptSummary>[] =>
    ids.flatMap((id) => {
      const found = catalogue.find(id)
      return found ? [summary(catalogue, found, language)] : []
    })
  const description = catalogue.description(concept.id, language)
  return {
    ...summary(catalogue, concept, language),
    status: concept.status,
    ...(concept.replacedBy === undefined ? {} : { replacedBy: concept.replacedBy }),
    ...(description === undefined ? {} : { description }),
    alternatives: [...catalogue.alternatives(concept.id, language)],
    codes: { ...concept.codes },
    broader: listed(catalogue.broader(concept.id)),
    narrower: listed(catalogue.narrower(concept.id)),
    related: listed(catalogue.related(concept.id)),
    ...(concept.type === 'occupation'
      ? {
          skills: catalogue.skillsOf(concept.id).flatMap(({ skill, weight, level }) => {
            const [found] = listed([skill])
            return found ? [{ skill: found, weight, ...(level === undefined ? {} : { level }) }] : []
          }),
        }
      : {}),
  }
}
