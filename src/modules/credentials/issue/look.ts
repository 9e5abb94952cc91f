import { actAs, NotFound } from '../../../platform/index.ts'
import { type Actor, actingAs, isPermitted } from '../../permissions/index.ts'
import { type Check, type CheckName, type Checks, checkCredential, type OwnIssuers } from '../checks/index.ts'
import { parseDocument } from '../document/index.ts'
import type { BadgeCheck, BadgeView, Issuer, Offer, SignedBadge } from './badge.ts'
import { findBadge, findHolder } from './badge-store.ts'
import { listOffersTo } from './offer-store.ts'
import { type BadgeForm, badgeFile } from './publish.ts'
import { addressOf, didOf } from './site-address.ts'
import { accountOf, program, type Work } from './work.ts'

/** What everybody may see of a badge whose holder made it public; the holder and who issued it always. */
export interface LookAtBadges {
  /** @throws NotFound, also where it is not public */
  look(actor: Actor, id: string): Promise<BadgeView>
  /** @throws NotFound, also where it is not public */
  file(actor: Actor, id: string, form: BadgeForm, language: 'nl' | 'en'): Promise<string | Uint8Array>
}

type Said = Pick<Check, 'verdict'> & { readonly answer: string }

interface Seen {
  readonly badge: SignedBadge
  readonly as: BadgeView['as']
}

export function createLook(work: Work, own: OwnIssuers): LookAtBadges {
  const { db, clock, site, organisations } = work

  async function see(actor: Actor, id: string): Promise<Seen> {
    const owned = actor.kind === 'visitor' ? undefined : await actAs(db, actingAs(actor), (inside) => findBadge(inside, id))
    if (owned?.person === accountOf(actor) && owned) return { badge: owned, as: 'holder' }
    const isOfDesk =
      owned !== undefined && isPermitted(actor, 'badge.read', { kind: 'badge', id, organisation: owned.organisation })
    if (isOfDesk) return { badge: owned, as: 'issuer' }
    const badge = await program(db, (all) => findBadge(all, id))
    if (!badge?.isPublic || badge.acceptedAt === undefined) throw new NotFound('badge', id)
    return { badge, as: 'public' }
  }

  async function findOffer(actor: Actor, id: string): Promise<Offer | undefined> {
    const account = accountOf(actor)
    if (account === undefined) return undefined
    return (await program(db, (all) => listOffersTo(all, account, clock.now()))).find((one) => one.id === id)
  }

  async function issuerOf(organisation: string): Promise<Issuer> {
    const found = await organisations.find(organisation)
    if (!found) throw new NotFound('organisation', organisation)
    const { id, name, kind, verification, domain, closed, demo } = found
    return { id, name, kind, verification, ...(domain === undefined ? {} : { domain }), closed, demo }
  }

  const addresses = (id: string, organisation: string) => ({
    address: addressOf.badge(site, id),
    did: didOf(site, organisation),
    didDocument: addressOf.did(site, organisation),
    isReachable: site.isPublic,
  })

  async function checkBoth({ document, jwt }: SignedBadge): Promise<readonly Checks[]> {
    const parts = { clock, known: [], own, fetchText: async () => ({ why: 'notAllowed' as const }) }
    return [await checkCredential(parseDocument(document), {}, parts), await checkCredential(parseDocument(jwt), {}, parts)]
  }

  return {
    async look(actor, id) {
      const offer = await findOffer(actor, id)
      if (offer) {
        const { organisation, kind, achievement, validUntil } = offer
        return {
          ...{ id, as: 'holder', state: 'offered', issuer: await issuerOf(organisation), kind, achievement },
          ...(validUntil === undefined ? {} : { validUntil }),
          ...{ isPublic: false, showsName: false, checks: [] },
          ...addresses(id, organisation),
        }
      }
      const { badge, as } = await see(actor, id)
      const { organisation, kind, achievement, issuedAt, validUntil, acceptedAt, isPublic, showsName, revoked } = badge
      const issuer = await issuerOf(organisation)
      const name = showsName ? (await program(db, (all) => findHolder(all, badge.person)))?.name : undefined
      return {
        ...{ id, as, state: acceptedAt === undefined ? 'waiting' : 'accepted', issuer, kind, achievement, issuedAt },
        ...(validUntil === undefined ? {} : { validUntil }),
        ...{ isPublic, showsName },
        ...(name === undefined ? {} : { holderName: name }),
        ...(revoked === undefined ? {} : { revoked }),
        checks: readChecks(await checkBoth(badge), issuer, validUntil),
        ...addresses(id, organisation),
      }
    },
    async file(actor, id, form, language) {
      const { badge } = await see(actor, id)
      return badgeFile(badge, form, { issuer: (await issuerOf(badge.organisation)).name, language })
    },
  }
}

/** Both forms of a badge were checked as one of anybody's would be; here is what people read of it. What fails in one of them fails. */
function readChecks(both: readonly Checks[], issuer: Issuer, validUntil: number | undefined): readonly BadgeCheck[] {
  const all = (name: CheckName): readonly Said[] => both.map((checks) => checks[name])
  const isValid = (checks: readonly Said[]): boolean => checks.every(({ verdict }) => verdict === 'valid')
  const has = (checks: readonly Said[], answer: string): boolean => checks.some((check) => check.answer === answer)
  const [dates, proofs, issuers, statuses] = [all('dates'), all('proof'), all('issuer'), all('status')]

  const date = (): Pick<BadgeCheck, 'verdict' | 'why'> => {
    if (isValid(dates)) return { verdict: 'valid', why: validUntil === undefined ? 'noEnd' : 'notYetEnded' }
    return { verdict: 'invalid', why: has(dates, 'expired') ? 'ended' : 'notYetBegun' }
  }
  const proof = (): Pick<BadgeCheck, 'verdict' | 'why'> => {
    if (isValid(proofs)) return { verdict: 'valid', why: 'bothHold' }
    if (has(proofs, 'keyRevoked')) return { verdict: 'invalid', why: 'keyLost' }
    if (has(proofs, 'noKey')) return { verdict: 'cannotBeChecked', why: 'keyUnknown' }
    return { verdict: 'invalid', why: 'broken' }
  }
  const who = (): Pick<BadgeCheck, 'verdict' | 'why'> => {
    if (!has(issuers, 'own')) return { verdict: 'cannotBeChecked', why: 'otherAddress' }
    if (issuer.closed) return { verdict: 'cannotBeChecked', why: 'closed' }
    if (issuer.verification === 'unverified') return { verdict: 'cannotBeChecked', why: 'noLongerChecked' }
    return { verdict: 'valid', why: issuer.verification }
  }
  const isWhole = isValid([...all('format'), ...all('schema')])
  return [
    { what: 'format', verdict: isWhole ? 'valid' : 'invalid', why: isWhole ? 'complete' : 'incomplete' },
    { what: 'dates', ...date() },
    { what: 'proof', ...proof() },
    { what: 'issuer', ...who() },
    isValid(statuses)
      ? { what: 'status', verdict: 'valid', why: 'notRevoked' }
      : {
          what: 'status',
          verdict: has(statuses, 'revoked') ? 'invalid' : 'cannotBeChecked',
          why: has(statuses, 'revoked') ? 'revoked' : 'otherAddress',
        },
  ]
}
