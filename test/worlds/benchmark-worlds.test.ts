/** The made-up worlds of the benchmarks: the same rows each time, and rows that the engine takes. */
import { describe, expect, test } from 'vitest'
import { openWorld, type RowWorld, wholeWorld, worldNames, worldSizes } from '../../benchmarks/worlds/index.ts'
import { createEngine } from '../../src/engine/planning/index.ts'

const size = '400'
const worlds = worldNames.map((name) => ({ name, world: openWorld(name, size, 7) }))
const here = worlds.filter((one): one is { name: (typeof one)['name']; world: RowWorld } => typeof one.world !== 'string')

for (const { name, world } of worlds) {
  // A world made from data that are not here says so instead.
  if (typeof world === 'string') test.skip(`${name}: ${world}`)
}

test('a world that needs data says which when they are not here', () => {
  const before = process.env.SCHAKEL_SHARED_DATA
  process.env.SCHAKEL_SHARED_DATA = '/nowhere'
  expect(openWorld('real', 'small')).toContain('esco-en-1.1.1')
  if (before === undefined) delete process.env.SCHAKEL_SHARED_DATA
  else process.env.SCHAKEL_SHARED_DATA = before
})

test('sizes have names, or are numbers of vacancies', () => {
  expect(openWorld('realistic', 'national')).toMatchObject({ size: worldSizes.national })
  expect(openWorld('skewed', '1200')).toMatchObject({ size: { vacancies: 1200, offerings: 80, people: 2000 } })
  expect(() => openWorld('skewed', 'huge')).toThrow('There is no size "huge"')
  expect(() => openWorld('flat', 'small')).toThrow('There is no world "flat"')
})

describe.each(here)('the $name world', ({ name, world }) => {
  test('gives as many rows as it says, each with an id of its own', () => {
    const rows = [...world.vacancies(), ...world.offerings(), ...world.people()]
    const { vacancies, offerings, people } = world.size
    expect(rows).toHaveLength(vacancies + offerings + people)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
    expect(new Set(world.skills.map(({ id }) => id)).size).toBe(world.skills.length)
  })

  test('is the same for the same seed, and another for another', () => {
    const again = openWorld(name, size, 7) as RowWorld
    // As text: comparing ten thousands of small objects takes a test runner minutes.
    expect(JSON.stringify(wholeWorld(again)) === JSON.stringify(wholeWorld(world))).toBe(true)
    expect(JSON.stringify([...again.people()]) === JSON.stringify([...world.people()])).toBe(true)
    const other = openWorld(name, size, 8) as RowWorld
    expect(JSON.stringify([...other.vacancies()]) === JSON.stringify([...world.vacancies()])).toBe(false)
  })

  test('may be cut off and begun anew', () => {
    const [first] = world.vacancies()
    expect([...world.vacancies()][0]).toEqual(first)
    expect([...world.people(3)]).toEqual([...world.people()].slice(0, 3))
    const others = [...world.people(3, 1)].map(({ id }) => id)
    expect([...world.people()].filter(({ id }) => others.includes(id))).toEqual([])
  })

  test('asks no skill twice, and names only what there is', () => {
    const skills = new Set(world.skills.map(({ id }) => id))
    const offerings = new Set([...world.offerings()].map(({ id }) => id))
    const vacancies = new Map([...world.vacancies()].map((vacancy) => [vacancy.id, vacancy]))
    for (const { requirements, acceptsTrainings = [], carriedBy } of vacancies.values()) {
      const asked = requirements.map(({ skill }) => skill)
      expect(new Set(asked).size).toBe(asked.length)
      expect(asked.filter((skill) => !skills.has(skill))).toEqual([])
      expect([...acceptsTrainings, ...(carriedBy ? [carriedBy] : [])].filter((id) => !offerings.has(id))).toEqual([])
    }
    for (const { id, outcomes, prerequisites = [], job } of world.offerings()) {
      expect([...outcomes, ...prerequisites].filter(({ skill }) => !skills.has(skill))).toEqual([])
      expect(outcomes.length).toBeGreaterThan(0)
      if (job !== undefined) expect(vacancies.get(job)?.carriedBy).toBe(id)
    }
    for (const { answers } of world.people()) expect(Object.keys(answers).filter((skill) => !skills.has(skill))).toEqual([])
  })

  test('is taken by the engine, row for row', () => {
    const whole = wholeWorld(world)
    const engine = createEngine(whole)
    const [person] = world.people(1)
    if (!person) throw new Error('nobody there')
    for (const { id } of whole.vacancies) expect(engine.judge(person, id).vacancy).toBe(id)
    const planned = whole.offerings.filter(({ askFirst }) => askFirst !== true)
    for (const { id } of planned) expect(engine.poolEffectOfTraining(id, [person]).pool).toBe(1)
  })
})
