import { type FileUpload, parseFormData } from '@remix-run/form-data-parser'
import { type ActionFunctionArgs, data, redirect } from 'react-router'
import { evidenceLimits } from '../../modules/credits/index.ts'
import type { Actor } from '../../modules/permissions/index.ts'
import type { GuideFull } from '../../modules/senior-hours/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { formText } from '../form-text.ts'
import { languageOfPath, type Page, pageUrl, pathTo } from '../paths.ts'
import { type CreditDoneWord, type CreditWrongWord, creditToldWords } from '../words/credits-told.ts'

/** What a button of a page of credits gets. */
export interface CreditsAsked {
  readonly site: SiteContext
  readonly actor: Actor
  readonly language: 'nl' | 'en'
  readonly params: Readonly<Record<string, string | undefined>>
  readonly form: FormData
  text(name: string): string
  /** A number as people write it: 6,5 or 6.5. NaN where it is none. */
  number(name: string): number
}

/** Why something was not done, and what was filled in. */
export interface CreditsWrong {
  readonly intent: string
  readonly wrong: CreditWrongWord
  /** With `assessorFull`: whose week, and who has room. */
  readonly guide?: GuideFull | undefined
  readonly given: Readonly<Record<string, string>>
  readonly chosen: readonly string[]
}

export type CreditsAct = (asked: CreditsAsked) => Promise<Response>

/** The action of a page from what each of its buttons does: all end in a redirect, or in the page with what is wrong. */
export function creditsAction(intents: Readonly<Record<string, CreditsAct>>) {
  return async ({ request, context, params }: ActionFunctionArgs) => {
    const site = context.get(siteContext)
    const actor = await actorOf(site, request)
    signInFirst(actor, request)
    const language = languageOfPath(pageUrl(request).pathname)
    const form = await readForm(request)
    // Received to its end without being kept: a browser shows no answer before it has sent all.
    if (form === 'tooLarge') return wrongOf({ intent: 'addFile', wrong: 'tooLarge', given: {}, chosen: [] }, 413)
    const text = textOf(form)
    const intent = text('intent')
    const act = Object.hasOwn(intents, intent) ? intents[intent] : undefined
    if (!act) throw data('This form is not known.', { status: 400 })
    try {
      return await act({ site, actor, language, params, form, text, number: (name) => toNumber(text(name)) })
    } catch (error) {
      const wrong = wordOf(error)
      if (!wrong) throw error
      const given = Object.fromEntries([...form.keys()].map((name) => [name, text(name)]))
      const { guide } = error as { readonly guide?: GuideFull }
      return wrongOf({ intent, wrong, guide, given, chosen: form.getAll('outcome').map(String) }, 400)
    }
  }
}

function wrongOf(wrong: CreditsWrong, status: number) {
  return data<CreditsWrong>(wrong, { status })
}

/** The file, and the fields around it. */
const mostFormBytes = evidenceLimits.fileBytes + 1_000_000

async function readForm(request: Request): Promise<FormData | 'tooLarge'> {
  if (!(Number(request.headers.get('content-length')) <= mostFormBytes)) {
    try {
      for await (const _ of request.body ?? []);
    } catch {
      throw data(null, { status: 400 })
    }
    return 'tooLarge'
  }
  const limits = { maxFiles: 1, maxFileSize: mostFormBytes, maxTotalSize: mostFormBytes, maxParts: 500 }
  try {
    return await parseFormData(request, limits, (file: FileUpload) => (file.fieldName === 'file' ? file : null))
  } catch {
    throw data(null, { status: 400 })
  }
}

const textOf =
  (form: FormData) =>
  (name: string): string =>
    formText(form.get(name))

const toNumber = (text: string): number =>
  /^\s*\d{1,6}([.,]\d{1,4})?\s*$/.test(text) ? Number(text.replace(',', '.')) : Number.NaN

/** Errors of the modules are other classes in the build of the site: their names and reasons tell what they are. */
function wordOf(error: unknown): CreditWrongWord | undefined {
  if (!(error instanceof Error)) return undefined
  const { reason = '', where = '' } = error as Partial<{ reason: string; where: string }>
  if (error.name === 'Conflict') return isWord(reason) ? reason : 'other'
  if (error.name === 'Invalid') return isWord(where) ? where : 'other'
  return undefined
}

const isWord = (word: string): word is CreditWrongWord => Object.hasOwn(creditToldWords.nl.wrong, word)

/** Back to a page, which says what was done. */
export function backTo(
  page: Page,
  { language, params }: CreditsAsked,
  done: CreditDoneWord,
  more: Readonly<Record<string, string>> = {},
) {
  return redirect(`${pathTo(page, language, { ...params, ...more })}?done=${done}`)
}
