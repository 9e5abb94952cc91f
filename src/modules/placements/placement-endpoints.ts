import { z } from 'zod'
import { type Api, cursorQuery, date, pageOf, problemSchema } from '../../platform/index.ts'
import type { Placements } from './create-placements.ts'
import type { Placement } from './placement.ts'
import { sides, states } from './steps.ts'
import type { PlacementView } from './view.ts'

const id = z.string().min(1).max(300)
const organisation = id.meta({ examples: ['demo-organisation-educator'] })
const both = z.object({ practice: z.number(), school: z.number() })
const side = z.enum(sides)

const summarySchema = z
  .object({
    id: z.string(),
    school: z.string(),
    employer: z.string(),
    supporter: z.string().nullable(),
    programme: z.string(),
    title: z.object({ nl: z.string(), en: z.string() }),
    offering: z.string().nullable(),
    crebo: z.string().nullable().describe('The qualification it leads to.'),
    from: date,
    until: date,
    hoursPerWeek: z.number(),
    state: z.enum(states),
    changedAt: z.iso.datetime(),
    endedAt: z.iso.datetime().nullable(),
    demo: z.boolean(),
  })
  .meta({ id: 'PlacementSummary' })

const detailSchema = summarySchema
  .extend({
    agreements: z
      .array(
        z.object({
          number: z.number().int().describe('1 is the agreement, later ones are addenda.'),
          hash: z.string().describe('SHA-256 of the text in both languages.'),
          madeAt: z.iso.datetime(),
          signBy: date,
          signed: z.array(z.object({ role: side, at: z.iso.datetime() })),
          waitsFor: z.array(side),
          signedAt: z.iso.datetime().nullable().describe('When the last of them signed: from then on it holds.'),
          withdrawnAt: z.iso.datetime().nullable(),
        }),
      )
      .describe('Who signed as what, and no names: those stand on the page.'),
    hours: z
      .array(z.object({ week: date.describe('Its Monday.'), practice: z.number(), school: z.number(), isConfirmed: z.boolean() }))
      .describe('As they were noted. Why somebody was away is in no system.'),
    forecast: z
      .object({ from: date, until: date, noted: both, confirmed: both, low: both, high: both })
      .nullable()
      .describe('Of this school year. `low`: weeks without a note count nothing. `high`: they count as planned.'),
    norms: z.array(z.object({ sort: z.enum(['practice', 'school']), norm: z.number(), low: z.number(), high: z.number() })),
  })
  .meta({ id: 'Placement' })

const problems = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 404: problemSchema }
const tags = ['placements']
const needs = 'To read only: people note hours and sign. A key needs the scope `placements:read`.'

/** Placements in which an organisation is a party, for its own systems: with a key, or as somebody who is signed in. */
export function placementEndpoints(app: Api, { systems }: Pick<Placements, 'systems'>): void {
  app.get(
    '/organisations/:organisation/placements',
    {
      config: { action: 'placement.read' },
      schema: {
        summary: 'Placements of an organisation, as school, employer or who guides',
        description: `The latest first day first. Without names. ${needs}`,
        tags,
        params: z.object({ organisation }),
        querystring: z.object({ state: z.enum(states).optional(), ...cursorQuery }),
        response: { 200: pageOf(summarySchema), ...problems },
      },
    },
    async ({ actor, params, query }) => {
      const { items, ...page } = await systems.page(actor, { ...params, ...query })
      return { items: items.map(summaryOf), ...page }
    },
  )

  app.get(
    '/organisations/:organisation/placements/:id',
    {
      config: { action: 'placement.read' },
      schema: {
        summary: 'One placement: what was signed, hours that were noted, and where they lead',
        description: needs,
        tags,
        params: z.object({ organisation, id: id.meta({ examples: ['demo-placement'] }) }),
        response: { 200: detailSchema, ...problems },
      },
    },
    async ({ actor, params }) => detailOf(await systems.one(actor, params.organisation, params.id)),
  )
}

const instant = (moment: number): string => new Date(moment).toISOString()
const instantOrNull = (moment: number | undefined): string | null => (moment === undefined ? null : instant(moment))

function summaryOf(one: Placement): z.infer<typeof summarySchema> {
  return {
    ...{ id: one.id, school: one.school, employer: one.employer, supporter: one.supporter ?? null },
    ...{ programme: one.programme, title: one.programmeTitle, offering: one.offering ?? null, crebo: one.crebo ?? null },
    ...{ from: one.from, until: one.until, hoursPerWeek: one.hoursPerWeek, state: one.state, demo: one.demo },
    ...{ changedAt: instant(one.changedAt), endedAt: instantOrNull(one.endedAt) },
  }
}

function detailOf({ placement, agreements, hours, forecast, norms }: PlacementView): z.infer<typeof detailSchema> {
  return {
    ...summaryOf(placement),
    agreements: agreements.map(({ number, hash, madeAt, signBy, signatures, waits, signedAt, withdrawnAt }) => ({
      ...{ number, hash, madeAt: instant(madeAt), signBy, waitsFor: [...waits] },
      signed: signatures.map(({ role, at }) => ({ role, at: instant(at) })),
      ...{ signedAt: instantOrNull(signedAt), withdrawnAt: instantOrNull(withdrawnAt) },
    })),
    hours: hours.map(({ week, practice, school, isConfirmed }) => ({ week, practice, school, isConfirmed })),
    forecast: forecast
      ? {
          ...{ from: forecast.period.from, until: forecast.period.until, noted: { ...forecast.noted } },
          ...{ confirmed: { ...forecast.confirmed }, low: { ...forecast.low }, high: { ...forecast.high } },
        }
      : null,
    norms: norms.map(({ sort, norm, low, high }) => ({ sort, norm, low, high })),
  }
}
