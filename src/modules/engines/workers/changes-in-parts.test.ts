import { expect, test } from 'vitest'
import type { WorldChanges } from '../../../engine/editions/index.ts'
import { inParts, joinChanges } from './changes-in-parts.ts'

const ids = (count: number, name: string): string[] => Array.from({ length: count }, (_, at) => `${name}${at}`)
const vacancies = (count: number) => ids(count, 'v').map((id) => ({ id, requirements: [] }))
const people = (count: number) => ids(count, 'p').map((id) => ({ id, occupations: [], answers: {} }))

test.each<WorldChanges>([
  {},
  { settings: { thisWeek: 1 } as never },
  { vacancies: { put: vacancies(1), removed: [] } },
  { vacancies: { put: vacancies(1234), removed: ids(401, 'gone') }, people: { put: people(200), removed: ids(1, 'left') } },
  { offerings: { put: [], removed: ['o'] }, settings: { thisWeek: 2 } as never },
])('changes in parts are the same changes, and no part is large', (changes) => {
  const parts = [...inParts(changes)]
  expect(joinChanges(parts)).toEqual(changes)
  for (const { settings: _settings, ...kinds } of parts)
    for (const { put, removed } of Object.values(kinds)) expect(put.length + removed.length).toBeLessThanOrEqual(200)
})
