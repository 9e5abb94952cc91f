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
  const cost = offering.feeEuro * 100 + travel
  const can = share(traveller, course, 'can', cost, used)
  const left = cost - can.reduce((sum, one) => sum + one.cents, 0)
  // Asked for: at most what is left, in whole euros per offering (ruling 31); the last scheme bears the rounding.
  const ask = wholeEuros(share(traveller, course, 'ask', left, used))
  const step = knobs.costStepEuro * 100
  return {
    ...base,
    funding: can.map(({ scheme, cents }) => ({ scheme, euro: cents / 100 })),
    toAsk: ask,
    ownEuro: (Math.ceil(left / step) * step) / 100,
  }
}

interface Share {
  readonly scheme: string
  readonly cents: number
}

/** The schemes with this answer, each once per plan, together to at most `cents`. */
function share(traveller: Traveller, { offering }: Course, answer: 'can' | 'ask', cents: number, used: Set<string>): Share[] {
  const shares: Share[] = []
  let left = cents
  for (const { scheme, euro } of offering.funding ?? []) {
    if (traveller.person.funding?.[scheme] !== answer || used.has(scheme)) continue
    used.add(scheme)
    const paid = Math.min(euro * 100, left)
    left -= paid
    shares.push({ scheme, cents: paid })
  }
  return shares
}

function wholeEuros(shares: readonly Share[]): { scheme: string; euro: number }[] {
  let cents = 0
  let euros = 0
  return shares.map(({ scheme, cents: part }) => {
    cents += part
    const euro = Math.ceil(cents / 100) - euros
    euros += euro
    return { scheme, euro }
  })
}

/** Own cost in euro and what would have to be asked for, without the lines. */
export function totalsOf(
  traveller: Traveller,
  order: readonly Course[],
  employerPays: boolean,
): { readonly ownEuro: number; readonly toAskEuro: number } {
  if (employerPays) return { ownEuro: 0, toAskEuro: 0 }
  const lines = pricePath(traveller, order, false)
  let [ownEuro, toAskEuro] = [0, 0]
  for (const line of lines) {
    ownEuro += line.ownEuro
    for (const { euro } of line.toAsk) toAskEuro += euro
  }
  return { ownEuro, toAskEuro }
}
