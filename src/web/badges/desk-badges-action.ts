import { type BadgeAsked, badgeAction, ledTo } from './badge-action.ts'
import { readOffer, startOf } from './read-offer.ts'

/** What an organisation does on its page of badges. */
const intents = {
  async offer({ site, actor, language, id, text }: BadgeAsked) {
    await site.modules.badges.offer(actor, readOffer(id, language, text))
    return ledTo('badges', language, { organisation: id }, 'offered')
  },
  // From the page of an award.
  async award({ site, actor, language, id, text }: BadgeAsked) {
    const asked = { organisation: id, placement: text('placement'), award: text('award') }
    await site.modules.badges.issueForAward(actor, asked)
    return ledTo('badges', language, { organisation: id }, 'awarded')
  },
  // From the pages of an enrolment that was completed, and of a placement that ended well.
  async programme({ site, actor, language, id, text }: BadgeAsked) {
    await site.modules.badges.issueForProgramme(actor, { organisation: id, enrolment: text('enrolment') })
    return ledTo('badges', language, { organisation: id }, 'awarded')
  },
  async practice({ site, actor, language, id, text }: BadgeAsked) {
    await site.modules.badges.issueForPractice(actor, { organisation: id, placement: text('placement') })
    return ledTo('badges', language, { organisation: id }, 'awarded')
  },
  async withdraw({ site, actor, language, id, text }: BadgeAsked) {
    await site.modules.badges.withdraw(actor, id, text('offer'))
    return ledTo('badges', language, { organisation: id }, 'withdrawn')
  },
  async revoke({ site, actor, language, id, text }: BadgeAsked) {
    await site.modules.badges.revoke(actor, id, text('badge'), text('reason'))
    return ledTo('badges', language, { organisation: id }, 'revoked')
  },
  async rotate({ site, actor, language, id, text }: BadgeAsked) {
    await site.modules.badges.rotateKey(actor, id, text('algorithm') || undefined)
    return ledTo('badges', language, { organisation: id }, 'rotated')
  },
  async lose({ site, actor, language, id, text }: BadgeAsked) {
    await site.modules.badges.loseKey(actor, id, text('key'), startOf(text('from').trim(), 'from'))
    return ledTo('badges', language, { organisation: id }, 'lost')
  },
}

export const deskBadgesAction = badgeAction('organisation', intents)
