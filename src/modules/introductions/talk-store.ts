import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Message, Release } from './introduction.ts'
import type { Releasable, ReportKind } from './reasons.ts'
import type { Side } from './steps.ts'

const time = (milliseconds: number): string => new Date(milliseconds).toISOString()

export async function addMessage(
  inside: ActingDatabase,
  introduction: string,
  { id, side, text, at }: Message,
  account: string | undefined,
): Promise<void> {
  await inside.query(
    'insert into introduction_message (id, introduction, side, account, text, at) values ($1, $2, $3, $4, $5, $6::timestamptz)',
    [id, introduction, side, account ?? null, text, time(at)],
  )
}

export async function listMessages(inside: ActingDatabase, introduction: string): Promise<Message[]> {
  const rows = await inside.query<{ id: string; side: Message['side']; text: string; at: Date; read_at: Date | null }>(
    'select id, side, text, at, read_at from introduction_message where introduction = $1 order by at, id',
    [introduction],
  )
  return rows.map(({ at, read_at, ...message }) => ({
    ...message,
    at: at.getTime(),
    ...(read_at === null ? {} : { readAt: read_at.getTime() }),
  }))
}

/** What the other side wrote was seen now. */
export async function markMessagesRead(inside: ActingDatabase, introduction: string, reader: Side, at: number): Promise<void> {
  await inside.query(
    'update introduction_message set read_at = $3::timestamptz where introduction = $1 and side <> $2 and read_at is null',
    [introduction, reader, time(at)],
  )
}

export async function addRelease(
  inside: ActingDatabase,
  introduction: string,
  { field, releasedAt, until }: Pick<Release, 'field' | 'releasedAt' | 'until'>,
): Promise<void> {
  await inside.query(
    'insert into introduction_release (introduction, field, released_at, until) values ($1, $2, $3::timestamptz, $4::date)',
    [introduction, field, time(releasedAt), until],
  )
}

/** Fields that are released today and were not taken back; and those that were. */
export async function listReleases(inside: ActingDatabase, introduction: string): Promise<Release[]> {
  const rows = await inside.query<{ field: Releasable; released_at: Date; until: DateText; withdrawn_at: Date | null }>(
    'select field, released_at, until, withdrawn_at from introduction_release where introduction = $1 order by released_at, field',
    [introduction],
  )
  return rows.map(({ field, released_at, until, withdrawn_at }) => ({
    field,
    until,
    releasedAt: released_at.getTime(),
    ...(withdrawn_at === null ? {} : { withdrawnAt: withdrawn_at.getTime() }),
  }))
}

/** These fields, or all, are taken back now. */
export async function withdrawReleases(
  inside: ActingDatabase,
  introduction: string,
  fields: readonly Releasable[],
  at: number,
): Promise<void> {
  await inside.query(
    `update introduction_release set withdrawn_at = $3::timestamptz
      where introduction = $1 and withdrawn_at is null and field = any($2::text[])`,
    [introduction, fields, time(at)],
  )
}

/** Read as a task: the organisation itself never sees the row of an account. */
export async function readContact(inside: ActingDatabase, account: string): Promise<Partial<Record<Releasable, string>>> {
  const [row] = await inside.query<Record<Releasable, string | null>>('select name, email, phone from account where id = $1', [
    account,
  ])
  return Object.fromEntries(Object.entries(row ?? {}).filter(([, value]) => value !== null)) as Partial<
    Record<Releasable, string>
  >
}

/** In which language somebody is written to; read as a task. */
export async function readLanguage(inside: ActingDatabase, account: string): Promise<'nl' | 'en'> {
  const [row] = await inside.query<{ language: 'nl' | 'en' }>('select language from account where id = $1', [account])
  return row?.language ?? 'nl'
}

export interface Report {
  readonly id: string
  readonly introduction: string
  readonly message?: string | undefined
  readonly bySide: Side
  readonly about: ReportKind
  readonly text?: string | undefined
  readonly at: number
  readonly settledAt?: number | undefined
  readonly outcome?: string | undefined
}

export async function addReport(inside: ActingDatabase, report: Report, account: string): Promise<void> {
  const { id, introduction, message, bySide, about, text, at } = report
  await inside.query(
    `insert into introduction_report (id, introduction, message, by_side, by_account, about, text, at) values ($1, $2, $3, $4, $5, $6, $7, $8::timestamptz)`,
    [id, introduction, message ?? null, bySide, account, about, text ?? null, time(at)],
  )
}

/** Those that wait first, the oldest first. */
export async function listReports(
  inside: ActingDatabase,
  limit: number,
): Promise<(Report & { readonly words?: string; readonly organisation: string })[]> {
  const rows = await inside.query<Record<string, unknown>>(
    `select r.id, r.introduction, r.message, r.by_side, r.about, r.text, r.at, r.settled_at, r.outcome, m.text as words, i.organisation
       from introduction_report r join introduction i on i.id = r.introduction left join introduction_message m on m.id = r.message
      order by r.settled_at is not null, r.at limit $1`,
    [limit],
  )
  return rows.map((row) => ({
    id: String(row.id),
    introduction: String(row.introduction),
    bySide: row.by_side as Side,
    about: row.about as ReportKind,
    organisation: String(row.organisation),
    at: (row.at as Date).getTime(),
    ...(row.message === null ? {} : { message: String(row.message) }),
    ...(row.words === null ? {} : { words: String(row.words) }),
    ...(row.text === null ? {} : { text: String(row.text) }),
    ...(row.settled_at === null ? {} : { settledAt: (row.settled_at as Date).getTime(), outcome: String(row.outcome) }),
  }))
}

export async function settleReport(
  inside: ActingDatabase,
  id: string,
  by: string,
  outcome: string,
  at: number,
): Promise<boolean> {
  const rows = await inside.query(
    `update introduction_report set settled_at = $2::timestamptz, settled_by = $3, outcome = $4 where id = $1 and settled_at is null returning id`,
    [id, time(at), by, outcome],
  )
  return rows.length > 0
}
