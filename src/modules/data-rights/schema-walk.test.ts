/** Walks the real schema: every table and every column of it must stand in the register, or this fails and says which. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import type { Database } from '../../platform/index.ts'
import { otherTables, peopleTables } from './register/register.ts'
import type { OtherTable, PeopleTable } from './register/table-entry.ts'
import { readSchema, type Schema, schemaProblems } from './schema-walk-for-tests.ts'

const rulesFolder = join(import.meta.dirname, '../../../data/rules')
const ruleIds = readdirSync(rulesFolder)
  .filter((file) => file.endsWith('.json'))
  .flatMap((file) => JSON.parse(readFileSync(join(rulesFolder, file), 'utf8')) as { id: string }[])
  .map(({ id }) => id)

describe.each(freshDatabases())('the register and the schema, on $name', ({ open }) => {
  let db: Database
  let schema: Schema
  beforeAll(async () => {
    db = await open()
    schema = await readSchema(db)
  }, 120_000)
  afterAll(() => db?.close())

  const walk = (
    people: Readonly<Record<string, PeopleTable>> = peopleTables,
    others: Readonly<Record<string, OtherTable>> = otherTables,
    of: Schema = schema,
  ) => schemaProblems(of, people, others, ruleIds)

  test('every table and every column stands in the register', () => {
    expect(schema.tables.length).toBeGreaterThan(60)
    expect(walk()).toEqual([])
  })

  test('a new table with an account in it, that nobody registered, is named', async () => {
    const planted = await withPlanted(db, 'create table planted (id text primary key, account text references account (id))')
    expect(walk(undefined, undefined, planted)).toEqual(['planted: this table is not in the register'])
    // And it cannot be called a table without people.
    expect(walk(undefined, { ...otherTables, planted: { holds: 'nothing' } }, planted)).toEqual([
      'planted.account refers to account: a table about people',
    ])
  })

  test('a new column is named, wherever it stands', async () => {
    const planted = await withPlanted(
      db,
      'alter table account add column birthday date; alter table organisation add column contact_email text',
    )
    expect(walk(undefined, undefined, planted)).toEqual([
      'account.birthday: this column is neither in the export nor left out with a reason',
      'organisation.contact_email looks like something about people: explain it',
    ])
  })

  test('row security that is not forced, and a reference that leaves a row behind, are named', async () => {
    const planted = await withPlanted(
      db,
      `alter table session no force row level security;
       alter table consent drop constraint consent_account_fkey;
       alter table kept_plan drop constraint kept_plan_account_fkey;
       alter table kept_plan add foreign key (account) references account (id)`,
    )
    expect(walk(undefined, undefined, planted)).toEqual([
      'session: row security is not forced',
      'consent.account: no reference to account.id, so an erasure does not reach it',
      'kept_plan.account: its reference to account.id stands in the way of an erasure',
    ])
  })

  test('a table, a column and a rule that are not there are named', () => {
    const { account, ...rest } = peopleTables
    if (!account) throw new Error('no account in the register')
    expect(
      walk({ ...rest, account: { ...account, out: [...account.out, 'shoe_size'], kept: { rule: 'no-such-rule' } } }),
    ).toEqual(['account.shoe_size: there is no such column', 'account: there is no rule no-such-rule in data/rules'])
    expect(walk(undefined, { ...otherTables, gone: { holds: 'nothing' } })).toEqual(['gone: there is no such table'])
  })
})

/** The schema with a change that does not stay. */
async function withPlanted(db: Database, change: string): Promise<Schema> {
  const undo = new Error('undo')
  let planted: Schema | undefined
  await db
    .transaction(async (inside) => {
      await inside.runScript(change)
      planted = await readSchema(inside)
      throw undo
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error
    })
  if (!planted) throw new Error('nothing was planted')
  return planted
}

test('the register of processing activities names every table about people', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/trust/processing-register.md'), 'utf8')
  expect(Object.keys(peopleTables).filter((table) => !text.includes(`\`${table}\``))).toEqual([])
})
