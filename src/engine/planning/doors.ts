import type { CompiledVacancy } from '../matching/index.ts'
import type { Course } from './courses.ts'
import { newlyOpened, type Openings, openingsOf } from './opens.ts'
import type { Doors, SingleDoor } from './plan.ts'
import type { Target } from './target.ts'
import type { BothModes } from './to-goal.ts'
import type { Walk } from './walk.ts'

/**
 * Doors: for every ordinary course the exact vacancies it newly opens, and the front over (ready, cost, number) of paths of
 * one or two. Duals are no doors (ruling 21).
 */
export function doorsOf(both: BothModes, vacancies: readonly CompiledVacancy[]): Doors {
  const { traveller } = both.low
  const low = openingsOf(traveller, vacancies, 'low')
  const high = openingsOf(traveller, vacancies, 'high')
  const courses = traveller.courses.list.filter((course) => !course.dual)
  const [opensLow, opensHigh] = [
    openedByContent(traveller.courses.contents.length, low, traveller),
    openedByContent(traveller.courses.contents.length, high, traveller),
  ]
  const singles = courses.map((course) => singleDoor(both, course, opensLow, opensHigh))
  const front = frontOfDoors(both, courses, low, opensLow)
  return {
    openNow: [low.openNow, high.openNow],
    singles,
    front: front.map(({ walk, opens }) => ({
      path: walk.order.map((course) => course.offering.id),
      readyWeek: walk.end,
      ownCostEuro: walk.ownEuro,
      opens: idsOf(opens),
      opensHigh: idsOf(newlyOpened(high, 'trainThenHire', walk.order)),
    })),
  }
}

/** What one content alone opens: every target whose missing essentials it covers. */
function openedByContent(size: number, openings: Openings, { courses }: BothModes['low']['traveller']): Target[][] {
  const opened: Target[][] = Array.from({ length: size }, () => [])
  for (const target of openings.closed) {
    if (target.vacancy.vacancy.carriedBy !== undefined) continue
    for (const content of coverersOf(target, courses.givers)) opened[content]?.push(target)
  }
  return opened
}

function coverersOf(target: Target, givers: BothModes['low']['traveller']['courses']['givers']): number[] {
  const [first, ...rest] = target.missing
  const meeting = (demand: number | undefined): number[] =>
    (givers[demand ?? -1] ?? []).filter((giver) => giver.meets).map((giver) => giver.content)
  let left = meeting(first)
  for (const demand of rest) {
    if (left.length === 0) return left
    const also = new Set(meeting(demand))
    left = left.filter((content) => also.has(content))
  }
  return left
}

function singleDoor(both: BothModes, course: Course, opensLow: readonly Target[][], opensHigh: readonly Target[][]): SingleDoor {
  const walk = both.low.walks.of([course])
  const usableHigh = both.high.walks.of([course]) !== undefined
  return {
    offering: course.offering.id,
    usable: walk !== undefined,
    usableHigh,
    opens: walk ? idsOf(opensLow[course.content.index] ?? []) : [],
    opensHigh: usableHigh ? idsOf(opensHigh[course.content.index] ?? []) : [],
    ...(walk ? { readyWeek: walk.end, ownCostEuro: walk.ownEuro } : {}),
  }
}

interface WalkedDoor {
  readonly walk: Walk
  readonly opens: readonly Target[]
}

/** Front over (ready, cost, number opened); of equals the path of lowest id: fewer offerings, then sorted ids. */
function frontOfDoors(both: BothModes, courses: readonly Course[], low: Openings, opened: readonly Target[][]): WalkedDoor[] {
  const { walks, traveller } = both.low
  const front: WalkedDoor[] = []
  for (const course of courses) {
    const walk = walks.of([course])
    const opens = opened[course.content.index] ?? []
    if (walk && opens.length > 0) offer(front, { walk, opens })
  }
  const joint = jointlyOpened(low, traveller.courses.givers)
  const usable = courses.filter((course) => both.low.open[course.content.index]?.includes(course))
  for (const [i, a] of usable.entries()) {
    for (const b of usable.slice(i + 1)) {
      if (a.content === b.content) continue
      offerPair(both, front, [a, b], opened, joint)
    }
  }
  return front.sort((a, b) => a.walk.end - b.walk.end || a.walk.ownEuro - b.walk.ownEuro || comparePaths(a.walk, b.walk))
}

function offerPair(
  both: BothModes,
  front: WalkedDoor[],
  pair: [Course, Course],
  opened: readonly Target[][],
  joint: ReadonlyMap<number, Target[]>,
): void {
  const [a, b] = pair
  const [alone, other] = [opened[a.content.index] ?? [], opened[b.content.index] ?? []]
  const together = joint.get(pairKey(a.content.index, b.content.index)) ?? []
  const atMost = alone.length + other.length + together.length
  if (atMost === 0) return
  // No later and no dearer than this can a pair be sooner or cheaper: a front door that is strictly better already rules it out.
  const [wa, wb] = [both.low.walks.of([a]), both.low.walks.of([b])]
  const soonest = Math.max(wa?.end ?? 0, wb?.end ?? 0)
  if (front.some((door) => door.walk.end <= soonest && door.walk.ownEuro === 0 && door.opens.length >= atMost)) return
  const walk = both.low.walks.of(a.index < b.index ? [a, b] : [b, a])
  if (!walk) return
  if (front.some((door) => isStrictlyBetter(door, walk, atMost))) return
  offer(front, { walk, opens: [...new Set([...alone, ...other, ...together])] })
}

function isStrictlyBetter(door: WalkedDoor, walk: Walk, opens: number): boolean {
  return (
    door.walk.end <= walk.end &&
    door.walk.ownEuro <= walk.ownEuro &&
    door.opens.length >= opens &&
    (door.walk.end < walk.end || door.walk.ownEuro < walk.ownEuro || door.opens.length > opens)
  )
}

function offer(front: WalkedDoor[], door: WalkedDoor): void {
  if (front.some((kept) => beats(kept, door))) return
  for (let index = front.length - 1; index >= 0; index--) if (beats(door, front[index] as WalkedDoor)) front.splice(index, 1)
  front.push(door)
}

/** At least as good on all three and, where equal on all, lower by id. */
function beats(a: WalkedDoor, b: WalkedDoor): boolean {
  const [ready, cost, number] = [b.walk.end - a.walk.end, b.walk.ownEuro - a.walk.ownEuro, a.opens.length - b.opens.length]
  if (ready < 0 || cost < 0 || number < 0) return false
  return ready > 0 || cost > 0 || number > 0 || comparePaths(a.walk, b.walk) < 0
}

function comparePaths(a: Walk, b: Walk): number {
  const key = (walk: Walk): string =>
    walk.order
      .map((course) => course.offering.id)
      .sort()
      .join('\u0000')
  return a.order.length - b.order.length || (key(a) < key(b) ? -1 : 1)
}

/** Targets that two contents open together and neither opens alone. */
function jointlyOpened(low: Openings, givers: BothModes['low']['traveller']['courses']['givers']): Map<number, Target[]> {
  const joint = new Map<number, Target[]>()
  for (const target of low.closed) {
    if (target.vacancy.vacancy.carriedBy !== undefined || target.missing.length < 2) continue
    const covers = new Map<number, Set<number>>()
    for (const demand of target.missing) {
      for (const giver of givers[demand] ?? []) {
        if (!giver.meets) continue
        const covered = covers.get(giver.content) ?? new Set()
        covers.set(giver.content, covered.add(demand))
      }
    }
    addPairs(
      joint,
      target,
      [...covers].filter(([, covered]) => covered.size < target.missing.length),
    )
  }
  return joint
}

function addPairs(
  joint: Map<number, Target[]>,
  target: Target,
  covers: readonly (readonly [number, ReadonlySet<number>])[],
): void {
  for (const [i, [a, coveredA]] of covers.entries()) {
    for (const [b, coveredB] of covers.slice(i + 1)) {
      if (coveredA.size + coveredB.size < target.missing.length) continue
      if (!target.missing.every((demand) => coveredA.has(demand) || coveredB.has(demand))) continue
      const key = pairKey(a, b)
      joint.set(key, [...(joint.get(key) ?? []), target])
    }
  }
}

function pairKey(a: number, b: number): number {
  return a < b ? a * 65536 + b : b * 65536 + a
}

function idsOf(targets: readonly Target[]): string[] {
  return targets.map((target) => target.vacancy.vacancy.id).sort()
}
