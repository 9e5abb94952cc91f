import { z } from 'zod'
import { date, Invalid } from '../../platform/index.ts'

const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const cefr = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)])
const nlqf = z.number().int().min(1).max(8)
const years = z.number().int().min(0).max(60)
const cents = z.number().int().min(1).max(100_000)
const code = z.string().min(1).max(40)
const inOrder = ([least, most]: readonly [number, number]): boolean => least <= most
export const mostText = 20_000
const mostReason = 500

/** Terms as they are set by hand; null: not known. */
const factsSchema = z.strictObject({
  hours: z
    .tuple([z.number().int().min(1).max(60), z.number().int().min(1).max(60)])
    .refine(inOrder, 'The least hours come first.')
    .nullable()
    .exactOptional(),
  wageCents: z
    .tuple([cents, cents])
    .refine(inOrder, 'The lowest wage comes first.')
    .nullable()
    .exactOptional()
    .describe('Gross cents per hour, without holiday pay.'),
  remoteShare: z.number().int().min(0).max(100).nullable().exactOptional(),
  days: z.number().int().min(0).max(127).nullable().exactOptional(),
  languages: z
    .array(z.strictObject({ code, level: cefr }))
    .max(6)
    .nullable()
    .exactOptional(),
  licences: z.array(code).max(6).nullable().exactOptional(),
  workLevel: z.strictObject({ level: nlqf, orYears: years.exactOptional() }).nullable().exactOptional(),
  experienceYears: years.nullable().exactOptional(),
  certificateOfConduct: z.boolean().nullable().exactOptional(),
  sponsorsPermit: z.boolean().nullable().exactOptional(),
  startFrom: date.nullable().exactOptional(),
  latestStart: date.nullable().exactOptional(),
  paysTraining: z.boolean().nullable().exactOptional(),
  contract: z.enum(['permanent', 'temporary', 'internship', 'freelance']).nullable().exactOptional(),
})
export type ChangedFacts = z.infer<typeof factsSchema>

const requirementSchema = z.strictObject({
  skill: z.string().min(1).max(300),
  weight: z.enum(['essential', 'important', 'somewhat']),
  level: level.exactOptional(),
  evidence: z.enum(['claimed', 'evidenced', 'verified']).exactOptional(),
})

const reasonsSchema = z
  .record(z.string().max(400), z.string().trim().max(mostReason))
  .refine((all) => Object.keys(all).length <= 200)

export const changeSchema = z.strictObject({
  title: z.string().trim().min(1, 'Fill in a title.').max(200).exactOptional(),
  text: z
    .string()
    .trim()
    .min(1, 'Fill in a text.')
    .max(mostText)
    .exactOptional()
    .describe('Without the title. Terms and skills are read from it, but for those that somebody set by hand.'),
  place: z.string().trim().max(80).nullable().exactOptional().describe('The municipality where the work is.'),
  closesOn: date.nullable().exactOptional(),
  facts: factsSchema.exactOptional().describe('Terms by hand. Null: not known. Those left out stay.'),
  requirements: z.array(requirementSchema).max(100).exactOptional().describe('All skills that are asked, by hand.'),
  reasons: reasonsSchema
    .exactOptional()
    .describe(
      'Why something that a check marks stays, by its `key` in POST /vacancy-checks; an empty text takes the reason back.',
    ),
  readAgain: z.literal(true).exactOptional().describe('Forget what was set by hand, and read the text anew.'),
})
export type VacancyChange = z.infer<typeof changeSchema>

export const newTextSchema = z.strictObject({
  text: z.string().trim().min(1, 'Fill in a text.').max(mostText).describe('Its first line is the title, unless that is given.'),
  title: z.string().trim().max(200).exactOptional(),
  place: z.string().trim().max(80).exactOptional(),
  reasons: reasonsSchema.exactOptional(),
})
export type NewText = z.infer<typeof newTextSchema>

/** @throws Invalid naming the fields */
export function parse<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(({ path, message }) => ({ where: path.join('.') || 'vacancy', message }))
  throw new Invalid(problems[0]?.where ?? 'vacancy', 'This vacancy cannot be kept. Change the fields named.', problems)
}
