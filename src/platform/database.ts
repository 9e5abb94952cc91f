/** One row as the driver gives it. Stores turn rows into domain types with their own parse functions. */
export type Row = Record<string, unknown>

/**
 * The record: PostgreSQL, or PGlite with the same dialect. All SQL is written as SQL in `*-store.ts` files, with
 * `$1`-style parameters only; a list is one parameter (`= any($1)`, `unnest($1::text[])`), JSON one `$n::jsonb`.
 *
 * The same on both databases:
 * - a value for `$n::jsonb` may be anything JSON can hold, or its text (a string is taken as JSON text); `undefined` is null
 * - json and jsonb come back parsed; int8 (so `count(*)`) as number, an error above 2^53; numeric as text
 * - date comes back as `YYYY-MM-DD` text; timestamp and timestamptz as Date
 */
export interface Database {
  readonly kind: 'postgresql' | 'pglite'
  query<R extends Row = Row>(sql: string, parameters?: readonly unknown[]): Promise<R[]>
  /** Several statements without parameters: migrations. */
  runScript(sql: string): Promise<void>
  /**
   * Runs `work` in one transaction; an error rolls it back and is thrown on. Not nestable, and within it only the
   * database that `work` gets may be used: another one would wait for ever on PGlite, which has one connection.
   */
  transaction<T>(work: (db: Database) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** Where the record is. `schema` is for tests: a schema of its own in a shared PostgreSQL. */
export type DatabasePlace =
  | { readonly kind: 'postgresql'; readonly url: string; readonly schema?: string }
  /** Without a folder: in memory, gone at close. `dump` is a PGlite data folder as tar, to begin with. */
  | { readonly kind: 'pglite'; readonly folder?: string; readonly dump?: Blob }
