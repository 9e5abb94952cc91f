/** Which cohorts to open, by trying every set of them: slow, and right by the definitions of docs/engine/choosing.md. */
import { type Aim, compareWorth, means, type Problem, takenBy, type Worth, weightOf } from '../../src/engine/choosing/index.ts'

/** What the best choice of a problem is worth. Of a set of cohorts all ways of placing people are tried, one person after another. */
export function bestByTrying(problem: Problem, aim: Aim): Worth {
  let best: Worth = { placed: 0, weighted: 0, costEuro: 0 }
  for (let set = 0; set < 2 ** problem.candidates.length; set++) {
    const open = problem.candidates.filter((_, at) => (set & (1 << at)) !== 0)
    if (means.some((of) => open.reduce((sum, one) => sum + takenBy(one, of), 0) > (problem.limits[of] ?? Infinity))) continue
    const costEuro = open.reduce((sum, one) => sum + one.costEuro, 0)
    for (const placing of placingsOf(problem, open)) {
      const worth = { ...placing, costEuro }
      if (compareWorth(aim, worth, best) > 0) best = worth
    }
  }
  return best
}

interface Left {
  readonly seats: Map<string, number>
  readonly jobs: number[]
  readonly brought: Map<string, number>
}

/** Every placed and weighted that can be had; of equal numbers placed only the largest weighted. */
function placingsOf(problem: Problem, open: Problem['candidates']): readonly Omit<Worth, 'costEuro'>[] {
  const seats = new Map<string, number>()
  for (const { content, seats: own } of open) seats.set(content, (seats.get(content) ?? 0) + own)
  const brought = new Map(
    problem.jobs.flatMap(({ from }, job) => from.map(({ content, most }) => [`${content} ${job}`, most] as const)),
  )
  const people = problem.groups.flatMap((group) => Array.from({ length: group.people }, () => group))
  const best = new Map<number, number>()
  const seen = new Set<string>()
  const place = (at: number, left: Left, placed: number, weighted: number): void => {
    const state = `${at} ${[...left.seats.values()]} ${left.jobs} ${[...left.brought.values()]} ${placed} ${weighted}`
    if (seen.has(state)) return
    seen.add(state)
    best.set(placed, Math.max(best.get(placed) ?? 0, weighted))
    const person = people[at]
    if (!person) return
    place(at + 1, left, placed, weighted)
    for (const content of person.contents) {
      if ((left.seats.get(content) ?? 0) < 1) continue
      for (const [job] of problem.jobs.entries()) {
        const key = `${content} ${job}`
        if ((left.jobs[job] ?? 0) < 1 || (left.brought.get(key) ?? 0) < 1) continue
        const next = {
          seats: new Map(left.seats).set(content, (left.seats.get(content) ?? 0) - 1),
          jobs: left.jobs.with(job, (left.jobs[job] ?? 0) - 1),
          brought: new Map(left.brought).set(key, (left.brought.get(key) ?? 0) - 1),
        }
        place(at + 1, next, placed + 1, weighted + weightOf(person.distance))
      }
    }
  }
  place(0, { seats, jobs: problem.jobs.map(({ jobs }) => jobs), brought }, 0, 0)
  return [...best].map(([placed, weighted]) => ({ placed, weighted }))
}
