import type { Offering } from '../../src/engine/planning/offering.ts'
import type { ChanceBand, PlanKind } from '../../src/engine/planning/plan.ts'

const weightOfPrior = 30
const priorCompletion = 21 // 30 x 0.7
const priorPlacement = 18 // 30 x 0.6

/** Ruling 10: one exact quotient. */
export function chanceOf(kind: PlanKind, order: readonly Offering[]): ChanceBand {
  if (order.length === 0) return 'no training'
  let of = 1n
  let outOf = 1n
  for (const { completion } of order) {
    if (completion === undefined) return 'unknown'
    of *= BigInt(completion[0] + priorCompletion)
    outOf *= BigInt(completion[1] + weightOfPrior)
  }
  if (kind === 'trainThenHire') {
    const placement = order.at(-1)!.placement
    if (placement === undefined) return 'unknown'
    of *= BigInt(placement[0] + priorPlacement)
    outOf *= BigInt(placement[1] + weightOfPrior)
  }
  if (of * 4n >= outOf * 3n) return 'very likely'
  if (of * 2n >= outOf) return 'likely'
  if (of * 4n >= outOf) return 'fair'
  return 'unlikely'
}

export const chancePoints: Readonly<Record<ChanceBand, number>> = {
  unknown: 0,
  unlikely: 0,
  fair: 1,
  likely: 2,
  'very likely': 3,
  'no training': 3,
}
