import { Conflict, type Database } from '../../../platform/index.ts'
import type { EscoRelation } from './read-relations.ts'
import type { Reject } from './rejects.ts'

/** A concept of the release that is loaded now, with its labels as [language, kind, label]. */
export interface LoadedConcept {
  readonly id: string
  readonly type: 'skill' | 'occupation' | 'group'
  readonly kind: 'knowledge' | 'capability' | 'group' | undefined
  readonly status: 'current' | 'obsolete'
  readonly replacedBy: string | undefined
  readonly codes: Readonly<Record<string, string>>
  readonly description: Readonly<Record<string, string>>
  readonly sinceVersion: string
  readonly labels: readonly StagedLabel[]
}

export interface StagedConcept extends Omit<LoadedConcept, 'labels'> {}

export interface StagedLabel {
  readonly concept: string
  readonly language: string
  readonly kind: 'preferred' | 'alternative' | 'hidden'
  readonly label: string
}

export interface SchemeRow {
  readonly title: string
  readonly version: string
  readonly source: string
  readonly licence: string
  /** The checksums of all parts that are in it, joined by '+'. */
  readonly checksum: string
}

export interface LostClaims {
  readonly concept: string
  readonly drafts: number
  readonly pool: number
}

/** All SQL of the ESCO import. */
export type EscoStore = ReturnType<typeof createEscoStore>

/** A running import that has not told so long that it is alive belongs to a process that is gone. */
const silentMs = 120_000

export function createEscoStore(db: Database) {
  return {
    ...runs(db),
    ...staging(db),

    async findScheme(): Promise<{ version: string; checksum: string } | undefined> {
      const [row] = await db.query<{ version: string; checksum: string }>(
        `select version, checksum from scheme where id = 'esco'`,
      )
      return row
    },

    /** Concepts of the loaded release, `size` at a time in order of id. */
    async *loaded(size = 4_000): AsyncGenerator<LoadedConcept[]> {
      let after = ''
      for (;;) {
        const page = await loadedPage(db, after, size)
        if (page.length > 0) yield page
        if (page.length < size) return
        after = page.at(-1)!.id
      }
    },

    /** How many people said something about these concepts. Counts only: no profile leaves the record. */
    countClaims(concepts: readonly string[]): Promise<LostClaims[]> {
      return db.query<LostClaims & Record<string, unknown>>(
        `with said as (
           select 1 as draft, k as concept from draft_profile, jsonb_object_keys(coalesce(profile -> 'answers', '{}')) k
           union all
           select 1, o from draft_profile, jsonb_array_elements_text(coalesce(profile -> 'occupations', '[]')) o
           union all
           select 0, k from pool_person, jsonb_object_keys(coalesce(profile -> 'answers', '{}')) k
           union all
           select 0, o from pool_person, jsonb_array_elements_text(coalesce(profile -> 'occupations', '[]')) o
         )
         select concept, sum(draft)::int as drafts, sum(1 - draft)::int as pool
         from said where concept = any($1::text[]) group by concept order by concept`,
        [concepts],
      )
    },
  }
}

async function loadedPage(db: Database, after: string, size: number): Promise<LoadedConcept[]> {
  const rows = await db.query<Omit<LoadedConcept, 'labels'> & Record<string, unknown>>(
    `select id, type, kind, status, replaced_by as "replacedBy", codes, description, since_version as "sinceVersion"
     from concept where scheme = 'esco' and id > $1 order by id limit $2`,
    [after, size],
  )
  const last = rows.at(-1)
  if (!last) return []
  const labels = await db.query<StagedLabel & Record<string, unknown>>(
    `select l.concept, l.language, l.kind, l.label from concept_label l join concept c on c.id = l.concept
     where c.scheme = 'esco' and l.concept > $1 and l.concept <= $2`,
    [after, last.id],
  )
  const byConcept = Map.groupBy(labels, (label) => label.concept)
  return rows.map((row) => ({
    ...row,
    kind: row.kind ?? undefined,
    replacedBy: row.replacedBy ?? undefined,
    labels: byConcept.get(row.id) ?? [],
  }))
}

function runs(db: Database) {
  return {
    /** Throws `Conflict` while another import of ESCO runs. */
    async startRun(id: string, source: string, now: number): Promise<void> {
      await db.query(
        `update import_run set status = 'failed', ended_at = $1::timestamptz, message = $2
         where kind = 'esco' and status = 'running' and coalesce(alive_at, started_at) < $3::timestamptz`,
        [iso(now), diedMessage, iso(now - silentMs)],
      )
      const started = await db.query(
        `insert into import_run (id, kind, source, started_at, alive_at, status)
         values ($1, 'esco', $2, $3::timestamptz, $3::timestamptz, 'running') on conflict do nothing returning id`,
        [id, source, iso(now)],
      )
      if (started.length === 0)
        throw new Conflict(
          'An import of ESCO is running already. Wait until it has ended, then try again. One that was killed counts as ended after two minutes.',
        )
    },

    /** Throws `Conflict` when another process has declared this run dead. */
    async keepAlive(id: string, now: number): Promise<void> {
      const alive = await db.query(
        `update import_run set alive_at = $2::timestamptz where id = $1 and status = 'running' returning id`,
        [id, iso(now)],
      )
      if (alive.length === 0)
        throw new Conflict('This import was stopped by another process. Nothing was changed; start it again.')
    },

    async failRun(id: string, message: string, now: number): Promise<void> {
      await db.query(`update import_run set status = 'failed', ended_at = $2::timestamptz, message = $3 where id = $1`, [
        id,
        iso(now),
        message,
      ])
    },

    /**
     * Runs that a killed process left behind are failed. On PGlite this process is the only one, so every running run is dead; on
     * PostgreSQL only one that has been silent.
     */
    async repairRuns(now: number): Promise<number> {
      const repaired = await db.query(
        `update import_run set status = 'failed', ended_at = $1::timestamptz, message = $2
         where kind = 'esco' and status = 'running' and coalesce(alive_at, started_at) < $3::timestamptz returning id`,
        [iso(now), diedMessage, iso(db.kind === 'pglite' ? now + 1 : now - silentMs)],
      )
      const running = await db.query(`select 1 from import_run where kind = 'esco' and status = 'running'`)
      if (running.length === 0) await clearStaging(db)
      return repaired.length
    },

    async writeRejects(run: string, rejects: readonly Reject[]): Promise<void> {
      for (let at = 0; at < rejects.length; at += 1_000) {
        const batch = rejects.slice(at, at + 1_000)
        await db.query(
          `insert into import_reject (run, number, place, reason, record)
           select $1, r.* from unnest($2::int[], $3::text[], $4::text[], $5::text[]) r`,
          [
            run,
            batch.map((_, i) => at + i + 1),
            batch.map((r) => r.place),
            batch.map((r) => r.reason),
            batch.map((r) => r.record),
          ],
        )
      }
    },
  }
}

const diedMessage = 'The program ended while this import ran. Nothing was changed; import the release again.'

function iso(ms: number): string {
  return new Date(ms).toISOString()
}

async function clearStaging(db: Database): Promise<void> {
  await db.query('truncate concept_next, concept_label_next, concept_relation_next')
}

function staging(db: Database) {
  return {
    clearStaging: () => clearStaging(db),

    async stageConcepts(batch: readonly StagedConcept[]): Promise<void> {
      await db.query(
        `insert into concept_next (id, scheme, type, kind, status, replaced_by, codes, description, since_version)
         select id, 'esco', type, kind, status, replaced_by, codes::jsonb, description::jsonb, since_version
         from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[])
           as c (id, type, kind, status, replaced_by, codes, description, since_version)`,
        [
          batch.map((c) => c.id),
          batch.map((c) => c.type),
          batch.map((c) => c.kind ?? null),
          batch.map((c) => c.status),
          batch.map((c) => c.replacedBy ?? null),
          batch.map((c) => JSON.stringify(c.codes)),
          batch.map((c) => JSON.stringify(c.description)),
          batch.map((c) => c.sinceVersion),
        ],
      )
    },

    async stageLabels(batch: readonly StagedLabel[]): Promise<void> {
      await db.query(
        `insert into concept_label_next (concept, language, kind, label)
         select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) on conflict do nothing`,
        [batch.map((l) => l.concept), batch.map((l) => l.language), batch.map((l) => l.kind), batch.map((l) => l.label)],
      )
    },

    async stageRelations(batch: readonly EscoRelation[]): Promise<void> {
      await db.query(
        `insert into concept_relation_next (source, relation, target)
         select * from unnest($1::text[], $2::text[], $3::text[]) on conflict do nothing`,
        [batch.map((r) => r.source), batch.map((r) => r.relation), batch.map((r) => r.target)],
      )
    },

    /** Takes over the loaded relations of these concepts, for an import that brings labels only. */
    async keepRelations(concepts: readonly string[]): Promise<void> {
      await db.query(`insert into concept_relation_next select * from concept_relation where source = any($1::text[])`, [
        concepts,
      ])
    },

    /** Makes what is staged the release that counts, together with the rest of the run, or changes nothing. */
    async switchOver(run: string, scheme: SchemeRow, counts: object, message: string, now: number): Promise<void> {
      await db.transaction(async (tx) => {
        const alive = await tx.query(`select 1 from import_run where id = $1 and status = 'running' for update`, [run])
        if (alive.length === 0)
          throw new Conflict('This import was stopped by another process. Nothing was changed; start it again.')
        for (const statement of switchStatements) await tx.query(statement)
        await tx.query(
          `insert into scheme (id, title, version, source, licence, checksum, imported_at)
           values ('esco', $1, $2, $3, $4, $5, $6::timestamptz)
           on conflict (id) do update set title = excluded.title, version = excluded.version, source = excluded.source,
             licence = excluded.licence, checksum = excluded.checksum, imported_at = excluded.imported_at`,
          [scheme.title, scheme.version, scheme.source, scheme.licence, scheme.checksum, iso(now)],
        )
        await tx.query(`update revision set number = number + 1 where area = 'skills'`)
        await tx.query(
          `update import_run set status = 'done', ended_at = $2::timestamptz, counts = $3::jsonb, message = $4 where id = $1`,
          [run, iso(now), JSON.stringify(counts), message],
        )
      })
    },
  }
}

/** The other schemes are small and copied; then the tables change names. The lock keeps other writers out meanwhile. */
const switchStatements: readonly string[] = [
  'lock table concept in exclusive mode',
  `insert into concept_next select * from concept where scheme <> 'esco'`,
  `insert into concept_label_next select l.* from concept_label l join concept c on c.id = l.concept where c.scheme <> 'esco'`,
  `insert into concept_relation_next select r.* from concept_relation r join concept c on c.id = r.source where c.scheme <> 'esco'`,
  ...['concept', 'concept_label', 'concept_relation'].flatMap((table) => [
    `alter table ${table} rename to ${table}_old`,
    `alter table ${table}_next rename to ${table}`,
    `alter table ${table}_old rename to ${table}_next`,
  ]),
  'truncate concept_next, concept_label_next, concept_relation_next',
]
