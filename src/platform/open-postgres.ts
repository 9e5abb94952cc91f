import pg from 'pg'
import type { Database, DatabasePlace, Row } from './database.ts'
import type { Log } from './outside.ts'
import { livelySession } from './postgres-session.ts'
import { parsers, toParameters } from './sql-values.ts'
import { refuseNesting, TransactionGuard } from './transaction-guard.ts'
import { watchConnections } from './watch-connections.ts'

/** PostgreSQL 15 is the oldest that all SQL is written for. */
const oldestVersion = 150_000
const mostConnections = 10

export async function openPostgres(place: DatabasePlace & { kind: 'postgresql' }, log: Log): Promise<Database> {
  const settings = { connectionString: place.url, application_name: 'schakel', ...livelySession(place.schema) }
  const pool = new pg.Pool({ ...settings, max: mostConnections, types: { getTypeParser } })
  // Without a listener a connection that drops while idle would end the process; the pool makes a new one by itself.
  pool.on('error', (error) => log.warn('a database connection was lost', { reason: error.message }))
  try {
    await refuseOldServer(pool)
  } catch (error) {
    await pool.end()
    throw new Error(`The database of DATABASE_URL (${withoutPassword(place.url)}) cannot be used: ${messageOf(error)}`, {
      cause: error,
    })
  }
  const watch = watchConnections(pool, settings, log)
  return overPool(pool, () => {
    watch.stop()
    return pool.end()
  })
}

function overPool(pool: pg.Pool, close: () => Promise<void>): Database {
  const guard = new TransactionGuard()
  return {
    kind: 'postgresql',
    async query(sql, parameters) {
      guard.check()
      return runOn(pool, sql, parameters)
    },
    async runScript(sql) {
      guard.check()
      await pool.query(sql)
    },
    transaction: (work) => guard.run(() => inTransaction(pool, work)),
    close,
  }
}

async function inTransaction<T>(pool: pg.Pool, work: (db: Database) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  // The pool listens only while it holds the connection: one that drops here between two queries would end the process. The next query tells.
  client.on('error', ignoreLost)
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(overClient(client))
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch((failed: Error) => {
      broken = failed
    })
    throw error
  } finally {
    client.off('error', ignoreLost)
    // A connection whose rollback failed is in an unknown state: the pool must not hand it out again.
    client.release(broken)
  }
}

const ignoreLost = (): void => {}

function overClient(client: pg.PoolClient): Database {
  return {
    kind: 'postgresql',
    query: (sql, parameters) => runOn(client, sql, parameters),
    async runScript(sql) {
      await client.query(sql)
    },
    transaction: refuseNesting,
    close: async () => {},
  }
}

async function runOn<R extends Row>(on: pg.Pool | pg.PoolClient, sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
  const result = await on.query<R>(sql, toParameters(sql, parameters))
  return result.rows
}

const getTypeParser: typeof pg.types.getTypeParser = (type, format) =>
  (format !== 'binary' && parsers[type as number]) || pg.types.getTypeParser(type, format as 'text')

async function refuseOldServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ version: string }>(`select current_setting('server_version_num') as version`)
  const version = Number(rows[0]?.version)
  if (version < oldestVersion) {
    throw new Error(
      `it is PostgreSQL ${Math.floor(version / 10_000)}. Schakel needs PostgreSQL ${oldestVersion / 10_000} or newer.`,
    )
  }
}

function withoutPassword(url: string): string {
  try {
    const parsed = new URL(url)
    return `${parsed.protocol}//${parsed.host}${parsed.pathname}`
  } catch {
    return 'not a valid address'
  }
}

function messageOf(error: unknown): string {
  // A refused connection to a name with several addresses is an AggregateError without a message.
  if (error instanceof AggregateError && error.errors.length > 0) return messageOf(error.errors[0])
  return error instanceof Error ? error.message : String(error)
}
