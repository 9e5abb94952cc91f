import type { Rule } from '../rules/index.ts'
import type { Language } from '../skills/index.ts'
import type { Opening } from '../vacancies/index.ts'
import type { GroupWage, VacancyWages, WageRange } from './occupation.ts'

/** Fewer wages than this say nothing about an occupation: then no range is shown. */
const fewestWages = 5

/** The wages that these vacancies name: quarter, middle and three quarters of the middles of their ranges. */
export function wagesOf(vacancies: readonly Opening[]): VacancyWages {
  const named = vacancies.flatMap(({ wageCents }) => (wageCents ? [Math.round((wageCents[0] + wageCents[1]) / 2)] : []))
  const counts = { named: named.length, notNamed: vacancies.length - named.length }
  return named.length < fewestWages ? counts : { ...counts, range: rangeOf(named.sort((a, b) => a - b)) }
}

/** By nearest rank: each of the three is a wage that somebody named. */
function rangeOf(sorted: readonly number[]): WageRange {
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
  return { lowCents: at(0.25), middleCents: at(0.5), highCents: at(0.75) }
}

/**
 * The newest figures of a group of occupations (BRC 2014) among the dated rules `hourly-wage-<group>-p25`, `-p50` and `-p75`
 * (`data/rules/occupation-wages.json`). Undefined when there is no row for the group at all.
 */
export function groupWageOf(
  rules: readonly Rule[],
  group: { readonly code: string; readonly label: string },
  language: Language,
): GroupWage | undefined {
  const newest = (part: string): Rule | undefined =>
    rules
      .filter(({ id }) => id === `hourly-wage-${group.code}-${part}`)
      .sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1))
      .at(0)
  const [low, middle, high] = ['p25', 'p50', 'p75'].map(newest)
  if (!middle) return undefined
  const cents = [low, middle, high].map((rule) => (rule?.validFrom === middle.validFrom ? rule.value : undefined))
  const [lowCents, middleCents, highCents] = cents
  const isKnown = typeof lowCents === 'number' && typeof middleCents === 'number' && typeof highCents === 'number'
  return {
    group: group.code,
    groupLabel: group.label,
    ...(isKnown ? { range: { lowCents, middleCents, highCents } } : {}),
    from: middle.validFrom,
    ...(middle.validTo === undefined ? {} : { until: middle.validTo }),
    source: middle.note?.[language] ?? middle.source,
    ...(middle.sourceUrl === undefined ? {} : { sourceUrl: middle.sourceUrl }),
    checkedOn: middle.checkedOn,
  }
}
