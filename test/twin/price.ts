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

/** Every way to give each scheme to one of the offerings that have it, those that come first in the path first. */
function* assignments(schemes: readonly string[], order: readonly Offering[]): Generator<ReadonlyMap<string, Offering>> {
  const [scheme, ...others] = schemes
  if (scheme === undefined) {
    yield new Map()
    return
  }
  for (const offering of order) {
    if (!(offering.funding ?? []).some((one) => one.scheme === scheme)) continue
    for (const rest of assignments(others, order)) yield new Map([[scheme, offering], ...rest])
  }
}

/** A funding scheme counts once per path, where that leaves the lowest own cost; what must be asked for comes after, in order. */
export function priceOf(view: View, order: readonly Offering[]): Price {
  const named = order.flatMap(({ funding = [] }) => funding.map(({ scheme }) => scheme))
  const schemes = [...new Set(named)].filter((scheme) => view.person.funding?.[scheme] === 'can')
  let best: Price | undefined
  for (const assignment of assignments(schemes, order)) {
    const price = priceWith(view, order, assignment)
    if (best === undefined || price.ownCostEuro < best.ownCostEuro) best = price
  }
  return best!
}

function priceWith(view: View, order: readonly Offering[], assignment: ReadonlyMap<string, Offering>): Price {
  const asked = new Set<string>()
  let ownCostEuro = 0
  let askFundingEuro = 0
  for (const offering of order) {
    let can = 0
    let ask = 0
    for (const { scheme, euro } of offering.funding ?? []) {
      if (assignment.get(scheme) === offering) can += euro * 100
      if (view.person.funding?.[scheme] !== 'ask' || asked.has(scheme)) continue
      asked.add(scheme)
      ask += euro * 100
    }
    const cost = offering.feeEuro * 100 + travelCents(view, offering)
    const left = Math.max(0, cost - can)
    ownCostEuro += Math.ceil(left / 2500) * 25
    askFundingEuro += Math.ceil(Math.min(ask, left) / 100)
  }
  return { ownCostEuro, askFundingEuro }
}
