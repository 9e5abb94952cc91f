import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Enrolment, MoveMade } from './enrolment.ts'
import type { Side, State } from './moves.ts'

const columns = `id, person, organisation, programme, programme_title, offering, starts_on, demo, state, quiet, called, email, skills, applied_at, changed_at,
  waiting_since, held_until, ended_at, reason, reason_by, reason_text, next_plan, wished_month`

export { columns as enrolmentColumns }

const time = (milliseconds: number | undefined): string | null =>
  milliseconds === undefined ? null : new Date(milliseconds).toISOString()
const json = (value: unknown): string | null => (value === undefined ? null : JSON.stringify(value))

export async function insertEnrolment(inside: ActingDatabase, one: Enrolment): Promise<void> {
  await inside.query(
    `insert into enrolment (id, person, organisation, programme, programme_title, offering, starts_on, demo, state, quiet, called, email, skills, applied_at,
       changed_at, waiting_since, held_until, wished_month)
     values ($1, $2, $3, $4, $5::jsonb, $6, $7::date, $8, $9, $10, $11, $12, $13::jsonb, $14::timestamptz, $15::timestamptz, $16::timestamptz, $17::date, $18::date)`,
    [
      ...[one.id, one.person, one.organisation, one.programme, JSON.stringify(one.programmeTitle), one.offering, one.startsOn],
      ...[one.demo, one.state, one.isQuiet, one.called, one.email ?? null, json(one.skills), time(one.appliedAt)],
      ...[time(one.changedAt), time(one.waitingSince), one.heldUntil ?? null, one.wishedMonth ?? null],
    ],
  )
}

/** A wish becomes a day: nothing is taken or held of the start that it was until then. */
export async function setStartDay(inside: ActingDatabase, id: string, startsOn: DateText): Promise<void> {
  await inside.query('update enrolment set starts_on = $2::date, wished_month = null where id = $1', [id, startsOn])
}

/** Writes what may change. */
export async function updateEnrolment(inside: ActingDatabase, one: Enrolment): Promise<void> {
  await inside.query(
    `update enrolment set state = $2, quiet = $3, called = $4, email = $5, skills = $6::jsonb, changed_at = $7::timestamptz, waiting_since = $8::timestamptz,
       held_until = $9::date, ended_at = $10::timestamptz, reason = $11, reason_by = $12, reason_text = $13, next_plan = $14::jsonb
     where id = $1`,
    [
      ...[one.id, one.state, one.isQuiet, one.called, one.email ?? null, json(one.skills), time(one.changedAt)],
      ...[time(one.waitingSince), one.heldUntil ?? null, time(one.endedAt), one.reason ?? null, one.reasonBy ?? null],
      ...[one.reasonText ?? null, json(one.nextPlan)],
    ],
  )
}

/** @param lock until the transaction ends: two moves at once follow each other */
export async function findEnrolment(inside: ActingDatabase, id: string, lock = false): Promise<Enrolment | undefined> {
  const [row] = await inside.query(`select ${columns} from enrolment where id = $1${lock ? ' for update' : ''}`, [id])
  return row && toEnrolment(row)
}

/** Which enrolments a list holds. */
export interface EnrolmentFilter {
  readonly person?: string | undefined
  readonly organisation?: string | undefined
  readonly offering?: string | undefined
  readonly startsOn?: DateText | undefined
  readonly open?: boolean | undefined
}

/** Open ones first, in order of applying. */
export async function listEnrolments(
  inside: ActingDatabase,
  { person, organisation, offering, startsOn, open }: EnrolmentFilter,
  limit: number,
): Promise<Enrolment[]> {
  const rows = await inside.query(
    `select ${columns} from enrolment
      where ($1::text is null or person = $1) and ($2::text is null or organisation = $2) and ($3::text is null or offering = $3)
        and ($4::date is null or starts_on = $4) and ($5::boolean is null or (ended_at is null) = $5)
      order by ended_at is not null, applied_at, id limit $6`,
    [person ?? null, organisation ?? null, offering ?? null, startsOn ?? null, open ?? null, limit],
  )
  return rows.map(toEnrolment)
}

export async function countOpenOf(inside: ActingDatabase, person: string): Promise<number> {
  const [row] = await inside.query<{ count: number }>(
    `select count(*)::int as count from enrolment where person = $1 and ended_at is null and state not in ('started', 'enrolled')`,
    [person],
  )
  return row?.count ?? 0
}

/** Until the transaction ends this person applies nowhere else, so that two at once are counted one after the other. */
export async function lockApplying(inside: ActingDatabase, person: string): Promise<void> {
  await inside.query(`select pg_advisory_xact_lock(hashtext('schakel enrolment ' || current_schema() || $1))`, [person])
}

/** The first who waits and was not passed by, locked; who is being changed elsewhere at this moment is not waited for. */
export async function firstWaiting(inside: ActingDatabase, offering: string, startsOn: DateText): Promise<Enrolment | undefined> {
  const [row] = await inside.query(
    `select ${columns} from enrolment where offering = $1 and starts_on = $2::date and state = 'waiting' and not quiet
      order by waiting_since, applied_at, id limit 1 for update skip locked`,
    [offering, startsOn],
  )
  return row && toEnrolment(row)
}

/** How many wait before this one. */
export async function countBefore(inside: ActingDatabase, one: Enrolment): Promise<number> {
  const [row] = await inside.query<{ count: number }>(
    `select count(*)::int as count from enrolment e join enrolment me on me.id = $1
      where e.offering = me.offering and e.starts_on = me.starts_on and e.state = 'waiting' and not e.quiet
        and (e.waiting_since, e.applied_at, e.id) < (me.waiting_since, me.applied_at, me.id)`,
    [one.id],
  )
  return row?.count ?? 0
}

export async function addMove(
  inside: ActingDatabase,
  enrolment: string,
  { move, bySide, state, at }: MoveMade,
  account: string | undefined,
): Promise<void> {
  await inside.query(
    `insert into enrolment_move (enrolment, number, move, by_side, by_account, state, at)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6::timestamptz from enrolment_move where enrolment = $1`,
    [enrolment, move, bySide, account ?? null, state, time(at)],
  )
}

export async function listMoves(inside: ActingDatabase, enrolment: string): Promise<MoveMade[]> {
  const rows = await inside.query<{ move: string; by_side: Side | 'clock'; state: State; at: Date }>(
    'select move, by_side, state, at from enrolment_move where enrolment = $1 order by number',
    [enrolment],
  )
  return rows.map(({ move, by_side: bySide, state, at }) => ({ move, bySide, state, at: at.getTime() }))
}

/** Ids of enrolments that time has something to do with. */
export async function listTimed(
  inside: ActingDatabase,
  { today, startedBefore }: { readonly today: DateText; readonly startedBefore: DateText },
): Promise<string[]> {
  const rows = await inside.query<{ id: string }>(
    `select id from enrolment where ended_at is null and (
        (state = 'admitted' and held_until < $1::date) or (state = 'enrolled' and starts_on <= $1::date)
        or (state in ('applied', 'admitting', 'waiting', 'admitted') and starts_on < $2::date))
      order by held_until nulls last, id`,
    [today, startedBefore],
  )
  return rows.map(({ id }) => id)
}

/** Who has a place and begins within so many days. */
export async function listSoon(inside: ActingDatabase, today: DateText, until: DateText): Promise<Enrolment[]> {
  const rows = await inside.query(
    `select ${columns} from enrolment where state = 'enrolled' and starts_on > $1::date and starts_on <= $2::date order by id`,
    [today, until],
  )
  return rows.map(toEnrolment)
}

/** Enrolments that ended before a moment go, with all that stood in them; how many. */
export async function removeEnded(
  inside: ActingDatabase,
  before: { readonly withoutPlace: number; readonly done: number },
): Promise<number> {
  const rows = await inside.query(
    `delete from enrolment where (state in ('declined', 'withdrawn') and ended_at < $1::timestamptz)
        or (state in ('completed', 'stopped') and ended_at < $2::timestamptz) returning id`,
    [time(before.withoutPlace), time(before.done)],
  )
  return rows.length
}

export function toEnrolment(row: Record<string, unknown>): Enrolment {
  const moment = (value: unknown): number | undefined => (value instanceof Date ? value.getTime() : undefined)
  const optional = {
    email: row.email,
    skills: row.skills,
    waitingSince: moment(row.waiting_since),
    heldUntil: row.held_until,
    endedAt: moment(row.ended_at),
    reason: row.reason,
    reasonBy: row.reason_by,
    reasonText: row.reason_text,
    nextPlan: row.next_plan,
    wishedMonth: row.wished_month,
  }
  return {
    id: row.id,
    person: row.person,
    organisation: row.organisation,
    programme: row.programme,
    programmeTitle: row.programme_title,
    offering: row.offering,
    startsOn: row.starts_on,
    demo: row.demo,
    state: row.state,
    isQuiet: row.quiet,
    called: row.called,
    appliedAt: moment(row.applied_at),
    changedAt: moment(row.changed_at),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null && value !== undefined)),
  } as Enrolment
}
