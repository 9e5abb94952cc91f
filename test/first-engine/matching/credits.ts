import type { Credit } from '../../../src/engine/matching/answer.ts'
import { kinOrder } from '../../../src/engine/taxonomy/index.ts'
import { creditOf, evidenceRank } from './demand.ts'
import type { CompiledRequirement, CompiledVacancy, Market } from './market.ts'
import type { View } from './view.ts'

/** A skill somebody has after a training, evidenced by it. */
export interface Outcome {
  readonly concept: number
  readonly id: string
  readonly level: number
}

/** The reasons, requirement by requirement in the vacancy's order, with outcomes added to the claims. */
export function creditsOf(market: Market, view: View, vacancy: CompiledVacancy, outcomes: readonly Outcome[]): Credit[] {
  return vacancy.requirements.map((one) => creditFor(market, view, one, outcomes))
}

type Through = NonNullable<Credit['through']>

interface Candidate extends Through {
  readonly credit: number
}

function creditFor(
  market: Market,
  view: View,
  { requirement, demand }: CompiledRequirement,
  outcomes: readonly Outcome[],
): Credit {
  const { assessment } = view
  const { need, evidence } = market.demands.get(demand)
  const candidates = candidatesFor(market, view, demand, outcomes)
  const best = candidates.sort(byCredit)[0]
  const proven = evidence <= 1 && candidates.some((one) => one.taught && one.credit > 0 && one.level >= need && isProof(one))
  const metLow = assessment.metLow[demand] === 1 || proven
  const low = Math.max(assessment.creditLow[demand] ?? 0, best?.credit ?? 0)
  return {
    skill: requirement.skill,
    weight: requirement.weight,
    need,
    low,
    high: Math.max(low, assessment.creditHigh[demand] ?? 0),
    ...(best && best.credit > 0
      ? { through: { skill: best.skill, how: best.how, level: best.level, evidence: best.evidence } }
      : {}),
    state: metLow ? 'met' : assessment.metHigh[demand] ? 'unknown' : 'unmet',
  }
}

function candidatesFor(
  market: Market,
  view: View,
  demand: number,
  outcomes: readonly Outcome[],
): (Candidate & { readonly taught: boolean })[] {
  const { concept, need } = market.demands.get(demand)
  return market.graph.kinOf(concept).flatMap(({ claim: number, kinship, how }) => {
    const own = (view.claims.answered.get(number)?.said ?? []).map(({ id, level, evidence }) => ({
      skill: id,
      how,
      level,
      evidence,
      credit: creditOf(kinship, level, need),
      taught: false,
    }))
    const taught = outcomes
      .filter((outcome) => outcome.concept === number)
      .map(({ id, level }) => ({
        skill: id,
        how,
        level,
        evidence: 'evidenced' as const,
        credit: creditOf(kinship, level, need),
        taught: true,
      }))
    return [...own, ...taught]
  })
}

function isProof(through: Through): boolean {
  return through.how === 'same' || through.how === 'specific'
}

/** Ruling 25: credit, then kind of link, id, level, evidence. */
function byCredit(a: Candidate, b: Candidate): number {
  return (
    b.credit - a.credit ||
    kinOrder.indexOf(a.how) - kinOrder.indexOf(b.how) ||
    (a.skill < b.skill ? -1 : a.skill > b.skill ? 1 : 0) ||
    b.level - a.level ||
    evidenceRank[b.evidence] - evidenceRank[a.evidence]
  )
}
