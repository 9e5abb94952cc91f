import type { ActingDatabase, Database } from '../../platform/index.ts'
import type { CohortGroupsFinding } from '../engines/index.ts'
import type { Scenario } from './scenario.ts'

type Row = Record<string, unknown> & Pick<Scenario, 'id' | 'organisation' | 'name' | 'asked' | 'answer'> & { made_at: Date }

const toScenario = ({ id, organisation, name, asked, answer, made_at }: Row): Scenario => ({
  ...{ id, organisation, name, asked, answer },
  madeAt: made_at.getTime(),
})

/** Those of an organisation that the actor's database shows, the newest first. */
export async function listScenarios(inside: ActingDatabase, organisation: string): Promise<readonly Scenario[]> {
  const rows = await inside.query<Row>(
    'select id, organisation, name, asked, answer, made_at from choice_scenario where organisation = $1 order by made_at desc, id desc',
    [organisation],
  )
  return rows.map(toScenario)
}

export async function countScenarios(inside: ActingDatabase, organisation: string): Promise<number> {
  const [row] = await inside.query<{ count: number }>(
    'select count(*)::int as count from choice_scenario where organisation = $1',
    [organisation],
  )
  return row?.count ?? 0
}

export async function addScenario(inside: ActingDatabase, one: Scenario): Promise<void> {
  await inside.query(
    `insert into choice_scenario (id, organisation, name, asked, answer, made_at)
     values ($1, $2, $3, $4::jsonb, $5::jsonb, $6::timestamptz)`,
    [
      ...[one.id, one.organisation, one.name, JSON.stringify(one.asked), JSON.stringify(one.answer)],
      new Date(one.madeAt).toISOString(),
    ],
  )
}

/** Whether it was there. */
export async function removeScenario(inside: ActingDatabase, organisation: string, id: string): Promise<boolean> {
  const rows = await inside.query('delete from choice_scenario where organisation = $1 and id = $2 returning id', [
    organisation,
    id,
  ])
  return rows.length > 0
}

/** Who of a region agreed to be counted, and its published vacancies: ids, for a question to the engine. */
export async function idsOfRegion(
  db: Database,
  region: string,
): Promise<{ readonly people: readonly string[]; readonly vacancies: readonly string[] }> {
  const people = await db.query<{ id: string }>('select id from pool_person where region = $1 order by id', [region])
  const vacancies = await db.query<{ id: string }>(
    `select id from vacancy where state = 'published' and region = $1 order by id`,
    [region],
  )
  return { people: people.map(({ id }) => id), vacancies: vacancies.map(({ id }) => id) }
}

/** People of a region in groups, as they were found at a moment (milliseconds since 1970); `people` in tens. */
export interface CohortInput {
  readonly dataVersion: string
  readonly people: number
  readonly finding: CohortGroupsFinding
  readonly madeAt: number
}

export async function findInput(db: Database, region: string): Promise<CohortInput | undefined> {
  const [row] = await db.query<Record<string, unknown>>('select * from cohort_input where region = $1', [region])
  return (
    row && {
      dataVersion: row.data_version as string,
      people: row.people as number,
      finding: row.finding as CohortGroupsFinding,
      madeAt: (row.made_at as Date).getTime(),
    }
  )
}

/** The newest stays, whoever writes last. */
export async function putInput(
  inside: Database,
  region: string,
  { dataVersion, people, finding, madeAt }: CohortInput,
): Promise<void> {
  await inside.query(
    `insert into cohort_input (region, data_version, people, finding, made_at) values ($1, $2, $3, $4::jsonb, $5::timestamptz)
     on conflict (region) do update set data_version = excluded.data_version, people = excluded.people, finding = excluded.finding,
       made_at = excluded.made_at where cohort_input.made_at <= excluded.made_at`,
    [region, dataVersion, people, JSON.stringify(finding), new Date(madeAt).toISOString()],
  )
}

/** Regions in which anybody agreed to be counted. */
export async function regionsWithPeople(db: Database): Promise<string[]> {
  const rows = await db.query<{ region: string }>(
    'select distinct region from pool_person where region is not null order by region',
  )
  return rows.map(({ region }) => region)
}
