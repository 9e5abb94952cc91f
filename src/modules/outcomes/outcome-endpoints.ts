import { z } from 'zod'
import { type Api, problemSchema } from '../../platform/index.ts'
import type { Outcomes } from './create-outcomes.ts'
import { apartReasons, funnelCodes, periodKinds } from './definitions.ts'
import { mostCompared, readRef } from './refs.ts'
import { reportSchema } from './report.ts'

const both = z.object({ nl: z.string(), en: z.string() })
const subjectSchema = z
  .object({
    kind: z.enum(['programme', 'initiative']),
    id: z.string(),
    name: both,
    by: z.string().describe('Who gives it.'),
    demo: z.boolean(),
  })
  .meta({ id: 'OutcomeSubject' })

const cellSchema = z
  .object({
    code: z.enum(funnelCodes),
    state: z.enum(['shown', 'few', 'unknown']).describe('few: fewer than ten, none among them. unknown: nobody counted it.'),
    count: z.number().int().optional().describe('People, in tens.'),
    of: z.number().int().optional().describe('Out of so many, in tens. Left out where that is not known or too few.'),
    isAtLeast: z.boolean().describe('Of some people it is not known: there may be more.'),
  })
  .meta({ id: 'OutcomeCell' })

const seriesSchema = z
  .object({
    from: z
      .enum(['counted', 'reported', 'published'])
      .describe('counted here; reported by the educator or initiative itself; published elsewhere.'),
    definition: z.string().describe('Version of the definitions.'),
    period: z.enum(periodKinds),
    year: z.number().int().describe('Of the first day.'),
    isRunning: z.boolean().describe('Counts still rise.'),
    cells: z.array(cellSchema),
    costPerPlacement: z.number().int().optional().describe('Euro, in hundreds.'),
    source: both.optional(),
    saidOn: z.string().optional(),
  })
  .meta({ id: 'OutcomeSeries' })

const womenSchema = z
  .object({
    lowPercent: z.number().int(),
    highPercent: z.number().int(),
    answers: z.number().int().describe('In tens.'),
  })
  .describe(
    'Share of women with its margin, of those who freely said so; a coin is mixed into each answer. Left out when too few answered.',
  )

const otherSchema = z.object({
  measure: both,
  value: z.number(),
  unit: z.enum(['count', 'percent']),
  near: z.enum(['about', 'over', 'almost']).optional(),
  outOf: z.number().optional(),
  cohort: both.optional(),
  reason: z.enum(apartReasons),
})

const outcomesSchema = z
  .object({
    subject: subjectSchema,
    series: z.array(seriesSchema),
    women: womenSchema.optional(),
    others: z.array(otherSchema).describe('Published figures that say something else than the definitions, with why.'),
  })
  .meta({ id: 'Outcomes' })

const comparisonSchema = z
  .object({
    groups: z.array(
      z.object({
        definition: z.string(),
        period: z.enum(periodKinds),
        columns: z.array(z.object({ subject: subjectSchema, series: seriesSchema })),
        rows: z.array(z.object({ code: z.enum(funnelCodes), cells: z.array(cellSchema) })),
      }),
    ),
    women: z.array(z.object({ subject: subjectSchema, share: womenSchema })),
    apart: z.array(
      z.object({
        subject: subjectSchema,
        reason: z.enum(apartReasons),
        figure: otherSchema.optional(),
        series: seriesSchema.optional(),
      }),
    ),
    nothing: z.array(subjectSchema),
  })
  .meta({ id: 'OutcomeComparison' })

const definitionsSchema = z
  .object({
    version: z.string(),
    validFrom: z.string(),
    placedMonths: z.number().int(),
    stayedMonths: z.number().int(),
    measures: z.array(
      z.object({
        code: z.string(),
        name: both,
        numerator: both,
        denominator: z.string().optional(),
        period: z.enum(periodKinds),
        source: both,
      }),
    ),
  })
  .meta({ id: 'OutcomeDefinitions' })

const tags = ['outcomes']
const id = z.string().min(1).max(300)
const refText = z.string().regex(/^(programme|initiative):.{1,300}$/, 'As initiative:make-it-work or programme:<id>.')

export function outcomeEndpoints(app: Api, outcomes: Outcomes): void {
  app.get(
    '/outcome-definitions',
    { schema: { summary: 'What is counted of programmes, and how', tags, response: { 200: definitionsSchema } } },
    async () => plain(outcomes.definitions),
  )

  app.get(
    '/initiatives/:id/outcomes',
    {
      schema: {
        summary: 'Outcomes of an initiative',
        description: 'People in tens; fewer than ten are not shown.',
        tags,
        params: z.object({ id: id.meta({ examples: ['make-it-work'] }) }),
        response: { 200: outcomesSchema, 404: problemSchema },
      },
    },
    async (request) => plain(await outcomes.of({ kind: 'initiative', id: request.params.id })),
  )

  app.get(
    '/programmes/:id/outcomes',
    {
      schema: {
        summary: 'Outcomes of a programme, by year of the first day',
        description: 'People in tens; fewer than ten are not shown, and no number is made of the numbers behind them.',
        tags,
        params: z.object({ id: id.meta({ examples: ['demo-programme-1'] }) }),
        response: { 200: outcomesSchema, 404: problemSchema },
      },
    },
    async (request) => plain(await outcomes.of({ kind: 'programme', id: request.params.id })),
  )

  app.get(
    '/outcome-comparison',
    {
      schema: {
        summary: 'Programmes and initiatives side by side, where they count the same',
        description: 'What says something else, or of another kind of time, is in `apart` with the reason.',
        tags,
        querystring: z.object({
          of: z
            .union([refText, z.array(refText).min(1).max(mostCompared)])
            .describe(`Up to ${mostCompared}; say \`of\` again for each.`)
            .meta({ examples: ['initiative:techgrounds'] }),
          year: z.coerce.number().int().min(1990).max(2100).optional().describe('Left out: the last year that is over.'),
        }),
        response: { 200: comparisonSchema, 400: problemSchema },
      },
    },
    async (request) => {
      const { of, year } = request.query
      const refs = [of].flat().flatMap((one) => readRef(one) ?? [])
      return plain(await outcomes.compare(refs, year))
    },
  )

  app.put(
    '/organisations/:organisation/outcome-reports',
    {
      config: { action: 'outcome.report' },
      schema: {
        summary: 'What an educator says of its own starts of a year',
        description: 'In place of what it said of that year before. It is shown as said by the educator, and not counted here.',
        tags,
        params: z.object({ organisation: id.meta({ examples: ['demo-organisation-educator'] }) }),
        body: reportSchema.meta({
          examples: [
            {
              of: { programme: 'demo-programme-1' },
              year: 2024,
              counts: { started: 40, completed: 31 },
              source: 'Own administration',
            },
          ],
        }),
        response: {
          200: z.object({ id: z.string() }),
          400: problemSchema,
          401: problemSchema,
          403: problemSchema,
          404: problemSchema,
        },
      },
    },
    async (request) => ({ id: await outcomes.report(request.actor, request.params.organisation, request.body) }),
  )

  app.put(
    '/initiatives/:id/runner',
    {
      config: { action: 'initiative.run' },
      schema: {
        summary: 'Says which organisation here runs an initiative',
        description: 'Of who keeps the site. `null`: none does.',
        tags,
        params: z.object({ id: id.meta({ examples: ['make-it-work'] }) }),
        body: z
          .strictObject({ organisation: z.string().min(1).max(300).nullable() })
          .meta({ examples: [{ organisation: null }] }),
        response: {
          200: z.object({ organisation: z.string().nullable() }),
          400: problemSchema,
          401: problemSchema,
          403: problemSchema,
          404: problemSchema,
        },
      },
    },
    async (request) => {
      const { organisation } = request.body
      await outcomes.setRunner(request.actor, request.params.id, organisation ?? undefined)
      return { organisation }
    },
  )
}

/** What stands in it is plain data: the schema wants lists that may be changed. */
const plain = <T>(value: T): Plain<T> => value as Plain<T>
type Plain<T> = T extends readonly (infer One)[]
  ? Plain<One>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Plain<T[Key]> }
    : T
