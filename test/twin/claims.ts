import type { Answer, EvidenceState, Person } from '../../src/engine/matching/person.ts'
import type { Requirement } from '../../src/engine/matching/vacancy.ts'
import type { World } from '../../src/engine/planning/engine.ts'
import type { Offering } from '../../src/engine/planning/offering.ts'
import type { ConceptId } from '../../src/engine/taxonomy/concept.ts'
import type { Concepts } from './concepts.ts'

/** What somebody can say of one skill: a range of levels, and the state of its proof. */
export interface Claim {
  readonly skill: ConceptId
  readonly concept: ConceptId
  readonly low: number
  readonly high: number
  readonly evidence: EvidenceState
}

export interface Knowledge {
  readonly claims: readonly Claim[]
  /** Concepts that were not asked and may be there, up to a level. */
  readonly unknown: ReadonlyMap<ConceptId, number>
}

export type State = 'met' | 'unmet' | 'unknown'

/** Low: unknown is unmet. High: unknown is met. */
export type Mode = 'low' | 'high'

export const holds = (state: State, mode: Mode): boolean => state === 'met' || (state === 'unknown' && mode === 'high')

export const rangeOf = (answer: Answer): readonly [low: number, high: number] => {
  if (answer === 'no') return [0, 0]
  if (answer === 'little') return [1, 1]
  if (answer === 'yes') return [2, 3]
  return [answer, answer]
}

export function claimsOf(person: Person, concepts: Concepts): Claim[] {
  const claims: Claim[] = []
  for (const [skill, answer] of Object.entries(person.answers)) {
    const concept = concepts.conceptOf(skill)
    if (concept === undefined) continue
    const [low, high] = rangeOf(answer)
    claims.push({ skill, concept, low, high, evidence: person.evidence?.[skill] ?? 'claimed' })
  }
  return claims
}

/** Section 1 and ruling 25: what was not asked, and up to which level it may be there. */
export function unknownOf(
  person: Person,
  claims: readonly Claim[],
  answered: number,
  world: World,
  concepts: Concepts,
): Map<ConceptId, number> {
  const fewAnswers = answered < world.settings.transfer.answersBeforeSilenceIsNo
  const implied = new Set(
    world.occupations
      .filter((occupation) => person.occupations.includes(occupation.id))
      .flatMap((occupation) => occupation.implies)
      .map((skill) => concepts.conceptOf(skill)),
  )
  const highest = new Map<ConceptId, number>()
  for (const claim of claims) highest.set(claim.concept, Math.max(claim.high, highest.get(claim.concept) ?? 0))
  const unknown = new Map<ConceptId, number>()
  for (const concept of concepts.all) {
    if (highest.has(concept)) continue
    if (!fewAnswers && !implied.has(concept)) continue
    let cap = 4
    for (const general of concepts.above(concept)) cap = Math.min(cap, highest.get(general) ?? 4)
    if (cap > 0) unknown.set(concept, cap)
  }
  return unknown
}

/** Training outcomes are evidenced (ruling 15). */
export function withOutcomes(knowledge: Knowledge, path: readonly Offering[], concepts: Concepts): Knowledge {
  const gained: Claim[] = []
  for (const offering of path) {
    for (const { skill, level } of offering.outcomes) {
      const concept = concepts.conceptOf(skill)
      if (concept !== undefined) gained.push({ skill, concept, low: level, high: level, evidence: 'evidenced' })
    }
  }
  return { claims: [...knowledge.claims, ...gained], unknown: knowledge.unknown }
}

const strength: Readonly<Record<EvidenceState, number>> = { claimed: 0, evidenced: 1, verified: 2 }

export const atLeast = (found: EvidenceState, asked: EvidenceState): boolean => strength[found] >= strength[asked]

export const strongest = (states: readonly EvidenceState[]): EvidenceState =>
  states.reduce((best, state) => (strength[state] > strength[best] ? state : best), 'claimed')

/** A requirement without a level needs 2. */
export const needOf = (requirement: { readonly level?: number }): number => requirement.level ?? 2

export interface Proof {
  readonly state: State
  readonly found: readonly [low: number, high: number]
  readonly evidenceLacking?: 'claimed' | 'evidenced'
}

/** Section 2, *met*: a claim of the same concept or of one below it, at the level, with the proof asked. */
export function prove(knowledge: Knowledge, requirement: Requirement, concepts: Concepts): Proof {
  const need = needOf(requirement)
  const asked = concepts.conceptOf(requirement.skill)
  if (asked === undefined) return { state: 'unmet', found: [0, 0] }
  const proves = (concept: ConceptId) => concept === asked || concepts.above(concept).has(asked)
  const all = knowledge.claims.filter((claim) => proves(claim.concept))
  const carrying = all.filter((claim) => atLeast(claim.evidence, requirement.evidence ?? 'claimed'))
  let maybe = 0
  for (const [concept, cap] of knowledge.unknown) if (proves(concept)) maybe = Math.max(maybe, cap)
  const lowest = (claims: readonly Claim[]) => Math.max(0, ...claims.map((claim) => claim.low))
  const highest = (claims: readonly Claim[]) => Math.max(maybe, ...claims.map((claim) => claim.high))
  const state: State = lowest(carrying) >= need ? 'met' : highest(carrying) >= need ? 'unknown' : 'unmet'
  if (state === 'met' || lowest(all) < need) return { state, found: [lowest(carrying), highest(carrying)] }
  const lacking = strongest(all.filter((claim) => claim.low >= need).map((claim) => claim.evidence))
  return { state, found: [lowest(all), highest(all)], evidenceLacking: lacking as 'claimed' | 'evidenced' }
}
