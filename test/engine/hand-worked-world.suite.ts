import { describe, expect, test } from 'vitest'
import type { Person } from '../../src/engine/matching/person.ts'
import type { Engine, World } from '../../src/engine/planning/engine.ts'
import type { Doors, Goal, Plan, PlanGroup, PlansToGoal } from '../../src/engine/planning/plan.ts'
import { handWorkedAnswers as answers, handWorkedPeople, handWorkedPool, handWorkedWorld } from '../worlds/hand-worked-world.ts'

const quotient = ({ of, outOf }: { of: number; outOf: number }) => [of, outOf]

const sorted = (ids: readonly string[]) => [...ids].sort()

/** A plan in the words of the file. */
const planInWords = (plan: Plan) => ({
  kind: plan.kind,
  path: plan.path,
  vacancy: plan.vacancy,
  starts: plan.starts,
  readyWeek: plan.readyWeek,
  firstPaidWeek: plan.firstPaidWeek,
  ownCost: plan.ownCostEuro,
  askFunding: plan.askFundingEuro,
  fit: quotient(plan.fit),
  chance: plan.chance,
  titled: plan.titledBy,
  ...(plan.certain ? {} : { toCheck: plan.toCheck }),
})

const groupInWords = (group: PlanGroup) => ({
  kind: group.kind,
  best: planInWords(group.best),
  plans: group.plans,
  opens: group.opensLow,
  opensHigh: group.opensHigh,
  examples: group.examples,
  certain: group.certain,
  folded: group.folded,
})

const toGoalInWords = ({ counts, groups }: PlansToGoal) => ({ counts, groups: groups.map(groupInWords) })

const doorsInWords = (engine: Engine, person: Person, { singles, front }: Doors) => ({
  single: singles.map(({ offering, usable, usableHigh, opens, opensHigh }) => {
    const { low, high } = engine.opens(person, [offering], {})
    expect([opens, opensHigh]).toEqual([low.length, high.length])
    return { offering, usable, usableHigh, opens: low, opensHigh: high }
  }),
  front: front.map(({ path, readyWeek, ownCostEuro, opens }) => {
    const { low } = engine.opens(person, path, {})
    expect(opens).toBe(low.length)
    return { path, readyWeek, ownCost: ownCostEuro, opens: low }
  }),
})

/** Every answer that was worked out by hand, asked of one engine. */
export function describeHandWorkedWorld(name: string, createEngine: (world: World) => Engine) {
  describe(`the hand-worked world, asked of ${name}`, () => {
    const engine = createEngine(handWorkedWorld)
    const vacancies = handWorkedWorld.vacancies.map(({ id }) => id)

    for (const person of handWorkedPeople) {
      const id = person.id

      test(`${id}: unmet and fit`, () => {
        for (const vacancy of vacancies) {
          const { conditions, fitLow, fitHigh } = engine.judge(person, vacancy)
          expect({
            low: sorted(conditions.map(({ key }) => key)),
            high: sorted(conditions.filter(({ state }) => state === 'unmet').map(({ key }) => key)),
            fit: quotient(fitLow),
            fitHigh: quotient(fitHigh),
          }).toEqual(answers.unmet[id][vacancy])
        }
      })

      test(`${id}: credits add up to the fit`, () => {
        const weights = handWorkedWorld.settings.transfer.weights
        for (const vacancy of vacancies) {
          const credits = engine.credits(person, vacancy)
          const sum = (which: 'low' | 'high') =>
            credits.reduce((total, credit) => total + weights[credit.weight] * credit[which], 0)
          expect(sum('low')).toBe(answers.unmet[id][vacancy].fit[0])
          expect(sum('high')).toBe(answers.unmet[id][vacancy].fitHigh[0])
        }
      })

      test(`${id}: why not`, () => {
        for (const vacancy of vacancies) {
          expect(engine.judge(person, vacancy).conditions).toEqual(answers.whyNot[id][vacancy])
        }
      })

      test(`${id}: matches`, () => {
        const list = engine.matches(person)
        const expected: { certain: boolean; fitsNow: boolean; mayFit: boolean }[] = answers.matches[id]
        expect(
          list.matches.map(({ fitLow, fitHigh, ...match }) => ({
            ...match,
            fit: quotient(fitLow),
            fitHigh: quotient(fitHigh),
            possible: true,
          })),
        ).toEqual(expected)
        expect(list.eligible).toEqual([expected.filter(({ certain }) => certain).length, expected.length])
        expect(list.fitNow).toEqual([
          expected.filter(({ fitsNow }) => fitsNow).length,
          expected.filter(({ mayFit }) => mayFit).length,
        ])
      })

      test(`${id}: all plans`, () => {
        const { certain, possible } = engine.allPlans(person, {})
        expect({ certain: certain.map(planInWords), possible: possible.map(planInWords) }).toEqual(answers.plans[id])
        expect(certain.every((plan) => plan.certain && plan.toCheck.length === 0)).toBe(true)
        expect(possible.every((plan) => !plan.certain)).toBe(true)
      })

      test(`${id}: plans to any job`, () => {
        expect(toGoalInWords(engine.plansTo(person, {}, 'balanced'))).toEqual(answers.toGoal[id])
      })

      test(`${id}: doors`, () => {
        const { pairs, single, front } = answers.doors[id]
        const opening = single.filter(
          (door: { opens: string[]; opensHigh: string[] }) => door.opens.length + door.opensHigh.length > 0,
        )
        const doors = engine.doors(person)
        expect(doorsInWords(engine, person, doors)).toEqual({ single: opening, front })
        for (const door of doors.front.filter(({ path }) => path.length === 2)) {
          expect(pairs).toContainEqual(doorsInWords(engine, person, { ...doors, front: [door] }).front[0])
        }
      })

      test(`${id}: best list`, () => {
        expect(
          engine.bestList(person, 'balanced').map(({ plan, utility }) => ({
            vacancy: plan.vacancy,
            kind: plan.kind,
            path: plan.path,
            certain: plan.certain,
            utility,
          })),
        ).toEqual(answers.bestList[id])
      })

      test(`${id}: smallest change today`, () => {
        const { singles, pairs } = engine.smallestChanges(person)
        expect({
          singles: singles.map(({ changes, opensLow, opensHigh }) => ({ changes, opens: [opensLow, opensHigh] })),
          pairs: pairs.map(({ changes, opensLow, opensHigh, jointly }) => ({
            changes,
            opens: [opensLow, opensHigh],
            jointly,
          })),
        }).toEqual(answers.smallestChange[id])
      })

      test(`${id}: smallest change with training`, () => {
        expect(
          engine.smallestChangesWithTraining(person).map(({ changes, opensLow }) => ({ change: changes[0], opens: opensLow })),
        ).toEqual(answers.smallestChangeWithTraining[id])
      })

      test(`${id}: jobs unlocked by one skill`, () => {
        expect(
          engine.jobsUnlockedBySkill(person).map(({ changes: [change], opensLow }) => {
            if (change?.item !== 'skill') throw new Error('not a skill')
            return { skill: change.skill, to: change.to, opens: opensLow }
          }),
        ).toEqual(answers.jobsUnlockedBySkill[id])
      })

      test(`${id}: good question`, () => {
        expect(engine.goodQuestions(person)).toEqual(answers.goodQuestion[id])
      })
    }

    for (const [title, expected] of Object.entries(answers.goals)) {
      test(`goal: ${title}`, () => {
        const [who, vacancy] = title.split(' to ') as [string, string]
        const person = handWorkedPeople.find(({ id }) => id === who)!
        const goal: Goal = { vacancies: [vacancy] }
        expect(toGoalInWords(engine.plansTo(person, goal, 'balanced'))).toEqual(expected)
      })
    }

    for (const vacancy of vacancies) {
      test(`pool effect of ${vacancy}`, () => {
        expect(engine.poolEffect(vacancy, handWorkedPool)).toEqual(answers.poolEffect[vacancy])
      })
    }

    for (const { id } of handWorkedWorld.offerings) {
      test(`pool effect of training ${id}`, () => {
        expect(engine.poolEffectOfTraining(id, handWorkedPool)).toEqual(answers.poolEffectOfTraining[id])
      })
    }

    test('an unknown vacancy is refused', () => {
      expect(() => engine.judge(handWorkedPeople[0]!, 'V0')).toThrow()
    })
  })
}
