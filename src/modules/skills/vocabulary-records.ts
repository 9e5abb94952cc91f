import { z } from 'zod'

const shortId = z.string().regex(/^[a-z0-9][a-z0-9.+#-]*$/, 'small letters, digits and hyphens, as "python"')
const label = z.string().trim().min(1).max(200)
const text = z.string().trim().min(1).max(2_000)
const uris = z.union([z.url(), z.array(z.url())]).transform((value) => [value].flat())
const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
const weight = z.enum(['essential', 'important', 'somewhat'])

const shared = {
  id: shortId,
  nl: label,
  en: label,
  altNl: z.array(label).default([]),
  altEn: z.array(label).default([]),
  descNl: text.optional(),
  descEn: text.optional(),
  /** The same thing in ESCO; kept also while ESCO is not loaded. */
  esco: uris.default([]),
  /** Nearly the same in ESCO. */
  escoClose: uris.default([]),
  /** e-CF competences, with levels where they fit: `B.1`, `B.1:2`, `B.1:2-3`. */
  ecf: z.array(z.string()).default([]),
}

export const skillRecord = z.strictObject({
  ...shared,
  kind: z.enum(['tool', 'language', 'knowledge', 'capability', 'group']),
  broader: z.array(shortId).default([]),
  related: z.array(shortId).default([]),
})

export const occupationRecord = z.strictObject({
  ...shared,
  isco: z
    .string()
    .regex(/^\d{1,4}$/)
    .optional(),
  brc: z
    .string()
    .regex(/^\d{2,4}$/)
    .optional(),
  /** Roles of the ECSF that are this occupation, by our short code (`data/codes/ecsf.json`). */
  ecsf: z.array(z.string()).default([]),
  /** Current mbo qualifications that train for this very occupation. */
  crebo: z.array(z.string()).default([]),
  ict: z.boolean().default(false),
  level: level.optional(),
  nlqf: z.number().int().min(1).max(8).optional(),
  skills: z.array(z.strictObject({ skill: shortId, weight, level: level.optional() })).default([]),
})

export type SkillRecord = z.infer<typeof skillRecord>
export type OccupationRecord = z.infer<typeof occupationRecord>

export interface Placed<T> {
  /** 'skills/languages.json: record 3 ("python")' */
  readonly where: string
  readonly record: T
}

/** What is wrong, and in which record. */
export interface Problem {
  readonly where: string
  readonly message: string
}
