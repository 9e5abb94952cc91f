import { z } from 'zod'
import { Invalid } from '../../platform/index.ts'
import { fundingTermsSchema, rulesNamedBy } from './funding-terms.ts'

const bilingual = z.strictObject({ nl: z.string().min(1), en: z.string().min(1) })
const value = z.union([
  z.number(),
  z.string().min(1),
  z.strictObject({ from: z.number(), to: z.number() }),
  z.array(z.iso.date()).min(1),
  z.null(),
])

export const ruleSchema = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9][a-z0-9-]*$/, 'Small letters, digits and hyphens.'),
    title: bilingual,
    value,
    unit: z.enum([
      'centsPerHour',
      'centsPerDay',
      'centsPerKm',
      'kmPerHour',
      'euro',
      'euroLoan',
      'euroPerMonth',
      'share',
      'months',
      'hours',
      'minutes',
      'days',
      'workingDays',
      'people',
      'count',
      'dates',
      'answer',
    ]),
    validFrom: z.iso.date(),
    validTo: z.iso.date().optional(),
    source: z.string().trim().min(1, 'A rule names its source.'),
    sourceUrl: z.url().optional(),
    checkedOn: z.iso.date(),
    certainty: z.enum(['seen', 'seen-old', 'calculated', 'unverified', 'unknown']),
    note: bilingual.optional(),
    /** Only of a funding scheme: what it asks, pays and when. */
    funding: fundingTermsSchema.optional(),
  })
  .refine((rule) => rule.validTo === undefined || rule.validTo >= rule.validFrom, 'A rule ends on or after its first day.')
  .refine(
    (rule) => (rule.value === null) === (rule.certainty === 'unknown'),
    'A value is null exactly when its certainty is "unknown".',
  )

/** A dated row of law, of a scheme, or an assumption of ours (data/rules/README.md). */
export type Rule = z.infer<typeof ruleSchema>

/**
 * Parses the rules of one file.
 * @throws Invalid with the file and the rule that is wrong.
 */
export function parseRules(content: string, file: string): Rule[] {
  let records: unknown
  try {
    records = JSON.parse(content)
  } catch (error) {
    throw new Invalid(file, `${file} is not JSON: ${(error as Error).message}`)
  }
  if (!Array.isArray(records)) throw new Invalid(file, `${file} should hold a list of rules.`)
  return records.map((record, index) => {
    const parsed = ruleSchema.safeParse(record)
    if (parsed.success) return parsed.data
    const id = (record as { id?: unknown } | null)?.id ?? `number ${index + 1}`
    const problems = parsed.error.issues.map((issue) => ({
      where: `${file} ${id} ${issue.path.join('.')}`.trim(),
      message: issue.message,
    }))
    throw new Invalid(`${file} ${id}`, `Rule ${id} in ${file}: ${problems.map((p) => p.message).join(' ')}`, problems)
  })
}

/** @throws Invalid when two rows of one id hold on the same day: then nobody could say which is right. */
export function refuseOverlaps(rules: readonly Rule[]): void {
  const sorted = [...rules].sort((a, b) => compare(a.id, b.id) || compare(a.validFrom, b.validFrom))
  for (const [index, rule] of sorted.entries()) {
    const next = sorted[index + 1]
    if (next?.id !== rule.id) continue
    if (rule.validTo === undefined || rule.validTo >= next.validFrom) {
      throw new Invalid(
        rule.id,
        `Rule ${rule.id} from ${rule.validFrom} still holds on ${next.validFrom}, when its next row begins. Give it a validTo before that day.`,
      )
    }
  }
}

/** @throws Invalid when a condition of a funding scheme takes a figure that no rule holds */
export function refuseLostFigures(rules: readonly Rule[]): void {
  const ids = new Set(rules.map(({ id }) => id))
  for (const { id, funding } of rules) {
    const lost = funding && rulesNamedBy(funding).find((named) => !ids.has(named))
    if (lost !== undefined) throw new Invalid(id, `Rule ${id} takes a figure of the rule "${lost}", which is not there.`)
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
