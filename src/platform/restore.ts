import { prepareActing } from './acting.ts'
import { againAfterDeadlock } from './again-after-deadlock.ts'
import { type BackupHeader, readBackup } from './backup-file.ts'
import type { Database } from './database.ts'
import { Conflict, Invalid } from './errors.ts'
import { createMigrationTable, type Migration, nextMigration, readMigrations, runMigration } from './migrate.ts'
import type { Progress } from './outside.ts'
import { listTables, migrationTable, quoted } from './tables.ts'

const rowsPerInsert = 1000

/** Filled by migrations and by the database itself, so they say nothing about whether the record is in use. */
const seededTables = [migrationTable, 'revision', 'outbox', 'record_identity', 'decision_head']

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
  // Whoever writes meanwhile holds tables in another order than they are dropped in.
  return againAfterDeadlock(() =>
    db.transaction(async (tx) => {
      await tx.query(`select set_config('schakel.task', 'restore', true)`)
      const before = await clearRecord(tx, options.replace)
      const rows = await fill(tx, file, known, { ...options, total })
      await forgetChanges(tx, before)
      await prepareActing(tx)
      await tx.query('update record_identity set id = gen_random_uuid()::text')
      return rows
    }),
  )
}

/** To whoever keeps an index everything changed, whatever the backup held of revisions and of the outbox. */
async function forgetChanges(tx: Database, before: number): Promise<void> {
  await tx.runScript('delete from outbox')
  await tx.query(
    'update revision set number = greatest(number, $1::bigint) + 1, named_after = greatest(number, $1::bigint) + 1',
    [before],
  )
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
  const [revision] = tables.includes('revision')
    ? await tx.query<{ highest: number | null }>('select max(number) as highest from revision')
    : []
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
  let later: readonly Migration[] = []
  let tables: readonly string[] = []
  for await (const batch of readBatches(file)) {
    signal?.throwIfAborted()
    if (batch.part === 'header') {
      later = await makeSchema(tx, batch.header, known)
      tables = batch.header.tables
      await setTriggers(tx, tables, 'disable')
    } else {
      await insertRows(tx, batch.table, batch.rows)
      rows[batch.table] = (rows[batch.table] ?? 0) + batch.rows.length
      done += batch.rows.length
      progress?.({ what: 'putting rows back', done, total })
    }
  }
  await setTriggers(tx, tables, 'enable')
  for (const migration of later) await runMigration(tx, migration)
  return rows
}

/** Rows that are put back are no changes: triggers of ours stay out of it, those that check references do not. */
async function setTriggers(tx: Database, tables: readonly string[], state: 'enable' | 'disable'): Promise<void> {
  await tx.runScript(tables.map((table) => `alter table ${quoted(table)} ${state} trigger user;`).join('\n'))
}

/** Makes the schema as the backup had it, empty. @returns the migrations that came after. */
async function makeSchema(tx: Database, header: BackupHeader, known: readonly Migration[]): Promise<Migration[]> {
  const had = new Set(header.migrations.map(({ name }) => name))
  await createMigrationTable(tx)
  for (const migration of known.filter(({ name }) => had.has(name))) await runMigration(tx, migration)
  // Migrations fill some tables; the backup has those rows too.
  if (header.tables.length > 0) await tx.runScript(`truncate ${header.tables.map(quoted).join(', ')}`)
  return known.filter(({ name }) => !had.has(name))
}

type Batch =
  | { readonly part: 'header'; readonly header: BackupHeader }
  | { readonly part: 'rows'; readonly table: string; readonly rows: readonly string[] }

/** The file with its rows some at a time, of one table each. */
async function* readBatches(file: string): AsyncGenerator<Batch> {
  let table = ''
  let rows: string[] = []
  for await (const part of readBackup(file)) {
    if (part.part === 'header') {
      yield part
      continue
    }
    if (rows.length > 0 && (part.table !== table || rows.length >= rowsPerInsert)) {
      yield { part: 'rows', table, rows }
      rows = []
    }
    table = part.table
    rows.push(part.json)
  }
  if (rows.length > 0) yield { part: 'rows', table, rows }
}

async function insertRows(tx: Database, table: string, rows: readonly string[]): Promise<void> {
  const columns = await tx.query<{ name: string; json: boolean }>(
    `select attname as name, attnotnull and atttypid = 'jsonb'::regtype as json
       from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' order by attnum`,
    [quoted(table)],
  )
  // In a row as JSON a column that holds the JSON value null looks the same as one that is empty.
  const values = columns.map(({ name, json }) => (json ? `coalesce(${quoted(name)}, 'null')` : quoted(name)))
  await tx.query(
    `insert into ${quoted(table)} (${columns.map(({ name }) => quoted(name)).join(', ')})
     select ${values.join(', ')} from json_populate_recordset(null::${quoted(table)}, $1::json)`,
    [`[${rows.join(',')}]`],
  )
}
