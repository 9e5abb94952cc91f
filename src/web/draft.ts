import type { Profile } from '../modules/people/index.ts'
import type { SiteContext } from './context.ts'
import { draftCookie, draftDays, readCookie, writeCookie } from './cookies.ts'
import { removeVacancyDraft } from './vacancy-check/draft-vacancy.ts'

/** The profile behind the cookie of this browser; empty while nothing was said. */
export interface Draft {
  readonly profile: Profile
  readonly isKept: boolean
}

export const emptyProfile: Profile = { occupations: [], answers: {} }

export async function loadDraft({ modules }: SiteContext, request: Request): Promise<Draft> {
  const token = readCookie(request, draftCookie)
  const profile = token === undefined ? undefined : await modules.people.findDraft(token)
  return profile ? { profile, isKept: true } : { profile: emptyProfile, isKept: false }
}

/** Keeps the profile behind the cookie's token, or behind a new one. Gives the headers of the answer. */
export async function keepDraft(site: SiteContext, request: Request, profile: Profile): Promise<Headers> {
  const { people } = site.modules
  const known = readCookie(request, draftCookie)
  // A token we never gave, or whose draft is gone, is not taken over: somebody else might know it.
  const isKnown = known !== undefined && (await people.findDraft(known)) !== undefined
  const token = isKnown ? known : await people.createDraft(profile)
  if (isKnown) await people.saveDraft(token, profile)
  return new Headers({ 'set-cookie': writeCookie(draftCookie, token, { days: draftDays, secure: site.secure }) })
}

/** Removes everything we hold of this browser, the cookies too. */
export async function removeDraft(site: SiteContext, request: Request): Promise<Headers> {
  const token = readCookie(request, draftCookie)
  if (token !== undefined) await site.modules.people.removeDraft(token)
  const headers = await removeVacancyDraft(site, request)
  headers.append('set-cookie', writeCookie(draftCookie, '', { days: 0, secure: site.secure }))
  return headers
}

export function isEmptyProfile(profile: Profile): boolean {
  return profile.occupations.length === 0 && Object.keys(profile.answers).length === 0
}
