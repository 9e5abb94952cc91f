import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, createIds, type Database } from '../../platform/index.ts'
import { type Actor, visitor } from '../permissions/index.ts'
import { type Consents, createConsents } from './create-consents.ts'
import type { Purpose } from './purposes.ts'

const person = (account: string): Actor => ({ kind: 'account', account, session: 's', administrator: false, memberships: [] })
const [ada, bob] = [person('ada'), person('bob')]

describe.each(freshDatabases())('consents on $name', ({ open }) => {
  async function world(): Promise<{
    db: Database
    consents: Consents
    changes: string[]
    day(date: string): void
    version: string
  }> {
    const db = await open()
    onTestFinished(() => db.close())
    let now = Date.parse('2026-11-30T09:00:00Z')
    const clock = { now: () => now }
    await actAs(db, { task: 'test' }, async (inside) => {
      for (const id of ['ada', 'bob'])
        await inside.query(
          `insert into account (id, email, email_folded, created_at, seen_on) values ($1, $1, $1, now(), current_date)`,
          [id],
        )
      await inside.query(
        `insert into organisation (id, name, kind, created_at) values ('werkcentrum', 'Werkcentrum (demo)', 'public', now())`,
      )
    })
    const consents = await createConsents({ db, clock, ids: createIds(clock) })
    const changes: string[] = []
    for (const purpose of ['found', 'adviser'] as const) {
      consents.onChange(purpose, async (_inside, { account, given, organisation }) => {
        changes.push([purpose, account, given ? 'yes' : 'no', organisation].filter(Boolean).join(' '))
      })
    }
    return {
      db,
      consents,
      changes,
      day: (date) => (now = Date.parse(`${date}T09:00:00Z`)),
      version: consents.texts.now.found.version,
    }
  }
  const has = (db: Database, consents: Consents, account: string, purpose: Purpose, organisation?: string): Promise<boolean> =>
    actAs(db, { task: 'test' }, (inside) => consents.has(inside, account, purpose, organisation))

  test('are given with the text that was seen, and taken back at once, with what follows', async () => {
    const { db, consents, changes, version } = await world()
    await consents.give(ada, 'found', { textVersion: version, language: 'nl' })
    expect(await has(db, consents, 'ada', 'found')).toBe(true)
    expect(await has(db, consents, 'bob', 'found')).toBe(false)
    await consents.withdraw(ada, 'found')
    expect(await has(db, consents, 'ada', 'found')).toBe(false)
    expect(changes).toEqual(['found ada yes', 'found ada no'])
    const [only] = await consents.list(ada)
    expect(only).toMatchObject({ purpose: 'found', textVersion: version, language: 'nl' })
    expect(only?.withdrawnAt).toBeDefined()
  })

  test('what follows fails with the consent: both or neither', async () => {
    const { db, consents, version } = await world()
    consents.onChange('found', async () => {
      throw new Error('the list could not be written')
    })
    await expect(consents.give(ada, 'found', { textVersion: version, language: 'nl' })).rejects.toThrow('could not be written')
    expect(await has(db, consents, 'ada', 'found')).toBe(false)
  })

  test('a text that changed meanwhile is not agreed to', async () => {
    const { consents } = await world()
    await expect(consents.give(ada, 'found', { textVersion: '2020-01-01', language: 'nl' })).rejects.toThrow('The text changed')
  })

  test('an adviser is agreed to by organisation, and until a day', async () => {
    const { db, consents, changes, version, day } = await world()
    await expect(consents.give(ada, 'adviser', { textVersion: version, language: 'nl' })).rejects.toThrow(
      'Choose the organisation',
    )
    await consents.give(ada, 'adviser', {
      textVersion: version,
      language: 'nl',
      organisation: 'werkcentrum',
      until: '2026-12-05',
    })
    expect(await has(db, consents, 'ada', 'adviser', 'werkcentrum')).toBe(true)
    expect(await has(db, consents, 'ada', 'adviser', 'another')).toBe(false)
    day('2026-12-05')
    expect(await has(db, consents, 'ada', 'adviser', 'werkcentrum')).toBe(true)
    day('2026-12-06')
    expect(await has(db, consents, 'ada', 'adviser', 'werkcentrum')).toBe(false)
    expect(await consents.endPassed()).toBe(1)
    expect(changes.at(-1)).toBe('adviser ada no werkcentrum')
  })

  test('nobody sees or changes those of somebody else', async () => {
    const { db, consents, version } = await world()
    await consents.give(ada, 'found', { textVersion: version, language: 'en' })
    expect(await consents.list(bob)).toEqual([])
    await consents.withdraw(bob, 'found')
    expect(await has(db, consents, 'ada', 'found')).toBe(true)
    await expect(consents.list(visitor)).rejects.toThrow('Sign in')
    const seen = await actAs(db, { account: 'bob', organisations: ['werkcentrum'] }, (inside) =>
      inside.query('select * from consent'),
    )
    expect(seen).toEqual([])
  })

  test('all end when somebody leaves', async () => {
    const { db, consents, changes, version } = await world()
    await consents.give(ada, 'found', { textVersion: version, language: 'nl' })
    await consents.give(ada, 'adviser', { textVersion: version, language: 'nl', organisation: 'werkcentrum' })
    await actAs(db, { task: 'test' }, (inside) => consents.withdrawAll(inside, 'ada'))
    expect(changes.slice(-2).sort()).toEqual(['adviser ada no werkcentrum', 'found ada no'])
  })
})
