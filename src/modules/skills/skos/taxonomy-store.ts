import { Conflict, type Database } from '../../../platform/index.ts'
import { type ConceptRow, recordSeparator, unitSeparator } from '../skills-store.ts'
import { type Part, type SubjectPart, together } from './gather-parts.ts'
import type { NoteRole, SkosConcept } from './skos-concept.ts'

/** A version of a taxonomy as the record holds it. */
export interface Taxonomy {
  readonly id: string
  readonly scheme: string
  readonly version: string
  readonly title: string
  /** Of the concept scheme, '' where the file names none. */
  readonly uri: string
  readonly source: string
  readonly licence: string
  readonly checksum: string
  readonly importedAt: string
  readonly inUse: boolean
  readonly counts: Readonly<Record<string, number>>
}

/** What only an export needs of a concept. */
export interface ConceptRest {
  readonly classes?: readonly string[]
  readonly notes?: readonly (readonly [role: NoteRole, language: string, text: string])[]
  readonly notations?: readonly (readonly [text: string, datatype: string])[]
  readonly topOf?: readonly string[]
  readonly inScheme?: readonly string[]
}

export interface ConceptToWrite extends ConceptRow {
  readonly rest: ConceptRest
}

export interface LostConcept {
  readonly concept: string
  readonly vacancies: number
}

export type TaxonomyStore = ReturnType<typeof createTaxonomyStore>

const columns = `id, scheme, version, title, uri, source, licence, checksum, imported_at as "importedAt", in_use as "inUse", counts`
const rowColumns = `c.id, t.scheme, c.type, c.kind, c.status, c.replaced_by as "replacedBy", null::int as level, null::int as nlqf,
  false as ict, c.codes, c.description::text as description, c.labels, c.relations`

/** All SQL of taxonomies in SKOS. */
export function createTaxonomyStore(db: Database) {
  return {
    ...staging(db),
    ...switching(db),

    async list(): Promise<Taxonomy[]> {
      const rows = await db.query(
        `select ${columns} from taxonomy_version where state = 'loaded' order by scheme, imported_at, version`,
      )
      return rows.map(toTaxonomy)
    },

    async schemesInUse(): Promise<{ id: string; version: string }[]> {
      return db.query(`select scheme as id, version from taxonomy_version where in_use order by scheme`)
    },

    /** Concepts of the versions in use, by scheme, in pages. */
    async *conceptsInUse(size = 2_500): AsyncGenerator<ConceptRow[]> {
      for (const { id } of (await this.list()).filter(({ inUse }) => inUse)) yield* pages(db, id, size)
    },

    /** Concepts of one version with all that an export needs; those that its file did not hold are left out. */
    async *conceptsOf(taxonomy: string, size = 1_000): AsyncGenerator<ConceptToWrite[]> {
      yield* pages(db, taxonomy, size, 'not c.carried', ', c.rest') as AsyncGenerator<ConceptToWrite[]>
    },

    /** How many published vacancies name each of these concepts. */
    countVacancies(concepts: readonly string[]): Promise<LostConcept[]> {
      return db.query<LostConcept & Record<string, unknown>>(
        `with named as (
           select v.id, v.occupation as concept from vacancy v where v.state = 'published' and v.occupation is not null
           union
           select v.id, r ->> 'skill' from vacancy v, jsonb_array_elements(v.requirements) r where v.state = 'published'
         )
         select concept, count(*)::int as vacancies from named where concept = any($1::text[]) group by concept order by concept`,
        [concepts],
      )
    },
  }
}

async function* pages(
  db: Database,
  taxonomy: string,
  size: number,
  only = 'true',
  more = '',
): AsyncGenerator<(ConceptRow & Record<string, unknown>)[]> {
  let after = ''
  for (;;) {
    const page = await db.query<ConceptRow & Record<string, unknown>>(
      `select ${rowColumns}${more} from taxonomy_concept c join taxonomy_version t on t.id = c.taxonomy
       where c.taxonomy = $1 and c.id > $2 and ${only} order by c.id limit $3`,
      [taxonomy, after, size],
    )
    if (page.length > 0) yield page
    if (page.length < size) return
    after = page.at(-1)!.id
  }
}

type PartRow = Record<string, unknown> & { readonly subject: string; readonly content: string }

function partsOf(db: Database, subjects: readonly string[]): Promise<PartRow[]> {
  return db.query<PartRow>(
    `select subject, content from taxonomy_part_next where subject = any($1::text[]) order by subject, number`,
    [subjects],
  )
}

/** A run of another process that was silent for so long is dead. */
const silentMs = 120_000

async function clearStaged(db: Database): Promise<void> {
  await db.query('truncate taxonomy_part_next')
  const staged = await db.query<{ id: string }>(`select id from taxonomy_version where state <> 'loaded'`)
  for (const { id } of staged) await drop(db, id)
}

function staging(db: Database) {
  return {
    /** For the import that runs. One that another process declared dead leaves what the next one stages. */
    async clearStaged(run: string): Promise<void> {
      const alive = await db.query(`select 1 as one from import_run where id = $1 and status = 'running'`, [run])
      if (alive.length > 0) await clearStaged(db)
    },

    /** At start. On PGlite this process is the only one, so no import runs; elsewhere one counts as dead that was silent. */
    async clearStagedByDead(now: number): Promise<void> {
      const alive = await db.query(
        `select 1 as one from import_run where kind = 'taxonomy' and status = 'running'
         and coalesce(alive_at, started_at) >= $1::timestamptz`,
        [new Date(now - silentMs).toISOString()],
      )
      if (db.kind === 'pglite' || alive.length === 0) await clearStaged(db)
    },

    /** @param from a number above that of all parts before */
    async stageParts(inside: Database, from: number, parts: readonly SubjectPart[]): Promise<void> {
      await inside.query(
        `insert into taxonomy_part_next (subject, number, content) select * from unnest($1::text[], $2::int[], $3::text[])`,
        [parts.map(({ subject }) => subject), parts.map((_, at) => from + at), parts.map(({ part }) => JSON.stringify(part))],
      )
    },

    /** All subjects with all their parts as one, in order, in pages. Read by the index alone: no page costs more than the one before. */
    async *subjects(size = 1_000): AsyncGenerator<SubjectPart[]> {
      let after = ''
      for (;;) {
        const rows = await db.query<PartRow>(
          `select subject, content from taxonomy_part_next where subject > $1 order by subject, number limit $2`,
          [after, size],
        )
        const last = rows.at(-1)?.subject
        if (last === undefined) return
        const isLastPage = rows.length < size
        // The last subject may go on behind the page.
        const whole = isLastPage ? rows : rows.filter(({ subject }) => subject !== last)
        const page = whole.length > 0 ? whole : await partsOf(db, [last])
        const bySubject = Map.groupBy(page, ({ subject }) => subject)
        yield [...bySubject].map(([subject, of]) => ({ subject, part: together(of.map(partOf)) }))
        if (isLastPage) return
        after = page.at(-1)?.subject ?? last
      }
    },

    /** These subjects, as far as they are there. */
    async findParts(subjects: readonly string[]): Promise<Map<string, Part>> {
      if (subjects.length === 0) return new Map()
      const rows = await partsOf(db, subjects)
      const bySubject = Map.groupBy(rows, ({ subject }) => subject)
      return new Map([...bySubject].map(([subject, of]) => [subject, together(of.map(partOf))]))
    },

    async stageTaxonomy(
      inside: Database,
      taxonomy: Omit<Taxonomy, 'inUse' | 'counts' | 'importedAt'>,
      now: number,
    ): Promise<void> {
      await inside.query(
        `insert into taxonomy_version (id, scheme, version, title, uri, source, licence, checksum, imported_at, state)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9::timestamptz, 'staged')`,
        [
          taxonomy.id,
          taxonomy.scheme,
          taxonomy.version,
          taxonomy.title,
          taxonomy.uri,
          taxonomy.source,
          taxonomy.licence,
          taxonomy.checksum,
          new Date(now).toISOString(),
        ],
      )
    },

    async stageConcepts(inside: Database, taxonomy: string, concepts: readonly SkosConcept[]): Promise<void> {
      if (concepts.length === 0) return
      await inside.query(
        `insert into taxonomy_concept (taxonomy, id, type, kind, status, replaced_by, description, labels, relations, rest)
         select $1, id, type, kind, status, replaced_by, description::jsonb, labels, relations, rest::jsonb
         from unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
           as c (id, type, kind, status, replaced_by, description, labels, relations, rest)`,
        [
          taxonomy,
          concepts.map((c) => c.id),
          concepts.map((c) => c.type),
          concepts.map((c) => c.kind),
          concepts.map((c) => c.status),
          concepts.map((c) => c.replacedBy),
          concepts.map((c) => JSON.stringify(descriptionOf(c))),
          concepts.map((c) => packed(c.labels.map((l) => [l.language, l.kind, l.label]))),
          concepts.map((c) => packed(c.links.map((l) => [l.relation, '', l.target]))),
          concepts.map((c) => JSON.stringify(restOf(c))),
        ],
      )
    },
  }
}

function switching(db: Database) {
  return {
    /**
     * Makes a staged version a loaded one, in the place of an older one with the same name, and in use where that is asked. All or nothing.
     * @param run the import, which must still count as running
     */
    async land(
      inside: Database,
      taxonomy: { readonly id: string; readonly replaces?: string; readonly use: boolean; readonly before?: string },
      counts: Readonly<Record<string, number>>,
    ): Promise<void> {
      const { id, replaces, use: isToUse, before } = taxonomy
      if (isToUse && before !== undefined) await carry(inside, before, id)
      if (replaces !== undefined) {
        await inside.query(`update taxonomy_version set state = 'dropped', in_use = false where id = $1`, [replaces])
      }
      await inside.query(`update taxonomy_version set state = 'loaded', counts = $2::jsonb where id = $1`, [
        id,
        JSON.stringify(counts),
      ])
      if (isToUse) await use(inside, id)
    },

    /** Makes a loaded version the one in use. */
    async use(taxonomy: string, before: string | undefined): Promise<void> {
      await db.transaction(async (inside) => {
        if (before !== undefined) await carry(inside, before, taxonomy)
        await use(inside, taxonomy)
      })
    },

    /** Takes a version out of the record: at once for whoever reads, then its rows. */
    async remove(taxonomy: string): Promise<void> {
      await db.transaction(async (inside) => {
        const rows = await inside.query<{ in_use: boolean }>(`select in_use from taxonomy_version where id = $1 for update`, [
          taxonomy,
        ])
        await inside.query(`update taxonomy_version set state = 'dropped', in_use = false where id = $1`, [taxonomy])
        if (rows[0]?.in_use === true) await raiseRevision(inside)
      })
      await drop(db, taxonomy)
    },

    drop: (taxonomy: string): Promise<void> => drop(db, taxonomy),

    /** Current concepts of the one that the other does not have as current, nor a successor for; all of them where there is no other. */
    async lost(before: string, after: string | undefined): Promise<string[]> {
      const rows = await db.query<{ id: string }>(
        `select o.id from taxonomy_concept o
         left join taxonomy_concept n on n.taxonomy = $2 and n.id = o.id
         where o.taxonomy = $1 and o.status = 'current' and (n.id is null or n.status = 'obsolete')
           and not exists (select 1 from taxonomy_concept s where s.taxonomy = $2 and s.id = n.replaced_by and s.status = 'current')
         order by o.id`,
        [before, after ?? ''],
      )
      return rows.map(({ id }) => id)
    },
  }
}

/** What the version before had and this one has not: obsolete from now on, so that what people named keeps its label. */
async function carry(inside: Database, before: string, after: string): Promise<void> {
  await inside.query(
    `insert into taxonomy_concept (taxonomy, id, type, kind, status, replaced_by, codes, description, labels, rest, carried)
     select $2, id, type, kind, 'obsolete', replaced_by, codes, description, labels, rest, true
     from taxonomy_concept o where o.taxonomy = $1
       and not exists (select 1 from taxonomy_concept n where n.taxonomy = $2 and n.id = o.id)`,
    [before, after],
  )
}

async function use(inside: Database, taxonomy: string): Promise<void> {
  await inside.query(
    `update taxonomy_version set in_use = false where in_use and scheme = (select scheme from taxonomy_version where id = $1)`,
    [taxonomy],
  )
  const used = await inside.query(`update taxonomy_version set in_use = true where id = $1 and state = 'loaded' returning id`, [
    taxonomy,
  ])
  if (used.length === 0) throw new Conflict('This version was removed meanwhile. Nothing was changed.')
  await raiseRevision(inside)
}

async function raiseRevision(inside: Database): Promise<void> {
  await inside.query(`update revision set number = number + 1 where area = 'skills'`)
}

/** Some rows at a time: others get their turn on the one connection of PGlite. */
async function drop(db: Database, taxonomy: string): Promise<void> {
  for (;;) {
    const gone = await db.query(
      `delete from taxonomy_concept where taxonomy = $1
         and id in (select id from taxonomy_concept where taxonomy = $1 limit 5000) returning 1 as one`,
      [taxonomy],
    )
    if (gone.length === 0) break
    await new Promise((resolve) => setImmediate(resolve))
  }
  await db.query(`delete from taxonomy_version where id = $1 and state <> 'loaded'`, [taxonomy])
}

function toTaxonomy(row: Record<string, unknown>): Taxonomy {
  return { ...(row as unknown as Taxonomy), importedAt: (row.importedAt as Date).toISOString() }
}

function partOf({ content }: { readonly content: string }): Part {
  return JSON.parse(content) as Part
}

function packed(fields: readonly (readonly string[])[]): string | null {
  return fields.length === 0 ? null : fields.map((one) => one.join(unitSeparator)).join(recordSeparator)
}

/** In each main language, the first text that explains: a definition before a description before a scope note. */
function descriptionOf({ notes }: SkosConcept): Record<string, string> {
  const description: Record<string, string> = {}
  for (const wanted of ['definition', 'description', 'scopeNote']) {
    for (const { role, language, text } of notes) if (role === wanted) description[language.split('-')[0] ?? language] ??= text
  }
  return description
}

function restOf({ classes, notes, notations, topOf, inScheme }: SkosConcept): ConceptRest {
  return {
    ...(classes.length > 0 ? { classes } : {}),
    ...(notes.length > 0 ? { notes: notes.map(({ role, language, text }) => [role, language, text] as const) } : {}),
    ...(notations.length > 0 ? { notations: notations.map(({ text, datatype }) => [text, datatype] as const) } : {}),
    ...(topOf.length > 0 ? { topOf } : {}),
    ...(inScheme.length > 0 ? { inScheme } : {}),
  }
}
