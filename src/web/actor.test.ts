import type { ServerBuild } from 'react-router'
import { describe, expect, test } from 'vitest'
import { longestDays } from '../modules/accounts/index.ts'
import { type Actor, visitor } from '../modules/permissions/index.ts'
import { SignInNeeded } from '../platform/index.ts'
import { actorOf, backAfterSignIn, signInFirst, signInPath } from './actor.ts'
import { browserNameOf } from './browser-name.ts'
import type { SiteContext } from './context.ts'
import { sessionDays } from './cookies.ts'
import { explainErrors } from './site-errors.ts'

const request = (path: string, init?: RequestInit): Request => new Request(`https://schakel.test${path}`, init)

describe('who asks for a page', () => {
  const person: Actor = { kind: 'account', account: 'a', session: 's', administrator: false, memberships: [] }

  test('is looked up once for a page, by the cookie of its own kind of address', async () => {
    const tokens: (string | undefined)[] = []
    const accounts = {
      async actorOf(token: string | undefined) {
        tokens.push(token)
        return person
      },
    }
    const siteOf = (secure: boolean) => ({ modules: { accounts }, secure }) as unknown as SiteContext
    const asked = request('/nl', { headers: { cookie: 'schakel_session=plain; __Host-schakel_session=bound' } })
    for (const secure of [true, false]) {
      const site = siteOf(secure)
      expect(await actorOf(site, asked)).toBe(person)
      expect(await actorOf(site, asked)).toBe(person)
    }
    expect(tokens).toEqual(['bound', 'plain'])
  })

  test('who is not signed in goes to sign in, and comes back to the page', () => {
    expect(signInPath(request('/nl/account?saved=yes'))).toBe('/nl/inloggen?back=%2Fnl%2Faccount%3Fsaved%3Dyes')
    // As a script of the page asks for it.
    expect(signInPath(request('/en/account.data?_routes=account.en'))).toBe('/en/sign-in?back=%2Fen%2Faccount')
    expect(signInPath(request('/en/account?x=1', { method: 'POST' }))).toBe('/en/sign-in?back=%2Fen%2Faccount')
    expect(signInFirst(person, request('/nl/account'))).toBeUndefined()
    expect(() => signInFirst(visitor, request('/nl/account'))).toThrow(expect.objectContaining({ status: 302 }))
  })

  test('what a module refuses for want of signing in leads there too', async () => {
    const refuse = async () => {
      throw new SignInNeeded('Sign in to do this.')
    }
    const build = { routes: { page: { module: { loader: refuse, action: refuse } } } } as unknown as ServerBuild
    const { page } = explainErrors(build, undefined, () => false).routes
    const { loader, action } = (page as unknown as { module: Record<'loader' | 'action', (given: unknown) => Promise<unknown>> })
      .module
    const form = { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } }
    const answers = [
      await loader({ request: request('/nl/account') }).catch((thrown: unknown) => thrown),
      await action({ request: request('/nl/account', form) }).catch((thrown: unknown) => thrown),
    ] as Response[]
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual(Array(2).fill('/nl/inloggen?back=%2Fnl%2Faccount'))
  })

  test.each([
    ...[
      'https://elsewhere.test',
      '//elsewhere.test',
      '/\\elsewhere.test',
      '/nl\\elsewhere.test',
      'javascript:alert(1)',
      '/de/x',
      '',
      null,
    ],
    ...['/nl/a\r\nset-cookie: a=b', '/nl/a b', `/nl/${'x'.repeat(1000)}`],
  ])('%j is no way back', (path) => {
    expect(backAfterSignIn(path, '/nl/account')).toBe('/nl/account')
  })

  test.each(['/nl', '/en/routes?own=0', '/nl/vacatures/abc#top'])('%j is a way back', (path) => {
    expect(backAfterSignIn(path, '/nl/account')).toBe(path)
  })
})

test('the cookie of a session stays as long as a session can', () => {
  expect(sessionDays).toBe(longestDays)
})

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge, Windows',
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    'Safari, iPhone',
  ],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36', 'Chrome, Android'],
  ['curl/8.5.0', ''],
])('%s is called %j', (agent, name) => {
  expect(browserNameOf(request('/nl', { headers: { 'user-agent': agent } }))).toBe(name)
})
