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
    front: frontOfDoors(both.low, counts).map(({ walk, opens }) => ({
      path: walk.order.map((course) => course.offering.id),
      readyWeek: walk.end,
      ownCostEuro: walk.ownEuro,
      opens,
      opensHigh: opensHigh(walk.set),
    })),
  }
}

/**
 * Those that open something, by id. Alone a course can be walked when the person can take it and lacks nothing that it asks first; it is
 * then over as soon, and costs as much, as it takes at the least.
 */
function singleDoors({ low, high }: BothModes, counts: DoorCounts): SingleDoor[] {
  const { traveller } = low
  const { courses, takes, market } = traveller
  const found: SingleDoor[] = []
  if (mostTrainings(market) === 0) return found
  const { content: contentOf, dual } = courses.columns
  for (let course = 0; course < contentOf.length; course++) {
    const content = contentOf[course] as number
    const [inLow, inHigh] = [counts.aloneLow[content] as number, counts.aloneHigh[content] as number]
    if (dual[course] === 1 || (inLow === 0 && inHigh === 0)) continue
    const usable = isDoor(low, course, content)
    const usableHigh = isDoor(high, course, content)
    const [opens, opensHigh] = [usable ? inLow : 0, usableHigh ? inHigh : 0]
    if (opens === 0 && opensHigh === 0) continue
    const offering = (courses.list[course] as Course).offering.id
    const single = { offering, usable, usableHigh, opens, opensHigh }
    const taken = { readyWeek: takes.end[course] as number, ownCostEuro: takes.euro[course] as number }
    found.push(usable ? { ...single, ...taken } : single)
  }
  return found
}

function isDoor({ walks, open }: Planning, course: number, content: number): boolean {
  return open.blocked[content] === 0 && walks.canTake(course)
}

/** Front over (ready, cost, number opened); of equals the path with fewer offerings, then sorted ids. */
function frontOfDoors(planning: Planning, counts: DoorCounts): readonly WalkedDoor[] {
  const { walks, open, traveller } = planning
  const { market, takes } = traveller
  const { aloneLow } = counts
  const coursesOf = (content: number): readonly Course[] =>
    market.shortcuts.bestCourses ? open.bestCoursesOf(content) : open.coursesOf(content)
  const front = new DoorFront(walks.rules.from, walks.latest, market.shortcuts.doorBoxes)
  if (mostTrainings(market) === 0) return []
  const order = new DoorOrder(open, aloneLow)
  for (let place = 0; place < order.blockedFrom; place++) {
    const content = order.contents[place] as number
    const opens = aloneLow[content] as number
    // They stand in order of this.
    if (opens === 0) break
    for (const course of coursesOf(content)) {
      const [end, euro] = [takes.end[course.index] as number, takes.euro[course.index] as number]
      const walk = front.most(end, euro) > opens ? undefined : walks.of([course])
      if (walk) front.offer({ walk, opens })
    }
  }
  if (mostTrainings(market) > 1) {
    new PairOffers(planning, front, order, new DoorPairs(counts, order), aloneLow).offerAll()
  }
  return [...front.doors].sort(
    (a, b) => a.walk.end - b.walk.end || a.walk.ownEuro - b.walk.ownEuro || comparePaths(a.walk.set, b.walk.set),
  )
}
