import type { OccupationView } from '../../modules/occupations/index.ts'

const euros = (cents: number): number => cents / 100

/** The occupation as schema.org has it, for search engines: the same as the page says. The salary is that of the group, and says so. */
export function occupationJsonLd(occupation: OccupationView, url: string): Record<string, unknown> {
  const { label, description, alternatives, language, skills, codes, groupWage } = occupation
  const isco = codes.find(({ system }) => system === 'isco')
  return {
    '@context': 'https://schema.org',
    '@type': 'Occupation',
    name: label,
    url,
    inLanguage: language,
    ...(description === undefined ? {} : { description }),
    ...(alternatives.length > 0 ? { alternateName: alternatives } : {}),
    ...(isco ? { occupationalCategory: [`ISCO-08 ${isco.code}`, ...(isco.label ? [isco.label] : [])].join(' ') } : {}),
    ...(skills.length > 0 ? { skills: skills.map((skill) => skill.label) } : {}),
    sameAs: codes.flatMap((code) => (code.url ? [code.url] : [])),
    occupationLocation: { '@type': 'Country', name: 'NL' },
    ...(groupWage?.range
      ? {
          estimatedSalary: {
            '@type': 'MonetaryAmountDistribution',
            name: `${groupWage.groupLabel} (BRC ${groupWage.group})`,
            currency: 'EUR',
            unitText: 'HOUR',
            duration: 'PT1H',
            percentile25: euros(groupWage.range.lowCents),
            median: euros(groupWage.range.middleCents),
            percentile75: euros(groupWage.range.highCents),
          },
        }
      : {}),
  }
}
