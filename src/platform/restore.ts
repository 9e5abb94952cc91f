import { type BackupHeader, readBackup } from './backup-file.ts'
import type { Database } from './database.ts'
import { Conflict, Invalid } from './errors.ts'
import { type Migration, nextMigration, readMigrations } from './migrate.ts'
import type { Progress } from './outside.ts'
import { listTables, migrationTable, quoted } from './tables.ts'

const rowsPerInsert = 1000

/** Filled by migrations themselves, so they say nothing about whether the record is in use. */
const seededTables = [migrationTable, 'revision']

export interface RestoreOptions {
  /** Replace what is there; without it only an empty record is filled. */
  readonly replace: boolean
  /** The migrations this program knows; left out: those of its folder. */
  readonly known?: readonly Migration[]
  readonly progress?: Progress
  readonly signal?: AbortSignal
}

/**
 * Fills the record from a backup, in one transaction: all of it, or nothing is changed. The schema is made as the backup had
 * it and then brought up to date, so a backup of an older version can be restored; one of a newer version is refused.
 * @returns the number of rows per table.
 * @throws Invalid when the file is damaged or newer, Conflict when the record is not empty.
 */
export async function restore(db: Database, file: string, options: RestoreOptions): Promise<Readonly<Record<string, number>>> {
  const known = options.known ?? (await readMigrations())
  const total = await checkFile(file, known, options.signal)
  return db.transaction(async (tx) => {
    const before = await clearRecord(tx, options.replace)
    const rows = await fill(tx, file, known, { ...options, total })
    await tx.query('update revision set number = greatest(number, $1::bigint) + 1', [before])
    return rows
  })
}

/** Reads the file once before anything is touched. @returns the number of its rows. */
async function checkFile(file: string, known: readonly Migration[], signal?: AbortSignal): Promise<number> {
  let rows = 0
  for await (const part of readBackup(file)) {
    signal?.throwIfAborted()
    if (part.part === 'header') checkSchema(file, part.header, known)
    else rows++
  }
  return rows
}

function checkSchema(file: string, header: BackupHeader, known: readonly Migration[]): void {
  try {
    nextMigration(known, header.migrations)
  } catch (error) {
    if (!(error instanceof Conflict)) throw error
    const newer = header.migrations.filter(({ name }) => !known.some((migration) => migration.name === name))
    const reason =
      newer.length > 0
        ? `was made by a newer version of Schakel (migration "${newer[0]?.name}"). Restore it with that version.`
        : 'was made with migrations that differ from those of this program. Restore it with the version that made it.'
    throw new Invalid(file, `${file} ${reason} Nothing was changed.`)
  }
}

/** Drops all tables. @returns the highest revision there was: a running index must see that everything changed. */
async function clearRecord(tx: Database, replace: boolean): Promise<number> {
  const tables = await listTables(tx)
  if (tables.length === 0) return 0
  if (!tables.includes(migrationTable)) {
    throw new Conflict(`This database holds tables that are not Schakel's (as "${tables[0]}"). Use a database of its own.`)
  }
  if (!replace) await refuseUsed(tx, tables)
  const [revision] = tables.includes('revision') ? await tx.query<{ highest: number | null }>('select max(number) as highest from revision') : []
  await tx.runScript(`drop table ${tables.map(quoted).join(', ')} cascade`)
  return revision?.highest ?? 0
}

async function refuseUsed(tx: Database, tables: readonly string[]): Promise<void> {
  for (const table of tables.filter((name) => !seededTables.includes(name))) {
    const rows = await tx.query(`select 1 as found from ${quoted(table)} limit 1`)
    if (rows.length > 0) {
      throw new Conflict(`The database is not empty: table "${table}" has rows. Add --replace to put the backup in its place.`)
    }
  }
}

async function fill(
  tx: Database,
  file: string,
  known: readonly Migration[],
  { total, progress, signal }: RestoreOptions & { readonly total: number },
): Promise<Record<string, number>> {
  const rows: Record<string, number> = {}
  let done = 0
  let batch: { table: string; rows: unknown[] } = { table: '', rows: [] }
  let applied: BackupHeader['migrations'] = []
  const flush = async (table = '') => {
    if (batch.rows.length > 0) await insertRows(tx, batch.table, batch.rows)
    rows[batch.table] = (rows[batch.table] ?? 0) + batch.rows.length
    done += batch.rows.length
    if (batch.rows.length > 0) progress?.({ what: batch.table, done, total })
    batch = { table, rows: [] }
  }
  for await (const part of readBackup(file)) {
    signal?.throwIfAborted()
    if (part.part === 'header') {
      applied = part.header.migrations
      await makeSchema(tx, known.slice(0, applied.length))
      // Migrations fill some tables; the backup has those rows too.
      await tx.runScript(`truncate ${part.header.tables.map(quoted).join(', ')}`)
      batch.table = part.header.tables[0] ?? ''
    } else {
      if (part.table !== batch.table || batch.rows.length >= rowsPerInsert) await flush(part.table)
      batch.rows.push(part.row)
    }
  }
  await flush()
  delete rows['']
  await makeSchema(tx, known.slice(applied.length))
  return rows
}

async function makeSchema(tx: Database, migrations: readonly Migration[]): Promise<void> {
  await tx.runScript(
    `create table if not exists ${migrationTable} (name text primary key, checksum text not null, applied_at timestamptz not null default now())`,
  )
  for (const { name, sql, checksum } of migrations) {
    await tx.runScript(sql)
    await tx.query(`insert into ${migrationTable} (name, checksum) values ($1, $2)`, [name, checksum])
  }
}

async function insertRows(tx: Database, table: string, rows: readonly unknown[]): Promise<void> {
  const name = quoted(table)
  await tx.query(`insert into ${name} select * from json_populate_recordset(null::${name}, $1::json)`, [rows])
}
