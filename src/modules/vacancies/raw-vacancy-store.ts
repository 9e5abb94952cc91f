import type { Database } from '../../platform/index.ts'
import type { VacancyFormat } from './intake/record-format.ts'

export type RawState = 'raw' | 'read' | 'published' | 'rejected' | 'duplicate' | 'expired' | 'withdrawn'

/** A record as it came in. */
export interface RawRow {
  /** Also the id of the vacancy it becomes. */
  readonly id: string
  readonly source: string
  /** What makes it the same record when it comes again. */
  readonly externalId: string
  readonly format: VacancyFormat
  /** An object: a posting, a row by column, or XML as `{ xml }`. */
  readonly content: unknown
  readonly checksum: string
}

/** What is known of a record from before. */
export interface KnownRaw {
  readonly id: string
  readonly source: string
  readonly externalId: string
  readonly checksum: string
  readonly state: RawState
  readonly lastSeenRun: string | undefined
  /** Its content is gone; see `emptyUnneeded`. */
  readonly isEmptied: boolean
}

/** What became of a raw record. `vacancy` of a duplicate is the one it is a duplicate of. */
export interface RawOutcome {
  readonly id: string
  readonly state: RawState
  readonly reason?: string
  readonly vacancy?: string
}

/** A published vacancy that another may be a duplicate of. */
export interface Standing {
  readonly id: string
  readonly externalId: string
  readonly fingerprint: string
}

const iso = (ms: number): string => new Date(ms).toISOString()
const emptiedAtOnce = 1000
const rawColumns = 'id, source, external_id, format, content, checksum'

export type RawVacancyStore = ReturnType<typeof createRawVacancyStore>

/** The raw records of imports. */
export function createRawVacancyStore(db: Database) {
  return {
    /** Those that came in before under one of these names. */
    async known(asked: readonly { readonly source: string; readonly externalId: string }[]): Promise<KnownRaw[]> {
      const rows = await db.query(
        `select r.id, r.source, r.external_id, r.checksum, r.state, r.last_seen_run, r.emptied_at
         from raw_vacancy r join unnest($1::text[], $2::text[]) as asked (source, external_id)
           on r.source = asked.source and r.external_id = asked.external_id`,
        [asked.map((one) => one.source), asked.map((one) => one.externalId)],
      )
      return rows.map((row) => ({
        ...{ id: String(row.id), source: String(row.source), externalId: String(row.external_id) },
        ...{ checksum: String(row.checksum), state: row.state as RawState },
        lastSeenRun: row.last_seen_run === null ? undefined : String(row.last_seen_run),
        isEmptied: row.emptied_at !== null,
      }))
    },

    /** Keeps new and changed records as *raw*. Their ids are those of `known`, where they were. */
    async keep(inside: Database, run: string, rows: readonly RawRow[], now: number): Promise<void> {
      if (rows.length === 0) return
      await inside.query(
        `insert into raw_vacancy (id, source, external_id, format, content, checksum, received_at, state, last_seen_run)
         select record ->> 'id', record ->> 'source', record ->> 'externalId', record ->> 'format', record -> 'content',
           record ->> 'checksum', $2::timestamptz, 'raw', $3
         from jsonb_array_elements($1::jsonb) as record
         on conflict (source, external_id) do update set format = excluded.format, content = excluded.content,
           checksum = excluded.checksum, received_at = excluded.received_at, state = 'raw', reason = null, emptied_at = null,
           last_seen_run = excluded.last_seen_run`,
        [JSON.stringify(rows), iso(now), run],
      )
    },

    /** Notes that this run saw them. */
    async seen(inside: Database, run: string, ids: readonly string[]): Promise<void> {
      if (ids.length === 0) return
      await inside.query('update raw_vacancy set last_seen_run = $1 where id = any($2::text[])', [run, ids])
    },

    /** Ids of records of this source that the run did not see and that still count, some at a time. */
    async missing(inside: Database, source: string, run: string, limit: number): Promise<string[]> {
      const rows = await inside.query(
        `select id from raw_vacancy where source = $1 and last_seen_run is distinct from $2
           and state in ('raw', 'read', 'published', 'duplicate') order by id limit $3`,
        [source, run, limit],
      )
      return rows.map((row) => String(row.id))
    },

    /** Duplicates of these vacancies: whichever comes first may stand in its place. */
    async duplicatesOf(inside: Database, vacancies: readonly string[]): Promise<RawRow[]> {
      const rows = await inside.query(
        `select ${rawColumns} from raw_vacancy where state = 'duplicate' and emptied_at is null and vacancy = any($1::text[])
         order by id`,
        [vacancies],
      )
      return rows.map(toRaw)
    },

    /** All raw records in order of arrival, some at a time. */
    async *all(size: number): AsyncGenerator<RawRow[]> {
      let after = ''
      for (;;) {
        const rows = await db.query(
          `select ${rawColumns} from raw_vacancy where id > $1 and state <> 'withdrawn' and emptied_at is null order by id limit $2`,
          [after, size],
        )
        if (rows.length === 0) return
        const page = rows.map(toRaw)
        yield page
        after = page.at(-1)!.id
      }
    },

    async countRaw(): Promise<number> {
      const [row] = await db.query<{ count: number }>(
        `select count(*) as count from raw_vacancy where state <> 'withdrawn' and emptied_at is null`,
      )
      return Number(row?.count ?? 0)
    },

    /** Published vacancies that came from a record, with one of these identities or fingerprints; the earliest first. */
    async standing(inside: Database, externalIds: readonly string[], fingerprints: readonly string[]): Promise<Standing[]> {
      const rows = await inside.query(
        `select v.id, r.external_id, v.fingerprint from raw_vacancy r join vacancy v on v.id = r.id
         where v.state = 'published' and (r.external_id = any($1::text[]) or v.fingerprint = any($2::text[]))
         union all
         select v.id, '', v.fingerprint from vacancy v
         where v.organisation is not null and v.state in ('published', 'paused') and v.fingerprint = any($2::text[]) order by 1`,
        [externalIds, fingerprints],
      )
      return rows.map((row) => ({
        id: String(row.id),
        externalId: String(row.external_id),
        fingerprint: String(row.fingerprint),
      }))
    },

    /** Titles of the first that this run found new or changed. */
    async titlesTakenIn(source: string, run: string, limit: number): Promise<string[]> {
      const rows = await db.query(
        `select v.title from raw_vacancy r join import_run i on i.id = r.last_seen_run join vacancy v on v.id = r.id
         where r.source = $1 and r.last_seen_run = $2 and r.received_at >= i.started_at order by r.id limit $3`,
        [source, run, limit],
      )
      return rows.map((row) => String(row.title))
    },

    /**
     * Empties the content of records that nothing is read from any more: withdrawn ones at once; refused, expired and doubled ones that came in
     * before a moment, unless the vacancy they stand for or could stand in for is published. What they are known by stays. Some at a time; how many.
     */
    async emptyUnneeded(now: number, before: number): Promise<number> {
      for (let emptied = 0; ; ) {
        const rows = await db.query(
          `update raw_vacancy set content = '{}'::jsonb, emptied_at = $1::timestamptz where id in (
             select r.id from raw_vacancy r where r.emptied_at is null
               and (r.state = 'withdrawn' or (r.state <> 'raw' and r.received_at < $2::timestamptz))
               and not exists (
                 select 1 from vacancy v where v.state = 'published' and (v.id = r.id or (v.id = r.vacancy and r.state = 'duplicate')))
             order by r.id limit ${emptiedAtOnce}) returning id`,
          [iso(now), iso(before)],
        )
        emptied += rows.length
        if (rows.length < emptiedAtOnce) return emptied
      }
    },

    async settle(inside: Database, outcomes: readonly RawOutcome[]): Promise<void> {
      await inside.query(
        `update raw_vacancy set state = o.state, reason = o.reason, vacancy = o.vacancy
         from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as o (id, state, reason, vacancy) where raw_vacancy.id = o.id`,
        [
          outcomes.map((one) => one.id),
          outcomes.map((one) => one.state),
          outcomes.map((one) => one.reason ?? null),
          outcomes.map((one) => one.vacancy ?? null),
        ],
      )
    },
  }
}

function toRaw(row: Record<string, unknown>): RawRow {
  return {
    id: String(row.id),
    source: String(row.source),
    externalId: String(row.external_id),
    format: row.format as VacancyFormat,
    content: row.content,
    checksum: String(row.checksum),
  }
}
