import { readCvFile } from '../../modules/people/index.ts'
import { fileIn } from './read-upload.ts'
import { backTo, TeachingFormWrong, teachingAction, textIn } from './teaching-action.ts'

/** What each button of the page for a new programme does. */
export const intents = {
  async create(asked) {
    const { site, actor, form, organisation } = asked
    const title = textIn(form, 'title').trim().slice(0, 300)
    if (title === '') throw new TeachingFormWrong('title')
    const language = textIn(form, 'language') === 'en' ? 'en' : 'nl'
    const programme = await site.modules.programmeDesk.create(actor, organisation, { title: { [language]: title } })
    return backTo('teachingProgramme', asked, 'created', { to: programme })
  },
  async fromText(asked) {
    const { site, actor, organisation } = asked
    const text = await courseText(asked.form)
    const programme = await site.modules.programmeDesk.createFromText(actor, organisation, { text })
    return backTo('teachingProgramme', asked, 'createdFromText', { to: programme, place: 'outcomes' })
  },
} satisfies Parameters<typeof teachingAction>[0]

const longestText = 20_000

/** What was pasted, or what stands in the file that was chosen. @throws TeachingFormWrong, UnreadableCv */
export async function courseText(form: FormData): Promise<string> {
  const pasted = textIn(form, 'text').trim()
  if (pasted !== '') return pasted.slice(0, longestText)
  const file = await fileIn(form)
  if (!file) throw new TeachingFormWrong('text')
  // The same bounds and the same thread as for a CV: a file of somebody is opened, and nothing in it runs.
  const content = await readCvFile(file.bytes)
  if (!('text' in content) || content.text.trim() === '') throw new TeachingFormWrong('unreadable')
  return content.text.trim().slice(0, longestText)
}

export const teachingNewAction = teachingAction(intents)
