import type { Database, DateText } from '../../platform/index.ts'
import { countFacets } from './facet-store.ts'
import type { VacancyRecord, VacancyState } from './vacancy.ts'
import { filterSql, storable, type VacancyFacets, type VacancyFilter } from './vacancy-filter.ts'

/** Of a published vacancy, what the page of its occupation tells. */
export interface Opening {
  readonly region?: string | undefined
  readonly wageCents?: VacancyRecord['facts']['wageCents'] | undefined
}

export interface HeldFromSource {
  readonly source: string
  readonly demo: boolean
  readonly count: number
  /** The newest day of publication. */
  readonly last: DateText
}

/** Where a page of the list ended: newest first, ties by id. */
export type AfterVacancy = readonly [publishedOn: DateText, id: string]

export interface VacancyStore {
  listPublished(filter: VacancyFilter, after: AfterVacancy | undefined, limit: number): Promise<VacancyRecord[]>
  countPublished(filter: VacancyFilter): Promise<number>
  facets(filter: VacancyFilter): Promise<VacancyFacets>
  /** In any state but draft. */
  find(id: string): Promise<VacancyRecord | undefined>
  allPublished(): Promise<VacancyRecord[]>
  /** The same, some at a time. */
  eachPublished(): AsyncGenerator<VacancyRecord>
  /** Of these ids, those that are published. */
  publishedOf(ids: readonly string[]): Promise<VacancyRecord[]>
  /** Published ones of these occupations: what their pages count. */
  openingsOf(occupations: readonly string[]): Promise<Opening[]>
  /** How many published ones each occupation has. */
  countByOccupation(): Promise<ReadonlyMap<string, number>>
  /** Published ones by the source they came from. */
  countBySource(): Promise<HeldFromSource[]>
  /** Published ones that are not of the demo, by id, with the day of publication. */
  listReal(): Promise<{ readonly id: string; readonly publishedOn: DateText }[]>
  /** Those that exist, in any state, inside the transaction of `db`. */
  findMany(db: Database, ids: readonly string[]): Promise<VacancyRecord[]>
  /** Inserts or replaces, inside the transaction of `db`. Keyed records: a vacancy and its fingerprint. */
  save(db: Database, vacancies: readonly (VacancyRecord & { readonly fingerprint: string })[]): Promise<void>
  /** Published vacancies whose closing date lies before the day become expired; how many. */
  expire(db: Database, today: DateText): Promise<number>
  /** Published ones of these are published no more; how many. */
  withdraw(db: Database, ids: readonly string[]): Promise<number>
  /** All of an organisation, in any state, newest first, inside the transaction of `db`. */
  listOfOrganisation(db: Database, organisation: string): Promise<VacancyRecord[]>
  /** From one of these states to another; whether it was in one of them. */
  changeState(db: Database, id: string, from: readonly VacancyState[], to: VacancyState): Promise<boolean>
  /** A draft that nobody saw goes altogether; whether it was one. */
  removeDraft(db: Database, id: string): Promise<boolean>
  removeDemo(db: Database): Promise<void>
}

const columns =
  'id, state, demo, title, employer, description, language, occupation, region, place_name, facts, requirements, doubts, source, source_url, published_on, closes_on, organisation'

export function createVacancyStore(db: Database): VacancyStore {
  return {
    async listPublished(filter, after, limit) {
      const { where, values } = filterSql(filter)
      const next = values.length + 1
      const beyond = after ? `and (published_on < $${next} or (published_on = $${next} and id > $${next + 1}))` : ''
      // Which ones is found in an index; only those are read whole.
      const rows = await db.query(
        `select ${columns} from vacancy where id in (
           select id from vacancy where ${where} ${beyond} order by published_on desc, id limit ${limit})
         order by published_on desc, id`,
        [...values, ...(after ?? []).map(storable)],
      )
      return rows.map(toVacancy)
    },
    async countPublished(filter) {
      const { where, values } = filterSql(filter)
      const [row] = await db.query<{ count: number }>(`select count(*) as count from vacancy where ${where}`, values)
      return Number(row?.count ?? 0)
    },
    facets: (filter) => countFacets(db, filter),
    async find(id) {
      const [row] = await db.query(`select ${columns} from vacancy where id = $1 and state <> 'draft'`, [storable(id)])
      return row && toVacancy(row)
    },
    async allPublished() {
      return (await db.query(`select ${columns} from vacancy where state = 'published' order by id`)).map(toVacancy)
    },
    async *eachPublished() {
      for (let after = ''; ; ) {
        const rows = await db.query(
          `select ${columns} from vacancy where state = 'published' and id > $1 order by id limit ${batchSize}`,
          [after],
        )
        yield* rows.map(toVacancy)
        if (rows.length < batchSize) return
        after = String(rows.at(-1)?.id)
      }
    },
    async publishedOf(ids) {
      const rows = await db.query(`select ${columns} from vacancy where id = any($1::text[]) and state = 'published'`, [ids])
      return rows.map(toVacancy)
    },
    async openingsOf(occupations) {
      const rows = await db.query<{ region: string | null; wage: Opening['wageCents'] | null }>(
        `select region, facts -> 'wageCents' as wage from vacancy where state = 'published' and occupation = any($1::text[])`,
        [occupations],
      )
      return rows.map(({ region, wage }) => ({ region: region ?? undefined, wageCents: wage ?? undefined }))
    },
    async countByOccupation() {
      const rows = await db.query<{ occupation: string; count: number }>(
        `select occupation, count(*)::int as count from vacancy where state = 'published' and occupation is not null group by occupation`,
      )
      return new Map(rows.map(({ occupation, count }) => [occupation, count]))
    },
    async countBySource() {
      return db.query<HeldFromSource & Record<string, unknown>>(
        `select source, demo, count(*)::int as count, max(published_on) as last from vacancy where state = 'published'
         group by source, demo order by source, demo`,
      )
    },
    async listReal() {
      const rows = await db.query<{ id: string; published_on: DateText }>(
        `select id, published_on from vacancy where state = 'published' and not demo order by id`,
      )
      return rows.map(({ id, published_on: publishedOn }) => ({ id, publishedOn }))
    },
    async findMany(inside, ids) {
      return (await inside.query(`select ${columns} from vacancy where id = any($1::text[])`, [ids])).map(toVacancy)
    },
    async save(inside, vacancies) {
      for (const batch of batches(vacancies)) await inside.query(saveSql, [JSON.stringify(batch)])
    },
    async expire(inside, today) {
      const rows = await inside.query(
        `update vacancy set state = 'expired' where state = 'published' and closes_on < $1::date returning id`,
        [today],
      )
      return rows.length
    },
    async withdraw(inside, ids) {
      const rows = await inside.query(
        `update vacancy set state = 'withdrawn' where state = 'published' and id = any($1::text[]) returning id`,
        [ids],
      )
      return rows.length
    },
    async listOfOrganisation(inside, organisation) {
      const rows = await inside.query(`select ${columns} from vacancy where organisation = $1 order by published_on desc, id`, [
        organisation,
      ])
      return rows.map(toVacancy)
    },
    async changeState(inside, id, from, to) {
      const rows = await inside.query('update vacancy set state = $3 where id = $1 and state = any($2::text[]) returning id', [
        id,
        from,
        to,
      ])
      return rows.length > 0
    },
    async removeDraft(inside, id) {
      return (await inside.query(`delete from vacancy where id = $1 and state = 'draft' returning id`, [id])).length > 0
    },
    async removeDemo(inside) {
      await inside.query('delete from vacancy where demo')
    },
  }
}

const batchSize = 500

const saveSql = `insert into vacancy (${columns}, fingerprint)
  select record ->> 'id', record ->> 'state', (record ->> 'demo')::boolean, record ->> 'title', record ->> 'employer',
    record ->> 'description', record ->> 'language', record ->> 'occupation', record ->> 'region', record ->> 'placeName',
    record -> 'facts', record -> 'requirements', record -> 'doubts', record ->> 'source', record ->> 'sourceUrl', (record ->> 'publishedOn')::date,
    (record ->> 'closesOn')::date, record ->> 'organisation', record ->> 'fingerprint'
  from jsonb_array_elements($1::jsonb) as record
  on conflict (id) do update set state = excluded.state, demo = excluded.demo, title = excluded.title, employer = excluded.employer,
    description = excluded.description, language = excluded.language, occupation = excluded.occupation, region = excluded.region,
    place_name = excluded.place_name, facts = excluded.facts, requirements = excluded.requirements, doubts = excluded.doubts, source = excluded.source,
    source_url = excluded.source_url, published_on = excluded.published_on, closes_on = excluded.closes_on,
    organisation = excluded.organisation, fingerprint = excluded.fingerprint`

function toVacancy(row: Record<string, unknown>): VacancyRecord {
  const optional = {
    occupation: row.occupation,
    region: row.region,
    placeName: row.place_name,
    sourceUrl: row.source_url,
    closesOn: row.closes_on,
    doubts: row.doubts,
    organisation: row.organisation,
  }
  return {
    id: row.id,
    state: row.state,
    demo: row.demo,
    title: row.title,
    employer: row.employer,
    description: row.description,
    language: row.language,
    facts: row.facts,
    requirements: row.requirements,
    source: row.source,
    publishedOn: row.published_on,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null && value !== undefined)),
  } as VacancyRecord
}

function* batches<T>(all: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < all.length; from += batchSize) yield all.slice(from, from + batchSize)
}
