import type { ActingDatabase, Database, DateText } from '../../platform/index.ts'

/** Questions to an organisation and whether it answered: no person in it. Not personal, so any database may read it. */
export interface ReplyRecord {
  readonly id: string
  readonly organisation: string
  readonly vacancy: string
  readonly demo: boolean
  readonly askedOn: DateText
  readonly dueOn: DateText
}

export async function addReplyRecord(inside: ActingDatabase, one: ReplyRecord): Promise<void> {
  await inside.query(
    `insert into reply_record (id, organisation, vacancy, demo, asked_on, due_on) values ($1, $2, $3, $4, $5::date, $6::date) on conflict (id) do nothing`,
    [one.id, one.organisation, one.vacancy, one.demo, one.askedOn, one.dueOn],
  )
}

export async function markAnswered(inside: ActingDatabase, id: string, on: DateText): Promise<void> {
  await inside.query('update reply_record set answered_on = $2::date where id = $1 and answered_on is null', [id, on])
}

/** Taken back before the answer was due: counts neither way. */
export async function markTakenBack(inside: ActingDatabase, id: string, on: DateText): Promise<void> {
  await inside.query('update reply_record set withdrawn = true where id = $1 and answered_on is null and due_on >= $2::date', [
    id,
    on,
  ])
}

export interface Replies {
  readonly askedOn: DateText
  readonly answeredOn?: DateText
}

/** Questions since a day that were answered, or whose term is over: those that still may be answered in time are not judged. */
export async function listReplies(
  db: Database,
  of: { readonly organisation: string } | { readonly vacancy: string },
  since: DateText,
  today: DateText,
): Promise<Replies[]> {
  const [column, value] = 'vacancy' in of ? ['vacancy', of.vacancy] : ['organisation', of.organisation]
  const rows = await db.query<{ asked_on: DateText; answered_on: DateText | null }>(
    `select asked_on, answered_on from reply_record
      where ${column} = $1 and asked_on >= $2::date and not withdrawn and (answered_on is not null or due_on < $3::date)`,
    [value, since, today],
  )
  return rows.map(({ asked_on: askedOn, answered_on: answeredOn }) => ({
    askedOn,
    ...(answeredOn === null ? {} : { answeredOn }),
  }))
}

/** The same of several organisations at once, by organisation. */
export async function listRepliesOf(
  db: Database,
  organisations: readonly string[],
  since: DateText,
  today: DateText,
): Promise<ReadonlyMap<string, readonly Replies[]>> {
  const rows = await db.query<{ organisation: string; asked_on: DateText; answered_on: DateText | null }>(
    `select organisation, asked_on, answered_on from reply_record
      where organisation = any($1::text[]) and asked_on >= $2::date and not withdrawn and (answered_on is not null or due_on < $3::date)`,
    [organisations, since, today],
  )
  const found = new Map<string, Replies[]>()
  for (const { organisation, asked_on: askedOn, answered_on: answeredOn } of rows) {
    const all = found.get(organisation) ?? []
    all.push({ askedOn, ...(answeredOn === null ? {} : { answeredOn }) })
    found.set(organisation, all)
  }
  return found
}

export interface Pause {
  readonly since: DateText
  readonly waiting: number
}

export async function pause(
  inside: ActingDatabase,
  vacancy: string,
  organisation: string,
  { since, waiting }: Pause,
): Promise<void> {
  await inside.query(
    `insert into vacancy_pause (vacancy, organisation, since, waiting) values ($1, $2, $3::date, $4)
     on conflict (vacancy) do update set waiting = excluded.waiting`,
    [vacancy, organisation, since, waiting],
  )
}

export async function endPause(inside: ActingDatabase, vacancy: string): Promise<boolean> {
  return (await inside.query('delete from vacancy_pause where vacancy = $1 returning vacancy', [vacancy])).length > 0
}

export async function findPause(db: Database, vacancy: string): Promise<Pause | undefined> {
  const [row] = await db.query<{ since: DateText; waiting: number }>(
    'select since, waiting from vacancy_pause where vacancy = $1',
    [vacancy],
  )
  return row
}

/** How many at this vacancy waited longer than the term, and still wait. */
export async function countOverdue(inside: ActingDatabase, vacancy: string): Promise<number> {
  const [row] = await inside.query<{ count: number }>(
    `select count(*)::int as count from introduction where vacancy = $1 and ended_at is null and waits_for = 'organisation' and overdue_at is not null`,
    [vacancy],
  )
  return row?.count ?? 0
}
