/** One row as the driver gives it. Stores turn rows into domain types with their own parse functions. */
export type Row = Record<string, unknown>

/**
 * The record: PostgreSQL, or PGlite with the same dialect. All SQL is written as SQL in `*-store.ts` files, with
 * `$1`-style parameters only; a list is one parameter (`= any($1)`, `unnest($1::text[])`), JSON one `$n::jsonb`.
 */
export interface Database {
  readonly kind: 'postgresql' | 'pglite'
  query<R extends Row = Row>(sql: string, parameters?: readonly unknown[]): Promise<R[]>
  /** Runs `work` in one transaction; an error rolls it back and is thrown on. Not nestable. */
  transaction<T>(work: (db: Database) => Promise<T>): Promise<T>
  close(): Promise<void>
}
