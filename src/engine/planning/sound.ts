import type { Course } from './courses.ts'
import type { Target } from './target.ts'
import type { Walk } from './walk.ts'
import { rounding, type Value, type Way } from './way.ts'

/** Sorts in place. */
export function inOrder(set: Course[]): Course[] {
  return set.sort((one, other) => one.index - other.index)
}

export function visitIfSound(way: Way, set: readonly Course[], fit: number): boolean {
  const { wants, always } = way
  const isWanted = (course: Course): boolean => wants?.courses[course.index] === 1
  if (wants && !set.some(isWanted) && !(always && isWanted(always))) return false
  const walk = way.walks.of(set)
  if (!walk) return false
  const ready = Math.max(walk.end, way.readyFrom)
  if (way.value && !isWorth(way.value, fit, ready, walk.ownEuro)) return false
  if (way.beating?.isBeaten(ready, walk.ownEuro, fit / (way.target.fitOutOf || 1))) return false
  if (!coversAll(way.target, set)) return false
  return (way.anyWillDo === true || isIrredundant(way, set, walk, fit)) && way.visit({ walk, fit })
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
    if (shorter && shorter.ready <= Math.max(walk.end, way.readyFrom) && shorter.ownEuro <= walk.ownEuro) return false
  }
  return true
}

function readyAndCost(way: Way, set: readonly Course[]): { readonly ready: number; readonly ownEuro: number } | undefined {
  const walk = way.walks.of(set)
  return walk && { ready: Math.max(walk.end, way.readyFrom), ownEuro: walk.ownEuro }
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
    for (const { content } of path) credit = Math.max(credit, content.credits.of(gain.demand))
    fit += gain.weight * (credit - gain.credit)
  }
  return fit
}
