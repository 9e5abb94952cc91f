import { type CodeLists, ecfProblems } from './code-lists.ts'
import type { OccupationRecord, Placed, Problem, SkillRecord } from './vocabulary-records.ts'

/** Adds what is wrong between records, and between the records and the lists of codes, to `problems`. */
export function checkVocabulary(
  skills: readonly Placed<SkillRecord>[],
  occupations: readonly Placed<OccupationRecord>[],
  codes: CodeLists,
  problems: Problem[],
): void {
  checkLinks(skills, occupations, problems)
  for (const { where, record } of skills) add(problems, where, ecfProblems(codes, record.ecf))
  for (const { where, record } of occupations) add(problems, where, occupationCodeProblems(codes, record))
}

function add(problems: Problem[], where: string, messages: readonly string[]): void {
  for (const message of messages) problems.push({ where, message })
}

function occupationCodeProblems(codes: CodeLists, { isco, brc, ict, ecf, ecsf, crebo }: OccupationRecord): string[] {
  const group = brc === undefined ? undefined : codes.brc.get(brc)
  return [
    ...(ict && isco !== undefined && !codes.isco.has(isco)
      ? [`isco: ${isco} is no ISCO-08 code of ICT (codes/isco-08-ict.json)`]
      : []),
    ...(brc !== undefined && !group ? [`brc: there is no BRC group ${brc} in codes/brc-2014.json`] : []),
    ...(group && !group.isco.includes(isco ?? '')
      ? [`brc: ISCO ${isco ?? '(none)'} does not belong to BRC ${brc} ${group.nl}`]
      : []),
    ...ecfProblems(codes, ecf),
    ...ecsf.filter((code) => !codes.ecsf.has(code)).map((code) => `ecsf: there is no role "${code}" in codes/ecsf.json`),
    ...crebo.flatMap((code) => creboProblem(codes, code)),
  ]
}

function creboProblem({ crebo }: CodeLists, code: string): string[] {
  const found = crebo.get(code)
  if (!found) return [`crebo: there is no qualification ${code} in codes/crebo.json`]
  if (found.status === 'current') return []
  return [`crebo: ${code} ${found.nl} is old${found.successor === undefined ? '' : `; use ${found.successor}`}`]
}

function checkLinks(
  skills: readonly Placed<SkillRecord>[],
  occupations: readonly Placed<OccupationRecord>[],
  problems: Problem[],
): void {
  const known = uniqueIds(skills, problems)
  uniqueIds(occupations, problems)
  oneForEach([...skills, ...occupations], problems)
  const check = (where: string, field: string, id: string): void => {
    if (!known.has(id)) problems.push({ where, message: `${field}: there is no skill "${id}"` })
  }
  for (const { where, record } of skills) {
    for (const id of record.broader) check(where, 'broader', id)
    for (const id of record.related) check(where, 'related', id)
  }
  for (const { where, record } of occupations) {
    const named = new Set<string>()
    for (const { skill } of record.skills) {
      check(where, 'skills', skill)
      if (named.has(skill)) problems.push({ where, message: `skills: "${skill}" stands there twice` })
      named.add(skill)
    }
  }
}

function uniqueIds(placed: readonly Placed<{ id: string }>[], problems: Problem[]): Set<string> {
  const ids = new Set<string>()
  for (const { where, record } of placed) {
    if (ids.has(record.id)) problems.push({ where, message: `the id "${record.id}" is used twice` })
    ids.add(record.id)
  }
  return ids
}

/** Two of ours that equal one of ESCO's would be one and the same skill to the engine. */
function oneForEach(placed: readonly Placed<{ id: string; esco: string[] }>[], problems: Problem[]): void {
  const taken = new Map<string, string>()
  for (const { where, record } of placed) {
    for (const uri of record.esco) {
      const other = taken.get(uri)
      if (other !== undefined) problems.push({ where, message: `esco: ${uri} is "${other}" already; use escoClose` })
      taken.set(uri, record.id)
    }
  }
}
