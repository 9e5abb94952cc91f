import type { ActingDatabase } from '../../platform/index.ts'
import type { Agreement, Signature } from './placement.ts'
import type { Side } from './steps.ts'

const columns = `id, placement, number, made_from, made_from_version, change, text_nl, text_en, hash, signers, sign_by, made_at, signed_at, withdrawn_at`

const time = (milliseconds: number): string => new Date(milliseconds).toISOString()

export async function insertAgreement(inside: ActingDatabase, one: Agreement, account: string | undefined): Promise<void> {
  await inside.query(
    `insert into placement_agreement (id, placement, number, made_from, made_from_version, change, text_nl, text_en, hash, signers, sign_by, made_by, made_at)
     values ($1, $2, $3, $4, $5, $6::jsonb, $7, $8, $9, $10::jsonb, $11::date, $12, $13::timestamptz)`,
    [
      ...[one.id, one.placement, one.number, one.template, one.templateVersion],
      ...[one.change === undefined ? null : JSON.stringify(one.change), one.text?.nl ?? null, one.text?.en ?? null, one.hash],
      ...[JSON.stringify(one.roles), one.signBy, account ?? null, time(one.madeAt)],
    ],
  )
}

export async function listAgreements(inside: ActingDatabase, placement: string): Promise<Agreement[]> {
  const rows = await inside.query(`select ${columns} from placement_agreement where placement = $1 order by number`, [placement])
  return rows.map(toAgreement)
}

export async function markSigned(inside: ActingDatabase, id: string, at: number): Promise<void> {
  await inside.query('update placement_agreement set signed_at = $2::timestamptz where id = $1', [id, time(at)])
}

/** What nobody has signed whole is taken back, or too late. */
export async function withdrawOpen(inside: ActingDatabase, placement: string, at: number): Promise<void> {
  await inside.query(
    'update placement_agreement set withdrawn_at = $2::timestamptz where placement = $1 and signed_at is null and withdrawn_at is null',
    [placement, time(at)],
  )
}

/** The text goes, as the name of the person is in it; hash and signatures stay. */
export async function emptyTexts(inside: ActingDatabase, placement: string): Promise<void> {
  await inside.query('update placement_agreement set text_nl = null, text_en = null where placement = $1', [placement])
}

/** @returns false when this role had signed already */
export async function addSignature(inside: ActingDatabase, one: Signature): Promise<boolean> {
  const rows = await inside.query(
    `insert into placement_signature (agreement, role, account, organisation, session_hash, hash, at)
     values ($1, $2, $3, $4, $5, $6, $7::timestamptz) on conflict do nothing returning role`,
    [one.agreement, one.role, one.account ?? null, one.organisation ?? null, one.sessionHash, one.hash, time(one.at)],
  )
  return rows.length > 0
}

/** Signatures of all agreements of a placement, in the order in which they were set. */
export async function listSignatures(inside: ActingDatabase, placement: string): Promise<Signature[]> {
  const rows = await inside.query<{
    agreement: string
    role: Side
    account: string | null
    organisation: string | null
    session_hash: string
    hash: string
    at: Date
  }>(
    `select s.agreement, s.role, s.account, s.organisation, s.session_hash, s.hash, s.at
       from placement_signature s join placement_agreement a on a.id = s.agreement where a.placement = $1 order by s.at, s.role`,
    [placement],
  )
  return rows.map(({ agreement, role, account, organisation, session_hash: sessionHash, hash, at }) => ({
    ...{ agreement, role, sessionHash, hash, at: at.getTime() },
    ...(account === null ? {} : { account }),
    ...(organisation === null ? {} : { organisation }),
  }))
}

/** Writes a reminder down; false when it was written before. */
export async function addNudge(
  inside: ActingDatabase,
  agreement: string,
  role: Side,
  moment: 'first' | 'last',
  at: number,
): Promise<boolean> {
  const rows = await inside.query(
    `insert into placement_nudge (agreement, role, moment, written_at) values ($1, $2, $3, $4::timestamptz) on conflict do nothing returning moment`,
    [agreement, role, moment, time(at)],
  )
  return rows.length > 0
}

/** When each role was last reminded, by agreement. */
export async function listNudges(
  inside: ActingDatabase,
  placement: string,
): Promise<readonly { readonly agreement: string; readonly role: Side; readonly at: number }[]> {
  const rows = await inside.query<{ agreement: string; role: Side; at: Date }>(
    `select n.agreement, n.role, max(n.written_at) as at from placement_nudge n join placement_agreement a on a.id = n.agreement
      where a.placement = $1 group by n.agreement, n.role order by n.agreement, n.role`,
    [placement],
  )
  return rows.map(({ at, ...nudge }) => ({ ...nudge, at: at.getTime() }))
}

function toAgreement(row: Record<string, unknown>): Agreement {
  const moment = (value: unknown): number | undefined => (value instanceof Date ? value.getTime() : undefined)
  const optional = {
    change: row.change,
    text: row.text_nl === null || row.text_en === null ? undefined : { nl: row.text_nl, en: row.text_en },
    signedAt: moment(row.signed_at),
    withdrawnAt: moment(row.withdrawn_at),
  }
  return {
    id: row.id,
    placement: row.placement,
    number: row.number,
    template: row.made_from,
    templateVersion: row.made_from_version,
    hash: row.hash,
    roles: row.signers,
    signBy: row.sign_by,
    madeAt: moment(row.made_at),
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null && value !== undefined)),
  } as Agreement
}
