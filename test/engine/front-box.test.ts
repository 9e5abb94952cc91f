import { expect, test } from 'vitest'
import { createEngine } from '../../src/engine/planning/index.ts'
import { createTwin } from '../twin/twin.ts'
import { handWorkedWorld } from '../worlds/hand-worked-world.ts'

test('a job that begins beyond the horizon does not beat one that begins sooner and fits less', () => {
  const { thisWeek } = handWorkedWorld.settings
  const sql = { skill: 'sql', weight: 'essential' } as const
  const vacancies = [
    { id: 'V0', requirements: [sql], startFrom: thisWeek + 202 },
    { id: 'V1', requirements: [sql, { skill: 'support', weight: 'somewhat' } as const], startFrom: thisWeek + 200 },
  ]
  const offering = {
    id: 'T',
    weeks: 4,
    hoursPerWeek: 8,
    online: true,
    feeEuro: 0,
    rolling: true,
    outcomes: [{ skill: 'sql', level: 2 as const }],
  }
  const world = { ...handWorkedWorld, vacancies, offerings: [offering] }
  const answers = {
    sql: 'no',
    support: 'no',
    linux: 'no',
    azure: 'no',
    siem: 'no',
    networking: 'no',
    python: 'no',
    cloud: 'no',
  } as const
  const person = { id: 'P', occupations: [], answers }
  const found = createEngine(world).plansTo(person, {}, 'balanced')
  expect(found).toEqual(createTwin(world).plansTo(person, {}, 'balanced'))
  expect(found.groups.filter(({ best }) => best.kind === 'trainThenHire').map(({ plans }) => plans)).toEqual([2])
})
