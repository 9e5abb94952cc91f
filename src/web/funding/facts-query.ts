import type { FundingFacts } from '../../modules/rules/index.ts'

/** The query that says the same, and one more thing. */
export function factsQuery(facts: FundingFacts, who: string | undefined, more: Readonly<Record<string, string>> = {}): string {
  const told = Object.entries({ ...facts, ...more }).filter(([, value]) => value !== undefined)
  const query = new URLSearchParams([
    ...(who === undefined ? [] : [['who', who]]),
    ...told.map(([fact, value]) => [fact, String(value)]),
  ])
  return query.size === 0 ? '' : `?${query}`
}
