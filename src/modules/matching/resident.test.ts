import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { createIds, type Database } from '../../platform/index.ts'
import { createModules, type Modules } from '../index.ts'

const start = Date.UTC(2026, 10, 25, 12)
let now = start
let db: Database
let modules: Modules

beforeAll(async () => {
  db = (await freshDatabases()[0]?.open()) ?? expect.fail('there is no database to test on')
  const clock = { now: () => now }
  modules = await createModules({ db, clock, ids: createIds(clock), log: silentLog })
  await modules.skills.loadStarter('data/vocabulary')
  await modules.rules.load()
})
afterAll(() => db?.close())

const later = () => {
  now += 1000
  return modules.residents.current()
}

test('who is counted comes with the rows, as the engine may see them; a change of the pool reads no other record again', async () => {
  const before = await later()
  const profile = { occupations: [], answers: {}, municipality: 'Utrecht', wageNowMonthEuro: 2000 }
  await modules.people.putInPool([{ id: 'a', demo: false, profile }])
  const after = await later()
  expect(after).not.toBe(before)
  expect(after.dataVersion).not.toBe(before.dataVersion)
  expect(after.offerings).toBe(before.offerings)
  expect(after.catalogue).toBe(before.catalogue)
  expect(await later()).toBe(after)
  const people = []
  for await (const some of modules.engineSource.rows(after).people) people.push(...some)
  expect(people).toEqual([
    { id: 'a', occupations: [], answers: {}, place: { at: expect.any(Array), maxMinutes: 60, mode: 'transit' } },
  ])
})
