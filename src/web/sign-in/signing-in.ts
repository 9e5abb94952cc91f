import { randomBytes } from 'node:crypto'
import type { SignedIn, SigningBrowser } from '../../modules/accounts/index.ts'
import type { Language } from '../../modules/skills/index.ts'
import { browserCookieName, sessionCookieName } from '../../platform/session-cookie.ts'
import { browserNameOf } from '../browser-name.ts'
import type { SiteContext } from '../context.ts'
import { browserDays, draftCookie, draftDays, readCookie, sessionDays, writeCookie } from '../cookies.ts'
import { pathTo } from '../paths.ts'

/** The random token that binds what this browser asks to it; undefined when it has none. */
export function browserTokenOf(site: SiteContext, request: Request): string | undefined {
  const token = readCookie(request, browserCookieName(site.secure))
  return token !== undefined && /^[\w-]{43}$/.test(token) ? token : undefined
}

/** The same, or a new one; with the cookie that keeps it. */
export function giveBrowserToken(site: SiteContext, request: Request): { readonly token: string; readonly cookie: string } {
  const token = browserTokenOf(site, request) ?? randomBytes(32).toString('base64url')
  return { token, cookie: writeCookie(browserCookieName(site.secure), token, { days: browserDays, secure: site.secure }) }
}

/** What this browser brings along when it signs in. */
export function signingBrowser(site: SiteContext, request: Request): SigningBrowser {
  return {
    browserName: browserNameOf(request),
    draft: readCookie(request, draftCookie),
    session: readCookie(request, sessionCookieName(site.secure)),
    address: site.address,
  }
}

/** Where somebody who just signed in goes, and the cookies of it: a new session, and the draft gone or behind a new token. */
export function afterSignIn(
  { secure }: SiteContext,
  { session, returnTo, draft, draftToken }: SignedIn,
  language: Language,
): { readonly path: string; readonly headers: Headers } {
  const headers = new Headers({ 'cache-control': 'no-store' })
  headers.append('set-cookie', writeCookie(sessionCookieName(secure), session, { days: sessionDays, secure }))
  if (draft === 'taken') headers.append('set-cookie', writeCookie(draftCookie, '', { days: 0, secure }))
  if (draftToken === undefined) return { path: returnTo, headers }
  headers.append('set-cookie', writeCookie(draftCookie, draftToken, { days: draftDays, secure }))
  return { path: `${pathTo('signInChoice', language)}?${new URLSearchParams({ back: returnTo })}`, headers }
}

/** The cookie of a session that ended. */
export function endedSessionCookie({ secure }: SiteContext): string {
  return writeCookie(sessionCookieName(secure), '', { days: 0, secure })
}
