import { z } from 'zod'
import { type Api, problemSchema } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import { offeringFactsSchema, programmeFactsSchema } from '../trainings/index.ts'
import { courseTextSchema, programmeChangeSchema } from './change-schema.ts'
import { missingOf } from './content.ts'
import type { ProgrammeDesk } from './create-programme-desk.ts'
import { type DeskProgramme, programmeStates } from './desk-programme.ts'

const id = z.string().min(1).max(300)
const organisation = id.meta({ examples: ['demo-organisation-educator'] })
const oneParams = z.object({ organisation, id: id.meta({ examples: ['demo-programme-draft'] }) })
const someText = z.object({ nl: z.string().optional(), en: z.string().optional() })

const summarySchema = z
  .object({
    id: z.string(),
    state: z.enum(programmeStates).describe('`draft`: nobody but this organisation sees it. `withdrawn`: in no list any more.'),
    title: someText.describe('In the languages that are there.'),
    demo: z.boolean(),
    version: z
      .number()
      .int()
      .describe('Rises with every change. Send it back with a change, and nobody overwrites what somebody else did.'),
    missing: z
      .object({
        text: z.boolean().describe('No language has both a title and a description: it cannot be published.'),
        languages: z.array(z.enum(['nl', 'en'])),
        unconfirmed: z.number().int().describe('Skills read from a text that wait for a yes.'),
        outcomes: z.boolean().describe('Nothing that it teaches counts: it is in no plan.'),
        length: z.boolean(),
        offerings: z.boolean(),
      })
      .describe('What is not there yet.'),
  })
  .meta({ id: 'DeskProgrammeSummary' })

const deskSkill = z.object({
  ...programmeFactsSchema.shape.outcomes.element.shape,
  isConfirmed: z.boolean().describe('Only confirmed ones count.'),
})

const detailSchema = summarySchema
  .extend({
    description: someText,
    admission: z.array(someText),
    facts: programmeFactsSchema.omit({ outcomes: true, prerequisites: true, admission: true, textIn: true }),
    outcomes: z.array(deskSkill),
    prerequisites: z.array(deskSkill),
    offerings: z.array(
      z.object({
        id: z.string(),
        placeName: z.string().optional(),
        region: z.string().optional(),
        ...offeringFactsSchema.shape,
      }),
    ),
  })
  .meta({ id: 'DeskProgramme' })

const problems = { 401: problemSchema, 403: problemSchema, 404: problemSchema }
const writeProblems = { ...problems, 400: problemSchema, 409: problemSchema }
const tags = ['trainings']
const writes = 'A key needs the scope `programmes:write`.'

/** An organisation's own programmes, for its own systems: with a key, or as somebody who is signed in. */
export function programmeDeskEndpoints(app: Api, desk: ProgrammeDesk): void {
  const detail = async (actor: Actor, at: { organisation: string; programme: string }) =>
    detailOf(await desk.get(actor, at, 'programme.write'))

  app.get(
    '/organisations/:organisation/programmes',
    {
      config: { action: 'programme.list' },
      schema: {
        summary: 'All programmes of an organisation, drafts too',
        description: 'The last changed first. A key needs the scope `programmes:read`.',
        tags,
        params: z.object({ organisation }),
        response: { 200: z.object({ items: z.array(summarySchema) }), ...writeProblems },
      },
    },
    async (request) => ({ items: (await desk.list(request.actor, request.params.organisation)).map(summaryOf) }),
  )

  app.post(
    '/organisations/:organisation/programmes',
    {
      config: { action: 'programme.write' },
      schema: {
        summary: 'A new draft, by its fields or from the text of a course',
        description: `Nobody else sees it until it is published. Skills that a text names wait for a yes. ${writes}`,
        tags,
        params: z.object({ organisation }),
        body: z.union([courseTextSchema, programmeChangeSchema]).meta({
          examples: [
            { title: { nl: 'Linux voor starters' }, description: { nl: 'Je leert Linux.' }, weeks: 10, hoursPerWeek: 8 },
          ],
        }),
        response: { 201: detailSchema, ...writeProblems },
      },
    },
    async (request, reply) => {
      const { actor, body, params } = request
      const programme =
        'text' in body
          ? await desk.createFromText(actor, params.organisation, body)
          : await desk.create(actor, params.organisation, body)
      reply.code(201)
      return detail(actor, { organisation: params.organisation, programme })
    },
  )

  app.get(
    '/organisations/:organisation/programmes/:id',
    {
      config: { action: 'programme.list' },
      schema: {
        summary: 'One programme of an organisation, whole, in any state',
        tags,
        params: oneParams,
        response: { 200: detailSchema, ...problems },
      },
    },
    async (request) => detailOf(await desk.get(request.actor, atOf(request.params))),
  )

  app.put(
    '/organisations/:organisation/programmes/:id',
    {
      config: { action: 'programme.write' },
      schema: {
        summary: 'Changes a programme: what is left out stays',
        description: `With \`version\` it is refused when somebody changed it meanwhile. What is published changes at once. ${writes}`,
        tags,
        params: oneParams,
        body: programmeChangeSchema
          .extend({ version: z.number().int().min(1).exactOptional() })
          .meta({ examples: [{ weeks: 12, version: 1 }] }),
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
    '/organisations/:organisation/programmes/:id/state',
    {
      config: { action: 'programme.write' },
      schema: {
        summary: 'Publishes or withdraws a programme',
        description: `What is withdrawn is in no list, plan or index any more; who is in the middle of it keeps it. ${writes}`,
        tags,
        params: oneParams,
        body: z.strictObject({ to: z.enum(['published', 'withdrawn']) }).meta({ examples: [{ to: 'published' }] }),
        response: { 200: detailSchema, ...writeProblems },
      },
    },
    async (request) => {
      const at = atOf(request.params)
      await (request.body.to === 'published' ? desk.publish(request.actor, at) : desk.withdraw(request.actor, at))
      return detail(request.actor, at)
    },
  )
}

const atOf = (params: { organisation: string; id: string }) => ({ organisation: params.organisation, programme: params.id })

function summaryOf({ id: own, state, demo, version, content }: DeskProgramme): z.infer<typeof summarySchema> {
  const { languages, ...missing } = missingOf(content)
  return { id: own, state, demo, version, title: { ...content.title }, missing: { ...missing, languages: [...languages] } }
}

function detailOf(one: DeskProgramme): z.infer<typeof detailSchema> {
  const { description, admission, facts, outcomes, prerequisites, offerings } = one.content
  return {
    ...summaryOf(one),
    description: { ...description },
    admission: admission.map((step) => ({ ...step })),
    facts: detailSchema.shape.facts.parse(facts),
    outcomes: outcomes.map((skill) => ({ ...skill })),
    prerequisites: prerequisites.map((skill) => ({ ...skill })),
    offerings: offerings.map(({ facts: own, ...offering }) => ({ ...offering, ...offeringFactsSchema.parse(own) })),
  }
}
