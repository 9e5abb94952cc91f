import { Conflict, type Database } from '../../platform/index.ts'
import type { VacancyRecord } from './vacancy.ts'

export type RawState = 'raw' | 'read' | 'published' | 'rejected' | 'duplicate' | 'expired'

/** A posting as it came in. */
export interface RawVacancy {
  /** Also the id of the vacancy it becomes. */
  readonly id: string
  readonly source: string
  /** What makes it the same posting when it comes again. */
  readonly externalId: string
  readonly content: unknown
  readonly checksum: string
}

export interface RawRow extends RawVacancy {
  readonly state: RawState
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

export interface Reject {
  readonly place: string
  readonly reason: string
  readonly record: string
}

const kind = 'vacancies'
/** A run of another process that was silent for so long is dead. */
const silentMs = 120_000
const diedMessage =
  'The program ended while this import ran. What was read until then is kept; import the same files again for the rest.'
const iso = (ms: number): string => new Date(ms).toISOString()

export type RawVacancyStore = ReturnType<typeof createRawVacancyStore>

/** The raw records of imports, and the runs that brought them. */
export function createRawVacancyStore(db: Database) {
  return { ...runs(db), ...records(db) }
}

function records(db: Database) {
  return {
    /** Keeps what is new or changed as *raw*, and gives those of these that still wait to be read, in their own order. */
    async takeIn(batch: readonly RawVacancy[], now: number): Promise<RawRow[]> {
      await db.query(
        `insert into raw_vacancy (id, source, external_id, content, checksum, received_at, state)
         select record ->> 'id', record ->> 'source', record ->> 'externalId', record -> 'content', record ->> 'checksum',
           $2::timestamptz, 'raw'
         from jsonb_array_elements($1::jsonb) as record
         on conflict (source, external_id) do update set content = excluded.content, checksum = excluded.checksum,
           received_at = excluded.received_at, state = 'raw', reason = null
         where raw_vacancy.checksum <> excluded.checksum`,
        [JSON.stringify(batch), iso(now)],
      )
      const rows = await db.query(
        `select r.id, r.source, r.external_id, r.content, r.checksum, r.state
         from raw_vacancy r join unnest($1::text[], $2::text[]) with ordinality as asked (source, external_id, place)
           on r.source = asked.source and r.external_id = asked.external_id
         where r.state = 'raw' order by asked.place`,
        [batch.map((one) => one.source), batch.map((one) => one.externalId)],
      )
      return rows.map(toRaw)
    },

    /** All raw records in order of arrival, some at a time. */
    async *all(size: number): AsyncGenerator<RawRow[]> {
      let after = ''
      for (;;) {
        const rows = await db.query(
          `select id, source, external_id, content, checksum, state from raw_vacancy where id > $1 order by id limit $2`,
          [after, size],
        )
        if (rows.length === 0) return
        const page = rows.map(toRaw)
        yield page
        after = page.at(-1)!.id
      }
    },

    async countRaw(): Promise<number> {
      const [row] = await db.query<{ count: number }>('select count(*) as count from raw_vacancy')
      return Number(row?.count ?? 0)
    },

    /** Published vacancies that came from a posting, with one of these identities or fingerprints; the earliest first. */
    async standing(inside: Database, externalIds: readonly string[], fingerprints: readonly string[]): Promise<Standing[]> {
      const rows = await inside.query(
        `select v.id, r.external_id, v.fingerprint from raw_vacancy r join vacancy v on v.id = r.id
         where v.state = 'published' and (r.external_id = any($1::text[]) or v.fingerprint = any($2::text[])) order by v.id`,
        [externalIds, fingerprints],
      )
      return rows.map((row) => ({
        id: String(row.id),
        externalId: String(row.external_id),
        fingerprint: String(row.fingerprint),
      }))
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

    async writeRejects(inside: Database, run: string, from: number, rejects: readonly Reject[]): Promise<void> {
      if (rejects.length === 0) return
      await inside.query(
        `insert into import_reject (run, number, place, reason, record)
         select $1, r.* from unnest($2::int[], $3::text[], $4::text[], $5::text[]) r`,
        [
          run,
          rejects.map((_, at) => from + at + 1),
          rejects.map((r) => r.place),
          rejects.map((r) => r.reason),
          rejects.map((r) => r.record),
        ],
      )
    },
  }
}

function runs(db: Database) {
  return {
    /** @throws Conflict while another import of vacancies runs. */
    startRun(id: string, source: string, now: number): Promise<void> {
      return db.transaction(async (tx) => {
        await tx.query('lock table import_run in share row exclusive mode')
        await failDead(tx, now)
        const running = await tx.query(`select 1 from import_run where kind = $1 and status = 'running'`, [kind])
        if (running.length > 0)
          throw new Conflict(
            'An import of vacancies is running already. Wait until it has ended, then try again. One that was killed counts as ended after two minutes.',
          )
        await tx.query(
          `insert into import_run (id, kind, source, started_at, alive_at, status) values ($1, $2, $3, $4::timestamptz, $4::timestamptz, 'running')`,
          [id, kind, source, iso(now)],
        )
      })
    },

    /** Tells that the run is alive. @throws Conflict when another process has declared it dead. */
    async keepAlive(inside: Database, id: string, now: number): Promise<void> {
      const alive = await inside.query(
        `update import_run set alive_at = $2::timestamptz where id = $1 and status = 'running' returning id`,
        [id, iso(now)],
      )
      if (alive.length === 0)
        throw new Conflict('This import was stopped by another process. What was read is kept; start it again for the rest.')
    },

    async endRun(id: string, status: 'done' | 'failed', counts: object, message: string, now: number): Promise<void> {
      await db.query(
        `update import_run set status = $2, ended_at = $3::timestamptz, counts = $4::jsonb, message = $5 where id = $1`,
        [id, status, iso(now), JSON.stringify(counts), message],
      )
    },

    /** Runs that a killed process left behind are failed; how many. */
    repairRuns: (now: number): Promise<number> => failDead(db, now),
  }
}

/** On PGlite this process is the only one and runs no import when it asks, so every running one is dead. */
async function failDead(db: Database, now: number): Promise<number> {
  const repaired = await db.query(
    `update import_run set status = 'failed', ended_at = $2::timestamptz, message = $3
     where kind = $1 and status = 'running' and ($4 or coalesce(alive_at, started_at) < $5::timestamptz) returning id`,
    [kind, iso(now), diedMessage, db.kind === 'pglite', iso(now - silentMs)],
  )
  return repaired.length
}

function toRaw(row: Record<string, unknown>): RawRow {
  return {
    id: String(row.id),
    source: String(row.source),
    externalId: String(row.external_id),
    content: row.content,
    checksum: String(row.checksum),
    state: row.state as RawState,
  }
}

/** Whether two records say the same: the order of fields, which jsonb does not keep, does not count. */
export function isSameVacancy(a: VacancyRecord, b: VacancyRecord): boolean {
  return stable(a) === stable(b)
}

function stable(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stable).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  return `{${fields
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, field]) => `${name}:${stable(field)}`)
    .join()}}`
}
