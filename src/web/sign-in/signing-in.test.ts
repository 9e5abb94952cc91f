import { describe, expect, test } from 'vitest'
import type { SiteContext } from '../context.ts'
import { afterSignIn, browserTokenOf, endedSessionCookie, giveBrowserToken } from './signing-in.ts'

const site = (secure: boolean) => ({ secure }) as SiteContext
const request = (cookie?: string): Request => new Request('https://schakel.test/nl', { headers: cookie ? { cookie } : {} })
const signedIn = { session: 'session-token', returnTo: '/nl/account', isNew: false, draft: 'none' } as const

describe('cookies of signing in', () => {
  test('on https only this host can set them, and only over https; no script reads them', () => {
    const [cookie = ''] = afterSignIn(site(true), signedIn, 'nl').headers.getSetCookie()
    expect(cookie).toMatch(/^__Host-schakel_session=session-token; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax; Secure$/)
    expect(giveBrowserToken(site(true), request()).cookie).toMatch(
      /^__Host-schakel_browser=[\w-]{43}; Path=\/; Max-Age=86400; HttpOnly; SameSite=Lax; Secure$/,
    )
    expect(endedSessionCookie(site(true))).toMatch(/^__Host-schakel_session=; .*Max-Age=0.*Secure$/)
  })

  test('on a laptop they have the plain name', () => {
    expect(afterSignIn(site(false), signedIn, 'nl').headers.getSetCookie()[0]).toMatch(/^schakel_session=.*SameSite=Lax$/)
  })

  test('a draft that became the profile leaves no cookie; one that waits gets a new token, and a choice', () => {
    const taken = afterSignIn(site(false), { ...signedIn, draft: 'taken' }, 'nl')
    expect(taken.path).toBe('/nl/account')
    expect(taken.headers.getSetCookie()[1]).toMatch(/^schakel_draft=; .*Max-Age=0/)
    const waits = afterSignIn(site(false), { ...signedIn, draft: 'waits', draftToken: 'new-token' }, 'en')
    expect(waits.path).toBe('/en/sign-in/choice?back=%2Fnl%2Faccount')
    expect(waits.headers.getSetCookie()[1]).toMatch(/^schakel_draft=new-token;/)
  })

  test('a browser keeps its token, and one that is none of ours is not taken over', () => {
    const { token } = giveBrowserToken(site(false), request())
    expect(giveBrowserToken(site(false), request(`schakel_browser=${token}`)).token).toBe(token)
    expect(giveBrowserToken(site(false), request()).token).not.toBe(token)
    for (const made of ['', 'short', `${token}x`, 'a b'])
      expect(browserTokenOf(site(false), request(`schakel_browser=${made}`))).toBeUndefined()
    expect(browserTokenOf(site(true), request(`schakel_browser=${token}`))).toBeUndefined()
  })
})
