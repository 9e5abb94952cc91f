import type { ActingDatabase } from '../../../platform/index.ts'
import { type Achievement, achievementSchema, type BadgeKind } from './achievement.ts'
import type { Badge, RevokeReason, SignedBadge } from './badge.ts'

const time = (milliseconds: number | undefined): string | null =>
  milliseconds === undefined ? null : new Date(milliseconds).toISOString()

interface BadgeRow extends Record<string, unknown> {
  readonly id: string
  readonly organisation: string
  readonly person: string
  readonly demo: boolean
  readonly kind: BadgeKind
  readonly ref: string
  readonly achievement: Achievement
  readonly signed_with: string
  readonly issued_at: Date
  readonly valid_until: Date | null
  readonly accepted_at: Date | null
  readonly is_public: boolean
  readonly shows_name: boolean
  readonly revoked_at: Date | null
  readonly reason: RevokeReason | null
}

interface SignedRow extends BadgeRow {
  readonly document: string
  readonly jwt: string
}

const columns = `id, organisation, person, demo, kind, ref, achievement, signed_with, issued_at, valid_until, accepted_at, is_public, shows_name,
  revoked_at, reason`

const toBadge = (row: BadgeRow): Badge => ({
  id: row.id,
  organisation: row.organisation,
  person: row.person,
  demo: row.demo,
  kind: row.kind,
  ref: row.ref,
  achievement: achievementSchema.parse(row.achievement),
  signedWith: row.signed_with,
  issuedAt: row.issued_at.getTime(),
  ...(row.valid_until === null ? {} : { validUntil: row.valid_until.getTime() }),
  ...(row.accepted_at === null ? {} : { acceptedAt: row.accepted_at.getTime() }),
  isPublic: row.is_public,
  showsName: row.shows_name,
  ...(row.revoked_at === null ? {} : { revoked: { at: row.revoked_at.getTime(), reason: row.reason ?? 'other' } }),
})

const toSigned = (row: SignedRow): SignedBadge => ({ ...toBadge(row), document: row.document, jwt: row.jwt })

/** As far as the actor's database shows it. `lock`: nobody else changes it in the meantime. */
export async function findBadge(inside: ActingDatabase, id: string, lock = false): Promise<SignedBadge | undefined> {
  const [row] = await inside.query<SignedRow>(
    `select ${columns}, document, jwt from issued_badge where id = $1 ${lock ? 'for update' : ''}`,
    [id],
  )
  return row && toSigned(row)
}

/** Of an organisation, the newest first. */
export async function listIssued(inside: ActingDatabase, organisation: string, limit: number): Promise<Badge[]> {
  const rows = await inside.query<BadgeRow>(
    `select ${columns} from issued_badge where organisation = $1 order by issued_at desc, id limit $2`,
    [organisation, limit],
  )
  return rows.map(toBadge)
}

/** Of a person, the newest first. */
export async function listHeld(inside: ActingDatabase, person: string): Promise<Badge[]> {
  const rows = await inside.query<BadgeRow>(`select ${columns} from issued_badge where person = $1 order by issued_at desc, id`, [
    person,
  ])
  return rows.map(toBadge)
}

/** @returns false when this person has this badge already, not revoked */
export async function addBadge(inside: ActingDatabase, one: SignedBadge, issuedBy: string | undefined): Promise<boolean> {
  const rows = await inside.query(
    `insert into issued_badge (id, organisation, person, demo, kind, ref, achievement, document, jwt, signed_with, issued_at, valid_until, accepted_at,
       is_public, shows_name, issued_by)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11::timestamptz, $12::timestamptz, $13::timestamptz, $14, $15, $16)
     on conflict do nothing returning id`,
    [
      ...[one.id, one.organisation, one.person, one.demo, one.kind, one.ref, one.achievement, one.document, one.jwt],
      ...[one.signedWith, time(one.issuedAt), time(one.validUntil), time(one.acceptedAt), one.isPublic, one.showsName],
      issuedBy ?? null,
    ],
  )
  return rows.length > 0
}

/** What the holder decides. */
export async function setShown(
  inside: ActingDatabase,
  id: string,
  { acceptedAt, isPublic, showsName }: { readonly acceptedAt: number; readonly isPublic: boolean; readonly showsName: boolean },
): Promise<void> {
  await inside.query(
    'update issued_badge set accepted_at = coalesce(accepted_at, $2::timestamptz), is_public = $3, shows_name = $4 where id = $1',
    [id, time(acceptedAt), isPublic, showsName],
  )
}

/** Its place in the status list stays, and counts as revoked. */
export async function removeBadge(inside: ActingDatabase, id: string): Promise<void> {
  await inside.query('delete from issued_badge where id = $1', [id])
}

/** Those that are not revoked yet. @returns how many */
export async function revokeBadges(
  inside: ActingDatabase,
  organisation: string,
  which: { readonly id: string } | { readonly signedWith: string; readonly from: number },
  { at, reason }: { readonly at: number; readonly reason: RevokeReason },
): Promise<number> {
  const [where, values] =
    'id' in which
      ? ['id = $4', [which.id]]
      : ['signed_with = $4 and issued_at >= $5::timestamptz', [which.signedWith, time(which.from)]]
  const rows = await inside.query<{ id: string }>(
    `update issued_badge set revoked_at = $2::timestamptz, reason = $3 where organisation = $1 and revoked_at is null and ${where} returning id`,
    [organisation, time(at), reason, ...values],
  )
  await inside.query('update badge_status set is_revoked = true where organisation = $1 and badge = any($2::text[])', [
    organisation,
    rows.map(({ id }) => id),
  ])
  return rows.length
}

/** @returns false when the place is taken */
export async function takePlace(inside: ActingDatabase, organisation: string, number: number): Promise<boolean> {
  const rows = await inside.query(
    'insert into badge_status (organisation, number) values ($1, $2) on conflict do nothing returning number',
    [organisation, number],
  )
  return rows.length > 0
}

export async function givePlace(inside: ActingDatabase, organisation: string, number: number, badge: string): Promise<void> {
  await inside.query('update badge_status set badge = $3 where organisation = $1 and number = $2', [organisation, number, badge])
}

export async function countPlaces(inside: ActingDatabase, organisation: string): Promise<number> {
  const [row] = await inside.query<{ count: number }>('select count(*)::int as count from badge_status where organisation = $1', [
    organisation,
  ])
  return row?.count ?? 0
}

/** Places of badges that are revoked or gone. */
export async function listRevokedPlaces(inside: ActingDatabase, organisation: string): Promise<number[]> {
  const rows = await inside.query<{ number: number }>(
    'select number from badge_status where organisation = $1 and (is_revoked or badge is null) order by number',
    [organisation],
  )
  return rows.map(({ number }) => number)
}

/** A place that was given. One whose badge is gone counts as revoked. */
export async function findPlace(
  inside: ActingDatabase,
  organisation: string,
  number: number,
): Promise<{ readonly isRevoked: boolean } | undefined> {
  const [row] = await inside.query<{ isRevoked: boolean }>(
    'select is_revoked or badge is null as "isRevoked" from badge_status where organisation = $1 and number = $2::int',
    [organisation, number],
  )
  return row
}

/** The address and name of an account, as a task sees them. */
export async function findHolder(
  program: ActingDatabase,
  account: string,
): Promise<{ readonly email: string; readonly name: string | undefined; readonly language: 'nl' | 'en' } | undefined> {
  const [row] = await program.query<{ email: string; name: string | null; language: string }>(
    'select email, name, language from account where id = $1',
    [account],
  )
  return row && { email: row.email, name: row.name?.trim() || undefined, language: row.language === 'en' ? 'en' : 'nl' }
}

/** Names of who holds badges, for the organisation that issued them; as a task sees them. */
export async function listHolders(
  program: ActingDatabase,
  accounts: readonly string[],
): Promise<readonly { readonly id: string; readonly name: string | null; readonly email: string }[]> {
  return program.query<{ id: string; name: string | null; email: string }>(
    'select id, name, email from account where id = any($1::text[])',
    [accounts],
  )
}
