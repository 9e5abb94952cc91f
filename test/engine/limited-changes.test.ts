import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEngine } from '../../src/engine/planning/index.ts'
import { randomWorld, styleNames } from '../worlds/random-world.ts'

const runs = Number(process.env.SCHAKEL_WORLDS ?? 80)

test.each(styleNames)('the first so many changes are those that stand first among all: %s', { timeout: 600_000 }, (style) => {
  fc.assert(
    fc.property(randomWorld(style), fc.nat(4), ({ world, people }, limit) => {
      const engine = createEngine(world)
      for (const person of people) {
        const all = engine.smallestChanges(person)
        const first = { singles: all.singles.slice(0, limit), pairs: all.pairs.slice(0, limit) }
        expect(engine.smallestChanges(person, limit)).toEqual(first)
        expect(engine.singleChanges(person, limit)).toEqual(first.singles)
      }
    }),
    { numRuns: Math.ceil(runs / styleNames.length), seed: 20261130 },
  )
})
