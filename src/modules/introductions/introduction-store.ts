import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Introduction, Step } from './introduction.ts'
import type { State } from './steps.ts'

const columns = `id, person, organisation, vacancy, vacancy_title, demo, proposed_by, proposer_organisation, state, pending_step, pending_by, offering,
  starts_on, handle, shown, waits_for, asked_on, due_on, overdue_at, read_at, created_at, changed_at, ended_at, reason, reason_by, reason_text,
  adviser_text, next_plan`

/** Which introductions a list holds. */
export interface IntroductionFilter {
  readonly person?: string | undefined
  readonly organisation?: string | undefined
  readonly vacancy?: string | undefined
  readonly open?: boolean | undefined
}

const time = (milliseconds: number): string => new Date(milliseconds).toISOString()

export async function insertIntroduction(
  inside: ActingDatabase,
  one: Introduction,
  by: { readonly account?: string | undefined },
): Promise<void> {
  await inside.query(
    `insert into introduction (id, person, organisation, vacancy, vacancy_title, demo, proposed_by, proposer_organisation, proposer_account, state, offering,
       handle, shown, waits_for, asked_on, due_on, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13::jsonb, $14, $15::date, $16::date, $17::timestamptz, $17::timestamptz)`,
    [
      ...[one.id, one.person, one.organisation, one.vacancy, one.vacancyTitle, one.demo, one.proposedBy],
      ...[one.proposerOrganisation ?? null, by.account ?? null, one.state, one.offering ?? null, one.handle],
      ...[JSON.stringify(one.shown), one.waitsFor ?? null, one.askedOn ?? null, one.dueOn ?? null, time(one.createdAt)],
    ],
  )
}

/** Writes what may change. */
export async function updateIntroduction(inside: ActingDatabase, one: Introduction): Promise<void> {
  await inside.query(
    `update introduction set state = $2, pending_step = $3, pending_by = $4, offering = $5, starts_on = $6::date, waits_for = $7, asked_on = $8::date,
       due_on = $9::date, overdue_at = $10::timestamptz, changed_at = $11::timestamptz, ended_at = $12::timestamptz, reason = $13, reason_by = $14,
       reason_text = $15, adviser_text = $16, next_plan = $17::jsonb
     where id = $1`,
    [
      ...[one.id, one.state, one.pending?.step ?? null, one.pending?.by ?? null, one.offering ?? null, one.startsOn ?? null],
      ...[one.waitsFor ?? null, one.askedOn ?? null, one.dueOn ?? null],
      ...[one.overdueAt === undefined ? null : time(one.overdueAt), time(one.changedAt)],
      ...[one.endedAt === undefined ? null : time(one.endedAt), one.reason ?? null, one.reasonBy ?? null],
      ...[one.reasonText ?? null, one.adviserText ?? null, one.nextPlan === undefined ? null : JSON.stringify(one.nextPlan)],
    ],
  )
}

/** Locked until the transaction ends: two steps at once follow each other. */
export async function findIntroduction(inside: ActingDatabase, id: string): Promise<Introduction | undefined> {
  const [row] = await inside.query(`select ${columns} from introduction where id = $1 for update`, [id])
  return row && toIntroduction(row)
}

/** Those that wait for an answer first, by the day it is due; then the latest changed. */
export async function listIntroductions(
  inside: ActingDatabase,
  { person, organisation, vacancy, open }: IntroductionFilter,
  limit: number,
): Promise<Introduction[]> {
  const rows = await inside.query(
    `select ${columns} from introduction
      where ($1::text is null or person = $1) and ($2::text is null or organisation = $2) and ($3::text is null or vacancy = $3)
        and ($4::boolean is null or (ended_at is null) = $4)
      order by ended_at is not null, due_on nulls last, changed_at desc, id limit $5`,
    [person ?? null, organisation ?? null, vacancy ?? null, open ?? null, limit],
  )
  return rows.map(toIntroduction)
}

/**
 * Until the transaction ends nobody else proposes for this person or at this vacancy, so that two at once do not both find the last free place.
 */
export async function lockProposals(inside: ActingDatabase, person: string, vacancy: string): Promise<void> {
  for (const what of [`person ${person}`, `vacancy ${vacancy}`]) {
    await inside.query(`select pg_advisory_xact_lock(hashtext('schakel introduction ' || current_schema() || $1))`, [what])
  }
}

/** What was shared of somebody goes; that there was an introduction stays, for its term. */
export async function emptyShown(inside: ActingDatabase, id: string): Promise<void> {
  await inside.query(`update introduction set shown = '{"skills": []}' where id = $1`, [id])
}

export async function countOpen(
  inside: ActingDatabase,
  of: { readonly person: string } | { readonly waitingAt: string },
): Promise<number> {
  const [row] =
    'person' in of
      ? await inside.query<{ count: number }>(
          'select count(*)::int as count from introduction where person = $1 and ended_at is null',
          [of.person],
        )
      : await inside.query<{ count: number }>(
          `select count(*)::int as count from introduction where vacancy = $1 and state = 'proposed' and waits_for = 'organisation'`,
          [of.waitingAt],
        )
  return row?.count ?? 0
}

export async function hasOpen(inside: ActingDatabase, person: string, vacancy: string): Promise<boolean> {
  const rows = await inside.query('select 1 from introduction where person = $1 and vacancy = $2 and ended_at is null', [
    person,
    vacancy,
  ])
  return rows.length > 0
}

export async function markRead(inside: ActingDatabase, id: string, at: number): Promise<boolean> {
  const rows = await inside.query(
    'update introduction set read_at = $2::timestamptz where id = $1 and read_at is null returning id',
    [id, time(at)],
  )
  return rows.length > 0
}

export async function addStep(
  inside: ActingDatabase,
  introduction: string,
  { step, bySide, state, at }: Step,
  account: string | undefined,
): Promise<void> {
  await inside.query(
    `insert into introduction_step (introduction, number, step, by_side, by_account, state, at)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6::timestamptz from introduction_step where introduction = $1`,
    [introduction, step, bySide, account ?? null, state, time(at)],
  )
}

export async function listSteps(inside: ActingDatabase, introduction: string): Promise<Step[]> {
  const rows = await inside.query<{ step: string; by_side: Step['bySide']; state: State; at: Date }>(
    'select step, by_side, state, at from introduction_step where introduction = $1 order by number',
    [introduction],
  )
  return rows.map(({ step, by_side: bySide, state, at }) => ({ step, bySide, state, at: at.getTime() }))
}

/** Ids of introductions that time may have something to do with, oldest question first. */
export async function listTimed(inside: ActingDatabase, today: DateText, quietBefore: number): Promise<string[]> {
  const rows = await inside.query<{ id: string }>(
    `select id from introduction
      where ended_at is null and (waits_for is not null or changed_at < $2::timestamptz or (state = 'hired' and starts_on <= $1::date))
      order by asked_on nulls last, id`,
    [today, time(quietBefore)],
  )
  return rows.map(({ id }) => id)
}

/** Introductions that ended before a moment go, with all that stood in them; how many. */
export async function removeEnded(inside: ActingDatabase, before: number): Promise<number> {
  return (await inside.query('delete from introduction where ended_at < $1::timestamptz returning id', [time(before)])).length
}

/** Writes a reminder down; false when it was written before. */
export async function addNudge(
  inside: ActingDatabase,
  introduction: string,
  askedOn: DateText,
  moment: 'first' | 'last' | 'overdue',
  at: number,
): Promise<boolean> {
  const rows = await inside.query(
    `insert into introduction_nudge (introduction, asked_on, moment, written_at) values ($1, $2::date, $3, $4::timestamptz)
     on conflict do nothing returning moment`,
    [introduction, askedOn, moment, time(at)],
  )
  return rows.length > 0
}

function toIntroduction(row: Record<string, unknown>): Introduction {
  const moment = (value: unknown): number | undefined => (value instanceof Date ? value.getTime() : undefined)
  const optional = {
    proposerOrganisation: row.proposer_organisation,
    pending: row.pending_step === null ? undefined : { step: row.pending_step, by: row.pending_by },
    offering: row.offering,
    startsOn: row.starts_on,
    waitsFor: row.waits_for,
    askedOn: row.asked_on,
    dueOn: row.due_on,
    overdueAt: moment(row.overdue_at),
    readAt: moment(row.read_at),
    endedAt: moment(row.ended_at),
    reason: row.reason,
    reasonBy: row.reason_by,
    reasonText: row.reason_text,
    adviserText: row.adviser_text,
    nextPlan: row.next_plan,
  }
  return {
    id: row.id,
    person: row.person,
    organisation: row.organisation,
    vacancy: row.vacancy,
    vacancyTitle: row.vacancy_title,
    demo: row.demo,
    proposedBy: row.proposed_by,
    state: row.state,
    handle: row.handle,
    shown: row.shown,
    createdAt: moment(row.created_at),
    changedAt: moment(row.changed_at),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null && value !== undefined)),
  } as Introduction
}
