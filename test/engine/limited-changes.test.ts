import fc from 'fast-check'
import { expect, test } from 'vitest'
import { openWorld, wholeWorld } from '../../benchmarks/worlds/index.ts'
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

/** Of few pairs it is asked first what they move, of many all rows are looked at in high: random worlds have few. */
test('the first pairs of many are worked out as among all of them', { timeout: 120_000 }, () => {
  const rows = openWorld('realistic', '2000')
  if (typeof rows === 'string') throw new Error(rows)
  const engine = createEngine(wholeWorld(rows))
  let many = 0
  for (const person of rows.people(12, 1)) {
    const { pairs } = engine.smallestChanges(person)
    expect(engine.smallestChanges(person, 5).pairs).toEqual(pairs.slice(0, 5))
    if (pairs.length > 64) many++
  }
  expect(many).toBeGreaterThan(5)
})
