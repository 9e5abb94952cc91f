import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Senior, SeniorBooking, SeniorRole, SeniorWeek } from './senior.ts'

const time = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** The budgets that the actor's database shows; `organisation`: only those that it keeps. With how each wants to be called. */
export async function listSeniors(
  inside: ActingDatabase,
  organisation: string,
): Promise<readonly (Senior & { readonly name: string })[]> {
  const rows = await inside.query<
    Record<string, unknown> & { account: string; role: SeniorRole; name: string | null; email: string }
  >(
    `select s.account, s.role, a.name, a.email from senior s join account a on a.id = s.account
      where s.organisation = $1 order by coalesce(a.name, a.email), s.account`,
    [organisation],
  )
  return rows.map(({ account, role, name, email }) => ({ account, organisation, role, name: name ?? email }))
}

/** `lock`: nobody else sets the budget of this person until the transaction ends. */
export async function findSenior(inside: ActingDatabase, account: string, lock = false): Promise<Senior | undefined> {
  const [row] = await inside.query<Record<string, unknown> & Senior>(
    `select account, organisation, role from senior where account = $1 ${lock ? 'for update' : ''}`,
    [account],
  )
  return row && { account: row.account, organisation: row.organisation, role: row.role }
}

export async function saveSenior(task: ActingDatabase, senior: Senior, demo: boolean, at: number): Promise<void> {
  await task.query(
    `insert into senior (account, organisation, role, demo, changed_at) values ($1, $2, $3, $4, $5::timestamptz)
     on conflict (account) do update set organisation = excluded.organisation, role = excluded.role, changed_at = excluded.changed_at`,
    [senior.account, senior.organisation, senior.role, demo, time(at)],
  )
}

/** Roles of somebody in an organisation; undefined for who is no member. */
export async function findRoles(
  task: ActingDatabase,
  organisation: string,
  account: string,
): Promise<readonly string[] | undefined> {
  const [row] = await task.query<{ roles: string[] }>('select roles from member where organisation = $1 and account = $2', [
    organisation,
    account,
  ])
  return row?.roles
}

/** Members by name with their roles: who may be given a budget. */
export async function listCandidates(
  inside: ActingDatabase,
  organisation: string,
): Promise<readonly { readonly account: string; readonly name: string; readonly roles: readonly string[] }[]> {
  const rows = await inside.query<{ account: string; name: string | null; email: string; roles: string[] }>(
    `select m.account, a.name, a.email, m.roles from member m join account a on a.id = m.account
      where m.organisation = $1 order by coalesce(a.name, a.email), m.account`,
    [organisation],
  )
  return rows.map(({ account, name, email, roles }) => ({ account, name: name ?? email, roles }))
}

/**
 * Somebody of whom hours are drawn, and nobody said how many there are.
 * @returns false for who is neither known nor a member of that organisation
 */
export async function putSenior(
  task: ActingDatabase,
  one: { readonly person: string; readonly organisation: string; readonly role: SeniorRole },
  demo: boolean,
  at: number,
): Promise<boolean> {
  await task.query(
    `insert into senior (account, organisation, role, demo, changed_at)
     select $1, $2, $3, $4, $5::timestamptz where exists (select from member where organisation = $2 and account = $1)
     on conflict (account) do nothing`,
    [one.person, one.organisation, one.role, demo, time(at)],
  )
  return (await findSenior(task, one.person)) !== undefined
}

/** Whether somebody said of any week how many hours there are. */
export async function hasBudget(task: ActingDatabase, account: string): Promise<boolean> {
  const rows = await task.query('select 1 from senior_week where account = $1 and budget_minutes is not null limit 1', [account])
  return rows.length > 0
}

type WeekRow = Record<string, unknown> & { account: string; week: string; budget_minutes: number; booked_minutes: number }

const toWeek = ({ week, budget_minutes, booked_minutes }: WeekRow): SeniorWeek => ({
  week,
  budgetMinutes: budget_minutes,
  bookedMinutes: booked_minutes,
})

/** A week of somebody; `budgetMinutes` left out: nobody said how many there are. */
export interface WeekState {
  readonly account: string
  readonly week: DateText
  readonly budgetMinutes?: number
  readonly bookedMinutes: number
}

const toState = ({ account, week, budget_minutes, booked_minutes }: Record<string, unknown>): WeekState => ({
  ...{ account: account as string, week: week as string, bookedMinutes: booked_minutes as number },
  ...(budget_minutes === null ? {} : { budgetMinutes: budget_minutes as number }),
})

/** These weeks of these people, with those of which nobody said how many hours there are. */
export async function listWeekStates(
  task: ActingDatabase,
  accounts: readonly string[],
  weeks: readonly DateText[],
): Promise<readonly WeekState[]> {
  const rows = await task.query(
    `select account, week::text as week, budget_minutes, booked_minutes from senior_week
      where account = any($1::text[]) and week = any($2::date[]) order by account, week`,
    [accounts, weeks],
  )
  return rows.map(toState)
}

/** Weeks of somebody that are not there yet, without a number. */
export async function addWeeks(task: ActingDatabase, account: string, weeks: readonly DateText[]): Promise<void> {
  await task.query(
    `insert into senior_week (account, week, budget_minutes) select $1, week, null from unnest($2::date[]) as week order by week
     on conflict (account, week) do nothing`,
    [account, weeks],
  )
}

/** Nobody else draws of these people until the transaction ends: in one order, whoever asks. */
export async function lockPeople(task: ActingDatabase, accounts: readonly string[]): Promise<void> {
  await task.query('select 1 from senior_week where account = any($1::text[]) order by account, week for update', [accounts])
}

/** Weeks of these people in order, as far as there are budgets; by account. */
export async function listWeeks(
  inside: ActingDatabase,
  accounts: readonly string[],
  from: DateText,
  until: DateText,
): Promise<ReadonlyMap<string, readonly SeniorWeek[]>> {
  const rows = await inside.query<WeekRow>(
    `select account, week::text as week, budget_minutes, booked_minutes from senior_week
      where account = any($1::text[]) and week between $2::date and $3::date and budget_minutes is not null order by account, week`,
    [accounts, from, until],
  )
  return new Map([...Map.groupBy(rows, ({ account }) => account)].map(([account, own]) => [account, own.map(toWeek)]))
}

/** The same of one person, with weeks without a number, and nobody else books or sets a budget in them until the transaction ends. */
export async function lockWeeks(
  task: ActingDatabase,
  account: string,
  from: DateText,
  until: DateText,
): Promise<readonly WeekState[]> {
  const rows = await task.query(
    `select account, week::text as week, budget_minutes, booked_minutes from senior_week
      where account = $1 and week between $2::date and $3::date order by week for update`,
    [account, from, until],
  )
  return rows.map(toState)
}

/** The same budget in each of these weeks. The database refuses what is less than is booked. */
export async function saveWeeks(
  task: ActingDatabase,
  account: string,
  weeks: readonly DateText[],
  minutes: number,
): Promise<void> {
  await task.query(
    `insert into senior_week (account, week, budget_minutes) select $1, week, $3 from unnest($2::date[]) as week order by week
     on conflict (account, week) do update set budget_minutes = excluded.budget_minutes`,
    [account, weeks, minutes],
  )
}

type BookingRow = Record<string, unknown> & {
  id: string
  account: string
  purpose: SeniorBooking['purpose']
  ref: string
  from_week: string
  until_week: string
  minutes_per_week: number
  drawn: boolean
}

const toBooking = (row: BookingRow): SeniorBooking => ({
  ...{ id: row.id, account: row.account, purpose: row.purpose, ref: row.ref },
  ...{ fromWeek: row.from_week, untilWeek: row.until_week, minutesPerWeek: row.minutes_per_week },
  isDrawn: row.drawn,
})

/** Bookings of these people that touch these weeks, the earliest first. */
export async function listBookings(
  inside: ActingDatabase,
  accounts: readonly string[],
  from: DateText,
  until: DateText,
): Promise<readonly SeniorBooking[]> {
  const rows = await inside.query<BookingRow>(
    `select id, account, purpose, ref, from_week::text as from_week, until_week::text as until_week, minutes_per_week, drawn from senior_booking
      where account = any($1::text[]) and from_week <= $3::date and until_week >= $2::date order by from_week, made_at, id`,
    [accounts, from, until],
  )
  return rows.map(toBooking)
}

/** What is booked for something, of anybody. */
export async function listOfRef(task: ActingDatabase, ref: string): Promise<readonly SeniorBooking[]> {
  const rows = await task.query<BookingRow>(
    `select id, account, purpose, ref, from_week::text as from_week, until_week::text as until_week, minutes_per_week, drawn from senior_booking
      where ref = $1 order by account, from_week, id`,
    [ref],
  )
  return rows.map(toBooking)
}

/** Takes its hours too; the database refuses it where they are not left. */
export async function addBooking(task: ActingDatabase, booking: SeniorBooking, demo: boolean, at: number): Promise<void> {
  await task.query(
    `insert into senior_booking (id, account, purpose, ref, from_week, until_week, minutes_per_week, drawn, demo, made_at)
     values ($1, $2, $3, $4, $5::date, $6::date, $7, $8, $9, $10::timestamptz)`,
    [
      ...[booking.id, booking.account, booking.purpose, booking.ref, booking.fromWeek, booking.untilWeek],
      ...[booking.minutesPerWeek, booking.isDrawn, demo, time(at)],
    ],
  )
}

/** Gives the hours back; in the name of an organisation only what was booked by hand. How many bookings. */
export async function removeBookings(
  task: ActingDatabase,
  which: { readonly ref: string } | { readonly id: string; readonly organisation?: string },
): Promise<number> {
  const rows =
    'ref' in which
      ? await task.query('delete from senior_booking where ref = $1 returning id', [which.ref])
      : await task.query(
          `delete from senior_booking where id = $1
             and ($2::text is null or (not drawn and account in (select account from senior where organisation = $2))) returning id`,
          [which.id, which.organisation ?? null],
        )
  return rows.length
}

/** Minutes left in a week over everybody whose budget one of these organisations keeps, by role. */
export async function sumLeft(
  task: ActingDatabase,
  organisations: readonly string[],
  week: DateText,
): Promise<readonly { readonly role: SeniorRole; readonly people: number; readonly leftMinutes: number }[]> {
  const rows = await task.query<Record<string, unknown> & { role: SeniorRole; people: number; left: number }>(
    `select s.role, count(*)::int as people, sum(w.budget_minutes - w.booked_minutes)::int as left
       from senior s join senior_week w on w.account = s.account
      where s.organisation = any($1::text[]) and w.week = $2::date and w.budget_minutes is not null group by s.role order by s.role`,
    [organisations, week],
  )
  return rows.map(({ role, people, left }) => ({ role, people, leftMinutes: left }))
}
