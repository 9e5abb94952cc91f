import type { ActingDatabase } from '../../../platform/index.ts'
import { evidenceFrom, type Lapsed } from './held-credential.ts'
import { listEvidence, type StandingEvidence } from './held-store.ts'

export type ProvenState = 'verified' | 'evidenced'

/** What stands behind a skill of somebody, or stood. */
export interface SkillEvidence {
  readonly concept: string
  /** What it makes of the skill now; left out when it does nothing any more, or never did. */
  readonly state?: ProvenState
  readonly credential: string
  readonly title: string
  readonly issuerName: string
  readonly issuedAt: number | undefined
  readonly validUntil: number | undefined
  readonly lapsed: Lapsed | undefined
}

const strength = { verified: 2, evidenced: 1 } as const

/** The strongest credential behind each skill at this moment; of a skill that has none any more, the newest that lapsed. */
export async function evidenceBySkill(
  inside: ActingDatabase,
  person: string,
  now: number,
): Promise<ReadonlyMap<string, SkillEvidence>> {
  const best = new Map<string, SkillEvidence>()
  for (const standing of await listEvidence(inside, person)) {
    const next = evidenceAt(standing, now)
    const known = best.get(next.concept)
    if (!known || rank(next) > rank(known)) best.set(next.concept, next)
  }
  return best
}

/** What a profile may say of its skills at this moment: nobody proves anything by saying so. */
export async function provenStates(
  inside: ActingDatabase,
  person: string,
  now: number,
): Promise<Readonly<Record<string, ProvenState>>> {
  const found = [...(await evidenceBySkill(inside, person, now)).values()]
  return Object.fromEntries(found.flatMap(({ concept, state }) => (state === undefined ? [] : [[concept, state] as const])))
}

/** It counts until its end, also when nobody looked since. */
function evidenceAt({ how, conclusion, ...standing }: StandingEvidence, now: number): SkillEvidence {
  const isOver = standing.validUntil !== undefined && standing.validUntil <= now
  const lapsed = standing.lapsed ?? (isOver ? 'expired' : undefined)
  const state = lapsed === undefined ? evidenceFrom(conclusion, how) : undefined
  return { ...standing, lapsed, ...(state === undefined ? {} : { state }) }
}

/** A stronger one first; of the same strength the one that lasts longer. */
function rank({ state, validUntil }: SkillEvidence): number {
  const endless = 8_640_000_000_000_000
  return state === undefined ? 0 : strength[state] + (validUntil ?? endless) / (endless * 2)
}
