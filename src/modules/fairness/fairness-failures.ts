import type { FairnessReport, TraitFinding } from './report.ts'

/** What would have to be mended before a release; empty when the gate is passed. Reach is told, and is no reason to fail. */
export function fairnessFailures(report: FairnessReport, isAnotherWorld = false): readonly string[] {
  return [...ofTraits(report), ...ofProxies(report), ...(isAnotherWorld ? [] : ofKnownFaults(report))]
}

function ofTraits({ traits, knownFaults }: FairnessReport): string[] {
  return traits.flatMap(({ id, fields, engine, cvs }) => [
    ...fields.taken.map((field) => `${id}: a profile takes the field "${field}"`),
    ...(fields.tried.length === 0 || engine.compared === 0 ? [`${id}: was not tried`] : []),
    ...(engine.different > 0 ? [`${id}: ${engine.different} of ${engine.compared} answers of the engine differ`] : []),
    ...cvs.faults
      .filter((fault) => !knownFaults.some((known) => known.trait === id && isKnown(fault, known)))
      .map(({ change, fields: read, times }) => `${id}: "${change}" changes what is read of ${times} CVs: ${read.join(', ')}`),
  ])
}

/** A known fault that reaches other fields than before is a new one. */
function isKnown(
  { change, fields }: TraitFinding['cvs']['faults'][number],
  known: FairnessReport['knownFaults'][number],
): boolean {
  return known.change === change && fields.every((field) => known.fields.includes(field))
}

function ofProxies({ proxies }: FairnessReport): string[] {
  return proxies.flatMap(({ id, pairs, fit }) => [
    ...(pairs === 0 ? [`${id}: there are no two people who differ in this`] : []),
    ...(fit.different > 0 ? [`${id}: fit differs ${fit.different} times of ${fit.compared}`] : []),
  ])
}

function ofKnownFaults({ traits, knownFaults }: FairnessReport): string[] {
  return knownFaults
    .filter(({ trait, change }) => !traits.some(({ id, cvs }) => id === trait && cvs.faults.some((one) => one.change === change)))
    .map(({ trait, change }) => `${trait}: "${change}" is a known fault that no longer occurs: take it off the list`)
}
