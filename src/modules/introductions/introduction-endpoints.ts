import { z } from 'zod'
import { type Api, problemSchema } from '../../platform/index.ts'
import type { Introductions, IntroductionView } from './create-introductions.ts'
import type { Introduction } from './introduction.ts'
import { organisationReasons, personReasons, type Reason, releasable } from './reasons.ts'
import { states } from './steps.ts'

const date = z.iso.date()
const side = z.enum(['person', 'organisation'])
const reason = z.enum([...personReasons, ...organisationReasons])

const summary = z
  .object({
    id: z.string(),
    organisation: z.string(),
    vacancy: z.string(),
    vacancyTitle: z.string(),
    handle: z.string().describe('The number of the profile without a name.'),
    state: z.enum(states),
    waitsFor: side.nullable().describe('Whose answer is waited for.'),
    dueOn: date.nullable().describe('Last day to answer. A person is never pressed: then the day on which it ends.'),
    isOverdue: z.boolean().describe('The organisation did not answer in time: its vacancy stands still.'),
    offering: z.string().nullable().describe('A training that comes with it: hired first, or agreed on.'),
    startsOn: date.nullable().describe('First day of work.'),
    reason: reason.nullable().describe('Of a no.'),
    reasonBy: side.nullable(),
    createdAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'IntroductionSummary' })

const detail = z
  .object({
    ...summary.shape,
    pending: z
      .object({ step: z.enum(['agreeTraining', 'hire']), by: side })
      .nullable()
      .describe('One side said yes to it.'),
    open: z.array(z.string()).describe('Steps that may be taken now by who asks.'),
    shown: z.unknown().describe('The profile without a name, as it was shared.'),
    contact: z
      .partialRecord(z.enum(releasable), z.string())
      .describe('What the person released, and is released today. That it was read is written down for the person to see.'),
    messages: z.array(
      z.object({ id: z.string(), side: z.enum(['person', 'organisation', 'system']), text: z.string(), at: z.iso.datetime() }),
    ),
    reasonText: z.string().nullable(),
  })
  .meta({ id: 'Introduction' })

const answers = ['accept', 'decline', 'withdraw', 'agreeTraining', 'hire', 'start'] as const

const problems = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 404: problemSchema }
const params = z.object({ id: z.string().min(1).max(100) })

/** Introductions of an organisation, for programs with its key. A key writes no messages and reads no more than its organisation may. */
export function introductionEndpoints(
  app: Api,
  introductions: Pick<Introductions, 'list' | 'get' | 'propose' | 'accept' | 'decline' | 'withdraw' | 'agree' | 'start'>,
): void {
  app.get(
    '/introductions',
    {
      config: { action: 'introduction.read' },
      schema: {
        summary: 'Introductions of an organisation: what waits for an answer first',
        description: 'At most 200. Who is signed in as a person, and names no organisation, gets their own.',
        tags: ['introductions'],
        querystring: z.object({
          organisation: z.string().min(1).max(100).optional().describe('With a key it may be left out: it is that of the key.'),
          vacancy: z.string().min(1).max(300).optional(),
          open: z.enum(['true', 'false']).optional(),
        }),
        response: { 200: z.object({ items: z.array(summary) }), ...problems },
      },
    },
    async ({ actor, query: { organisation, vacancy, open } }) => {
      const of = organisation ?? (actor.kind === 'key' ? actor.organisation : undefined)
      const found = await introductions.list(actor, {
        ...{ organisation: of, vacancy },
        ...(open === undefined ? {} : { open: open === 'true' }),
      })
      return { items: found.map(summaryOf) }
    },
  )

  app.post(
    '/introductions',
    {
      config: { action: 'introduction.propose' },
      schema: {
        summary: 'Asks a person without a name to meet about a vacancy of the organisation',
        tags: ['introductions'],
        body: z
          .object({
            vacancy: z.string().min(1).max(300),
            handle: z
              .string()
              .regex(/^\d{4,7}$/)
              .describe('The number of the profile, as in the list of people.'),
            message: z.string().max(2_000).optional(),
            offering: z.string().max(300).optional().describe('A training that comes with it: hire, then train.'),
          })
          .meta({ examples: [{ vacancy: 'demo-vacancy-79', handle: '4127', message: 'Kom je kennismaken?' }] }),
        response: { 201: z.object({ id: z.string() }), ...problems, 409: problemSchema },
      },
    },
    async ({ actor, body }, reply) => {
      const id = await introductions.propose(actor, body)
      return reply.status(201).send({ id })
    },
  )

  app.get(
    '/introductions/:id',
    {
      config: { action: 'introduction.read' },
      schema: {
        summary: 'One introduction, with its messages and what the person released',
        description: 'The person sees that the organisation read it.',
        tags: ['introductions'],
        params,
        response: { 200: detail, ...problems },
      },
    },
    async ({ actor, params: { id } }) => detailOf(await introductions.get(actor, id)),
  )

  app.post(
    '/introductions/:id/answer',
    {
      config: { action: 'introduction.answer' },
      schema: {
        summary: 'A step: yes, no with a reason, taking a question back, a training or the job',
        description: 'A training and the job go on when both sides said yes. Which steps are open, the introduction says itself.',
        tags: ['introductions'],
        params,
        body: z
          .object({
            step: z.enum(answers),
            reason: reason.optional().describe('With `decline`, always.'),
            text: z.string().max(500).optional().describe('With `decline`: for the person.'),
            adviserText: z.string().max(500).optional().describe('With `decline`: for the adviser of the person.'),
            offering: z.string().max(300).optional().describe('With `agreeTraining`.'),
            startsOn: date.optional().describe('With `hire`: the first day of work.'),
          })
          .meta({ examples: [{ step: 'decline', reason: 'skillMissing', text: 'Kom terug na de cursus.' }] }),
        response: { 200: z.object({ id: z.string() }), ...problems, 409: problemSchema },
      },
    },
    async ({ actor, params: { id }, body }) => {
      const { step, reason: why, text, adviserText, offering, startsOn } = body
      if (step === 'decline') await introductions.decline(actor, id, { reason: (why ?? '') as Reason, text, adviserText })
      else if (step === 'agreeTraining' || step === 'hire') await introductions.agree(actor, id, step, { offering, startsOn })
      else await introductions[step](actor, id)
      // Not the introduction itself: a key that may answer need not be one that may read.
      return { id }
    },
  )
}

const instant = (moment: number): string => new Date(moment).toISOString()

function summaryOf(one: Omit<Introduction, 'person'>): z.infer<typeof summary> {
  return {
    ...{ id: one.id, organisation: one.organisation, vacancy: one.vacancy, vacancyTitle: one.vacancyTitle },
    ...{ handle: one.handle, state: one.state, waitsFor: one.waitsFor ?? null, dueOn: one.dueOn ?? null },
    ...{ isOverdue: one.overdueAt !== undefined, offering: one.offering ?? null, startsOn: one.startsOn ?? null },
    ...{ reason: one.reason ?? null, reasonBy: one.reasonBy ?? null },
    ...{ createdAt: instant(one.createdAt), changedAt: instant(one.changedAt) },
    endedAt: one.endedAt === undefined ? null : instant(one.endedAt),
  }
}

function detailOf({ introduction: one, open, messages, contact }: IntroductionView): z.infer<typeof detail> {
  return {
    ...summaryOf(one),
    pending: one.pending ?? null,
    open: [...open],
    shown: one.shown,
    contact: contact ?? {},
    messages: messages.map(({ id, side: by, text, at }) => ({ id, side: by, text, at: instant(at) })),
    reasonText: one.reasonText ?? null,
  }
}
