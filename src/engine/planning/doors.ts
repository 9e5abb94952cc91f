import type { Course } from './courses.ts'
import { DoorCounts, openIn } from './door-counts.ts'
import { DoorFront, type WalkedDoor } from './door-front.ts'
import { DoorOrder } from './door-order.ts'
import { DoorPairs } from './door-pairs.ts'
import { DoorSets } from './door-sets.ts'
import { comparePaths } from './front.ts'
import { mostTrainings } from './most-trainings.ts'
import { PairOffers } from './offer-pairs.ts'
import type { Doors, SingleDoor } from './plan.ts'
import type { BothModes, Planning } from './planning.ts'
import { type Scope, standingIn } from './scope.ts'

/**
 * Doors: for every ordinary course how many vacancies it newly opens, and the front over (ready, cost, number) of paths of
 * one or two (rulings 21 and 39). Duals are no doors. Vacancies that miss the same are counted as one.
 */
export function doorsOf(both: BothModes, scope: Scope): Doors {
  const { traveller } = both.low
  const { market, courses, view } = traveller
  const open = openIn(courses, both.low.open, both.high.open)
  const sets = new DoorSets(market, view, standingIn(traveller, scope), open.demands)
  const counts = new DoorCounts(sets, courses, open)
  const opensHigh = (set: readonly Course[]): number =>
    both.high.walks.of(set) ? counts.closedHigh(set.map(({ content }) => content.index)) : 0
  return {
    openNow: [sets.openLow, sets.openHigh],
    singles: singleDoors(both, counts),
    front: frontOfDoors(both.low, sets, counts).map(({ walk, opens }) => ({
      path: walk.order.map((course) => course.offering.id),
      readyWeek: walk.end,
      ownCostEuro: walk.ownEuro,
      opens,
      opensHigh: opensHigh(walk.set),
    })),
  }
}

/** Those that open something, by id. */
function singleDoors({ low: { walks, traveller }, high: { walks: walksHigh } }: BothModes, counts: DoorCounts): SingleDoor[] {
  const found: SingleDoor[] = []
  if (mostTrainings(traveller.market) === 0) return found
  for (const course of traveller.courses.list) {
    const { index } = course.content
    const [opens, opensHigh] = [counts.aloneLow[index] as number, counts.aloneHigh[index] as number]
    if (course.dual || (opens === 0 && opensHigh === 0)) continue
    const walk = opens > 0 || walks.canTake(course.index) ? walks.of([course]) : undefined
    const usableHigh = walksHigh.of([course]) !== undefined
    if ((!walk || opens === 0) && (!usableHigh || opensHigh === 0)) continue
    found.push({
      offering: course.offering.id,
      usable: walk !== undefined,
      usableHigh,
      opens: walk ? opens : 0,
      opensHigh: usableHigh ? opensHigh : 0,
      ...(walk ? { readyWeek: walk.end, ownCostEuro: walk.ownEuro } : {}),
    })
  }
  return found
}

/** Front over (ready, cost, number opened); of equals the path with fewer offerings, then sorted ids. */
function frontOfDoors(planning: Planning, sets: DoorSets, { aloneLow }: DoorCounts): readonly WalkedDoor[] {
  const { walks, open, traveller } = planning
  const { market, courses } = traveller
  const front = new DoorFront(walks.rules.from, walks.latest, market.shortcuts.doorBoxes)
  if (mostTrainings(market) === 0) return []
  for (let content = 0; content < aloneLow.length; content++) {
    const opens = aloneLow[content] as number
    if (opens === 0 || open.blocked[content] === 1) continue
    for (const course of open.coursesOf(content)) {
      const walk = walks.of([course])
      if (walk) front.offer({ walk, opens })
    }
  }
  if (mostTrainings(market) > 1) {
    const order = new DoorOrder(open, aloneLow)
    new PairOffers(planning, front, order, new DoorPairs(sets, courses, order), aloneLow).offerAll()
  }
  return [...front.doors].sort(
    (a, b) => a.walk.end - b.walk.end || a.walk.ownEuro - b.walk.ownEuro || comparePaths(a.walk.set, b.walk.set),
  )
}
