import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { Actor } from '../../modules/permissions/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { formText } from '../form-text.ts'
import { languageOfPath, pageUrl } from '../paths.ts'

/** What a button of a page of an organisation gets. */
export interface OrgAsked {
  readonly site: SiteContext
  readonly actor: Actor
  readonly language: 'nl' | 'en'
  readonly organisation: string
  text(name: string): string
}

/** Why something was not done: a reason of a refusal, or the field that cannot be used; and what was filled in. */
export interface OrgWrong {
  readonly intent: string
  /** `other` where the page has no word for it. */
  readonly word: string
  /** The week that it is about, where there is one. */
  readonly week?: string
  readonly given: Readonly<Record<string, string>>
}

type Act = (asked: OrgAsked) => Promise<string>

/** The action of a page from what each of its buttons does: each gives where to go then, or the page says what is wrong. */
export function orgAction(intents: Readonly<Record<string, Act>>, words: Readonly<Record<string, unknown>>) {
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
      return redirect(await act({ site, actor, language, organisation: params.organisation ?? '', text }))
    } catch (error) {
      const wrong = wrongOf(error, words)
      if (!wrong) throw error
      const given = Object.fromEntries([...form.keys()].map((name) => [name, text(name)]))
      return data<OrgWrong>({ intent, given, ...wrong }, { status: 400 })
    }
  }
}

/** Errors of the modules are other classes in the build of the site: their names and reasons tell what they are. */
function wrongOf(error: unknown, words: Readonly<Record<string, unknown>>): Pick<OrgWrong, 'word' | 'week'> | undefined {
  if (!(error instanceof Error)) return undefined
  const { reason = '', where = '', week } = error as Partial<{ reason: string; where: string; week: string }>
  const word = error.name === 'Conflict' ? reason : error.name === 'Invalid' ? where : undefined
  if (word === undefined) return undefined
  return { word: Object.hasOwn(words, word) ? word : 'other', ...(week === undefined ? {} : { week }) }
}

/** A number as people write it, with a comma or a point; NaN where it is none, undefined where it is left out. */
export function numberIn(text: string): number | undefined {
  const bare = text.trim().replace(',', '.')
  if (bare === '') return undefined
  return /^\d+(\.\d+)?$/.test(bare) ? Number(bare) : Number.NaN
}
