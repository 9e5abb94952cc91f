import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { Actor } from '../../modules/permissions/index.ts'
import type { AgainstLaw } from '../../modules/vacancy-checks/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { formText } from '../form-text.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import { type DeskDoneWord, type DeskWrongWord, deskWords } from '../words/desk.ts'

/** What a button of a page of a desk gets. */
export interface DeskAsked {
  readonly site: SiteContext
  readonly actor: Actor
  readonly request: Request
  readonly form: FormData
  readonly language: 'nl' | 'en'
  readonly organisation: string
  /** Empty on the desk itself. */
  readonly vacancy: string
}

/** Why something was not done, and what was filled in. */
export interface DeskWrong {
  readonly intent: string
  readonly wrong: DeskWrongWord
  readonly against: readonly AgainstLaw[]
  readonly given: Readonly<Record<string, string>>
}

type Act = (asked: DeskAsked) => Promise<Response>

/** Something in a form that cannot be used: the word that says what. */
export class FormWrong extends Error {
  override readonly name = 'FormWrong'
  readonly word: DeskWrongWord
  constructor(word: DeskWrongWord) {
    super(word)
    this.word = word
  }
}

/** The action of a page from what each of its buttons does: all end in a redirect, or in the page with what is wrong. */
export function deskAction(intents: Readonly<Record<string, Act>>) {
  return async ({ request, context, params }: ActionFunctionArgs) => {
    const site = context.get(siteContext)
    const actor = await actorOf(site, request)
    signInFirst(actor, request)
    const form = await request.formData()
    const intent = textOf(form, 'intent')
    const act = Object.hasOwn(intents, intent) ? intents[intent] : undefined
    if (!act) throw data('This form is not known.', { status: 400 })
    const language = languageOfPath(pageUrl(request).pathname)
    const { organisation = '', vacancy = '' } = params
    try {
      return await act({ site, actor, request, form, language, organisation, vacancy })
    } catch (error) {
      const wrong = wrongOf(error)
      if (!wrong) throw error
      return data<DeskWrong>({ intent, given: givenOf(form), ...wrong }, { status: wrong.wrong === 'other' ? 400 : 409 })
    }
  }
}

/** Errors of the modules are other classes in the build of the site: their names and reasons tell what they are. */
function wrongOf(error: unknown): Pick<DeskWrong, 'wrong' | 'against'> | undefined {
  if (error instanceof FormWrong) return { wrong: error.word, against: [] }
  if (!(error instanceof Error)) return undefined
  const {
    reason,
    against = [],
    where = '',
    problems = [],
  } = error as Partial<{
    reason: string
    against: readonly AgainstLaw[]
    where: string
    problems: readonly { readonly where: string }[]
  }>
  if (error.name === 'Conflict' && reason !== undefined && isWord(reason)) return { wrong: reason, against }
  if (error.name !== 'Invalid') return undefined
  const named = [where, ...problems.map((one) => one.where)].flatMap((field) => fieldWord(field) ?? [])
  return { wrong: named[0] ?? 'other', against: [] }
}

const isWord = (word: string): word is DeskWrongWord => Object.hasOwn(deskWords.nl.wrong, word)

/** `facts.hours.0` is about hours; `vacancy <id>` asks more than can be compared. */
function fieldWord(field: string): DeskWrongWord | undefined {
  if (field.startsWith('vacancy ')) return 'tooMany'
  if (/hours/.test(field)) return 'hours'
  if (/wage/.test(field)) return 'wage'
  if (/closesOn|startFrom/.test(field)) return 'date'
  if (/years|remote|level/i.test(field)) return 'number'
  return isWord(field) ? field : undefined
}

function givenOf(form: FormData): Record<string, string> {
  return Object.fromEntries([...form].filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
}

export function textOf(form: FormData, name: string): string {
  return formText(form.get(name))
}

/** Back to a page of this desk, which says what was done. */
export function backTo(
  page: 'desk' | 'deskVacancy' | 'deskPeople',
  asked: DeskAsked,
  done: DeskDoneWord,
  vacancy = asked.vacancy,
): Response {
  const { language, organisation } = asked
  return redirect(`${pathTo(page, language, { organisation, vacancy })}?done=${done}`)
}
