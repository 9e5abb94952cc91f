/**
 * Databases for tests of stores: PGlite in memory always, PostgreSQL where SCHAKEL_TEST_DATABASE_URL names one, with a user that may make
 * databases. Each `open` gives an empty record with all migrations applied; `close` it at the end of the test.
 *
 *     describe.each(freshDatabases())('on $name', ({ open }) => { ... const db = await open() ... })
 */
import { randomBytes } from 'node:crypto'
import { type Database, openDatabase } from '../src/platform/index.ts'
import { pgliteTemplate, postgresTemplate, silentLog, urlOfDatabase } from './database-templates.ts'

export { silentLog }

export interface FreshDatabase {
  readonly name: 'pglite' | 'postgresql'
  open(): Promise<Database>
}

export function freshDatabases(): FreshDatabase[] {
  const url = process.env.SCHAKEL_TEST_DATABASE_URL
  const pglite: FreshDatabase = { name: 'pglite', open: openFreshPglite }
  return url ? [pglite, { name: 'postgresql', open: () => openFreshPostgres(url) }] : [pglite]
}

async function openFreshPglite(): Promise<Database> {
  return openDatabase({ kind: 'pglite', dump: await pgliteTemplate() }, silentLog)
}

/** A database of its own, copied from the template. */
async function openFreshPostgres(url: string): Promise<Database> {
  const name = `test_${randomBytes(8).toString('hex')}`
  const host = await openDatabase({ kind: 'postgresql', url }, silentLog)
  await host.runScript(`create database ${name} template ${await postgresTemplate(host, url)}`)
  const db = await openDatabase({ kind: 'postgresql', url: urlOfDatabase(url, name) }, silentLog)
  return {
    ...db,
    async close() {
      await db.close()
      await host.runScript(`drop database ${name} with (force)`)
      await host.close()
    },
  }
}
