import { z } from 'zod'

const text = z.string().trim().min(1)
const bilingual = z.strictObject({ nl: text, en: text })
const certainty = z.enum(['seen', 'seen-old', 'calculated', 'unverified', 'unknown'])

export const dataSourceSchema = z.strictObject({
  id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'small letters, digits and hyphens'),
  name: bilingual,
  /** What Schakel has from it. */
  gives: bilingual,
  publisher: text.optional(),
  url: z.url().optional(),
  /** The year or version of what was taken. */
  edition: text.optional(),
  /** The licence, or the ground on which it may be used. */
  licence: bilingual,
  licenceUrl: z.url().optional(),
  /** To the letter, where the licence asks for one. */
  attribution: text.optional(),
  checkedOn: z.iso.date(),
  /** Left out: it differs from one record to the next, and stands with each. */
  certainty: certainty.optional(),
  /** Where what it gives lies in this project; left out: it comes in by an import. */
  folders: z
    .array(z.string().regex(/^data\/[a-z]+$/))
    .min(1)
    .optional(),
  /** The taxonomy that it is, by the id of its scheme. */
  scheme: text.optional(),
  /** Made up: in use only while the record is a demo. */
  demo: z.literal(true).optional(),
})

/** Where data comes from, and under which licence (`data/sources.json`). */
export type DataSource = z.infer<typeof dataSourceSchema>

export const codeListSchema = z.object({
  about: text,
  version: text.optional(),
  source: text,
  checked: z.iso.date(),
  certainty,
})

/** What a list of codes says of itself (`data/codes`); in English, as its source is. */
export interface CodeListSource extends z.infer<typeof codeListSchema> {
  /** Name of its file without the ending: `e-cf`. */
  readonly id: string
}
