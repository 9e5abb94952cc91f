/**
 * The second barrier, without the program's own checks: the database itself shows and takes rows of who acts only. Every personal table is tried,
 * from the list that the database gives, with a planted row of somebody else.
 */
import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createModules } from '../../src/modules/index.ts'
import { testWorld } from '../../src/modules/introductions/world-for-tests.ts'
import {
  type ActingAs,
  type ActingDatabase,
  actAs,
  createIds,
  type Database,
  migrate,
  openDatabase,
} from '../../src/platform/index.ts'
import { type FreshDatabase, freshDatabases, silentLog } from '../databases.ts'
import { insertRow } from './insert-row.ts'
import { anotherRow, type Owner, type Planted, personalTables, plantRows, tablesAboutPeople } from './plant-rows.ts'

const victim: Owner = { account: 'victim', organisation: 'organisation-of-victim' }
const other: Owner = { account: 'other', organisation: 'organisation-of-other' }

/** Who tries. None has anything to do with the victim or its organisation. */
const strangers: Readonly<Record<string, ActingAs>> = {
  'another person': { account: 'other', organisations: [] },
  'a member of another organisation': { account: 'other', organisations: ['organisation-of-other'] },
  'a key of another organisation': { organisations: ['organisation-of-other'] },
  nobody: { organisations: [] },
}

/** What strangers may see all the same, and why. */
const shown: Readonly<Record<string, { readonly to: readonly string[]; readonly because: string }>> = {
  match_profile: {
    to: ['a member of another organisation', 'a key of another organisation'],
    because: 'a coarsened profile without a name, of somebody who agreed to be found by organisations (decision 0016)',
  },
}

/** Tables about people that no policy guards, and why. */
const unguarded: Readonly<Record<string, string>> = {
  pool_person: 'counts of people who agreed to be counted: no account, no name; the link to an account stands in kept_profile',
  draft_profile: 'behind the secret of a cookie, of which only a hash is kept; no account',
}

describe.each(databases())('row-level security on $name', ({ open }) => {
  let db: Database
  let tables: string[]
  let planted: Planted[]

  beforeAll(async () => {
    db = await open()
    tables = await personalTables(db)
    planted = await actAs(db, { task: 'test' }, async (inside) => {
      await plantRows(inside, tables, other)
      return plantRows(inside, tables, victim)
    })
  })
  afterAll(() => db?.close())

  test('stands before every table that says who somebody is', async () => {
    const about = await tablesAboutPeople(db)
    expect(about.length).toBeGreaterThan(20)
    // A new table: enable and force row level security with policies (migrations/0016), or say here why it needs none.
    expect(about.filter((name) => !tables.includes(name) && !Object.hasOwn(unguarded, name))).toEqual([])
  })

  test('has a policy on every table that it guards, so that a task of the program sees what was planted', async () => {
    const unseen = await actAs(db, { task: 'test' }, async (inside) => {
      const all = []
      for (const one of planted) if ((await count(inside, one)) !== 1) all.push(one.table)
      return all
    })
    expect(unseen).toEqual([])
  })

  describe.each(Object.entries(strangers))('%s', (name, who) => {
    test('sees, changes and removes no row of somebody else, in any table', async () => {
      const got: string[] = []
      for (const one of planted) {
        const isShown = shown[one.table]?.to.includes(name) ?? false
        if ((await actAs(db, who, (inside) => count(inside, one))) !== (isShown ? 1 : 0)) got.push(`${one.table} is seen`)
        if ((await tried(db, who, (inside) => change(inside, one))) > 0) got.push(`${one.table} is changed`)
        if ((await tried(db, who, (inside) => remove(inside, one))) > 0) got.push(`a row of ${one.table} is removed`)
      }
      expect(got).toEqual([])
    })

    test('writes no row in the name of somebody else, into any table', async () => {
      const written: string[] = []
      for (const { table } of planted) {
        const row = await actAs(db, { task: 'test' }, (inside) => anotherRow(inside, table, victim))
        const refused = await actAs(db, who, (inside) => insertRow(inside, table, row)).then(
          () => 'written',
          (error: unknown) => (isRefusal(error) ? 'refused' : String(error)),
        )
        if (refused !== 'refused') written.push(`${table}: ${refused}`)
      }
      expect(written).toEqual([])
    })
  })
})

/** Where the program's own user is no superuser, and takes no role: the tables' owner itself is bound. */
const ofOwner = databases().find(({ name }) => name === 'postgresql, as an ordinary owner')

describe.skipIf(!ofOwner)('an ordinary owner of the tables', () => {
  test('sees nothing without saying who acts, and takes no role', async () => {
    const db = await (ofOwner as FreshDatabase).open()
    try {
      const tables = await personalTables(db)
      const planted = await actAs(db, { task: 'test' }, (inside) => plantRows(inside, tables, victim))
      const seen = []
      for (const one of planted) if ((await count(db, one)) > 0) seen.push(one.table)
      expect(seen).toEqual([])
      const [{ role, user } = { role: '', user: '-' }] = await actAs(db, { task: 'test' }, (inside) =>
        inside.query<{ role: string; user: string }>('select current_user::text as role, session_user::text as user'),
      )
      expect(role).toBe(user)
    } finally {
      await db.close()
    }
  })
})

test.skipIf(!ofOwner)('with an ordinary owner people sign in, found an organisation and are introduced', async () => {
  const db = await (ofOwner as FreshDatabase).open()
  try {
    const clock = { now: () => Date.UTC(2026, 10, 25, 12) }
    const { accounts, organisations, rules } = await createModules({ db, clock, ids: createIds(clock), log: silentLog })
    await rules.load()
    const { token } = await accounts.createAdministrator('beheer@voorbeeld.example', 'nl')
    const { session } = await accounts.openLink(token, 'browser', { browserName: 'test' })
    const actor = await accounts.actorOf(session)
    const organisation = await organisations.create(actor, { name: 'Proef BV', kind: 'employer' })
    expect(await organisations.members(await accounts.actorOf(session), organisation)).toHaveLength(1)
    const { introductions, ada, keiland, bob } = await testWorld(db)
    const id = await introductions.propose(ada, { vacancy: 'admin' })
    await introductions.accept(keiland, id)
    expect((await introductions.get(ada, id)).introduction.state).toBe('accepted')
    await expect(introductions.get(bob, id)).rejects.toThrow()
  } finally {
    await db.close()
  }
})

interface NamedDatabase {
  readonly name: string
  open(): Promise<Database>
}

function databases(): NamedDatabase[] {
  const url = process.env.SCHAKEL_TEST_DATABASE_URL
  const all: NamedDatabase[] = freshDatabases()
  return url ? [...all, { name: 'postgresql, as an ordinary owner', open: () => openAsOwner(url) }] : all
}

/** A user without any right but to its own schema, as a host gives one. */
async function openAsOwner(url: string): Promise<Database> {
  const name = `schakel_test_${randomBytes(6).toString('hex')}`
  const host = await openDatabase({ kind: 'postgresql', url }, silentLog)
  await host.runScript(`create role ${name} login nosuperuser nobypassrls; create schema ${name} authorization ${name}`)
  const own = new URL(url)
  own.username = name
  const db = await openDatabase({ kind: 'postgresql', url: own.href, schema: name }, silentLog)
  await migrate(db)
  return {
    ...db,
    async close() {
      await db.close()
      await host.runScript(`drop schema ${name} cascade; drop role ${name}`)
      await host.close()
    },
  }
}

const whereOf = ({ key }: Planted): string =>
  Object.keys(key)
    .map((column, at) => `"${column}"::text = $${at + 1}`)
    .join(' and ')
const valuesOf = ({ key }: Planted): string[] => Object.values(key).map(String)

async function count(inside: Database, one: Planted): Promise<number> {
  return (await inside.query(`select 1 as one from "${one.table}" where ${whereOf(one)}`, valuesOf(one))).length
}

async function change(inside: Database, one: Planted): Promise<number> {
  const [column] = Object.keys(one.key)
  const sql = `update "${one.table}" set "${column}" = "${column}" where ${whereOf(one)} returning 1 as one`
  return (await inside.query(sql, valuesOf(one))).length
}

async function remove(inside: Database, one: Planted): Promise<number> {
  return (await inside.query(`delete from "${one.table}" where ${whereOf(one)} returning 1 as one`, valuesOf(one))).length
}

/** How many rows it touched; a refusal touches none. */
async function tried(db: Database, who: ActingAs, work: (inside: ActingDatabase) => Promise<number>): Promise<number> {
  return actAs(db, who, work).catch((error: unknown) => {
    if (isRefusal(error)) return 0
    throw error
  })
}

function isRefusal(error: unknown): boolean {
  return error instanceof Error && (error as { readonly code?: unknown }).code === '42501'
}
