import { type Candidate, means, type Problem, takenBy } from './problem.ts'

/** Rounds of mending at most: each makes the choice better, and few are needed. */
const mostRounds = 300

/**
 * A good choice in no time, for a solver to begin from: cohorts are added, and swapped one for one, as long as that fills more seats that people and
 * jobs are there for, each content by itself. That contents share people and jobs is left to the solver.
 * @returns ids of cohorts that keep to all means
 */
export function quickChoice({ candidates, groups, jobs, limits }: Problem): string[] {
  const sorted = [...candidates].sort((a, b) => (a.id < b.id ? -1 : 1))
  const most = new Map<string, number>()
  for (const { content } of sorted) {
    const people = groups.filter(({ contents }) => contents.includes(content)).reduce((sum, one) => sum + one.people, 0)
    const there = jobs.reduce(
      (sum, one) => sum + Math.min(one.jobs, one.from.find((each) => each.content === content)?.most ?? 0),
      0,
    )
    most.set(content, Math.min(people, there))
  }
  const open = new Set<Candidate>()
  const seats = new Map<string, number>()
  const left = means.map((of) => limits[of] ?? Number.POSITIVE_INFINITY)
  const fillOf = (content: string, more: number): number =>
    Math.min(most.get(content) ?? 0, (seats.get(content) ?? 0) + more) - Math.min(most.get(content) ?? 0, seats.get(content) ?? 0)
  const put = (one: Candidate, sign: 1 | -1): void => {
    if (sign === 1) open.add(one)
    else open.delete(one)
    seats.set(one.content, (seats.get(one.content) ?? 0) + sign * one.seats)
    for (const [at, of] of means.entries()) left[at] = (left[at] as number) - sign * takenBy(one, of)
  }
  const fits = (one: Candidate): boolean => means.every((of, at) => takenBy(one, of) <= (left[at] as number))
  /** The part of what is left that a candidate takes, of the means of which it takes most. */
  const share = (one: Candidate): number =>
    Math.max(...means.map((of, at) => (takenBy(one, of) === 0 ? 0 : takenBy(one, of) / (left[at] as number))))

  /** The candidate that fills most seats for what it takes; undefined: none that fits fills any. */
  const best = (value: (one: Candidate) => number): Candidate | undefined => {
    let found: Candidate | undefined
    for (const one of sorted) {
      if (open.has(one) || !fits(one) || fillOf(one.content, one.seats) <= 0) continue
      if (found === undefined || value(one) > value(found)) found = one
    }
    return found
  }
  const add = (): void => {
    for (;;) {
      const one = best((each) => fillOf(each.content, each.seats) / (share(each) + Number.EPSILON))
      if (!one) return
      put(one, 1)
    }
  }
  add()
  for (let round = 0; round < mostRounds && swap(); round++) add()
  return [...open].map(({ id }) => id).sort()

  /** Takes one out for another that fills more. Whether there was one. */
  function swap(): boolean {
    for (const out of [...open].sort((a, b) => (a.id < b.id ? -1 : 1))) {
      const lost = -fillOf(out.content, -out.seats)
      put(out, -1)
      const one = best((each) => (each === out ? -1 : fillOf(each.content, each.seats)))
      if (one && one !== out && fillOf(one.content, one.seats) > lost) {
        put(one, 1)
        return true
      }
      put(out, 1)
    }
    return false
  }
}
