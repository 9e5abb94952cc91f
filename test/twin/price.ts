import type { Offering } from '../../src/engine/planning/offering.ts'
import { kilometres } from './travel.ts'
import type { View } from './view.ts'

export function travelCents(view: View, offering: Offering): number {
  const from = view.person.place?.at
  if (offering.online === true || from === undefined || offering.place === undefined) return 0
  const km = Math.ceil(kilometres(from, offering.place))
  return (offering.siteDays ?? 0) * 2 * km * view.tables.world.settings.travelCentsPerKm
}

export interface Price {
  readonly ownCostEuro: number
  readonly askFundingEuro: number
}

/** Own cost over a path, in its order: a funding scheme counts once, for the first offering that has it. */
export function priceOf(view: View, order: readonly Offering[]): Price {
  const used = new Set<string>()
  let ownCostEuro = 0
  let askFundingEuro = 0
  for (const offering of order) {
    let can = 0
    let ask = 0
    for (const { scheme, euro } of offering.funding ?? []) {
      if (used.has(scheme)) continue
      used.add(scheme)
      const answer = view.person.funding?.[scheme]
      if (answer === 'can') can += euro * 100
      if (answer === 'ask') ask += euro * 100
    }
    const cost = offering.feeEuro * 100 + travelCents(view, offering)
    const left = Math.max(0, cost - can)
    ownCostEuro += Math.ceil(left / 2500) * 25
    askFundingEuro += Math.ceil(Math.min(ask, left) / 100)
  }
  return { ownCostEuro, askFundingEuro }
}
