import type { Course } from './courses.ts'

/** What cannot be begun any more, or would end too late. */
export const never = 65535

/**
 * When courses end that are begun as soon as they can be: by week since `from` in which one is free, the weeks since `from`
 * after which the soonest of them is over. One look-up per course of a path, so that a path is timed without its dates.
 */
export type Ends = Uint16Array

/** `latest`: the last week in which a path may end. */
export function soonestEnds(courses: readonly Course[], from: number, latest: number): Ends {
  const ends = new Uint16Array(Math.max(0, latest - from) + 1).fill(never)
  for (const { offering, starts } of courses) {
    const { weeks } = offering
    if (offering.rolling) {
      for (let at = 0; at + weeks < ends.length; at++) if (at + weeks < (ends[at] as number)) ends[at] = at + weeks
      continue
    }
    // Whoever is free after one start waits for the next.
    let at = 0
    for (const start of starts) {
      const end = start - from + weeks
      if (end >= ends.length) break
      for (; at <= start - from; at++) if (end < (ends[at] as number)) ends[at] = end
    }
  }
  return ends
}

/** After that, free in week `at`; `never` stays. */
export function after(ends: Ends, at: number): number {
  return at < ends.length ? (ends[at] as number) : never
}

/** The soonest end of one, two or three of these in any order, whoever asks another first. */
export function soonestOf(first: Ends, second?: Ends, third?: Ends): number {
  const one = after(first, 0)
  if (!second) return one
  const other = after(second, 0)
  if (!third) return Math.min(after(second, one), after(first, other))
  const last = after(third, 0)
  // Whichever comes last is best begun after the sooner order of the two before it.
  return Math.min(
    after(third, Math.min(after(second, one), after(first, other))),
    after(second, Math.min(after(third, one), after(first, last))),
    after(first, Math.min(after(third, other), after(second, last))),
  )
}
