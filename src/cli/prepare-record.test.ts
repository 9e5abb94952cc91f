import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../test/databases.ts'
import type { Modules } from '../modules/index.ts'
import type { Database } from '../platform/index.ts'
import { prepareRecord } from './prepare-record.ts'

const clock = { now: () => Date.parse('2026-11-25T10:00:00Z') }
let db: Database
let resets = 0
beforeAll(async () => {
  db = await freshDatabases()[0]!.open()
})
afterAll(() => db.close())
beforeEach(() => {
  resets = 0
})

/** Modules that have nothing to do, with a demo world of that day and size. */
function modulesWith(demo: { isDemo: boolean; countedFrom?: string; isStandard: boolean }): Modules {
  const idle = new Proxy({}, { get: () => async () => ({ changed: false, total: 0 }) })
  const silent = new Proxy({}, { get: () => async () => undefined })
  const told = {
    isDemo: async () => demo.isDemo,
    countedFrom: async () => demo.countedFrom,
    isStandard: async () => demo.isStandard,
    reset: async () => void resets++,
  }
  return new Proxy({}, { get: (_, name) => (name === 'demo' ? told : name === 'decisionLog' ? silent : idle) }) as Modules
}

const start = (demo: Parameters<typeof modulesWith>[0]): Promise<void> =>
  prepareRecord(modulesWith(demo), { db, clock, log: silentLog, wantsDemo: true })

test('the first start loads the demo world, and no later one does where there is none', async () => {
  await start({ isDemo: false, isStandard: true })
  expect(resets).toBe(1)
  await start({ isDemo: false, isStandard: true })
  expect(resets).toBe(1)
})

test.each([
  ['of the standard size is made anew after four weeks', '2026-10-27', true, 1],
  ['of the standard size stays until then', '2026-10-28', true, 0],
  ['of another size stays: it was asked for by hand', '2026-06-01', false, 0],
])('a demo world %s', async (_what, countedFrom, isStandard, expected) => {
  await start({ isDemo: true, countedFrom, isStandard })
  expect(resets).toBe(expected)
})
