import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { type Profile, profileSchema } from '../people/index.ts'

const bilingual = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })

const exampleSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  title: bilingual,
  story: bilingual,
  profile: profileSchema,
})

/** A fictional person to try the site with. Dates of a profile that lie in the past are brought forward by the reader. */
export interface ExampleProfile {
  readonly id: string
  readonly title: { readonly nl: string; readonly en: string }
  readonly story: { readonly nl: string; readonly en: string }
  readonly profile: Profile
}

export async function readExampleProfiles(): Promise<readonly ExampleProfile[]> {
  const file = new URL('../../../data/demo/profiles.json', import.meta.url)
  return z.array(exampleSchema).parse(JSON.parse(await readFile(file, 'utf8')))
}
