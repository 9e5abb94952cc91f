import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Activity, ActivityState, ActivityStep, EvidenceFile } from './activity.ts'

interface ActivityRow extends Record<string, unknown> {
  readonly id: string
  readonly book: string
  readonly from: DateText
  readonly until: DateText
  readonly text: string
  readonly minutes: number
  readonly state: ActivityState
  readonly version: number
  readonly logged_at: Date
  readonly outcomes: Activity['outcomes']
  readonly files: readonly EvidenceFile[]
  readonly is_awarded: boolean
  readonly judged: {
    readonly number: number
    readonly account: string | null
    readonly at: string
    readonly reason: string | null
    readonly facts: string
  } | null
}

/** Credits stand for a piece of work while an award that rests on it was not taken back. */
const isAwarded = `exists (select from award_activity w where w.activity = a.id
  and not exists (select from award_withdrawal x where x.award = w.award))`

const columns = `a.id, a.book, a.from_day as "from", a.until_day as "until", a.text, a.minutes, a.state, a.version, a.logged_at,
  ${isAwarded} as is_awarded,
  coalesce((select jsonb_agg(jsonb_build_object('outcome', l.outcome, 'unit', l.unit) order by l.unit, l.outcome)
    from activity_outcome l where l.activity = a.id), '[]') as outcomes,
  coalesce((select jsonb_agg(jsonb_build_object('id', e.id, 'name', e.name, 'type', e.type, 'bytes', e.bytes, 'sha256', e.sha256,
    'isEmptied', e.emptied_at is not null) order by e.added_at, e.id) from evidence e where e.activity = a.id), '[]') as files,
  (select jsonb_build_object('number', s.number, 'account', s.account, 'at', s.at, 'reason', s.reason, 'facts', s.facts_hash)
    from activity_step s where s.activity = a.id and s.step = a.state order by s.number desc limit 1) as judged`

/** By day, the newest first. */
export async function listActivities(inside: ActingDatabase, book: string): Promise<Activity[]> {
  const rows = await inside.query<ActivityRow>(
    `select ${columns} from activity a where a.book = $1 order by a.until_day desc, a.from_day desc, a.id desc`,
    [book],
  )
  return rows.map(toActivity)
}

/** @param lock nobody else changes it until the transaction ends */
export async function findActivity(inside: ActingDatabase, id: string, lock = false): Promise<Activity | undefined> {
  // First the lock, then the rest: what somebody else wrote while we waited is seen.
  if (lock) await inside.query('select from activity where id = $1 for update', [id])
  const [row] = await inside.query<ActivityRow>(`select ${columns} from activity a where a.id = $1`, [id])
  return row && toActivity(row)
}

export async function insertActivity(
  inside: ActingDatabase,
  one: Pick<Activity, 'id' | 'book' | 'from' | 'until' | 'text' | 'minutes'> & {
    readonly person: string
    readonly demo: boolean
  },
  now: number,
): Promise<void> {
  await inside.query(
    `insert into activity (id, book, person, demo, from_day, until_day, text, minutes, state, logged_at, changed_at)
     values ($1, $2, $3, $4, $5::date, $6::date, $7, $8, 'logged', $9::timestamptz, $9::timestamptz)`,
    [...[one.id, one.book, one.person, one.demo, one.from, one.until, one.text, one.minutes], new Date(now).toISOString()],
  )
}

export async function saveActivity(
  inside: ActingDatabase,
  one: Pick<Activity, 'id' | 'from' | 'until' | 'text' | 'minutes' | 'state' | 'version'>,
  now: number,
): Promise<void> {
  await inside.query(
    `update activity set from_day = $2::date, until_day = $3::date, text = $4, minutes = $5, state = $6, version = $7,
       changed_at = $8::timestamptz where id = $1`,
    [one.id, one.from, one.until, one.text, one.minutes, one.state, one.version, new Date(now).toISOString()],
  )
}

export async function removeActivity(inside: ActingDatabase, id: string): Promise<void> {
  await inside.query('delete from activity where id = $1', [id])
}

/** Numbers them itself: the activity is locked. Gives the number. */
export async function addStep(
  inside: ActingDatabase,
  of: Pick<Activity, 'id' | 'book'>,
  one: Omit<ActivityStep, 'number'> & { readonly facts: string },
): Promise<number> {
  const [row] = await inside.query<{ number: number }>(
    `insert into activity_step (activity, number, book, step, account, reason, facts_hash, at)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7::timestamptz from activity_step where activity = $1
     returning number`,
    [of.id, of.book, one.step, one.account ?? null, one.reason ?? null, one.facts, new Date(one.at).toISOString()],
  )
  return Number(row?.number ?? 0)
}

export async function listSteps(inside: ActingDatabase, activity: string): Promise<ActivityStep[]> {
  const rows = await inside.query<{
    number: number
    step: ActivityStep['step']
    account: string | null
    reason: string | null
    at: Date
  }>('select number, step, account, reason, at from activity_step where activity = $1 order by number', [activity])
  return rows.map(({ number, step, account, reason, at }) => ({
    ...{ number: Number(number), step, account: account ?? undefined, at: at.getTime() },
    ...(reason === null ? {} : { reason }),
  }))
}

/** What it was about is exactly this. */
export async function setOutcomes(
  inside: ActingDatabase,
  of: Pick<Activity, 'id' | 'book'>,
  outcomes: Activity['outcomes'],
): Promise<void> {
  await inside.query('delete from activity_outcome where activity = $1', [of.id])
  await inside.query(
    `insert into activity_outcome (activity, outcome, unit, book)
     select $1, l.outcome, l.unit, $2 from jsonb_to_recordset($3::jsonb) as l (outcome text, unit text)`,
    [of.id, of.book, JSON.stringify(outcomes)],
  )
}

/** Whether work or credits of anybody rest on this unit; read as a task, since a school sees its own only. */
export async function isUnitUsed(program: ActingDatabase, unit: string): Promise<boolean> {
  const [row] = await program.query<{ used: boolean }>(
    `select exists (select from activity_outcome where unit = $1) or exists (select from award where unit = $1) as used`,
    [unit],
  )
  return row?.used ?? false
}

function toActivity(row: ActivityRow): Activity {
  const { judged } = row
  return {
    ...{ id: row.id, book: row.book, from: row.from, until: row.until, text: row.text, state: row.state },
    ...{ minutes: Number(row.minutes), version: Number(row.version), loggedAt: row.logged_at.getTime() },
    ...{ outcomes: row.outcomes, files: row.files, isAwarded: row.is_awarded },
    ...(judged && row.state !== 'logged'
      ? {
          judged: {
            ...{ number: judged.number, account: judged.account ?? undefined, at: Date.parse(judged.at), facts: judged.facts },
            ...(judged.reason === null ? {} : { reason: judged.reason }),
          },
        }
      : {}),
  }
}
