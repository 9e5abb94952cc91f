import type { Database } from '../../platform/index.ts'
import type { VacancyRecord } from '../vacancies/index.ts'

/** What of the demo world no other module keeps: the switch, and its vacancies. */
export interface DemoStore {
  readState(): Promise<DemoState | undefined>
  saveState(db: Database, state: DemoState): Promise<void>
  removeVacancies(db: Database): Promise<void>
  insertVacancies(db: Database, vacancies: readonly VacancyRecord[]): Promise<void>
  count(): Promise<{ readonly vacancies: number; readonly offerings: number; readonly people: number }>
}

export interface DemoState {
  readonly on: boolean
  /** The day the dates of this world were counted from, and its checksum. */
  readonly today?: string
  readonly checksum?: string
}

export function createDemoStore(db: Database): DemoStore {
  return {
    async readState() {
      const [row] = await db.query<{ value: DemoState }>("select value from setting where name = 'demo'")
      return row?.value
    },
    async saveState(inside, state) {
      await inside.query(
        `insert into setting (name, value) values ('demo', $1::jsonb) on conflict (name) do update set value = excluded.value`,
        [JSON.stringify(state)],
      )
    },
    async removeVacancies(inside) {
      await inside.query('delete from vacancy where demo')
    },
    async insertVacancies(inside, vacancies) {
      await inside.query(
        `insert into vacancy (id, state, demo, title, employer, description, language, occupation, region, place_name, facts,
           requirements, source, published_on, closes_on, fingerprint)
         select record ->> 'id', record ->> 'state', true, record ->> 'title', record ->> 'employer', record ->> 'description',
           record ->> 'language', record ->> 'occupation', record ->> 'region', record ->> 'placeName', record -> 'facts',
           record -> 'requirements', record ->> 'source', (record ->> 'publishedOn')::date, (record ->> 'closesOn')::date,
           record ->> 'id'
         from jsonb_array_elements($1::jsonb) as record`,
        [JSON.stringify(vacancies)],
      )
    },
    async count() {
      const [row] = await db.query(
        `select (select count(*) from vacancy where demo)::int as vacancies, (select count(*) from offering where demo)::int as offerings,
           (select count(*) from pool_person where demo)::int as people`,
      )
      return { vacancies: Number(row?.vacancies), offerings: Number(row?.offerings), people: Number(row?.people) }
    },
  }
}
