import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ServedApi, serveApi } from '../../../../test/api/serve-api.ts'
import { holdWorld } from '../../../../test/hold-world.ts'
import { worldOf } from '../../matching/index.ts'
import { toEnginePerson } from '../../people/index.ts'
import { find } from './find.ts'
import { findWithin } from './find-within.ts'
import { Halted, type HeldEngine, haltable } from './held-engine.ts'
import type { Finding, Question } from './question.ts'

let served: ServedApi
let held: HeldEngine
let questions: Question[]

beforeAll(async () => {
  served = await serveApi()
  const { modules } = served
  held = holdWorld(await worldOf(modules.engineSource.rows(await modules.residents.current())))
  const [example] = await modules.demo.profiles()
  if (!example) throw new Error('there is an example person')
  const person = toEnginePerson('you', example.profile, (place) => modules.regions.findPlace(place)?.at)
  const [vacancy] = (await modules.vacancies.allPublished()).map(({ id }) => id)
  if (vacancy === undefined) throw new Error('there is a vacancy')
  const plan = (find(held, { kind: 'plans', person, goal: {}, preference: 'balanced' }) as Finding<'plans'>).groups[0]?.best.plan
  questions = [
    { kind: 'plans', person, goal: {}, preference: 'balanced' },
    { kind: 'plans', person, goal: { vacancies: [vacancy] }, preference: 'soonest' },
    { kind: 'plan', person, plan: { kind: plan?.kind ?? 'direct', vacancy: plan?.vacancy ?? '', path: plan?.path ?? [] } },
    { kind: 'doors', person },
    { kind: 'matches', person, goal: {}, limit: 20 },
    { kind: 'whyNot', person, vacancy, preference: 'balanced' },
  ]
})
afterAll(() => served.close())

test('every finding is plain data that can be cloned, and small', () => {
  for (const question of questions) {
    const finding = find(held, question)
    expect(finding).toBeDefined()
    expect(structuredClone(question)).toEqual(question)
    expect(structuredClone(finding)).toEqual(finding)
    // A message to and from a thread: lists only as long as they are shown.
    expect(JSON.stringify(finding).length).toBeLessThan(200_000)
  }
})

test('the occupations of a door are counted over what it opens, most first', () => {
  const doors = find(held, questions[3] as Question<'doors'>)
  expect(doors.front.length + doors.others.length).toBeGreaterThan(0)
  for (const { opensLow, opensHigh, mostly } of [...doors.front, ...doors.others]) {
    const counted = mostly.reduce((sum, { vacancies }) => sum + vacancies, 0)
    expect(counted).toBeGreaterThan(0)
    expect(counted).toBeLessThanOrEqual(opensLow || opensHigh)
    expect(mostly.map(({ vacancies }) => vacancies)).toEqual(mostly.map(({ vacancies }) => vacancies).sort((a, b) => b - a))
  }
})

describe('halting', () => {
  test('a halted question ends before the next answer of the engine, whichever that is', () => {
    for (const question of questions) {
      let looks = 0
      find(
        haltable(held, () => ++looks < 0),
        question,
      )
      expect(looks).toBeGreaterThan(0)
      for (const last of [1, looks]) {
        let seen = 0
        const engine = haltable(held, () => ++seen >= last)
        expect(() => find(engine, question)).toThrow(Halted)
        expect(seen).toBe(last)
      }
    }
  })
})

describe('an answer for which there is no time', () => {
  /** So many looks go by in no time; then it is so late, of a hundred milliseconds. */
  const within = (question: Question, looks: number, late: number) => {
    let looked = 0
    return findWithin(held, question, { isHalted: () => false, milliseconds: 100, now: () => (looked++ < looks ? 0 : late) })
  }

  test('is exact while there is time', () => {
    for (const question of questions) expect(within(question, 1, 50)).toEqual({ finding: find(held, question) })
  })

  test('is whole for fewer trainings, and says so', () => {
    const readyBy = held.engine.thisWeek + 156
    for (const question of questions) {
      for (const [late, trainings] of [
        [60, 2],
        [90, 1],
      ] as const) {
        const engine = held.engine.within({ mostTrainings: trainings })
        const finding = find({ ...held, engine }, question)
        expect(within(question, 1, late)).toEqual({ finding, limited: { trainings, readyBy } })
      }
      expect(() => within(question, 1, 101)).toThrow(Halted)
    }
  })
})
