import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { Actor } from '../../modules/permissions/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { formText } from '../form-text.ts'
import { languageOfPath, type Page, pageUrl, pathTo } from '../paths.ts'
import { handoverWords } from '../words/handover.ts'
import type { KitDoneWord, KitWrongWord } from '../words/handover-told.ts'

/** What a button of a page about kits gets. */
export interface KitAsked {
  readonly site: SiteContext
  readonly actor: Actor
  readonly language: 'nl' | 'en'
  readonly params: Readonly<Record<string, string | undefined>>
  text(name: string): string
  all(name: string): readonly string[]
  readonly names: readonly string[]
}

/** Why something was not done, and what was filled in. */
export interface KitWrong {
  readonly intent: string
  readonly wrong: KitWrongWord
  readonly given: Readonly<Record<string, readonly string[]>>
}

type Act = (asked: KitAsked) => Promise<string>

/** The action of a page from what each of its buttons does: each gives where to go then, or the page says what is wrong. */
export function kitAction(intents: Readonly<Record<string, Act>>) {
  return async ({ request, context, params }: ActionFunctionArgs) => {
    const site = context.get(siteContext)
    const actor = await actorOf(site, request)
    signInFirst(actor, request)
    const form = await request.formData()
    const text = (name: string): string => formText(form.get(name))
    const all = (name: string): string[] => form.getAll(name).map(formText)
    const intent = text('intent')
    const act = Object.hasOwn(intents, intent) ? intents[intent] : undefined
    if (!act) throw data('This form is not known.', { status: 400 })
    const language = languageOfPath(pageUrl(request).pathname)
    const names = [...new Set(form.keys())]
    try {
      return redirect(await act({ site, actor, language, params, text, all, names }))
    } catch (error) {
      const wrong = wrongOf(error)
      if (!wrong) throw error
      const given = Object.fromEntries(names.map((name) => [name, all(name)]))
      const isConflict = error instanceof Error && error.name === 'Conflict'
      return data<KitWrong>({ intent, wrong, given }, { status: isConflict ? 409 : 400 })
    }
  }
}

/** Errors of the modules are other classes in the build of the site: their names and reasons tell what they are. */
function wrongOf(error: unknown): KitWrongWord | undefined {
  if (!(error instanceof Error)) return undefined
  const { reason = '', where = '' } = error as Partial<{ reason: string; where: string }>
  if (error.name === 'Conflict') return isWord(reason) ? reason : 'other'
  if (error.name !== 'Invalid') return undefined
  if (['summary', 'outline'].includes(where)) return 'title'
  return isWord(where) ? where : 'other'
}

const isWord = (word: string): word is KitWrongWord => Object.hasOwn(handoverWords.nl.wrong, word)

export const doneOf = (url: URL): KitDoneWord | undefined => {
  const done = url.searchParams.get('done') ?? ''
  return Object.hasOwn(handoverWords.nl.done, done) ? (done as KitDoneWord) : undefined
}

/** The address of a page that says what was done. */
export const backTo = (
  page: Page,
  { language }: Pick<KitAsked, 'language'>,
  params: Readonly<Record<string, string>>,
  done: KitDoneWord,
): string => `${pathTo(page, language, params)}?done=${done}`
