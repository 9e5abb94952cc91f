import type { Course } from './courses.ts'
import { DoorCounts } from './door-counts.ts'
import { comparePaths } from './front.ts'
import { MissingSets } from './missing-sets.ts'
import type { Doors, SingleDoor } from './plan.ts'
import type { BothModes, Planning } from './planning.ts'
import { type Scope, standingIn } from './scope.ts'
import type { Walk } from './walk.ts'

/**
 * Doors: for every ordinary course how many vacancies it newly opens, and the front over (ready, cost, number) of paths of
 * one or two (rulings 21 and 39). Duals are no doors. Vacancies that miss the same are counted as one.
 */
export function doorsOf(both: BothModes, scope: Scope): Doors {
  const low = new Counted(both.low, scope)
  const high = new Counted(both.high, scope)
  low.counts.countHalves()
  return {
    openNow: [low.sets.openRows, high.sets.openRows],
    singles: singleDoors(both, low, high),
    front: frontOfDoors(both.low, low).map(({ walk, opens }) => ({
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
    const { courses } = this.#planning.traveller
    if (!this.#planning.walks.of(set)) return 0
    let rows = 0
    for (let at = 0; at < this.sets.size; at++) {
      const demands = this.sets.demandsOf(at)
      if (demands.every((demand) => set.some(({ content }) => courses.meeters.meets(content.index, demand)))) {
        rows += this.sets.countOf(at)
      }
    }
    return rows
  }
}

/** Those that open something, by id. */
function singleDoors(
  { low: { walks, traveller }, high: { walks: walksHigh } }: BothModes,
  low: Counted,
  high: Counted,
): SingleDoor[] {
  const found: SingleDoor[] = []
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

interface WalkedDoor {
  readonly walk: Walk
  readonly opens: number
}

/** Front over (ready, cost, number opened); of equals the path with fewer offerings, then sorted ids. */
function frontOfDoors(planning: Planning, counted: Counted): WalkedDoor[] {
  const front: WalkedDoor[] = []
  const { walks, open } = planning
  const { counts } = counted
  for (let content = 0; content < counts.alone.length; content++) {
    const opens = counts.alone[content] as number
    if (opens === 0 || open.blocked[content] === 1) continue
    for (const course of open.coursesOf(content)) {
      const walk = walks.of([course])
      if (walk) offer(front, { walk, opens })
    }
  }
  offerPairs(planning, front, counts)
  return front.sort((a, b) => a.walk.end - b.walk.end || a.walk.ownEuro - b.walk.ownEuro || comparePaths(a.walk.set, b.walk.set))
}

/** Contents that open something in a pair, most first: what is on the front early rules out the rest. */
function offerPairs(planning: Planning, front: WalkedDoor[], counts: DoorCounts): void {
  const mostOf = (content: number): number => (counts.alone[content] as number) + (counts.asHalf[content] as number)
  const opening: number[] = []
  for (let content = 0; content < counts.alone.length; content++) if (mostOf(content) > 0) opening.push(content)
  opening.sort((a, b) => mostOf(b) - mostOf(a) || a - b)
  for (const [at, a] of opening.entries()) {
    for (let other = at + 1; other < opening.length; other++) offerContents(planning, front, counts, a, opening[other] as number)
    for (const enabler of enablersOf(planning, a)) if (mostOf(enabler) === 0) offerContents(planning, front, counts, a, enabler)
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

/**
 * A pair can be better than its parts only when each opens something, both open something together, or one cannot be entered
 * without the other: a single is never later or dearer than a pair that it is in.
 */
function offerContents(planning: Planning, front: WalkedDoor[], counts: DoorCounts, a: number, b: number): void {
  const { open, walks } = planning
  const [aloneA, aloneB] = [counts.alone[a] as number, counts.alone[b] as number]
  const jointly = Math.min(counts.asHalf[a] as number, counts.asHalf[b] as number)
  const blocked = open.blocked[a] === 1 || open.blocked[b] === 1
  if (!blocked && jointly === 0 && (aloneA === 0 || aloneB === 0)) return
  const euro = (open.euro[a] as number) + (open.euro[b] as number)
  const weeks = (open.weeks[a] as number) + (open.weeks[b] as number)
  const end = Math.max(open.end[a] as number, open.end[b] as number, walks.rules.from + weeks)
  if (euro > walks.mostEuro || end > walks.latest || isRuledOut(front, end, euro, aloneA + aloneB + jointly)) return
  if (blocked && !mayEnable(planning, a, b)) return
  const opens = counts.together(a, b)
  if (opens === 0 || isRuledOut(front, end, euro, opens)) return
  for (const one of open.coursesOf(a)) for (const other of open.coursesOf(b)) offerPair(planning, front, one, other, opens)
}

/** Of two contents only one can be blocked, and the other must teach what it lacks. */
function mayEnable({ open, walks, traveller: { courses } }: Planning, a: number, b: number): boolean {
  if (open.blocked[a] === 1 && open.blocked[b] === 1) return false
  const [enabler, blocked] = open.blocked[a] === 1 ? [b, a] : [a, b]
  const content = courses.contents[blocked]
  return content !== undefined && walks.lacksOf(content).every((demand) => courses.meeters.meets(enabler, demand))
}

function offerPair({ walks }: Planning, front: WalkedDoor[], a: Course, b: Course, opens: number): void {
  const [leastA, leastB] = [walks.leastOf(a), walks.leastOf(b)]
  if (!leastA || !leastB) return
  const euro = leastA.euro + leastB.euro
  const end = Math.max(leastA.end, leastB.end, walks.rules.from + leastA.weeks + leastB.weeks)
  if (euro > walks.mostEuro || isRuledOut(front, end, euro, opens)) return
  const walk = walks.of(a.index < b.index ? [a, b] : [b, a])
  if (walk && !isRuledOut(front, walk.end, walk.ownEuro, opens)) offer(front, { walk, opens })
}

function isRuledOut(front: readonly WalkedDoor[], end: number, euro: number, atMost: number): boolean {
  for (const door of front) if (rulesOut(door, end, euro, atMost)) return true
  return false
}

/** Whether this door beats every pair that is no sooner, no cheaper and opens no more. */
function rulesOut({ walk, opens }: WalkedDoor, end: number, euro: number, atMost: number): boolean {
  if (walk.end > end || walk.ownEuro > euro || opens < atMost) return false
  return walk.set.length === 1 || walk.end < end || walk.ownEuro < euro || opens > atMost
}

function offer(front: WalkedDoor[], door: WalkedDoor): void {
  if (front.some((kept) => beats(kept, door))) return
  for (let index = front.length - 1; index >= 0; index--) if (beats(door, front[index] as WalkedDoor)) front.splice(index, 1)
  front.push(door)
}

/** At least as good on all three and, where equal on all, lower by id. */
function beats(a: WalkedDoor, b: WalkedDoor): boolean {
  const [ready, cost, number] = [b.walk.end - a.walk.end, b.walk.ownEuro - a.walk.ownEuro, a.opens - b.opens]
  if (ready < 0 || cost < 0 || number < 0) return false
  return ready > 0 || cost > 0 || number > 0 || comparePaths(a.walk.set, b.walk.set) < 0
}
