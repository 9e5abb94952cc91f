/** Who needs a training, and curriculum against demand: the engine's answers equal the slow twin's on random worlds (rulings 53 and 54). */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Person, Vacancy } from '../../src/engine/matching/index.ts'
import { createEngine, type Goal, type Offering, type World } from '../../src/engine/planning/index.ts'
import { transferModel } from '../../src/engine/taxonomy/index.ts'
import { curriculum } from '../twin/curriculum.ts'
import { tablesOf } from '../twin/view.ts'
import { waitingFor } from '../twin/waiting.ts'
import { type RandomWorld, randomWorld, styleNames } from '../worlds/random-world.ts'
import { crowdOf, knownOfferings, timeout } from './pool-answers.ts'

const numRuns = Math.ceil(Number(process.env.SCHAKEL_WORLDS ?? 200) / styleNames.length)

/** Some offerings say on which days they teach, and some people on which they can. */
const withDays = (world: World): World => ({
  ...world,
  offerings: world.offerings.map(
    (offering, at): Offering => (at % 2 === 0 ? { ...offering, days: [1, 31, 96][at % 3] as number } : offering),
  ),
})
const daysOf = (pool: readonly Person[]): Person[] =>
  pool.map((person, at) => (at % 3 === 0 ? { ...person, days: at % 2 === 0 ? 31 : 127 } : person))

function inGoal({ vacancies, occupations, regions }: Goal, vacancy: Vacancy): boolean {
  return (
    (vacancies?.includes(vacancy.id) ?? true) &&
    (occupations === undefined || (vacancy.occupation !== undefined && occupations.includes(vacancy.occupation))) &&
    (regions === undefined || (vacancy.region !== undefined && regions.includes(vacancy.region)))
  )
}

const goals: readonly Goal[] = [{}, { occupations: ['O0', 'O1'] }, { regions: ['UT26'] }]

function expectEqual({ world: plain, pool: few }: RandomWorld): void {
  const world = withDays(plain)
  const pool = daysOf(crowdOf(few))
  const engine = createEngine(world)
  const tables = tablesOf({ ...world, offerings: knownOfferings(world) })
  const index = engine.openPool(pool)
  for (const offering of knownOfferings(world)) {
    for (const goal of goals) {
      const vacancies = tables.vacancies.filter((vacancy) => inGoal(goal, vacancy))
      const expected = waitingFor(tables, offering, pool, vacancies)
      const counting = engine.waitingFor(offering.id, index)
      const end = engine.otherEnd(offering.id, goal)
      const people = new Map(end.map((id) => [id, counting.add(id)]))
      const { vacancies: each, ...picture } = expected
      expect({ offering: offering.id, goal, ...counting.picture() }).toEqual({ offering: offering.id, goal, ...picture })
      // Whatever does not stand at the other end opens for nobody.
      expect(each.map(({ vacancy }) => ({ vacancy, people: people.get(vacancy) ?? [0, 0] }))).toEqual(each)
      expect([...end].sort()).toEqual(end)
    }
  }
}

function expectEqualCurriculum({ world }: RandomWorld): void {
  const engine = createEngine(world)
  const tables = tablesOf({ ...world, offerings: knownOfferings(world) })
  for (const { outcomes } of world.offerings) {
    for (const goal of goals) {
      const vacancies = tables.vacancies.filter((vacancy) => inGoal(goal, vacancy))
      const found = engine.curriculum(outcomes, goal)
      expect(found).toEqual(curriculum(tables, outcomes, vacancies))
      for (const { essential, plus, taught, tooLow, near, missing } of found.asked)
        expect(taught + tooLow + near + missing).toBe(essential + plus)
    }
  }
}

describe('who needs a training', () => {
  for (const style of styleNames) {
    test(`equals the slow twin: ${style}`, { timeout }, () => {
      fc.assert(fc.property(randomWorld(style), expectEqual), { numRuns, seed: 20261130 })
    })
  }
})

test('more essentials than one word holds', () => {
  const skills = Array.from({ length: 40 }, (_, at) => ({ id: `s${String(at).padStart(2, '0')}`, kind: 'tool' as const }))
  const knows = (from: number): Person['answers'] =>
    Object.fromEntries(skills.map(({ id }, at) => [id, at < from ? ('yes' as const) : ('no' as const)]))
  const world: World = {
    ...{ skills, occupations: [] },
    vacancies: [{ id: 'v', requirements: skills.map(({ id }) => ({ skill: id, weight: 'essential' as const })) }],
    offerings: [
      {
        ...{ id: 'o', weeks: 4, hoursPerWeek: 8, feeEuro: 0, online: true, rolling: true },
        outcomes: skills.slice(30).map(({ id }) => ({ skill: id, level: 2 as const })),
      },
    ],
    settings: {
      thisWeek: 0,
      kmPerHour: { walk: 5, bike: 15, transit: 30, car: 60 },
      travelCentsPerKm: 20,
      transfer: transferModel,
    },
  }
  const pool = [29, 30, 31, 35, 39, 40].map((from, at): Person => ({ id: `p${at}`, occupations: [], answers: knows(from) }))
  const engine = createEngine(world)
  const own = engine.waitingFor('o', engine.openPool(pool))
  expect(() => own.add('missing')).toThrow('no vacancy')
  // Who lacks one that it does not teach, and who lacks none, need it not.
  expect(own.add('v')).toEqual([4, 4])
  const { pairs, ...picture } = own.picture()
  const { vacancies, pairs: expectedPairs, ...expected } = waitingFor(tablesOf(world), world.offerings[0]!, pool, world.vacancies)
  expect(picture).toEqual(expected)
  expect(pairs).toEqual(expectedPairs)
  expect(vacancies).toEqual([{ vacancy: 'v', people: [4, 4] }])
})

describe('curriculum against demand', () => {
  for (const style of styleNames) {
    test(`equals the slow twin: ${style}`, { timeout }, () => {
      fc.assert(fc.property(randomWorld(style), expectEqualCurriculum), { numRuns, seed: 20261130 })
    })
  }
})
