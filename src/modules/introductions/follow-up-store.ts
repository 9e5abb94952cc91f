import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Language } from '../skills/index.ts'

/** The months after the first day at which somebody is asked; 0 is the first day itself, to compare with. */
export const followUpMonths = [0, 1, 3, 6, 12] as const
export type FollowUpMonth = (typeof followUpMonths)[number]

/** A job that somebody is asked about. */
export interface HiredJob {
  readonly introduction: string
  readonly person: string
  readonly organisation: string
  readonly startsOn: DateText
}

/** What somebody answered; each question by itself, none of them needed. */
export interface FollowUpAnswers {
  readonly stillThere?: boolean | undefined
  /** A week. */
  readonly hours?: number | undefined
  /** 1 (not at all) to 5 (very). */
  readonly happy?: number | undefined
}

export interface FollowUpRow {
  readonly id: string
  readonly person: string
  readonly organisationName: string
  readonly month: FollowUpMonth
  readonly askedAt?: number | undefined
  readonly answers: FollowUpAnswers
}

const time = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** Written once: again for the same job and month changes nothing. */
export async function addFollowUp(
  inside: ActingDatabase,
  id: string,
  { introduction, person, organisation }: HiredJob,
  at: { readonly month: FollowUpMonth; readonly dueOn: DateText },
): Promise<void> {
  await inside.query(
    `insert into follow_up (id, introduction, person, organisation, month, due_on) values ($1, $2, $3, $4, $5, $6::date)
     on conflict (introduction, month) do nothing`,
    [id, introduction, person, organisation, at.month, at.dueOn],
  )
}

/** Jobs of somebody that began, or begin on a day that is known. */
export async function listJobs(inside: ActingDatabase, person: string): Promise<HiredJob[]> {
  const rows = await inside.query<{ id: string; person: string; organisation: string; starts_on: DateText }>(
    `select id, person, organisation, starts_on from introduction
      where person = $1 and state in ('hired', 'started') and starts_on is not null order by id`,
    [person],
  )
  return rows.map(({ id, starts_on: startsOn, ...job }) => ({ introduction: id, startsOn, ...job }))
}

export async function removeFollowUps(inside: ActingDatabase, person: string): Promise<void> {
  await inside.query('delete from follow_up where person = $1', [person])
}

/** Of a job that did not go on: what was answered stays. */
export async function removeUnasked(inside: ActingDatabase, introduction: string): Promise<void> {
  await inside.query('delete from follow_up where introduction = $1 and asked_at is null', [introduction])
}

/** Ids of those to ask now: due, and not so long ago that the question would come too late. */
export async function listDue(inside: ActingDatabase, from: DateText, today: DateText): Promise<string[]> {
  const rows = await inside.query<{ id: string }>(
    'select id from follow_up where asked_at is null and due_on between $1::date and $2::date order by due_on, id limit 500',
    [from, today],
  )
  return rows.map(({ id }) => id)
}

/** Taken by one process only; undefined where another did, or it is gone. */
export async function markAsked(
  inside: ActingDatabase,
  id: string,
  at: number,
): Promise<
  | { readonly person: string; readonly month: FollowUpMonth; readonly language: Language; readonly organisation: string }
  | undefined
> {
  const [row] = await inside.query<{ person: string; month: FollowUpMonth; language: Language; organisation: string }>(
    `update follow_up f set asked_at = $2::timestamptz from account a, organisation o
      where f.id = $1 and f.asked_at is null and a.id = f.person and o.id = f.organisation
      returning f.person, f.month, a.language, o.name as organisation`,
    [id, time(at)],
  )
  return row
}

/** Locked until the transaction ends. */
export async function findFollowUp(inside: ActingDatabase, id: string): Promise<FollowUpRow | undefined> {
  const [row] = await inside.query<{
    id: string
    person: string
    name: string
    month: FollowUpMonth
    asked_at: Date | null
    still_there: boolean | null
    hours: number | null
    happy: number | null
  }>(
    `select f.id, f.person, o.name, f.month, f.asked_at, f.still_there, f.hours, f.happy
       from follow_up f join organisation o on o.id = f.organisation where f.id = $1 for update of f`,
    [id],
  )
  if (!row) return undefined
  return {
    id: row.id,
    person: row.person,
    organisationName: row.name,
    month: row.month,
    ...(row.asked_at === null ? {} : { askedAt: row.asked_at.getTime() }),
    answers: {
      ...(row.still_there === null ? {} : { stillThere: row.still_there }),
      ...(row.hours === null ? {} : { hours: row.hours }),
      ...(row.happy === null ? {} : { happy: row.happy }),
    },
  }
}

export async function saveAnswers(
  inside: ActingDatabase,
  id: string,
  { stillThere, hours, happy }: FollowUpAnswers,
  at: number,
): Promise<void> {
  await inside.query(
    `update follow_up set still_there = $2, hours = $3, happy = $4, answered_at = coalesce(answered_at, $5::timestamptz) where id = $1`,
    [id, stillThere ?? null, hours ?? null, happy ?? null, time(at)],
  )
}

/** Counts and means of each month, of jobs at real organisations. */
export interface FollowUpCounts {
  readonly month: FollowUpMonth
  readonly stillThere: { readonly of: number; readonly yes: number }
  readonly hours: { readonly of: number; readonly mean?: number }
  readonly happy: { readonly of: number; readonly mean?: number }
}

export async function countAnswers(inside: ActingDatabase): Promise<FollowUpCounts[]> {
  const rows = await inside.query<Record<string, number | null> & { month: FollowUpMonth }>(
    `select f.month, count(f.still_there)::int as asked, count(*) filter (where f.still_there)::int as yes,
       count(f.hours)::int as hours, avg(f.hours)::float8 as mean_hours, count(f.happy)::int as happy, avg(f.happy)::float8 as mean_happy
     from follow_up f join organisation o on o.id = f.organisation
     where f.answered_at is not null and not o.demo group by f.month order by f.month`,
  )
  return rows.map(({ month, asked, yes, hours, mean_hours: meanHours, happy, mean_happy: meanHappy }) => ({
    month,
    stillThere: { of: asked ?? 0, yes: yes ?? 0 },
    hours: { of: hours ?? 0, ...(meanHours == null ? {} : { mean: meanHours }) },
    happy: { of: happy ?? 0, ...(meanHappy == null ? {} : { mean: meanHappy }) },
  }))
}
