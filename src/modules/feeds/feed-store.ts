import type { Database } from '../../platform/index.ts'
import type { Feed, FeedRun } from './feed.ts'
import type { Validators } from './fetch-feed.ts'

const iso = (ms: number): string => new Date(ms).toISOString()
/** Of one feed; older ones go. */
const mostRunsKept = 500

/** A feed that this process may read now. */
export interface ClaimedFeed extends Feed {
  readonly known: Validators
}

/** What a run leaves behind at its feed. */
export interface FeedState {
  readonly nextAt: number
  readonly failures: number
  /** Left out: those of before stay. */
  readonly validators?: Validators
}

/** All SQL of feeds. */
export function createFeedStore(db: Database) {
  return {
    /** @returns false when there is one of this name */
    async add(feed: Omit<Feed, 'nextAt' | 'failures'>, now: number): Promise<boolean> {
      const added = await db.query(
        `insert into feed (name, url, kind, reads_as, complete, every_minutes, added_at, next_at)
         values ($1, $2, $3, $4, $5, $6, $7::timestamptz, $7::timestamptz) on conflict do nothing returning name`,
        [feed.name, feed.url, feed.kind, feed.readsAs, feed.complete, feed.everyMinutes, iso(now)],
      )
      return added.length > 0
    },

    async list(): Promise<Feed[]> {
      return (await db.query('select * from feed order by name')).map(toFeed)
    },

    async find(name: string): Promise<Feed | undefined> {
      const [row] = await db.query('select * from feed where name = $1', [name])
      return row && toFeed(row)
    },

    async remove(name: string): Promise<boolean> {
      return (await db.query('delete from feed where name = $1 returning name', [name])).length > 0
    },

    /**
     * Takes a feed for this process: the named one, or the one that is due longest. Two processes never get the same: the row is locked while it is
     * taken, and then held until `until`.
     */
    async claim(by: string, now: number, until: number, name?: string): Promise<ClaimedFeed | undefined> {
      const [row] = await db.query(
        `update feed set claimed_by = $1, claimed_until = $3::timestamptz where name = (
           select name from feed
           where (name = $4::text or ($4::text is null and next_at <= $2::timestamptz))
             and (claimed_until is null or claimed_until <= $2::timestamptz)
           order by next_at, name limit 1 for update skip locked)
         returning *`,
        [by, iso(now), iso(until), name ?? null],
      )
      if (!row) return undefined
      return {
        ...toFeed(row),
        known: {
          ...(row.etag === null ? {} : { etag: String(row.etag) }),
          ...(row.last_modified === null ? {} : { lastModified: String(row.last_modified) }),
        },
      }
    },

    /** Tells that the holder of a claim lives. */
    async hold(name: string, by: string, until: number): Promise<void> {
      await db.query('update feed set claimed_until = $3::timestamptz where name = $1 and claimed_by = $2', [
        name,
        by,
        iso(until),
      ])
    },

    /** Writes down a run and lets the feed go. Nothing, when the feed was removed meanwhile. */
    async finish(by: string, run: FeedRun, state: FeedState): Promise<void> {
      await db.transaction(async (inside) => {
        await inside.query(
          `insert into feed_run (id, feed, started_at, ended_at, outcome, import_run, counts, titles, message)
           select $1, name, $3::timestamptz, $4::timestamptz, $5, $6, $7::jsonb, $8::jsonb, $9 from feed where name = $2`,
          [
            ...[run.id, run.feed, run.startedAt, run.endedAt, run.outcome, run.importRun],
            ...[JSON.stringify(run.counts), JSON.stringify(run.titles), run.message],
          ],
        )
        await inside.query(
          `update feed set next_at = $3::timestamptz, failures = $4, claimed_by = null, claimed_until = null,
             etag = case when $5 then $6 else etag end, last_modified = case when $5 then $7 else last_modified end
           where name = $1 and claimed_by = $2`,
          [
            ...[run.feed, by, iso(state.nextAt), state.failures],
            ...[state.validators !== undefined, state.validators?.etag ?? null, state.validators?.lastModified ?? null],
          ],
        )
        await inside.query(
          `delete from feed_run where feed = $1 and id in (
             select id from feed_run where feed = $1 order by started_at desc, id desc offset ${mostRunsKept})`,
          [run.feed],
        )
      })
    },

    /** Latest first. */
    async runs(name: string, limit: number): Promise<FeedRun[]> {
      const rows = await db.query('select * from feed_run where feed = $1 order by started_at desc, id desc limit $2', [
        name,
        limit,
      ])
      return rows.map(toRun)
    },
  }
}

export type FeedStore = ReturnType<typeof createFeedStore>

const timeOf = (value: unknown): string => new Date(value as string).toISOString()

function toFeed(row: Record<string, unknown>): Feed {
  return {
    name: String(row.name),
    url: String(row.url),
    kind: String(row.kind),
    ...(row.reads_as === null ? {} : { readsAs: String(row.reads_as) }),
    complete: row.complete === true,
    everyMinutes: Number(row.every_minutes),
    nextAt: timeOf(row.next_at),
    failures: Number(row.failures),
  }
}

function toRun(row: Record<string, unknown>): FeedRun {
  return {
    id: String(row.id),
    feed: String(row.feed),
    startedAt: timeOf(row.started_at),
    endedAt: timeOf(row.ended_at),
    outcome: row.outcome as FeedRun['outcome'],
    ...(row.import_run === null ? {} : { importRun: String(row.import_run) }),
    counts: row.counts as Record<string, number>,
    titles: row.titles as string[],
    message: String(row.message),
  }
}
