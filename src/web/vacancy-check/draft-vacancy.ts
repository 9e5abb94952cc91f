import type { VacancyDraft } from '../../modules/vacancy-checks/index.ts'
import type { SiteContext } from '../context.ts'
import { draftDays, readCookie, vacancyCookie, writeCookie } from '../cookies.ts'

/** The vacancy that this browser is writing; undefined while there is none. */
export async function loadVacancyDraft({ modules }: SiteContext, request: Request): Promise<VacancyDraft | undefined> {
  const token = readCookie(request, vacancyCookie)
  return token === undefined ? undefined : modules.vacancyChecks.drafts.find(token)
}

/** Keeps it behind the cookie's token, or behind a new one. Gives the headers of the answer. @throws Invalid */
export async function keepVacancyDraft(site: SiteContext, request: Request, draft: VacancyDraft): Promise<Headers> {
  const { drafts } = site.modules.vacancyChecks
  const known = readCookie(request, vacancyCookie)
  // A token we never gave, or whose draft is gone, is not taken over: somebody else might know it.
  const isKnown = known !== undefined && (await drafts.find(known)) !== undefined
  const token = isKnown ? known : await drafts.create(draft)
  if (isKnown) await drafts.save(token, draft)
  return new Headers({ 'set-cookie': writeCookie(vacancyCookie, token, { days: draftDays, secure: site.secure }) })
}

/** Removes it, and the cookie; without a cookie there is nothing to remove. */
export async function removeVacancyDraft(site: SiteContext, request: Request): Promise<Headers> {
  const token = readCookie(request, vacancyCookie)
  if (token === undefined) return new Headers()
  await site.modules.vacancyChecks.drafts.remove(token)
  return new Headers({ 'set-cookie': writeCookie(vacancyCookie, '', { days: 0, secure: site.secure }) })
}
