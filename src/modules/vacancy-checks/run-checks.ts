import type { Check, CheckedText, CheckSource, Mark, Missing, Praise } from './check.ts'

/** What all checks say of a text: marks in its order. */
export interface Findings {
  readonly marks: readonly Mark[]
  readonly missing: readonly Missing[]
  readonly praise: readonly Praise[]
  readonly sources: ReadonlyMap<string, readonly CheckSource[]>
}

const severities = ['law', 'shutsOut', 'tip'] as const

/** Of marks on the very same words by one check only the first stays; a heavier one comes before a lighter one at the same place. */
export function runChecks(checks: readonly Check[], checked: CheckedText): Findings {
  const results = checks.map((check) => check.run(checked))
  const seen = new Set<string>()
  const marks = results
    .flatMap(({ marks = [] }) => marks)
    .sort((a, b) => a.start - b.start || severities.indexOf(a.severity) - severities.indexOf(b.severity) || b.end - a.end)
    .filter(({ check, start, end }) => {
      const key = `${check} ${start} ${end}`
      return !seen.has(key) && seen.add(key)
    })
  return {
    marks,
    missing: results.flatMap(({ missing = [] }) => missing),
    praise: results.flatMap(({ praise = [] }) => praise).sort((a, b) => a.start - b.start),
    sources: new Map(checks.map(({ id, sources }) => [id, sources])),
  }
}
