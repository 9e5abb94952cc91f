import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider, { type Configuration } from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { actAs, createIds, type Database } from '../../platform/index.ts'
import { createPeople } from '../people/index.ts'
import { visitor } from '../permissions/index.ts'
import { createAccounts } from './index.ts'

const backAt = 'http://localhost/sign-in/back'
const secret = 'a secret of the tests, and of nothing else'

/** People of the provider: by subject, what it says of them. */
const known: Readonly<Record<string, { readonly email?: string; readonly email_verified?: boolean }>> = {
  ann: { email: 'Ann@Example.NL', email_verified: true },
  eve: { email: 'ann@example.nl', email_verified: false },
  nobody: {},
}

/** A provider as it runs in the world (`oidc-provider`), with a sign-in page of its own that believes whoever says who they are. */
class TestProvider {
  issuer = ''
  private server: Server | undefined

  async start(): Promise<void> {
    this.server = createServer()
    // The embedded database works in this thread: while it does, no connection may time out.
    this.server.keepAliveTimeout = 600_000
    await new Promise<void>((resolve) => this.server?.listen(0, '127.0.0.1', resolve))
    this.issuer = `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`
    const provider = new Provider(this.issuer, {
      clients: [
        {
          client_id: 'schakel',
          client_secret: secret,
          redirect_uris: [backAt],
          grant_types: ['authorization_code'],
          response_types: ['code'],
        },
      ],
      claims: { openid: ['sub'], email: ['email', 'email_verified'] },
      findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub, ...known[sub] }) }),
      ttl: { Interaction: 600, Session: 600, Grant: 600, AccessToken: 600, IdToken: 600 },
      pkce: { required: () => true },
      cookies: { keys: [secret] },
      features: { devInteractions: { enabled: false } },
      interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    } satisfies Configuration)
    const handle = provider.callback()
    this.server.on('request', async (request, response) => {
      const url = new URL(request.url ?? '', this.issuer)
      if (!url.pathname.startsWith('/interaction/')) return handle(request, response)
      const { prompt, params, session } = await provider.interactionDetails(request, response)
      if (prompt.name === 'login') {
        const accountId = url.searchParams.get('as') ?? /as=(\w+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
        return provider.interactionFinished(request, response, { login: { accountId } })
      }
      const grant = new provider.Grant({ accountId: session?.accountId ?? '', clientId: String(params.client_id) })
      grant.addOIDCScope('openid email')
      return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
    })
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections()
    await new Promise((resolve) => this.server?.close(resolve))
  }

  /** Does what a browser does: follows the provider until it leads back. Gives the address of that. */
  async visit(address: string, as: string): Promise<URL> {
    const cookies = new Map([['as', as]])
    let next = address
    for (let steps = 0; steps < 10 && next.startsWith(this.issuer); steps++) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
      const response = await fetch(next, { redirect: 'manual', headers: { cookie } })
      for (const set of response.headers.getSetCookie()) {
        const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
        cookies.set(name, value)
      }
      next = new URL(response.headers.get('location') ?? '', next).href
    }
    return new URL(next)
  }
}

const provider = new TestProvider()
beforeAll(() => {
  // It warns that what it keeps in memory is lost at the end: that is meant so.
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  return provider.start()
})
afterAll(() => provider.stop())

async function setUp(open: () => Promise<Database>, { vouchesForEmail = true, allowHttp = true } = {}) {
  const db = await open()
  onTestFinished(() => db.close())
  const time = { now: Date.UTC(2026, 10, 25, 12) }
  const clock = { now: () => time.now }
  const ids = createIds(clock)
  const mailed: string[] = []
  const warnings: string[] = []
  const log = { ...silentLog, warn: (message: string, facts?: unknown) => warnings.push(`${message} ${JSON.stringify(facts)}`) }
  const one = { label: 'Test', issuer: provider.issuer, clientId: 'schakel', clientSecret: secret, vouchesForEmail }
  const accounts = createAccounts({
    ...{ db, clock, ids, log },
    people: createPeople({ db, clock, ids, log: silentLog }),
    regionOf: () => undefined,
    membershipsOf: async () => [],
    actorOfKey: async () => visitor,
    isDemo: async () => false,
    writeMail: async (_inside, { to, data }) => {
      mailed.push(`${to.email} ${new URL(data.path, 'http://site').searchParams.get('link')}`)
    },
    openId: { providers: [{ id: 'test', ...one }], allowHttp },
  })
  const go = (browser = 'browser-a') =>
    accounts.goToProvider({ provider: 'test', language: 'nl', returnTo: '/nl/profiel', browser, address: '192.0.2.1', backAt })
  const back = (address: URL, browser: string | undefined = 'browser-a') =>
    accounts.backFromProvider(address, browser, {
      browserName: 'Firefox',
      address: '192.0.2.1',
      openPath: () => '/nl/inloggen/openen',
    })
  /** The whole way, as one of the provider's people. */
  const signIn = async (as: string, browser?: string) => back(await provider.visit(await go(browser), as), browser)
  return { db, accounts, time, mailed, warnings, go, back, signIn }
}

describe.each(freshDatabases())('OpenID Connect on $name', ({ open }) => {
  test('signs in, and knows the same person again by issuer and subject', async () => {
    const { accounts, signIn, mailed } = await setUp(open)
    expect(accounts.providers).toEqual([{ id: 'test', label: 'Test' }])
    const first = await signIn('ann')
    expect(first).toMatchObject({ kind: 'signed-in', isNew: true, returnTo: '/nl/profiel' })
    const ann = await accounts.actorOf((first as { session: string }).session)
    expect(await accounts.find(ann)).toMatchObject({ email: 'ann@example.nl' })
    expect(await signIn('ann', 'browser-b')).toMatchObject({ kind: 'signed-in', isNew: false })
    expect(mailed).toEqual([])
  })

  test('asks with state, nonce and a challenge, and no answer is used twice', async () => {
    const { go, back } = await setUp(open)
    const address = new URL(await go())
    for (const name of ['state', 'nonce', 'code_challenge']) expect(address.searchParams.get(name)?.length).toBeGreaterThan(40)
    expect(address.searchParams.get('code_challenge_method')).toBe('S256')
    const answer = await provider.visit(address.href, 'ann')
    expect(await back(answer)).toMatchObject({ kind: 'signed-in' })
    expect(await back(answer)).toEqual({ kind: 'failed' })
  })

  test('an answer is refused with another state, in another browser, too late, without a code, or when it was refused there', async () => {
    const { go, back, time, db } = await setUp(open)
    const answer = await provider.visit(await go(), 'ann')
    const forged = new URL(answer)
    forged.searchParams.set('state', `${forged.searchParams.get('state')}x`)
    expect(await back(forged)).toEqual({ kind: 'failed' })
    const stateless = new URL(answer)
    stateless.searchParams.delete('state')
    expect(await back(stateless)).toEqual({ kind: 'failed' })
    expect(await back(answer, 'browser-b')).toEqual({ kind: 'failed' })
    expect(await back(answer, undefined)).toMatchObject({ kind: 'signed-in' })
    const late = await provider.visit(await go(), 'ann')
    time.now += 15 * 60_000
    expect(await back(late)).toEqual({ kind: 'failed' })
    const refused = new URL(`${backAt}?error=access_denied`)
    refused.searchParams.set('state', new URL(await go()).searchParams.get('state') ?? '')
    expect(await back(refused)).toEqual({ kind: 'failed', returnTo: '/nl/profiel' })
    const codeless = await provider.visit(await go(), 'ann')
    codeless.searchParams.delete('code')
    expect(await back(codeless)).toEqual({ kind: 'failed', returnTo: '/nl/profiel' })
    expect(await actAs(db, { task: 'test' }, (inside) => inside.query('select 1 from account'))).toHaveLength(1)
  })

  test('an answer with another nonce, or for another challenge, is refused', async () => {
    const { db, go, back, warnings } = await setUp(open)
    for (const column of ['nonce', 'code_verifier']) {
      const answer = await provider.visit(await go(), 'ann')
      await actAs(db, { task: 'test' }, (inside) => inside.query(`update open_id_request set ${column} = $1`, ['x'.repeat(43)]))
      expect(await back(answer)).toEqual({ kind: 'failed', returnTo: '/nl/profiel' })
    }
    expect(warnings).toHaveLength(2)
    expect(warnings.join()).not.toMatch(/ann|example/)
    expect(await actAs(db, { task: 'test' }, (inside) => inside.query('select 1 from account'))).toEqual([])
  })

  test('an address that the provider does not vouch for joins no account: a link is mailed to its owner first', async () => {
    const { accounts, signIn, mailed } = await setUp(open)
    const ann = await signIn('ann')
    // Eve says that Ann's address is hers.
    expect(await signIn('eve', 'browser of eve')).toEqual({ kind: 'link-mailed' })
    const token = mailed[0]?.split(' ')[1] ?? ''
    expect(mailed[0]).toMatch(/^ann@example\.nl /)
    // Ann gets it, and cannot be led to join Eve: it is for Eve's browser, and Eve has no mail of Ann.
    await expect(accounts.openLink(token, 'browser-a', { browserName: '' })).rejects.toMatchObject({ where: 'browser' })
    expect(await signIn('eve', 'browser of eve')).toEqual({ kind: 'link-mailed' })
    expect(ann).toMatchObject({ kind: 'signed-in' })
  })

  test('without vouching, a verified address is proven by a link too; afterwards the identity is enough', async () => {
    const { accounts, signIn, mailed } = await setUp(open, { vouchesForEmail: false })
    expect(await signIn('ann')).toEqual({ kind: 'link-mailed' })
    const opened = await accounts.openLink(mailed[0]?.split(' ')[1] ?? '', 'browser-a', { browserName: '' })
    expect(opened).toMatchObject({ isNew: true, returnTo: '/nl/profiel' })
    expect(await signIn('ann', 'browser-b')).toMatchObject({ kind: 'signed-in', isNew: false })
  })

  test('who has no address at the provider is told so', async () => {
    const { signIn } = await setUp(open)
    expect(await signIn('nobody')).toEqual({ kind: 'no-email', returnTo: '/nl/profiel' })
  })

  test('only providers of the configuration are asked, over https, and one that is down is said to be', async () => {
    const { accounts, go } = await setUp(open, { allowHttp: false })
    const asked = { language: 'nl', returnTo: '/nl', browser: 'b', backAt } as const
    await expect(accounts.goToProvider({ ...asked, provider: 'http://127.0.0.1/' })).rejects.toMatchObject({ name: 'NotFound' })
    await expect(go()).rejects.toMatchObject({ name: 'Busy' })
  })
})
