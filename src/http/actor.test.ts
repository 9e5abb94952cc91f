import Fastify from 'fastify'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Actor, visitor } from '../modules/permissions/index.ts'
import { findActor } from './actor.ts'
import { installProblems } from './problems.ts'

const person: Actor = { kind: 'account', account: 'a', session: 's', administrator: false, memberships: [] }
const key: Actor = { kind: 'key', key: 'k', organisation: 'o', organisationKind: 'employer', scopes: ['people:read'] }

/** A server with one endpoint that says who asks, and one that writes. */
async function serve(publicUrl?: string) {
  const app = Fastify()
  onTestFinished(() => app.close())
  const lookedUp: string[] = []
  const accounts = {
    async actorOf(token: string | undefined) {
      lookedUp.push(`session ${token}`)
      return token === 'good' ? person : visitor
    },
    async actorOfKey(token: string) {
      lookedUp.push(`key ${token}`)
      return token === 'good' ? key : visitor
    },
  }
  installProblems(app, { info() {}, warn() {}, error() {} })
  findActor(app, { accounts } as unknown as Parameters<typeof findActor>[1], publicUrl, { now: () => 0 })
  app.all('/who', async ({ actor }) => ({ kind: actor.kind }))
  const ask = async (headers: Record<string, string>, method: 'GET' | 'POST' = 'GET') => {
    const { statusCode, body } = await app.inject({ url: '/who', method, headers })
    return [statusCode, (JSON.parse(body) as { kind?: string }).kind]
  }
  return { ask, lookedUp }
}

describe('who asks the API', () => {
  test('is a visitor, a person by the cookie of the site, or a program by its key', async () => {
    const { ask, lookedUp } = await serve()
    expect(await ask({})).toEqual([200, 'visitor'])
    expect(await ask({ cookie: 'other=1; schakel_session=' })).toEqual([200, 'visitor'])
    expect(lookedUp).toEqual([])
    expect(await ask({ cookie: 'other=1; schakel_session=good' })).toEqual([200, 'account'])
    expect(await ask({ cookie: 'schakel_session=ended' })).toEqual([200, 'visitor'])
    expect(await ask({ authorization: 'Bearer good', cookie: 'schakel_session=good' })).toEqual([200, 'key'])
  })

  test('a key that is no good is said to be so', async () => {
    const { ask, lookedUp } = await serve()
    for (const authorization of ['Bearer bad', 'Bearer', 'Basic Z29vZDo=', 'Bearer good good', `Bearer ${'x'.repeat(600)}`]) {
      expect((await ask({ authorization, cookie: 'schakel_session=good' }))[0]).toBe(401)
    }
    expect(lookedUp).toEqual(['key bad'])
  })

  test('another site cannot write in the name of who is signed in; a program with a key can write from anywhere', async () => {
    const { ask } = await serve('http://schakel.test')
    const cookie = 'schakel_session=good'
    expect(await ask({ cookie, origin: 'http://schakel.test' }, 'POST')).toEqual([200, 'account'])
    expect((await ask({ cookie, origin: 'http://elsewhere.test' }, 'POST'))[0]).toBe(403)
    expect((await ask({ cookie, 'sec-fetch-site': 'cross-site' }, 'POST'))[0]).toBe(403)
    expect((await ask({ cookie }, 'POST'))[0]).toBe(403)
    expect(await ask({ authorization: 'Bearer good', origin: 'http://elsewhere.test' }, 'POST')).toEqual([200, 'key'])
  })

  test('on https only the cookie that no other host can set counts', async () => {
    const { ask } = await serve('https://schakel.test')
    expect(await ask({ cookie: 'schakel_session=good' })).toEqual([200, 'visitor'])
    expect(await ask({ cookie: '__Host-schakel_session=good' })).toEqual([200, 'account'])
  })
})
