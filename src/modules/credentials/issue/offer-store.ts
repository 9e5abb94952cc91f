import type { ActingDatabase } from '../../../platform/index.ts'
import { type Achievement, achievementSchema, type BadgeKind } from './achievement.ts'
import type { Offer } from './badge.ts'

interface OfferRow extends Record<string, unknown> {
  readonly id: string
  readonly organisation: string
  readonly demo: boolean
  readonly email: string
  readonly kind: BadgeKind
  readonly ref: string
  readonly achievement: Achievement
  readonly valid_until: Date | null
  readonly made_at: Date
  readonly expires_at: Date
}

const columns = 'id, organisation, demo, email, kind, ref, achievement, valid_until, made_at, expires_at'
const time = (milliseconds: number | undefined): string | null =>
  milliseconds === undefined ? null : new Date(milliseconds).toISOString()

const toOffer = (row: OfferRow): Offer => ({
  id: row.id,
  organisation: row.organisation,
  demo: row.demo,
  email: row.email,
  kind: row.kind,
  ref: row.ref,
  achievement: achievementSchema.parse(row.achievement),
  ...(row.valid_until === null ? {} : { validUntil: row.valid_until.getTime() }),
  madeAt: row.made_at.getTime(),
  expiresAt: row.expires_at.getTime(),
})

export async function addOffer(inside: ActingDatabase, one: Offer, madeBy: string | undefined): Promise<void> {
  await inside.query(
    `insert into badge_offer (id, organisation, demo, email, email_folded, kind, ref, achievement, valid_until, made_at, expires_at, made_by)
     values ($1, $2, $3, $4, lower($4), $5, $6, $7::jsonb, $8::timestamptz, $9::timestamptz, $10::timestamptz, $11)`,
    [
      ...[one.id, one.organisation, one.demo, one.email, one.kind, one.ref, one.achievement, time(one.validUntil)],
      ...[time(one.madeAt), time(one.expiresAt), madeBy ?? null],
    ],
  )
}

/** Of an organisation, the newest first; those that ended are left out. */
export async function listOffers(inside: ActingDatabase, organisation: string, now: number): Promise<Offer[]> {
  const rows = await inside.query<OfferRow>(
    `select ${columns} from badge_offer where organisation = $1 and expires_at > $2::timestamptz order by made_at desc, id`,
    [organisation, time(now)],
  )
  return rows.map(toOffer)
}

/** To the address of an account, as a task sees them; the newest first. */
export async function listOffersTo(program: ActingDatabase, account: string, now: number): Promise<Offer[]> {
  const rows = await program.query<OfferRow>(
    `select ${columns} from badge_offer
      where email_folded = (select account.email_folded from account where account.id = $1) and expires_at > $2::timestamptz order by made_at desc, id`,
    [account, time(now)],
  )
  return rows.map(toOffer)
}

/** @returns whether it was there */
export async function removeOffer(inside: ActingDatabase, organisation: string, id: string): Promise<boolean> {
  const rows = await inside.query('delete from badge_offer where id = $2 and organisation = $1 returning id', [organisation, id])
  return rows.length > 0
}

/** @returns how many ended before this moment */
export async function removeEndedOffers(program: ActingDatabase, now: number): Promise<number> {
  return (await program.query('delete from badge_offer where expires_at <= $1::timestamptz returning id', [time(now)])).length
}
