import type { LoaderFunctionArgs } from 'react-router'
import { algorithmOf } from '../../modules/credentials/index.ts'
import { todayInAmsterdam } from '../../platform/index.ts'
import { siteContext } from '../context.ts'
import { openOrganisation } from '../organisation/org-loader.ts'

/** The badges of an organisation, for its members. */
export async function loadDeskBadges(args: LoaderFunctionArgs) {
  const { site, actor, id, organisation, done } = await openOrganisation(args)
  const { badges, offers, keys, ...desk } = await site.modules.badges.desk(actor, id)
  const now = args.context.get(siteContext).clock.now()
  return {
    ...{ organisation, done, ...desk },
    badges: badges.map(({ id: badge, achievement, holder, issuedAt, validUntil, acceptedAt, isPublic, revoked }) => ({
      ...{ id: badge, title: achievement.title, holder, issuedOn: todayInAmsterdam(issuedAt) },
      state: stateOf({
        isEnded: validUntil !== undefined && validUntil < now,
        acceptedAt,
        isPublic,
        isRevoked: revoked !== undefined,
      }),
      mayRevoke: desk.mayRevoke && revoked === undefined,
    })),
    offers: offers.map(({ id: offer, achievement, email, expiresAt }) => ({
      ...{ id: offer, title: achievement.title, email, until: todayInAmsterdam(expiresAt) },
    })),
    keys: keys?.map(({ id: key, madeAt, signsUntil, lostFrom }) => ({
      ...{ id: key, madeOn: todayInAmsterdam(madeAt), algorithm: algorithmOf(key) },
      ...(signsUntil === undefined ? {} : { signedUntil: todayInAmsterdam(signsUntil) }),
      ...(lostFrom === undefined ? {} : { lostFrom: todayInAmsterdam(lostFrom) }),
    })),
  }
}

function stateOf(of: {
  readonly isEnded: boolean
  readonly acceptedAt?: number | undefined
  readonly isPublic: boolean
  readonly isRevoked: boolean
}): 'waiting' | 'hidden' | 'public' | 'ended' | 'revoked' {
  if (of.isRevoked) return 'revoked'
  if (of.isEnded) return 'ended'
  if (of.acceptedAt === undefined) return 'waiting'
  return of.isPublic ? 'public' : 'hidden'
}
