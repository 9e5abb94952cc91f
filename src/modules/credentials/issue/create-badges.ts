import type { ActingDatabase } from '../../../platform/index.ts'
import type { Language } from '../../skills/index.ts'
import { putDemoBadges } from './demo.ts'
import { createIssuerKeys } from './issuer-keys.ts'
import { createLook, type LookAtBadges } from './look.ts'
import { type BadgesOfHolder, createOfHolder } from './of-holder.ts'
import { removeEndedOffers } from './offer-store.ts'
import { type BadgesOnDesk, createOnDesk } from './on-desk.ts'
import { createPublishedIssuer, type PublishedIssuer } from './publish.ts'
import { type BadgesParts, program } from './work.ts'

/** Badges that organisations of this installation issue: made, signed, shown, revoked. */
export interface Badges extends BadgesOnDesk, BadgesOfHolder, LookAtBadges, PublishedIssuer {
  /** Offers that ended go, and keys are sealed with the newest secret. @returns how many of each */
  keepHouse(): Promise<{ readonly ended: number; readonly sealedAnew: number }>
  /** In the transaction of the demo, after accounts and organisations; with them they go. */
  putDemo(inside: ActingDatabase): Promise<void>
}

/** @param parts.openAt path of the page of one badge */
export function createBadges(parts: BadgesParts & { readonly openAt: (language: Language, badge: string) => string }): Badges {
  const work = { ...parts, keys: createIssuerKeys(parts.secrets, parts.clock) }
  const published = createPublishedIssuer(work)
  return {
    ...createOnDesk(work, parts.openAt),
    ...createOfHolder(work),
    ...createLook(work, published.own),
    ...published,
    keepHouse: () =>
      program(parts.db, async (all) => ({
        ended: await removeEndedOffers(all, parts.clock.now()),
        sealedAnew: await work.keys.sealAnew(all),
      })),
    putDemo: (inside) => putDemoBadges(work, inside),
  }
}
