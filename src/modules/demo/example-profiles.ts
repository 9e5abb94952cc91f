import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { DateText } from '../../platform/index.ts'
import { type Profile, profileSchema } from '../people/index.ts'
import { addDays } from './demo-dates.ts'

const bilingual = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })

const exampleSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  title: bilingual,
  story: bilingual,
  /** Dates of the profile as days from today, so that a story stays true. */
  inDays: z.strictObject({ jobEndsOn: z.number().int().optional(), availableFrom: z.number().int().optional() }).default({}),
  profile: profileSchema,
})

/** A fictional person to try the site with. */
export interface ExampleProfile {
  readonly id: string
  readonly title: { readonly nl: string; readonly en: string }
  readonly story: { readonly nl: string; readonly en: string }
  readonly profile: Profile
}

/** The example people, with their dates counted from `today`. */
export async function readExampleProfiles(today: DateText): Promise<readonly ExampleProfile[]> {
  const file = new URL('../../../data/demo/profiles.json', import.meta.url)
  const examples = z.array(exampleSchema).parse(JSON.parse(await readFile(file, 'utf8')))
  return examples.map(({ inDays, profile, ...example }) => ({
    ...example,
    profile: {
      ...profile,
      ...(inDays.jobEndsOn === undefined ? {} : { jobEndsOn: addDays(today, inDays.jobEndsOn) }),
      ...(inDays.availableFrom === undefined ? {} : { availableFrom: addDays(today, inDays.availableFrom) }),
    },
  }))
}
