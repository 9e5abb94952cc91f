import type { Course } from './courses.ts'
import type { PriceLine } from './engine.ts'
import { knobs } from './knobs.ts'
import { type Traveller, travelCents } from './traveller.ts'

/**
 * What a path costs, offering by offering in the order walked. A scheme pays once per plan: the first offering that has it
 * uses it, to at most what that offering costs. What must be asked for is a second amount and pays nothing here.
 */
export function pricePath(traveller: Traveller, order: readonly Course[], employerPays: boolean): PriceLine[] {
  const used = new Set<string>()
  return order.map((course) => priceOne(traveller, course, employerPays, used))
}

function priceOne(traveller: Traveller, course: Course, employerPays: boolean, used: Set<string>): PriceLine {
  const { offering } = course
  const travel = travelCents(traveller, course)
  const base = { offering: offering.id, feeEuro: offering.feeEuro, travelEuro: Math.ceil(travel / 100), employerPays }
  if (employerPays) return { ...base, funding: [], toAsk: [], ownEuro: 0 }
  let left = offering.feeEuro * 100 + travel
  const funding: { scheme: string; euro: number }[] = []
  const toAsk: { scheme: string; euro: number }[] = []
  for (const { scheme, euro } of offering.funding ?? []) {
    const answer = traveller.person.funding?.[scheme]
    if (answer === undefined || answer === 'cannot' || used.has(scheme)) continue
    used.add(scheme)
    if (answer === 'ask') toAsk.push({ scheme, euro })
    else {
      const paid = Math.min(euro * 100, left)
      left -= paid
      funding.push({ scheme, euro: paid / 100 })
    }
  }
  const step = knobs.costStepEuro * 100
  return { ...base, funding, toAsk, ownEuro: (Math.ceil(left / step) * step) / 100 }
}

export function ownEuroOf(lines: readonly PriceLine[]): number {
  return lines.reduce((sum, line) => sum + line.ownEuro, 0)
}

export function toAskEuroOf(lines: readonly PriceLine[]): number {
  return lines.reduce((sum, line) => line.toAsk.reduce((part, one) => part + one.euro, sum), 0)
}
