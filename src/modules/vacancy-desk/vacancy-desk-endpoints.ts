import { z } from 'zod'
import { type Api, problemSchema } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import { vacancyStates } from '../vacancies/index.ts'
import { changeSchema, newTextSchema } from './change-schema.ts'
import { closeReasons } from './close-reasons.ts'
import type { VacancyDesk } from './create-vacancy-desk.ts'
import type { DeskVacancy } from './desk-vacancy.ts'

const id = z.string().min(1).max(300)
const organisation = id.meta({ examples: ['demo-organisation-employer-1'] })
const oneParams = z.object({ organisation, id: id.meta({ examples: ['demo-vacancy-draft'] }) })

const summarySchema = z
  .object({
    id: z.string(),
    state: z.enum(vacancyStates).describe('`draft`: nobody but this organisation sees it.'),
    title: z.string(),
    demo: z.boolean(),
    placeName: z.string().nullable(),
    publishedOn: z.string().describe('Of a draft: the day it was made.'),
    closesOn: z.string().nullable(),
    version: z
      .number()
      .int()
      .describe('Rises with every change. Send it back with a change, and nobody overwrites what somebody else did.'),
    against: z.number().int().describe('Marks against the law without a reason: with any of them it is not published.'),
    silence: z
      .object({ since: z.string(), waiting: z.number().int() })
      .nullable()
      .describe('It stands still because people wait for an answer. Answering opens it.'),
    closed: z.object({ reason: z.enum(closeReasons), text: z.string().nullable() }).nullable(),
  })
  .meta({ id: 'DeskVacancySummary' })

const detailSchema = summarySchema
  .extend({
    description: z.string(),
    language: z.string(),
    occupation: z.string().nullable(),
    facts: z.record(z.string(), z.unknown()).describe('Terms and dates; what is not known is left out.'),
    requirements: z.array(
      z.object({
        skill: z.string(),
        weight: z.enum(['essential', 'important', 'somewhat']),
        level: z.number().optional(),
        evidence: z.enum(['claimed', 'evidenced', 'verified']).optional(),
        words: z.string().optional(),
      }),
    ),
    reasons: z.record(z.string(), z.string()),
    byHand: z.array(z.string()).describe('Fields set by hand: a change of the text leaves them.'),
  })
  .meta({ id: 'DeskVacancy' })

const postingSchema = z
  .looseObject({ '@type': z.literal('JobPosting'), title: z.string().min(1).max(1000) })
  .describe('A schema.org JobPosting. What it says as data is taken over; the rest is read from its text.')

const states = ['published', 'paused', 'filled', 'closed'] as const
const problems = { 401: problemSchema, 403: problemSchema, 404: problemSchema }
const writeProblems = { ...problems, 400: problemSchema, 409: problemSchema }
const text = `Systeembeheerder

Je beheert servers met Linux. Het werk is 28 tot 36 uur per week in Utrecht.`

/** An organisation's own vacancies, for its own systems: with a key, or as somebody who is signed in. */
export function vacancyDeskEndpoints(app: Api, desk: VacancyDesk): void {
  const detail = async (actor: Actor, at: { organisation: string; vacancy: string }) =>
    detailOf(await desk.get(actor, at, 'vacancy.write'))

  app.get(
    '/organisations/:organisation/vacancies',
    {
      config: { action: 'vacancy.list' },
      schema: {
        summary: 'All vacancies of an organisation, drafts too',
        description: 'Newest first. A key needs the scope `vacancies:read`.',
        tags: ['vacancies'],
        params: z.object({ organisation }),
        response: { 200: z.object({ items: z.array(summarySchema) }), ...problems },
      },
    },
    async (request) => ({ items: (await desk.list(request.actor, request.params.organisation)).map(summaryOf) }),
  )

  app.post(
    '/organisations/:organisation/vacancies',
    {
      config: { action: 'vacancy.write' },
      schema: {
        summary: 'A new draft, from a text or a JobPosting',
        description: 'Nobody else sees it until it is published. A key needs the scope `vacancies:write`.',
        tags: ['vacancies'],
        params: z.object({ organisation }),
        body: z.union([newTextSchema, postingSchema]).meta({ examples: [{ text, place: 'Utrecht' }] }),
        response: { 201: detailSchema, ...writeProblems },
      },
    },
    async (request, reply) => {
      const { actor, body, params } = request
      const from = '@type' in body ? { posting: body } : body
      const vacancy = await desk.create(actor, params.organisation, from)
      reply.code(201)
      return detail(actor, { organisation: params.organisation, vacancy })
    },
  )

  app.get(
    '/organisations/:organisation/vacancies/:id',
    {
      config: { action: 'vacancy.list' },
      schema: {
        summary: 'One vacancy of an organisation, whole, in any state',
        tags: ['vacancies'],
        params: oneParams,
        response: { 200: detailSchema, ...problems },
      },
    },
    async (request) => detailOf(await desk.get(request.actor, atOf(request.params))),
  )

  app.put(
    '/organisations/:organisation/vacancies/:id',
    {
      config: { action: 'vacancy.write' },
      schema: {
        summary: 'Changes a vacancy: what is left out stays',
        description:
          'With `version` it is refused when somebody changed it meanwhile. What people see already is not changed into something against the law.',
        tags: ['vacancies'],
        params: oneParams,
        body: changeSchema
          .extend({ version: z.number().int().min(1).exactOptional() })
          .meta({ examples: [{ facts: { hours: [24, 36] }, version: 1 }] }),
        response: { 200: detailSchema, ...writeProblems },
      },
    },
    async (request) => {
      const { version, ...change } = request.body
      await desk.change(request.actor, atOf(request.params), change, version)
      return detail(request.actor, atOf(request.params))
    },
  )

  app.post(
    '/organisations/:organisation/vacancies/:id/state',
    {
      config: { action: 'vacancy.write' },
      schema: {
        summary: 'Publishes, pauses, goes on, fills or takes back a vacancy',
        description:
          'Filled or closed: everybody who waits or talks hears it, with their next plan; a key needs introductions:read and introductions:write for that. A vacancy that stands still because people wait opens by answering them, not here.',
        tags: ['vacancies'],
        params: oneParams,
        body: z
          .strictObject({
            to: z.enum(states),
            reason: z.enum(closeReasons).exactOptional().describe('Needed with `closed`.'),
            text: z.string().trim().max(500).exactOptional(),
          })
          .meta({ examples: [{ to: 'paused' }] }),
        response: { 200: detailSchema, ...writeProblems },
      },
    },
    async (request) => {
      const { actor, body } = request
      const at = atOf(request.params)
      if (body.to === 'published') await openAs(desk, actor, at)
      else if (body.to === 'paused') await desk.pause(actor, at)
      else if (body.to === 'filled') await desk.fill(actor, at)
      else await desk.close(actor, at, { reason: body.reason ?? '', text: body.text })
      return detail(actor, at)
    },
  )
}

/** From a draft it is published; from a pause it goes on. */
async function openAs(desk: VacancyDesk, actor: Actor, at: { organisation: string; vacancy: string }): Promise<void> {
  const { record } = await desk.get(actor, at, 'vacancy.write')
  await (record.state === 'paused' ? desk.goOn(actor, at) : desk.publish(actor, at))
}

const atOf = (params: { organisation: string; id: string }) => ({ organisation: params.organisation, vacancy: params.id })

function summaryOf({ record, version, against, pause, closed }: DeskVacancy): z.infer<typeof summarySchema> {
  const { id, state, title, demo, placeName = null, publishedOn, closesOn = null } = record
  return {
    ...{ id, state, title, demo, placeName, publishedOn, closesOn, version, against },
    silence: pause ? { since: pause.since, waiting: pause.waiting } : null,
    closed: closed ? { reason: closed.reason, text: closed.text ?? null } : null,
  }
}

function detailOf(one: DeskVacancy): z.infer<typeof detailSchema> {
  const { description, language, occupation = null, facts, requirements } = one.record
  return {
    ...summaryOf(one),
    ...{ description, language, occupation, facts: { ...facts }, reasons: { ...one.reasons }, byHand: [...one.byHand] },
    requirements: requirements.map((requirement) => ({ ...requirement })),
  }
}
