import type { Database } from '../../platform/index.ts'
import type { DemoSize } from './demo-size.ts'

/**
 * What of the demo world no other module keeps: the switch, and how its vacancies and people come into the record. They are gathered in
 * tables beside it first, that only this transaction sees, a thousand at a time. From there a few large statements put them in place: a
 * statement of more than 20,000 records is one change to the outbox, *everything*, and nobody waits for a writer while the world is invented.
 */
export interface DemoStore {
  readState(): Promise<DemoState | undefined>
  saveState(db: Database, state: DemoState): Promise<void>
  /** Waits for who else makes or removes the demo world now; until the transaction ends. */
  waitForOthers(db: Database): Promise<void>
  /** Whether nobody else makes or removes it now, without waiting. */
  isFree(db: Database): Promise<boolean>
  /** Says, outside any transaction, that a load runs: stays when the process is killed. */
  markLoading(now: number): Promise<void>
  unmarkLoading(db: Database): Promise<void>
  isMarkedLoading(db: Database): Promise<boolean>
  openGathering(db: Database): Promise<void>
  /** Records as JSON text, after `gathered` others of their kind. */
  gather(db: Database, kind: GatheredKind, records: readonly string[], gathered: number): Promise<void>
  /** Puts the gathered records numbered after `from` up to and including `upTo` in place. */
  putInPlace(db: Database, kind: GatheredKind, from: number, upTo: number): Promise<void>
  removeVacancies(db: Database): Promise<void>
  /** Employers of demo vacancies, those with the most first. */
  listEmployers(db: Database, limit: number): Promise<DemoWorldEmployer[]>
  /** Gives the space of what was removed back, and tells the planner how much there is: the embedded database never does so by itself. */
  tidy(): Promise<void>
}

export interface DemoWorldEmployer {
  readonly name: string
  readonly placeName: string | undefined
  readonly region: string | undefined
}

export type GatheredKind = 'vacancies' | 'people'

export interface DemoState {
  readonly on: boolean
  /** The day the dates of this world were counted from, and its checksum. */
  readonly today?: string
  readonly checksum?: string
  /** Left out by versions that knew one size. */
  readonly size?: DemoSize
}

const vacancyColumns =
  'id, state, demo, title, employer, description, language, occupation, region, place_name, facts, requirements, source, published_on, closes_on, fingerprint'
const personColumns = 'id, demo, region, profile'

const gatherSql: Readonly<Record<GatheredKind, string>> = {
  vacancies: `insert into demo_vacancy_gathered (number, ${vacancyColumns})
    select $2::int + place, record ->> 'id', record ->> 'state', true, record ->> 'title', record ->> 'employer', record ->> 'description',
      record ->> 'language', record ->> 'occupation', record ->> 'region', record ->> 'placeName', record -> 'facts',
      record -> 'requirements', record ->> 'source', (record ->> 'publishedOn')::date, (record ->> 'closesOn')::date, record ->> 'id'
    from jsonb_array_elements($1::jsonb) with ordinality as gathered (record, place)`,
  people: `insert into demo_person_gathered (number, ${personColumns})
    select $2::int + place, record ->> 'id', true, record ->> 'region', record -> 'profile'
    from jsonb_array_elements($1::jsonb) with ordinality as gathered (record, place)`,
}

const putSql: Readonly<Record<GatheredKind, string>> = {
  vacancies: `insert into vacancy (${vacancyColumns})
    select ${vacancyColumns} from demo_vacancy_gathered where number > $1 and number <= $2`,
  people: `insert into pool_person (${personColumns})
    select ${personColumns} from demo_person_gathered where number > $1 and number <= $2`,
}

/** The record and its schema, so that two in one server do not wait for each other. */
const lockKey = `hashtext('schakel demo ' || current_schema())`

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
    async waitForOthers(inside) {
      await inside.query(`select pg_advisory_xact_lock(${lockKey})`)
    },
    async isFree(inside) {
      const [row] = await inside.query(`select pg_try_advisory_xact_lock(${lockKey}) as free`)
      return row?.free === true
    },
    async markLoading(now) {
      await db.query(
        `insert into setting (name, value) values ('demoLoading', $1::jsonb) on conflict (name) do update set value = excluded.value`,
        [{ at: new Date(now).toISOString() }],
      )
    },
    async unmarkLoading(inside) {
      await inside.query("delete from setting where name = 'demoLoading'")
    },
    async isMarkedLoading(inside) {
      return (await inside.query("select 1 as found from setting where name = 'demoLoading'")).length > 0
    },
    async openGathering(inside) {
      await inside.query(
        `create temp table demo_vacancy_gathered on commit drop as select 0 as number, ${vacancyColumns} from vacancy limit 0`,
      )
      await inside.query(
        `create temp table demo_person_gathered on commit drop as select 0 as number, ${personColumns} from pool_person limit 0`,
      )
    },
    async gather(inside, kind, records, gathered) {
      await inside.query(gatherSql[kind], [`[${records.join(',')}]`, gathered])
    },
    async putInPlace(inside, kind, from, upTo) {
      await inside.query(putSql[kind], [from, upTo])
    },
    async removeVacancies(inside) {
      await inside.query('delete from vacancy where demo')
    },
    async listEmployers(inside, limit) {
      const rows = await inside.query<{ employer: string; place_name: string | null; region: string | null }>(
        `select employer, min(place_name) as place_name, min(region) as region from vacancy where demo and employer is not null
         group by employer order by count(*) desc, employer limit $1`,
        [limit],
      )
      return rows.map((row) => ({
        name: row.employer,
        placeName: row.place_name ?? undefined,
        region: row.region ?? undefined,
      }))
    },
    async tidy() {
      for (const table of ['vacancy', 'programme', 'offering', 'pool_person']) await db.runScript(`vacuum (analyze) ${table}`)
    },
  }
}
