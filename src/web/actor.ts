import { redirect } from 'react-router'
import type { Actor } from '../modules/permissions/index.ts'
import { sessionCookieName } from '../platform/session-cookie.ts'
import type { SiteContext } from './context.ts'
import { readCookie } from './cookies.ts'
import { languageOfPath, pageUrl, pathTo, safeReturn } from './paths.ts'

/** A context is made for one request, so who asks is looked up once for all parts of its page. */
const asked = new WeakMap<SiteContext, Promise<Actor>>()

/** Who asks for this page: the person of the session cookie, or a visitor. */
export function actorOf(site: SiteContext, request: Request): Promise<Actor> {
  const known = asked.get(site)
  if (known) return known
  const found = site.modules.accounts.actorOf(readCookie(request, sessionCookieName(site.secure)))
  asked.set(site, found)
  return found
}

/** For a page that needs an account: who is not signed in goes to the sign-in page, and comes back here afterwards. */
export function signInFirst(actor: Actor, request: Request): void {
  if (actor.kind !== 'account') throw redirect(signInPath(request))
}

/** The sign-in page, with the way back to the page that is asked. */
export function signInPath(request: Request): string {
  const { pathname, search } = pageUrl(request)
  const language = languageOfPath(pathname)
  // What a form sent is not asked again: the way back is to its page.
  const back = request.method === 'GET' || request.method === 'HEAD' ? `${pathname}${search}` : pathname
  return `${pathTo('signIn', language)}?${new URLSearchParams({ back })}`
}

const longestBack = 1000

/** Where somebody goes once signed in: a path of this site that fits in a header. */
export function backAfterSignIn(path: FormDataEntryValue | null, otherwise: string): string {
  const back = safeReturn(path, otherwise)
  return back.length <= longestBack && /^[\x21-\x7e]+$/.test(back) ? back : otherwise
}
