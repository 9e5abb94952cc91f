import type { Course } from './courses.ts'
import type { Target } from './target.ts'
import type { Walk } from './walk.ts'
import { rounding, type Value, type Way } from './way.ts'

export function* courseSets(lists: readonly (readonly Course[])[]): Iterable<Course[]> {
  const [a = [], b, c] = lists
  for (const one of a) {
    if (!b) yield [one]
    for (const two of b ?? []) {
      if (!c) yield inOrder([one, two])
      for (const three of c ?? []) yield inOrder([one, two, three])
    }
  }
}

/** Sorts in place. */
export function inOrder(set: Course[]): Course[] {
  return set.sort((one, other) => one.index - other.index)
}

export function visitIfSound(way: Way, set: readonly Course[], fit: number): boolean {
  if (way.isBeaten && isBeatenAtLeast(way, set, fit)) return false
  if (way.wants && !set.some(way.wants) && !(way.always && way.wants(way.always))) return false
  const walk = way.walks.of(set)
  if (!walk || (way.value && !isWorth(way.value, fit, way.readyOf(walk.end), walk.ownEuro))) return false
  return coversAll(way.target, set) && isIrredundant(way, set, walk, fit) && way.visit({ walk, fit })
}

/** Before the walk itself: no order ends before any one course can, or before all their weeks are over. */
function isBeatenAtLeast({ walks, always, isBeaten, readyOf, target }: Way, set: readonly Course[], fit: number): boolean {
  let [euro, weeks, end] = [0, 0, walks.rules.from]
  for (const course of always ? [...set, always] : set) {
    const least = walks.leastOf(course)
    if (!least) return true
    euro += least.euro
    weeks += least.weeks
    end = Math.max(end, least.end)
  }
  const ready = readyOf(Math.max(end, walks.rules.from + weeks))
  return isBeaten?.(ready, euro, fit / (target.vacancy.fitOutOf || 1)) === true
}

function isWorth({ base, perFit, perWeek, perEuro, least }: Value, fit: number, ready: number, euro: number): boolean {
  return base + perFit * fit - perWeek * ready - perEuro * euro + rounding >= least()
}

/** Rule 5: leaving any one course out breaks rules 1-4 or makes a criterion worse. */
function isIrredundant(way: Way, set: readonly Course[], walk: Walk, fit: number): boolean {
  for (const left of set) {
    const rest = set.filter((course) => course !== left)
    if (!coversAll(way.target, rest) || (way.fitCounts && fitAfter(way.target, rest) < fit)) continue
    const shorter = rest.length === 0 && !way.always ? way.without : readyAndCost(way, rest)
    if (shorter && shorter.ready <= way.readyOf(walk.end) && shorter.ownEuro <= walk.ownEuro) return false
  }
  return true
}

function readyAndCost(way: Way, set: readonly Course[]): { readonly ready: number; readonly ownEuro: number } | undefined {
  const walk = way.walks.of(set)
  return walk && { ready: way.readyOf(walk.end), ownEuro: walk.ownEuro }
}

export function coversAll(target: Target, path: readonly Course[]): boolean {
  for (const demand of target.missing) {
    let taught = false
    for (const { content } of path) if (content.teaches.has(demand)) taught = true
    if (!taught) return false
  }
  return true
}

/** Numerator of low fit once a path is done. */
export function fitAfter(target: Target, path: readonly Course[]): number {
  let { fit } = target
  for (const gain of target.gains) {
    let { credit } = gain
    for (const { content } of path) credit = Math.max(credit, content.credits.get(gain.demand) ?? 0)
    fit += gain.weight * (credit - gain.credit)
  }
  return fit
}
