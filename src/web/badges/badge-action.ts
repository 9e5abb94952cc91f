import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { Actor } from '../../modules/permissions/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { formText } from '../form-text.ts'
import { languageOfPath, type Page, pageUrl, pathTo } from '../paths.ts'
import { type BadgeDone, type BadgeWrongWord, badgeWords } from '../words/badges.ts'

/** What a button of a page about badges gets. */
export interface BadgeAsked {
  readonly site: SiteContext
  readonly actor: Actor
  readonly language: 'nl' | 'en'
  /** Of the badge, or of the organisation, that the address names. */
  readonly id: string
  text(name: string): string
}

/** Why something was not done, and what was filled in. */
export interface BadgeWrong {
  readonly intent: string
  readonly wrong: BadgeWrongWord
  readonly given: Readonly<Record<string, string>>
}

type Act = (asked: BadgeAsked) => Promise<Response>

/** The action of a page from what each of its buttons does: all end in a redirect, or in the page with what is wrong. */
export function badgeAction(param: 'badge' | 'organisation', intents: Readonly<Record<string, Act>>) {
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
      return await act({ site, actor, language, id: params[param] ?? '', text })
    } catch (error) {
      const wrong = wrongOf(error)
      if (!wrong) throw error
      const given = Object.fromEntries([...form.keys()].map((name) => [name, text(name)]))
      return data<BadgeWrong>({ intent, wrong, given }, { status: 400 })
    }
  }
}

/** Errors of the modules are other classes in the build of the site: their names and reasons tell what they are. */
function wrongOf(error: unknown): BadgeWrongWord | undefined {
  if (!(error instanceof Error)) return undefined
  const { reason = '', where = '' } = error as Partial<{ reason: string; where: string }>
  if (error.name === 'Conflict') return isWord(reason) ? reason : 'other'
  if (error.name === 'Invalid') return isWord(where) ? where : 'other'
  return undefined
}

const isWord = (word: string): word is BadgeWrongWord => Object.hasOwn(badgeWords.nl.wrong, word)

/** What a form holds that no module is asked with. */
export class FormWrong extends Error {
  override readonly name = 'Invalid'
  readonly where: BadgeWrongWord
  constructor(where: BadgeWrongWord) {
    super(where)
    this.where = where
  }
}

export function ledTo(page: Page, language: 'nl' | 'en', params: Readonly<Record<string, string>>, done: BadgeDone): Response {
  return redirect(`${pathTo(page, language, params)}?${new URLSearchParams({ done })}`)
}
