import type { Offering } from '../../src/engine/planning/offering.ts'
import type { Ask, Goal } from '../../src/engine/planning/plan.ts'
import { opens } from './doors.ts'
import type { View } from './view.ts'

/** Ruling 48: it starts any week, costs nothing, and asks nobody to travel more than the limit of place says. */
export function asIfKnown(offering: Offering): Offering {
  const { starts, funding, ...known } = offering
  return { ...known, rolling: true, feeEuro: 0, siteDays: 0 }
}

/** `view` is of a world with the ask-first offerings alone. */
export function asks(view: View, goal: Goal): Ask[] {
  return view.tables.ordinary
    .map((offering) => {
      const { low, high } = opens(view, [offering], goal)
      return { offering: offering.id, opens: low, opensHigh: high }
    })
    .filter((ask) => ask.opens.length + ask.opensHigh.length > 0)
}
