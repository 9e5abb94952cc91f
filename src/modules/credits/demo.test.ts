import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { actAs, createIds, type Database } from '../../platform/index.ts'
import { createModules, type Modules } from '../index.ts'
import type { AccountActor } from '../permissions/index.ts'

let db: Database
let modules: Modules
const clock = { now: () => Date.parse('2026-11-30T09:00:00Z') }
const tijn: AccountActor = { kind: 'account', account: 'demo-account-tijn', session: 's', administrator: false, memberships: [] }
const size = { vacancies: 40, programmes: 12, offerings: 30, people: 20 }

beforeAll(async () => {
  const database = freshDatabases()[0] ?? expect.fail()
  db = await database.open()
  modules = await createModules({ db, clock, ids: createIds(clock), log: silentLog })
  await modules.skills.loadStarter('data/vocabulary')
  await modules.rules.load()
  await modules.demo.reset({ size })
}, 300_000)
afterAll(() => db?.close())

test('in the demo somebody has six weeks of work, two awards and a unit that runs; everything in it holds', async () => {
  const view = await modules.credits.look(tijn, 'demo-placement-tijn')
  expect(view.units.map(({ unit, earned, running }) => [unit.code, earned, running > 0])).toEqual([
    ['B', 0, true],
    ['D', 20, false],
    ['N', 0, true],
    ['S', 0, true],
    ['V', 30, false],
  ])
  expect(view.ledger).toHaveLength(2)
  const days = view.activities.map(({ from }) => from).sort()
  expect(Date.parse(days.at(-1) ?? '') - Date.parse(days[0] ?? '')).toBeGreaterThan(34 * 86_400_000)
  expect(view.activities.map(({ state }) => state)).toContain('returned')
  expect(view.activities.filter(({ state }) => state === 'logged')).toHaveLength(1)
  expect(view.next.map(({ who }) => who)).toEqual(expect.arrayContaining(['student', 'supervisor', 'school']))
  expect((await modules.credits.check()).broken).toEqual([])
  expect(view.names['demo-account-femke']).toBe('Femke (demo)')
})

test('made again it is the same, and with the demo it goes', { timeout: 300_000 }, async () => {
  await modules.demo.reset({ size })
  expect((await modules.credits.look(tijn, 'demo-placement-tijn')).ledger).toHaveLength(2)
  await modules.demo.clear()
  const left = await actAs(db, { task: 'test' }, (inside) =>
    inside.query('select (select count(*) from credit_book) + (select count(*) from unit) as left'),
  )
  expect(left).toEqual([{ left: 0 }])
})
