import type { ActingDatabase, Database } from '../../platform/index.ts'
import type { Recognition, SchoolBreak } from './placement.ts'

const time = (milliseconds: number): string => new Date(milliseconds).toISOString()

export async function addBreak(db: Database, organisation: string, { id, from, until, title }: SchoolBreak): Promise<void> {
  await db.query(
    'insert into school_break (id, organisation, from_on, until_on, title) values ($1, $2, $3::date, $4::date, $5)',
    [id, organisation, from, until, title],
  )
}

export async function removeBreak(db: Database, organisation: string, id: string): Promise<boolean> {
  return (
    (await db.query('delete from school_break where organisation = $1 and id = $2 returning id', [organisation, id])).length > 0
  )
}

export async function listBreaks(db: Database, organisation: string): Promise<SchoolBreak[]> {
  return db.query<SchoolBreak & Record<string, unknown>>(
    'select id, from_on as "from", until_on as "until", title from school_break where organisation = $1 order by from_on, id',
    [organisation],
  )
}

const recognitionColumns = 'id, organisation, crebo, from_on as "from", until_on as "until", checked_on as "checkedOn", source'

export async function addRecognition(
  inside: ActingDatabase,
  one: Recognition,
  by: { readonly school: string; readonly account: string | undefined; readonly at: number },
): Promise<void> {
  await inside.query(
    `insert into employer_recognition (id, organisation, crebo, from_on, until_on, checked_on, source, noted_for, noted_by, noted_at)
     values ($1, $2, $3, $4::date, $5::date, $6::date, $7, $8, $9, $10::timestamptz)`,
    [
      ...[one.id, one.organisation, one.crebo, one.from, one.until, one.checkedOn, one.source],
      ...[by.school, by.account ?? null, time(by.at)],
    ],
  )
}

/** What a school looked up goes by that school only. */
export async function removeRecognition(inside: ActingDatabase, school: string, id: string): Promise<boolean> {
  const rows = await inside.query('delete from employer_recognition where noted_for = $1 and id = $2 returning id', [school, id])
  return rows.length > 0
}

/** Of one employer, or as one school looked them up; the latest looked up first. */
export async function listRecognitions(
  inside: ActingDatabase,
  of: { readonly employer: string } | { readonly school: string },
): Promise<Recognition[]> {
  return inside.query<Recognition & Record<string, unknown>>(
    `select ${recognitionColumns} from employer_recognition where ${'employer' in of ? 'organisation' : 'noted_for'} = $1
      order by checked_on desc, until_on desc, id limit 500`,
    ['employer' in of ? of.employer : of.school],
  )
}
