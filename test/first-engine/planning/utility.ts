import { knobs } from '../../../src/engine/planning/knobs.ts'
import type { Preference } from '../../../src/engine/planning/plan.ts'
import { chanceOf } from './chance.ts'
import type { BarePlan } from './vacancy-plans.ts'

/** Integer micro-points under a preference: 1000 x fit (rounded down) less weeks and euros, and points for chance bands. */
export function utilityOf(plan: BarePlan, preference: Preference, thisWeek: number): number {
  const { perWeek, perEuro, perChance } = knobs.preferences[preference]
  const fit = fitPoints(plan.fit, plan.vacancy.fitOutOf)
  const chance = perChance === 0 ? 0 : perChance * knobs.chanceSteps[chanceOf(plan.kind, plan.walk?.order ?? [])]
  return fit - perWeek * (plan.readyWeek - thisWeek) - perEuro * plan.ownEuro + chance
}

/** 1000 x fit in micro-points, rounded down. Exact: a numerator is far below 9 million. */
export function fitPoints(of: number, outOf: number): number {
  return outOf === 0 ? 0 : Math.floor((knobs.microPointsOfFit * of) / outOf)
}
