import type { ActingDatabase } from '../../../platform/index.ts'
import type { Conclusion } from '../checks/index.ts'
import type { HeldCredential, Lapsed, TrainingRecord } from './held-credential.ts'

const moment = (milliseconds: number | undefined): string | null =>
  milliseconds === undefined ? null : new Date(milliseconds).toISOString()
const timeOf = (value: unknown): number | undefined => (value === null ? undefined : new Date(value as string | Date).getTime())

/** @returns false when it was released to this organisation already */
export async function insertRecord(
  inside: ActingDatabase,
  to: {
    readonly id: string
    readonly organisation: string
    readonly person: string
    readonly personName: string
    readonly demo: boolean
  },
  held: HeldCredential,
  now: number,
): Promise<boolean> {
  const rows = await inside.query(
    `insert into training_record (id, organisation, person, credential, demo, person_name, title, issuer_name, issued_at, valid_until, conclusion,
       lapsed, released_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9::timestamptz, $10::timestamptz, $11, $12, $13::timestamptz)
     on conflict (organisation, credential) do nothing returning id`,
    [
      ...[to.id, to.organisation, to.person, held.id, to.demo, to.personName, held.title, held.issuerName],
      ...[moment(held.issuedAt), moment(held.validUntil), held.conclusion, held.lapsed ?? null, moment(now)],
    ],
  )
  return rows.length > 0
}

export async function removeRecord(
  inside: ActingDatabase,
  of: { readonly person: string; readonly credential: string; readonly organisation: string },
): Promise<boolean> {
  const rows = await inside.query(
    'delete from training_record where person = $1 and credential = $2 and organisation = $3 returning id',
    [of.person, of.credential, of.organisation],
  )
  return rows.length > 0
}

/** To whom a person released what: organisations by credential. */
export async function listReleases(
  inside: ActingDatabase,
  person: string,
): Promise<{ readonly credential: string; readonly organisation: string }[]> {
  return inside.query<{ credential: string; organisation: string }>(
    'select credential, organisation from training_record where person = $1 order by credential, organisation',
    [person],
  )
}

/** The register of an organisation: what ends first stands first. */
export async function listRecords(inside: ActingDatabase, organisation: string): Promise<TrainingRecord[]> {
  const rows = await inside.query(
    `select id, person_name, title, issuer_name, issued_at, valid_until, conclusion, lapsed, released_at from training_record
     where organisation = $1 order by valid_until nulls last, person_name, title, id`,
    [organisation],
  )
  return rows.map((row) => ({
    id: String(row.id),
    personName: String(row.person_name),
    title: String(row.title),
    issuerName: String(row.issuer_name),
    issuedAt: timeOf(row.issued_at),
    validUntil: timeOf(row.valid_until),
    conclusion: row.conclusion as Conclusion,
    lapsed: (row.lapsed ?? undefined) as Lapsed | undefined,
    releasedAt: timeOf(row.released_at) ?? 0,
  }))
}
