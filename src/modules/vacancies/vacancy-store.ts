import type { Database, DateText } from '../../platform/index.ts'
import type { VacancyRecord } from './vacancy.ts'

export interface VacancyFilter {
  /** Words that must stand in the title or the name of the employer. */
  readonly text?: string | undefined
  /** Any of these occupations. */
  readonly occupations?: readonly string[] | undefined
  readonly region?: string | undefined
  /** A number of hours a week that the vacancy allows. */
  readonly hours?: number | undefined
}

/** Where a page of the list ended: newest first, ties by id. */
export type AfterVacancy = readonly [publishedOn: DateText, id: string]

export interface VacancyStore {
  listPublished(filter: VacancyFilter, after: AfterVacancy | undefined, limit: number): Promise<VacancyRecord[]>
  countPublished(filter: VacancyFilter): Promise<number>
  find(id: string): Promise<VacancyRecord | undefined>
  allPublished(): Promise<VacancyRecord[]>
  /** Those that exist, in any state, inside the transaction of `db`. */
  findMany(db: Database, ids: readonly string[]): Promise<VacancyRecord[]>
  /** Inserts or replaces, inside the transaction of `db`. Keyed records: a vacancy and its fingerprint. */
  save(db: Database, vacancies: readonly (VacancyRecord & { readonly fingerprint: string })[]): Promise<void>
  /** Published vacancies whose closing date lies before the day become expired; how many. */
  expire(db: Database, today: DateText): Promise<number>
  removeDemo(db: Database): Promise<void>
  raiseRevision(db: Database): Promise<void>
}

const columns =
  'id, state, demo, title, employer, description, language, occupation, region, place_name, facts, requirements, source, source_url, published_on, closes_on'

const filtered = `state = 'published'
  and ($1::text is null or strpos(lower(concat_ws(' ', title, employer)), lower($1)) > 0)
  and ($2::text[] is null or occupation = any($2))
  and ($3::text is null or region = $3)
  and ($4::int is null or ((facts -> 'hours' ->> 0)::int <= $4 and (facts -> 'hours' ->> 1)::int >= $4))`

export function createVacancyStore(db: Database): VacancyStore {
  return {
    async listPublished(filter, after, limit) {
      const rows = await db.query(
        `select ${columns} from vacancy where ${filtered}
           and ($5::date is null or published_on < $5 or (published_on = $5 and id > $6))
         order by published_on desc, id limit $7`,
        [...filterValues(filter), after?.[0] ?? null, after?.[1] ?? null, limit],
      )
      return rows.map(toVacancy)
    },
    async countPublished(filter) {
      const [row] = await db.query<{ count: number }>(
        `select count(*) as count from vacancy where ${filtered}`,
        filterValues(filter),
      )
      return Number(row?.count ?? 0)
    },
    async find(id) {
      const [row] = await db.query(`select ${columns} from vacancy where id = $1`, [id])
      return row && toVacancy(row)
    },
    async allPublished() {
      return (await db.query(`select ${columns} from vacancy where state = 'published' order by id`)).map(toVacancy)
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
    async removeDemo(inside) {
      await inside.query('delete from vacancy where demo')
    },
    async raiseRevision(inside) {
      await inside.query(`update revision set number = number + 1 where area = 'vacancies'`)
    },
  }
}

const batchSize = 500

const saveSql = `insert into vacancy (${columns}, fingerprint)
  select record ->> 'id', record ->> 'state', (record ->> 'demo')::boolean, record ->> 'title', record ->> 'employer',
    record ->> 'description', record ->> 'language', record ->> 'occupation', record ->> 'region', record ->> 'placeName',
    record -> 'facts', record -> 'requirements', record ->> 'source', record ->> 'sourceUrl', (record ->> 'publishedOn')::date,
    (record ->> 'closesOn')::date, record ->> 'fingerprint'
  from jsonb_array_elements($1::jsonb) as record
  on conflict (id) do update set state = excluded.state, demo = excluded.demo, title = excluded.title, employer = excluded.employer,
    description = excluded.description, language = excluded.language, occupation = excluded.occupation, region = excluded.region,
    place_name = excluded.place_name, facts = excluded.facts, requirements = excluded.requirements, source = excluded.source,
    source_url = excluded.source_url, published_on = excluded.published_on, closes_on = excluded.closes_on,
    fingerprint = excluded.fingerprint`

function filterValues(filter: VacancyFilter): unknown[] {
  return [
    filter.text ?? null,
    filter.occupations?.length ? filter.occupations : null,
    filter.region ?? null,
    filter.hours ?? null,
  ]
}

function toVacancy(row: Record<string, unknown>): VacancyRecord {
  const optional = {
    occupation: row.occupation,
    region: row.region,
    placeName: row.place_name,
    sourceUrl: row.source_url,
    closesOn: row.closes_on,
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
