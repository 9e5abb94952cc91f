/**
 * Packages of this folder's own package.json, which the product does not have: looked for when they are asked for,
 * and described here as far as they are used, so that everything else is typed where they are not installed.
 */
import { createRequire } from 'node:module'

const require = createRequire(import.meta.url)

/** Of `chdb`. */
export interface Chdb {
  readonly Session: new (
    path?: string,
  ) => {
    query(sql: string, format?: string): string
    close(): void
  }
}

/** Of `@duckdb/node-api`. */
export interface DuckDb {
  readonly DuckDBInstance: {
    create(
      path: string,
      options?: Readonly<Record<string, string>>,
    ): Promise<{
      connect(): Promise<DuckDbConnection>
      closeSync(): void
    }>
  }
  version(): string
}

export interface DuckDbConnection {
  run(sql: string): Promise<unknown>
  runAndReadAll(sql: string): Promise<DuckDbRows>
  prepare(sql: string): Promise<{ runAndReadAll(): Promise<DuckDbRows> }>
  closeSync(): void
}

interface DuckDbRows {
  getRows(): unknown[][]
}

/** @returns undefined where it is not installed here, or not for this system */
function find<T>(name: string): T | undefined {
  try {
    return require(name) as T
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return undefined
    throw error
  }
}

export const findChdb = (): Chdb | undefined => find<Chdb>('chdb')
export const findDuckDb = (): DuckDb | undefined => find<DuckDb>('@duckdb/node-api')

export const howToInstall = 'npm ci in benchmarks/peers installs it'
