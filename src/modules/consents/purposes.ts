import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { Invalid } from '../../platform/index.ts'

/** What somebody can agree to. Each by itself, each to be taken back at once. */
export const purposes = ['statistics', 'found', 'adviser', 'followUp'] as const
export type Purpose = (typeof purposes)[number]

const both = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })
const consentTextSchema = z.strictObject({ purpose: z.enum(purposes), version: z.iso.date(), title: both, text: both })

/** The text that somebody agrees to. A changed text is a new version; who agreed to an older one agreed to that. */
export type ConsentText = z.infer<typeof consentTextSchema>

/** The text of each purpose that is shown now, and all there ever were. */
export interface ConsentTexts {
  readonly now: Readonly<Record<Purpose, ConsentText>>
  readonly all: readonly ConsentText[]
}

const file = new URL('../../../data/consents/texts.json', import.meta.url)

/** @throws Invalid when a purpose has no text */
export async function readConsentTexts(): Promise<ConsentTexts> {
  const all = z.array(consentTextSchema).parse(JSON.parse(await readFile(file, 'utf8')))
  const newest = (purpose: Purpose): ConsentText => {
    const [latest] = all.filter((text) => text.purpose === purpose).sort((a, b) => (a.version < b.version ? 1 : -1))
    if (!latest) throw new Invalid('data/consents/texts.json', `There is no text for the purpose ${purpose}.`)
    return latest
  }
  return { all, now: Object.fromEntries(purposes.map((one) => [one, newest(one)])) as Record<Purpose, ConsentText> }
}
