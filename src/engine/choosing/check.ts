import { choosingKnobs } from './knobs.ts'
import { type Aim, type Choice, means, type Problem, takenBy } from './problem.ts'

/** What a choice places. */
export interface Worth {
  readonly placed: number
  /** The same, each weighted by distance from work. */
  readonly weighted: number
  readonly costEuro: number
}

/**
 * Whether a choice keeps to everything that a problem says, looked at without the model it came from. The first thing it breaks, in words; undefined:
 * nothing.
 */
export function brokenBy({ candidates, groups, jobs, limits }: Problem, { open, taught, hired }: Choice): string | undefined {
  const opened = candidates.filter(({ id }) => open.includes(id))
  if (new Set(open).size !== open.length || opened.length !== open.length) return 'a cohort is opened twice, or is none of these'
  for (const of of means) {
    const used = opened.reduce((sum, one) => sum + takenBy(one, of), 0)
    if (used > (limits[of] ?? Number.POSITIVE_INFINITY)) return `more of ${of} is taken than there is: ${used}`
  }
  for (const { people } of [...taught, ...hired]) if (!Number.isInteger(people) || people <= 0) return `${people} people`
  for (const [at, { people, contents }] of groups.entries()) {
    const own = taught.filter(({ group }) => group === at)
    if (own.some(({ content }) => !contents.includes(content))) return `group ${at} is taught what brings it nowhere`
    if (sum(own) > people) return `group ${at} has fewer people`
  }
  if (taught.some(({ group }) => groups[group] === undefined)) return 'a group that is none'
  for (const { id, jobs: there, from } of jobs) {
    const own = hired.filter(({ job }) => job === id)
    if (sum(own) > there) return `${id} has fewer jobs`
    for (const content of new Set(own.map((one) => one.content))) {
      const most = from.find((one) => one.content === content)?.most ?? 0
      if (sum(own.filter((one) => one.content === content)) > most) return `${content} brings fewer to ${id}`
    }
  }
  if (hired.some(({ job }) => !jobs.some(({ id }) => id === job))) return 'a job that is none'
  for (const content of new Set([...taught, ...hired].map((one) => one.content))) {
    const [learn, work] = [taught, hired].map((list) => sum(list.filter((one) => one.content === content)))
    if (learn !== work) return `of ${content} as many are taught as hired`
    const seats = opened.filter((one) => one.content === content).reduce((all, one) => all + one.seats, 0)
    if ((learn ?? 0) > seats) return `${content} has fewer seats`
  }
  return undefined
}

export function worthOf({ candidates, groups }: Problem, { open, taught }: Choice): Worth {
  const opened = new Set(open)
  return {
    placed: sum(taught),
    weighted: taught.reduce((all, { group, people }) => all + people * weightOf(groups[group]?.distance ?? 1), 0),
    costEuro: candidates.filter(({ id }) => opened.has(id)).reduce((all, { costEuro }) => all + costEuro, 0),
  }
}

export const weightOf = (distance: number): number => choosingKnobs.distanceWeights[distance - 1] ?? 1

/** Above 0: `a` is better. First what is aimed at, then the other, then the lower cost. */
export function compareWorth(aim: Aim, a: Worth, b: Worth): number {
  const [first, second] = aim === 'most' ? (['placed', 'weighted'] as const) : (['weighted', 'placed'] as const)
  return a[first] - b[first] || a[second] - b[second] || b.costEuro - a.costEuro
}

const sum = (list: readonly { readonly people: number }[]): number => list.reduce((all, { people }) => all + people, 0)
