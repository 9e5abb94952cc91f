import { z } from 'zod'
import { type Api, NotFound, problemSchema } from '../../../platform/index.ts'
import type { Taught, TrainingWorld, TrainingWorlds } from '../training-world.ts'
import { ooapiId } from './ooapi-ids.ts'
import { ooapiIndex } from './ooapi-index.ts'
import { ooapiPage, ooapiPageOf, ooapiPageQuery } from './ooapi-page.ts'
import { type OoapiOffering, ooapiLearningOutcome, ooapiOffering, ooapiOrganisation, ooapiProgramme } from './ooapi-shapes.ts'
import { learningOutcomeId, type TaughtSkill, toLearningOutcome, toOoapi } from './to-ooapi.ts'

const root = '/ooapi/v6'
const sample = { programme: 'initiative:make-it-work:software', provider: 'Make IT Work (HvA, HU en IT Academy Noord-Nederland)' }
const uuidLike = (example: string) => z.object({ id: z.uuid().meta({ examples: [example] }) })
const text = z.string().trim().min(1).max(200).optional()
const shared = {
  tags: ['ooapi'],
  description: 'As in OOAPI v6. Nothing is expanded. Field `consumer` holds the whole record under our own names.',
}

/** What is taught, for programs that speak OOAPI v6. Read only. */
export function ooapiEndpoints(app: Api, worlds: TrainingWorlds): void {
  programmeEndpoints(app, worlds)
  offeringEndpoint(app, worlds)
  learningOutcomeEndpoints(app, worlds)
  organisationEndpoints(app, worlds)
}

function programmeEndpoints(app: Api, worlds: TrainingWorlds): void {
  const params = uuidLike(ooapiId('programme', sample.programme))
  app.get(
    `${root}/programmes`,
    {
      schema: {
        ...shared,
        summary: 'OOAPI: programmes',
        querystring: z.object({
          ...ooapiPageQuery,
          q: text.describe('Stands in the name or the description.'),
          primaryCode: z.string().max(300).optional().describe('Our own id.'),
        }),
        response: { 200: ooapiPageOf(ooapiProgramme), 400: problemSchema },
      },
    },
    async (request) => {
      const { q, primaryCode, ...page } = request.query
      const all = [...ooapiIndex(await worlds.current()).programmes.values()]
      const fitting = all.filter((one) => (primaryCode === undefined || one.programme.id === primaryCode) && says(one, q))
      return ooapiPage(fitting, page, ({ programme, offerings }) => toOoapi(programme, offerings).programme)
    },
  )
  app.get(
    `${root}/programmes/:id`,
    { schema: { ...shared, summary: 'OOAPI: one programme', params, response: { 200: ooapiProgramme, 404: problemSchema } } },
    async (request) => {
      const { programme, offerings } = find(ooapiIndex(await worlds.current()).programmes, request.params.id, 'programme')
      return toOoapi(programme, offerings).programme
    },
  )
  app.get(
    `${root}/programmes/:id/programme-offerings`,
    {
      schema: {
        ...shared,
        summary: 'OOAPI: the offerings of a programme, one per start',
        params,
        querystring: z.object(ooapiPageQuery),
        response: { 200: ooapiPageOf(ooapiOffering), 400: problemSchema, 404: problemSchema },
      },
    },
    async (request) => {
      const { programme, offerings } = find(ooapiIndex(await worlds.current()).programmes, request.params.id, 'programme')
      return ooapiPage(toOoapi(programme, offerings).offerings, request.query, same)
    },
  )
}

function offeringEndpoint(app: Api, worlds: TrainingWorlds): void {
  app.get(
    `${root}/programme-offerings/:id`,
    {
      schema: {
        ...shared,
        summary: 'OOAPI: one offering',
        params: uuidLike(ooapiId('programme-offering', `${sample.programme}:ask`)),
        response: { 200: ooapiOffering, 404: problemSchema },
      },
    },
    async (request): Promise<OoapiOffering> => {
      const { id } = request.params
      const { programme, offerings } = find(ooapiIndex(await worlds.current()).offerings, id, 'offering')
      return find(new Map(toOoapi(programme, offerings).offerings.map((one) => [one.programmeOfferingId, one])), id, 'offering')
    },
  )
}

function learningOutcomeEndpoints(app: Api, worlds: TrainingWorlds): void {
  app.get(
    `${root}/learning-outcomes`,
    {
      schema: {
        ...shared,
        summary: 'OOAPI: what programmes teach, a skill at a level each',
        querystring: z.object(ooapiPageQuery),
        response: { 200: ooapiPageOf(ooapiLearningOutcome), 400: problemSchema },
      },
    },
    async (request) => {
      const world = await worlds.current()
      return ooapiPage([...ooapiIndex(world).learningOutcomes.values()], request.query, (one) => named(world, one))
    },
  )
  app.get(
    `${root}/learning-outcomes/:id`,
    {
      schema: {
        ...shared,
        summary: 'OOAPI: one learning outcome',
        params: uuidLike(learningOutcomeId({ skill: 'schakel:skill/software-development', level: 2 })),
        response: { 200: ooapiLearningOutcome, 404: problemSchema },
      },
    },
    async (request) => {
      const world = await worlds.current()
      return named(world, find(ooapiIndex(world).learningOutcomes, request.params.id, 'learning outcome'))
    },
  )
}

function organisationEndpoints(app: Api, worlds: TrainingWorlds): void {
  const provider = ({ programme }: Taught) => toOoapi(programme, []).organisation
  app.get(
    `${root}/organisations`,
    {
      schema: {
        ...shared,
        summary: 'OOAPI: providers',
        querystring: z.object(ooapiPageQuery),
        response: { 200: ooapiPageOf(ooapiOrganisation), 400: problemSchema },
      },
    },
    async (request) => ooapiPage([...ooapiIndex(await worlds.current()).organisations.values()], request.query, provider),
  )
  app.get(
    `${root}/organisations/:id`,
    {
      schema: {
        ...shared,
        summary: 'OOAPI: one provider',
        params: uuidLike(ooapiId('organisation', sample.provider)),
        response: { 200: ooapiOrganisation, 404: problemSchema },
      },
    },
    async (request) => provider(find(ooapiIndex(await worlds.current()).organisations, request.params.id, 'organisation')),
  )
}

function says({ programme: { title, description } }: Taught, words: string | undefined): boolean {
  if (words === undefined) return true
  return [title.nl, title.en, description.nl, description.en].some((one) => one.toLowerCase().includes(words.toLowerCase()))
}

function named({ catalogue }: TrainingWorld, taught: TaughtSkill) {
  return toLearningOutcome(taught, { nl: catalogue.label(taught.skill, 'nl'), en: catalogue.label(taught.skill, 'en') })
}

function find<T>(all: ReadonlyMap<string, T>, id: string, kind: string): T {
  const found = all.get(id.toLowerCase())
  if (found === undefined) throw new NotFound(kind, id)
  return found
}

function same<T>(value: T): T {
  return value
}
