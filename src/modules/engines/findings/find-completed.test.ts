import { expect, test } from 'vitest'
import { holdWorld } from '../../../../test/hold-world.ts'
import { createTwin } from '../../../../test/twin/twin.ts'
import { handWorkedPeople, handWorkedWorld } from '../../../../test/worlds/hand-worked-world.ts'
import { findCompleted } from './find-completed.ts'

const held = holdWorld(handWorkedWorld)
const twin = createTwin(handWorkedWorld)
const vacancies = handWorkedWorld.vacancies.map(({ id }) => id)

/** To which vacancies some part of a path leads for certain, by the slow twin. */
function expected(person: (typeof handWorkedPeople)[number], paths: readonly (readonly string[])[]): string[] {
  const { certain } = twin.allPlans(person, { vacancies })
  const led = certain.filter(({ path }) => paths.some((one) => path.every((offering) => one.includes(offering))))
  return vacancies.filter((vacancy) => led.some((plan) => plan.vacancy === vacancy))
}

test('the vacancies to which the trainings of a kept plan lead are those of the slow twin, for every plan that somebody could keep', () => {
  let found = 0
  for (const person of handWorkedPeople) {
    const all = twin.allPlans(person, { vacancies })
    for (const { path } of [...all.certain, ...all.possible]) {
      const finding = findCompleted(held, { kind: 'completed', person, vacancies, paths: [path] })
      expect(finding.map(({ vacancy }) => vacancy)).toEqual(expected(person, [path]))
      // Each with a way that is a part of what is kept.
      for (const one of finding) expect(one.path.every((offering) => path.includes(offering))).toBe(true)
      found += finding.length
    }
    const paths = all.certain.map(({ path }) => path)
    expect(findCompleted(held, { kind: 'completed', person, vacancies, paths }).map(({ vacancy }) => vacancy)).toEqual(
      expected(person, paths),
    )
  }
  expect(found).toBeGreaterThan(3)
})

test('without a kept plan nothing is led to, and a vacancy that the engine does not hold is left out', () => {
  for (const person of handWorkedPeople) {
    expect(findCompleted(held, { kind: 'completed', person, vacancies, paths: [] })).toEqual([])
    expect(findCompleted(held, { kind: 'completed', person, vacancies: ['none'], paths: [['x']] })).toEqual([])
  }
})
