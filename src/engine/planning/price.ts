import type { CourseColumns } from './course-columns.ts'
import type { Course } from './courses.ts'
import type { PriceLine } from './engine.ts'
import { knobs } from './knobs.ts'
import { type Traveller, travelCents } from './traveller.ts'

/**
 * What a path costs, offering by offering in the order walked. A scheme pays once per plan, where that leaves the lowest own
 * cost, to at most what that offering costs. What must be asked for is a second amount and pays nothing here.
 */
export function pricePath(traveller: Traveller, order: readonly Course[], employerPays: boolean): PriceLine[] {
  if (employerPays) return order.map((course) => lineOf(traveller, course, [], new Set(), true))
  const assignment = cheapest(traveller, order)
  const asked = new Set<string>()
  return order.map((course, at) => {
    const pays = (course.offering.funding ?? []).filter(({ scheme }) => assignment.get(scheme) === at)
    return lineOf(traveller, course, pays, asked, false)
  })
}

type Funding = NonNullable<Course['offering']['funding']>

function lineOf(traveller: Traveller, course: Course, pays: Funding, asked: Set<string>, employerPays: boolean): PriceLine {
  const { offering } = course
  const travel = travelCents(traveller, course)
  const base = { offering: offering.id, feeEuro: offering.feeEuro, travelEuro: Math.ceil(travel / 100), employerPays }
  if (employerPays) return { ...base, funding: [], toAsk: [], ownEuro: 0 }
  const can = shared(pays, offering.feeEuro * 100 + travel)
  const left = offering.feeEuro * 100 + travel - can.reduce((sum, one) => sum + one.cents, 0)
  const answered = (offering.funding ?? []).filter(
    ({ scheme }) => traveller.person.funding?.[scheme] === 'ask' && !asked.has(scheme),
  )
  for (const { scheme } of answered) asked.add(scheme)
  return {
    ...base,
    funding: can.map(({ scheme, cents }) => ({ scheme, euro: cents / 100 })),
    // Asked for: at most what is left, in whole euros per offering (ruling 31); the last scheme bears the rounding.
    toAsk: wholeEuros(shared(answered, left)),
    ownEuro: ownEuroOf(left),
  }
}

function ownEuroOf(cents: number): number {
  const step = knobs.costStepEuro * 100
  return (Math.ceil(cents / step) * step) / 100
}

/**
 * Which course of the path each scheme pays for: the choice with the lowest own cost; of equal ones the first, courses in the
 * order walked, schemes in the order in which the path first names them. A path is short, and few schemes stand in two courses.
 */
function cheapest(traveller: Traveller, order: readonly Course[]): ReadonlyMap<string, number> {
  const costs = order.map((course) => course.offering.feeEuro * 100 + travelCents(traveller, course))
  let [best, least] = [new Map<string, number>() as ReadonlyMap<string, number>, Number.POSITIVE_INFINITY]
  for (const assignment of assignments([...placesOfSchemes(traveller, order)], 0)) {
    let own = 0
    for (const [at, { offering }] of order.entries()) {
      let left = costs[at] as number
      for (const { scheme, euro } of offering.funding ?? []) if (assignment.get(scheme) === at) left -= Math.min(euro * 100, left)
      own += ownEuroOf(left)
    }
    if (own < least) [best, least] = [assignment, own]
  }
  return best
}

/** Where in the path each scheme stands that pays for certain. */
function placesOfSchemes({ person }: Traveller, order: readonly Course[]): Map<string, number[]> {
  const places = new Map<string, number[]>()
  for (const [at, { offering }] of order.entries()) {
    for (const { scheme } of offering.funding ?? []) {
      if (person.funding?.[scheme] !== 'can') continue
      const known = places.get(scheme)
      if (known) known.push(at)
      else places.set(scheme, [at])
    }
  }
  return places
}

/** Every choice of one place per scheme, first places first. */
function* assignments(
  places: readonly (readonly [string, readonly number[]])[],
  from: number,
): Iterable<ReadonlyMap<string, number>> {
  const entry = places[from]
  if (!entry) {
    yield new Map()
    return
  }
  for (const place of entry[1]) for (const rest of assignments(places, from + 1)) yield new Map([[entry[0], place], ...rest])
}

interface Share {
  readonly scheme: string
  readonly cents: number
}

/** What each of these schemes pays, together to at most `cents`. */
function shared(funding: Funding, cents: number): Share[] {
  let left = cents
  return funding.map(({ scheme, euro }) => {
    const paid = Math.min(euro * 100, left)
    left -= paid
    return { scheme, cents: paid }
  })
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

/**
 * Own cost of a set of courses in euro. Where no scheme that pays stands in two of them it is the sum of what each costs by
 * itself.
 */
export function ownEuroOfSet(traveller: Traveller, set: readonly Course[]): number {
  if (sharesScheme(traveller, set)) return pricePath(traveller, set, false).reduce((sum, { ownEuro }) => sum + ownEuro, 0)
  let euro = 0
  for (const { index } of set) euro += traveller.takes.euro[index] as number
  return euro
}

function sharesScheme({ takes: { pays }, courses: { columns } }: Traveller, set: readonly Course[]): boolean {
  for (let one = 0; one < set.length; one++) {
    const { index } = set[one] as Course
    const end = columns.fundingFrom[index + 1] as number
    for (let at = columns.fundingFrom[index] as number; at < end; at++) {
      const scheme = columns.fundingScheme[at] as number
      if (pays[scheme] === 1 && set.some((other, place) => place > one && hasScheme(columns, other.index, scheme))) return true
    }
  }
  return false
}

function hasScheme({ fundingFrom, fundingScheme }: CourseColumns, course: number, scheme: number): boolean {
  const end = fundingFrom[course + 1] as number
  for (let at = fundingFrom[course] as number; at < end; at++) if (fundingScheme[at] === scheme) return true
  return false
}
