import type { Profile } from '../../modules/people/index.ts'
import type { Rule } from '../../modules/rules/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import type { FundingRule } from '../components/funding-rules/funding-rules.tsx'
import type { SiteContext } from '../context.ts'

/** Schemes that trainings of now name, and loans, each with its dated rule and what this person said of it. What was not said is to be asked. */
export async function fundingFor(
  { modules }: SiteContext,
  profile: Profile,
  today: string,
  language: Language,
): Promise<FundingRule[]> {
  const { offerings } = await modules.residents.current()
  const named = new Set<string>()
  for (const { facts } of offerings.values()) for (const { scheme } of facts.funding) named.add(scheme)
  const rules = await modules.rules.list(today)
  const shown = rules.filter(({ id, unit }) => named.has(id) || unit === 'euroLoan')
  return shown
    .map((rule) => toFunding(rule, profile, language))
    .sort((a, b) => Number(a.isLoan) - Number(b.isLoan) || a.title.localeCompare(b.title, language))
}

function toFunding(
  { id, title, value, unit, note, checkedOn, certainty, sourceUrl }: Rule,
  profile: Profile,
  language: Language,
): FundingRule {
  return {
    ...{ id, title: title[language], checkedOn, sourceUrl },
    answer: profile.funding?.[id] ?? 'ask',
    isLoan: unit === 'euroLoan',
    euro: amountOf(value, unit),
    note: note?.[language],
    isSure: certainty === 'seen' || certainty === 'calculated',
  }
}

function amountOf(value: Rule['value'], unit: Rule['unit']): number | undefined {
  if (unit !== 'euro' && unit !== 'euroLoan') return undefined
  if (typeof value === 'number') return value
  return typeof value === 'object' && value !== null && 'to' in value ? value.to : undefined
}
