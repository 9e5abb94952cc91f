import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, createIds, type Database } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import { createFollowUps, type FollowUps } from './follow-ups.ts'
import type { Introduction } from './introduction.ts'
import { testWorld } from './world-for-tests.ts'

const visitor: Actor = { kind: 'visitor' }

interface World {
  readonly db: Database
  readonly followUps: FollowUps
  readonly links: string[]
  readonly agreed: Set<string>
  hired(person: string, startsOn: string, id?: string): Promise<void>
  day(date: string): void
  rows(sql: string): Promise<readonly Record<string, unknown>[]>
}

describe.each(freshDatabases())('follow-ups on $name', ({ open }) => {
  async function world(): Promise<World> {
    const db = await open()
    onTestFinished(() => db.close())
    await testWorld(db)
    let now = Date.parse('2026-12-01T09:00:00Z')
    const clock = { now: () => now }
    const links: string[] = []
    const agreed = new Set(['ada'])
    const followUps = createFollowUps({
      db,
      clock,
      ids: createIds(clock),
      secrets: ['one'],
      rules: {
        find: async (id: string) => ({ id, value: id === 'follow-up-least' ? 2 : 30 }) as never,
      },
      mail: {
        write: async (_inside, { data }) => {
          links.push((data as { path: string }).path)
        },
      },
      agreed: async (_inside, account) => agreed.has(account),
      address: (token) => `/?t=${token}`,
    })
    return {
      db,
      followUps,
      links,
      agreed,
      hired: (person, startsOn, id = `of-${person}`) =>
        actAs(db, { task: 'test' }, async (inside) => {
          await inside.query(
            `insert into introduction (id, person, organisation, vacancy, vacancy_title, proposed_by, state, starts_on, handle, shown, created_at, changed_at)
             values ($1, $2, 'keiland', 'admin', 'Title', 'person', 'hired', $3::date, '4127', '{}', now(), now())`,
            [id, person, startsOn],
          )
          await followUps.plan(inside, { id, person, organisation: 'keiland', startsOn, state: 'hired' } as Introduction)
        }),
      day(date) {
        now = Date.parse(`${date}T09:00:00Z`)
      },
      rows: (sql) => actAs(db, { task: 'test' }, (inside) => inside.query(sql)),
    }
  }
  const token = (link: string | undefined): string => link?.slice('/?t='.length) ?? ''

  test('are asked at the start and after 1, 3, 6 and 12 months, each once', async () => {
    const { followUps, hired, links, day, rows } = await world()
    await hired('ada', '2027-01-31')
    await hired('bob', '2027-01-31')
    expect((await rows('select month, due_on from follow_up order by month')).map((row) => Object.values(row).join(' '))).toEqual(
      ['0 2027-01-31', '1 2027-02-28', '3 2027-04-30', '6 2027-07-31', '12 2028-01-31'],
    )
    expect(await followUps.askDue()).toBe(0)
    day('2027-02-28')
    expect(await followUps.askDue()).toBe(2)
    expect(await followUps.askDue()).toBe(0)
    expect(links).toHaveLength(2)
  })

  test('looking changes nothing, each answer stands by itself, and again is another answer', async () => {
    const { followUps, hired, links, day, rows } = await world()
    await hired('ada', '2026-12-01')
    await followUps.askDue()
    const link = token(links[0])
    expect(await followUps.look(visitor, link)).toEqual({ month: 0, organisation: 'Keiland ICT (demo)', answers: {} })
    expect(await rows('select 1 from follow_up where answered_at is not null')).toEqual([])
    await followUps.answer(visitor, link, { hours: 24 })
    await followUps.answer(visitor, link, { stillThere: true })
    await followUps.answer(visitor, link, { hours: 32 })
    expect((await followUps.look(visitor, link)).answers).toEqual({ stillThere: true, hours: 32 })
    await expect(followUps.answer(visitor, link, { hours: 90 })).rejects.toThrow('0 to 60')
    await expect(followUps.answer(visitor, link, { happy: 0 })).rejects.toThrow('1 to 5')
    await expect(followUps.look(visitor, `${link}x`)).rejects.toThrow('no question')
    await expect(followUps.look(visitor, link.replace('follow-up', 'unsubscribe'))).rejects.toThrow('no question')
    day('2027-01-02')
    await expect(followUps.look(visitor, link)).rejects.toThrow('no question')
  })

  test('stop with the consent, and what was answered goes too', async () => {
    const { followUps, hired, links, day, agreed, rows, db } = await world()
    await hired('ada', '2026-12-01')
    await followUps.askDue()
    await followUps.answer(visitor, token(links[0]), { happy: 4 })
    agreed.delete('ada')
    await actAs(db, { task: 'test' }, (inside) => followUps.onConsent(inside, { account: 'ada', given: false }))
    expect(await rows('select 1 from follow_up')).toEqual([])
    await expect(followUps.look(visitor, token(links[0]))).rejects.toThrow('no question')
    day('2027-01-01')
    expect(await followUps.askDue()).toBe(0)
    agreed.add('ada')
    await actAs(db, { task: 'test' }, (inside) => followUps.onConsent(inside, { account: 'ada', given: true }))
    expect((await rows('select month from follow_up order by month')).map(({ month }) => month)).toEqual([1, 3, 6, 12])
  })

  test('a consent that ended by itself is looked at before asking', async () => {
    const { followUps, hired, links, agreed, rows } = await world()
    await hired('ada', '2026-12-01')
    agreed.clear()
    expect(await followUps.askDue()).toBe(0)
    expect(links).toEqual([])
    expect(await rows('select 1 from follow_up')).toEqual([])
  })

  test('two processes that ask at the same moment ask once', async () => {
    const { followUps, hired, links } = await world()
    await hired('ada', '2026-12-01')
    const asked = await Promise.all([followUps.askDue(), followUps.askDue(), followUps.askDue()])
    expect(asked.reduce((sum, one) => sum + one)).toBe(1)
    expect(links).toHaveLength(1)
  })

  test('figures come from enough answers, in tens, and only of real organisations', async () => {
    const { followUps, hired, links, agreed, rows } = await world()
    agreed.add('bob')
    await hired('ada', '2026-12-01')
    await hired('bob', '2026-12-01')
    await followUps.askDue()
    await followUps.answer(visitor, token(links[0]), { stillThere: true, hours: 20 })
    expect(await followUps.results()).toEqual([{ month: 0 }])
    await followUps.answer(visitor, token(links[1]), { stillThere: false, hours: 30, happy: 5 })
    expect(await followUps.results()).toEqual([{ month: 0, stillThere: { of: 0, share: 0.5 }, hours: { of: 0, mean: 25 } }])
    await rows(`update organisation set demo = true`)
    expect(await followUps.results()).toEqual([])
  })

  test('the database itself shows them to the person only', async () => {
    const { hired, db } = await world()
    await hired('ada', '2026-12-01')
    const count = (who: Parameters<typeof actAs>[1]): Promise<number> =>
      actAs(db, who, async (inside) => (await inside.query('select 1 from follow_up')).length)
    expect(await count({ account: 'ada', organisations: [] })).toBe(5)
    expect(await count({ account: 'bob', organisations: ['keiland'] })).toBe(0)
    expect(await count({ organisations: ['keiland'] })).toBe(0)
  })
})
