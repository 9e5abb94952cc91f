import type { ActingDatabase, Database, DateText } from '../../platform/index.ts'
import type { VacancyAlert } from './vacancy-alert.ts'

const iso = (ms: number): string => new Date(ms).toISOString()

export interface ShareOfPeople {
  readonly part: number
  readonly of: number
}

/** All SQL of alerts. Rows about people are looked at in the transaction of their person, or of a task. */
export const alertStore = {
  async wants(inside: ActingDatabase, account: string): Promise<boolean> {
    return (await inside.query('select 1 from vacancy_alert_wish where account = $1', [account])).length > 0
  },

  async addWish(inside: ActingDatabase, account: string, id: string, at: number): Promise<void> {
    await inside.query(
      'insert into vacancy_alert_wish (account, id, wished_at) values ($1, $2, $3::timestamptz) on conflict (account) do nothing',
      [account, id, iso(at)],
    )
  },

  /** Who wants none any more: what was found goes too. */
  async removeWish(inside: ActingDatabase, account: string): Promise<void> {
    await inside.query('delete from vacancy_alert where account = $1', [account])
    await inside.query('delete from vacancy_alert_wish where account = $1', [account])
  },

  async countWishes(inside: ActingDatabase): Promise<number> {
    const [row] = await inside.query<{ count: number }>('select count(*)::int as count from vacancy_alert_wish')
    return row?.count ?? 0
  },

  /** Who of a share wants to hear, in order, after this one. */
  async listWishers(inside: ActingDatabase, { part, of }: ShareOfPeople, after: string, most: number): Promise<string[]> {
    const rows = await inside.query<{ account: string }>(
      `select account from vacancy_alert_wish
       where account > $1 and (hashtext(account) & 2147483647) % $3::integer = $2::integer order by account limit $4`,
      [after, part, of, most],
    )
    return rows.map(({ account }) => account)
  },

  async listKnown(inside: ActingDatabase, account: string): Promise<ReadonlySet<string>> {
    const rows = await inside.query<{ vacancy: string }>('select vacancy from vacancy_alert where account = $1', [account])
    return new Set(rows.map(({ vacancy }) => vacancy))
  },

  /** Each vacancy once, whoever finds it first; and none for who took the wish back meanwhile. @returns how many were new */
  async add(inside: ActingDatabase, account: string, found: readonly VacancyAlert[]): Promise<number> {
    let added = 0
    for (const one of found) {
      const rows = await inside.query(
        `insert into vacancy_alert (account, vacancy, title, employer, plan, found_at)
         select $1, $2, $3, $4, $5, $6::timestamptz where exists (select from vacancy_alert_wish where account = $1 for key share)
         on conflict (account, vacancy) do nothing returning vacancy`,
        [account, one.vacancy, one.title, one.employer, one.plan, iso(one.foundAt)],
      )
      added += rows.length
    }
    return added
  },

  /** Of vacancies that are still open, the newest first. */
  async list(inside: ActingDatabase, account: string, most: number): Promise<VacancyAlert[]> {
    const rows = await inside.query<Record<string, unknown>>(
      `select a.* from vacancy_alert a join vacancy v on v.id = a.vacancy and v.state = 'published'
       where a.account = $1 order by a.found_at desc, a.vacancy limit $2`,
      [account, most],
    )
    return rows.map(toAlert)
  },

  /** Who has something that was not told, and was not mailed since that day. */
  async listToMail(inside: ActingDatabase, mailedBefore: DateText, most: number): Promise<string[]> {
    const rows = await inside.query<{ account: string }>(
      `select account from vacancy_alert_wish w
       where (mailed_on is null or mailed_on <= $1::date) and exists (select from vacancy_alert a where a.account = w.account and not a.told)
       order by account limit $2`,
      [mailedBefore, most],
    )
    return rows.map(({ account }) => account)
  },

  /** Takes the turn to mail somebody: two processes do not both get it. Gives the key of the wish, and what is told with it. */
  async takeToMail(
    inside: ActingDatabase,
    account: string,
    mailedBefore: DateText,
    today: DateText,
  ): Promise<{ readonly id: string; readonly found: readonly VacancyAlert[] } | undefined> {
    const [wish] = await inside.query<{ id: string }>(
      `update vacancy_alert_wish set mailed_on = $3::date
       where account = $1 and (mailed_on is null or mailed_on <= $2::date) returning id`,
      [account, mailedBefore, today],
    )
    if (!wish) return undefined
    const rows = await inside.query<Record<string, unknown>>(
      'update vacancy_alert set told = true where account = $1 and not told returning *',
      [account],
    )
    const found = rows.map(toAlert).sort((a, b) => b.foundAt - a.foundAt || (a.vacancy < b.vacancy ? -1 : 1))
    return { id: wish.id, found }
  },

  async languageOf(inside: ActingDatabase, account: string): Promise<'nl' | 'en'> {
    const [row] = await inside.query<{ language: 'nl' | 'en' }>('select language from account where id = $1', [account])
    return row?.language ?? 'nl'
  },

  async removeOld(inside: ActingDatabase, foundBefore: number): Promise<number> {
    return (
      await inside.query('delete from vacancy_alert where found_at < $1::timestamptz returning vacancy', [iso(foundBefore)])
    ).length
  },

  /** How far the outbox of vacancies was read; undefined before the first time. */
  async findCursor(db: Database): Promise<number | undefined> {
    const [row] = await db.query<{ revision: number }>(`select revision from job_cursor where name = 'vacancy-alerts'`)
    return row?.revision
  },

  /** Moves it from where the reader found it. @returns false when another process was first */
  async moveCursor(inside: Database, from: number | undefined, to: number, now: number): Promise<boolean> {
    const rows =
      from === undefined
        ? await inside.query(
            `insert into job_cursor (name, revision, moved_at) values ('vacancy-alerts', $1, $2::timestamptz)
             on conflict (name) do nothing returning name`,
            [to, iso(now)],
          )
        : await inside.query(
            `update job_cursor set revision = $2, moved_at = $3::timestamptz where name = 'vacancy-alerts' and revision = $1 returning name`,
            [from, to, iso(now)],
          )
    return rows.length > 0
  },
}

function toAlert(row: Record<string, unknown>): VacancyAlert {
  return {
    vacancy: row.vacancy as string,
    title: row.title as string,
    employer: row.employer as string,
    plan: row.plan as string,
    foundAt: (row.found_at as Date).getTime(),
  }
}
