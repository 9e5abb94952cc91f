import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allShortcuts, type Person, type Shortcuts } from '../../src/engine/matching/index.ts'
import { createEngine, type ExplainingEngine } from '../../src/engine/planning/index.ts'
import { randomWorld, styleNames } from '../worlds/random-world.ts'

const names = Object.keys(allShortcuts) as (keyof Shortcuts)[]

const without = (...off: readonly (keyof Shortcuts)[]): Shortcuts =>
  Object.fromEntries(names.map((name) => [name, !off.includes(name)])) as unknown as Shortcuts

/** The questions that shortcuts serve. */
function answersOf(engine: ExplainingEngine, person: Person): unknown {
  return {
    matches: engine.matches(person, { limit: 2 }),
    doors: engine.doors(person),
    toAll: engine.plansTo(person, {}, 'soonest'),
    toOne: engine.plansTo(person, { occupations: ['O0'] }, 'balanced'),
    best: engine.bestList(person, 'balanced', 3),
    surest: engine.bestList(person, 'surest'),
    today: engine.smallestChanges(person),
    withTraining: engine.smallestChangesWithTraining(person),
    questions: engine.goodQuestions(person),
  }
}

const runs = Number(process.env.SCHAKEL_WORLDS ?? 80)

for (const style of styleNames) {
  test(`the same answers without each shortcut, and without random pairs of them: ${style}`, { timeout: 600_000 }, () => {
    const pair = fc.tuple(fc.constantFrom(...names), fc.constantFrom(...names))
    fc.assert(
      fc.property(randomWorld(style), pair, ({ world, people }, together) => {
        const engine = createEngine(world)
        const others = [...names.map((name) => [name]), [...together], names].map((off) => ({
          off,
          engine: createEngine(world, without(...off)),
        }))
        for (const person of people) {
          const answers = answersOf(engine, person)
          for (const other of others) {
            expect({ off: other.off, answers: answersOf(other.engine, person) }).toEqual({ off: other.off, answers })
          }
        }
      }),
      { numRuns: Math.ceil(runs / styleNames.length), seed: 20270107 },
    )
  })
}
