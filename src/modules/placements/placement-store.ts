import type { ActingDatabase, DateText } from '../../platform/index.ts'
import type { Placement, PlacementStep } from './placement.ts'
import type { State } from './steps.ts'

const columns = `id, person, school, employer, supporter, demo, programme, programme_title, offering, crebo, supervisor, coach, supervisor_minutes, coach_minutes, from_on, until_on,
  hours_per_week::float as hours_per_week, phases, wage_cents, state, end_reason, end_text, created_at, changed_at, ended_at`

/** Which placements a list holds: of a person, or those in which an organisation is a party. */
export type PlacementFilter = { readonly person: string } | { readonly organisation: string }

const time = (milliseconds: number | undefined): string | null =>
  milliseconds === undefined ? null : new Date(milliseconds).toISOString()

export async function insertPlacement(inside: ActingDatabase, one: Placement): Promise<void> {
  await inside.query(
    `insert into placement (id, person, school, employer, demo, programme, programme_title, state, from_on, until_on, hours_per_week, phases, created_at, changed_at)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9::date, $10::date, $11::numeric, $12::jsonb, $13::timestamptz, $13::timestamptz)`,
    [
      ...[one.id, one.person, one.school, one.employer, one.demo, one.programme, JSON.stringify(one.programmeTitle)],
      ...[one.state, one.from, one.until, one.hoursPerWeek, JSON.stringify(one.phases), time(one.createdAt)],
    ],
  )
  await updatePlacement(inside, one)
}

/** Writes what may change. */
export async function updatePlacement(inside: ActingDatabase, one: Placement): Promise<void> {
  await inside.query(
    `update placement set supporter = $2, offering = $3, crebo = $4, supervisor = $5, coach = $6, from_on = $7::date, until_on = $8::date,
       hours_per_week = $9::numeric, phases = $10::jsonb, wage_cents = $11::int, state = $12, end_reason = $13, end_text = $14,
       changed_at = $15::timestamptz, ended_at = $16::timestamptz, supervisor_minutes = $17::int, coach_minutes = $18::int
     where id = $1`,
    [
      ...[one.id, one.supporter ?? null, one.offering ?? null, one.crebo ?? null, one.supervisor ?? null, one.coach ?? null],
      ...[one.from, one.until, one.hoursPerWeek, JSON.stringify(one.phases), one.wageCents ?? null, one.state],
      ...[one.endReason ?? null, one.endText ?? null, time(one.changedAt), time(one.endedAt)],
      ...[one.supervisorMinutes ?? null, one.coachMinutes ?? null],
    ],
  )
}

/** As whoever acts may see it. */
export async function findPlacement(inside: ActingDatabase, id: string): Promise<Placement | undefined> {
  const [row] = await inside.query(`select ${columns} from placement where id = $1`, [id])
  return row && toPlacement(row)
}

/** Locked until the transaction ends: two steps at once follow each other. */
export async function lockPlacement(inside: ActingDatabase, id: string): Promise<Placement | undefined> {
  const [row] = await inside.query(`select ${columns} from placement where id = $1 for update`, [id])
  return row && toPlacement(row)
}

/** Those that go on first, by their first day. */
export async function listPlacements(inside: ActingDatabase, of: PlacementFilter, limit: number): Promise<Placement[]> {
  const rows = await inside.query(
    `select ${columns} from placement
      where ${'person' in of ? 'person = $1' : '(school = $1 or employer = $1 or supporter = $1)'}
      order by ended_at is not null, from_on desc, id limit $2`,
    ['person' in of ? of.person : of.organisation, limit],
  )
  return rows.map(toPlacement)
}

/** A page of those in which an organisation is a party, the latest first day first. @param after first day and id of the last one of the page before */
export async function listPage(
  inside: ActingDatabase,
  { organisation, state }: { readonly organisation: string; readonly state?: State | undefined },
  after: readonly [DateText, string] | undefined,
  limit: number,
): Promise<Placement[]> {
  const rows = await inside.query(
    `select ${columns} from placement
      where (school = $1 or employer = $1 or supporter = $1) and ($2::text is null or state = $2)
        and ($3::date is null or from_on < $3::date or (from_on = $3::date and id > $4))
      order by from_on desc, id limit $5`,
    [organisation, state ?? null, after?.[0] ?? null, after?.[1] ?? null, limit],
  )
  return rows.map(toPlacement)
}

/** Somebody has one placement at a time that is not over: another is proposed when it ended. */
export async function hasOpen(inside: ActingDatabase, person: string, employer: string, programme: string): Promise<boolean> {
  const rows = await inside.query(
    'select 1 from placement where person = $1 and employer = $2 and programme = $3 and ended_at is null',
    [person, employer, programme],
  )
  return rows.length > 0
}

/** Ids of placements that time may have something to do with. */
export async function listTimed(inside: ActingDatabase): Promise<string[]> {
  const rows = await inside.query<{ id: string }>(
    `select id from placement where state in ('signing', 'active', 'interrupted') order by id`,
  )
  return rows.map(({ id }) => id)
}

/** Placements that ended before a day go, with all that stood in them; how many. */
export async function removeEnded(inside: ActingDatabase, before: DateText): Promise<number> {
  return (await inside.query('delete from placement where ended_at < $1::date returning id', [before])).length
}

export async function removePlacement(inside: ActingDatabase, id: string): Promise<void> {
  await inside.query('delete from placement where id = $1', [id])
}

export async function addStep(
  inside: ActingDatabase,
  placement: string,
  { step, side, state, detail, at }: PlacementStep,
  account: string | undefined,
): Promise<void> {
  await inside.query(
    `insert into placement_step (placement, number, step, side, by_account, state, detail, at)
     select $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7::timestamptz from placement_step where placement = $1`,
    [placement, step, side, account ?? null, state, detail ?? null, time(at)],
  )
}

export async function listSteps(inside: ActingDatabase, placement: string): Promise<PlacementStep[]> {
  const rows = await inside.query<{ step: string; side: PlacementStep['side']; state: State; detail: string | null; at: Date }>(
    'select step, side, state, detail, at from placement_step where placement = $1 order by number',
    [placement],
  )
  return rows.map(({ detail, at, ...step }) => ({ ...step, ...(detail === null ? {} : { detail }), at: at.getTime() }))
}

function toPlacement(row: Record<string, unknown>): Placement {
  const moment = (value: unknown): number | undefined => (value instanceof Date ? value.getTime() : undefined)
  const optional = {
    supporter: row.supporter,
    offering: row.offering,
    crebo: row.crebo,
    supervisor: row.supervisor,
    coach: row.coach,
    supervisorMinutes: row.supervisor_minutes,
    coachMinutes: row.coach_minutes,
    wageCents: row.wage_cents,
    endReason: row.end_reason,
    endText: row.end_text,
    endedAt: moment(row.ended_at),
  }
  return {
    id: row.id,
    person: row.person ?? '',
    school: row.school,
    employer: row.employer,
    demo: row.demo,
    programme: row.programme,
    programmeTitle: row.programme_title,
    from: row.from_on,
    until: row.until_on,
    hoursPerWeek: row.hours_per_week,
    phases: row.phases,
    state: row.state,
    createdAt: moment(row.created_at),
    changedAt: moment(row.changed_at),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null && value !== undefined)),
  } as Placement
}
