import type { Courses } from './courses.ts'
import type { Target } from './target.ts'

/** Bits of a plain integer; a target with more missing essentials is checked in full at the end of the search. */
export const plainBits = 30

export function fullMask(target: Pick<Target, 'missing'>): number {
  return 2 ** Math.min(target.missing.length, plainBits) - 1
}

/** Whether so many contents could ever cover what is missing, whatever the limits. */
export function isTaught(courses: Courses, missing: readonly number[], most: number): boolean {
  const covers = new Map<number, number>()
  const { from, content } = courses.meeters
  for (const [bit, demand] of missing.entries()) {
    const teachers = content.subarray(from[demand], from[demand + 1])
    if (teachers.length === 0) return false
    if (bit < plainBits) for (const one of teachers) covers.set(one, (covers.get(one) ?? 0) | (1 << bit))
  }
  return canCover([...new Set(covers.values())], fullMask({ missing }), most)
}

function canCover(masks: readonly number[], wanted: number, most: number): boolean {
  if (wanted === 0) return true
  if (most === 0) return false
  // Some mask must hold the lowest bit still wanted.
  const lowest = wanted & -wanted
  for (const mask of masks) if ((mask & lowest) !== 0 && canCover(masks, wanted & ~mask, most - 1)) return true
  return false
}
