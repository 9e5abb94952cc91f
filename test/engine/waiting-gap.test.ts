import { expect, test } from 'vitest'
import { createEngine } from '../../src/engine/planning/index.ts'
import { createEngine as createFirstEngine } from '../first-engine/planning/index.ts'
import { createTwin } from '../twin/twin.ts'
import { handWorkedWorld } from '../worlds/hand-worked-world.ts'

/**
 * A training that adds less than its weeks take still pays where it is followed while one waits for another one to start. V2 is
 * worth more than V1 only by that; V1 promises more and is looked at first.
 */
test('a training in a waiting gap takes no weeks: the best list finds it', () => {
  const { thisWeek } = handWorkedWorld.settings
  const skills = ['a', 'b', 'c', 'd', 'e'].map((id) => ({ id, kind: 'knowledge' as const }))
  const offering = (id: string, skill: string, weeks: number, more: object) => ({
    ...{ id, weeks, hoursPerWeek: 8, online: true, feeEuro: 0, outcomes: [{ skill, level: 2 as const }] },
    ...more,
  })
  const world = {
    ...handWorkedWorld,
    skills,
    occupations: [],
    vacancies: [
      { id: 'V1', requirements: [{ skill: 'd', weight: 'essential' } as const] },
      {
        id: 'V2',
        requirements: [
          { skill: 'a', weight: 'essential' } as const,
          { skill: 'b', weight: 'essential' } as const,
          { skill: 'c', weight: 'somewhat' } as const,
        ],
      },
    ],
    offerings: [
      offering('A', 'a', 2, { rolling: true }),
      offering('B', 'b', 2, { starts: [{ week: thisWeek + 40 }] }),
      offering('C', 'c', 30, { rolling: true }),
      offering('D', 'd', 10, { rolling: true, prerequisites: [{ skill: 'e', level: 2 as const }] }),
      offering('E', 'e', 40, { rolling: true }),
    ],
  }
  const answers = { a: 'no', b: 'no', c: 'no', d: 'no', e: 'no', f: 'no', g: 'no', h: 'no' } as const
  const person = { id: 'P', occupations: [], answers }
  const found = createEngine(world).bestList(person, 'balanced', 1)
  expect(found).toEqual(createTwin(world).bestList(person, 'balanced', 1))
  expect(found).toEqual(createFirstEngine(world).bestList(person, 'balanced', 1))
  expect(found.map(({ plan, utility }) => [plan.vacancy, plan.path, utility])).toEqual([['V2', ['A', 'C', 'B'], 790_000_000]])
})
