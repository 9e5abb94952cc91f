import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { Actor } from '../../modules/permissions/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { formText } from '../form-text.ts'
import { languageOfPath, type Page, pageUrl, pathTo } from '../paths.ts'
import { type TeachingTold, type TeachingWrongWord, teachingWords } from '../words/teaching.ts'
import { readUploadForm } from './read-upload.ts'

/** What a button of a page of an educator's desk gets. */
export interface TeachingAsked {
  readonly site: SiteContext
  readonly actor: Actor
  readonly form: FormData
  readonly language: 'nl' | 'en'
  readonly organisation: string
  /** Empty but on the page of one. */
  readonly programme: string
}

/** Why something was not done, and what was filled in. */
export interface TeachingWrong {
  readonly intent: string
  readonly wrong: TeachingWrongWord
  readonly given: Readonly<Record<string, string>>
}

type Act = (asked: TeachingAsked) => Promise<Response>

/** Something in a form that cannot be used: the word that says what. */
export class TeachingFormWrong extends Error {
  override readonly name = 'TeachingFormWrong'
  readonly word: TeachingWrongWord
  constructor(word: TeachingWrongWord) {
    super(word)
    this.word = word
  }
}

/** The action of a page from what each of its buttons does: all end in a redirect, or in the page with what is wrong. */
export function teachingAction(intents: Readonly<Record<string, Act>>) {
  return async ({ request, context, params }: ActionFunctionArgs) => {
    const site = context.get(siteContext)
    const actor = await actorOf(site, request)
    signInFirst(actor, request)
    const form = await readUploadForm(request)
    if (form === 'tooLarge') return data<TeachingWrong>({ intent: '', wrong: 'tooLarge', given: {} }, { status: 409 })
    const intent = textIn(form, 'intent')
    const act = Object.hasOwn(intents, intent) ? intents[intent] : undefined
    if (!act) throw data('This form is not known.', { status: 400 })
    const language = languageOfPath(pageUrl(request).pathname)
    const { organisation = '', programme = '' } = params
    try {
      return await act({ site, actor, form, language, organisation, programme })
    } catch (error) {
      const wrong = wrongOf(error)
      if (!wrong) throw error
      return data<TeachingWrong>({ intent, wrong, given: givenOf(form) }, { status: wrong === 'other' ? 400 : 409 })
    }
  }
}

/** Errors of the modules are other classes in the build of the site: their names and reasons tell what they are. */
function wrongOf(error: unknown): TeachingWrongWord | undefined {
  if (error instanceof TeachingFormWrong) return error.word
  if (!(error instanceof Error)) return undefined
  const {
    reason,
    where = '',
    problems = [],
  } = error as Partial<{
    reason: string
    where: string
    problems: readonly { readonly where: string }[]
  }>
  if (error.name === 'Conflict') return isWord(reason) ? reason : 'other'
  if (error.name !== 'Invalid') return undefined
  // Of the reader of files: of another sort, damaged, with a password, or packed to burst.
  if (where === 'file') return reason === 'tooLarge' ? 'tooLarge' : 'unreadable'
  return [where, ...problems.map((one) => one.where)].flatMap((field) => fieldWord(field) ?? [])[0] ?? 'other'
}

const isWord = (word: string | undefined): word is TeachingWrongWord =>
  word !== undefined && Object.hasOwn(teachingWords.nl.wrong, word)

/** `offerings.0.starts.1.date` is a date. */
function fieldWord(field: string): TeachingWrongWord | undefined {
  if (/date|enrol|starts/i.test(field)) return 'date'
  if (/weeks|hours|euro|seats|days/i.test(field)) return 'number'
  return isWord(field) ? field : undefined
}

function givenOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}

export function textIn(form: FormData, name: string): string {
  return formText(form.get(name))
}

/** Back to a page of this desk, which says what was done; `place`: where on it. */
export function backTo(
  page: Extract<Page, 'teaching' | 'teachingImport' | 'teachingProgramme'>,
  { language, organisation, programme }: TeachingAsked,
  told: TeachingTold,
  { to = programme, place = '' }: { readonly to?: string; readonly place?: string } = {},
): Response {
  return redirect(`${pathTo(page, language, { organisation, programme: to })}?done=${told}${place === '' ? '' : `#${place}`}`)
}
