import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Purpose } from './purposes.ts'

/** A yes that somebody gave. Moments are milliseconds since 1970. */
export interface Consent {
  readonly id: string
  readonly purpose: Purpose
  readonly organisation?: string | undefined
  readonly textVersion: string
  readonly language: 'nl' | 'en'
  readonly givenAt: number
  /** Ends by itself after this day. */
  readonly until?: DateText | undefined
  readonly withdrawnAt?: number | undefined
}

const time = (milliseconds: number): string => new Date(milliseconds).toISOString()
const columns = 'id, purpose, organisation, text_version, language, given_at, until, withdrawn_at'

export async function addConsent(inside: ActingDatabase, account: string, one: Consent): Promise<void> {
  await inside.query(
    `insert into consent (id, account, purpose, organisation, text_version, language, given_at, until)
     values ($1, $2, $3, $4, $5, $6, $7::timestamptz, $8::date)`,
    [one.id, account, one.purpose, one.organisation ?? null, one.textVersion, one.language, time(one.givenAt), one.until ?? null],
  )
}

/** Ends those that are open; whether there were any. */
export async function endConsents(
  inside: ActingDatabase,
  account: string,
  purpose: Purpose,
  organisation: string | undefined,
  at: number,
): Promise<boolean> {
  const rows = await inside.query(
    `update consent set withdrawn_at = $4::timestamptz
      where account = $1 and purpose = $2 and coalesce(organisation, '') = $3 and withdrawn_at is null returning id`,
    [account, purpose, organisation ?? '', time(at)],
  )
  return rows.length > 0
}

/** All there ever were, the newest first. */
export async function listConsents(inside: ActingDatabase, account: string): Promise<Consent[]> {
  return (await inside.query(`select ${columns} from consent where account = $1 order by given_at desc, id desc`, [account])).map(
    toConsent,
  )
}

/** One that holds on a day. */
export async function hasConsent(
  inside: ActingDatabase,
  account: string,
  purpose: Purpose,
  organisation: string | undefined,
  today: DateText,
): Promise<boolean> {
  const rows = await inside.query(
    `select 1 from consent where account = $1 and purpose = $2 and coalesce(organisation, '') = $3 and withdrawn_at is null
       and (until is null or until >= $4::timestamptz)`,
    [account, purpose, organisation ?? '', `${today}T00:00:00Z`],
  )
  return rows.length > 0
}

/** Whose time is over and that nobody took back: account, purpose, organisation. */
export async function listEnded(
  inside: ActingDatabase,
  today: DateText,
): Promise<{ readonly account: string; readonly purpose: Purpose; readonly organisation?: string | undefined }[]> {
  const rows = await inside.query<{ account: string; purpose: Purpose; organisation: string | null }>(
    'select account, purpose, organisation from consent where withdrawn_at is null and until < $1::timestamptz',
    [`${today}T00:00:00Z`],
  )
  return rows.map(({ organisation, ...row }) => ({ ...row, organisation: organisation ?? undefined }))
}

/** People who agreed that advisers of an organisation look along; read as a task. */
export async function listAgreed(inside: ActingDatabase, organisation: string, today: DateText): Promise<string[]> {
  const rows = await inside.query<{ account: string }>(
    `select account from consent where purpose = 'adviser' and organisation = $1 and withdrawn_at is null and (until is null or until >= $2::timestamptz)
      order by given_at, account`,
    [organisation, `${today}T00:00:00Z`],
  )
  return rows.map(({ account }) => account)
}

function toConsent(row: Record<string, unknown>): Consent {
  const day = row.until instanceof Date ? row.until.toISOString().slice(0, 10) : undefined
  return {
    id: row.id as string,
    purpose: row.purpose as Purpose,
    textVersion: row.text_version as string,
    language: row.language as 'nl' | 'en',
    givenAt: (row.given_at as Date).getTime(),
    ...(row.organisation === null ? {} : { organisation: row.organisation as string }),
    ...(day === undefined ? {} : { until: day }),
    ...(row.withdrawn_at === null ? {} : { withdrawnAt: (row.withdrawn_at as Date).getTime() }),
  }
}
