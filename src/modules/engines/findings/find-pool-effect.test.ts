import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { holdWorld } from '../../../../test/hold-world.ts'
import type { Person } from '../../../engine/matching/index.ts'
import type { PoolPicture, World } from '../../../engine/planning/index.ts'
import { transferModel } from '../../../engine/taxonomy/index.ts'
import { findPoolEffect, roundedEffect } from './find-pool-effect.ts'
import { roundCount } from './round-counts.ts'

const settings: World['settings'] = {
  thisWeek: 0,
  kmPerHour: { walk: 5, bike: 15, transit: 30, car: 60 },
  travelCentsPerKm: 20,
  transfer: transferModel,
}
const skills = ['sql', 'linux'].map((id) => ({ id, kind: 'tool' as const }))
const world: World = {
  skills,
  occupations: [],
  vacancies: [{ id: 'v', requirements: skills.map(({ id }) => ({ skill: id, weight: 'essential' })), hours: [32, 40] }],
  offerings: [
    {
      id: 'o1',
      programme: 'p',
      weeks: 4,
      hoursPerWeek: 8,
      feeEuro: 0,
      rolling: true,
      online: true,
      outcomes: [{ skill: 'sql', level: 2 }],
    },
    {
      id: 'o2',
      programme: 'p',
      weeks: 4,
      hoursPerWeek: 8,
      feeEuro: 9,
      rolling: true,
      online: true,
      outcomes: [{ skill: 'sql', level: 2 }],
    },
    { id: 'o3', weeks: 1, hoursPerWeek: 1, feeEuro: 0, askFirst: true, outcomes: [] },
  ],
  settings,
}

/** So many people who know all of these and work these hours. */
let made = 0
function crowd(count: number, knows: readonly string[], hours: readonly [number, number] = [32, 40]): Person[] {
  const answers = Object.fromEntries(skills.map(({ id }) => [id, knows.includes(id) ? ('yes' as const) : ('no' as const)]))
  // Eight answers: what was not asked is no.
  const others = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`x${at}`, 'no' as const]))
  return Array.from({ length: count }, () => ({ id: `p${made++}`, occupations: [], answers: { ...answers, ...others }, hours }))
}

function held(people: readonly Person[]) {
  return holdWorld(world, people)
}
const ask = (people: readonly Person[], least?: number, subject: PoolSubjectAsked = { vacancy: 'v' }) =>
  findPoolEffect(held(people), { kind: 'poolEffect', subject }, least)
type PoolSubjectAsked = Parameters<typeof findPoolEffect>[1]['subject']

describe('rounding', () => {
  test.each([
    [0, null],
    [9, null],
    [10, 10],
    [14, 10],
    [15, 20],
    [24, 20],
    [25, 30],
    [1204, 1200],
  ])('%d is told as %j', (people, told) => {
    expect(roundCount(people)).toBe(told)
  })

  test('is fixed, keeps order, and is at most five off', () => {
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(50), (people, more) => {
        const told = roundCount(people) ?? 0
        expect(roundCount(people) ?? 0).toBe(told)
        expect(roundCount(people + more) ?? 0).toBeGreaterThanOrEqual(told)
        if (people >= 10) expect(Math.abs(told - people)).toBeLessThanOrEqual(5)
      }),
    )
  })
})

describe('the pool effect that leaves the engine', () => {
  test('is none below 1,000 people, and says nothing of how many there are', () => {
    expect(ask(crowd(999, ['sql', 'linux']))).toEqual({ counted: false })
    expect(ask(crowd(1000, ['sql', 'linux']))).toMatchObject({ counted: true, pool: 1000 })
  })

  test('tells in tens what each demand costs alone, and the pair that costs more than the sum', () => {
    const people = [
      ...crowd(42, ['sql', 'linux']),
      ...crowd(24, ['linux']),
      ...crowd(7, ['sql']),
      ...crowd(36, []),
      ...crowd(15, ['sql', 'linux'], [8, 16]),
      ...crowd(9, ['linux'], [8, 16]),
    ]
    const told = ask(people, 100)
    expect(told).toEqual({
      counted: true,
      pool: 130,
      now: [40, 40],
      able: [60, 60],
      steps: [{ demand: 'hours', left: [40, 40] }],
      demands: [
        { demand: 'skill:linux', costs: [null, null] },
        { demand: 'skill:sql', costs: [20, 20] },
        { demand: 'hours', costs: [20, 20] },
      ],
      // 67 together, 31 alone: 36 lack just these two. Of hours and SQL it is 9, and hidden.
      pairs: [{ demands: ['skill:linux', 'skill:sql'], costs: [70, 70], more: [40, 40] }],
      all: [90, 90],
      // Two offerings of one programme are one training here.
      trainings: [{ offering: 'o1', brings: [20, 20] }],
    })
  })

  test('holds nobody’s id, and no count that is not a ten', () => {
    const people = [...crowd(333, ['sql']), ...crowd(333, ['linux']), ...crowd(334, ['sql', 'linux'], [4, 8])]
    const told = JSON.stringify(ask(people))
    for (const { id } of people.slice(0, 20)) expect(told).not.toContain(`"${id}"`)
    const numbers = [...told.matchAll(/(?<=[[:,])\d+/g)].map(Number)
    expect(numbers.length).toBeGreaterThan(5)
    expect(numbers.filter((number) => number % 10 !== 0)).toEqual([])
  })

  test('is nothing of what the engine does not hold, or cannot plan with', () => {
    const people = crowd(10, [])
    expect(ask(people, 0, { vacancy: 'none' })).toBeUndefined()
    expect(ask(people, 0, { training: 'none' })).toBeUndefined()
    expect(ask(people, 0, { training: 'o3' })).toBeUndefined()
    expect(ask(people, 0, { training: 'o1' })).toMatchObject({ counted: true, trainings: [] })
  })

  test('orders by what is told: what rounds to the same keeps the order of names', () => {
    const brings = (offering: string, low: number) => ({ offering, brings: [low, low] as const })
    const picture: PoolPicture = {
      effect: { pool: 1000, now: [0, 0], alone: [], pairs: [], all: [1000, 1000] },
      trainings: [brings('a', 38), brings('b', 41), brings('c', 9), brings('d', 60)],
      steps: { able: [0, 0], steps: [] },
    }
    expect(roundedEffect(picture, () => undefined).trainings.map(({ offering }) => offering)).toEqual(['d', 'a', 'b'])
  })

  test('cannot be asked before the people have come', () => {
    expect(() => findPoolEffect(holdWorld(world), { kind: 'poolEffect', subject: { vacancy: 'v' } })).toThrow(
      'before they were counted',
    )
  })
})
