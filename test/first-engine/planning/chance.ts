import { knobs } from '../../../src/engine/planning/knobs.ts'
import type { ChanceBand, PlanKind } from '../../../src/engine/planning/plan.ts'
import type { Course } from './courses.ts'

/**
 * The chance band (ruling 10): product of (k + 30 x prior) / (n + 30) over the completion rates, and the placement rate of
 * the last programme where a job must still be found. Exact: one quotient, compared by cross multiplication in bigints,
 * since four factors of hundreds of thousands pass 2^53.
 */
export function chanceOf(kind: PlanKind, order: readonly Course[]): ChanceBand {
  if (order.length === 0) return 'no training'
  let of = 1n
  let outOf = 1n
  const multiply = (figure: readonly [number, number] | undefined, priorPercent: number): boolean => {
    if (!figure) return false
    of *= BigInt(figure[0] * 100 + knobs.priorPeople * priorPercent)
    outOf *= BigInt((figure[1] + knobs.priorPeople) * 100)
    return true
  }
  for (const { offering } of order) if (!multiply(offering.completion, knobs.priorCompletionPercent)) return 'unknown'
  const last = order.at(-1)
  if (kind === 'trainThenHire' && !multiply(last?.offering.placement, knobs.priorPlacementPercent)) return 'unknown'
  return knobs.chanceBands.find(([percent]) => of * 100n >= outOf * BigInt(percent))?.[1] ?? 'unlikely'
}
