import { z } from 'zod'
import { type Api, cursorQuery, languageQuery, NotFound, pageOf, problemSchema } from '../../platform/index.ts'
import type { Trainings } from './create-trainings.ts'
import { type OfferingRecord, offeringFactsSchema, type Programme, programmeFactsSchema } from './programme.ts'

const id = z.string().min(1).max(300)

const programmeSummary = z
  .object({
    id: z.string(),
    title: z.string(),
    provider: z.string(),
    demo: z.boolean(),
    form: programmeFactsSchema.shape.form,
    weeks: z.number().int().optional().describe('Left out: not known.'),
    hoursPerWeek: z.number().int().optional().describe('Left out: not known.'),
  })
  .meta({ id: 'ProgrammeSummary' })

const programmeDetail = z
  .object({
    ...programmeSummary.shape,
    ...programmeFactsSchema.shape,
    description: z.string(),
    source: z.string(),
    offerings: z.array(z.string()).describe('Ids of its offerings.'),
  })
  .meta({ id: 'Programme' })

const offeringDetail = z
  .object({
    id: z.string(),
    programme: z.string(),
    demo: z.boolean(),
    region: z.string().optional(),
    placeName: z.string().optional(),
    ...offeringFactsSchema.shape,
  })
  .meta({ id: 'Offering' })

/** What is taught, and where and when. */
export function trainingEndpoints(app: Api, trainings: Trainings): void {
  app.get(
    '/programmes',
    {
      schema: {
        summary: 'Programmes by title',
        tags: ['trainings'],
        querystring: z.object({
          text: z.string().trim().min(1).max(200).optional().describe('In the title or the name of the provider.'),
          region: z.string().max(10).optional().describe('Given in this labour-market region, or online.'),
          skill: z.string().max(300).optional().describe('Teaches this skill.'),
          language: languageQuery,
          ...cursorQuery,
        }),
        response: { 200: pageOf(programmeSummary), 400: problemSchema },
      },
    },
    async (request) => {
      const { language, ...asked } = request.query
      const page = await trainings.listProgrammes(asked)
      return {
        items: page.items.map((programme) => summary(programme, language)),
        ...(page.next === undefined ? {} : { next: page.next }),
      }
    },
  )

  app.get(
    '/programmes/:id',
    {
      schema: {
        summary: 'One programme: what it asks, what it teaches, how it went',
        tags: ['trainings'],
        params: z.object({ id: id.meta({ examples: ['demo-programme-1'] }) }),
        querystring: z.object({ language: languageQuery }),
        response: { 200: programmeDetail, 404: problemSchema },
      },
    },
    async (request) => {
      const programme = await getGiven(trainings, request.params.id)
      const offerings = await trainings.offeringsOf(programme.id)
      const { language } = request.query
      return {
        ...summary(programme, language),
        ...copyFacts(programme),
        description: programme.description[language],
        source: programme.source,
        offerings: offerings.map((offering) => offering.id),
      }
    },
  )

  app.get(
    '/programmes/:id/offerings',
    {
      schema: {
        summary: 'Where and when a programme is given, at what price',
        tags: ['trainings'],
        params: z.object({ id: id.meta({ examples: ['demo-programme-1'] }) }),
        response: { 200: z.object({ items: z.array(offeringDetail) }), 404: problemSchema },
      },
    },
    async (request) => {
      const programme = await getGiven(trainings, request.params.id)
      return { items: (await trainings.offeringsOf(programme.id)).map(offeringView) }
    },
  )

  app.get(
    '/offerings/:id',
    {
      schema: {
        summary: 'One offering',
        tags: ['trainings'],
        params: z.object({ id: id.meta({ examples: ['demo-offering-1'] }) }),
        response: { 200: offeringDetail, 404: problemSchema },
      },
    },
    async (request) => {
      const offering = await trainings.getOffering(request.params.id)
      if ((await trainings.getProgramme(offering.programme)).withdrawn) throw new NotFound('offering', offering.id)
      return offeringView(offering)
    },
  )
}

/** What is given no more is not there for programs. @throws NotFound */
async function getGiven(trainings: Trainings, id: string): Promise<Programme> {
  const programme = await trainings.getProgramme(id)
  if (programme.withdrawn) throw new NotFound('programme', id)
  return programme
}

function summary(programme: Programme, language: 'nl' | 'en'): z.infer<typeof programmeSummary> {
  const { form, weeks, hoursPerWeek } = programme.facts
  return {
    id: programme.id,
    title: programme.title[language],
    provider: programme.provider,
    demo: programme.demo,
    form,
    weeks,
    hoursPerWeek,
  }
}

function copyFacts(programme: Programme): z.infer<typeof programmeFactsSchema> {
  return programmeFactsSchema.parse(programme.facts)
}

function offeringView({ facts, ...offering }: OfferingRecord): z.infer<typeof offeringDetail> {
  return { ...offering, ...offeringFactsSchema.parse(facts) }
}
