/**
 * How long a choice of cohorts takes, and how sure it is: `node benchmarks/choosing.ts [--candidates 500] [--people 20000] [--seconds 9]`. People come one by one and are put in groups,
 * then the problem is solved in this thread.
 */
import { cpus, loadavg } from 'node:os'
import { type Candidate, groupPeople, type JobGroup, type Problem, type Reached } from '../src/engine/choosing/index.ts'
import { loadHighs } from '../src/modules/cohort-choice/solver/load-highs.ts'
import { solve } from '../src/modules/cohort-choice/solver/solve.ts'
import { type Dice, diceOf } from './dice.ts'

function option(name: string, preset: number): number {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? preset : Number(process.argv[at + 1])
}

const [candidates, people, seconds] = [option('candidates', 500), option('people', 20_000), option('seconds', 9)]
const contents = Array.from({ length: Math.ceil(candidates / 3) }, (_, at) => `c${at}`)
/** Contents lie in fields: who can take one of a field can often take others of it. */
const fields = 12

const below = (dice: Dice, limit: number): number => dice.below(limit)
const pick = (dice: Dice, field: number): string => {
  const own = contents.filter((_, at) => at % fields === field)
  return own[Math.floor(dice.next() ** 2 * own.length)] ?? contents[0] ?? ''
}

function crowd(dice: Dice): Reached[] {
  return Array.from({ length: people }, () => {
    const field = below(dice, fields)
    const own = Array.from({ length: below(dice, 9) }, () => pick(dice, field))
    return { distance: (1 + below(dice, 3)) as 1 | 2 | 3, contents: [...new Set(own)] }
  })
}

function cohorts(dice: Dice): Candidate[] {
  return Array.from({ length: candidates }, (_, at) => {
    const seats = 8 + below(dice, 13)
    const weeks = 4 + below(dice, 36)
    return {
      ...{ id: `k${at}`, content: contents[below(dice, contents.length)] ?? '', seats },
      ...{ costEuro: seats * 250 * (2 + below(dice, 20)), teacherHours: weeks * 8, roomWeeks: dice.next() < 0.3 ? 0 : weeks },
      seniorHours: seats,
    }
  })
}

function work(dice: Dice): JobGroup[] {
  return Array.from({ length: 60 }, (_, at) => {
    const jobs = 5 + below(dice, 40)
    const from = contents.filter((_, content) => content % fields === at % fields && dice.next() < 0.6)
    return { id: `j${at}`, jobs, from: from.map((content) => ({ content, most: 1 + below(dice, jobs) })) }
  })
}

const highs = await loadHighs()
console.log(
  `${candidates} candidates, ${people} people; ${cpus()[0]?.model}, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
)
for (const seed of [1, 2, 3]) {
  const dice = diceOf(seed)
  const began = performance.now()
  const groups = groupPeople(crowd(dice), 10)
  const grouped = performance.now() - began
  const problem: Problem = {
    ...{ candidates: cohorts(dice), groups, jobs: work(dice) },
    limits: { budgetEuro: 1_500_000, teacherHours: 20_000, roomWeeks: 2000, seniorHours: 700 },
  }
  for (const aim of ['most', 'furthest'] as const) {
    const cpu = process.cpuUsage().user
    const from = performance.now()
    const { worth, bound, isProven, choice } = solve(highs, { problem, aim, milliseconds: seconds * 1000 }, () =>
      performance.now(),
    )
    const reached = aim === 'most' ? worth.placed : worth.weighted
    console.log(
      `seed ${seed}, ${aim}: ${groups.length} groups (${grouped.toFixed(0)} ms), ${worth.placed} placed in ${choice.open.length} cohorts; ` +
        `${((performance.now() - from) / 1000).toFixed(1)} s, processor ${((process.cpuUsage().user - cpu) / 1e6).toFixed(1)} s, ` +
        `gap ${((100 * (bound - reached)) / Math.max(1, bound)).toFixed(2)} %${isProven ? ', proven' : ''}`,
    )
  }
}
