import type { FastifyInstance } from 'fastify'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { Modules } from '../modules/index.ts'
import { type Actor, visitor } from '../modules/permissions/index.ts'
import { createServer } from './create-server.ts'

const person = (account: string): Actor => ({ kind: 'account', account, session: account, administrator: false, memberships: [] })
const key = (id: string): Actor => ({ kind: 'key', key: id, organisation: 'o', organisationKind: 'employer', scopes: [] })
const keyOf = (number: number, secret: string): string => `sk_00000000-0000-4000-8000-00000000000${number}_${secret}`

/** A server whose accounts are those of the tokens, with a clock that can be set. */
async function serve(limits: { readonly api: number; readonly computing: number; readonly forms?: number }) {
  const time = { now: 0 }
  const tried: string[] = []
  const accounts = {
    actorOf: async (token: string | undefined) => (token?.startsWith('good-') ? person(token) : visitor),
    async actorOfKey(text: string) {
      tried.push(text)
      return text.endsWith('_right') ? key(text) : visitor
    },
  }
  const site = {
    assets: import.meta.dirname,
    handle: async (_request: Request, { refused }: { readonly refused?: number }) => new Response('', { status: refused ?? 200 }),
  }
  const app = await createServer({
    // Nothing else of the modules is asked.
    modules: new Proxy({}, { get: (_, name) => (name === 'accounts' ? accounts : {}) }) as Modules,
    clock: { now: () => time.now },
    log: { info() {}, warn() {}, error() {} },
    version: 'test',
    site,
    limits,
  })
  onTestFinished(() => app.close())
  return { app, tried, time }
}

const from = (app: FastifyInstance, remoteAddress: string, headers: Readonly<Record<string, string>> = {}) => ({
  read: async () => (await app.inject({ url: '/api/v1/openapi.json', remoteAddress, headers: { ...headers } })).statusCode,
  send: async () => (await app.inject({ method: 'POST', url: '/nl', remoteAddress, headers: { ...headers } })).statusCode,
})
const times = async (many: number, ask: () => Promise<number>): Promise<number[]> => {
  const all = []
  for (let one = 0; one < many; one++) all.push(await ask())
  return all
}

describe('limits of the API', () => {
  test('count by account and key where there is one, else by network', async () => {
    const { app } = await serve({ api: 2, computing: 2 })
    const here = from(app, '192.0.2.1')
    expect(await times(3, here.read)).toEqual([200, 200, 429])
    // On the same network, with counts of their own; from elsewhere the account is the same.
    const ada = { cookie: 'schakel_session=good-ada' }
    expect(await times(2, from(app, '192.0.2.1', ada).read)).toEqual([200, 200])
    expect(await from(app, '192.0.2.9', ada).read()).toBe(429)
    expect(await from(app, '192.0.2.1', { cookie: 'schakel_session=good-bob' }).read()).toBe(200)
    expect(await from(app, '192.0.2.1', { authorization: `Bearer ${keyOf(1, 'right')}` }).read()).toBe(200)
    // A cookie that was made up gives no new count.
    expect(await from(app, '192.0.2.1', { cookie: 'schakel_session=made-up' }).read()).toBe(429)
    expect(await from(app, '192.0.2.2').read()).toBe(200)
  })

  test('a network of IPv6 is its first 64 bits', async () => {
    const { app } = await serve({ api: 2, computing: 2 })
    expect(await times(2, from(app, '2001:db8:1:2::1').read)).toEqual([200, 200])
    expect(await from(app, '2001:db8:1:2:ffff::9').read()).toBe(429)
    expect(await from(app, '2001:db8:1:3::1').read()).toBe(200)
  })
})

describe('wrong keys', () => {
  const wrong = { authorization: `Bearer ${keyOf(1, 'wrong')}` }
  const right = { authorization: `Bearer ${keyOf(1, 'right')}` }

  test('are not looked at any more after some, and only from where they came', async () => {
    const { app, tried, time } = await serve({ api: 10_000, computing: 10 })
    const codes = await times(30, from(app, '192.0.2.1', wrong).read)
    expect([codes[19], codes[20]]).toEqual([401, 429])
    expect(tried).toHaveLength(20)
    // Who has the right one is not locked out by it.
    expect(await from(app, '192.0.2.2', right).read()).toBe(200)
    expect(await from(app, '192.0.2.1', { authorization: `Bearer ${keyOf(2, 'right')}` }).read()).toBe(200)
    time.now = 60_001
    expect(await from(app, '192.0.2.1', right).read()).toBe(200)
  })

  test('of many ids are refused too, and a key that was right goes on beside them', async () => {
    const { app } = await serve({ api: 10_000, computing: 10 })
    const other = { authorization: `Bearer ${keyOf(9, 'right')}` }
    expect(await from(app, '192.0.2.1', other).read()).toBe(200)
    for (let one = 0; one < 600; one++) {
      const id = `sk_${String(one).padStart(8, '0')}-0000-4000-8000-000000000000_wrong`
      await from(app, '192.0.2.1', { authorization: `Bearer ${id}` }).read()
    }
    expect(await from(app, '192.0.2.1', { authorization: `Bearer ${keyOf(3, 'wrong')}` }).read()).toBe(429)
    expect(await from(app, '192.0.2.1', other).read()).toBe(200)
  })
})

describe('forms of the site', () => {
  test('are counted by account, or by network; pages are not', async () => {
    const { app, time } = await serve({ api: 10, computing: 10, forms: 1 })
    const ada = { cookie: 'schakel_session=good-ada' }
    expect(await times(2, from(app, '192.0.2.1', ada).send)).toEqual([200, 429])
    expect(await from(app, '192.0.2.1', { cookie: 'schakel_session=good-bob' }).send()).toBe(200)
    expect(await times(5, from(app, '192.0.2.1').send)).toEqual([200, 200, 200, 200, 429])
    expect(await from(app, '192.0.2.1', { cookie: 'schakel_session=made-up' }).send()).toBe(429)
    expect((await app.inject({ url: '/nl', remoteAddress: '192.0.2.1', headers: ada })).statusCode).toBe(200)
    time.now = 60_001
    expect(await from(app, '192.0.2.1', ada).send()).toBe(200)
  })
})
