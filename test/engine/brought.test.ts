/** Whom a training brings, person by person: the sums are those of the slow twin's pool effect, over any part of a pool. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createEngine } from '../../src/engine/planning/index.ts'
import { createTwin } from '../twin/twin.ts'
import { type RandomWorld, randomWorld, styleNames } from '../worlds/random-world.ts'
import { ids, timeout } from './pool-answers.ts'

function expectSums({ world, pool }: RandomWorld, everySecond: boolean): void {
  const engine = createEngine(world)
  const part = everySecond ? pool.filter((_, at) => at % 2 === 0) : pool
  const twin = createTwin(world)
  const some = engine.openSome(engine.openPool(pool), [...ids(part), 'nobody'])
  expect(some.size).toBe(part.length)
  for (const { id, carriedBy } of world.vacancies) {
    const now = [new Set<number>(), new Set<number>()] as const
    const brought = new Map<number, readonly [Set<number>, Set<number>]>()
    some.visit(id, {
      openNow(person, certain) {
        if (certain) now[0].add(person)
        now[1].add(person)
      },
      brought(person, content, certain) {
        const sets = brought.get(content) ?? ([new Set<number>(), new Set<number>()] as const)
        brought.set(content, sets)
        sets[certain ? 0 : 1].add(person)
      },
    })
    if (carriedBy !== undefined) {
      expect(brought.size + now[1].size).toBe(0)
      continue
    }
    const contents = new Map(some.contents().map((one) => [one.offering, one.content]))
    const expected = twin.poolEffect(id, part)
    for (const { offering, brings } of expected.trainings) {
      const sets = brought.get(contents.get(offering) ?? -1)
      expect([sets?.[0].size ?? 0, sets?.[1].size ?? 0], `${offering} to ${id}`).toEqual(brings)
    }
    // Those who are within reach but for `start` are within reach here.
    expect(now[0].size).toBeGreaterThanOrEqual(expected.now[0])
    expect(now[1].size).toBeGreaterThanOrEqual(expected.now[1])
    if (!expected.alone.some(({ demand }) => demand === 'start')) {
      expect([now[0].size, now[1].size]).toEqual(expected.now)
    }
  }
}

describe('whom trainings bring, one by one', () => {
  for (const style of styleNames) {
    test(`sums up to the pool effect: ${style}`, { timeout }, () => {
      fc.assert(
        fc.property(randomWorld(style), fc.boolean(), (random, half) => expectSums(random, half)),
        { numRuns: 60, seed: 20261130 },
      )
    })
  }
})
