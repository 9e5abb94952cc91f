import type { Doors, SingleDoor } from '../../../src/engine/planning/plan.ts'
import type { CompiledVacancy } from '../matching/index.ts'
import type { Course } from './courses.ts'
import { comparePaths } from './front.ts'
import { closedTargets, newlyOpened } from './opens.ts'
import type { BothModes, Planning } from './planning.ts'
import type { Target } from './target.ts'
import type { Walk } from './walk.ts'

/**
 * Doors: for every ordinary course the exact vacancies it newly opens, and the front over (ready, cost, number) of paths of
 * one or two (rulings 21 and 39). Duals are no doors.
 */
export function doorsOf(both: BothModes, vacancies: readonly CompiledVacancy[]): Doors {
  const ordinary = vacancies.filter(({ vacancy }) => vacancy.carriedBy === undefined)
  const low = new Opened(both.low, ordinary)
  const high = new Opened(both.high, ordinary)
  return {
    openNow: [low.openNow, high.openNow],
    singles: both.low.traveller.courses.list
      .filter(({ dual }) => !dual)
      .map((course) => singleDoor(both, course, low, high))
      .filter(({ opens, opensHigh }) => opens + opensHigh > 0),
    front: frontOfDoors(both.low, low).map(({ walk }) => ({
      path: walk.order.map((course) => course.offering.id),
      readyWeek: walk.end,
      ownCostEuro: walk.ownEuro,
      opens: newlyOpened(both.low, low.closed, 'trainThenHire', walk.order).length,
      opensHigh: newlyOpened(both.high, high.closed, 'trainThenHire', walk.order).length,
    })),
  }
}

/** What is closed in one mode, and which contents open it alone or in pairs. */
class Opened {
  readonly closed: readonly Target[]
  /** Vacancies open without training, *start* left out. */
  readonly openNow: number
  /** By content: what it covers alone. */
  readonly alone: readonly (readonly Target[])[]
  readonly #planning: Planning

  constructor(planning: Planning, vacancies: readonly CompiledVacancy[]) {
    this.#planning = planning
    this.closed = closedTargets(planning, vacancies)
    this.openNow = vacancies.filter((vacancy) => planning.targetOf(vacancy)?.missing.length === 0).length
    const alone: Target[][] = planning.traveller.courses.contents.map(() => [])
    for (const target of this.closed)
      for (const [content, met] of this.#covers(target)) if (met === target.missing.length) alone[content]?.push(target)
    this.alone = alone
  }

  /** For each content that meets something missing: how much. */
  #covers({ missing }: Target): Map<number, number> {
    const { givers } = this.#planning.traveller.courses
    const covers = new Map<number, number>()
    for (const demand of missing) {
      for (const { content, meets } of givers[demand] ?? []) if (meets) covers.set(content, (covers.get(content) ?? 0) + 1)
    }
    return covers
  }

  /** For pairs of contents: how many targets they cover together that neither covers alone. */
  joint(): ReadonlyMap<number, number> {
    const joint = new Map<number, number>()
    const { contents } = this.#planning.traveller.courses
    for (const target of this.closed) {
      const parts = [...this.#covers(target)].filter(([, met]) => met < target.missing.length)
      for (const [at, [a, metA]] of parts.entries()) {
        for (const [b, metB] of parts.slice(at + 1)) {
          if (metA + metB < target.missing.length) continue
          const covered = target.missing.every((demand) => contents[a]?.teaches.has(demand) || contents[b]?.teaches.has(demand))
          if (covered) joint.set(pairKey(a, b), (joint.get(pairKey(a, b)) ?? 0) + 1)
        }
      }
    }
    return joint
  }
}

function singleDoor(both: BothModes, course: Course, low: Opened, high: Opened): SingleDoor {
  const walk = both.low.walks.of([course])
  const usableHigh = both.high.walks.of([course]) !== undefined
  const { index } = course.content
  return {
    offering: course.offering.id,
    usable: walk !== undefined,
    usableHigh,
    opens: walk ? (low.alone[index]?.length ?? 0) : 0,
    opensHigh: usableHigh ? (high.alone[index]?.length ?? 0) : 0,
    ...(walk ? { readyWeek: walk.end, ownCostEuro: walk.ownEuro } : {}),
  }
}

interface WalkedDoor {
  readonly walk: Walk
  readonly opens: number
}

/** Front over (ready, cost, number opened); of equals the path with fewer offerings, then sorted ids. */
function frontOfDoors(planning: Planning, opened: Opened): WalkedDoor[] {
  const { walks } = planning
  const front: WalkedDoor[] = []
  const courses = planning.open.flat().sort((a, b) => a.index - b.index)
  for (const course of courses) {
    const walk = walks.of([course])
    const opens = opened.alone[course.content.index]?.length ?? 0
    if (walk && opens > 0) offer(front, { walk, opens })
  }
  const joint = opened.joint()
  for (const [at, a] of courses.entries()) {
    for (let other = at + 1; other < courses.length; other++)
      offerPair(planning, front, a, courses[other] as Course, opened, joint)
  }
  return front.sort((a, b) => a.walk.end - b.walk.end || a.walk.ownEuro - b.walk.ownEuro || comparePaths(a.walk.set, b.walk.set))
}

/**
 * A pair can be better than its parts only when each opens something, both open something together, or one cannot be entered
 * without the other: a single is never later or dearer than a pair that it is in.
 */
function offerPair(
  { walks }: Planning,
  front: WalkedDoor[],
  a: Course,
  b: Course,
  opened: Opened,
  joint: ReadonlyMap<number, number>,
): void {
  const [aloneA, aloneB] = [opened.alone[a.content.index] ?? [], opened.alone[b.content.index] ?? []]
  const together = joint.get(pairKey(a.content.index, b.content.index)) ?? 0
  const atMost = aloneA.length + aloneB.length + together
  if (atMost === 0) return
  const blocked = walks.lacks(a).length > 0 || walks.lacks(b).length > 0
  if (!blocked && together === 0 && (aloneA.length === 0 || aloneB.length === 0)) return
  const [leastA, leastB] = [walks.leastOf(a), walks.leastOf(b)]
  if (!leastA || !leastB) return
  const euro = leastA.euro + leastB.euro
  const end = Math.max(leastA.end, leastB.end, walks.rules.from + leastA.weeks + leastB.weeks)
  if (euro > walks.mostEuro || front.some((door) => rulesOut(door, end, euro, atMost))) return
  const walk = walks.of([a, b])
  if (!walk || front.some((door) => rulesOut(door, walk.end, walk.ownEuro, atMost))) return
  offer(front, { walk, opens: sizeOfUnion(aloneA, aloneB) + together })
}

/** Whether this door beats every pair that is no sooner, no cheaper and opens no more. */
function rulesOut({ walk, opens }: WalkedDoor, end: number, euro: number, atMost: number): boolean {
  if (walk.end > end || walk.ownEuro > euro || opens < atMost) return false
  return walk.set.length === 1 || walk.end < end || walk.ownEuro < euro || opens > atMost
}

function sizeOfUnion(a: readonly Target[], b: readonly Target[]): number {
  if (a.length === 0 || b.length === 0) return a.length + b.length
  const all = new Set(a)
  for (const target of b) all.add(target)
  return all.size
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

function pairKey(a: number, b: number): number {
  return a < b ? a * 65536 + b : b * 65536 + a
}
