import type { Profile } from '../modules/people/index.ts'
import { actorOf } from './actor.ts'
import type { SiteContext } from './context.ts'
import { draftCookie, draftDays, readCookie, writeCookie } from './cookies.ts'
import { isNamed } from './page-errors.ts'
import { removeVacancyDraft } from './vacancy-check/draft-vacancy.ts'

/** The profile of who is signed in, or else the one behind the cookie of this browser; empty while nothing was said. */
export interface Draft {
  readonly profile: Profile
  readonly isKept: boolean
}

export const emptyProfile: Profile = { occupations: [], answers: {} }

export async function loadDraft(site: SiteContext, request: Request): Promise<Draft> {
  const actor = await actorOf(site, request)
  const profile = actor.kind === 'account' ? await site.modules.accounts.profileOf(actor) : await findDraft(site, request)
  return profile ? { profile, isKept: true } : { profile: emptyProfile, isKept: false }
}

/** The profile behind the cookie of this browser, whoever is signed in; undefined while there is none. */
export async function findDraft({ modules }: SiteContext, request: Request): Promise<Profile | undefined> {
  const token = readCookie(request, draftCookie)
  return token === undefined ? undefined : modules.people.findDraft(token)
}

/**
 * Keeps the profile in the account of who is signed in; else behind the cookie's token, or behind a new one. Gives the headers of the answer.
 * @throws Conflict when it was changed in another window since `before` was loaded
 */
export async function keepDraft(site: SiteContext, request: Request, profile: Profile, before: Draft): Promise<Headers> {
  const { people, accounts } = site.modules
  const actor = await actorOf(site, request)
  if (actor.kind === 'account') {
    await accounts.saveProfile(actor, profile, { before: before.isKept ? before.profile : undefined })
    return new Headers()
  }
  const known = readCookie(request, draftCookie)
  // A token we never gave, or whose draft is gone, is not taken over: somebody else might know it.
  const isKnown = known !== undefined && before.isKept
  const token = isKnown ? known : await people.createDraft(profile)
  if (isKnown) await people.saveDraft(token, profile, before.profile)
  return new Headers({ 'set-cookie': writeCookie(draftCookie, token, { days: draftDays, secure: site.secure }) })
}

/** Removes everything we hold of this browser, the cookies too, and the profile of who is signed in. The account itself stays. */
export async function removeDraft(site: SiteContext, request: Request): Promise<Headers> {
  const actor = await actorOf(site, request)
  if (actor.kind === 'account') await site.modules.accounts.removeProfile(actor)
  const headers = await removeVacancyDraft(site, request)
  headers.append('set-cookie', await dropDraft(site, request))
  return headers
}

/** Removes the profile behind the cookie of this browser only. Gives the cookie of the answer. */
export async function dropDraft(site: SiteContext, request: Request): Promise<string> {
  const token = readCookie(request, draftCookie)
  if (token !== undefined) await site.modules.people.removeDraft(token)
  return writeCookie(draftCookie, '', { days: 0, secure: site.secure })
}

const mostTries = 5

/**
 * Changes the profile: loads it and lets `change` keep what it makes of it. Where another window was first, anew from what that one kept, so that
 * neither is lost.
 */
export async function changeDraft<T>(site: SiteContext, request: Request, change: (draft: Draft) => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await change(await loadDraft(site, request))
    } catch (error) {
      if (!isNamed(error, 'Conflict') || tries === mostTries) throw error
    }
  }
}

export function isEmptyProfile(profile: Profile): boolean {
  return profile.occupations.length === 0 && Object.keys(profile.answers).length === 0
}
