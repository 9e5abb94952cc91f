import { z } from 'zod'
import { date, Invalid } from '../../platform/index.ts'
import { programmeFactsSchema } from '../trainings/index.ts'

export const mostText = 20_000
const mostSkills = 60
const mostOfferings = 50
const mostStarts = 60
const mostSteps = 20

const text = (longest: number) => z.string().trim().max(longest).nullable()
/** A text in one language or both; null or empty: that language is not there. */
const someText = (longest: number) => z.strictObject({ nl: text(longest).exactOptional(), en: text(longest).exactOptional() })
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const cefr = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)])
const euro = z.number().int().min(0).max(1_000_000)

const skill = z.strictObject({
  skill: z.string().min(1).max(300),
  level,
  isConfirmed: z
    .boolean()
    .exactOptional()
    .describe('Left out: somebody says so now. Read from a text it counts only once that is true.'),
})

const start = z
  .strictObject({
    date,
    seats: z.number().int().min(0).max(10_000).exactOptional(),
    enrolFrom: date.exactOptional(),
    enrolUntil: date.exactOptional(),
  })
  .refine(({ enrolFrom, enrolUntil }) => enrolFrom === undefined || enrolUntil === undefined || enrolFrom <= enrolUntil, {
    message: 'Enrolment begins before it ends.',
    path: ['enrolUntil'],
  })
  .refine((one) => one.enrolFrom === undefined || one.enrolFrom <= one.date, {
    message: 'Enrolment begins before the start.',
    path: ['enrolFrom'],
  })

const offering = z.strictObject({
  id: z.string().min(1).max(300).exactOptional().describe('Of an offering that is there. Left out: a new one.'),
  place: z.string().trim().max(80).nullable().exactOptional().describe('The municipality. Null: online only, or not known.'),
  online: z.boolean(),
  siteDays: z.number().int().min(0).max(2000).nullable().exactOptional().describe('Days at the place, all together.'),
  lessonDays: z
    .number()
    .int()
    .min(1)
    .max(127)
    .nullable()
    .exactOptional()
    .describe(
      'Days of the week on which there are lessons, added up: Monday 1, Tuesday 2, Wednesday 4 .. Sunday 64. Null: not known.',
    ),
  feeEuro: euro.nullable().exactOptional().describe('With VAT. Null: not known, then it is in no plan.'),
  funding: z
    .array(z.strictObject({ scheme: z.string().min(1).max(100), euro }))
    .max(10)
    .describe('Dated rules that may pay, by their id, with the most that they pay.'),
  rolling: z.boolean().describe('Begins at any time.'),
  starts: z
    .array(start)
    .max(mostStarts)
    .refine((all) => new Set(all.map((one) => one.date)).size === all.length, 'Each start has another day.'),
  incomeMonthEuro: euro.nullable().exactOptional().describe('Of a dual programme: gross income a month on the way.'),
})

const phase = z.strictObject({
  kind: z.enum(['school', 'work', 'workAndSchool', 'selfStudy']),
  weeks: z.number().int().min(1).max(312).exactOptional(),
  schoolDays: z.number().min(0).max(7).exactOptional(),
  workDays: z.number().min(0).max(7).exactOptional(),
  employed: z.boolean().exactOptional(),
  wageMonthEuro: euro.exactOptional(),
})

const payer = z.strictObject({
  party: programmeFactsSchema.shape.whoPays.unwrap().element.shape.party,
  euro: euro.exactOptional(),
})

export const programmeChangeSchema = z.strictObject({
  title: someText(300).exactOptional(),
  description: someText(mostText).exactOptional(),
  admission: z.array(someText(1000)).max(mostSteps).exactOptional().describe('Steps to get in, in order.'),
  form: programmeFactsSchema.shape.form.exactOptional(),
  weeks: z.number().int().min(1).max(312).nullable().exactOptional(),
  hoursPerWeek: z.number().int().min(1).max(60).nullable().exactOptional(),
  language: z
    .strictObject({ code: z.string().regex(/^[a-z]{2,3}$/, 'A code of a language has two or three letters.'), level: cefr })
    .nullable()
    .exactOptional()
    .describe('The language that somebody needs, and how well.'),
  award: z.string().trim().min(1).max(200).nullable().exactOptional(),
  phases: z.array(phase).max(12).exactOptional(),
  whoPays: z.array(payer).max(7).exactOptional(),
  url: z
    .url({ protocol: /^https?$/, error: 'Give the address of a web page, as https://...' })
    .max(2000)
    .nullable()
    .exactOptional(),
  outcomes: z.array(skill).max(mostSkills).exactOptional().describe('All skills that it teaches.'),
  prerequisites: z.array(skill).max(mostSkills).exactOptional().describe('All skills that it asks.'),
  offerings: z.array(offering).max(mostOfferings).exactOptional().describe('All offerings: those left out go.'),
})
/** What is changed of a programme. What is left out stays; null: not known. */
export type ProgrammeChange = z.infer<typeof programmeChangeSchema>
export type OfferingChange = NonNullable<ProgrammeChange['offerings']>[number]

export const courseTextSchema = z.strictObject({
  text: z
    .string()
    .trim()
    .min(1, 'Fill in a text.')
    .max(mostText)
    .describe('Of a course. Its first line is the title, unless that is given.'),
  title: z.string().trim().max(300).exactOptional(),
  language: z.enum(['nl', 'en']).exactOptional().describe('Left out: as its words tell.'),
})
export type CourseText = z.infer<typeof courseTextSchema>

/** @throws Invalid naming the fields */
export function parse<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => ({ where: path.join('.') || 'programme', message }))
  throw new Invalid(problems[0]?.where ?? 'programme', 'This programme cannot be kept. Change the fields named.', problems)
}
