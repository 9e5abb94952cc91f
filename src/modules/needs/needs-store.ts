import type { ActingDatabase, DateText } from '../../platform/index.ts'

export interface ReleaseRow {
  readonly id: string
  readonly account: string
  readonly organisation: string
  readonly organisationName: string
  readonly introduction: string | null
  readonly sealed: string
  /** The last day. */
  readonly until: DateText
}

type Columns = ReleaseRow & Record<string, unknown>

const columns = `release.id, release.account, release.organisation, organisation.name as "organisationName", release.introduction, release.sealed,
  release.last_day as until`
const from = 'from need_release release join organisation on organisation.id = release.organisation'
const timestamp = (milliseconds: number): string => new Date(milliseconds).toISOString()

export async function findSealed(inside: ActingDatabase, account: string): Promise<string | undefined> {
  const [row] = await inside.query<{ sealed: string }>('select sealed from account_needs where account = $1', [account])
  return row?.sealed
}

export async function saveSealed(inside: ActingDatabase, account: string, sealed: string, now: number): Promise<void> {
  await inside.query(
    `insert into account_needs (account, sealed, updated_at) values ($1, $2, $3::timestamptz)
     on conflict (account) do update set sealed = excluded.sealed, updated_at = excluded.updated_at`,
    [account, sealed, timestamp(now)],
  )
}

export async function removeSealed(inside: ActingDatabase, account: string): Promise<void> {
  await inside.query('delete from account_needs where account = $1', [account])
}

export async function isOpenOrganisation(inside: ActingDatabase, id: string): Promise<boolean> {
  return (await inside.query('select id from organisation where id = $1 and closed_at is null', [id])).length > 0
}

export async function addRelease(
  inside: ActingDatabase,
  { id, account, organisation, introduction, sealed, until }: Omit<ReleaseRow, 'organisationName'>,
  now: number,
): Promise<void> {
  await inside.query(
    `insert into need_release (id, account, organisation, introduction, sealed, last_day, given_at)
     values ($1, $2, $3, $4, $5, $6::date, $7::timestamptz)`,
    [id, account, organisation, introduction, sealed, until, timestamp(now)],
  )
}

/** Releases of a person that still count on this day, newest first. */
export async function releasesBy(inside: ActingDatabase, account: string, today: DateText): Promise<ReleaseRow[]> {
  return inside.query<Columns>(
    `select ${columns} ${from} where release.account = $1 and release.last_day >= $2::date order by release.given_at desc, release.id`,
    [account, today],
  )
}

/** Releases of a person to an organisation that count on this day: for one introduction, and for the organisation as a whole. */
export async function releasesTo(
  inside: ActingDatabase,
  asked: {
    readonly organisation: string
    readonly introduction: string
    readonly person: string
    readonly today: DateText
  },
): Promise<ReleaseRow[]> {
  return inside.query<Columns>(
    `select ${columns} ${from}
      where release.organisation = $1 and release.account = $3 and release.last_day >= $4::date
        and (release.introduction = $2 or release.introduction is null) order by release.given_at, release.id`,
    [asked.organisation, asked.introduction, asked.person, asked.today],
  )
}

export async function changeRelease(inside: ActingDatabase, id: string, sealed: string): Promise<void> {
  await inside.query('update need_release set sealed = $2 where id = $1', [id, sealed])
}

/** @returns whether there was one */
export async function removeRelease(inside: ActingDatabase, id: string, account: string): Promise<boolean> {
  return (await inside.query('delete from need_release where id = $1 and account = $2 returning id', [id, account])).length > 0
}

export async function removeReleasesOf(inside: ActingDatabase, introduction: string): Promise<void> {
  await inside.query('delete from need_release where introduction = $1', [introduction])
}

/** @returns how many ended before this day and are gone */
export async function removeEnded(inside: ActingDatabase, today: DateText): Promise<number> {
  return (await inside.query('delete from need_release where last_day < $1::date returning id', [today])).length
}

/** Some rows with what they are sealed with: all of both tables, to seal anew. */
export async function listSealed(
  inside: ActingDatabase,
): Promise<{ readonly account: string; readonly release: string | null; readonly sealed: string }[]> {
  return inside.query<{ account: string; release: string | null; sealed: string }>(
    `select account, null as release, sealed from account_needs union all select account, id, sealed from need_release`,
  )
}
