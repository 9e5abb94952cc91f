import { type ActionFunctionArgs, data, redirect } from 'react-router'
import type { RefusalReason } from '../../modules/people/index.ts'
import type { UnreadableVacancy, VacancyDraft } from '../../modules/vacancy-checks/index.ts'
import { actorOf, signInFirst } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl, pathTo } from '../paths.ts'
import type { vacancyCheckWords } from '../words/vacancy-check.ts'
import { loadAskedText } from './asked-text.ts'
import { keepVacancyDraft, removeVacancyDraft } from './draft-vacancy.ts'
import { fileOf, readCheckForm } from './read-check-form.ts'

export type CheckWrong = keyof (typeof vacancyCheckWords)['nl']['wrong']

/** Why what was given cannot be used, and what it was. */
export interface CheckAnswer {
  readonly field: 'text' | 'file'
  readonly wrong: CheckWrong
  readonly given: { readonly text: string; readonly place: string; readonly employer: string }
}

/**
 * Reads a text or a file that was given, takes a suggestion over, keeps a reason, writes the text anew, undoes the last change, or throws all away.
 * What changes is a draft behind a cookie; a published vacancy that was opened stays what it is.
 */
export async function checkAction({ request, context }: ActionFunctionArgs) {
  const site = context.get(siteContext)
  const language = languageOfPath(pageUrl(request).pathname)
  const path = pathTo('vacancyCheck', language)
  const form = await readCheckForm(request)
  if (form === 'tooLarge') return wrong('file', 'tooLarge', new FormData())
  const intent = textOf(form, 'intent')
  if (intent === 'remove') return redirect(path, { headers: await removeVacancyDraft(site, request) })
  if (intent === 'check') {
    const given = await givenText(site, form)
    if (typeof given !== 'string') return wrong(given.field, given.wrong, form)
    const before = (await loadAskedText(site, request, undefined))?.draft
    const draft = withBeside(given, form, before?.allowed, site)
    return redirect(`${path}#vt`, { headers: await keepVacancyDraft(site, request, draft) })
  }
  const asked = await loadAskedText(site, request, textOf(form, 'from') || undefined)
  if (!asked) return redirect(path)
  if (intent === 'keep') return keepAtDesk(site, request, asked.draft, textOf(form, 'organisation'))
  const next = await changed(site, asked.draft, form)
  return redirect(`${path}#po`, { headers: await keepVacancyDraft(site, request, next) })
}

/** The draft of this browser becomes one of an organisation, as it is: nothing is asked again, and here it is gone. */
async function keepAtDesk(site: SiteContext, request: Request, draft: VacancyDraft, organisation: string): Promise<Response> {
  const actor = await actorOf(site, request)
  signInFirst(actor, request)
  const { text, place, allowed: reasons } = draft
  const from = { text, ...(place ? { place } : {}), ...(reasons ? { reasons } : {}) }
  const vacancy = await site.modules.vacancyDesk.create(actor, organisation, from)
  const path = pathTo('deskVacancy', languageOfPath(pageUrl(request).pathname), { organisation, vacancy })
  return redirect(`${path}?done=created`, { headers: await removeVacancyDraft(site, request) })
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

async function givenText({ modules }: SiteContext, form: FormData): Promise<string | Pick<CheckAnswer, 'field' | 'wrong'>> {
  const file = await fileOf(form)
  const text = file ? await modules.vacancyChecks.readFile(file).catch(refusalOf) : textOf(form, 'text')
  if (typeof text !== 'string') return { field: 'file', wrong: text.wrong }
  const field = file ? 'file' : 'text'
  if (text.trim() === '') return { field, wrong: 'nothing' }
  return text.length > modules.vacancyChecks.limits.textCharacters ? { field, wrong: 'tooLong' } : text
}

const reasons: Readonly<Partial<Record<RefusalReason, CheckWrong>>> = {
  tooLarge: 'tooLarge',
  encrypted: 'encrypted',
  noText: 'noText',
  empty: 'noText',
  damaged: 'damaged',
  tooMuch: 'damaged',
  tooLong: 'tooLong',
  busy: 'busy',
}

function refusalOf(error: unknown): { readonly wrong: CheckWrong } {
  if (!isNamed(error, 'Invalid')) throw error
  const { reason } = error as Partial<UnreadableVacancy>
  return { wrong: (reason && reasons[reason]) ?? 'kind' }
}

function wrong(field: CheckAnswer['field'], why: CheckWrong, form: FormData) {
  const given = { text: textOf(form, 'text'), place: textOf(form, 'place'), employer: textOf(form, 'employer') }
  const status = why === 'busy' ? 503 : why === 'tooLarge' ? 413 : 400
  return data<CheckAnswer>({ field, wrong: why, given }, { status })
}

function withBeside(text: string, form: FormData, allowed: VacancyDraft['allowed'], { modules }: SiteContext): VacancyDraft {
  const { limits } = modules.vacancyChecks
  const place = textOf(form, 'place').trim().slice(0, limits.placeCharacters)
  const employer = textOf(form, 'employer').trim().slice(0, limits.employerCharacters)
  return { text: clean(text), ...(place ? { place } : {}), ...(employer ? { employer } : {}), ...(allowed ? { allowed } : {}) }
}

/** Browsers send line ends of their own, and no record can hold a NUL. */
const clean = (text: string): string => text.replace(/\r\n?/g, '\n').replaceAll('\0', '').toWellFormed()

async function changed({ modules }: SiteContext, draft: VacancyDraft, form: FormData): Promise<VacancyDraft> {
  const { vacancyChecks } = modules
  const asked = { ...draft, language: 'nl' } as const
  const key = textOf(form, 'key')
  switch (textOf(form, 'intent')) {
    case 'accept':
      return withText(draft, await vacancyChecks.accept(asked, [{ key, rewrite: Number(textOf(form, 'rewrite')) || 0 }]))
    case 'acceptAll':
      return withText(draft, await vacancyChecks.accept(asked))
    case 'generate':
      return withText(draft, await vacancyChecks.generate(asked))
    case 'undo':
      return draft.before === undefined ? draft : withText(draft, draft.before)
    case 'allow':
      return withReason(draft, key, textOf(form, 'reason').trim().slice(0, vacancyChecks.limits.reasonCharacters))
    case 'change':
      return withReason(draft, key, '')
    default:
      throw data(null, { status: 400 })
  }
}

const withText = (draft: VacancyDraft, text: string): VacancyDraft =>
  text === draft.text ? draft : { ...draft, text, before: draft.text }

function withReason(draft: VacancyDraft, key: string, reason: string): VacancyDraft {
  const { [key]: _before, ...others } = draft.allowed ?? {}
  if (reason === '' || key === '') return { ...draft, allowed: others }
  return { ...draft, allowed: { ...others, [key]: clean(reason) } }
}
