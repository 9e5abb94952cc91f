import type { Course } from './courses.ts'
import { DoorCounts } from './door-counts.ts'
import { DoorFront, type WalkedDoor } from './door-front.ts'
import { comparePaths } from './front.ts'
import { MissingSets } from './missing-sets.ts'
import { mostTrainings } from './most-trainings.ts'
import type { Doors, SingleDoor } from './plan.ts'
import type { BothModes, Planning } from './planning.ts'
import { type Scope, standingIn } from './scope.ts'

/**
 * Doors: for every ordinary course how many vacancies it newly opens, and the front over (ready, cost, number) of paths of
 * one or two (rulings 21 and 39). Duals are no doors. Vacancies that miss the same are counted as one.
 */
export function doorsOf(both: BothModes, scope: Scope): Doors {
  const low = new Counted(both.low, scope)
  const high = new Counted(both.high, scope)
  if (mostTrainings(both.low.traveller.market) > 1) low.counts.countPairs()
  const front = frontOfDoors(both.low, low)
  if (front.some(({ walk }) => walk.set.length > 1)) high.counts.countPairs()
  return {
    openNow: [low.sets.openRows, high.sets.openRows],
    singles: singleDoors(both, low, high),
    front: front.map(({ walk, opens }) => ({
      path: walk.order.map((course) => course.offering.id),
      readyWeek: walk.end,
      ownCostEuro: walk.ownEuro,
      opens,
      opensHigh: high.openedBy(walk.set),
    })),
  }
}

/** What is closed in one mode, and what closes it. */
class Counted {
  readonly sets: MissingSets
  readonly counts: DoorCounts
  readonly #planning: Planning

  constructor(planning: Planning, scope: Scope) {
    const { traveller, mode } = planning
    this.#planning = planning
    this.sets = new MissingSets(traveller.market, traveller.view, standingIn(traveller, scope), mode)
    this.counts = new DoorCounts(this.sets, traveller.courses, planning.open)
  }

  /** Rows that a path of one or two newly opens, where it can be walked. */
  openedBy(set: readonly Course[]): number {
    return this.#planning.walks.of(set) ? this.counts.closedBy(set.map(({ content }) => content.index)) : 0
  }
}

/** Those that open something, by id. */
function singleDoors(
  { low: { walks, traveller }, high: { walks: walksHigh } }: BothModes,
  low: Counted,
  high: Counted,
): SingleDoor[] {
  const found: SingleDoor[] = []
  if (mostTrainings(traveller.market) === 0) return found
  for (const course of traveller.courses.list) {
    const { index } = course.content
    const [opens, opensHigh] = [low.counts.alone[index] as number, high.counts.alone[index] as number]
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
function frontOfDoors(planning: Planning, counted: Counted): WalkedDoor[] {
  const { walks, open } = planning
  const front = new DoorFront(walks.rules.from, walks.latest, planning.traveller.market.shortcuts.doorBoxes)
  const { counts } = counted
  if (mostTrainings(planning.traveller.market) === 0) return []
  for (let content = 0; content < counts.alone.length; content++) {
    const opens = counts.alone[content] as number
    if (opens === 0 || open.blocked[content] === 1) continue
    for (const course of open.coursesOf(content)) {
      const walk = walks.of([course])
      if (walk) front.offer({ walk, opens })
    }
  }
  if (mostTrainings(planning.traveller.market) > 1) offerPairs(planning, front, counts)
  return [...front.doors].sort(
    (a, b) => a.walk.end - b.walk.end || a.walk.ownEuro - b.walk.ownEuro || comparePaths(a.walk.set, b.walk.set),
  )
}

/** Contents that open most come first: what is on the front early rules out the rest. */
function offerPairs(planning: Planning, front: DoorFront, counts: DoorCounts): void {
  const closing = counts.closing().sort((a, b) => (counts.alone[b] as number) - (counts.alone[a] as number) || a - b)
  const place = new Int32Array(counts.alone.length).fill(-1)
  for (const [at, content] of closing.entries()) place[content] = at
  const beyond = new Float64Array(counts.alone.length)
  for (const [at, a] of closing.entries()) {
    planning.traveller.market.effort.turn?.()
    const touched = counts.pairsWith(a, beyond)
    const offerWith = (b: number): void => {
      offerContents(planning, front, a, b, (counts.alone[a] as number) + (counts.alone[b] as number) + (beyond[b] as number))
    }
    // Without a content that opens something alone only those that open something jointly make a pair.
    if ((counts.alone[a] as number) > 0)
      for (let other = at + 1; other < closing.length; other++) offerWith(closing[other] as number)
    else for (const b of touched) if ((place[b] as number) > at) offerWith(b)
    for (const enabler of enablersOf(planning, a)) if ((place[enabler] as number) < 0) offerWith(enabler)
    for (const b of touched) beyond[b] = 0
  }
}

/** Contents that teach a prerequisite which the person lacks for this one. */
function enablersOf({ open, walks, traveller: { courses } }: Planning, content: number): Set<number> {
  const found = new Set<number>()
  const own = courses.contents[content]
  if (open.blocked[content] === 0 || !own) return found
  for (const demand of walks.lacksOf(own)) {
    const { from, content: teachers } = courses.meeters
    for (const one of teachers.subarray(from[demand], from[demand + 1])) if (open.isOpen[one] === 1) found.add(one)
  }
  return found
}

/** A pair that opens no more than one of its parts is never better than that part, unless it cannot be entered without the other. */
function offerContents(planning: Planning, front: DoorFront, a: number, b: number, opens: number): void {
  const { open, walks } = planning
  const euro = (open.euro[a] as number) + (open.euro[b] as number)
  const weeks = (open.weeks[a] as number) + (open.weeks[b] as number)
  const end = Math.max(open.end[a] as number, open.end[b] as number, walks.rules.from + weeks)
  if (euro > walks.mostEuro || end > walks.latest || opens === 0 || front.rulesOut(end, euro, opens)) return
  if ((open.blocked[a] === 1 || open.blocked[b] === 1) && !mayEnable(planning, a, b)) return
  for (const one of open.coursesOf(a)) for (const other of open.coursesOf(b)) offerPair(planning, front, one, other, opens)
}

/** Of two contents only one can be blocked, and the other must teach what it lacks. */
function mayEnable({ open, walks, traveller: { courses } }: Planning, a: number, b: number): boolean {
  if (open.blocked[a] === 1 && open.blocked[b] === 1) return false
  const [enabler, blocked] = open.blocked[a] === 1 ? [b, a] : [a, b]
  const content = courses.contents[blocked]
  return content !== undefined && walks.lacksOf(content).every((demand) => courses.meeters.meets(enabler, demand))
}

function offerPair({ walks }: Planning, front: DoorFront, a: Course, b: Course, opens: number): void {
  const [leastA, leastB] = [walks.leastOf(a), walks.leastOf(b)]
  if (!leastA || !leastB) return
  const euro = leastA.euro + leastB.euro
  const end = Math.max(leastA.end, leastB.end, walks.rules.from + leastA.weeks + leastB.weeks)
  if (euro > walks.mostEuro || front.rulesOut(end, euro, opens)) return
  const walk = walks.of(a.index < b.index ? [a, b] : [b, a])
  if (walk) front.offer({ walk, opens })
}
