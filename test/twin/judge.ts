import type { Condition, Credit, Judgement, Match, Quotient } from '../../src/engine/matching/answer.ts'
import type { Requirement, Vacancy } from '../../src/engine/matching/vacancy.ts'
import type { MatchList } from '../../src/engine/planning/engine.ts'
import type { Offering } from '../../src/engine/planning/offering.ts'
import type { Goal } from '../../src/engine/planning/plan.ts'
import { atLeast, type Claim, holds, type Knowledge, type Mode, needOf, prove } from './claims.ts'
import { hows, type Link } from './concepts.ts'
import { byText, compareQuotients, sortedOnce } from './order.ts'
import type { Tables, View } from './view.ts'

const share = (kinship: number, level: number, need: number) => (kinship * Math.min(level, need)) / need

/** The claims that have something to do with a requirement, and how. */
function linked(knowledge: Knowledge, requirement: Requirement, tables: Tables): { claim: Claim; link: Link }[] {
  const asked = tables.concepts.conceptOf(requirement.skill)
  if (asked === undefined) return []
  return knowledge.claims.flatMap((claim) => {
    const link = tables.concepts.link(claim.concept, asked)
    return link === undefined ? [] : [{ claim, link }]
  })
}

/** In 1/1200. */
export function creditLow(knowledge: Knowledge, requirement: Requirement, tables: Tables): number {
  const need = needOf(requirement)
  return Math.max(0, ...linked(knowledge, requirement, tables).map(({ claim, link }) => share(link.kinship, claim.low, need)))
}

/** In 1/1200: what is unknown may be there, up to its cap. */
export function creditHigh(knowledge: Knowledge, requirement: Requirement, tables: Tables): number {
  const need = needOf(requirement)
  const asked = tables.concepts.conceptOf(requirement.skill)
  if (asked === undefined) return 0
  let best = 0
  for (const { claim, link } of linked(knowledge, requirement, tables)) {
    best = Math.max(best, share(link.kinship, claim.high, need))
  }
  for (const [concept, cap] of knowledge.unknown) {
    const link = tables.concepts.link(concept, asked)
    if (link !== undefined) best = Math.max(best, share(link.kinship, cap, need))
  }
  return best
}

export function fitAt(knowledge: Knowledge, vacancy: Vacancy, mode: Mode, tables: Tables): Quotient {
  const { weights } = tables.world.settings.transfer
  if (vacancy.requirements.length === 0) return { of: 0, outOf: 1 }
  const credit = mode === 'low' ? creditLow : creditHigh
  let of = 0
  let outOf = 0
  for (const requirement of vacancy.requirements) {
    of += weights[requirement.weight] * credit(knowledge, requirement, tables)
    outOf += weights[requirement.weight] * 1200
  }
  return { of, outOf }
}

export const essentials = (vacancy: Vacancy): readonly Requirement[] =>
  vacancy.requirements.filter((requirement) => requirement.weight === 'essential')

/** Everything that is not met for certain: skills in the vacancy's order, then terms (section 12). */
export function conditionsOf(view: View, knowledge: Knowledge, vacancy: Vacancy): Condition[] {
  const conditions: Condition[] = []
  for (const requirement of essentials(vacancy)) {
    const proof = prove(knowledge, requirement, view.tables.concepts)
    if (proof.state === 'met') continue
    const need = needOf(requirement)
    conditions.push({
      key: `skill:${requirement.skill}`,
      state: proof.state,
      asked: need,
      found: proof.found,
      distance: Math.max(0, need - proof.found[0]),
      ...(proof.evidenceLacking === undefined ? {} : { evidenceLacking: proof.evidenceLacking }),
    })
  }
  for (const term of view.terms(vacancy)) {
    const { key, state, asked, found, distance } = term
    if (state === 'met') continue
    conditions.push({ key, state, asked, ...(found === undefined ? {} : { found }), distance })
  }
  return conditions
}

export function judge(view: View, vacancy: Vacancy): Judgement {
  return {
    vacancy: vacancy.id,
    conditions: conditionsOf(view, view.knowledge, vacancy),
    fitLow: fitAt(view.knowledge, vacancy, 'low', view.tables),
    fitHigh: fitAt(view.knowledge, vacancy, 'high', view.tables),
  }
}

/** All terms, or all but `start` (ruling 4). */
export const termsHold = (view: View, vacancy: Vacancy, mode: Mode, start: 'with start' | 'without start'): boolean =>
  view.terms(vacancy).every(({ key, state }) => holds(state, mode) || (key === 'start' && start === 'without start'))

export const skillsHold = (knowledge: Knowledge, vacancy: Vacancy, mode: Mode, tables: Tables): boolean =>
  essentials(vacancy).every((requirement) => holds(prove(knowledge, requirement, tables.concepts).state, mode))

/** A dual job is reached through its offering only (ruling 9). */
export const isDual = (vacancy: Vacancy): boolean => vacancy.carriedBy !== undefined

/** Nothing unmet, without any training. */
export const isOpen = (view: View, vacancy: Vacancy, mode: Mode, start: 'with start' | 'without start'): boolean =>
  !isDual(vacancy) && termsHold(view, vacancy, mode, start) && skillsHold(view.knowledge, vacancy, mode, view.tables)

export function inGoal(vacancy: Vacancy, goal: Goal): boolean {
  const among = (list: readonly string[] | undefined, value: string | undefined) =>
    list === undefined || (value !== undefined && list.includes(value))
  return among(goal.vacancies, vacancy.id) && among(goal.occupations, vacancy.occupation) && among(goal.regions, vacancy.region)
}

export function matches(view: View, goal: Goal, limit: number | undefined): MatchList {
  const found: Match[] = []
  for (const vacancy of view.tables.vacancies) {
    if (isDual(vacancy) || !inGoal(vacancy, goal)) continue
    if (!termsHold(view, vacancy, 'high', 'with start')) continue
    const { conditions, fitLow, fitHigh } = judge(view, vacancy)
    found.push({
      vacancy: vacancy.id,
      fitLow,
      fitHigh,
      certain: termsHold(view, vacancy, 'low', 'with start'),
      fitsNow: conditions.length === 0,
      mayFit: conditions.every(({ state }) => state === 'unknown'),
      check: sortedOnce(conditions.filter(({ state }) => state === 'unknown').map(({ key }) => key)) as Match['check'],
    })
  }
  found.sort(
    (a, b) => Number(b.certain) - Number(a.certain) || compareQuotients(b.fitLow, a.fitLow) || byText(a.vacancy, b.vacancy),
  )
  const count = (which: (match: Match) => boolean) => found.filter(which).length
  return {
    fitNow: [count((match) => match.fitsNow), count((match) => match.mayFit)],
    eligible: [count((match) => match.certain), found.length],
    matches: limit === undefined ? found : found.slice(0, limit),
  }
}

/** Through which claim the low credit comes (ruling 25). */
function through(knowledge: Knowledge, requirement: Requirement, tables: Tables): Credit['through'] {
  const need = needOf(requirement)
  const candidates = linked(knowledge, requirement, tables)
    .map(({ claim, link }) => ({ claim, link, credit: share(link.kinship, claim.low, need) }))
    .filter(({ credit }) => credit > 0)
  candidates.sort(
    (a, b) =>
      b.credit - a.credit ||
      hows.indexOf(a.link.how) - hows.indexOf(b.link.how) ||
      byText(a.claim.skill, b.claim.skill) ||
      b.claim.low - a.claim.low ||
      Number(atLeast(b.claim.evidence, a.claim.evidence)) - Number(atLeast(a.claim.evidence, b.claim.evidence)),
  )
  const best = candidates[0]
  if (best === undefined) return undefined
  return { skill: best.claim.skill, how: best.link.how, level: best.claim.low, evidence: best.claim.evidence }
}

export function credits(view: View, vacancy: Vacancy, path: readonly Offering[]): Credit[] {
  const knowledge = view.after(path)
  return vacancy.requirements.map((requirement) => {
    const by = through(knowledge, requirement, view.tables)
    return {
      skill: requirement.skill,
      weight: requirement.weight,
      need: needOf(requirement),
      low: creditLow(knowledge, requirement, view.tables),
      high: creditHigh(knowledge, requirement, view.tables),
      ...(by === undefined ? {} : { through: by }),
      state: prove(knowledge, requirement, view.tables.concepts).state,
    }
  })
}
