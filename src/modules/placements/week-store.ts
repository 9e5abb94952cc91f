import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Interruption, Leave, NotedHours } from './placement.ts'

const time = (milliseconds: number): string => new Date(milliseconds).toISOString()

/** Hours of a week as somebody noted them; what was confirmed before is not any more. */
export async function noteHours(
  inside: ActingDatabase,
  placement: string,
  { week, practice, school, side }: Omit<NotedHours, 'isConfirmed'>,
  account: string,
  at: number,
): Promise<void> {
  await inside.query(
    `insert into placement_hours (placement, week, practice_hours, school_hours, side, noted_by, noted_at)
     values ($1, $2::date, $3::numeric, $4::numeric, $5, $6, $7::timestamptz)
     on conflict (placement, week) do update set practice_hours = excluded.practice_hours, school_hours = excluded.school_hours, side = excluded.side,
       noted_by = excluded.noted_by, noted_at = excluded.noted_at, confirmed_by = null, confirmed_at = null`,
    [placement, week, practice, school, side, account, time(at)],
  )
}

/** @returns how many weeks were confirmed by it: those that had a note, and were not confirmed */
export async function confirmHours(
  inside: ActingDatabase,
  placement: string,
  weeks: readonly DateText[],
  account: string,
  at: number,
): Promise<number> {
  const rows = await inside.query(
    `update placement_hours set confirmed_by = $3, confirmed_at = $4::timestamptz
      where placement = $1 and week = any($2::date[]) and confirmed_at is null returning week`,
    [placement, weeks, account, time(at)],
  )
  return rows.length
}

export async function listHours(inside: ActingDatabase, placement: string): Promise<NotedHours[]> {
  return inside.query<NotedHours & Record<string, unknown>>(
    `select week, practice_hours::float as practice, school_hours::float as school, side, confirmed_at is not null as "isConfirmed"
       from placement_hours where placement = $1 order by week`,
    [placement],
  )
}

export async function addLeave(inside: ActingDatabase, placement: string, { id, from, until }: Leave, at: number): Promise<void> {
  await inside.query(
    'insert into placement_leave (id, placement, from_on, until_on, noted_at) values ($1, $2, $3::date, $4::date, $5::timestamptz)',
    [id, placement, from, until, time(at)],
  )
}

export async function removeLeave(inside: ActingDatabase, placement: string, id: string): Promise<boolean> {
  return (
    (await inside.query('delete from placement_leave where placement = $1 and id = $2 returning id', [placement, id])).length > 0
  )
}

export async function listLeave(inside: ActingDatabase, placement: string): Promise<Leave[]> {
  return inside.query<Leave & Record<string, unknown>>(
    'select id, from_on as "from", until_on as "until" from placement_leave where placement = $1 order by from_on, id',
    [placement],
  )
}

export async function addInterruption(
  inside: ActingDatabase,
  placement: string,
  { id, from, until, reason, side }: Interruption,
  at: number,
): Promise<void> {
  await inside.query(
    `insert into placement_interruption (id, placement, from_on, until_on, reason, side, noted_at)
     values ($1, $2, $3::date, $4::date, $5, $6, $7::timestamptz)`,
    [id, placement, from, until, reason, side, time(at)],
  )
}

/** The one that covers a day ends before it; where it began on that day it goes. */
export async function cutInterruption(inside: ActingDatabase, placement: string, day: DateText): Promise<void> {
  await inside.query('delete from placement_interruption where placement = $1 and from_on = $2::date', [placement, day])
  await inside.query(
    'update placement_interruption set until_on = $2::date - 1 where placement = $1 and from_on < $2::date and until_on >= $2::date',
    [placement, day],
  )
}

export async function listInterruptions(inside: ActingDatabase, placement: string): Promise<Interruption[]> {
  return inside.query<Interruption & Record<string, unknown>>(
    `select id, from_on as "from", until_on as "until", reason, side from placement_interruption where placement = $1 order by from_on, id`,
    [placement],
  )
}

/** Hours, leave and absences go: they are of the student. */
export async function removeWeeks(inside: ActingDatabase, placement: string): Promise<void> {
  for (const table of ['placement_hours', 'placement_leave', 'placement_interruption'] as const) {
    await inside.query(`delete from ${table} where placement = $1`, [placement])
  }
}
