import type { Database } from '../../platform/index.ts'
import type { StarterConcept } from './starter-vocabulary.ts'

export interface ConceptRow {
  readonly id: string
  readonly scheme: string
  readonly type: 'skill' | 'occupation' | 'group'
  readonly kind: 'tool' | 'language' | 'knowledge' | 'capability' | 'group' | null
  readonly status: 'current' | 'obsolete'
  readonly replacedBy: string | null
  readonly level: number | null
  readonly nlqf: number | null
  readonly ict: boolean
  readonly codes: Readonly<Record<string, string>>
  /** JSON, by language. */
  readonly description: string
  /** Labels as 'language␟kind␟label' parted by ␞. One text per concept: PGlite is slow per row. */
  readonly labels: string | null
  /** Relations as 'relation␟level␟target' parted by ␞; level is empty when there is none. */
  readonly relations: string | null
}

export const unitSeparator = '\u001f'
export const recordSeparator = '\u001e'

export type SkillsStore = ReturnType<typeof createSkillsStore>

export function createSkillsStore(db: Database) {
  return {
    async revision(): Promise<number> {
      const [row] = await db.query<{ number: string | number }>(`select number from revision where area = 'skills'`)
      return Number(row?.number ?? 0)
    },

    async schemes(): Promise<{ id: string; version: string; checksum: string }[]> {
      return db.query(`select id, version, checksum from scheme order by id`)
    },

    /** All concepts in order of id, in pages: between two pages others may use the one connection of PGlite. */
    async *concepts(size = 2_500): AsyncGenerator<ConceptRow[]> {
      let after = ''
      for (;;) {
        const page = await db.query<ConceptRow & Record<string, unknown>>(pageSql, [after, size])
        if (page.length > 0) yield page
        if (page.length < size) return
        after = page.at(-1)!.id
      }
    },

    /** Replaces the starter vocabulary. What is no longer in it becomes obsolete: people may have used it. One transaction. */
    async replaceStarter(
      concepts: readonly StarterConcept[],
      scheme: { version: string; checksum: string; now: number },
    ): Promise<void> {
      await db.transaction(async (tx) => {
        await tx.query('lock table concept in exclusive mode')
        await tx.query(
          `insert into scheme (id, title, version, source, licence, checksum, imported_at)
           values ('schakel', 'Schakel', $1, 'data/vocabulary', 'EUPL-1.2', $2, $3::timestamptz)
           on conflict (id) do update set version = excluded.version, checksum = excluded.checksum, imported_at = excluded.imported_at`,
          [scheme.version, scheme.checksum, new Date(scheme.now).toISOString()],
        )
        await tx.query(upsertConcepts, conceptLists(concepts, scheme.version))
        const ids = concepts.map((concept) => concept.id)
        await tx.query(`update concept set status = 'obsolete' where scheme = 'schakel' and id <> all($1::text[])`, [ids])
        await tx.query(`delete from concept_label where concept = any($1::text[])`, [ids])
        await tx.query(`delete from concept_relation where source in (select id from concept where scheme = 'schakel')`)
        await insertLabels(tx, concepts)
        await insertRelations(tx, concepts)
        await tx.query(`update revision set number = number + 1 where area = 'skills'`)
      })
    },
  }
}

const pageSql = `
  with page as (select * from concept where id collate "C" > $1 order by id collate "C" limit $2)
  select id, scheme, type, kind, status, replaced_by as "replacedBy", level, nlqf, ict, codes, description::text as description,
    (select string_agg(l.language || chr(31) || l.kind || chr(31) || l.label, chr(30)) from concept_label l where l.concept = page.id)
      as labels,
    (select string_agg(r.relation || chr(31) || coalesce(r.level::text, '') || chr(31) || r.target, chr(30))
      from concept_relation r where r.source = page.id) as relations
  from page order by id collate "C"`

const upsertConcepts = `
  insert into concept (id, scheme, type, kind, status, level, nlqf, ict, codes, description, since_version)
  select id, 'schakel', type, kind, 'current', level, nlqf, ict, codes::jsonb, description::jsonb, $9
  from unnest($1::text[], $2::text[], $3::text[], $4::int[], $5::int[], $6::boolean[], $7::text[], $8::text[])
    as c (id, type, kind, level, nlqf, ict, codes, description)
  on conflict (id) do update set type = excluded.type, kind = excluded.kind, status = 'current', replaced_by = null,
    level = excluded.level, nlqf = excluded.nlqf, ict = excluded.ict, codes = excluded.codes, description = excluded.description`

function conceptLists(concepts: readonly StarterConcept[], version: string): unknown[] {
  return [
    concepts.map((c) => c.id),
    concepts.map((c) => c.type),
    concepts.map((c) => c.kind ?? null),
    concepts.map((c) => c.level ?? null),
    concepts.map((c) => c.nlqf ?? null),
    concepts.map((c) => c.ict),
    concepts.map((c) => JSON.stringify(c.codes)),
    concepts.map((c) => JSON.stringify(c.description)),
    version,
  ]
}

async function insertLabels(tx: Database, concepts: readonly StarterConcept[]): Promise<void> {
  const labels = concepts.flatMap((concept) => concept.labels.map((label) => ({ concept: concept.id, ...label })))
  await tx.query(
    `insert into concept_label (concept, language, kind, label)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::text[]) on conflict do nothing`,
    [labels.map((l) => l.concept), labels.map((l) => l.language), labels.map((l) => l.kind), labels.map((l) => l.label)],
  )
}

async function insertRelations(tx: Database, concepts: readonly StarterConcept[]): Promise<void> {
  const relations = concepts.flatMap((concept) => concept.relations.map((relation) => ({ source: concept.id, ...relation })))
  await tx.query(
    `insert into concept_relation (source, relation, target, level)
     select * from unnest($1::text[], $2::text[], $3::text[], $4::int[]) on conflict do nothing`,
    [
      relations.map((r) => r.source),
      relations.map((r) => r.relation),
      relations.map((r) => r.target),
      relations.map((r) => r.level ?? null),
    ],
  )
}
