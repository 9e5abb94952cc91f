import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../test/databases.ts'
import { backup } from './backup.ts'
import type { Database } from './database.ts'
import { readMigrations } from './migrate.ts'
import { restore } from './restore.ts'
import { inOrder } from './tables.ts'

const clock = { now: () => Date.parse('2027-01-31T12:00:00Z') }
const databases = freshDatabases()

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schakel-backup-'))
  file = join(folder, 'schakel.backup')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Rows of all types there are, with values that are easily lost on the way. */
async function fillSomeRows(db: Database, concepts = 3): Promise<void> {
  await db.query(`insert into scheme values ('s', 'Schema "é"', '1', 'a', 'b', 'c', '2027-01-31T12:00:00.123456Z')`)
  await db.query(
    `insert into concept (id, scheme, type, level, codes, description, since_version)
     select 'concept-' || n, 's', 'skill', null, '{"isco": "2512"}', '{"nl": "regel\\n\\"twee\\""}', '1' from generate_series(1, $1::int) n`,
    [concepts],
  )
  await db.query(
    `insert into concept_label (concept, language, kind, label) values ('concept-1', 'nl', 'preferred', E'tab\\t en €')`,
  )
  await db.query(
    `insert into setting values ('nothing', 'null'), ('large', '12345678901234567890.5'), ('list', '[1, "a", null]')`,
  )
  await db.query(`insert into postcode values ('3511', 'Utrecht', 'Utrecht', 52.0907374, 5.1214201)`)
  await db.query(
    `insert into rule (id, valid_from, value, unit, title, source, checked_on, certainty)
     values ('wage', '2027-01-01', '1', 'euro', '{}', 's', '2026-12-01', 'seen')`,
  )
  await db.query(`update revision set number = 7 where area = 'skills'`)
}

/** Everything in the record as text, but the revisions, which a restore raises. */
async function everything(db: Database): Promise<unknown> {
  const tables = ['scheme', 'concept', 'concept_label', 'setting', 'postcode', 'rule']
  return Promise.all(tables.map((table) => db.query(`select t::text as row from ${table} t order by 1`)))
}

describe.each(databases)('a backup made on $name', (from) => {
  test.each(databases)('can be restored on $name with every value as it was', async (to) => {
    const source = await from.open()
    await fillSomeRows(source, 2500)
    const rows = await backup(source, file, { clock })
    expect(rows).toMatchObject({ concept: 2500, setting: 3, vacancy: 0 })
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readdirSync(folder)).toEqual(['schakel.backup'])

    const target = await to.open()
    expect(await restore(target, file, { replace: false })).toMatchObject({ concept: 2500, setting: 3 })
    expect(await everything(target)).toEqual(await everything(source))
    await Promise.all([source.close(), target.close()])
  })
})

describe.each(databases)('a restore on $name', ({ open }) => {
  async function filled(): Promise<Database> {
    const db = await open()
    await fillSomeRows(db)
    await backup(db, file, { clock })
    return db
  }

  test('refuses a record in use, and replaces it when asked; revisions go up so that running indexes notice', async () => {
    const db = await filled()
    await db.query(`insert into setting values ('later', '1')`)
    await db.query(`update revision set number = 12 where area = 'rules'`)
    await expect(restore(db, file, { replace: false })).rejects.toThrow('not empty')
    expect(await db.query(`select * from setting where name = 'later'`)).toHaveLength(1)

    await restore(db, file, { replace: true })
    expect(await db.query(`select * from setting where name = 'later'`)).toHaveLength(0)
    const revisions = await db.query<{ number: number }>('select number from revision')
    expect(Math.min(...revisions.map(({ number }) => number))).toBeGreaterThan(12)
    await db.close()
  })

  test.each<[string, (bytes: Buffer) => Buffer, string]>([
    ['cut off', (bytes) => bytes.subarray(0, bytes.length - 40), 'not whole gzip data'],
    ['no gzip', () => Buffer.from('hello'), 'not whole gzip data'],
    ['something else', () => gzipSync('{"a":1}\n'), 'not a backup made by Schakel'],
    [
      'with a row missing',
      (bytes) => editLines(bytes, (lines) => lines.filter((line) => !line.includes('"list"'))),
      'has 2 rows',
    ],
    [
      'with a value changed',
      (bytes) => editLines(bytes, (lines) => lines.map((line) => line.replace('52.09', '53.09'))),
      'checksum',
    ],
    ['without its end', (bytes) => editLines(bytes, (lines) => lines.slice(0, -1)), 'its end is missing'],
    [
      'of a newer format',
      (bytes) => editLines(bytes, (lines) => lines.map((line) => line.replace('"formatVersion":1', '"formatVersion":2'))),
      'newer',
    ],
  ])('refuses a file that is %s, and leaves what was there', async (_what, damage, message) => {
    const db = await filled()
    const before = await everything(db)
    writeFileSync(file, damage(readFileSync(file)))
    await expect(restore(db, file, { replace: true })).rejects.toThrow(message)
    expect(await everything(db)).toEqual(before)
    await db.close()
  })

  test('refuses a backup with a migration that this program does not know', async () => {
    const db = await filled()
    const known = await readMigrations()
    await expect(restore(db, file, { replace: true, known: known.slice(0, -1) })).rejects.toThrow(
      'newer version of Schakel (migration',
    )
    await db.close()
  })

  test('brings a backup of an older version up to date', async () => {
    const db = await filled()
    const known = await readMigrations()
    const sql = 'alter table setting add doubled text; update setting set doubled = name || name'
    await restore(db, file, { replace: true, known: [...known, { name: '9001_later', sql, checksum: 'x' }] })
    expect(await db.query(`select doubled from setting where name = 'list'`)).toEqual([{ doubled: 'listlist' }])
    await db.close()
  })

  test('that fails half way leaves what was there', async () => {
    const db = await filled()
    const before = await everything(db)
    const broken = { name: '9001_later', sql: 'select * from nowhere', checksum: 'x' }
    await expect(restore(db, file, { replace: true, known: [...(await readMigrations()), broken] })).rejects.toThrow('nowhere')
    expect(await everything(db)).toEqual(before)
    await db.close()
  })
})

test('a backup that is broken off leaves no file', async () => {
  const db = await databases[0]!.open()
  await expect(backup(db, file, { clock, signal: AbortSignal.abort() })).rejects.toThrow('aborted')
  expect(readdirSync(folder)).toEqual([])
  await db.close()
})

test('tables come after those they refer to, and a circle is refused', () => {
  const needs: Record<string, string[]> = { a: ['c'], b: [], c: ['b'] }
  expect(inOrder(['a', 'b', 'c'], (name) => needs[name] ?? [])).toEqual(['b', 'c', 'a'])
  expect(() => inOrder(['a'], () => ['a'])).toThrow('no order')
})

function editLines(bytes: Buffer, edit: (lines: string[]) => string[]): Buffer {
  const lines = gunzipSync(bytes).toString().trimEnd().split('\n')
  return gzipSync(`${edit(lines).join('\n')}\n`)
}
