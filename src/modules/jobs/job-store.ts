import type { Database, QueuedPart } from '../../platform/index.ts'
import type { FailedPart, JobResult, JobRun, JobWorker, OpenPart } from './job.ts'

const iso = (ms: number): string => new Date(ms).toISOString()

/** All SQL of jobs. None of these tables holds anything about people, so they are read and written as they are. */
export const jobStore = {
  async isOpened(db: Database, kind: string, slot: string): Promise<boolean> {
    return (await db.query('select 1 from job_run where kind = $1 and slot = $2', [kind, slot])).length > 0
  },

  /** Opens a turn with its parts. @returns false when there is one already: two processes that try wait for each other, and one gets it */
  async open(
    inside: Database,
    run: { readonly id: string; readonly kind: string; readonly slot: string; readonly now: number; readonly nextAt: number },
    payloads: readonly unknown[],
  ): Promise<boolean> {
    const opened = await inside.query(
      `insert into job_run (id, kind, slot, parts, opened_at, done_at)
       values ($1, $2, $3, $4, $5::timestamptz, case when $4::integer = 0 then $5::timestamptz end)
       on conflict (kind, slot) do nothing returning id`,
      [run.id, run.kind, run.slot, payloads.length, iso(run.now)],
    )
    if (opened.length === 0) return false
    await inside.query(
      `insert into job_part (run, part, payload, next_at)
       select $1, number - 1, payload, $3::timestamptz from jsonb_array_elements($2::jsonb) with ordinality as given (payload, number)`,
      [run.id, JSON.stringify(payloads), iso(run.nextAt)],
    )
    return true
  },

  /** A part is begun: undefined when it waits no more, as when another try did it. */
  async begin(db: Database, { run, part }: QueuedPart, by: string, now: number): Promise<OpenPart | undefined> {
    const [row] = await db.query<OpenPart & Record<string, unknown>>(
      `update job_part p set attempts = attempts + 1, begun_at = $4::timestamptz, begun_by = $3
       from job_run r where p.run = $1 and p.part = $2 and p.state = 'waiting' and r.id = p.run
       returning p.run, p.part, r.kind, r.slot, p.payload, p.attempts`,
      [run, part, by, iso(now)],
    )
    return row
  },

  /** The part that waits longest, for the one process of an embedded record; nobody else takes it until `nextAt`. */
  async takeNext(db: Database, by: string, now: number, nextAt: number): Promise<OpenPart | undefined> {
    const [row] = await db.query<OpenPart & Record<string, unknown>>(
      `update job_part p set attempts = attempts + 1, begun_at = $2::timestamptz, begun_by = $1, next_at = $3::timestamptz
       from job_run r where r.id = p.run and (p.run, p.part) = (
         select run, part from job_part where state = 'waiting' and next_at <= $2::timestamptz order by next_at, run, part limit 1)
       returning p.run, p.part, r.kind, r.slot, p.payload, p.attempts`,
      [by, iso(now), iso(nextAt)],
    )
    return row
  },

  /** What others began and did not end waits no longer: for the one process of an embedded record. */
  async releaseBegun(db: Database, by: string, now: number): Promise<void> {
    await db.query(
      `update job_part set next_at = $2::timestamptz where state = 'waiting' and begun_by is not null and begun_by <> $1 and next_at > $2::timestamptz`,
      [by, iso(now)],
    )
  },

  /** In the transaction of its effects. @returns false when it is done or given up already */
  async finish(inside: Database, { run, part }: QueuedPart, result: JobResult, now: number): Promise<boolean> {
    const finished = await inside.query(
      `update job_part set state = 'done', done_at = $3::timestamptz, result = $4::jsonb, reason = null
       where run = $1 and part = $2 and state = 'waiting' returning part`,
      [run, part, iso(now), JSON.stringify(result)],
    )
    return finished.length > 0
  },

  /** The run is over with its last part. Last in a transaction: others that end wait for it. */
  closeRun,

  /** What a part did that is being finished in this transaction. */
  async keepResult(inside: Database, { run, part }: QueuedPart, result: JobResult): Promise<void> {
    await inside.query('update job_part set result = $3::jsonb where run = $1 and part = $2', [run, part, JSON.stringify(result)])
  },

  /** A try failed, and it waits for the next; or there is none, and it is kept as failed with its reason. */
  async setBack(
    db: Database,
    { run, part }: QueuedPart,
    failure: { readonly reason: string; readonly forGood: boolean; readonly now: number; readonly nextAt: number },
  ): Promise<void> {
    await db.transaction(async (inside) => {
      await inside.query(
        `update job_part set reason = $3, next_at = $5::timestamptz, state = case when $4 then 'failed' else state end,
           done_at = case when $4 then $6::timestamptz end
         where run = $1 and part = $2 and state = 'waiting'`,
        [run, part, failure.reason, failure.forGood, iso(failure.nextAt), iso(failure.now)],
      )
      if (failure.forGood) await closeRun(inside, run, failure.now)
    })
  },

  /** Parts that wait although they were offered long ago: a restored record has them, and its queue does not. They are offered once more. */
  async takeForgotten(
    inside: Database,
    now: number,
    nextAt: number,
    most: number,
  ): Promise<readonly (QueuedPart & { readonly kind: string })[]> {
    return inside.query<{ run: string; part: number; kind: string }>(
      `update job_part p set next_at = $2::timestamptz from job_run r where r.id = p.run and (p.run, p.part) in (
         select run, part from job_part where state = 'waiting' and next_at <= $1::timestamptz order by next_at limit $3 for update skip locked)
       returning p.run, p.part, r.kind`,
      [iso(now), iso(nextAt), most],
    )
  },

  /** All that waits is offered anew at once: a record was put back, and whatever queue there is knows another one. How many. */
  async offerAllAgain(db: Database, now: number): Promise<number> {
    const rows = await db.query(`update job_part set next_at = $1::timestamptz where state = 'waiting' returning part`, [
      iso(now),
    ])
    return rows.length
  },

  /** The operator tries a failed one again. @returns false when there is none such */
  async reopen(inside: Database, { run, part }: QueuedPart, nextAt: number): Promise<boolean> {
    const rows = await inside.query(
      `update job_part set state = 'waiting', attempts = 0, done_at = null, next_at = $3::timestamptz
       where run = $1 and part = $2 and state = 'failed' returning part`,
      [run, part, iso(nextAt)],
    )
    if (rows.length > 0) await inside.query('update job_run set done_at = null where id = $1', [run])
    return rows.length > 0
  },

  /** The newest first. */
  async list(db: Database, most: number): Promise<JobRun[]> {
    const rows = await db.query<Record<string, unknown>>(
      `select r.*, (select count(*) from job_part where run = r.id and state = 'done')::int as done,
         (select count(*) from job_part where run = r.id and state = 'failed')::int as failed
       from job_run r order by opened_at desc, id desc limit $1`,
      [most],
    )
    return rows.map(toRun)
  },

  async listFailed(db: Database, most: number): Promise<FailedPart[]> {
    const rows = await db.query<Record<string, unknown>>(
      `select p.*, r.kind, r.slot from job_part p join job_run r on r.id = p.run
       where p.state = 'failed' order by p.done_at desc, p.run, p.part limit $1`,
      [most],
    )
    return rows.map((row) => ({
      run: row.run as string,
      part: row.part as number,
      kind: row.kind as string,
      slot: row.slot as string,
      attempts: row.attempts as number,
      reason: (row.reason as string | null) ?? '',
      failedAt: (row.done_at as Date).getTime(),
    }))
  },

  /** How many parts are in each state. */
  async count(db: Database): Promise<Readonly<Record<string, number>>> {
    const rows = await db.query<{ state: string; count: number }>(
      'select state, count(*)::int as count from job_part group by state',
    )
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]))
  },

  /** Turns that are over and were opened before then go; those with a failed part stay for the operator until `failedBefore`. How many. */
  async removeOld(db: Database, doneBefore: number, failedBefore: number): Promise<number> {
    const rows = await db.query(
      `delete from job_run r where done_at is not null and (opened_at < $2::timestamptz or (opened_at < $1::timestamptz
         and not exists (select from job_part where run = r.id and state = 'failed')
         and exists (select from job_run newer where newer.kind = r.kind and newer.opened_at > r.opened_at)))
       returning id`,
      [iso(doneBefore), iso(failedBefore)],
    )
    return rows.length
  },

  async seeWorker(db: Database, worker: Omit<JobWorker, 'seenAt'>, now: number): Promise<void> {
    await db.query(
      `insert into job_worker (id, host, process, version, started_at, seen_at)
       values ($1, $2, $3, $4, $5::timestamptz, $6::timestamptz)
       on conflict (id) do update set seen_at = excluded.seen_at`,
      [worker.id, worker.host, worker.process, worker.version, iso(worker.startedAt), iso(now)],
    )
  },

  async removeWorker(db: Database, id: string): Promise<void> {
    await db.query('delete from job_worker where id = $1', [id])
  },

  async removeSilentWorkers(db: Database, seenBefore: number): Promise<number> {
    return (await db.query('delete from job_worker where seen_at < $1::timestamptz returning id', [iso(seenBefore)])).length
  },

  async listWorkers(db: Database): Promise<JobWorker[]> {
    const rows = await db.query<Record<string, unknown>>('select * from job_worker order by started_at, id')
    return rows.map((row) => ({
      id: row.id as string,
      host: row.host as string,
      process: row.process as number,
      version: row.version as string,
      startedAt: (row.started_at as Date).getTime(),
      seenAt: (row.seen_at as Date).getTime(),
    }))
  },
}

async function closeRun(inside: Database, run: string, now: number): Promise<void> {
  // Locked, so that of two last parts that end together one sees the other. Not more: their parts hold its key by their reference, and two that want all of
  // it would wait for each other.
  await inside.query('select id from job_run where id = $1 for no key update', [run])
  await inside.query(
    `update job_run set done_at = $2::timestamptz
     where id = $1 and done_at is null and not exists (select from job_part where run = $1 and state = 'waiting')`,
    [run, iso(now)],
  )
}

function toRun(row: Record<string, unknown>): JobRun {
  return {
    id: row.id as string,
    kind: row.kind as string,
    slot: row.slot as string,
    parts: row.parts as number,
    done: row.done as number,
    failed: row.failed as number,
    openedAt: (row.opened_at as Date).getTime(),
    ...(row.done_at === null ? {} : { doneAt: (row.done_at as Date).getTime() }),
  }
}
