import { z } from 'zod'
import { type Api, cursorQuery, date, pageOf, problemSchema } from '../../platform/index.ts'
import type { Credits } from './create-credits.ts'
import { type CreditBook, type CreditTotals, changeOf } from './for-systems.ts'
import { scales, toCredits } from './unit.ts'

const id = z.string().min(1).max(300)
const organisation = id.meta({ examples: ['demo-organisation-educator'] })

const totalsSchema = z
  .object({
    placement: z.string(),
    school: z.string(),
    employer: z.string(),
    programme: z.string(),
    from: date,
    until: date,
    scale: z.enum(scales).nullable().describe('`ects`: European credits. `sbu`: hours of study. `null`: there are no units.'),
    total: z.number().describe('In the scale, as the other numbers.'),
    earned: z.number(),
    running: z.number().describe('Work for it is confirmed, and nothing was awarded yet.'),
    toGo: z.number(),
  })
  .meta({ id: 'CreditTotals' })

const bookSchema = totalsSchema
  .extend({
    units: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        title: z.object({ nl: z.string(), en: z.string() }),
        version: z.number().int(),
        credits: z.number(),
        evidenceHours: z.number().describe('Hours of confirmed work that are asked.'),
        confirmedHours: z.number(),
        waitingHours: z.number(),
        earned: z.number(),
        running: z.number(),
        toGo: z.number(),
      }),
    ),
    ledger: z
      .array(
        z.object({
          number: z.number().int(),
          kind: z.enum(['award', 'withdrawal']),
          award: z.string(),
          unit: z.string(),
          credits: z.number().describe('With its sign: a withdrawal takes away.'),
          at: z.iso.datetime(),
          seal: z.string().describe('SHA-256 over this entry and the seal before it.'),
        }),
      )
      .describe('Only ever added to. All together are what was earned.'),
  })
  .meta({ id: 'CreditBook' })

const problems = { 400: problemSchema, 401: problemSchema, 403: problemSchema, 404: problemSchema }
const tags = ['credits']
const needs = 'To read only: people log, confirm and award. A key needs the scope `credits:read`.'

/** Credits of placements, for the own systems of a school or an employer: with a key, or as somebody who is signed in. */
export function creditEndpoints(app: Api, { systems }: Pick<Credits, 'systems'>): void {
  app.get(
    '/organisations/:organisation/credits',
    {
      config: { action: 'ledger.read' },
      schema: {
        summary: 'What was earned, placement by placement',
        description: `Of placements in which work was logged, the newest first. Without names. ${needs}`,
        tags,
        params: z.object({ organisation }),
        querystring: z.object(cursorQuery),
        response: { 200: pageOf(totalsSchema), ...problems },
      },
    },
    async ({ actor, params, query }) => {
      const { items, ...page } = await systems.page(actor, { ...params, ...query })
      return { items: items.map(viewOf), ...page }
    },
  )

  app.get(
    '/organisations/:organisation/credits/:placement',
    {
      config: { action: 'ledger.read' },
      schema: {
        summary: 'The credits of one placement: its units, and the ledger',
        description: `No texts and no files of the student. ${needs}`,
        tags,
        params: z.object({ organisation, placement: id.meta({ examples: ['demo-placement'] }) }),
        response: { 200: bookSchema, ...problems },
      },
    },
    async ({ actor, params }) => bookOf(await systems.one(actor, params.organisation, params.placement)),
  )
}

function viewOf({ placement, scale, total, earned, running, toGo }: CreditTotals): z.infer<typeof totalsSchema> {
  return {
    ...{ placement: placement.id, school: placement.school, employer: placement.employer, programme: placement.programme },
    ...{ from: placement.from, until: placement.until, scale: scale ?? null, total, earned, running, toGo },
  }
}

function bookOf(book: CreditBook): z.infer<typeof bookSchema> {
  const scaleOf = new Map(book.units.map(({ unit }) => [unit.id, unit.scale]))
  const hoursOf = (minutes: number): number => Math.round((minutes / 60) * 100) / 100
  return {
    ...viewOf(book),
    units: book.units.map(({ unit, confirmed, waiting, confirmedEver: _ever, ...amounts }) => {
      const credits = (amount: number): number => toCredits(unit.scale, amount)
      return {
        ...{ id: unit.id, code: unit.code, title: unit.title, version: unit.version, credits: credits(unit.amount) },
        ...{ evidenceHours: hoursOf(unit.evidenceMinutes), confirmedHours: hoursOf(confirmed), waitingHours: hoursOf(waiting) },
        ...{ earned: credits(amounts.earned), running: credits(amounts.running), toGo: credits(amounts.toGo) },
      }
    }),
    ledger: book.entries.map((entry) => ({
      ...{ number: entry.number, kind: entry.kind, award: entry.award, unit: entry.unit, seal: entry.seal },
      credits: toCredits(scaleOf.get(entry.unit) ?? book.scale ?? 'ects', changeOf(entry)),
      at: new Date(entry.at).toISOString(),
    })),
  }
}
