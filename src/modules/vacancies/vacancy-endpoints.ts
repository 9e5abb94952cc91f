import { z } from 'zod'
import { type Api, cursorQuery, NotFound, pageOf, problemSchema } from '../../platform/index.ts'
import type { Vacancies } from './create-vacancies.ts'
import { type VacancyRecord, vacancyStates } from './vacancy.ts'
import type { VacancyFacets } from './vacancy-filter.ts'
import { facetsSchema, filterQuery, toFilter } from './vacancy-query.ts'

const vacancySummary = z
  .object({
    id: z.string(),
    title: z.string(),
    employer: z.string(),
    demo: z.boolean(),
    occupation: z.string().optional(),
    region: z.string().optional(),
    placeName: z.string().optional(),
    hours: z.tuple([z.number(), z.number()]).optional(),
    wageCents: z.tuple([z.number(), z.number()]).optional().describe('Gross cents per hour, without holiday pay.'),
    publishedOn: z.string(),
    closesOn: z.string().optional(),
  })
  .meta({ id: 'VacancyListed' })

const vacancyDetail = vacancySummary
  .extend({
    state: z.enum(vacancyStates).describe('Those that are not published are in no list.'),
    language: z.string(),
    description: z.string(),
    facts: z.record(z.string(), z.unknown()).describe('Terms and dates; what is not known is left out.'),
    requirements: z.array(
      z.object({
        skill: z.string(),
        weight: z.enum(['essential', 'important', 'somewhat']),
        level: z.number().optional(),
        evidence: z.enum(['claimed', 'evidenced', 'verified']).optional(),
        words: z.string().optional().describe('The words of the text it was read from.'),
      }),
    ),
    doubts: z
      .array(z.object({ reason: z.enum(['course', 'pool', 'unpaid', 'ownMoney']), words: z.string() }))
      .optional()
      .describe('Why this may be no job, with the words that say so. Left out: nothing says so.'),
    source: z.string(),
    sourceUrl: z.string().optional(),
  })
  .meta({ id: 'Vacancy' })

export function vacancyEndpoints(app: Api, vacancies: Vacancies): void {
  app.get(
    '/vacancies',
    {
      schema: {
        summary: 'Published vacancies, newest first',
        tags: ['vacancies'],
        querystring: z.object({ ...filterQuery, ...cursorQuery }),
        response: { 200: pageOf(vacancySummary), 400: problemSchema },
      },
    },
    async (request) => {
      const { cursor, limit, ...query } = request.query
      const page = await vacancies.list({ ...toFilter(query), cursor, limit })
      return { items: page.items.map(summary), ...(page.next === undefined ? {} : { next: page.next }) }
    },
  )

  app.get(
    '/vacancies/facets',
    {
      schema: {
        summary: 'How many published vacancies there are per region, occupation, hours and so on',
        description: 'Each count is under all other filters, so that it tells what another choice would give.',
        tags: ['vacancies'],
        querystring: z.object(filterQuery),
        response: { 200: facetsSchema, 400: problemSchema },
      },
    },
    async (request) => copied(await vacancies.facets(toFilter(request.query))),
  )

  app.get(
    '/vacancies/:id',
    {
      schema: {
        summary: 'One vacancy, whole',
        tags: ['vacancies'],
        params: z.object({
          id: z
            .string()
            .max(300)
            .meta({ examples: ['demo-vacancy-1'] }),
        }),
        response: { 200: vacancyDetail, 404: problemSchema },
      },
    },
    async (request) => {
      const found = await vacancies.find(request.params.id)
      if (!found) throw new NotFound('vacancy', request.params.id)
      return detail(found)
    },
  )
}

function summary(vacancy: VacancyRecord): z.infer<typeof vacancySummary> {
  const { id, title, employer, demo, occupation, region, placeName, facts, publishedOn, closesOn } = vacancy
  return {
    ...{ id, title, employer, demo, occupation, region, placeName, publishedOn, closesOn },
    hours: facts.hours && [...facts.hours],
    wageCents: facts.wageCents && [...facts.wageCents],
  }
}

function detail(vacancy: VacancyRecord): z.infer<typeof vacancyDetail> {
  const { state, language, description, facts, requirements, doubts, source, sourceUrl } = vacancy
  return {
    ...summary(vacancy),
    ...{ state, language, description, source, sourceUrl },
    facts: { ...facts },
    requirements: requirements.map((one) => ({ ...one })),
    ...(doubts ? { doubts: doubts.map((one) => ({ ...one })) } : {}),
  }
}

/** As the schema has it: lists of its own. */
function copied(facets: VacancyFacets): z.infer<typeof facetsSchema> {
  return structuredClone(facets) as z.infer<typeof facetsSchema>
}
