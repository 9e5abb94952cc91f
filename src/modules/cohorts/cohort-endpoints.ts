import { z } from 'zod'
import { type Api, cursorQuery, date, pageOf, problemSchema } from '../../platform/index.ts'
import type { Cohort } from './cohort.ts'
import type { Cohorts } from './create-cohorts.ts'
import type { CohortForSystem } from './for-systems.ts'
import { cohortStates } from './steps.ts'

const id = z.string().min(1).max(300)
const organisation = id.meta({ examples: ['demo-organisation-educator'] })
const hours = z.array(z.number().int()).length(2).describe('Hours a week, least and most.')

const summarySchema = z
  .object({
    id: z.string(),
    programme: z.string(),
    offering: z.string(),
    title: z.object({ nl: z.string(), en: z.string() }),
    startsOn: date,
    settleBy: date.describe('Day by which everybody should know.'),
    least: z.number().int(),
    most: z.number().int(),
    state: z.enum(cohortStates),
    proposal: z.number().int().nullable().describe('Number of the proposal that stands.'),
    startedWith: z.number().int().nullable(),
    endedAt: z.iso.datetime().nullable(),
    demo: z.boolean(),
  })
  .meta({ id: 'CohortSummary' })

const detailSchema = summarySchema
  .extend({
    open: z.array(z.string()).describe('Steps that can be taken now.'),
    people: z
      .array(
        z.object({
          id: z.string(),
          handle: z.string().describe('Their number in this cohort. Not their name: that stands on the page.'),
          placeName: z.string().describe('Municipality.'),
          hours,
          skills: z.array(
            z.object({
              skill: z.string(),
              label: z.string(),
              level: z.union([z.number(), z.enum(['yes', 'little'])]),
              evidence: z.enum(['claimed', 'evidenced', 'verified']),
            }),
          ),
        }),
      )
      .describe('Each of them reads that a program of yours saw it.'),
    employers: z.array(z.object({ organisation: z.string(), answer: z.enum(['taking', 'declined']).nullable() })),
    places: z.array(
      z.object({
        id: z.string(),
        organisation: z.string(),
        organisationName: z.string(),
        seats: z.number().int(),
        hours,
        placeName: z.string(),
        tasks: z.string(),
      }),
    ),
    madeAt: z.iso.datetime().nullable().describe('When the proposal was made.'),
    isStale: z.boolean().describe('Something was said after the proposal was made.'),
    pairs: z.array(
      z.object({
        participant: z.string(),
        place: z.string(),
        personYes: z.boolean(),
        employerYes: z.boolean(),
        noBy: z.enum(['person', 'employer']).nullable(),
        placement: z.string().nullable(),
      }),
    ),
    unplaced: z.array(z.string()).describe('Who has no place in the proposal.'),
    shortages: z
      .array(z.object({ region: z.string(), regionName: z.string(), hours: z.number(), places: z.number().int() }))
      .describe('Places that are missing.'),
  })
  .meta({ id: 'Cohort' })

const stepSchema = z
  .discriminatedUnion('step', [
    z.strictObject({ step: z.literal('order').describe('Both sides say what they would rather have.') }),
    z.strictObject({ step: z.literal('reopen') }),
    z.strictObject({ step: z.literal('orderAgain') }),
    z.strictObject({ step: z.literal('propose').describe('Who goes where is computed from what both sides said.') }),
    z.strictObject({
      step: z.literal('settle').describe('Each pair is asked for its yes.'),
      proposal: z.number().int().min(1).describe('The number that you saw: refused when there is a newer one.'),
    }),
    z.strictObject({ step: z.literal('start') }),
    z.strictObject({ step: z.literal('cancel') }),
  ])
  .meta({ examples: [{ step: 'propose' }] })

const problems = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 404: problemSchema }
const tags = ['cohorts']
const oneParams = z.object({ organisation, id: id.meta({ examples: ['demo-cohort'] }) })

/** Cohorts of an educator, for its own systems: with a key, or as somebody who is signed in. */
export function cohortEndpoints(app: Api, { systems }: Pick<Cohorts, 'systems'>): void {
  app.get(
    '/organisations/:organisation/cohorts',
    {
      config: { action: 'cohort.read' },
      schema: {
        summary: "An educator's cohorts, the soonest start first",
        description: 'No people. A key needs the scope `cohorts:read`.',
        tags,
        params: z.object({ organisation }),
        querystring: z.object(cursorQuery),
        response: { 200: pageOf(summarySchema), ...problems },
      },
    },
    async ({ actor, params, query }) => {
      const { items, ...page } = await systems.page(actor, { ...params, ...query })
      return { items: items.map(summaryOf), ...page }
    },
  )

  app.get(
    '/organisations/:organisation/cohorts/:id',
    {
      config: { action: 'cohort.read' },
      schema: {
        summary: 'One cohort: its people by number, the places, who goes where and what is missing',
        description: 'A key needs the scope `cohorts:read`.',
        tags,
        params: oneParams,
        response: { 200: detailSchema, ...problems },
      },
    },
    async ({ actor, params }) => detailOf(await systems.one(actor, params.organisation, params.id)),
  )

  app.post(
    '/organisations/:organisation/cohorts/:id/steps',
    {
      config: { action: 'cohort.change' },
      schema: {
        summary: 'Takes a cohort a step further',
        description: 'Which steps can be taken now, the cohort says itself. A key needs the scope `cohorts:write`.',
        tags,
        params: oneParams,
        body: stepSchema,
        response: { 200: summarySchema, ...problems, 409: problemSchema },
      },
    },
    async ({ actor, params, body }) => summaryOf(await systems.step(actor, params.organisation, params.id, body)),
  )
}

const instant = (moment: number | undefined): string | null => (moment === undefined ? null : new Date(moment).toISOString())

function summaryOf(one: Cohort): z.infer<typeof summarySchema> {
  return {
    ...{ id: one.id, programme: one.programme, offering: one.offering, title: one.title, startsOn: one.startsOn },
    ...{ settleBy: one.settleBy, least: one.least, most: one.most, state: one.state, demo: one.demo },
    ...{ proposal: one.proposal ?? null, startedWith: one.startedWith ?? null, endedAt: instant(one.endedAt) },
  }
}

function detailOf(view: CohortForSystem): z.infer<typeof detailSchema> {
  return {
    ...summaryOf(view.cohort),
    open: [...view.open],
    people: view.people.map(({ id: person, handle, placeName, hours: wanted, skills }) => ({
      ...{ id: person, handle, placeName, hours: [...wanted] },
      skills: skills.map(({ skill, label, level, evidence }) => ({ skill, label, level, evidence })),
    })),
    employers: view.employers.map(({ organisation: of, answer }) => ({ organisation: of, answer: answer ?? null })),
    places: view.places.map(({ id: place, organisation: of, organisationName, seats, hours: offered, placeName, tasks }) => ({
      ...{ id: place, organisation: of, organisationName, seats, hours: [...offered], placeName, tasks },
    })),
    madeAt: instant(view.proposal?.madeAt),
    isStale: view.proposal?.isStale ?? false,
    pairs: view.pairs.map(({ participant, place, personYesAt, employerYesAt, noBy, placement }) => ({
      ...{ participant, place, personYes: personYesAt !== undefined, employerYes: employerYesAt !== undefined },
      ...{ noBy: noBy ?? null, placement: placement ?? null },
    })),
    unplaced: [...view.unplaced],
    shortages: view.shortages.map((one) => ({ ...one })),
  }
}
