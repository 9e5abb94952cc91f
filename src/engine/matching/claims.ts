import type { Graph, TransferModel } from '../taxonomy/index.ts'
import { type EvidenceRank, evidenceRank } from './demand.ts'
import type { Answer, EvidenceState, Person } from './person.ts'

/** What is known of one concept: the best level by evidence demanded, low and high. Index: evidence rank. */
export interface Claim {
  readonly low: [number, number, number]
  readonly high: [number, number, number]
  /** Whether it caps what is unknown below it. */
  readonly caps: boolean
  /** The person's own word for it: the answered id with the best low level, and its evidence. */
  id: string
  evidence: EvidenceState
}

/** A claim is a range: *a little* [1,1], *yes* [2,3], a stated or proven level [l,l], *no* [0,0]. */
export function rangeOf(answer: Answer): readonly [low: number, high: number] {
  if (answer === 'no') return [0, 0]
  if (answer === 'little') return [1, 1]
  if (answer === 'yes') return [2, 3]
  return [answer, answer]
}

/**
 * Something supposed instead of answered; it does not move the count of answers (definitions.md ruling 5). A level above 0
 * is *at least* this level, with every proof that is asked; it caps nothing. 0 is a supposed *no*, which does.
 */
export interface SupposedSkill {
  readonly concept: number
  readonly level: number
  /** This level and no other, as if it were answered: for the *no* of a question. */
  readonly exactly?: boolean
}

/** A person's skills, with what is unknown among them. */
export interface Claims {
  /** Answered concepts, *no* included. */
  readonly answered: ReadonlyMap<number, Claim>
  /** Highest level an unanswered concept may turn out to have: 0 when silence is *no*. */
  possible(concept: number): number
}

const mostLevel = 4

export function claimsOf(person: Person, graph: Graph, model: TransferModel, supposed: SupposedSkill | undefined): Claims {
  const answered = new Map<number, Claim>()
  for (const [id, answer] of Object.entries(person.answers)) {
    addClaim(answered, graph.numberOf(id), id, rangeOf(answer), person.evidence?.[id] ?? 'claimed')
  }
  const implied = new Set(person.occupations.flatMap((occupation) => graph.impliedBy(occupation)))
  const fewAnswers = Object.keys(person.answers).length < model.answersBeforeSilenceIsNo
  const caps = new Map<number, number>()
  const possible = (concept: number): number => {
    if (answered.has(concept) || !(fewAnswers || implied.has(concept))) return 0
    const known = caps.get(concept)
    if (known !== undefined) return known
    const cap = capOf(concept, graph, answered)
    caps.set(concept, cap)
    return cap
  }
  if (supposed) {
    suppose(answered, supposed, possible(supposed.concept), graph)
    caps.clear()
  }
  return { answered, possible }
}

function addClaim(
  answered: Map<number, Claim>,
  concept: number,
  id: string,
  [low, high]: readonly [number, number],
  evidence: EvidenceState,
): void {
  let claim = answered.get(concept)
  if (!claim) {
    claim = { low: [0, 0, 0], high: [0, 0, 0], caps: true, id, evidence }
    answered.set(concept, claim)
  } else if (low > claim.low[0] || (low === claim.low[0] && id < claim.id)) {
    claim.id = id
    claim.evidence = evidence
  }
  for (let rank: EvidenceRank = 0; rank <= evidenceRank[evidence]; rank++) {
    claim.low[rank as EvidenceRank] = Math.max(claim.low[rank as EvidenceRank], low)
    claim.high[rank as EvidenceRank] = Math.max(claim.high[rank as EvidenceRank], high)
  }
}

function suppose(answered: Map<number, Claim>, { concept, level, exactly }: SupposedSkill, possible: number, graph: Graph): void {
  const known = answered.get(concept)
  if (level === 0 || exactly) {
    const evidence = known?.evidence ?? 'claimed'
    answered.delete(concept)
    addClaim(answered, concept, known?.id ?? graph.idOf(concept), [level, level], evidence)
    return
  }
  const atLeast = (levels: readonly [number, number, number] | undefined, least: number): [number, number, number] => [
    Math.max(levels?.[0] ?? 0, least),
    Math.max(levels?.[1] ?? 0, least),
    Math.max(levels?.[2] ?? 0, least),
  ]
  answered.set(concept, {
    low: atLeast(known?.low, level),
    high: atLeast(known?.high, Math.max(level, possible)),
    caps: known?.caps ?? false,
    id: known?.id ?? graph.idOf(concept),
    evidence: 'verified',
  })
}

/** An answer on the general caps what is unknown below it (ruling 6). */
function capOf(concept: number, graph: Graph, answered: ReadonlyMap<number, Claim>): number {
  let cap = mostLevel
  for (const general of graph.generalOf(concept)) {
    const claim = answered.get(general)
    if (claim?.caps) cap = Math.min(cap, claim.high[0])
  }
  return cap
}
