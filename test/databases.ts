/**
 * Databases for tests of stores: PGlite in memory always, PostgreSQL where SCHAKEL_TEST_DATABASE_URL names one. Each `open`
 * gives an empty record with all migrations applied; `close` it at the end of the test.
 *
 *     describe.each(freshDatabases())('on $name', ({ open }) => { ... const db = await open() ... })
 */
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { type Database, type Log, migrate, openDatabase, readMigrations } from '../src/platform/index.ts'

export interface FreshDatabase {
  readonly name: 'pglite' | 'postgresql'
  open(): Promise<Database>
}

export const silentLog: Log = { info() {}, warn() {}, error() {} }

export function freshDatabases(): FreshDatabase[] {
  const url = process.env.SCHAKEL_TEST_DATABASE_URL
  const pglite: FreshDatabase = { name: 'pglite', open: openFreshPglite }
  return url ? [pglite, { name: 'postgresql', open: () => openFreshPostgres(url) }] : [pglite]
}

let template: Promise<Blob> | undefined

async function openFreshPglite(): Promise<Database> {
  template ??= pgliteTemplate()
  return openDatabase({ kind: 'pglite', dump: await template }, silentLog)
}

/** A new PGlite takes seconds, a copy a fraction of one: the migrated copy is kept between runs, until something changes. */
async function pgliteTemplate(): Promise<Blob> {
  const folder = join(import.meta.dirname, '../node_modules/.cache/schakel')
  const file = join(folder, `pglite-${await templateHash()}.tar`)
  if (existsSync(file)) return new Blob([readFileSync(file)])
  const dump = await makeTemplate()
  mkdirSync(folder, { recursive: true })
  for (const old of readdirSync(folder)) if (old.startsWith('pglite-')) rmSync(join(folder, old), { force: true })
  const half = `${file}.${process.pid}`
  writeFileSync(half, new Uint8Array(await dump.arrayBuffer()))
  renameSync(half, file)
  return dump
}

async function makeTemplate(): Promise<Blob> {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-template-'))
  try {
    const db = await openDatabase({ kind: 'pglite', folder }, silentLog)
    await migrate(db)
    await db.close()
    const pglite = await PGlite.create(folder)
    const dump = await pglite.dumpDataDir('none')
    await pglite.close()
    return dump
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function templateHash(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@electric-sql/pglite')
  const hash = createHash('sha256').update(readFileSync(join(dirname(entry), '../package.json')))
  for (const { name, sql } of await readMigrations()) hash.update(name).update(sql)
  return hash.digest('hex').slice(0, 16)
}

async function openFreshPostgres(url: string): Promise<Database> {
  const schema = `test_${randomBytes(8).toString('hex')}`
  const owner = await openDatabase({ kind: 'postgresql', url }, silentLog)
  await owner.runScript(`create schema ${schema}`)
  const db = await openDatabase({ kind: 'postgresql', url, schema }, silentLog)
  await migrate(db)
  return {
    ...db,
    async close() {
      await db.close()
      await owner.runScript(`drop schema ${schema} cascade`)
      await owner.close()
    },
  }
}
