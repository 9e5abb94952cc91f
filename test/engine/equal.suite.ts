import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Person } from '../../src/engine/matching/person.ts'
import type { Engine, World } from '../../src/engine/planning/engine.ts'
import type { Goal, Preference, SmallestChange } from '../../src/engine/planning/plan.ts'
import { createTwin } from '../twin/twin.ts'
import { applyChanges } from '../worlds/apply-change.ts'
import { type RandomWorld, randomWorld, styleNames } from '../worlds/random-world.ts'

type CreateEngine = (world: World) => Engine

interface Runs {
  /** Random worlds over all styles together. */
  readonly runs: number
  readonly seed?: number
}

const preferences: readonly Preference[] = ['balanced', 'soonest', 'cheapest', 'surest']

const ids = (things: readonly { readonly id: string }[]) => things.map(({ id }) => id)
/** Ask-first offerings are no part of any other question. */
const known = ({ offerings }: World) => offerings.filter(({ askFirst }) => askFirst !== true)

/** Every vacancy, one, some, an occupation, a region, both, and nothing. */
function goalsOf({ vacancies }: World): Goal[] {
  const all = ids(vacancies)
  return [
    {},
    ...all.slice(0, 3).map((id) => ({ vacancies: [id] })),
    { vacancies: [...all.slice(1, 4), 'V?'] },
    { occupations: ['O0'] },
    { occupations: ['O1', 'O2'], regions: ['AM13'] },
    { regions: ['UT26'] },
    { vacancies: [] },
  ]
}

interface Question {
  readonly name: string
  ask(engine: Engine): unknown
}

/** Every question of `Engine` about one person. */
function questionsOf(world: World, person: Person): Question[] {
  const questions: Question[] = []
  const add = (name: string, ask: (engine: Engine) => unknown) => questions.push({ name: `${person.id}: ${name}`, ask })
  const goals = goalsOf(world)
  const path = ids(known(world))
  for (const id of ids(world.vacancies)) {
    add(`judge ${id}`, (engine) => engine.judge(person, id))
    add(`credits ${id}`, (engine) => engine.credits(person, id))
    add(`credits ${id} after a path`, (engine) => engine.credits(person, id, path.slice(0, 2)))
    add(`credits ${id} after all`, (engine) => engine.credits(person, id, path))
  }
  add('matches', (engine) => engine.matches(person))
  add('matches, first 2', (engine) => engine.matches(person, { limit: 2 }))
  for (const goal of goals) {
    add(`matches to ${JSON.stringify(goal)}`, (engine) => engine.matches(person, { goal }))
    add(`all plans to ${JSON.stringify(goal)}`, (engine) => engine.allPlans(person, goal))
  }
  for (const [i, goal] of goals.entries()) {
    const asked = i < 2 ? preferences : [preferences[i % preferences.length]!]
    for (const preference of asked) {
      add(`plans to ${JSON.stringify(goal)}, ${preference}`, (engine) => engine.plansTo(person, goal, preference))
    }
  }
  add('doors', (engine) => engine.doors(person))
  add('what each single door opens', (engine) => path.map((id) => engine.opens(person, [id], {})))
  add('what each door of the front opens', (engine) =>
    engine.doors(person).front.map((door) => engine.opens(person, door.path, {})),
  )
  for (const goal of goals.slice(4))
    add(`what a pair opens of ${JSON.stringify(goal)}`, (engine) => engine.opens(person, path.slice(0, 2), goal))
  for (const goal of goals) add(`asks to ${JSON.stringify(goal)}`, (engine) => engine.asks(person, goal))
  for (const preference of preferences) {
    add(`best list, ${preference}`, (engine) => engine.bestList(person, preference))
  }
  add('best list, first 2', (engine) => engine.bestList(person, 'balanced', 2))
  add('smallest changes', (engine) => engine.smallestChanges(person))
  add('jobs unlocked by a skill', (engine) => engine.jobsUnlockedBySkill(person))
  add('smallest changes with training', (engine) => engine.smallestChangesWithTraining(person))
  add('good questions', (engine) => engine.goodQuestions(person))
  return questions
}

function questionsOfPool(world: World, pool: readonly Person[]): Question[] {
  return [
    ...ids(world.vacancies).map((id) => ({
      name: `pool effect of ${id}`,
      ask: (engine: Engine) => engine.poolEffect(id, pool),
    })),
    ...ids(known(world)).map((id) => ({
      name: `pool effect of training ${id}`,
      ask: (engine: Engine) => engine.poolEffectOfTraining(id, pool),
    })),
    { name: 'pool effects with nobody', ask: (engine) => ids(world.vacancies).map((id) => engine.poolEffect(id, [])) },
  ]
}

export function expectEqual(createEngine: CreateEngine, { world, people, pool }: RandomWorld): void {
  const engine = createEngine(world)
  const twin = createTwin(world)
  for (const { name, ask } of [...people.flatMap((person) => questionsOf(world, person)), ...questionsOfPool(world, pool)]) {
    expect({ question: name, answer: ask(engine) }).toEqual({ question: name, answer: ask(twin) })
  }
}

/** Each vacancy that is left out of the matches has a term that leaves it out. */
export function expectReasons(engine: Engine, { world, people }: RandomWorld): void {
  for (const person of people) {
    const matches = new Map(engine.matches(person).matches.map((match) => [match.vacancy, match]))
    for (const { id, carriedBy } of world.vacancies) {
      if (carriedBy !== undefined) continue
      const terms = engine.judge(person, id).conditions.filter(({ key }) => !key.startsWith('skill:'))
      const match = matches.get(id)
      if (match === undefined)
        expect(
          terms.some(({ state }) => state === 'unmet'),
          id,
        ).toBe(true)
      else if (match.certain) expect(terms, id).toEqual([])
      else expect(terms.length > 0 && terms.every(({ state }) => state === 'unknown'), id).toBe(true)
    }
  }
}

interface Open {
  readonly low: readonly string[]
  readonly high: readonly string[]
}

/** Nothing unmet today. A dual job is never open without its offering. */
function openToday(engine: Engine, world: World, person: Person): Open {
  const free = [...ids(world.vacancies.filter(({ carriedBy }) => carriedBy === undefined))].sort()
  const conditions = (id: string) => engine.judge(person, id).conditions
  return {
    low: free.filter((id) => conditions(id).length === 0),
    high: free.filter((id) => conditions(id).every(({ state }) => state === 'unknown')),
  }
}

function withPlan(engine: Engine, _: World, person: Person): Open {
  const { certain, possible } = engine.allPlans(person, {})
  const distinct = (plans: typeof certain) => [...new Set(plans.map(({ vacancy }) => vacancy))].sort()
  return { low: distinct(certain), high: distinct([...certain, ...possible]) }
}

type HowOpen = (engine: Engine, world: World, person: Person) => Open

/** Applying the changes and asking again opens exactly what was promised (rulings 1, 5 and 15). */
function expectPromise(createEngine: CreateEngine, world: World, person: Person, promise: SmallestChange, open: HowOpen): void {
  const before = open(createEngine(world), world, person)
  const changed = applyChanges({ world, person }, promise.changes)
  const after = open(createEngine(changed.world), changed.world, changed.person)
  const opened = (which: keyof Open) => after[which].filter((id) => !before[which].includes(id))
  expect(
    { changes: promise.changes, low: opened('low'), high: opened('high') },
    `${person.id} ${JSON.stringify(promise.changes)}`,
  ).toEqual({ changes: promise.changes, low: promise.opensLow, high: promise.opensHigh })
}

export function expectPromisesKept(createEngine: CreateEngine, { world, people }: RandomWorld): number {
  const engine = createEngine(world)
  let promises = 0
  for (const person of people) {
    const { singles, pairs } = engine.smallestChanges(person)
    for (const promise of [...singles, ...pairs]) {
      expectPromise(createEngine, world, person, promise, openToday)
      promises++
    }
    for (const promise of engine.smallestChangesWithTraining(person)) {
      expectPromise(createEngine, world, person, promise, withPlan)
      promises++
    }
  }
  return promises
}

/** The product's engine against its slow twin, and properties that hold for any engine. */
export function describeEquality(createEngine: CreateEngine, { runs, seed = 20270104 }: Runs) {
  const numRuns = Math.ceil(runs / styleNames.length)
  for (const style of styleNames) {
    test(`equals the slow twin on every question: ${style}`, { timeout: 600_000 }, () => {
      fc.assert(
        fc.property(randomWorld(style), (random) => expectEqual(createEngine, random)),
        { numRuns, seed, endOnFailure: false, interruptAfterTimeLimit: 540_000 },
      )
    })
  }
  describeProperties(createEngine, { runs: Math.ceil(runs / 4), seed: seed + 1 })
}

export function describeProperties(createEngine: CreateEngine, { runs, seed = 20270105 }: Runs) {
  const numRuns = Math.ceil(runs / styleNames.length)
  describe('properties', () => {
    for (const style of styleNames) {
      test(`each exclusion has a reason, and each promise is kept: ${style}`, { timeout: 600_000 }, () => {
        fc.assert(
          fc.property(randomWorld(style), (random) => {
            expectReasons(createEngine(random.world), random)
            expectPromisesKept(createEngine, random)
          }),
          { numRuns, seed },
        )
      })
    }
  })
}
