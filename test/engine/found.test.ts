import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Person } from '../../src/engine/matching/index.ts'
import { createEngine, type IndexedEngine, type World } from '../../src/engine/planning/index.ts'
import { PeopleIndex } from '../../src/engine/pool/index.ts'
import { find } from '../../src/modules/engines/index.ts'
import { holdWorld } from '../hold-world.ts'
import { foundFor } from '../twin/found.ts'
import { createTwin } from '../twin/twin.ts'
import { randomWorld, styleNames } from '../worlds/random-world.ts'
import { crowdOf, ids, names, numRuns, partsOf, timeout, without } from './pool-answers.ts'

const all = { now: Number.POSITIVE_INFINITY, near: Number.POSITIVE_INFINITY }

/** The same put together of what the engine gives: who is near, and of each the plan. */
function answerOf(engine: IndexedEngine, id: string, found: readonly Person[], index: readonly Person[] | PeopleIndex = found) {
  const { now, near } = engine.foundFor(id, index, all)
  const byId = new Map(found.map((one) => [one.id, one]))
  return {
    now,
    oneTraining: near.flatMap(({ person }) => {
      const plan = engine.oneTrainingTo(byId.get(person) as Person, id)
      return plan ? [{ person, plan }] : []
    }),
  }
}

const answersOf = (world: World, found: readonly Person[]) => {
  const twin = createTwin(world)
  return ids(world.vacancies).map((id) => foundFor(twin, id, found))
}

describe('found people for a vacancy', () => {
  /** People one training away, over all worlds: nothing would be compared without them. */
  let trained = 0
  for (const style of styleNames) {
    test(`equal the slow twin: ${style}`, { timeout }, () => {
      fc.assert(
        fc.property(randomWorld(style), ({ world, pool }) => {
          const engine = createEngine(world)
          const expected = answersOf(world, pool)
          expect(ids(world.vacancies).map((id) => answerOf(engine, id, pool))).toEqual(expected)
          for (const { oneTraining } of expected) trained += oneTraining.length
        }),
        { numRuns, seed: 20261130 },
      )
    })
  }

  test('are some one training away in these worlds', () => {
    expect(trained).toBeGreaterThan(0)
  })

  test('with any shortcut off, with few wanted, and in an index that people come to and go from', { timeout }, () => {
    fc.assert(
      fc.property(randomWorld('terms and silence'), ({ world, pool }) => {
        const crowd = crowdOf(pool)
        const { market, trainings } = partsOf(world)
        const index = new PeopleIndex(market, crowd)
        const gone = crowd.at(-1)?.id
        if (gone !== undefined) index.remove(gone)
        const twin = createTwin(world)
        const there = crowd.filter(({ id }) => id !== gone)
        for (const id of ids(world.vacancies)) {
          const vacancy = market.at(market.rowOf(id) as number)
          const { now, oneTraining } = foundFor(twin, id, there)
          const whole = index.foundFor(market, vacancy, trainings, all)
          expect(whole.now).toEqual(now)
          expect(whole.near.map(({ person }) => person)).toEqual(expect.arrayContaining(oneTraining.map(({ person }) => person)))
          for (const name of names) expect(index.foundFor(market, vacancy, trainings, all, without(name))).toEqual(whole)
          const few = index.foundFor(market, vacancy, trainings, { now: 2, near: 1 })
          expect(few).toEqual({ now: whole.now.slice(0, 2), near: whole.near.slice(0, 1) })
        }
      }),
      { numRuns: 40, seed: 7 },
    )
  })

  test('come as findings: the list from the index, and each judged as the record has them now', { timeout }, () => {
    fc.assert(
      fc.property(randomWorld('terms and silence'), ({ world, pool }) => {
        const held = holdWorld(world, [], pool)
        const twin = createTwin(world)
        for (const vacancy of ids(world.vacancies)) {
          const expected = foundFor(twin, vacancy, pool)
          const list = find(held, { kind: 'peopleFor', vacancy, limits: { now: 100, near: 100 } })
          expect(list?.now).toEqual(expected.now.map(({ person, fitsNow, fitLow }) => ({ person, certain: fitsNow, fitLow })))
          const who = (some: readonly { readonly person: string }[] = []) =>
            some.map(({ person }) => pool.find((one) => one.id === person) as Person)
          const asked = { kind: 'peopleShown', vacancy, now: who(list?.now), near: who(list?.near), most: 2 } as const
          const shown = find(held, asked)
          expect(shown?.now.map(({ person, certain }) => [person, certain])).toEqual(
            expected.now.map(({ person, fitsNow }) => [person, fitsNow]),
          )
          expect(shown?.oneTraining.map(({ person, plan }) => ({ person, plan }))).toEqual(expected.oneTraining.slice(0, 2))
          // Somebody who changed since, and fits no more, is not shown on the word of an old list.
          const other = {
            id: 'other',
            occupations: [],
            answers: Object.fromEntries(ids(world.skills).map((id) => [id, 'no' as const])),
          }
          const asksSkill = twin.judge(other, vacancy).conditions.some(({ state }) => state === 'unmet')
          if (asksSkill) expect(find(held, { ...asked, now: [other], near: [] })?.now).toEqual([])
        }
        expect(find(held, { kind: 'peopleFor', vacancy: 'none', limits: { now: 1, near: 1 } })).toBeUndefined()
      }),
      { numRuns: 40, seed: 3 },
    )
  })
})
