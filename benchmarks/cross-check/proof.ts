import type { EvidenceState, Person } from '../../src/engine/matching/index.ts'
import type { Offering } from '../../src/engine/planning/index.ts'
import type { ConceptId, Level, Skill } from '../../src/engine/taxonomy/index.ts'

/** Somebody has this skill, at least at this level, in this state. */
export interface Held {
  readonly skill: ConceptId
  readonly level: number
  readonly evidence: EvidenceState
}

/** Which skills a skill proves (definitions, section 2): itself, what matches it exactly, and all above either; groups prove nothing. */
export type Proof = (skill: ConceptId) => ReadonlySet<ConceptId>

export function proofOf(skills: readonly Skill[]): Proof {
  const byId = new Map(skills.map((skill) => [skill.id, skill]))
  const next = new Map<ConceptId, Set<ConceptId>>(skills.map(({ id }) => [id, new Set()]))
  for (const { id, kind, broader = [], exact = [] } of skills) {
    if (kind === 'group') continue
    for (const above of broader) if (byId.has(above) && byId.get(above)?.kind !== 'group') next.get(id)?.add(above)
    for (const same of exact) {
      next.get(id)?.add(same)
      next.get(same)?.add(id)
    }
  }
  const known = new Map<ConceptId, ReadonlySet<ConceptId>>()
  return (skill) => {
    const found = known.get(skill) ?? reachable(skill, next)
    known.set(skill, found)
    return found
  }
}

function reachable(from: ConceptId, next: ReadonlyMap<ConceptId, ReadonlySet<ConceptId>>): ReadonlySet<ConceptId> {
  const found = new Set<ConceptId>(next.has(from) ? [from] : [])
  for (const one of found) for (const other of next.get(one) ?? []) found.add(other)
  return found
}

/** What a person holds for certain: *a little* is 1, *yes* is 2, a level is itself. */
export function heldBy({ answers, evidence = {} }: Person): Held[] {
  return Object.entries(answers).flatMap(([skill, answer]) => {
    if (answer === 'no') return []
    const level = answer === 'little' ? 1 : answer === 'yes' ? 2 : answer
    return [{ skill, level, evidence: evidence[skill] ?? 'claimed' }]
  })
}

/** What somebody holds after a training: its outcomes count as evidenced. */
export function taughtBy({ outcomes }: Offering): Held[] {
  return outcomes.map(({ skill, level }) => ({ skill, level, evidence: 'evidenced' }))
}

const strength: Readonly<Record<EvidenceState, number>> = { claimed: 0, evidenced: 1, verified: 2 }

/** Whether one of these proves a skill at a level, with the proof that is asked. */
export function isMet(
  proof: Proof,
  held: readonly Held[],
  {
    skill,
    level = 2,
    evidence = 'claimed',
  }: { readonly skill: ConceptId; readonly level?: Level; readonly evidence?: EvidenceState },
): boolean {
  return held.some((one) => one.level >= level && strength[one.evidence] >= strength[evidence] && proof(one.skill).has(skill))
}
