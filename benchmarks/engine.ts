/**
 * How long each question to the engine takes at the size of the demo, over 100 distinct people: `node benchmarks/engine.ts`.
 * `--only NAME` asks one question, `--people N` other numbers of people. One thread; p50, p95 and the slowest
 * in ms on the clock, and p95 in ms of processor time, which says more on a machine that others use too.
 */

import type { Person } from '../src/engine/matching/index.ts'
import { createEngine, type Engine } from '../src/engine/planning/index.ts'
import { demoSizeWorld, peopleOf } from './demo-size-world.ts'

const targetMs = 300
const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`)
  return at < 0 ? undefined : process.argv[at + 1]
}
const only = option('only')
const count = Number(option('people') ?? 100)

const { world, ground } = demoSizeWorld(2026)
const people = peopleOf(ground, 7, count)
const pool = peopleOf(ground, 8, 20_000)

interface Timed<T> {
  readonly ms: number
  readonly cpuMs: number
  readonly value: T
}

const timed = <T>(work: () => T): Timed<T> => {
  const from = performance.now()
  const cpu = process.cpuUsage()
  const value = work()
  const { user, system } = process.cpuUsage(cpu)
  return { ms: performance.now() - from, cpuMs: (user + system) / 1000, value }
}

const built = timed(() => createEngine(world))
const engine: Engine = built.value
console.log(`createEngine: ${built.ms.toFixed(0)} ms (target 1000)`)

const vacancyAt = (index: number): string => world.vacancies[(index * 37) % world.vacancies.length]?.id ?? ''
const occupationOf = (person: Person): string => person.occupations[0] ?? ''

/** A question, and how large its answer is: that the answers are not empty says that the figures mean something. */
const questions: Record<string, (person: Person, index: number) => number> = {
  judge: (person, index) => engine.judge(person, vacancyAt(index)).conditions.length,
  matches: (person) => engine.matches(person, { limit: 50 }).eligible[0],
  'plans to an occupation': (person) =>
    engine.plansTo(person, { occupations: [occupationOf(person)] }, 'balanced').counts.certain,
  'plans to an occupation in a region': (person) =>
    engine.plansTo(person, { occupations: [occupationOf(person)], regions: ['AM03', 'AM04'] }, 'balanced').counts.certain,
  'plans to a vacancy': (person, index) => engine.plansTo(person, { vacancies: [vacancyAt(index)] }, 'balanced').counts.certain,
  doors: (person) => engine.doors(person).front.length,
  'best list': (person) => engine.bestList(person, 'balanced').length,
  'best list, surest': (person) => engine.bestList(person, 'surest').length,
  'smallest changes': (person) => engine.smallestChanges(person).pairs.length,
  'jobs unlocked by a skill': (person) => engine.jobsUnlockedBySkill(person).length,
  'good questions': (person) => engine.goodQuestions(person).length,
  'smallest changes with training': (person) => engine.smallestChangesWithTraining(person).length,
  'plans to anything': (person) => engine.plansTo(person, {}, 'balanced').counts.certain,
}

for (const [name, ask] of Object.entries(questions)) {
  if (only !== undefined && only !== name) continue
  for (const [index, person] of peopleOf(ground, 9, 5).entries()) ask(person, index)
  const runs = people.map((person, index) => timed(() => ask(person, index)))
  report(name, runs, meanOf(runs.map((run) => run.value)), targetMs)
}

if (only === undefined || only === 'pool effect') {
  const first = timed(() => engine.poolEffect(vacancyAt(0), pool))
  console.log(`pool effect of ${pool.length} people, first: ${first.ms.toFixed(0)} ms`)
  const runs = people.slice(0, 20).map((_, index) => timed(() => engine.poolEffect(vacancyAt(index + 1), pool)))
  report('pool effect', runs, meanOf(runs.map((run) => run.value.now[0])), 500)
  const trainings = world.offerings.slice(0, 20).map((offering) => timed(() => engine.poolEffectOfTraining(offering.id, pool)))
  report('pool effect of a training', trainings, meanOf(trainings.map((run) => run.value.now[0])), 500)
}

function meanOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0) / numbers.length
}

function report(name: string, runs: readonly Timed<unknown>[], size: number, target: number): void {
  const at = (values: readonly number[], share: number): number => {
    const sorted = [...values].sort((a, b) => a - b)
    return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
  }
  const ms = runs.map((run) => run.ms)
  const figure = (value: number): string => value.toFixed(1).padStart(8)
  const verdict = at(ms, 0.95) <= target ? 'ok' : `MISSES ${target}`
  const cpu = at(
    runs.map((run) => run.cpuMs),
    0.95,
  )
  console.log(
    `${name.padEnd(36)} p50 ${figure(at(ms, 0.5))}  p95 ${figure(at(ms, 0.95))}  max ${figure(at(ms, 1))}  cpu p95 ${figure(cpu)}  answer ${size.toFixed(1)}  ${verdict}`,
  )
}
