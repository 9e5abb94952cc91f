import { mkdir } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { PGlite, type Transaction } from '@electric-sql/pglite'
import type { Database, DatabasePlace, Row } from './database.ts'
import type { Log } from './outside.ts'
import { parsers, toParameters } from './sql-values.ts'
import { refuseNesting, TransactionGuard } from './transaction-guard.ts'

/** PGlite has one connection: a query waits while a transaction is open, so transactions must be short. */
export async function openPglite(place: DatabasePlace & { kind: 'pglite' }, log: Log): Promise<Database> {
  if (place.folder !== undefined) {
    await mkdir(dirname(place.folder), { recursive: true, mode: 0o700 })
    log.warn('the embedded database does not force writes to disk: for trying out only, use DATABASE_URL for real use')
  }
  // Freeing compiled WebAssembly while other threads run ends the process now and then (`jit_page_->allocations_.erase(addr) == 1`,
  // https://github.com/nodejs/node/issues/64500). What is compiled once is kept instead: some megabytes.
  setFlagsFromString('--no-wasm-code-gc')
  const pglite = await PGlite.create({
    parsers: { ...parsers },
    ...(place.folder === undefined ? {} : { dataDir: place.folder }),
    ...(place.dump === undefined ? {} : { loadDataDir: place.dump }),
  })
  // As PostgreSQL servers have it; PGlite takes the time zone of the machine otherwise.
  await pglite.exec(`set time zone 'UTC'`)
  const guard = new TransactionGuard()
  return {
    kind: 'pglite',
    async query(sql, parameters) {
      guard.check()
      return runOn(pglite, sql, parameters)
    },
    async runScript(sql) {
      guard.check()
      await pglite.exec(sql)
    },
    transaction: (work) => guard.run(() => pglite.transaction((transaction) => work(overTransaction(transaction)))),
    close: () => pglite.close(),
  }
}

function overTransaction(transaction: Transaction): Database {
  return {
    kind: 'pglite',
    query: (sql, parameters) => runOn(transaction, sql, parameters),
    async runScript(sql) {
      await transaction.exec(sql)
    },
    transaction: refuseNesting,
    close: async () => {},
  }
}

async function runOn<R extends Row>(on: PGlite | Transaction, sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
  const result = await on.query<R>(sql, toParameters(sql, parameters))
  return result.rows
}
