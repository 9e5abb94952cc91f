import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type DateText, Invalid } from '../../platform/index.ts'

/** Facts that a template may name in braces. */
export const factNames = [
  'student',
  'school',
  'employer',
  'supporter',
  'programme',
  'crebo',
  'from',
  'until',
  'hours',
  'week',
  'supervisor',
  'coach',
  'wage',
  'guidance',
  'changes',
  'agreed',
] as const
export type FactName = (typeof factNames)[number]

const words = z.string().trim().min(1)
const bilingual = z.strictObject({ nl: words, en: words })
const isFact = (name: string): boolean => factNames.some((one) => one === name)
const text = words.refine(
  (said) => [...said.matchAll(/\{([^}]*)\}/g)].every(([, name = '']) => isFact(name)),
  'Names a fact in braces that there is not.',
)

const templateSchema = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  kind: z.enum(['agreement', 'addendum']),
  scheme: z.enum(['bbl', 'other', 'all']),
  version: z.iso.date(),
  validFrom: z.iso.date(),
  validTo: z.iso.date().optional(),
  title: bilingual,
  note: bilingual,
  articles: z
    .array(
      z.strictObject({ title: bilingual, text: z.strictObject({ nl: text, en: text }), onlyWith: z.enum(factNames).optional() }),
    )
    .min(1),
})
/** The text of an agreement with facts to fill in (`data/agreements`). */
export type AgreementTemplate = z.infer<typeof templateSchema>

const folder = new URL('../../../data/agreements', import.meta.url).pathname

/** @throws Invalid naming the file that cannot be used */
export async function readTemplates(from: string = folder): Promise<readonly AgreementTemplate[]> {
  const files = (await readdir(from)).filter((file) => file.endsWith('.json')).sort()
  const read: AgreementTemplate[] = []
  for (const file of files) {
    const parsed = templateSchema.safeParse(JSON.parse(await readFile(join(from, file), 'utf8')))
    if (!parsed.success) throw new Invalid(file, `data/agreements/${file}: ${z.prettifyError(parsed.error)}`)
    read.push(parsed.data)
  }
  return read
}

/** The newest template for a scheme that is valid on a day. @throws Invalid where there is none */
export function templateOn(
  templates: readonly AgreementTemplate[],
  scheme: AgreementTemplate['scheme'],
  today: DateText,
): AgreementTemplate {
  const found = templates
    .filter((one) => one.scheme === scheme && one.validFrom <= today && (one.validTo === undefined || today <= one.validTo))
    .sort((a, b) => (a.version < b.version ? 1 : -1))[0]
  if (!found) throw new Invalid('template', `There is no agreement for "${scheme}" on ${today}: add one in data/agreements.`)
  return found
}
