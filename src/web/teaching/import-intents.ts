import { redirect } from 'react-router'
import { pathTo } from '../paths.ts'
import { fileIn } from './read-upload.ts'
import { type TeachingAsked, TeachingFormWrong, teachingAction, textIn } from './teaching-action.ts'

function toReport({ language, organisation }: TeachingAsked, id: string): Response {
  return redirect(`${pathTo('teachingImport', language, { organisation })}?${new URLSearchParams({ file: id })}`)
}

/** What each button of the page for reading in does. */
export const intents = {
  async read(asked) {
    const { site, actor, form, organisation } = asked
    const file = await fileIn(form)
    if (!file) throw new TeachingFormWrong('empty')
    return toReport(asked, await site.modules.programmeDesk.readImport(actor, organisation, file))
  },
  async readFeed(asked) {
    const { site, actor, form, organisation } = asked
    const feed = textIn(form, 'feed').trim().slice(0, 100)
    if (feed === '') throw new TeachingFormWrong('feed')
    return toReport(asked, await site.modules.programmeDesk.readImport(actor, organisation, { feed }))
  },
  async bringIn(asked) {
    const { site, actor, form, organisation } = asked
    const id = textIn(form, 'import')
    const all = (name: string) => form.getAll(name).map(String)
    await site.modules.programmeDesk.bringIn(actor, { organisation, id }, { take: all('take'), withdraw: all('withdraw') })
    return toReport(asked, id)
  },
} satisfies Parameters<typeof teachingAction>[0]

export const teachingImportAction = teachingAction(intents)
