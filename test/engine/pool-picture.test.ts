import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Person } from '../../src/engine/matching/index.ts'
import { createEngine, type IndexedEngine, type World } from '../../src/engine/planning/index.ts'
import { createTwin } from '../twin/twin.ts'
import { randomWorld, styleNames } from '../worlds/random-world.ts'

const timeout = 300_000
const numRuns = Math.ceil(Number(process.env.SCHAKEL_WORLDS ?? 200) / styleNames.length)

/** Terms that a step may be about: a skill never is. */
const isTerm = (key: string): boolean => !key.startsWith('skill:')

/** Who is left after each step, counted person by person from what stands against them. */
function leftOneByOne(engine: IndexedEngine, vacancy: string, pool: readonly Person[], steps: readonly string[]) {
  const against = pool.map((person) => engine.judge(person, vacancy).conditions)
  const left = (mode: 'low' | 'high', dropped: (key: string) => boolean): number =>
    against.filter((all) => all.every(({ key, state }) => dropped(key) || (mode === 'high' && state === 'unknown'))).length
  const pair = (dropped: (key: string) => boolean) => [left('low', dropped), left('high', dropped)] as const
  return {
    able: pair(isTerm),
    steps: steps.map((demand, at) => ({ demand, left: pair((key) => isTerm(key) && !steps.slice(0, at + 1).includes(key)) })),
  }
}

describe('the picture of a vacancy', () => {
  for (const style of styleNames) {
    test(`steps down as people counted one by one, and costs what the slow twin says: ${style}`, { timeout }, () => {
      fc.assert(
        fc.property(randomWorld(style), ({ world, pool }) => {
          const engine = createEngine(world)
          const twin = createTwin(world)
          const index = engine.openPool(pool)
          for (const { id } of world.vacancies) {
            const { effect, trainings, steps } = engine.poolPicture({ vacancy: id }, index)
            expect({ ...effect, trainings }).toEqual(twin.poolEffect(id, pool))
            const terms = steps.steps.map(({ demand }) => demand)
            expect([...terms].sort()).toEqual(effect.alone.map(({ demand }) => demand).filter(isTerm))
            expect(steps).toEqual(leftOneByOne(engine, id, pool, terms))
            expect(steps.steps.at(-1)?.left ?? steps.able).toEqual(effect.now)
          }
          for (const { id } of world.offerings.filter(({ askFirst }) => askFirst !== true)) {
            const { effect, trainings, steps } = engine.poolPicture({ training: id }, index)
            expect(effect).toEqual(twin.poolEffectOfTraining(id, pool))
            expect(trainings).toEqual([])
            expect(steps.steps.at(-1)?.left ?? steps.able).toEqual(effect.now)
          }
        }),
        { numRuns, seed: 20261129 },
      )
    })
  }

  test('a vacancy that is only described has the picture it would have among the others', { timeout }, () => {
    fc.assert(
      fc.property(randomWorld('terms and silence'), ({ world, pool }) => {
        // Without its job a dual training is an ordinary one: that would be another world.
        for (const vacancy of world.vacancies.filter(({ carriedBy }) => carriedBy === undefined)) {
          const others: World = { ...world, vacancies: world.vacancies.filter(({ id }) => id !== vacancy.id) }
          const engine = createEngine(others)
          const pictured = engine.poolPicture({ described: vacancy }, engine.openPool(pool))
          const among = createEngine(world)
          expect(pictured).toEqual(among.poolPicture({ vacancy: vacancy.id }, among.openPool(pool)))
          // Asking leaves nothing behind.
          expect(() => engine.judge(pool[0] as Person, vacancy.id)).toThrow('holds no vacancy')
        }
      }),
      { numRuns, seed: 1 },
    )
  })

  test('a pool that comes piece by piece is the same pool', { timeout }, () => {
    fc.assert(
      fc.property(randomWorld('terms and silence'), ({ world, pool }) => {
        const engine = createEngine(world)
        const gathering = engine.gatherPool()
        for (let at = 0; at < pool.length; at += 2) gathering.add(pool.slice(at, at + 2))
        const [pieces, whole] = [gathering.done(), engine.openPool(pool)]
        expect(pieces.size).toBe(pool.length)
        for (const { id } of world.vacancies) {
          expect(engine.poolPicture({ vacancy: id }, pieces)).toEqual(engine.poolPicture({ vacancy: id }, whole))
        }
      }),
      { numRuns, seed: 2 },
    )
  })
})
