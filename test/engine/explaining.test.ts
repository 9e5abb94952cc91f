import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEngine } from '../../src/engine/planning/index.ts'
import { randomWorld, styleNames } from '../worlds/random-world.ts'

/** What the product's engine answers beside the questions that the twin has too. */
for (const style of styleNames) {
  test(`short answers are the beginnings of long ones: ${style}`, () => {
    fc.assert(
      fc.property(randomWorld(style), ({ world, people }) => {
        const engine = createEngine(world)
        for (const person of people) {
          const { matches } = engine.matches(person)
          const fitting = matches.filter(({ mayFit }) => mayFit).map(({ vacancy }) => vacancy)
          expect(engine.fittingNow(person)).toEqual(fitting.sort())
          const { singles } = engine.smallestChanges(person)
          for (const limit of [0, 1, 3]) expect(engine.singleChanges(person, limit)).toEqual(singles.slice(0, limit))
          expect(engine.singleChanges(person)).toEqual(singles)
        }
      }),
      { numRuns: 12, seed: 20270106 },
    )
  })
}
