import { describe, expect, test } from 'vitest'
import type { Judgement, Person } from '../../src/engine/matching/index.ts'
import type { Change, Engine, Plan, PlanGroup, SmallestChange, World } from '../../src/engine/planning/index.ts'
import { document, people, world } from '../worlds/hand-worked-world.ts'

// biome-ignore lint/suspicious/noExplicitAny: expected answers, read field by field
type Json = any

const { expected } = document
const quotient = ({ of, outOf }: { of: number; outOf: number }): number[] => [of, outOf]
const personOf = (id: string): Person => people.find((person) => person.id === id) as Person

/** Every answer of the hand-worked world, asked of an engine. */
export function describeHandWorkedWorld(name: string, createEngine: (world: World) => Engine): void {
  const engine = createEngine(world)

  describe(`the hand-worked world, ${name}`, () => {
    describe.each(people.map((person) => person.id))('%s', (id) => {
      const person = personOf(id)

      test.each(Object.keys(expected.unmet[id]))('unmet and fit: %s', (vacancy) => {
        expect(unmetJson(engine.judge(person, vacancy))).toEqual(expected.unmet[id][vacancy])
      })

      test.each(Object.keys(expected.whyNot[id]))('why not %s', (vacancy) => {
        expect(engine.judge(person, vacancy).conditions).toEqual(expected.whyNot[id][vacancy])
      })

      test('credits add up to fit', () => {
        for (const vacancy of world.vacancies) {
          const weights = { essential: 4, important: 2, somewhat: 1 }
          const credits = engine.credits(person, vacancy.id)
          const sum = (side: 'low' | 'high'): number => credits.reduce((all, one) => all + weights[one.weight] * one[side], 0)
          const { fitLow, fitHigh } = engine.judge(person, vacancy.id)
          expect([sum('low'), sum('high')]).toEqual([fitLow.of, fitHigh.of])
        }
      })

      test('matches', () => {
        const { matches } = engine.matches(person)
        expect(
          matches.map(({ fitLow, fitHigh, ...match }) => ({ ...match, fit: quotient(fitLow), fitHigh: quotient(fitHigh) })),
        ).toEqual(expected.matches[id].map(({ possible: _possible, ...match }: Json) => match))
      })

      test('all plans', () => {
        const all = engine.allPlans(person, {})
        expect(sortPlans(all.certain.map(planJson))).toEqual(sortPlans(expected.plans[id].certain))
        expect(sortPlans(all.possible.map(planJson))).toEqual(sortPlans(expected.plans[id].possible))
      })

      test('plans to a goal without a filter', () => {
        const { counts, groups } = engine.plansTo(person, {}, 'balanced')
        expect({ counts, groups: groups.map(groupJson) }).toEqual(expected.toGoal[id])
      })

      test('doors', () => {
        const { singles, front } = engine.doors(person)
        expect(
          singles.map(({ offering, usable, usableHigh, opens, opensHigh }) => ({
            offering,
            usable,
            usableHigh,
            opens,
            opensHigh,
          })),
        ).toEqual(expected.doors[id].single)
        expect(
          front.map(({ path, readyWeek, ownCostEuro, opens }) => ({ path, readyWeek, ownCost: ownCostEuro, opens })),
        ).toEqual(expected.doors[id].front)
      })

      test('best list', () => {
        expect(
          engine.bestList(person, 'balanced').map(({ plan, utility }) => ({
            vacancy: plan.vacancy,
            kind: plan.kind,
            path: plan.path,
            certain: plan.certain,
            utility,
          })),
        ).toEqual(expected.bestList[id])
      })

      test('smallest changes today', () => {
        const { singles, pairs } = engine.smallestChanges(person)
        expect(sortChanges(singles.map(changeJson))).toEqual(sortChanges(expected.smallestChange[id].singles))
        expect(sortChanges(pairs.map((pair) => ({ ...changeJson(pair), jointly: pair.jointly })))).toEqual(
          sortChanges(expected.smallestChange[id].pairs),
        )
      })

      test('smallest changes with training', () => {
        expect(
          engine.smallestChangesWithTraining(person).map(({ changes, opensLow }) => ({ change: changes[0], opens: opensLow })),
        ).toEqual(expected.smallestChangeWithTraining[id])
      })

      test('jobs unlocked by a skill', () => {
        expect(
          engine.jobsUnlockedBySkill(person).map(({ changes: [change], opensLow }) => ({
            ...(change?.item === 'skill' ? { skill: change.skill, to: change.to } : {}),
            opens: opensLow,
          })),
        ).toEqual(expected.jobsUnlockedBySkill[id])
      })

      test('good questions', () => {
        expect(engine.goodQuestions(person)).toEqual(expected.goodQuestion[id])
      })
    })

    test.each(Object.keys(expected.goals))('plans to a goal: %s', (key) => {
      const [id = '', vacancy = ''] = key.split(' to ')
      const { counts, groups } = engine.plansTo(personOf(id), { vacancies: [vacancy] }, 'balanced')
      expect({ counts, groups: groups.map(groupJson) }).toEqual(expected.goals[key])
    })

    test.each(Object.keys(expected.poolEffect))('pool effect of %s', (vacancy) => {
      expect(engine.poolEffect(vacancy, people)).toEqual(expected.poolEffect[vacancy])
    })

    test.each(Object.keys(expected.poolEffectOfTraining))('pool effect of training %s', (offering) => {
      expect(engine.poolEffectOfTraining(offering, people)).toEqual(expected.poolEffectOfTraining[offering])
    })
  })
}

function unmetJson({ conditions, fitLow, fitHigh }: Judgement): Json {
  return {
    low: conditions.map(({ key }) => key).sort(),
    high: conditions
      .filter(({ state }) => state === 'unmet')
      .map(({ key }) => key)
      .sort(),
    fit: quotient(fitLow),
    fitHigh: quotient(fitHigh),
  }
}

function planJson(plan: Plan): Json {
  const { ownCostEuro, askFundingEuro, fit, titledBy, certain: _certain, toCheck, ...rest } = plan
  return {
    ...rest,
    ownCost: ownCostEuro,
    askFunding: askFundingEuro,
    fit: quotient(fit),
    titled: titledBy,
    ...(toCheck.length > 0 ? { toCheck } : {}),
  }
}

function groupJson({ best, opensLow, opensHigh, ...group }: PlanGroup): Json {
  return { ...group, best: planJson(best), opens: opensLow, opensHigh }
}

function changeJson({ changes, opensLow, opensHigh }: SmallestChange): Json {
  return { changes, opens: [opensLow, opensHigh] }
}

const text = (value: unknown): string => JSON.stringify(value)
const sortPlans = (plans: Json[]): Json[] =>
  [...plans].sort((a, b) => (text([a.vacancy, a.kind, a.path]) < text([b.vacancy, b.kind, b.path]) ? -1 : 1))
/** The document lists the items of a pair in the order of its skills; a pair is a set. */
const sortChanges = (changes: Json[]): Json[] =>
  changes
    .map((change) => ({ ...change, changes: [...change.changes].sort((a: Change, b: Change) => (text(a) < text(b) ? -1 : 1)) }))
    .sort((a, b) => (text(a) < text(b) ? -1 : 1))
