import { z } from 'zod'
import { Invalid } from '../../../platform/index.ts'

/** What a badge is about: a part of a programme with credits, one learning outcome, a whole programme, or work that was confirmed at an employer. */
export const badgeKinds = ['unit', 'outcome', 'programme', 'practice'] as const
export type BadgeKind = (typeof badgeKinds)[number]

/** Frameworks that a badge can be aligned to. */
export const frameworks = ['ESCO', 'e-CF', 'NLQF', 'EQF'] as const

/** Most of one badge: what nobody reads helps nobody, and the picture carries all of it. */
const most = { title: 120, text: 2000, alignments: 40, evidence: 40, credits: 300 } as const

const both = (longest: number) => {
  const text = z.string().trim().min(1).max(longest)
  return z.union([text.transform((one) => ({ nl: one, en: one })), z.object({ nl: text, en: text })])
}

const alignmentSchema = z.object({
  framework: z.enum(frameworks),
  name: z.string().trim().min(1).max(300),
  /** Its address, as `http://data.europa.eu/esco/skill/…`. */
  url: z
    .string()
    .max(500)
    .regex(/^(https?:\/\/|urn:)\S+$/)
    .refine((address) => URL.canParse(address)),
  code: z.string().trim().min(1).max(100).optional(),
})

const evidenceSchema = z.object({
  /** What it is, in words. No file and nobody's name: everybody can read it. */
  description: z.string().trim().min(1).max(500),
  /** SHA-256 of the file, in hexadecimal: who has the file can show that this is the one. */
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
})

/** What an organisation says of what somebody achieved. A text in one language counts for both. */
export const achievementSchema = z.object({
  title: both(most.title),
  description: both(most.text),
  /** What somebody had to do for it. */
  criteria: both(most.text),
  /** Language of the signed document, which has one. */
  language: z.enum(['nl', 'en']).default('nl'),
  /** Study credits (EC: 28 hours each). */
  credits: z.number().positive().max(most.credits).optional(),
  alignments: z.array(alignmentSchema).max(most.alignments).default([]),
  evidence: z.array(evidenceSchema).max(most.evidence).default([]),
})

const reference = z.string().trim().min(1).max(200)

export const aboutSchema = z.object({ kind: z.enum(badgeKinds), ref: reference })

const askedBadgeSchema = achievementSchema.extend({
  about: aboutSchema,
  /** Last moment, in milliseconds since 1970. Left out: it does not end. */
  validUntil: z.number().int().optional(),
})

export type Achievement = z.output<typeof achievementSchema>
export type Alignment = Achievement['alignments'][number]
export type AskedBadge = z.input<typeof askedBadgeSchema>
export type ParsedBadge = z.output<typeof askedBadgeSchema>

/** @param now milliseconds since 1970 @throws Invalid at the first field that is wrong */
export function parseBadge(asked: AskedBadge, now: number): ParsedBadge {
  const parsed = askedBadgeSchema.safeParse(asked)
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ where: path.join('.'), message }))
    throw new Invalid(
      String(parsed.error.issues[0]?.path[0] ?? 'badge'),
      'This badge is not complete. Mend what is named.',
      problems,
    )
  }
  const { validUntil } = parsed.data
  if (validUntil !== undefined && validUntil <= now) {
    throw new Invalid('validUntil', 'The last day of a badge lies after today. Choose a later day, or none.')
  }
  return parsed.data
}
