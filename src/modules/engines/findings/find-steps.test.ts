import { expect, test } from 'vitest'
import type { Goal, SmallestChange } from '../../../engine/planning/index.ts'
import { findSteps } from './find-steps.ts'
import type { HeldEngine } from './held-engine.ts'

const occupations: Readonly<Record<string, string>> = { a: 'tester', b: 'tester', c: 'analyst', d: 'analyst' }

/** An engine that lists these changes; nothing else of it is asked. */
function heldThatLists(changes: readonly SmallestChange[]): HeldEngine {
  const engine = { smallestChangesWithTraining: () => changes }
  const regionOf = (vacancy: string) => (vacancy === 'c' ? 'AM13' : undefined)
  return { engine, occupationOf: (vacancy: string) => occupations[vacancy], regionOf } as unknown as HeldEngine
}

const travel = (by: number, opensLow: readonly string[], opensHigh = opensLow): SmallestChange => ({
  changes: [{ item: 'travelMinutes', by }],
  opensLow,
  opensHigh,
})

const listed: readonly SmallestChange[] = [
  travel(30, ['a', 'b', 'c', 'd']),
  travel(10, ['c'], ['c', 'd']),
  { changes: [{ item: 'ownCost', by: 250 }], opensLow: ['a', 'b'], opensHigh: ['a', 'b'] },
  { changes: [{ item: 'language', code: 'en', to: 3 }], opensLow: ['a'], opensHigh: ['a'] },
]

const stepsTo = (goal: Goal) =>
  findSteps(heldThatLists(listed), { kind: 'steps', person: { id: 'you', occupations: [], answers: {} }, goal }).steps

test('of each item that goes by steps the smallest that opens something', () => {
  expect(stepsTo({})).toEqual([
    { change: { item: 'travelMinutes', by: 10 }, opensLow: 1, opensHigh: 2 },
    { change: { item: 'ownCost', by: 250 }, opensLow: 2, opensHigh: 2 },
  ])
})

test('counted over the goal alone: a step that opens nothing of it gives way to a larger one', () => {
  expect(stepsTo({ occupations: ['tester'] })).toEqual([
    { change: { item: 'travelMinutes', by: 30 }, opensLow: 2, opensHigh: 2 },
    { change: { item: 'ownCost', by: 250 }, opensLow: 2, opensHigh: 2 },
  ])
  expect(stepsTo({ vacancies: ['d'] })).toEqual([{ change: { item: 'travelMinutes', by: 30 }, opensLow: 1, opensHigh: 1 }])
})

test('towards a region only what is in it counts', () => {
  expect(stepsTo({ regions: ['AM13'] })).toEqual([{ change: { item: 'travelMinutes', by: 10 }, opensLow: 1, opensHigh: 1 }])
})
