import type { TravelMode } from '../../engine/matching/index.ts'
import type { ActingDatabase } from '../../platform/index.ts'
import type { Meeting, Participant, ParticipantSkill, Place, Rank } from './cohort.ts'
import { iso, momentOf } from './cohort-store.ts'

/** Rows that the actor may see: their own, or all of an educator's cohort. By handle, which says nothing. */
export async function listParticipants(
  db: ActingDatabase,
  of: { readonly cohort: string; readonly person?: string },
): Promise<Participant[]> {
  const mine = of.person === undefined ? '' : ' and person = $2'
  const rows = await db.query(
    `select * from cohort_person where cohort = $1${mine} order by handle`,
    of.person === undefined ? [of.cohort] : [of.cohort, of.person],
  )
  return rows.map(toParticipant)
}

export async function addParticipant(db: ActingDatabase, one: Participant): Promise<void> {
  await db.query(
    `insert into cohort_person (id, cohort, person, handle, text_version, language, quota, lot, hours_from, hours_to, place_name, region, lat, lon,
       most_minutes, travel_mode, dutch, skills, joined_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18::jsonb, $19::timestamptz)`,
    [
      ...[
        one.id,
        one.cohort,
        one.person,
        one.handle,
        one.textVersion,
        one.language,
        one.quota,
        one.lot,
        one.hours[0],
        one.hours[1],
      ],
      ...[one.placeName, one.region, one.at[0], one.at[1], one.mostMinutes, one.travelMode, one.dutch ?? null],
      ...[JSON.stringify(one.skills), iso(one.joinedAt)],
    ],
  )
}

export async function removeParticipant(db: ActingDatabase, id: string): Promise<void> {
  await db.query('delete from cohort_person where id = $1', [id])
}

/** Names of people who told one, by account; read as a task. */
export async function namesOfAccounts(db: ActingDatabase, accounts: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.query<{ id: string; name: string }>(
    'select id, name from account where id = any($1::text[]) and name is not null',
    [accounts],
  )
  return new Map(rows.map(({ id, name }) => [id, name]))
}

export async function listPlaces(db: ActingDatabase, cohort: string): Promise<Place[]> {
  return (await db.query('select * from cohort_place where cohort = $1 order by organisation, created_at, id', [cohort])).map(
    toPlace,
  )
}

export async function addPlace(db: ActingDatabase, one: Place, now: number): Promise<void> {
  await db.query(
    `insert into cohort_place (id, cohort, organisation, seats, hours_from, hours_to, place_name, region, lat, lon, dutch, tasks, lot, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14::timestamptz)`,
    [
      ...[one.id, one.cohort, one.organisation, one.seats, one.hours[0], one.hours[1], one.placeName, one.region],
      ...[one.at[0], one.at[1], one.dutch ?? null, one.tasks, one.lot, iso(now)],
    ],
  )
}

/** The seats and hours of a place of this employer. False where it is not there. */
export async function changePlace(
  db: ActingDatabase,
  place: { readonly id: string; readonly cohort: string; readonly organisation: string },
  { seats, hours }: Pick<Place, 'seats' | 'hours'>,
): Promise<boolean> {
  const changed = await db.query(
    `update cohort_place set seats = $4, hours_from = $5, hours_to = $6 where id = $1 and cohort = $2 and organisation = $3 returning id`,
    [place.id, place.cohort, place.organisation, seats, hours[0], hours[1]],
  )
  return changed.length > 0
}

export async function removePlace(
  db: ActingDatabase,
  place: { readonly id: string; readonly cohort: string; readonly organisation: string },
): Promise<boolean> {
  const removed = await db.query('delete from cohort_place where id = $1 and cohort = $2 and organisation = $3 returning id', [
    ...[place.id, place.cohort, place.organisation],
  ])
  return removed.length > 0
}

export async function listMeetings(db: ActingDatabase, cohort: string): Promise<Meeting[]> {
  const rows = await db.query(
    `select m.* from cohort_meeting m join cohort_person p on p.id = m.participant where p.cohort = $1 order by m.participant, m.organisation`,
    [cohort],
  )
  return rows.map((row) => ({
    participant: String(row.participant),
    organisation: String(row.organisation),
    notedBy: row.noted_by as Meeting['notedBy'],
    agreedAt: momentOf(row.agreed_at),
  }))
}

/** Noted by one side: it waits for the other. Noted by the other side than before, or by the educator: it holds. */
export async function noteMeeting(
  db: ActingDatabase,
  { participant, organisation, notedBy }: Pick<Meeting, 'participant' | 'organisation' | 'notedBy'>,
  now: number,
): Promise<void> {
  await db.query(
    `insert into cohort_meeting (participant, organisation, noted_by, noted_at, agreed_at)
     values ($1, $2, $3, $4::timestamptz, case when $3 = 'educator' then $4::timestamptz end)
     on conflict (participant, organisation) do update set agreed_at =
       coalesce(cohort_meeting.agreed_at, case when cohort_meeting.noted_by <> excluded.noted_by then excluded.noted_at end)`,
    [participant, organisation, notedBy, iso(now)],
  )
}

export async function listRanks(db: ActingDatabase, cohort: string): Promise<Rank[]> {
  const rows = await db.query(
    `select r.side, r.participant, r.place, r.rank from cohort_rank r join cohort_place l on l.id = r.place where l.cohort = $1
     order by r.side, r.participant, r.place`,
    [cohort],
  )
  return rows.map((row) => ({
    side: row.side as Rank['side'],
    participant: String(row.participant),
    place: String(row.place),
    rank: row.rank === null ? undefined : Number(row.rank),
  }))
}

/** @param rank a number; null: not this one; undefined: nothing was said of it */
export async function setRank(
  db: ActingDatabase,
  { side, participant, place }: Omit<Rank, 'rank'>,
  rank: number | null | undefined,
  now: number,
): Promise<void> {
  if (rank === undefined) {
    await db.query('delete from cohort_rank where side = $1 and participant = $2 and place = $3', [side, participant, place])
    return
  }
  await db.query(
    `insert into cohort_rank (side, participant, place, rank, at) values ($1, $2, $3, $4, $5::timestamptz)
     on conflict (side, participant, place) do update set rank = excluded.rank, at = excluded.at`,
    [side, participant, place, rank, iso(now)],
  )
}

function toParticipant(row: Record<string, unknown>): Participant {
  return {
    id: String(row.id),
    cohort: String(row.cohort),
    person: String(row.person),
    handle: String(row.handle),
    textVersion: String(row.text_version),
    language: row.language as 'nl' | 'en',
    quota: Number(row.quota),
    lot: Number(row.lot),
    ...termsOfRow(row),
    mostMinutes: Number(row.most_minutes),
    travelMode: row.travel_mode as TravelMode,
    skills: row.skills as readonly ParticipantSkill[],
    joinedAt: momentOf(row.joined_at) as number,
  }
}

function toPlace(row: Record<string, unknown>): Place {
  return {
    id: String(row.id),
    cohort: String(row.cohort),
    organisation: String(row.organisation),
    seats: Number(row.seats),
    ...termsOfRow(row),
    tasks: String(row.tasks),
    lot: Number(row.lot),
  }
}

function termsOfRow(row: Record<string, unknown>) {
  return {
    hours: [Number(row.hours_from), Number(row.hours_to)] as const,
    placeName: String(row.place_name),
    region: String(row.region),
    at: [Number(row.lat), Number(row.lon)] as const,
    ...(row.dutch === null ? {} : { dutch: Number(row.dutch) }),
  }
}
