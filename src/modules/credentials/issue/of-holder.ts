import { actAs, NotFound } from '../../../platform/index.ts'
import { type Actor, actingAs, permit } from '../../permissions/index.ts'
import type { Badge, Offer, OwnBadge } from './badge.ts'
import { findBadge, findHolder, listHeld, removeBadge, setShown } from './badge-store.ts'
import { listOffersTo, removeOffer } from './offer-store.ts'
import { BadgeRefused } from './refused.ts'
import { signAndKeep } from './sign-badge.ts'
import { accountOf, asProgram, checkMayIssue, program, type Work, withOwnBadge } from './work.ts'

/** What the holder does with badges. */
export interface BadgesOfHolder {
  /** Badges of who asks, and what waits for their answer; the newest first. */
  mine(actor: Actor): Promise<readonly OwnBadge[]>
  /** Yes to a badge. What was only offered is signed now, when the organisation still may. @throws NotFound; BadgeRefused */
  accept(actor: Actor, id: string, shown: { readonly isPublic: boolean }): Promise<void>
  /** No, or not any more: it goes. Its place in the status list counts as revoked from then on. @throws NotFound */
  remove(actor: Actor, id: string): Promise<void>
  /** Who may see its page, and whether a name stands on it. @throws NotFound; BadgeRefused `nameMissing` */
  show(actor: Actor, id: string, shown: { readonly isPublic: boolean; readonly showsName: boolean }): Promise<void>
}

export function createOfHolder(work: Work): BadgesOfHolder {
  const { db, clock, organisations } = work

  /** The offer to the address of who asks. */
  async function findOffer(actor: Actor, id: string): Promise<Offer | undefined> {
    const account = accountOf(actor)
    if (account === undefined) return undefined
    return (await program(db, (all) => listOffersTo(all, account, clock.now()))).find((one) => one.id === id)
  }

  const own = <T>(actor: Actor, id: string, then: Parameters<typeof withOwnBadge<T>>[4]): Promise<T> =>
    withOwnBadge(work, actor, id, (inside) => findBadge(inside, id, true), then)

  /** In a transaction of its own: the offer is looked at again in it, so that nobody accepts what was taken back. */
  async function acceptOffer(actor: Actor, account: string, id: string, isPublic: boolean): Promise<void> {
    permit(actor, 'badge.answer', { kind: 'badge', id, person: account })
    await program(db, async (all) => {
      const offer = (await listOffersTo(all, account, clock.now())).find((one) => one.id === id)
      if (!offer || !(await removeOffer(all, offer.organisation, id))) throw new NotFound('badge', id)
      const [issuer, holder] = [await organisations.find(offer.organisation, all), await findHolder(all, account)]
      if (!issuer || issuer.closed || !holder) throw new NotFound('badge', id)
      checkMayIssue(issuer, offer.kind)
      const { kind, ref, achievement, validUntil } = offer
      const badge = { ...achievement, about: { kind, ref }, ...(validUntil === undefined ? {} : { validUntil }) }
      const key = await work.keys.signing(all, issuer.id)
      const signed = { id, issuer, badge, key, person: account, email: holder.email }
      await signAndKeep(work, all, { ...signed, isAccepted: true, isPublic })
    })
  }

  return {
    async mine(actor) {
      const account = accountOf(actor)
      permit(actor, 'badge.answer', { kind: 'account', id: account ?? '', person: account })
      if (account === undefined) return []
      const { held, offers } = await actAs(db, actingAs(actor), async (inside) => ({
        held: await listHeld(inside, account),
        offers: await asProgram(inside, (all) => listOffersTo(all, account, clock.now())),
      }))
      const named = async ({ organisation }: Badge | Offer) => ({
        id: organisation,
        name: (await organisations.find(organisation))?.name ?? '',
      })
      return Promise.all([
        ...offers.map(async (one): Promise<OwnBadge> => {
          const { id, achievement, validUntil } = one
          const until = validUntil === undefined ? {} : { validUntil }
          return { id, organisation: await named(one), state: 'offered', achievement, ...until, isPublic: false }
        }),
        ...held.map(async (one): Promise<OwnBadge> => {
          const { id, achievement, issuedAt, validUntil, isPublic } = one
          const until = validUntil === undefined ? {} : { validUntil }
          return { id, organisation: await named(one), state: stateOf(one), achievement, issuedAt, ...until, isPublic }
        }),
      ])
    },

    async accept(actor, id, { isPublic }) {
      const account = accountOf(actor)
      if (account !== undefined && (await findOffer(actor, id))) return acceptOffer(actor, account, id, isPublic)
      return own(actor, id, (inside, { showsName }) => setShown(inside, id, { acceptedAt: clock.now(), isPublic, showsName }))
    },

    async remove(actor, id) {
      const offer = await findOffer(actor, id)
      if (!offer) return own(actor, id, (inside) => removeBadge(inside, id))
      await program(db, (all) => removeOffer(all, offer.organisation, id))
    },

    show: (actor, id, { isPublic, showsName }) =>
      own(actor, id, async (inside, { person, acceptedAt }) => {
        if (showsName && (await findHolder(inside, person))?.name === undefined) throw new BadgeRefused('nameMissing')
        await setShown(inside, id, { acceptedAt: acceptedAt ?? clock.now(), isPublic, showsName })
      }),
  }
}

function stateOf({ revoked, acceptedAt }: Badge): OwnBadge['state'] {
  if (revoked) return 'revoked'
  return acceptedAt === undefined ? 'waiting' : 'accepted'
}
