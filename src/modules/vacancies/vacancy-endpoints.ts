import { z } from 'zod'
import { type Api, cursorQuery, NotFound, pageOf, problemSchema } from '../../platform/index.ts'
import type { Vacancies } from './create-vacancies.ts'
import type { VacancyRecord } from './vacancy.ts'

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
    state: z.enum(['published', 'expired', 'withdrawn']),
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
        querystring: z.object({
          text: z.string().trim().min(1).max(200).optional().describe('In the title or the name of the employer.'),
          occupation: z.string().max(300).optional(),
          region: z.string().max(10).optional(),
          hours: z.coerce.number().int().min(1).max(60).optional().describe('Hours a week that must be possible.'),
          ...cursorQuery,
        }),
        response: { 200: pageOf(vacancySummary), 400: problemSchema },
      },
    },
    async (request) => {
      const { occupation, ...asked } = request.query
      const page = await vacancies.list({ ...asked, ...(occupation === undefined ? {} : { occupations: [occupation] }) })
      return { items: page.items.map(summary), ...(page.next === undefined ? {} : { next: page.next }) }
    },
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
  const { state, language, description, facts, requirements, source, sourceUrl } = vacancy
  return {
    ...summary(vacancy),
    ...{ state, language, description, source, sourceUrl },
    facts: { ...facts },
    requirements: requirements.map((one) => ({ ...one })),
  }
}
