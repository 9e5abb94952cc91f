import { z } from 'zod'
import { type Api, cursorQuery, date, pageOf, problemSchema } from '../../platform/index.ts'
import type { Enrolments } from './create-enrolments.ts'
import { type EnrolmentStart, freePlaces } from './enrolment.ts'
import type { SteppedEnrolment } from './for-systems.ts'
import { states } from './moves.ts'
import { educatorReasons, ownReasons, stepKinds, stopReasons } from './reasons.ts'

const id = z.string().min(1).max(300)
const organisation = id.meta({ examples: ['demo-organisation-educator'] })
const enrolment = id.meta({ examples: ['demo-enrolment'] })
const someText = z.object({ nl: z.string().optional(), en: z.string().optional() })
const state = z.enum(states)
/** A day that somebody asks about or sets: one that the record can hold. */
const day = date.refine((given) => given >= '1900-01-01', 'A day as 2027-02-01.')

const stepSchema = z.object({
  number: z.number().int(),
  kind: z.enum(stepKinds),
  purpose: someText,
  plannedOn: date.nullable(),
  plannedText: z.string().nullable(),
  outcome: z.enum(['passed', 'notPassed']).nullable().describe('`null`: open, or planned once more.'),
  reason: z.string().nullable().describe('Why it was not passed, as the person reads it.'),
})

const enrolmentSchema = z
  .object({
    id: z.string(),
    programme: z.string(),
    offering: z.string(),
    startsOn: date.describe('With a `wishedMonth`: its last day, until there is a day.'),
    wishedMonth: date
      .nullable()
      .describe('Of an offering that people start at any time: the first day of the month they would like.'),
    state: state.describe('`waiting`: all steps are passed, and it is full.'),
    called: z.string().describe('How you may call the person.'),
    email: z.string().nullable().describe('Only where the person released it.'),
    skills: z
      .array(z.object({ skill: z.string(), level: z.number(), has: z.enum(['has', 'hasNot', 'unknown']) }))
      .nullable()
      .describe('Whether the person has what the programme asks. `null`: not released. `unknown`: neither a yes nor a no.'),
    steps: z.array(stepSchema).describe('The admission, in order. Steps go one by one.'),
    appliedAt: z.iso.datetime(),
    changedAt: z.iso.datetime(),
    heldUntil: date.nullable().describe('Until when a place is held for somebody who was admitted.'),
    endedAt: z.iso.datetime().nullable(),
    reason: z.enum([...new Set([...educatorReasons, ...stopReasons, ...ownReasons])]).nullable(),
    reasonBy: z.enum(['person', 'educator', 'clock']).nullable(),
    demo: z.boolean(),
  })
  .meta({ id: 'Enrolment' })

const startSchema = z
  .object({
    offering: z.string(),
    startsOn: date,
    programme: z.string(),
    places: z.number().int().nullable().describe('`null`: without a number.'),
    taken: z.number().int(),
    held: z.number().int().describe('For who was admitted and did not answer yet.'),
    free: z.number().int().nullable(),
    enrolFrom: date.nullable(),
    enrolUntil: date.nullable(),
    isSetHere: z.boolean().describe('Places and days were set here; otherwise they are those of the offering.'),
  })
  .meta({ id: 'EnrolmentStart' })

const moveSchema = z
  .discriminatedUnion('move', [
    z.strictObject({
      move: z.literal('admit').describe('A place is held, or the person comes on the waiting list.'),
      startsOn: day.exactOptional().describe('For who wished a month: their day. Asked then, and else left out.'),
    }),
    z.strictObject({ move: z.literal('start') }),
    z.strictObject({ move: z.literal('complete') }),
    z.strictObject({
      move: z.literal('decline').describe('The person gets the reason, your words and their next best plan.'),
      reason: z.enum(educatorReasons),
      text: z.string().max(500).exactOptional(),
    }),
    z.strictObject({
      move: z.literal('stop').describe('After the start.'),
      reason: z.enum(stopReasons),
      text: z.string().max(500).exactOptional(),
    }),
  ])
  .meta({ examples: [{ move: 'admit' }] })

const stepToldSchema = z
  .union([
    z.strictObject({ on: day, text: z.string().max(500).exactOptional().describe('Time and place, in words.') }),
    z.strictObject({
      outcome: z.enum(['passed', 'notPassed']),
      reason: z.string().max(500).exactOptional().describe('With `notPassed`, always: the person reads it.'),
    }),
  ])
  .meta({ examples: [{ outcome: 'passed' }] })

const movedSchema = z.object({ id: z.string(), state })

const problems = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 404: problemSchema }
const writeProblems = { ...problems, 409: problemSchema }
const tags = ['enrolments']
const reads = 'A key needs the scope `enrolments:read`. Whom you see reads that a program of yours saw it.'
const writes = 'A key needs the scope `enrolments:write`.'
const params = z.object({ organisation, id: enrolment })

/** Enrolments in an educator's programmes, for its own systems: with a key, or as somebody who is signed in. */
export function enrolmentEndpoints(app: Api, { systems }: Pick<Enrolments, 'systems'>): void {
  app.get(
    '/organisations/:organisation/enrolments',
    {
      config: { action: 'enrolment.read' },
      schema: {
        summary: 'Who applied, and how far each is',
        description: `In order of applying. No more than each person released. ${reads}`,
        tags,
        params: z.object({ organisation }),
        querystring: z.object({
          offering: id.optional(),
          startsOn: day.optional(),
          state: state.optional(),
          ...cursorQuery,
        }),
        response: { 200: pageOf(enrolmentSchema), ...problems },
      },
    },
    async ({ actor, params: { organisation: of }, query }) => {
      const { items, ...page } = await systems.page(actor, { organisation: of, ...query })
      return { items: items.map(viewOf), ...page }
    },
  )

  app.get(
    '/organisations/:organisation/enrolments/:id',
    {
      config: { action: 'enrolment.read' },
      schema: { summary: 'One enrolment', description: reads, tags, params, response: { 200: enrolmentSchema, ...problems } },
    },
    async ({ actor, params: at }) => viewOf(await systems.one(actor, at.organisation, at.id)),
  )

  app.post(
    '/organisations/:organisation/enrolments/:id/moves',
    {
      config: { action: 'enrolment.decide' },
      schema: {
        summary: 'Admits, declines, starts, completes or stops an enrolment',
        description: `Only what can be done now: admitting asks that all steps are passed. A no always has a reason of the list. The person hears it. ${writes}`,
        tags,
        params,
        body: moveSchema,
        response: { 200: movedSchema, ...writeProblems },
      },
    },
    async ({ actor, params: at, body }) => systems.move(actor, at.organisation, at.id, body),
  )

  app.post(
    '/organisations/:organisation/enrolments/:id/steps/:number',
    {
      config: { action: 'enrolment.decide' },
      schema: {
        summary: 'Plans a step of the admission, or says how it went',
        description: `The person hears it. Not passing is no refusal, and no grade is kept. ${writes}`,
        tags,
        params: params.extend({
          number: z.coerce
            .number()
            .int()
            .min(1)
            .max(20)
            .meta({ examples: [1] }),
        }),
        body: stepToldSchema,
        response: { 200: movedSchema, ...writeProblems },
      },
    },
    async ({ actor, params: at, body }) => systems.step(actor, at.organisation, at.id, at.number, body),
  )

  app.get(
    '/organisations/:organisation/starts',
    {
      config: { action: 'enrolment.read' },
      schema: {
        summary: 'Starts to which somebody applied, with their places',
        description: 'The soonest first. No people. A key needs the scope `enrolments:read`.',
        tags,
        params: z.object({ organisation }),
        response: { 200: z.object({ items: z.array(startSchema) }), ...problems },
      },
    },
    async ({ actor, params: at }) => ({ items: (await systems.starts(actor, at.organisation)).map(startOf) }),
  )

  app.put(
    '/organisations/:organisation/starts/:offering/:startsOn',
    {
      config: { action: 'enrolment.setUp' },
      schema: {
        summary: 'Sets the places of a start, and the days on which one can apply',
        description: `More places go to who waits. What is left out is without a number, or without a limit. ${writes}`,
        tags,
        params: z.object({
          organisation,
          offering: id.meta({ examples: ['demo-offering-1'] }),
          startsOn: day.meta({ examples: ['2027-02-01'] }),
        }),
        body: z
          .strictObject({
            places: z.number().int().min(0).max(10_000).exactOptional(),
            enrolFrom: day.exactOptional(),
            enrolUntil: day.exactOptional(),
          })
          .meta({ examples: [{ places: 16, enrolUntil: '2027-01-20' }] }),
        response: { 200: startSchema, ...writeProblems },
      },
    },
    async ({ actor, params: at, body }) => startOf(await systems.setPlaces(actor, at, body)),
  )
}

const instant = (moment: number): string => new Date(moment).toISOString()

function viewOf(one: SteppedEnrolment): z.infer<typeof enrolmentSchema> {
  return {
    ...{ id: one.id, programme: one.programme, offering: one.offering, startsOn: one.startsOn, state: one.state },
    ...{ wishedMonth: one.wishedMonth ?? null, called: one.called, email: one.email ?? null, demo: one.demo },
    skills: one.skills?.map((skill) => ({ ...skill })) ?? null,
    steps: one.steps.map(({ number, kind, purpose, plannedOn, plannedText, outcome, reason }) => ({
      ...{ number, kind, purpose: { ...purpose }, plannedOn: plannedOn ?? null, plannedText: plannedText ?? null },
      ...{ outcome: outcome ?? null, reason: reason ?? null },
    })),
    ...{ appliedAt: instant(one.appliedAt), changedAt: instant(one.changedAt), heldUntil: one.heldUntil ?? null },
    endedAt: one.endedAt === undefined ? null : instant(one.endedAt),
    ...{ reason: one.reason ?? null, reasonBy: one.reasonBy ?? null },
  }
}

function startOf(start: EnrolmentStart): z.infer<typeof startSchema> {
  const free = freePlaces(start)
  return {
    ...{ offering: start.offering, startsOn: start.startsOn, programme: start.programme },
    ...{ places: start.places ?? null, taken: start.taken, held: start.held, free: Number.isFinite(free) ? free : null },
    ...{ enrolFrom: start.enrolFrom ?? null, enrolUntil: start.enrolUntil ?? null, isSetHere: start.byHand },
  }
}
