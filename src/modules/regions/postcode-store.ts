import type { Database } from '../../platform/index.ts'
import type { Postcode } from './region.ts'

/** A row of an import that was refused. */
export interface RejectedRow {
  /** `postcodes.csv:17`. */
  readonly place: string
  readonly reason: string
  readonly record: string
}

const batchSize = 1000

/** The imported postcode table and its import runs. */
export interface PostcodeStore {
  all(): Promise<Postcode[]>
  /** Replaces the whole table, inside the transaction of `db`. */
  replaceAll(db: Database, rows: readonly Postcode[]): Promise<void>
  saveRun(db: Database, run: PostcodeRun): Promise<void>
}

export interface PostcodeRun {
  readonly id: string
  readonly source: string
  readonly startedAt: number
  readonly endedAt: number
  readonly status: 'done' | 'failed'
  readonly counts: Readonly<Record<string, number>>
  readonly message?: string
  readonly rejected: readonly RejectedRow[]
}

export function createPostcodeStore(db: Database): PostcodeStore {
  return {
    async all() {
      const rows = await db.query('select postcode, place, municipality, latitude, longitude from postcode order by postcode')
      return rows.map((row) => ({
        postcode: String(row.postcode),
        place: String(row.place),
        municipality: String(row.municipality),
        at: [Number(row.latitude), Number(row.longitude)] as const,
      }))
    },

    async replaceAll(inside, rows) {
      await inside.query('delete from postcode')
      for (let from = 0; from < rows.length; from += batchSize) {
        const batch = rows.slice(from, from + batchSize)
        await inside.query(
          `insert into postcode (postcode, place, municipality, latitude, longitude)
           select * from unnest($1::text[], $2::text[], $3::text[], $4::float8[], $5::float8[])`,
          [
            batch.map((row) => row.postcode),
            batch.map((row) => row.place),
            batch.map((row) => row.municipality),
            batch.map((row) => row.at[0]),
            batch.map((row) => row.at[1]),
          ],
        )
      }
    },

    async saveRun(inside, run) {
      await inside.query(
        `insert into import_run (id, kind, source, started_at, ended_at, status, counts, message)
         values ($1, 'postcodes', $2, $3::timestamptz, $4::timestamptz, $5, $6::jsonb, $7)`,
        [
          run.id,
          run.source,
          new Date(run.startedAt).toISOString(),
          new Date(run.endedAt).toISOString(),
          run.status,
          JSON.stringify(run.counts),
          run.message ?? null,
        ],
      )
      await inside.query(
        `insert into import_reject (run, number, place, reason, record)
         select $1, * from unnest($2::int[], $3::text[], $4::text[], $5::text[])`,
        [
          run.id,
          run.rejected.map((_, index) => index + 1),
          run.rejected.map((row) => row.place),
          run.rejected.map((row) => row.reason),
          run.rejected.map((row) => row.record),
        ],
      )
    },
  }
}
