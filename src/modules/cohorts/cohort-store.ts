import type { ActingDatabase, Database, DateText } from '../../platform/index.ts'
import type { Bilingual } from '../trainings/index.ts'
import type { Cohort, CohortEmployer, StepTaken } from './cohort.ts'
import type { CohortState, CohortStep } from './steps.ts'

const columns = `id, organisation, programme, offering, programme_title, starts_on::text as starts_on, settle_by::text as settle_by, least, most, state, seed,
  proposal, demo, ended_at, started_with`

export const iso = (at: number): string => new Date(at).toISOString()
export const momentOf = (value: unknown): number | undefined =>
  value === null || value === undefined ? undefined : new Date(value as Date).getTime()
const numberOf = (value: unknown): number | undefined => (value === null || value === undefined ? undefined : Number(value))

/** @param forUpdate nobody else changes it, or what belongs to it, until the transaction ends */
export async function findCohort(db: Database, id: string, forUpdate = false): Promise<Cohort | undefined> {
  const [row] = await db.query(`select ${columns} from cohort where id = $1${forUpdate ? ' for update' : ''}`, [id])
  return row && toCohort(row)
}

/** Whether the database too holds who acts for a member of this organisation: the second barrier, before anything is done as a task. */
export async function actsFor(db: ActingDatabase, organisation: string): Promise<boolean> {
  const [row] = await db.query<{ acts: boolean }>('select $1 = any(acting_organisations()) as acts', [organisation])
  return row?.acts === true
}

/** Of an educator, of an employer that was asked, or of a person who takes part; the soonest start first. */
export async function listCohorts(
  db: ActingDatabase,
  of: { readonly educator: string } | { readonly employer: string } | { readonly person: string },
): Promise<Cohort[]> {
  const [where, value] =
    'educator' in of
      ? ['organisation = $1', of.educator]
      : 'employer' in of
        ? ['exists (select from cohort_employer e where e.cohort = cohort.id and e.organisation = $1)', of.employer]
        : ['exists (select from cohort_person p where p.cohort = cohort.id and p.person = $1)', of.person]
  return (await db.query(`select ${columns} from cohort where ${where} order by starts_on, id`, [value])).map(toCohort)
}

/** A page of an educator's, the soonest start first. @param after first day and id of the last one of the page before */
export async function listPageOfEducator(
  db: ActingDatabase,
  organisation: string,
  after: readonly [DateText, string] | undefined,
  limit: number,
): Promise<Cohort[]> {
  const rows = await db.query(
    `select ${columns} from cohort where organisation = $1 and ($2::date is null or (starts_on, id) > ($2::date, $3)) order by starts_on, id limit $4`,
    [organisation, after?.[0] ?? null, after?.[1] ?? null, limit],
  )
  return rows.map(toCohort)
}

/** Those in which people can join now, the soonest first. */
export async function listOpen(db: Database, today: DateText, limit: number): Promise<Cohort[]> {
  const rows = await db.query(
    `select ${columns} from cohort where state = 'open' and starts_on > $1::date order by starts_on, id limit $2`,
    [today, limit],
  )
  return rows.map(toCohort)
}

export async function insertCohort(db: ActingDatabase, one: Cohort, now: number): Promise<void> {
  await db.query(
    `insert into cohort (id, organisation, programme, offering, programme_title, starts_on, settle_by, least, most, state, seed, demo, created_at, changed_at)
     values ($1, $2, $3, $4, $5::jsonb, $6::date, $7::date, $8, $9, $10, $11, $12, $13::timestamptz, $13::timestamptz)`,
    [
      ...[one.id, one.organisation, one.programme, one.offering, JSON.stringify(one.title), one.startsOn, one.settleBy],
      ...[one.least, one.most, one.state, one.seed, one.demo, iso(now)],
    ],
  )
}

/** What may change of a cohort. */
export type CohortChange = Partial<Pick<Cohort, 'state' | 'least' | 'most' | 'settleBy' | 'proposal' | 'endedAt' | 'startedWith'>>

export async function updateCohort(db: ActingDatabase, before: Cohort, change: CohortChange, now: number): Promise<Cohort> {
  const after = { ...before, ...change }
  await db.query(
    `update cohort set state = $2, least = $3, most = $4, settle_by = $5::date, proposal = $6, ended_at = $7::timestamptz, started_with = $8,
       changed_at = $9::timestamptz where id = $1`,
    [
      ...[after.id, after.state, after.least, after.most, after.settleBy, after.proposal ?? null],
      ...[after.endedAt === undefined ? null : iso(after.endedAt), after.startedWith ?? null, iso(now)],
    ],
  )
  return after
}

/** Numbers them itself: the row of the cohort is locked. */
export async function addStep(
  db: ActingDatabase,
  cohort: string,
  { step, state, at }: StepTaken,
  account: string | undefined,
): Promise<void> {
  await db.query(
    `insert into cohort_step (cohort, number, step, state, by_account, at)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5::timestamptz from cohort_step where cohort = $1`,
    [cohort, step, state, account ?? null, iso(at)],
  )
}

export async function listSteps(db: ActingDatabase, cohort: string): Promise<StepTaken[]> {
  const rows = await db.query('select step, state, at from cohort_step where cohort = $1 order by number', [cohort])
  return rows.map((row) => ({
    step: row.step as CohortStep,
    state: row.state as CohortState,
    at: momentOf(row.at) as number,
  }))
}

export async function listEmployers(db: Database, cohort: string): Promise<CohortEmployer[]> {
  const rows = await db.query('select organisation, answer from cohort_employer where cohort = $1 order by organisation', [
    cohort,
  ])
  return rows.map((row) => ({
    organisation: String(row.organisation),
    answer: (row.answer as CohortEmployer['answer'] | null) ?? undefined,
  }))
}

/** False where it was asked already. */
export async function addEmployer(db: ActingDatabase, cohort: string, organisation: string, now: number): Promise<boolean> {
  const added = await db.query(
    `insert into cohort_employer (cohort, organisation, invited_at) values ($1, $2, $3::timestamptz) on conflict do nothing returning cohort`,
    [cohort, organisation, iso(now)],
  )
  return added.length > 0
}

export async function answerInvitation(
  db: ActingDatabase,
  cohort: string,
  organisation: string,
  answer: 'taking' | 'declined',
  now: number,
): Promise<void> {
  await db.query(
    'update cohort_employer set answer = $3, answered_at = $4::timestamptz where cohort = $1 and organisation = $2',
    [cohort, organisation, answer, iso(now)],
  )
}

/** Cohorts that nobody started or cancelled, of which the start lies before a day. */
export async function listForgotten(db: ActingDatabase, before: DateText): Promise<string[]> {
  const rows = await db.query<{ id: string }>(
    `select id from cohort where ended_at is null and starts_on < $1::date order by id`,
    [before],
  )
  return rows.map(({ id }) => id)
}

/** People of cohorts that ended before a moment go, with all that hangs from them. How many. */
export async function removePeopleOfEnded(db: ActingDatabase, endedBefore: number): Promise<number> {
  const removed = await db.query(
    `delete from cohort_person p using cohort c where c.id = p.cohort and c.ended_at < $1::timestamptz returning p.id`,
    [iso(endedBefore)],
  )
  return removed.length
}

function toCohort(row: Record<string, unknown>): Cohort {
  return {
    id: String(row.id),
    organisation: String(row.organisation),
    programme: String(row.programme),
    offering: String(row.offering),
    title: row.programme_title as Bilingual,
    startsOn: String(row.starts_on),
    settleBy: String(row.settle_by),
    least: Number(row.least),
    most: Number(row.most),
    state: row.state as CohortState,
    seed: String(row.seed),
    proposal: numberOf(row.proposal),
    demo: row.demo === true,
    endedAt: momentOf(row.ended_at),
    startedWith: numberOf(row.started_with),
  }
}
