import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type BackupHeader, type BackupTrailer, formatVersion } from './backup-file.ts'
import type { Database } from './database.ts'
import { listApplied } from './migrate.ts'
import type { Clock, Progress } from './outside.ts'
import { listTables, migrationTable, quoted } from './tables.ts'

const rowsPerFetch = 1000

export interface BackupOptions {
  readonly clock: Clock
  readonly progress?: Progress
  readonly signal?: AbortSignal
}

/**
 * Writes the whole record, as it is at one moment, to a file. The file appears under its name only when it is whole.
 * It holds what people told about themselves: only this user may read it.
 * @returns the number of rows per table.
 */
export async function backup(db: Database, file: string, options: BackupOptions): Promise<Readonly<Record<string, number>>> {
  const half = `${file}.${randomUUID()}.part`
  const rows: Record<string, number> = {}
  try {
    await db.transaction(async (tx) => {
      await tx.runScript('set transaction isolation level repeatable read, read only')
      // Rows of people too: without it row security would leave them out of the backup in silence.
      await tx.query(`select set_config('schakel.task', 'backup', true)`)
      await pipeline(
        Readable.from(writeLines(tx, rows, options)),
        createGzip(),
        createWriteStream(half, { flags: 'wx', mode: 0o600, flush: true }),
        options.signal ? { signal: options.signal } : {},
      )
    })
    await rename(half, file)
    return rows
  } catch (error) {
    await rm(half, { force: true })
    throw error
  }
}

/** The lines of the file, many at once. */
async function* writeLines(
  tx: Database,
  rows: Record<string, number>,
  { clock, progress }: BackupOptions,
): AsyncGenerator<string> {
  const hash = createHash('sha256')
  const hashed = (text: string): string => {
    hash.update(text)
    return text
  }
  const tables = (await listTables(tx)).filter((table) => table !== migrationTable)
  const header: BackupHeader = {
    format: 'schakel-backup',
    formatVersion,
    madeAt: new Date(clock.now()).toISOString(),
    migrations: await listApplied(tx),
    tables,
  }
  yield hashed(`${JSON.stringify(header)}\n`)
  let done = 0
  for (const table of tables) {
    rows[table] = 0
    for await (const lines of readRows(tx, table)) {
      rows[table] += lines.length
      yield hashed(lines.map((line) => `["${table}",${line}]\n`).join(''))
      done += lines.length
      progress?.({ what: 'writing rows', done })
    }
  }
  const trailer: BackupTrailer = { rows, sha256: hash.digest('hex') }
  yield `${JSON.stringify(trailer)}\n`
}

/** All rows of a table as JSON text, some at a time. The database writes the JSON, so no type loses precision on the way. */
async function* readRows(tx: Database, table: string): AsyncGenerator<string[]> {
  await tx.query(`declare backup_rows cursor for select row_to_json(t)::text as line from ${quoted(table)} t`)
  for (;;) {
    const rows = await tx.query<{ line: string }>(`fetch ${rowsPerFetch} from backup_rows`)
    if (rows.length === 0) break
    yield rows.map(({ line }) => line)
  }
  await tx.query('close backup_rows')
}
