import type { Database } from '../../../platform/index.ts'
import type { JsonObject } from '../ooapi/json.ts'
import type { RawFormat, RawKind } from './found-training.ts'

export type RawState = 'raw' | 'published' | 'rejected' | 'withdrawn'

/** A record as it came in. */
export interface RawTraining {
  readonly id: string
  readonly source: string
  readonly kind: RawKind
  readonly externalId: string
  readonly programme?: string
  readonly format: RawFormat
  readonly content: JsonObject
  readonly checksum: string
  readonly place: string
  readonly ordinal: number
}

/** What is known of a record from before. */
export interface KnownRaw {
  readonly id: string
  readonly kind: RawKind
  readonly externalId: string
  readonly checksum: string
  readonly place: string
  readonly state: RawState
  readonly lastSeenRun: string | undefined
}

/** What became of a raw record. */
export interface RawOutcome {
  readonly id: string
  readonly state: RawState
  readonly reason?: string
  readonly publishedAs?: string
}

const columns = 'id, source, kind, external_id, programme, format, content, checksum, place, ordinal'
/** How the names of dry runs begin; no source of people may. */
export const trySource = '~try:'

export type RawTrainingStore = ReturnType<typeof createRawTrainingStore>

/** The raw records of trainings. */
export function createRawTrainingStore(db: Database) {
  return {
    async known(
      inside: Database,
      source: string,
      asked: readonly { readonly kind: RawKind; readonly externalId: string }[],
    ): Promise<KnownRaw[]> {
      const rows = await inside.query(
        `select r.id, r.kind, r.external_id, r.checksum, r.place, r.state, r.last_seen_run
         from raw_training r join unnest($2::text[], $3::text[]) as asked (kind, external_id)
           on r.kind = asked.kind and r.external_id = asked.external_id
         where r.source = $1`,
        [source, asked.map(({ kind }) => kind), asked.map(({ externalId }) => externalId)],
      )
      return rows.map((row) => ({
        ...{ id: String(row.id), kind: row.kind as RawKind, externalId: String(row.external_id) },
        ...{ checksum: String(row.checksum), place: String(row.place), state: row.state as RawState },
        lastSeenRun: row.last_seen_run === null ? undefined : String(row.last_seen_run),
      }))
    },

    /** Keeps new and changed records. Their ids are those of `known`, where they were. */
    async keep(inside: Database, run: string, rows: readonly RawTraining[], now: number): Promise<void> {
      if (rows.length === 0) return
      await inside.query(
        `insert into raw_training (${columns}, state, received_at, last_seen_run)
         select record ->> 'id', record ->> 'source', record ->> 'kind', record ->> 'externalId', record ->> 'programme',
           record ->> 'format', record -> 'content', record ->> 'checksum', record ->> 'place', (record ->> 'ordinal')::int, 'raw',
           $2::timestamptz, $3
         from jsonb_array_elements($1::jsonb) as record
         on conflict (source, kind, external_id) do update set programme = excluded.programme, format = excluded.format,
           content = excluded.content, checksum = excluded.checksum, place = excluded.place, ordinal = excluded.ordinal, state = 'raw',
           reason = null, received_at = excluded.received_at, last_seen_run = excluded.last_seen_run`,
        [JSON.stringify(rows), new Date(now).toISOString(), run],
      )
    },

    /** Notes that this run saw them, and where. */
    async seen(
      inside: Database,
      run: string,
      rows: readonly { readonly id: string; readonly place: string; readonly ordinal: number }[],
    ): Promise<void> {
      if (rows.length === 0) return
      await inside.query(
        `update raw_training set last_seen_run = $1, place = s.place, ordinal = s.ordinal
         from unnest($2::text[], $3::text[], $4::int[]) as s (id, place, ordinal) where raw_training.id = s.id`,
        [run, rows.map(({ id }) => id), rows.map(({ place }) => place), rows.map(({ ordinal }) => ordinal)],
      )
    },

    /** Withdraws what the source held before and this run did not see; how many. */
    async withdrawMissing(inside: Database, source: string, run: string): Promise<number> {
      const rows = await inside.query(
        `update raw_training set state = 'withdrawn', reason = 'Its source no longer holds it.'
         where source = $1 and last_seen_run is distinct from $2 and state <> 'withdrawn' returning id`,
        [source, run],
      )
      return rows.length
    },

    /** External ids of the programmes of these sources, in order, some at a time. */
    async programmesAfter(sources: readonly string[], after: string, limit: number): Promise<string[]> {
      const rows = await db.query(
        `select distinct programme collate "C" as programme from raw_training
         where source = any($1::text[]) and programme collate "C" > $2 collate "C" order by 1 limit $3`,
        [sources, after, limit],
      )
      return rows.map((row) => String(row.programme))
    },

    /** Everything that was imported, by the name it is kept under. */
    async sources(): Promise<string[]> {
      const rows = await db.query('select distinct source from raw_training where not starts_with(source, $1) order by source', [
        trySource,
      ])
      return rows.map((row) => String(row.source))
    },

    async countProgrammes(sources: readonly string[]): Promise<number> {
      const [row] = await db.query<{ count: number }>(
        'select count(distinct programme) as count from raw_training where source = any($1::text[])',
        [sources],
      )
      return Number(row?.count ?? 0)
    },

    /** All that belongs to these programmes; where two sources hold the same record, that of the first. In the order of the file. */
    async ofProgrammes(
      inside: Database,
      sources: readonly string[],
      programmes: readonly string[],
    ): Promise<(RawTraining & { readonly state: RawState; readonly publishedAs?: string })[]> {
      const rows = await inside.query(
        `select distinct on (kind, external_id) ${columns}, state, published_as from raw_training
         where source = any($1::text[]) and programme = any($2::text[])
         order by kind, external_id, array_position($1::text[], source)`,
        [sources, programmes],
      )
      return rows
        .map((row) => ({
          ...toRaw(row),
          state: row.state as RawState,
          ...(row.published_as === null ? {} : { publishedAs: String(row.published_as) }),
        }))
        .sort((a, b) => a.ordinal - b.ordinal)
    },

    /** Learning outcomes or providers by their ids. */
    async shared(
      inside: Database,
      sources: readonly string[],
      kind: RawKind,
      externalIds: readonly string[],
    ): Promise<ReadonlyMap<string, JsonObject>> {
      const rows = await inside.query(
        `select distinct on (external_id) external_id, content from raw_training
         where source = any($1::text[]) and kind = $2 and external_id = any($3::text[]) and state <> 'withdrawn'
         order by external_id, array_position($1::text[], source)`,
        [sources, kind, externalIds],
      )
      return new Map(rows.map((row) => [String(row.external_id), row.content as JsonObject]))
    },

    async settle(inside: Database, outcomes: readonly RawOutcome[]): Promise<void> {
      await inside.query(
        `update raw_training set state = o.state, reason = o.reason, published_as = o.published_as
         from unnest($1::text[], $2::text[], $3::text[], $4::text[]) as o (id, state, reason, published_as)
         where raw_training.id = o.id`,
        [
          outcomes.map((one) => one.id),
          outcomes.map((one) => one.state),
          outcomes.map((one) => one.reason ?? null),
          outcomes.map((one) => one.publishedAs ?? null),
        ],
      )
    },

    /** Titles of the first programmes that this run found new or changed. */
    async titlesTakenIn(source: string, run: string, limit: number): Promise<string[]> {
      const rows = await db.query(
        `select distinct p.title ->> 'nl' as title, p.id from raw_training r join import_run i on i.id = r.last_seen_run
           join programme p on p.id = r.published_as
         where r.source = $1 and r.last_seen_run = $2 and r.received_at >= i.started_at order by p.id limit $3`,
        [source, run, limit],
      )
      return rows.map((row) => String(row.title))
    },

    /** What a dry run staged. */
    async remove(source: string): Promise<void> {
      await db.query('delete from raw_training where source = $1', [source])
    },

    /** What dry runs left that were killed before this moment. */
    async removeOldTries(before: number): Promise<void> {
      await db.query('delete from raw_training where starts_with(source, $1) and received_at < $2::timestamptz', [
        trySource,
        new Date(before).toISOString(),
      ])
    },
  }
}

function toRaw(row: Record<string, unknown>): RawTraining {
  return {
    ...{ id: String(row.id), source: String(row.source), kind: row.kind as RawKind, externalId: String(row.external_id) },
    ...(row.programme === null ? {} : { programme: String(row.programme) }),
    ...{ format: row.format as RawFormat, content: row.content as JsonObject, checksum: String(row.checksum) },
    ...{ place: String(row.place), ordinal: Number(row.ordinal) },
  }
}
