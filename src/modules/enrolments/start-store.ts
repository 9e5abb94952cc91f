import type { ActingDatabase, Database, DateText } from '../../platform/index.ts'
import type { AdmissionStep, EnrolmentStart } from './enrolment.ts'

const columns = 'offering, starts_on, organisation, programme, places, by_hand, enrol_from, enrol_until, taken, held'

/** Starts hold no people: everybody may see how many places there are. */
export async function findStart(db: Database, offering: string, startsOn: DateText): Promise<EnrolmentStart | undefined> {
  const [row] = await db.query(`select ${columns} from enrolment_start where offering = $1 and starts_on = $2::date`, [
    offering,
    startsOn,
  ])
  return row && toStart(row)
}

/**
 * Until the transaction ends nobody else's place of this start changes. Taken before the row of an enrolment, always in that order: so two that wait
 * for each other cannot be.
 */
export async function lockStart(inside: Database, offering: string, startsOn: DateText): Promise<EnrolmentStart | undefined> {
  const [row] = await inside.query(
    `select ${columns} from enrolment_start where offering = $1 and starts_on = $2::date for update`,
    [offering, startsOn],
  )
  return row && toStart(row)
}

/**
 * Puts a start in place as its offering has it. What was set by hand stays; and there are never fewer places than are taken and held.
 */
export async function ensureStart(inside: Database, start: Omit<EnrolmentStart, 'taken' | 'held' | 'byHand'>): Promise<void> {
  await inside.query(
    `insert into enrolment_start (offering, starts_on, organisation, programme, places, enrol_from, enrol_until)
     values ($1, $2::date, $3, $4, $5, $6::date, $7::date)
     on conflict (offering, starts_on) do update set
       places = case when enrolment_start.by_hand then enrolment_start.places
         else greatest(excluded.places, case when excluded.places is null then null else enrolment_start.taken + enrolment_start.held end) end,
       enrol_from = case when enrolment_start.by_hand then enrolment_start.enrol_from else excluded.enrol_from end,
       enrol_until = case when enrolment_start.by_hand then enrolment_start.enrol_until else excluded.enrol_until end`,
    [
      ...[start.offering, start.startsOn, start.organisation, start.programme],
      ...[start.places ?? null, start.enrolFrom ?? null, start.enrolUntil ?? null],
    ],
  )
}

/** @returns false where fewer places than are taken and held were asked */
export async function setStart(
  inside: Database,
  {
    offering,
    startsOn,
    places,
    enrolFrom,
    enrolUntil,
  }: Pick<EnrolmentStart, 'offering' | 'startsOn' | 'places' | 'enrolFrom' | 'enrolUntil'>,
): Promise<boolean> {
  const rows = await inside.query(
    `update enrolment_start set places = $3, enrol_from = $4::date, enrol_until = $5::date, by_hand = true
      where offering = $1 and starts_on = $2::date and ($3::int is null or $3 >= taken + held) returning offering`,
    [offering, startsOn, places ?? null, enrolFrom ?? null, enrolUntil ?? null],
  )
  return rows.length > 0
}

/** Starts of these offerings that somebody applied to or that were set up. */
export async function listStarts(
  db: Database,
  of: { readonly offerings: readonly string[] } | { readonly organisation: string },
): Promise<EnrolmentStart[]> {
  const rows =
    'offerings' in of
      ? await db.query(`select ${columns} from enrolment_start where offering = any($1::text[])`, [of.offerings])
      : await db.query(`select ${columns} from enrolment_start where organisation = $1 order by starts_on, offering`, [
          of.organisation,
        ])
  return rows.map(toStart)
}

/** Starts with a free place and somebody who waits for one. */
export async function listWithRoom(
  inside: ActingDatabase,
  notBefore: DateText,
): Promise<Pick<EnrolmentStart, 'offering' | 'startsOn'>[]> {
  const rows = await inside.query<{ offering: string; starts_on: DateText }>(
    `select s.offering, s.starts_on from enrolment_start s
      where s.starts_on >= $1::date and (s.places is null or s.places > s.taken + s.held)
        and exists (select from enrolment e where e.offering = s.offering and e.starts_on = s.starts_on and e.state = 'waiting' and not e.quiet)
      order by s.starts_on, s.offering`,
    [notBefore],
  )
  return rows.map(({ offering, starts_on: startsOn }) => ({ offering, startsOn }))
}

/** What somebody goes through before a place in this programme, in order. */
export async function listAdmission(db: Database, programme: string): Promise<AdmissionStep[]> {
  return db.query<AdmissionStep & Record<string, unknown>>(
    'select kind, purpose from admission_step where programme = $1 order by number',
    [programme],
  )
}

/** Replaces the steps of a programme. */
export async function replaceAdmission(
  inside: Database,
  of: { readonly programme: string; readonly organisation: string },
  steps: readonly AdmissionStep[],
): Promise<void> {
  await inside.query('delete from admission_step where programme = $1', [of.programme])
  await inside.query(
    `insert into admission_step (programme, organisation, number, kind, purpose)
     select $1, $2, step.number, step.value ->> 'kind', step.value -> 'purpose'
     from jsonb_array_elements($3::jsonb) with ordinality as step (value, number)`,
    [of.programme, of.organisation, JSON.stringify(steps)],
  )
}

function toStart(row: Record<string, unknown>): EnrolmentStart {
  const optional = { places: row.places, enrolFrom: row.enrol_from, enrolUntil: row.enrol_until }
  return {
    offering: row.offering,
    startsOn: row.starts_on,
    organisation: row.organisation,
    programme: row.programme,
    byHand: row.by_hand,
    taken: row.taken,
    held: row.held,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null)),
  } as EnrolmentStart
}
