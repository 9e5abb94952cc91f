/** The good question that a page shows is the first of all of them. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEngine } from '../../src/engine/planning/index.ts'
import { randomWorld, styleNames } from '../worlds/random-world.ts'

const runs = Number(process.env.SCHAKEL_WORLDS ?? 240)

for (const style of styleNames) {
  test(`the good question is the first of the good questions: ${style}`, { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(randomWorld(style), ({ world, people }) => {
        const engine = createEngine(world)
        for (const person of people) expect(engine.goodQuestion(person)).toEqual(engine.goodQuestions(person)[0])
      }),
      { numRuns: Math.ceil(runs / styleNames.length), seed: 20270313 },
    )
  })
}
