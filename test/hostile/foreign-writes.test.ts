/** Another site that sends a form in somebody's name: refused on every page there is, before the page looks at it. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { languages, pages } from '../../src/web/paths.ts'
import { type ServedHostile, serveHostile } from './serve-hostile.ts'

const own = 'http://localhost'
const cookie = 'schakel_draft=abc; schakel_session=abc'

/** Every page in both languages, with something where an id stands; and what a script asks of it. */
const addresses = Object.values(pages).flatMap((page) =>
  languages.flatMap((language) => {
    const path = `/${language}/${page[language]}`.replace(/:\w+/g, 'abc').replace(/\/$/, '')
    return [path, `${path}.data`]
  }),
)

describe('a write to any page', () => {
  let served: ServedHostile
  beforeAll(async () => {
    served = await serveHostile()
  })
  afterAll(() => served?.close())
  afterEach(() => expect(served.takeErrors()).toEqual([]))

  type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  async function statusOf(url: string, method: Method, headers: Readonly<Record<string, string>>): Promise<number> {
    const type = { 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await served.app.inject({ method, url, headers: { ...type, ...headers }, payload: 'intent=nothing' })
    return answer.statusCode
  }

  test.each([
    ['from another site', { origin: 'https://elsewhere.example', cookie }],
    ['from a frame without an origin', { origin: 'null', cookie }],
    ['from a neighbour that sends no origin', { 'sec-fetch-site': 'same-site', cookie }],
    ['with a cookie, and nothing that says where from', { cookie }],
  ])('%s is refused', async (_where, headers) => {
    expect(addresses.length).toBeGreaterThan(40)
    for (const url of addresses) expect(await statusOf(url, 'POST', headers), url).toBe(403)
    for (const method of ['PUT', 'PATCH', 'DELETE'] as const)
      expect(await statusOf('/nl/profiel', method, headers), method).toBe(403)
  })

  test.each([
    ['from a page of ours', { origin: own, cookie }],
    ['asked by a page of ours, without an origin', { 'sec-fetch-site': 'same-origin', cookie }],
    ['by a program without cookies', {}],
  ])('%s is looked at', async (_where, headers) => {
    expect(await statusOf('/nl/profiel', 'POST', headers)).not.toBe(403)
    expect(await statusOf('/en/profile', 'POST', headers)).not.toBe(403)
  })

  test('the refusal is a page that helps on, and nothing was set', async () => {
    const headers = { origin: 'https://elsewhere.example', 'content-type': 'application/x-www-form-urlencoded' }
    const answer = await served.app.inject({ method: 'POST', url: '/nl/profiel', headers, payload: 'intent=save' })
    expect(answer.statusCode).toBe(403)
    expect(answer.body).toMatch(/<h1[\s>]/)
    expect(answer.headers['set-cookie']).toBeUndefined()
  })
})
