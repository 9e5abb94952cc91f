import type { Offering } from '../../src/engine/planning/offering.ts'
import type { Ask, Goal } from '../../src/engine/planning/plan.ts'
import { doors } from './doors.ts'
import { inGoal } from './judge.ts'
import type { View } from './view.ts'

/** Ruling 48: it starts any week, costs nothing, and asks nobody to travel more than the limit of place says. */
export function asIfKnown(offering: Offering): Offering {
  const { starts, funding, ...known } = offering
  return { ...known, rolling: true, feeEuro: 0, siteDays: 0 }
}

/** `view` is of a world with the ask-first offerings alone. */
export function asks(view: View, goal: Goal): Ask[] {
  const isAsked = (id: string) => inGoal(view.tables.vacancyOf.get(id)!, goal)
  return doors(view)
    .singles.map(({ offering, opens, opensHigh }) => ({
      offering,
      opens: opens.filter(isAsked),
      opensHigh: opensHigh.filter(isAsked),
    }))
    .filter(({ opens, opensHigh }) => opens.length + opensHigh.length > 0)
}
