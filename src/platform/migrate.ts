import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { prepareActing } from './acting.ts'
import type { Database } from './database.ts'
import { Conflict } from './errors.ts'

export interface Migration {
  /** File name without `.sql`; names sort in the order in which they run. */
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

export interface AppliedMigration {
  readonly name: string
  readonly checksum: string
}

const migrationsFolder = join(import.meta.dirname, '../../migrations')

// Any fixed number: two processes that migrate one PostgreSQL wait for each other.
const lockNumber = 7_227_001

/** The migrations this program knows, in order. */
export async function readMigrations(folder = migrationsFolder): Promise<Migration[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql')).sort()
  return Promise.all(
    files.map(async (file) => {
      const sql = await readFile(join(folder, file), 'utf8')
      return { name: file.slice(0, -'.sql'.length), sql, checksum: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}

/**
 * Brings the schema up to date: each migration once, in one transaction, recorded with its checksum.
 * @returns the names of those that ran now.
 * @throws Conflict when the record is newer than the program, or a migration that ran was changed afterwards.
 */
export async function migrate(db: Database, known?: readonly Migration[]): Promise<string[]> {
  const migrations = known ?? (await readMigrations())
  const ran: string[] = []
  // One transaction per step; each looks again at what is applied, since another process may have gone on in between.
  for (;;) {
    const name = await db.transaction((tx) => applyNext(tx, migrations))
    if (name === undefined) break
    ran.push(name)
  }
  await db.transaction(async (tx) => {
    await waitForOthers(tx)
    await prepareActing(tx)
  })
  return ran
}

async function waitForOthers(tx: Database): Promise<void> {
  if (tx.kind === 'postgresql') await tx.query('select pg_advisory_xact_lock($1)', [lockNumber])
}

async function applyNext(tx: Database, migrations: readonly Migration[]): Promise<string | undefined> {
  await waitForOthers(tx)
  await createMigrationTable(tx)
  const next = nextMigration(migrations, await listApplied(tx))
  if (!next) return undefined
  await runMigration(tx, next)
  return next.name
}

export async function createMigrationTable(tx: Database): Promise<void> {
  await tx.runScript(
    `create table if not exists schema_migration (
       name text primary key,
       checksum text not null,
       applied_at timestamptz not null default now()
     )`,
  )
}

export async function runMigration(tx: Database, { name, sql, checksum }: Migration): Promise<void> {
  // A migration may change rows of people: row security shows them to a task only.
  await tx.query(`select set_config('schakel.task', 'migrate', true)`)
  await tx.runScript(sql)
  await tx.query('insert into schema_migration (name, checksum) values ($1, $2)', [name, checksum])
}

export async function listApplied(db: Database): Promise<AppliedMigration[]> {
  const rows = await db.query<{ name: string; checksum: string }>('select name, checksum from schema_migration order by name')
  return rows
}

/** The first migration that has not run, after checking that those that did are ours. */
export function nextMigration(known: readonly Migration[], applied: readonly AppliedMigration[]): Migration | undefined {
  for (const { name, checksum } of applied) {
    const ours = known.find((migration) => migration.name === name)
    if (!ours) {
      throw new Conflict(
        `The database is newer than this program: it has migration "${name}", which this version does not know. ` +
          'Start the newer version of Schakel, or restore a backup made with this one.',
      )
    }
    if (ours.checksum !== checksum) {
      throw new Conflict(
        `Migration "${name}" was changed after it ran on this database. Put migrations/${name}.sql back as it was, ` +
          'and make the change in a new migration.',
      )
    }
  }
  const names = new Set(applied.map((migration) => migration.name))
  return known.find((migration) => !names.has(migration.name))
}
