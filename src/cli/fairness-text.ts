import { type FairnessReport, fairnessFailures, type ProxyFinding } from '../modules/fairness/index.ts'

/** The fairness report as lines to read. */
export function fairnessText(report: FairnessReport): string[] {
  const { made, traits, proxies, knownFaults } = report
  const failures = fairnessFailures(report)
  return [
    `${made.people} made-up people, ${made.cvs} CVs, ${made.vacancies} vacancies; ${made.taxonomy}, weights ${made.weights}, seed "${made.seed}", ${made.day}`,
    '',
    'What may never count: a profile must refuse it, the engine and the reading of a CV must not change',
    ...traits.map(
      ({ id, fields, engine, cvs }) =>
        `  ${id.padEnd(12)} refused ${fields.tried.length - fields.taken.length} of ${fields.tried.length} fields; answers that differ ${engine.different} of ${engine.compared}; CVs read otherwise ${cvs.different} of ${cvs.pairs}`,
    ),
    '',
    'What goes along with it: fit that differs, and the vacancies in reach per person (for certain - possibly)',
    ...proxies.map(proxyText),
    ...(knownFaults.length > 0 ? ['', 'Known faults'] : []),
    ...knownFaults.map(({ trait, says }) => `  ${trait}: ${says.en}`),
    '',
    ...(failures.length === 0
      ? [knownFaults.length > 0 ? 'The gate is passed, but for the known faults.' : 'The gate is passed.']
      : ['The gate is not passed:', ...failures.map((one) => `  ${one}`)]),
  ]
}

function proxyText({ id, pairs, tooFew, fit, reach, reasons }: ProxyFinding): string {
  const per = ({ certain, possible }: { certain: number; possible: number }): string =>
    `${(certain / pairs).toFixed(1)} - ${(possible / pairs).toFixed(1)}`
  const why = reasons.map(({ term }) => term).join(', ')
  const reached = tooFew
    ? 'too few pairs to judge reach'
    : `${per(reach.without)} -> ${per(reach.with)}${why ? ` by ${why}` : ''}`
  return `  ${id.padEnd(18)} ${pairs} pairs; fit ${fit.different} of ${fit.compared}; ${reached}`
}
