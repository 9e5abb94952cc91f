/** What every answer says to the browser, and which writes and names are refused: the server itself, with a site that says what it was given. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Modules } from '../modules/index.ts'
import { visitor } from '../modules/permissions/index.ts'
import { createServer } from './create-server.ts'

const silent = { debug() {}, info() {}, warn() {}, error() {} }

/** Nothing of the modules is asked here, but who somebody is. */
const accounts = { actorOf: async () => visitor, actorOfKey: async () => visitor }
const noModules = new Proxy({}, { get: (_, name) => (name === 'accounts' ? accounts : {}) }) as Modules

const site = {
  assets: import.meta.dirname,
  async handle(_request: Request, { nonce }: { readonly nonce: string }) {
    return new Response(nonce)
  },
}

function serverFor(publicUrl?: string): Promise<FastifyInstance> {
  return createServer({ modules: noModules, clock: { now: () => 0 }, log: silent, version: 'test', site, publicUrl })
}

/** The directives of a policy, by name. */
function directivesOf(header: unknown): Map<string, string[]> {
  return new Map(
    String(header)
      .split(';')
      .map((directive) => directive.trim().split(/\s+/))
      .map(([name = '', ...values]) => [name, values]),
  )
}

describe('on a laptop', () => {
  let app: FastifyInstance
  beforeAll(async () => {
    app = await serverFor()
  })
  afterAll(() => app?.close())

  test('the policy allows what is ours, what bears the nonce of this answer, and nothing else', async () => {
    const answer = await app.inject({ url: '/nl' })
    const nonce = `'nonce-${answer.body}'`
    expect(Object.fromEntries(directivesOf(answer.headers['content-security-policy']))).toEqual({
      'default-src': ["'self'"],
      'script-src': ["'self'", nonce],
      'script-src-attr': ["'none'"],
      'style-src': ["'self'", expect.stringMatching(/^'nonce-.{20,}'$/)],
      'style-src-attr': ["'none'"],
      'img-src': ["'self'", 'data:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'object-src': ["'none'"],
      'base-uri': ["'none'"],
      'frame-ancestors': ["'none'"],
      'form-action': ["'self'"],
    })
  })

  test.each(['/nl', '/api/v1/nothing', '/api/v1/openapi.json', '/assets/nothing.js', '//elsewhere.example', '/nl?a=%00'])(
    '%s has it too, and allows nothing unsafe',
    async (url) => {
      const policy = String((await app.inject({ url })).headers['content-security-policy'])
      expect(policy).toContain("default-src 'self'")
      expect(policy).not.toMatch(/unsafe|\*|https?:/)
    },
  )

  test('every answer has a nonce of its own', async () => {
    const nonces = await Promise.all(Array.from({ length: 20 }, async () => (await app.inject({ url: '/nl' })).body))
    expect(new Set(nonces).size).toBe(20)
    for (const nonce of nonces) expect(nonce.length).toBeGreaterThanOrEqual(22)
  })

  test('no frame, no guessing of types, no address told to others; and no TLS that is not there', async () => {
    const { headers } = await app.inject({ url: '/nl' })
    expect(headers).toMatchObject({
      'x-frame-options': 'SAMEORIGIN',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
    })
    expect(headers).not.toHaveProperty('strict-transport-security')
  })

  test.each([
    'localhost:3000',
    'schakel.localhost',
    '127.0.0.1:3000',
    '192.168.1.7',
    '[::1]:3000',
    'laptop',
    'laptop.local',
    'app',
  ])('it answers to %s', async (host) => {
    expect((await app.inject({ url: '/nl', headers: { host } })).statusCode).toBe(200)
  })

  test.each([
    'elsewhere.example',
    'elsewhere.example:3000',
    '127.0.0.1.elsewhere.example',
    'localhost.elsewhere.example',
    'local.nl',
  ])('not to %s, which somebody may have made to lead here', async (host) => {
    for (const url of ['/nl', '/api/v1/openapi.json']) {
      const answer = await app.inject({ url, headers: { host } })
      expect(answer.statusCode).toBe(421)
      expect(answer.json()).toMatchObject({ detail: expect.stringContaining('PUBLIC_URL') })
    }
  })
})

describe('behind a public address', () => {
  let app: FastifyInstance
  beforeAll(async () => {
    app = await serverFor('https://schakel.example.nl')
  })
  afterAll(() => app?.close())

  test('browsers keep to TLS, and to windows of their own', async () => {
    const { headers } = await app.inject({ url: '/nl', headers: { host: 'inside:3000' } })
    expect(headers).toMatchObject({
      'strict-transport-security': expect.stringMatching(/^max-age=\d{8}/),
      'cross-origin-opener-policy': 'same-origin',
    })
  })

  const own = 'https://schakel.example.nl'
  const cookie = '__Host-schakel_session=x'
  test.each([
    ['with a cookie from another site', { cookie, origin: 'https://elsewhere.example' }, true],
    ['with a cookie from the name inside', { cookie, origin: 'http://localhost:80' }, true],
    ['with a cookie and nothing that says where from', { cookie }, true],
    ['with a cookie from a page of ours', { cookie, origin: own }, false],
    ['with a cookie, asked by a page of ours', { cookie, 'sec-fetch-site': 'same-origin' }, false],
    ['with a key, from a program', { authorization: 'Bearer x' }, false],
  ])('a write to the API %s', async (_which, headers, isRefused) => {
    // The second address leads to the same endpoint.
    for (const url of ['/api/v1/plans', '/%61pi/v1/plans']) {
      const answer = await app.inject({ method: 'POST', url, headers, payload: {} })
      expect(answer.statusCode === 403, `${url} ${answer.statusCode}`).toBe(isRefused)
      if (isRefused) expect(answer.json()).toMatchObject({ status: 403, detail: expect.stringContaining('another site') })
    }
  })
})
