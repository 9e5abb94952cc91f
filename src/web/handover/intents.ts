import { pathTo } from '../paths.ts'
import { backTo, type KitAsked, kitAction } from './kit-action.ts'
import { readKitForm } from './read-kit-form.ts'

const organisationOf = ({ params }: KitAsked): string => params.organisation ?? ''
const seenOf = ({ text }: KitAsked): number | undefined => (/^\d+$/.test(text('version')) ? Number(text('version')) : undefined)
const kitAt = (asked: KitAsked) => ({ organisation: organisationOf(asked), id: asked.params.kit ?? '' })
const copyAt = (asked: KitAsked) => ({ organisation: organisationOf(asked), id: asked.params.copy ?? '' })
const atDesk = (asked: KitAsked) => ({ organisation: organisationOf(asked) })
const atKit = (asked: KitAsked) => ({ organisation: organisationOf(asked), kit: asked.params.kit ?? '' })
const atCopy = (asked: KitAsked) => ({ organisation: organisationOf(asked), copy: asked.params.copy ?? '' })

/** The public page of a kit. */
export const kitPageAction = kitAction({
  async takeOver(asked) {
    const organisation = asked.text('organisation')
    const copy = await asked.site.modules.handover.takeOver(asked.actor, organisation, asked.params.kit ?? '')
    return backTo('kitCopy', asked, { organisation, copy }, 'takenOver')
  },
})

export const kitDeskAction = kitAction({
  async begin(asked) {
    const title = asked.text('title').trim()
    const kit = await asked.site.modules.handover.create(
      asked.actor,
      organisationOf(asked),
      title === '' ? {} : { [asked.language]: title },
    )
    return pathTo('kitEdit', asked.language, { organisation: organisationOf(asked), kit })
  },
})

export const kitEditAction = kitAction({
  async save(asked) {
    const about = { initiative: asked.text('initiative') || undefined, programme: asked.text('programme') || undefined }
    await asked.site.modules.handover.change(asked.actor, { ...kitAt(asked), seen: seenOf(asked) }, readKitForm(asked), about)
    return backTo('kitEdit', asked, atKit(asked), 'kept')
  },
  async publish(asked) {
    await asked.site.modules.handover.publish(asked.actor, kitAt(asked))
    return backTo('kitEdit', asked, atKit(asked), 'published')
  },
  async withdraw(asked) {
    await asked.site.modules.handover.withdraw(asked.actor, kitAt(asked))
    return backTo('kitEdit', asked, atKit(asked), 'withdrawn')
  },
  async remove(asked) {
    await asked.site.modules.handover.remove(asked.actor, kitAt(asked))
    return backTo('kitDesk', asked, atDesk(asked), 'removed')
  },
  async be(asked) {
    await asked.site.modules.handover.beContact(asked.actor, kitAt(asked), true)
    return backTo('kitEdit', asked, atKit(asked), 'contact')
  },
  async beNot(asked) {
    await asked.site.modules.handover.beContact(asked.actor, kitAt(asked), false)
    return backTo('kitEdit', asked, atKit(asked), 'noContact')
  },
})

export const kitCopyAction = kitAction({
  async save(asked) {
    await asked.site.modules.handover.changeCopy(asked.actor, { ...copyAt(asked), seen: seenOf(asked) }, readKitForm(asked))
    return backTo('kitCopy', asked, atCopy(asked), 'kept')
  },
  async choose(asked) {
    const chosen = (what: string) =>
      asked.names.filter((name) => name.startsWith('f:') && asked.text(name) === what).map((name) => name.slice(2))
    const at = { ...copyAt(asked), seen: seenOf(asked) }
    await asked.site.modules.handover.choose(asked.actor, at, { taken: chosen('take'), left: chosen('leave') })
    return backTo('kitCopy', asked, atCopy(asked), 'chosen')
  },
  async toProgramme(asked) {
    const programme = await asked.site.modules.handover.toProgramme(asked.actor, copyAt(asked))
    return pathTo('teachingProgramme', asked.language, { organisation: organisationOf(asked), programme })
  },
  async remove(asked) {
    await asked.site.modules.handover.removeCopy(asked.actor, copyAt(asked))
    return backTo('kitDesk', asked, atDesk(asked), 'copyRemoved')
  },
})
