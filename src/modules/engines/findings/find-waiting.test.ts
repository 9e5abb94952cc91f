import { describe, expect, test } from 'vitest'
import { holdWorld } from '../../../../test/hold-world.ts'
import type { Person } from '../../../engine/matching/index.ts'
import type { Offering, World } from '../../../engine/planning/index.ts'
import { transferModel } from '../../../engine/taxonomy/index.ts'
import { findCurriculum, findWaiting } from './find-waiting.ts'
import { countingKnobs } from './round-counts.ts'

const settings: World['settings'] = {
  thisWeek: 0,
  kmPerHour: { walk: 5, bike: 15, transit: 30, car: 60 },
  travelCentsPerKm: 20,
  transfer: transferModel,
}
const skills = ['sql', 'linux', 'english'].map((id) => ({ id, kind: 'tool' as const }))
const essential = (...ids: readonly string[]) => ids.map((skill) => ({ skill, weight: 'essential' as const }))
const course: Offering = {
  ...{ id: 'o', programme: 'p', weeks: 4, hoursPerWeek: 12, feeEuro: 500, online: true, starts: [{ week: 6 }] },
  outcomes: [{ skill: 'sql', level: 2 }],
  prerequisites: [{ skill: 'english', level: 2 }],
}
const world: World = {
  skills,
  occupations: [],
  vacancies: [
    { id: 'v1', requirements: essential('sql', 'linux'), occupation: 'a', region: 'AM13' },
    { id: 'v2', requirements: [...essential('sql'), { skill: 'linux', weight: 'important' }], occupation: 'a' },
    { id: 'v3', requirements: [{ skill: 'sql', weight: 'essential', level: 4 }], occupation: 'b' },
    { id: 'v4', requirements: essential('linux'), occupation: 'b' },
  ],
  offerings: [course, { ...course, id: 'ask', askFirst: true }],
  settings,
}

let made = 0
/** So many people who know these skills and no other, with these limits. */
function crowd(count: number, knows: readonly string[], more: Partial<Person> = {}): Person[] {
  const answers = Object.fromEntries(
    [...skills.map(({ id }) => id), ...Array.from({ length: 8 }, (_, at) => `x${at}`)].map((id) => [
      id,
      knows.includes(id) ? ('yes' as const) : ('no' as const),
    ]),
  )
  return Array.from({ length: count }, () => ({ id: `person-${made++}`, occupations: [], answers, ...more }))
}

const pool = [
  ...crowd(34, ['linux', 'english']),
  ...crowd(22, ['english'], { study: { ownCostEuro: 250 } }),
  ...crowd(15, ['english'], { study: { hoursPerWeek: 8 } }),
  ...crowd(16, [], { study: { hoursPerWeek: 8 } }),
  ...crowd(9, ['english'], { availableFrom: 7 }),
  ...crowd(40, ['sql', 'linux', 'english']),
]
const held = holdWorld(world, pool)
const ask = (least = 1, training = 'o', goal = {}) => findWaiting(held, { kind: 'waiting', training, goal }, least)

describe('who needs a training', () => {
  test('is told in tens, and hidden below ten', () => {
    const found = ask()
    if (!found?.counted) throw new Error('it was not counted')
    // 34 + 22 + 15 + 16 + 9 people miss just SQL for v2; those who know it all need nothing.
    expect(found.needs).toEqual([100, 100])
    expect(found.canBegin).toEqual([30, 30])
    const byDemand = Object.fromEntries(found.demands.map(({ demand, against, costs }) => [demand, { against, costs }]))
    expect(byDemand).toMatchObject({
      studyCost: { against: [20, 20], costs: [20, 20] },
      // 15 who lack the hours only, and 16 who lack the entrance level too.
      studyHours: { against: [30, 30], costs: [20, 20] },
      'skill:english': { against: [20, 20], costs: [null, null] },
      // Nine people: nobody's business.
      studyStart: { against: [null, null], costs: [null, null] },
      studyWeeks: { against: [null, null], costs: [null, null] },
    })
    expect(found.pairs).toEqual([{ demands: ['skill:english', 'studyHours'], more: [20, 20] }])
    expect(found.demands[0]?.demand).toBe('studyHours')
  })

  test('names the vacancies at its other end, those with most people first', () => {
    const found = ask()
    if (!found?.counted) throw new Error('it was not counted')
    // v3 asks more than it teaches, v4 something else.
    expect(found.otherEnd).toEqual({
      ...{ vacancies: 2, lookedAt: 2, opens: 2 },
      first: [
        { vacancy: 'v2', people: [100, 100] },
        { vacancy: 'v1', people: [30, 30] },
      ],
    })
    expect(ask(1, 'o', { regions: ['AM13'] })).toMatchObject({ needs: [30, 30], otherEnd: { vacancies: 1 } })
  })

  test('names nobody, and no number that is not a ten', () => {
    const text = JSON.stringify(ask())
    expect(text).not.toContain('person-')
    const found = ask()
    if (!found?.counted) throw new Error('it was not counted')
    const { otherEnd, lower, ...people } = found
    const numbers =
      JSON.stringify([people, lower.map(({ costs }) => costs), otherEnd.first]).match(/(?<![\w"-])\d+(?![\w"])/g) ?? []
    expect(numbers.map(Number).filter((one) => one % countingKnobs.roundTo !== 0)).toEqual([])
    expect(numbers.map(Number).filter((one) => one > 0 && one < countingKnobs.leastShown)).toEqual([])
  })

  test('is not counted in a small pool, and not of what cannot be planned with', () => {
    expect(ask(pool.length + 1)).toEqual({ counted: false })
    expect(ask(1, 'ask')).toBeUndefined()
    expect(ask(1, 'missing')).toBeUndefined()
  })

  test('looks at so many vacancies, evenly over all of them', () => {
    const many = Array.from({ length: countingKnobs.otherEndLookedAt + 50 }, (_, at) => ({
      id: `m${String(at).padStart(5, '0')}`,
      requirements: essential('sql'),
    }))
    const large = holdWorld({ ...world, vacancies: many }, crowd(12, ['english']))
    const found = findWaiting(large, { kind: 'waiting', training: 'o', goal: {} }, 1)
    if (!found?.counted) throw new Error('it was not counted')
    expect(found.otherEnd).toMatchObject({ vacancies: many.length, lookedAt: countingKnobs.otherEndLookedAt })
    expect(found.otherEnd.first).toHaveLength(countingKnobs.otherEndShown)
    expect(found.needs).toEqual([10, 10])
  })
})

describe('curriculum against demand', () => {
  const outcomes = [
    { skill: 'sql', level: 2 },
    { skill: 'english', level: 3 },
  ] as const

  test('counts vacancies, most asked first', () => {
    expect(findCurriculum(held, { kind: 'curriculum', outcomes, goal: {} })).toEqual({
      vacancies: 4,
      concepts: 2,
      asked: [
        { skill: 'sql', named: ['sql'], essential: 3, plus: 0, taught: 2, tooLow: 1, near: 0, missing: 0 },
        { skill: 'linux', named: ['linux'], essential: 2, plus: 1, taught: 0, tooLow: 0, near: 0, missing: 3 },
      ],
      outcomes: [
        { skill: 'sql', level: 2, asked: 2, askedHigher: 1, near: 0 },
        { skill: 'english', level: 3, asked: 0, askedHigher: 0, near: 0 },
      ],
    })
  })

  test('of no occupation counts nothing', () => {
    const found = findCurriculum(held, { kind: 'curriculum', outcomes, goal: { occupations: [] } })
    expect(found).toMatchObject({ vacancies: 0, asked: [] })
  })
})
