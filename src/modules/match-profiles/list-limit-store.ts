import type { Database, DateText } from '../../platform/index.ts'

/** How often lists of people are asked for, and of vacancies in which state. No person in it. */

/** Counts one more list of this day; false where there were as many as may be. */
export async function countList(db: Database, organisation: string, day: DateText, most: number): Promise<boolean> {
  const rows = await db.query(
    `insert into people_list_day as one (organisation, day, lists) select $1, $2::date, 1 where $3::int > 0
     on conflict (organisation, day) do update set lists = one.lists + 1 where one.lists < $3::int returning lists`,
    [organisation, day, most],
  )
  return rows.length > 0
}

/** Only today and yesterday matter. */
export async function forgetDays(db: Database, before: DateText): Promise<void> {
  await db.query('delete from people_list_day where day < $1::date', [before])
}

/** One at a time for each vacancy, until the transaction ends. */
export async function lockStates(inside: Database, vacancy: string): Promise<void> {
  await inside.query(`select pg_advisory_xact_lock(hashtext('people list ' || $1))`, [vacancy])
}

export interface ListedState {
  readonly number: number
  readonly state: string
  readonly firstAt: number
}

/** The states in which people of this vacancy were listed, the first one first. */
export async function statesOf(inside: Database, vacancy: string): Promise<ListedState[]> {
  const rows = await inside.query<{ number: number; state: string; first_at: Date }>(
    'select number, state, first_at from people_list_state where vacancy = $1 order by number',
    [vacancy],
  )
  return rows.map(({ number, state, first_at: at }) => ({ number, state, firstAt: new Date(at).getTime() }))
}

export async function addState(inside: Database, vacancy: string, one: ListedState): Promise<void> {
  await inside.query('insert into people_list_state (vacancy, number, state, first_at) values ($1, $2, $3, $4::timestamptz)', [
    vacancy,
    one.number,
    one.state,
    new Date(one.firstAt).toISOString(),
  ])
}
