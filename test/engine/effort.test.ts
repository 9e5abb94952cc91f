/** Answers that had to be limited (ruling 51): those of a world where paths have fewer offerings; and questions that are ended. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createEngine } from '../../src/engine/planning/index.ts'
import { createTwin } from '../twin/twin.ts'
import { randomWorld, styleNames } from '../worlds/random-world.ts'

const runs = Number(process.env.SCHAKEL_WORLDS ?? 240)

for (const style of styleNames) {
  test(`for at most so many trainings an answer is whole: ${style}`, { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(randomWorld(style), fc.integer({ min: 1, max: 2 }), ({ world, people }, most) => {
        const [engine, twin] = [createEngine(world).within({ mostTrainings: most }), createTwin(world, most)]
        for (const person of people) {
          for (const goal of [{}, { occupations: ['O0'] }]) {
            expect(engine.plansTo(person, goal, 'balanced')).toEqual(twin.plansTo(person, goal, 'balanced'))
          }
          expect(engine.doors(person)).toEqual(twin.doors(person))
          expect(engine.bestList(person, 'soonest', 4)).toEqual(twin.bestList(person, 'soonest', 4))
          expect(engine.bestList(person, 'surest')).toEqual(twin.bestList(person, 'surest'))
          expect(engine.goodQuestions(person)).toEqual(twin.goodQuestions(person))
          expect(engine.smallestChangesWithTraining(person)).toEqual(twin.smallestChangesWithTraining(person))
        }
      }),
      { numRuns: Math.ceil(runs / styleNames.length), seed: 20270311 },
    )
  })

  test(`a question that is ended leaves nothing behind: ${style}`, { timeout: 600_000 }, () => {
    fc.assert(
      fc.property(randomWorld(style), fc.nat(40), ({ world, people }, patience) => {
        const whole = createEngine(world)
        let left = patience
        const engine = whole.within({
          turn: () => {
            if (left-- === 0) throw new Error('ended')
          },
        })
        for (const person of people) {
          const ask = () => ({
            plans: engine.plansTo(person, {}, 'balanced'),
            best: engine.bestList(person, 'balanced', 3),
            doors: engine.doors(person),
            changes: engine.smallestChanges(person),
          })
          left = patience
          try {
            ask()
          } catch (error) {
            expect(String(error)).toBe('Error: ended')
          }
          left = Number.POSITIVE_INFINITY
          expect(ask()).toEqual({
            plans: whole.plansTo(person, {}, 'balanced'),
            best: whole.bestList(person, 'balanced', 3),
            doors: whole.doors(person),
            changes: whole.smallestChanges(person),
          })
        }
      }),
      { numRuns: Math.ceil(runs / styleNames.length), seed: 20270312 },
    )
  })
}
