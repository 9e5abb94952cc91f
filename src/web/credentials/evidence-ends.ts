import { type DateText, todayInAmsterdam } from '../../platform/index.ts'
import { actorOf } from '../actor.ts'
import type { SiteContext } from '../context.ts'

/** Days of the credentials behind the skills of who asks, by skill. */
export interface EvidenceDays {
  /** Until when each is valid. */
  readonly ends: Readonly<Record<string, DateText>>
  /** When those ended that stood behind a skill, and no other does now. */
  readonly over: Readonly<Record<string, DateText>>
}

/** Nothing for who keeps none. */
export async function evidenceDays(site: SiteContext, request: Request): Promise<EvidenceDays> {
  const actor = await actorOf(site, request)
  if (actor.kind !== 'account') return { ends: {}, over: {} }
  const dated = [...(await site.modules.credentials.evidence(actor)).values()].flatMap(({ validUntil, ...one }) =>
    validUntil === undefined ? [] : [{ ...one, day: todayInAmsterdam(validUntil) }],
  )
  return {
    ends: Object.fromEntries(dated.flatMap(({ concept, state, day }) => (state === undefined ? [] : [[concept, day] as const]))),
    over: Object.fromEntries(
      dated.flatMap(({ concept, lapsed, day }) => (lapsed === 'expired' ? [[concept, day] as const] : [])),
    ),
  }
}
