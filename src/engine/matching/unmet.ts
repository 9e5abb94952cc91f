/**
 * The kernel: what of a vacancy a person does not meet. Fit, reasons, matches, plans, smallest change and pool effect are
 * all readings of this (definitions.md section 4).
 */
import type { Condition, Judgement, Quotient } from './answer.ts'
import type { RequirementKind } from './kinds.ts'
import type { CompiledVacancy, Market } from './market.ts'
import { type Mode, termConditions, type View } from './view.ts'

/** The kernel in full: every condition not met for certain, with what was asked and found, and fit low and high. */
export function judge(market: Market, view: View, vacancy: CompiledVacancy): Judgement {
  return {
    vacancy: vacancy.vacancy.id,
    conditions: [...skillConditions(market, view, vacancy), ...termConditions(market, view, vacancy)],
    fitLow: fitOf(view, vacancy, 'low'),
    fitHigh: fitOf(view, vacancy, 'high'),
  }
}

function skillConditions(market: Market, view: View, vacancy: CompiledVacancy): Condition[] {
  return vacancy.essentials.filter((one) => !view.assessment.metLow[one.demand]).map((one) => skillCondition(market, view, one))
}

function skillCondition(market: Market, view: View, { requirement, demand }: RequirementKind): Condition {
  const { levelLow, levelHigh, metHigh } = view.assessment
  const { need } = market.demands.get(demand)
  const found = [levelLow[demand] ?? 0, levelHigh[demand] ?? 0] as const
  const base = { key: `skill:${requirement.skill}`, state: metHigh[demand] ? 'unknown' : 'unmet', asked: need } as const
  const unproven = levelsWithoutProof(market, view, demand)
  if (unproven.found[0] < need) return { ...base, found, distance: Math.max(0, need - found[0]) }
  return { ...base, found: unproven.found, distance: 0, evidenceLacking: unproven.strongest }
}

/** The level found when proof is left aside, and the strongest proof among the claims that are enough (ruling 27). */
function levelsWithoutProof(
  market: Market,
  view: View,
  demand: number,
): { readonly found: readonly [number, number]; readonly strongest: 'claimed' | 'evidenced' } {
  const { concept, need } = market.demands.get(demand)
  let [low, high] = [0, 0]
  let strongest: 'claimed' | 'evidenced' = 'claimed'
  for (const { claim: number, how } of market.graph.kinOf(concept)) {
    if (how !== 'same' && how !== 'specific') continue
    const claim = view.claims.answered.get(number)
    low = Math.max(low, claim?.low[0] ?? 0)
    high = Math.max(high, claim ? claim.high[0] : view.claims.possible(number))
    if (claim && claim.low[1] >= need) strongest = 'evidenced'
  }
  return { found: [low, Math.max(low, high)], strongest }
}

/** sum(weight x credit) / sum(weight x 1200), as one quotient of integers; 0 / 1 where no skill is asked (ruling 20). */
export function fitOf(view: View, vacancy: CompiledVacancy, mode: Mode): Quotient {
  if (vacancy.fitOutOf === 0) return { of: 0, outOf: 1 }
  const credit = mode === 'low' ? view.assessment.creditLow : view.assessment.creditHigh
  let of = 0
  for (const one of vacancy.requirements) of += one.weight * (credit[one.demand] ?? 0)
  return { of, outOf: vacancy.fitOutOf }
}

/** Exact comparison of quotients, larger fit first. Products stay far below 2^53. */
export function byFit(a: Quotient, b: Quotient): number {
  return b.of * a.outOf - a.of * b.outOf
}
