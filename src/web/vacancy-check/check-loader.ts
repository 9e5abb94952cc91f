import { data, type LoaderFunctionArgs } from 'react-router'
import { cvFileLimits } from '../../modules/people/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import type { VacancyCheckView, VacancyDraft } from '../../modules/vacancy-checks/index.ts'
import { actorOf } from '../actor.ts'
import { type SiteContext, siteContext } from '../context.ts'
import { draftDays } from '../cookies.ts'
import { mayOn } from '../desk/may-on.ts'
import { isNamed } from '../page-errors.ts'
import { languageOfPath, pageUrl } from '../paths.ts'
import { type AskedText, loadAskedText } from './asked-text.ts'

/** Numbers that the words of the page name. */
export interface CheckLimits {
  readonly megabytes: number
  readonly characters: number
  readonly days: number
}

export interface CheckLoaded {
  readonly draft?: VacancyDraft
  readonly from?: AskedText['from']
  readonly view?: VacancyCheckView
  /** The text cannot be read as a vacancy. */
  readonly wrong?: 'tooMany' | 'tooLong'
  /** The text is to be changed. */
  readonly isEdit: boolean
  readonly limits: CheckLimits
  /** Organisations on whose desk it can be kept; left out: nobody is signed in. */
  readonly desks?: readonly { readonly id: string; readonly name: string }[] | undefined
}

const limitsOf = ({ modules }: SiteContext): CheckLimits => ({
  megabytes: cvFileLimits.fileBytes / 1_000_000,
  characters: modules.vacancyChecks.limits.textCharacters,
  days: draftDays,
})

/** What this browser is writing, or the published vacancy in the query, checked. */
export async function checkLoader({ request, context }: LoaderFunctionArgs) {
  const site = context.get(siteContext)
  const url = pageUrl(request)
  const language = languageOfPath(url.pathname)
  const asked = await loadAskedText(site, request, url.searchParams.get('vacancy') ?? undefined)
  const isEdit = url.searchParams.has('edit')
  if (!asked) return data<CheckLoaded>({ isEdit: true, limits: limitsOf(site) })
  const { draft, from } = asked
  const checked = await viewOrWrong(site, draft, language, request.signal)
  return data<CheckLoaded>({
    draft,
    ...(from ? { from } : {}),
    ...checked,
    isEdit: isEdit || 'wrong' in checked,
    limits: limitsOf(site),
    desks: await desksOf(site, request),
  })
}

/** Where who is signed in may keep vacancies. */
async function desksOf(site: SiteContext, request: Request): Promise<CheckLoaded['desks']> {
  const actor = await actorOf(site, request)
  if (actor.kind !== 'account') return undefined
  const mine = await site.modules.organisations.mine(actor)
  return mine.filter(({ id }) => mayOn(actor, 'vacancy.write', id)).map(({ id, name }) => ({ id, name }))
}

/** The check of a draft; why not, when its text cannot be read. */
export async function viewOrWrong(
  { modules, address }: SiteContext,
  draft: VacancyDraft,
  language: Language,
  signal: AbortSignal,
): Promise<Pick<CheckLoaded, 'view'> | { readonly wrong: 'tooMany' | 'tooLong' }> {
  try {
    return { view: await modules.vacancyChecks.check({ ...draft, language, signal, asker: address ?? '' }) }
  } catch (error) {
    if (!isNamed(error, 'Invalid')) throw error
    return { wrong: draft.text.length > modules.vacancyChecks.limits.textCharacters ? 'tooLong' : 'tooMany' }
  }
}
