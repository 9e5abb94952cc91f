import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { Actor } from '../../modules/permissions/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { formText } from '../form-text.ts'
import { languageOfPath, type Page, pageUrl, pathTo } from '../paths.ts'
import { type EnrolmentDoneWord, type EnrolmentWrongWord, enrolmentToldWords } from '../words/enrolment-told.ts'

/** What a button of a page about enrolments gets. */
export interface EnrolmentAsked {
  readonly site: SiteContext
  readonly actor: Actor
  readonly language: 'nl' | 'en'
  readonly params: Readonly<Record<string, string | undefined>>
  text(name: string): string
  all(name: string): readonly string[]
}

/** Why something was not done, and what was filled in. */
export interface EnrolmentWrong {
  readonly intent: string
  readonly wrong: EnrolmentWrongWord
  readonly given: Readonly<Record<string, string>>
}

type Act = (asked: EnrolmentAsked) => Promise<Response>

/** The action of a page from what each of its buttons does: all end in a redirect, or in the page with what is wrong. */
export function enrolmentAction(intents: Readonly<Record<string, Act>>) {
  return async ({ request, context, params }: ActionFunctionArgs) => {
    const site = context.get(siteContext)
    const actor = await actorOf(site, request)
    signInFirst(actor, request)
    const form = await request.formData()
    const text = (name: string): string => formText(form.get(name))
    const intent = text('intent')
    const act = Object.hasOwn(intents, intent) ? intents[intent] : undefined
    if (!act) throw data('This form is not known.', { status: 400 })
    const language = languageOfPath(pageUrl(request).pathname)
    try {
      return await act({ site, actor, language, params, text, all: (name) => form.getAll(name).map(formText) })
    } catch (error) {
      const wrong = wrongOf(error)
      if (!wrong) throw error
      const given = Object.fromEntries([...form.keys()].map((name) => [name, text(name)]))
      const isConflict = error instanceof Error && error.name === 'Conflict'
      return data<EnrolmentWrong>({ intent, wrong, given }, { status: isConflict ? 409 : 400 })
    }
  }
}

/** Errors of the modules are other classes in the build of the site: their names and reasons tell what they are. */
function wrongOf(error: unknown): EnrolmentWrongWord | undefined {
  if (!(error instanceof Error)) return undefined
  const { reason = '', where = '' } = error as Partial<{ reason: string; where: string }>
  if (error.name === 'Conflict') return isWord(reason) ? reason : undefined
  if (error.name !== 'Invalid') return undefined
  const [field = ''] = where.split('.')
  return isWord(field) ? field : 'other'
}

const isWord = (word: string): word is EnrolmentWrongWord => Object.hasOwn(enrolmentToldWords.nl.wrong, word)

/** Back to a page, which says what was done. */
export function backTo(
  page: Page,
  { language }: EnrolmentAsked,
  params: Readonly<Record<string, string | undefined>>,
  done: EnrolmentDoneWord,
): Response {
  return redirect(`${pathTo(page, language, params)}?done=${done}`)
}

export const doneOf = (url: URL): EnrolmentDoneWord | undefined => {
  const done = url.searchParams.get('done') ?? ''
  return Object.hasOwn(enrolmentToldWords.nl.done, done) ? (done as EnrolmentDoneWord) : undefined
}
