/** The edges by hand: what no record can hold, and what names another place than it stands in, is refused where it comes in. */
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Database } from '../../src/platform/index.ts'
import { freshDatabases } from '../databases.ts'
import { type ServedHostile, serveHostile } from './serve-hostile.ts'

describe.each(freshDatabases())('the database, on $name', ({ open }) => {
  let db: Database
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db?.close())

  test.each([
    ['select $1::text as kept', ['a\0b']],
    ['select $1::text[] as kept', [['fine', '\0']]],
    ['select $1::jsonb as kept', [{ a: ['x\0'] }]],
    ['select $1::jsonb as kept', [{ 'key\0': 1 }]],
    ['select $1::jsonb as kept', ['{"a":"\\u0000"}']],
    ['select $1::jsonb as kept', [{ a: '\ud800' }]],
  ])('%s with %j is Invalid, and says why', async (sql, parameters) => {
    const refused = { name: 'Invalid', message: expect.stringContaining('cannot be kept') }
    await expect(db.query(sql, parameters)).rejects.toMatchObject(refused)
  })

  test('what only looks like it is kept: a backslash before the u is a sign of its own', async () => {
    const text = '\\u0000 \\ud800 👩'
    expect(await db.query('select $1::jsonb as kept', [{ a: text }])).toEqual([{ kept: { a: text } }])
  })
})

describe('the server', () => {
  let served: ServedHostile
  beforeAll(async () => {
    served = await serveHostile()
  })
  afterAll(() => served?.close())
  afterEach(() => expect(served.takeErrors()).toEqual([]))

  test.each([
    ['/api/v1/vacancies/a%00b', '%00'],
    ['/api/v1/vacancies?text=%00', '%00'],
    ['/nl/vacatures/%00', '%00'],
    ['/nl/vacatures?text=a%00', '%00'],
  ])('%s is refused', async (url, said) => {
    const answer = await served.app.inject({ url })
    expect(answer.statusCode).toBe(400)
    expect(answer.json()).toMatchObject({ status: 400, detail: expect.stringContaining(said) })
  })

  test.each([
    ['{"profile":{"municipality":"a\\u0000"}}', 'body/profile/municipality', 'NUL'],
    ['{"profile":{"answers":{"\\u0000":"yes"}}}', 'body/profile/answers', 'NUL'],
    ['{"profile":{"municipality":"\\ud800"}}', 'body/profile/municipality', 'half of a character'],
  ])('the body %s is refused, naming the place', async (payload, place, why) => {
    const answer = await served.app.inject({
      method: 'POST',
      url: '/api/v1/plans',
      headers: { 'content-type': 'application/json' },
      payload,
    })
    expect(answer.statusCode).toBe(400)
    expect(answer.json().detail).toContain(place)
    expect(answer.json().detail).toContain(why)
  })

  test('a profile of more answers than can be computed with is refused', async () => {
    const answers = Object.fromEntries(Array.from({ length: 1_001 }, (_, at) => [`s${at}`, 'yes']))
    const answer = await served.app.inject({ method: 'POST', url: '/api/v1/plans', payload: { profile: { answers } } })
    expect(answer.statusCode).toBe(400)
    expect(answer.body).toContain('At most 1000')
  })

  test.each(['toString', '__proto__', 'constructor'])(
    'a name that every object has (%s) is no form and no parameter',
    async (name) => {
      const form = { 'content-type': 'application/x-www-form-urlencoded' }
      const sent = await served.app.inject({ method: 'POST', url: '/nl/profiel', headers: form, payload: `intent=${name}` })
      expect(sent.statusCode).toBe(400)
      expect((await served.app.inject({ url: `/nl/routes?${name}=1` })).statusCode).toBe(200)
    },
  )

  test('a form with NUL is refused, and keeps nothing', async () => {
    const count = async (): Promise<unknown> => (await served.db.query('select count(*) from draft_profile'))[0]
    const before = await count()
    const answer = await served.app.inject({
      method: 'POST',
      url: '/nl/profiel',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: 'intent=answer&skill=a%00b&answer=yes',
    })
    expect(answer.statusCode).toBe(400)
    expect(answer.headers['content-type']).toContain('text/html')
    expect(await count()).toEqual(before)
  })

  test('an address that encodes nothing gets the page that helps on', async () => {
    const answer = await served.app.inject({ url: '/nl/beroepen/100%' })
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).toContain('text/html')
  })

  test.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS'] as const)('%s on the API is answered by the API', async (method) => {
    const answer = await served.app.inject({ method, url: '/api/v1/vacancies' })
    expect(answer.statusCode).toBe(404)
    expect(answer.json()).toMatchObject({ title: 'There is no such endpoint' })
  })

  test('a part of the sitemap that is not there gets a page', async () => {
    const answer = await served.app.inject({ url: '/sitemaps/nothing.xml' })
    expect(answer.statusCode).toBe(404)
    expect(answer.body).toContain('<h1')
  })
})
