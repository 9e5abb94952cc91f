import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, type Database } from '../../platform/index.ts'
import type { VacancyRecord } from '../vacancies/index.ts'
import { createListLimits, type MayList } from './list-limits.ts'

const dayMs = 86_400_000
const limits: Readonly<Record<string, number>> = { 'people-lists-a-day': 12, 'people-changes-a-week': 5 }

describe.each(freshDatabases())('who may have a list of people on $name', ({ open }) => {
  let db: Database
  let mayList: MayList
  let now = Date.parse('2026-11-30T09:00:00Z')
  let verification: 'unverified' | 'domain' = 'domain'
  let demo = false
  let facts: VacancyRecord['facts'] = {}
  const noList = (reason: string) => expect.objectContaining({ name: 'Forbidden', reason })
  const asked = { organisation: 'keiland', vacancy: 'one' }
  const wage = (cents: number) => {
    facts = { wageCents: [cents, cents] }
  }

  beforeAll(async () => {
    db = await open()
    await actAs(db, { task: 'test' }, async (inside) => {
      await inside.query(
        `insert into organisation (id, name, kind, created_at) values ('keiland', 'Keiland (demo)', 'employer', now())`,
      )
      await inside.query(
        `insert into vacancy (id, state, demo, title, employer, description, language, facts, requirements, source, published_on, fingerprint)
         select id, 'published', false, 't', 'e', 'd', 'nl', '{}', '[]', 's', '2026-11-30', id from unnest(array['one', 'two']) as id`,
      )
    })
    mayList = createListLimits({
      db,
      clock: { now: () => now },
      rules: { find: async (id) => ({ id, value: limits[id] }) as never },
      organisations: { find: async (id) => ({ id, verification, demo, closed: false }) as never },
      vacancies: { find: async (id) => ({ id, facts }) as never },
    })
  })
  afterAll(() => db.close())

  test('only an organisation that was checked, or one of the demo', async () => {
    verification = 'unverified'
    await expect(mayList(asked)).rejects.toEqual(noList('notChecked'))
    demo = true
    await mayList(asked)
    verification = 'domain'
    demo = false
    await mayList(asked)
  })

  test('a vacancy that changes five times in a week is not listed in a sixth state, only as it was last', async () => {
    for (const cents of [1500, 1501, 1502, 1503, 1504]) {
      wage(cents)
      await mayList(asked)
    }
    wage(1505)
    await expect(mayList(asked)).rejects.toEqual(noList('tooManyChanges'))
    wage(1504)
    await mayList(asked)
    // An earlier state is a change too: else two could be compared again and again.
    wage(1500)
    await expect(mayList(asked)).rejects.toEqual(noList('tooManyChanges'))
    now += 7 * dayMs
    await mayList(asked)
  })

  test('so many lists a day, over all its vacancies, and never more when they are asked at once', async () => {
    now += dayMs
    facts = {}
    const many = Array.from({ length: 20 }, (_, at) => mayList({ ...asked, vacancy: at % 2 === 0 ? 'two' : 'one' }))
    const outcomes = await Promise.allSettled(many)
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(12)
    await expect(mayList({ ...asked, vacancy: 'two' })).rejects.toEqual(noList('tooManyLists'))
    now += dayMs
    await mayList(asked)
  })

  test('a rule that is missing opens nothing', async () => {
    now += dayMs
    const without = createListLimits({
      db,
      clock: { now: () => now },
      rules: { find: async () => undefined },
      organisations: { find: async (id) => ({ id, verification: 'register', demo: false, closed: false }) as never },
      vacancies: { find: async (id) => ({ id, facts }) as never },
    })
    await expect(without({ ...asked, vacancy: 'two' })).rejects.toEqual(noList('tooManyLists'))
  })
})
