import { Conflict, type Database } from '../../platform/index.ts'
import { type ImportRunRow, type Reject, recordStart } from './import-run.ts'

/** A run of another process that was silent for so long is dead. */
const silentMs = 120_000
const diedMessage =
  'The program ended while this import ran. What was read until then is kept; import the same again for the rest.'
const iso = (ms: number): string => new Date(ms).toISOString()

export function alreadyRunning(kind: string): Conflict {
  return new Conflict(
    `An import of ${kind} is running already. Wait until it has ended, then try again. One that was killed counts as ended after two minutes.`,
  )
}

/** All SQL of import runs. */
export function createImportRunStore(db: Database) {
  const failDead = async (inside: Database, own: ReadonlySet<string>, now: number, kind?: string): Promise<number> => {
    // Nobody else writes to PGlite, so there every running one that is not ours is dead.
    const repaired = await inside.query(
      `update import_run set status = 'failed', ended_at = $1::timestamptz, message = $2
       where status = 'running' and kind <> all($3::text[]) and ($4 or coalesce(alive_at, started_at) < $5::timestamptz)
         and ($6::text is null or kind = $6) returning id`,
      [iso(now), diedMessage, [...own], db.kind === 'pglite', iso(now - silentMs), kind ?? null],
    )
    return repaired.length
  }

  return {
    failDead: (own: ReadonlySet<string>, now: number): Promise<number> => failDead(db, own, now),

    /** @throws Conflict while another of this kind runs; `own` are the kinds that run in this process. */
    async start(run: { id: string; kind: string; source: string }, own: ReadonlySet<string>, now: number): Promise<void> {
      // Only of its own kind: a module that keeps runs of another kind in its own way may be at it.
      await failDead(db, new Set([...own].filter((kind) => kind !== run.kind)), now, run.kind)
      const started = await db.query(
        `insert into import_run (id, kind, source, started_at, alive_at, status)
         values ($1, $2, $3, $4::timestamptz, $4::timestamptz, 'running') on conflict do nothing returning id`,
        [run.id, run.kind, run.source, iso(now)],
      )
      if (started.length === 0) throw alreadyRunning(run.kind)
    },

    /** Tells that the run is alive. @throws Conflict when another process has declared it dead. */
    async keepAlive(inside: Database, id: string, now: number): Promise<void> {
      const alive = await inside.query(
        `update import_run set alive_at = $2::timestamptz where id = $1 and status = 'running' returning id`,
        [id, iso(now)],
      )
      if (alive.length === 0) {
        throw new Conflict('This import was stopped by another process. What was read is kept; start it again for the rest.')
      }
    },

    async end(
      id: string,
      status: 'done' | 'failed',
      counts: object,
      rejected: number,
      message: string,
      now: number,
    ): Promise<void> {
      await db.query(
        `update import_run set status = $2, ended_at = $3::timestamptz, counts = $4::jsonb, rejected = $5, message = $6 where id = $1`,
        [id, status, iso(now), JSON.stringify(counts), rejected, message],
      )
    },

    /** @param from how many of this run stand already */
    async writeRejects(inside: Database, run: string, from: number, rejects: readonly Reject[]): Promise<void> {
      if (rejects.length === 0) return
      await inside.query(
        `insert into import_reject (run, number, place, reason, record)
         select $1, r.* from unnest($2::int[], $3::text[], $4::text[], $5::text[]) r`,
        [
          run,
          rejects.map((_, at) => from + at + 1),
          rejects.map((reject) => storable(reject.place)),
          rejects.map((reject) => storable(reject.reason)),
          rejects.map((reject) => storable(reject.record.slice(0, recordStart))),
        ],
      )
    },

    async list(limit: number): Promise<ImportRunRow[]> {
      const rows = await db.query('select * from import_run order by started_at desc, id desc limit $1', [limit])
      return rows.map(toRun)
    },

    async find(id: string): Promise<ImportRunRow | undefined> {
      const [row] = await db.query('select * from import_run where id = $1', [id])
      return row && toRun(row)
    },

    async rejects(run: string, after: number, limit: number): Promise<Reject[]> {
      const rows = await db.query(
        'select place, reason, record from import_reject where run = $1 and number > $2 order by number limit $3',
        [run, after, limit],
      )
      return rows.map((row) => ({ place: String(row.place), reason: String(row.reason), record: String(row.record) }))
    },
  }
}

/** Text that a database can hold: no NUL, no half of a pair. */
function storable(text: string): string {
  return text.replaceAll('\0', '\ufffd').toWellFormed()
}

function toRun(row: Record<string, unknown>): ImportRunRow {
  return {
    id: String(row.id),
    kind: String(row.kind),
    source: String(row.source),
    startedAt: new Date(row.started_at as string).toISOString(),
    ...(row.ended_at === null ? {} : { endedAt: new Date(row.ended_at as string).toISOString() }),
    status: row.status as ImportRunRow['status'],
    counts: row.counts as Record<string, number>,
    rejected: Number(row.rejected),
    ...(row.message === null ? {} : { message: String(row.message) }),
  }
}
