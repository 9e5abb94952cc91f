import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { Actor } from '../../modules/permissions/index.ts'
import type { GuideFull } from '../../modules/senior-hours/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { formText } from '../form-text.ts'
import { languageOfPath, type Page, pageUrl, pathTo } from '../paths.ts'
import type { placementWords } from '../words/placement.ts'
import { placementFormWords } from '../words/placement-forms.ts'

type FormWords = (typeof placementFormWords)['nl']
export type DoneWord = keyof (typeof placementWords)['nl']['done']

/** What a button was pressed with. */
export interface PlacementAsked {
  readonly site: SiteContext
  readonly actor: Actor
  readonly language: 'nl' | 'en'
  readonly params: Readonly<Record<string, string | undefined>>
  text(name: string): string
  /** All values of a name. */
  texts(name: string): string[]
}

/** Why something was not done: a field, or what stands in the way now; and what was filled in. */
export interface PlacementWrong {
  readonly intent: string
  readonly field?: keyof FormWords['wrong']
  readonly notNow?: keyof FormWords['notNow']
  /** With `guideFull`: whose hours, and who has some. */
  readonly guide?: GuideFull | undefined
  readonly given: Readonly<Record<string, string>>
}

/** What a page answers that does not lead elsewhere. */
export interface PlacementAnswer<T> {
  readonly intent: string
  readonly answer: T
}

type Act = (asked: PlacementAsked) => Promise<Response | PlacementAnswer<unknown>>

/** The action of a page from what each of its buttons does: all end in a redirect, in an answer, or in the page with what is wrong. */
export function placementAction(acts: Readonly<Record<string, Act>>) {
  return async ({ request, context, params }: ActionFunctionArgs) => {
    const site = context.get(siteContext)
    const actor = await actorOf(site, request)
    signInFirst(actor, request)
    const form = await request.formData()
    const text = (name: string): string => formText(form.get(name))
    const intent = text('intent')
    const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined
    if (!act) throw data('This form is not known.', { status: 400 })
    const language = languageOfPath(pageUrl(request).pathname)
    try {
      return await act({ site, actor, language, params, text, texts: (name) => form.getAll(name).map(formText) })
    } catch (error) {
      const found = wrongOf(error)
      if (!found) throw error
      // Several of one name, as days of the week, stand one after the other.
      const given = Object.fromEntries([...form.keys()].map((name) => [name, form.getAll(name).map(formText).join(' ')]))
      return data<PlacementWrong>({ intent, given, ...found }, { status: found.notNow ? 409 : 400 })
    }
  }
}

/** Errors of the modules are other classes in the build of the site: their names and reasons tell what they are. */
function wrongOf(error: unknown): Pick<PlacementWrong, 'field' | 'notNow' | 'guide'> | undefined {
  if (!(error instanceof Error)) return undefined
  const { wrong, notNow } = placementFormWords.nl
  const { reason = '', where = '', guide } = error as Partial<{ reason: string; where: string; guide: GuideFull }>
  if (error.name === 'Conflict' && Object.hasOwn(notNow, reason)) return { notNow: reason as keyof typeof notNow, guide }
  if (error.name === 'Invalid' && Object.hasOwn(wrong, where)) return { field: where as keyof typeof wrong }
  return undefined
}

/** A field of a form that the module is not asked about. */
export class FormWrong extends Error {
  override readonly name = 'Invalid'
  readonly where: keyof FormWords['wrong']
  constructor(where: keyof FormWords['wrong']) {
    super(where)
    this.where = where
  }
}

/** Back to a page, which says what was done. */
export function toPage(page: Page, { language, params }: PlacementAsked, done: DoneWord): Response {
  return redirect(`${pathTo(page, language, params)}?${new URLSearchParams({ done })}`)
}

/** '7,5' or '7.5'; what is no number is NaN, and so is nothing. */
export const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.')))

/** Hours as they are written, in minutes; undefined where nothing stands. */
export function minutesOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : numberOf(text) * 60
}

/** Euros as they are written, in cents; undefined where nothing stands. */
export function centsOf(text: string): number | undefined {
  return text.trim() === '' ? undefined : Math.round(numberOf(text) * 100)
}

export function isWrong(answer: unknown): answer is PlacementWrong {
  return typeof answer === 'object' && answer !== null && 'given' in answer
}
