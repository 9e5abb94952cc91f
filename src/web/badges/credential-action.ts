import { type BadgeAsked, badgeAction, ledTo } from './badge-action.ts'

/** What the holder does on the page of a badge. */
const intents = {
  async accept({ site, actor, language, id, text }: BadgeAsked) {
    await site.modules.badges.accept(actor, id, { isPublic: text('isPublic') === 'yes' })
    return ledTo('credential', language, { badge: id }, 'accepted')
  },
  async show({ site, actor, language, id, text }: BadgeAsked) {
    await site.modules.badges.show(actor, id, {
      isPublic: text('isPublic') === 'yes',
      showsName: text('showsName') === 'yes',
    })
    return ledTo('credential', language, { badge: id }, 'shown')
  },
  async remove({ site, actor, language, id }: BadgeAsked) {
    await site.modules.badges.remove(actor, id)
    // Its own page says that it is gone.
    return ledTo('credential', language, { badge: id }, 'removed')
  },
}

export const credentialAction = badgeAction('badge', intents)
