import type { ActingDatabase } from '../../../platform/index.ts'
import type { Conclusion } from '../checks/index.ts'
import type { FoundHow } from './find-skills.ts'
import type { HeldCredential, KeptChecks, Lapsed } from './held-credential.ts'

const moment = (milliseconds: number | undefined): string | null =>
  milliseconds === undefined ? null : new Date(milliseconds).toISOString()
const optional = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
const timeOf = (value: unknown): number | undefined => (value === null ? undefined : new Date(value as string | Date).getTime())

/** Two imports at once of one person follow each other, so that both do not find the last free place. */
export async function lockHeld(inside: ActingDatabase, person: string): Promise<void> {
  await inside.query(`select pg_advisory_xact_lock(hashtext('schakel held credentials ' || current_schema() || $1))`, [person])
}

/** @returns false when the same document is kept already */
export async function insertHeld(
  inside: ActingDatabase,
  held: Omit<HeldCredential, 'lapsed'> & { readonly person: string; readonly demo: boolean; readonly documentHash: string },
): Promise<boolean> {
  const rows = await inside.query(
    `insert into held_credential (id, person, demo, form, kind, document, document_hash, title, issuer_id, issuer_name, issued_at, valid_until,
       conclusion, checks, imported_at, checked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::timestamptz, $12::timestamptz, $13, $14::jsonb, $15::timestamptz, $16::timestamptz)
     on conflict (person, document_hash) do nothing returning id`,
    [
      ...[held.id, held.person, held.demo, held.form, held.kind, held.document ?? null, held.documentHash, held.title],
      ...[held.issuer ?? null, held.issuerName, moment(held.issuedAt), moment(held.validUntil), held.conclusion],
      ...[JSON.stringify(held.checks), moment(held.importedAt), moment(held.checkedAt)],
    ],
  )
  if (rows.length === 0) return false
  for (const { concept, how } of held.skills)
    await inside.query('insert into held_credential_skill values ($1, $2, $3)', [held.id, concept, how])
  return true
}

/** Rows with the skills of each. @param rest what stands behind `from held_credential c` */
async function selectHeld(
  inside: ActingDatabase,
  rest: string,
  values: readonly unknown[],
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return inside.query(
    `select c.*, coalesce((select jsonb_agg(jsonb_build_object('concept', s.concept, 'how', s.how) order by s.concept)
       from held_credential_skill s where s.credential = c.id), '[]'::jsonb) as skills
     from held_credential c ${rest}`,
    [...values],
  )
}

/** All of somebody, the newest first. */
export async function listHeld(inside: ActingDatabase, person: string): Promise<HeldCredential[]> {
  return (await selectHeld(inside, 'where person = $1 order by imported_at desc, id desc', [person])).map(toHeld)
}

export async function findHeld(inside: ActingDatabase, person: string, id: string): Promise<HeldCredential | undefined> {
  const [row] = await selectHeld(inside, 'where person = $1 and id = $2', [person, id])
  return row && toHeld(row)
}

export async function countHeld(inside: ActingDatabase, person: string): Promise<number> {
  const [row] = await inside.query<{ count: number }>('select count(*)::int as count from held_credential where person = $1', [
    person,
  ])
  return row?.count ?? 0
}

export async function removeHeld(inside: ActingDatabase, person: string, id: string): Promise<boolean> {
  const rows = await inside.query('delete from held_credential where person = $1 and id = $2 returning id', [person, id])
  return rows.length > 0
}

export interface StandingEvidence {
  readonly concept: string
  readonly how: FoundHow
  readonly credential: string
  readonly title: string
  readonly issuerName: string
  readonly issuedAt: number | undefined
  readonly validUntil: number | undefined
  readonly conclusion: Conclusion
  readonly lapsed: Lapsed | undefined
}

/** What somebody's credentials say about their skills, those that lapsed too. */
export async function listEvidence(inside: ActingDatabase, person: string): Promise<StandingEvidence[]> {
  const rows = await inside.query(
    `select s.concept, s.how, c.id, c.title, c.issuer_name, c.issued_at, c.valid_until, c.conclusion, c.lapsed
     from held_credential_skill s join held_credential c on c.id = s.credential where c.person = $1 order by s.concept, c.imported_at desc, c.id`,
    [person],
  )
  return rows.map((row) => ({
    concept: String(row.concept),
    how: row.how as FoundHow,
    credential: String(row.id),
    title: String(row.title),
    issuerName: String(row.issuer_name),
    issuedAt: timeOf(row.issued_at),
    validUntil: timeOf(row.valid_until),
    conclusion: row.conclusion as Conclusion,
    lapsed: optional(row.lapsed) as Lapsed | undefined,
  }))
}

/** Those whose end has come by now and that still count, as a task; some at a time. */
export async function listEnded(inside: ActingDatabase, now: number, most: number): Promise<{ id: string; person: string }[]> {
  return inside.query<{ id: string; person: string }>(
    `select id, person from held_credential where lapsed is null and valid_until <= $1::timestamptz order by valid_until, id limit $2`,
    [moment(now), most],
  )
}

/** Those with a document that were not looked at since, as a task; the longest ago first. */
export async function listToRecheck(
  inside: ActingDatabase,
  before: number,
  most: number,
): Promise<{ readonly held: HeldCredential; readonly person: string }[]> {
  const rest = `where lapsed is null and document is not null and checked_at < $1::timestamptz order by checked_at, id limit $2`
  const rows = await selectHeld(inside, rest, [moment(before), most])
  return rows.map((row) => ({ held: toHeld(row), person: String(row.person) }))
}

export async function lapse(inside: ActingDatabase, id: string, why: Lapsed, now: number): Promise<void> {
  await inside.query(`update held_credential set lapsed = $2, lapsed_at = $3::timestamptz where id = $1`, [id, why, moment(now)])
  await inside.query('update training_record set lapsed = $2 where credential = $1', [id, why])
}

export async function saveChecks(
  inside: ActingDatabase,
  id: string,
  { checks, conclusion, now }: { readonly checks: KeptChecks; readonly conclusion: Conclusion; readonly now: number },
): Promise<void> {
  await inside.query(
    `update held_credential set checks = $2::jsonb, conclusion = $3, checked_at = $4::timestamptz where id = $1`,
    [id, JSON.stringify(checks), conclusion, moment(now)],
  )
  await inside.query('update training_record set conclusion = $2 where credential = $1', [id, conclusion])
}

function toHeld(row: Readonly<Record<string, unknown>>): HeldCredential {
  return {
    id: String(row.id),
    form: row.form as HeldCredential['form'],
    kind: row.kind as HeldCredential['kind'],
    document: optional(row.document),
    title: String(row.title),
    issuer: optional(row.issuer_id),
    issuerName: String(row.issuer_name),
    issuedAt: timeOf(row.issued_at),
    validUntil: timeOf(row.valid_until),
    conclusion: row.conclusion as Conclusion,
    checks: row.checks as KeptChecks,
    importedAt: timeOf(row.imported_at) ?? 0,
    checkedAt: timeOf(row.checked_at) ?? 0,
    lapsed: optional(row.lapsed) as Lapsed | undefined,
    skills: row.skills as HeldCredential['skills'],
  }
}
