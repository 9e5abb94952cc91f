import { describe, expect, test } from 'vitest'
import { holdWorld } from '../../../../test/hold-world.ts'
import type { Person } from '../../../engine/matching/index.ts'
import type { World } from '../../../engine/planning/index.ts'
import { transferModel } from '../../../engine/taxonomy/index.ts'
import { find } from './find.ts'
import { findCohortGroups } from './find-cohort-groups.ts'

const skill = (id: string) => ({ id, kind: 'tool' as const })
const asks = (id: string, occupation: string, ...skills: string[]) => ({
  ...{ id, occupation, region: 'R' },
  requirements: skills.map((one) => ({ skill: one, weight: 'essential' as const, need: 2 as const })),
})
const teaches = (id: string, ...skills: string[]) => ({
  ...{
    id,
    programme: `programme of ${id}`,
    online: true,
    rolling: true,
    starts: [],
    feeEuro: 100,
    weeks: 4,
    hoursPerWeek: 8,
    funding: [],
  },
  prerequisites: [],
  outcomes: skills.map((one) => ({ skill: one, level: 2 as const })),
})
const world = {
  skills: ['a', 'b', 'c'].map(skill),
  occupations: [],
  vacancies: [asks('v1', 'tester', 'a'), asks('v2', 'tester', 'a'), asks('v3', 'analyst', 'a', 'b')],
  offerings: [teaches('o1', 'a'), teaches('o2', 'a'), teaches('o3', 'c')],
  settings: {
    thisWeek: 3000,
    kmPerHour: { walk: 5, bike: 16, transit: 30, car: 60 },
    travelCentsPerKm: 23,
    transfer: transferModel,
  },
} as unknown as World

const crowd = (count: number, name: string, answers: Person['answers']): Person[] =>
  Array.from({ length: count }, (_, at) => ({ id: `${name}${at}`, occupations: [], answers }))
const no = { a: 'no', b: 'no', c: 'no' } as const

const ask = (people: readonly Person[], more: readonly string[] = []) => {
  const held = holdWorld(world, people)
  return findCohortGroups(
    held,
    { kind: 'cohortGroups', people: [...people.map(({ id }) => id), ...more], vacancies: ['v1', 'v2', 'v3', 'gone'] },
    0,
  )
}

describe('groups for a choice of cohorts', () => {
  test('say which training opens which jobs to how many people, in tens', () => {
    const found = ask(
      [...crowd(13, 'n', no), ...crowd(24, 'b', { ...no, b: 'yes' }), ...crowd(30, 'c', { ...no, a: 'yes' })],
      ['nobody'],
    )
    if (!found.counted) return expect.fail('it was counted')
    // Who has b comes to three jobs by o1; who has nothing to two; who has a has those two already, and o1 opens nothing to them.
    expect(found.low.groups).toEqual([{ distance: 3, contents: ['c0'], people: 40 }])
    expect(found.low.jobs).toEqual([
      { id: 'analyst', jobs: 1, from: [{ content: 'c0', most: 1 }] },
      { id: 'tester', jobs: 2, from: [{ content: 'c0', most: 2 }] },
    ])
    expect(found.offerings).toEqual([
      { offering: 'o1', content: 'c0', people: 40 },
      { offering: 'o2', content: 'c0', people: 40 },
    ])
    expect(found.high).toEqual(found.low)
  })

  test('tell nothing of fewer than ten, and nobody by id', () => {
    const found = ask([...crowd(9, 'n', no), ...crowd(400, 'c', { ...no, a: 'yes' })])
    expect(found).toMatchObject({ counted: true, low: { groups: [], jobs: [] }, offerings: [] })
    const nine = ask([...crowd(13, 'n', no), ...crowd(9, 'b', { ...no, b: 'yes' })])
    // Nine people come to the analyst's job: too few to say so.
    expect(nine).toMatchObject({ low: { groups: [{ people: 20 }], jobs: [{ id: 'tester' }] } })
    expect(JSON.stringify(nine)).not.toMatch(/"n0"|"b0"/)
  })

  test('are not counted in a pool that is too small', () => {
    const held = holdWorld(world, crowd(20, 'n', no))
    expect(find(held, { kind: 'cohortGroups', people: ['n0'], vacancies: ['v1'] })).toEqual({ counted: false })
  })
})
