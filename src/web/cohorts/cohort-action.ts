import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { Actor } from '../../modules/permissions/index.ts'
import type { GuideFull } from '../../modules/senior-hours/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { formText } from '../form-text.ts'
import { languageOfPath, type Page, pageUrl, pathTo } from '../paths.ts'
import { type CohortDoneWord, type CohortWrongWord, cohortWords } from '../words/cohorts.ts'

export interface CohortAsked {
  readonly site: SiteContext
  readonly actor: Actor
  readonly language: 'nl' | 'en'
  /** Of the address; empty on the list. */
  readonly id: string
  readonly organisation: string
  text(name: string): string
  /** A whole number; NaN where it is none, and the module says what is wrong with it. */
  number(name: string): number
  all(name: string): readonly string[]
  /** Fields `prefix:rest`, by the rest. */
  fields(prefix: string): ReadonlyMap<string, string>
}

/** Why something was not done, and what was filled in. */
export interface CohortWrong {
  readonly intent: string
  readonly wrong: CohortWrongWord
  /** With `guideFull`: whose hours, and who has some. */
  readonly guide?: GuideFull | undefined
  readonly given: Readonly<Record<string, string>>
}

export type CohortAct = (asked: CohortAsked) => Promise<Response>

/** The action of a page from what each of its buttons does: all end in a redirect, or in the page with what is wrong. */
export function cohortAction(intents: Readonly<Record<string, CohortAct>>) {
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
    const number = (name: string): number => (text(name).trim() === '' ? Number.NaN : Number(text(name).trim()))
    const fields = (prefix: string) =>
      new Map(
        [...form.keys()].flatMap((name) =>
          name.startsWith(`${prefix}:`) ? [[name.slice(prefix.length + 1), text(name)] as const] : [],
        ),
      )
    const all = (name: string) => form.getAll(name).map(formText)
    const { cohort: id = '', organisation = '' } = params
    try {
      return await act({ site, actor, language, id, organisation, text, number, all, fields })
    } catch (error) {
      const wrong = wrongOf(error)
      if (!wrong) throw error
      const given = Object.fromEntries([...form.keys()].map((name) => [name, text(name)]))
      const { guide } = error as { readonly guide?: GuideFull }
      return data<CohortWrong>({ intent, wrong, guide, given }, { status: 400 })
    }
  }
}

/** Errors of the modules are other classes in the build of the site: their names and reasons tell what they are. */
function wrongOf(error: unknown): CohortWrongWord | undefined {
  if (!(error instanceof Error)) return undefined
  const { reason = '', where = '' } = error as Partial<{ reason: string; where: string }>
  if (error.name === 'Conflict') return isWord(reason) ? reason : 'other'
  if (error.name === 'Invalid') return isWord(where) ? where : 'other'
  return undefined
}

const isWord = (word: string): word is CohortWrongWord => Object.hasOwn(cohortWords.nl.wrong, word)

/** Back to a page, which says what was done. */
export function done(page: Page, { language, id, organisation }: CohortAsked, what: CohortDoneWord): Response {
  return redirect(`${pathTo(page, language, { cohort: id, organisation })}?${new URLSearchParams({ done: what })}`)
}

/** A form of its own that was not filled in. */
export class FormWrong extends Error {
  override readonly name = 'Invalid'
  readonly where: CohortWrongWord
  constructor(where: CohortWrongWord) {
    super(where)
    this.where = where
  }
}

/** A level that may be left out. */
export const levelIn = ({ text, number }: CohortAsked, name: string): number | undefined =>
  text(name) === '' ? undefined : number(name)

/** Ranks of a form: a number, `not`, or empty for what was not said. */
export function ranksIn({ fields }: CohortAsked): ReadonlyMap<string, number | null | undefined> {
  return new Map(
    [...fields('rank')].map(([key, value]) => [key, value === '' ? undefined : value === 'not' ? null : Number(value)]),
  )
}
