/** An organisation's own vacancies by the API, with keys. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Scope } from '../../src/modules/permissions/index.ts'
import { type ServedApi, serveApi } from './serve-api.ts'

let api: ServedApi
let owner: Actor
const organisation = 'demo-organisation-employer-1'
const base = `/api/v1/organisations/${organisation}/vacancies`

beforeAll(async () => {
  api = await serveApi({ limits: { api: 100_000, computing: 100_000 } })
  const { accounts } = api.modules
  const { session } = await accounts.becomeDemo('demo-account-iris', { browserName: 'test', returnTo: '/nl' })
  owner = await accounts.actorOf(session)
}, 120_000)
afterAll(() => api?.close())

async function keyOf(...scopes: Scope[]): Promise<string> {
  const { key } = await api.modules.organisations.createKey(owner, organisation, { name: scopes.join(' '), scopes, days: 30 })
  return key
}

type Method = 'GET' | 'POST' | 'PUT'
async function ask(key: string | undefined, method: Method, url: string, payload?: unknown) {
  const headers = key === undefined ? {} : { authorization: `Bearer ${key}` }
  const response = await api.app.inject({
    method,
    url,
    headers,
    ...(payload === undefined ? {} : { payload: payload as object }),
  })
  return { status: response.statusCode, body: response.json() }
}

const text = 'Netwerkbeheerder (m/v/x)\n\nJe beheert netwerken met Linux. Het werk is 28 tot 36 uur per week in Utrecht.'

describe('vacancies of an organisation', () => {
  test('are made, changed, published and ended with a key, and a draft is seen by nobody else', async () => {
    const key = await keyOf('vacancies:read', 'vacancies:write', 'introductions:read', 'introductions:write')
    const made = await ask(key, 'POST', base, { text, place: 'Utrecht' })
    expect(made).toMatchObject({ status: 201, body: { state: 'draft', version: 1, facts: { hours: [28, 36] } } })
    const { id } = made.body
    expect((await ask(undefined, 'GET', `/api/v1/vacancies/${id}`)).status).toBe(404)
    expect(JSON.stringify((await ask(undefined, 'GET', '/api/v1/vacancies?limit=100')).body)).not.toContain(id)
    expect(JSON.stringify((await ask(key, 'GET', base)).body)).toContain(id)

    const changed = await ask(key, 'PUT', `${base}/${id}`, { facts: { hours: [24, 32] }, version: 1 })
    expect(changed).toMatchObject({ status: 200, body: { version: 2, facts: { hours: [24, 32] } } })
    expect(await ask(key, 'PUT', `${base}/${id}`, { title: 'Anders', version: 1 })).toMatchObject({ status: 409 })
    expect(await ask(key, 'PUT', `${base}/${id}`, { age: 30 })).toMatchObject({ status: 400 })

    expect(await ask(key, 'POST', `${base}/${id}/state`, { to: 'published' })).toMatchObject({
      status: 200,
      body: { state: 'published' },
    })
    expect(await ask(undefined, 'GET', `/api/v1/vacancies/${id}`)).toMatchObject({ status: 200, body: { state: 'published' } })
    await ask(key, 'POST', `${base}/${id}/state`, { to: 'paused' })
    expect(JSON.stringify((await ask(undefined, 'GET', '/api/v1/vacancies?limit=100')).body)).not.toContain(id)
    expect(await ask(key, 'POST', `${base}/${id}/state`, { to: 'published' })).toMatchObject({ body: { state: 'published' } })
    expect(await ask(key, 'POST', `${base}/${id}/state`, { to: 'closed' })).toMatchObject({ status: 400 })
    expect(await ask(key, 'POST', `${base}/${id}/state`, { to: 'closed', reason: 'noMoney' })).toMatchObject({
      ...{ status: 200, body: { state: 'withdrawn', closed: { reason: 'noMoney', text: null } } },
    })
  })

  test('take a JobPosting', async () => {
    const key = await keyOf('vacancies:read', 'vacancies:write')
    const posting = {
      '@context': 'https://schema.org',
      '@type': 'JobPosting',
      title: 'Tester (m/v/x)',
      description: '<p>Je test software.</p>',
    }
    expect(await ask(key, 'POST', base, posting)).toMatchObject({
      status: 201,
      body: { state: 'draft', title: 'Tester (m/v/x)' },
    })
    expect(await ask(key, 'POST', base, { ...posting, title: '' })).toMatchObject({ status: 400 })
  })

  test('say what is against the law', async () => {
    const key = await keyOf('vacancies:read', 'vacancies:write')
    const { body } = await ask(key, 'POST', base, { text: `${text} Wij zoeken een jonge beheerder.` })
    const refused = await ask(key, 'POST', `${base}/${body.id}/state`, { to: 'published' })
    expect(refused.status).toBe(409)
    expect(refused.body.detail).toContain('jonge')
  })

  test('ask for the right key', async () => {
    const [reads, writes] = [await keyOf('vacancies:read'), await keyOf('vacancies:write')]
    expect((await ask(undefined, 'GET', base)).status).toBe(401)
    expect((await ask(reads, 'POST', base, { text })).status).toBe(403)
    expect((await ask(await keyOf('people:read'), 'GET', base)).status).toBe(403)
    expect((await ask(writes, 'POST', base, { text })).status).toBe(201)
    expect((await ask(reads, 'GET', '/api/v1/organisations/demo-organisation-employer-2/vacancies')).status).toBe(404)
    const [own] = (await ask(reads, 'GET', base)).body.items
    const elsewhere = `/api/v1/organisations/demo-organisation-employer-2/vacancies/${own.id}`
    expect((await ask(reads, 'GET', elsewhere)).status).toBe(404)
  })

  test('of the demo: some open, one paused, one draft that says something against the law', async () => {
    const items: { id: string; state: string; against: number }[] = (await ask(await keyOf('vacancies:read'), 'GET', base)).body
      .items
    expect(items.filter(({ state }) => state === 'paused')).toHaveLength(1)
    const draft = items.find(({ id }) => id === 'demo-vacancy-draft')
    expect(draft).toMatchObject({ state: 'draft', against: 1 })
    const refused = await api.modules.vacancyDesk
      .publish(owner, { organisation, vacancy: 'demo-vacancy-draft' })
      .catch((error) => error)
    expect(refused.against).toHaveLength(1)
    expect((await ask(undefined, 'GET', '/api/v1/vacancies/demo-vacancy-draft')).status).toBe(404)
  })
})
