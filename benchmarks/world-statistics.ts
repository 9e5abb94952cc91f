/**
 * What a world means for people: which share of the vacancies each term rules out, how many jobs are open now, how many one
 * training opens, how many plans there are. `npm run bench world-statistics -- --world realistic --size national --people 60`.
 * Doors are asked for the first `--doors N` people, terms for the first `--terms N`; `--plans` asks plans and best lists too.
 */
import type { Person } from '../src/engine/matching/index.ts'
import { createEngine, type Engine, type World } from '../src/engine/planning/index.ts'
import { flag, option, quantile } from './kernels/options.ts'
import { openWorld, type RowWorld, wholeWorld } from './worlds/index.ts'

/** Vacancies on which terms are judged. */
const judged = 150

const rows = openWorld(option('world', 'realistic'), option('size', 'small'))
if (typeof rows === 'string') console.log(rows)
else tellAll(rows)

function tellAll(from: RowWorld): void {
  const world = wholeWorld(from)
  const people = [...from.people(Number(option('people', '60')), 1)]
  const few = (name: string): Person[] => people.slice(0, Number(option(name, '20')))
  const engine = createEngine(world)
  console.log(
    `${from.name}: ${world.vacancies.length} vacancies, ${world.offerings.length} offerings, ${world.skills.length} skills`,
  )
  tellShapes(world, people)
  tellTerms(engine, world, few('terms'))
  tellMatches(engine, people)
  tellDoors(engine, few('doors'))
  if (flag('plans')) tellPlans(engine, few('doors'))
}

function tellShapes({ vacancies, offerings }: World, people: readonly Person[]): void {
  const essentials = vacancies.map(({ requirements }) => requirements.filter(({ weight }) => weight === 'essential').length)
  const requirements = vacancies.map((one) => one.requirements.length)
  tell('requirements per vacancy', requirements)
  tell('essentials per vacancy', essentials)
  const outcomes = offerings.map((one) => one.outcomes.length)
  tell('outcomes per offering', outcomes)
  const prerequisites = offerings.map((one) => one.prerequisites?.length ?? 0)
  tell('prerequisites per offering', prerequisites)
  const answers = people.map((one) => Object.keys(one.answers).length)
  tell('answers per person', answers)
}

/** For each term, the percentage of the vacancies that it rules out in low, over people. */
function tellTerms(engine: Engine, { vacancies }: World, people: readonly Person[]): void {
  const sample = vacancies.filter((_, at) => at % Math.ceil(vacancies.length / judged) === 0)
  const perPerson = people.map((person) => {
    const counts = new Map<string, number>()
    for (const { id } of sample) {
      const keys = new Set(engine.judge(person, id).conditions.map(({ key }) => key.replace(/:.*/, '')))
      if (keys.has('skill') ? keys.size > 1 : keys.size > 0) keys.add('any term')
      for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    return counts
  })
  console.log('\nshare of vacancies ruled out (low), percent:')
  for (const key of [...new Set(perPerson.flatMap((counts) => [...counts.keys()]))].sort()) {
    const shares = perPerson.map((counts) => Math.round(((counts.get(key) ?? 0) / sample.length) * 100))
    tell(key, shares)
  }
  console.log('\nper person:')
}

function tellMatches(engine: Engine, people: readonly Person[]): void {
  const found = people.map((person) => engine.matches(person, { limit: 20 }))
  const eligible = found.map((one) => one.eligible[0])
  tell('eligible, low', eligible)
  const fits = found.map((one) => one.fitNow[0])
  tell('fits now, low', fits)
  const mayFit = found.map((one) => one.fitNow[1])
  tell('fits now, high', mayFit)
}

function tellDoors(engine: Engine, people: readonly Person[]): void {
  const found = people.map((person) => engine.doors(person))
  const openNow = found.map((one) => one.openNow[0])
  tell('open now without start', openNow)
  const opens = found.map(({ singles }) => singles.map((single) => single.opens).filter((count) => count > 0))
  const opening = opens.map((counts) => counts.length)
  tell('offerings that open a job, low', opening)
  const most = opens.map((counts) => Math.max(0, ...counts))
  tell('the best of them opens', most)
  tell('each of them opens', opens.flat())
  const front = found.map((one) => one.front.length)
  tell('doors in the front', front)
}

function tellPlans(engine: Engine, people: readonly Person[]): void {
  const found = people.map((person) => engine.plansTo(person, { occupations: person.occupations.slice(0, 1) }, 'balanced'))
  const certain = found.map(({ counts }) => counts.certain)
  tell('plans to own occupation, certain', certain)
  const possible = found.map(({ counts }) => counts.high)
  tell('plans to own occupation, high', possible)
  const groups = found.map((one) => one.groups.length)
  tell('groups of these', groups)
  const lengths = people.flatMap((person) => engine.bestList(person, 'balanced').map(({ plan }) => plan.path.length))
  tell('trainings in a plan of the best list', lengths)
}

function tell(what: string, values: readonly number[]): void {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  const parts = [0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 1].map((share) => `p${share * 100} ${quantile(values, share)}`)
  console.log(`${what.padEnd(38)} mean ${mean.toFixed(1).padStart(7)}  ${parts.join('  ')}`)
}
