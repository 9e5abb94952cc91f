import type { Graph, TransferModel } from '../taxonomy/index.ts'
import { type EvidenceRank, evidenceRank } from './demand.ts'
import type { Answer, EvidenceState, Person } from './person.ts'

/** One answer, as it was given. */
export interface Said {
  readonly id: string
  /** Lower end of the range. */
  readonly level: number
  readonly evidence: EvidenceState
}

/** What is known of one concept: the best level by evidence demanded, low and high. Index: evidence rank. */
export interface Claim {
  readonly low: [number, number, number]
  readonly high: [number, number, number]
  /** The answers behind it: several where schemes hold the concept under several ids (ruling 25). */
  readonly said: Said[]
}

/** A claim is a range: *a little* [1,1], *yes* [2,3], a stated or proven level [l,l], *no* [0,0]. */
export function rangeOf(answer: Answer): readonly [low: number, high: number] {
  if (answer === 'no') return [0, 0]
  if (answer === 'little') return [1, 1]
  if (answer === 'yes') return [2, 3]
  return [answer, answer]
}

/** A person's skills, with what is unknown among them. */
export interface Claims {
  /** Answered concepts, *no* included. */
  readonly answered: ReadonlyMap<number, Claim>
  /** Concepts that an occupation of the person implies. */
  readonly implied: ReadonlySet<number>
  /** So little was answered that everything else is unknown. */
  readonly mayKnowAll: boolean
  /** Highest level an unanswered concept may turn out to have: 0 when silence is *no*. */
  possible(concept: number): number
}

const mostLevel = 4

/** `answerCount`: how many answers the person gave, where some of `answers` are only supposed (ruling 5). */
export function claimsOf(person: Person, graph: Graph, model: TransferModel, answerCount?: number): Claims {
  const answered = new Map<number, Claim>()
  let given = 0
  for (const id in person.answers) {
    given++
    const answer = person.answers[id]
    const concept = graph.find(id)
    // An id that no scheme and no vacancy names counts as an answer and proves nothing (ruling 23).
    if (answer !== undefined && concept !== undefined) addClaim(answered, concept, id, answer, person.evidence?.[id] ?? 'claimed')
  }
  const implied = new Set(person.occupations.flatMap((occupation) => graph.impliedBy(occupation)))
  const fewAnswers = (answerCount ?? given) < model.answersBeforeSilenceIsNo
  const caps = new Map<number, number>()
  return {
    answered,
    implied,
    mayKnowAll: fewAnswers,
    possible(concept): number {
      if (!(fewAnswers || implied.has(concept)) || answered.has(concept)) return 0
      const known = caps.get(concept)
      if (known !== undefined) return known
      const cap = capOf(concept, graph, answered)
      caps.set(concept, cap)
      return cap
    },
  }
}

function addClaim(answered: Map<number, Claim>, concept: number, id: string, answer: Answer, evidence: EvidenceState): void {
  let claim = answered.get(concept)
  if (!claim) {
    claim = { low: [0, 0, 0], high: [0, 0, 0], said: [] }
    answered.set(concept, claim)
  }
  const [low, high] = rangeOf(answer)
  claim.said.push({ id, level: low, evidence })
  for (let rank = 0; rank <= evidenceRank[evidence]; rank++) {
    const at = rank as EvidenceRank
    if (low > claim.low[at]) claim.low[at] = low
    if (high > claim.high[at]) claim.high[at] = high
  }
}

/** An answer on the general caps what is unknown below it (ruling 6). */
function capOf(concept: number, graph: Graph, answered: ReadonlyMap<number, Claim>): number {
  let cap = mostLevel
  for (const general of graph.generalOf(concept)) {
    const claim = answered.get(general)
    if (claim) cap = Math.min(cap, claim.high[0])
  }
  return cap
}
