import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ServedApi, serveApi } from './serve-api.ts'

// biome-ignore lint/suspicious/noExplicitAny: an OpenAPI document, walked by hand
type Json = any

let served: ServedApi
let document: Json

beforeAll(async () => {
  served = await serveApi()
  document = (await served.app.inject({ url: '/api/v1/openapi.json' })).json()
})
afterAll(() => served?.close())

/** The address of an operation with the examples of its parameters filled in; parameters without one are left out. */
function addressOf(path: string, parameters: Json[]): string {
  const query = new URLSearchParams()
  let filled = path
  for (const { name, in: place, schema, example, examples } of parameters) {
    const value = example ?? schema?.examples?.[0] ?? schema?.example ?? Object.values(examples ?? {})[0]
    if (place === 'path') filled = filled.replace(`{${name}}`, encodeURIComponent(String(value)))
    else if (value !== undefined) query.set(name, String(value))
  }
  return `${filled}${query.size > 0 ? `?${query}` : ''}`
}

describe('the API description', () => {
  test('is OpenAPI 3.1 and names every endpoint', () => {
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths).sort()).toEqual([
      '/api/v1/algorithm',
      '/api/v1/concepts',
      '/api/v1/concepts/{id}',
      '/api/v1/doors',
      '/api/v1/exports/trainings.csv',
      '/api/v1/exports/trainings.ndjson',
      '/api/v1/exports/trainings.ooapi',
      '/api/v1/exports/vacancies.csv',
      '/api/v1/exports/vacancies.jsonld',
      '/api/v1/exports/vacancies.ndjson',
      '/api/v1/funding',
      '/api/v1/funding-checks',
      '/api/v1/handover-kits',
      '/api/v1/handover-kits/{id}',
      '/api/v1/health',
      '/api/v1/initiatives',
      '/api/v1/initiatives/{id}',
      '/api/v1/initiatives/{id}/outcomes',
      '/api/v1/initiatives/{id}/runner',
      '/api/v1/introductions',
      '/api/v1/introductions/{id}',
      '/api/v1/introductions/{id}/answer',
      '/api/v1/matches',
      '/api/v1/occupations',
      '/api/v1/occupations/{id}',
      '/api/v1/offerings/{id}',
      '/api/v1/ooapi/v6/learning-outcomes',
      '/api/v1/ooapi/v6/learning-outcomes/{id}',
      '/api/v1/ooapi/v6/organisations',
      '/api/v1/ooapi/v6/organisations/{id}',
      '/api/v1/ooapi/v6/programme-offerings/{id}',
      '/api/v1/ooapi/v6/programmes',
      '/api/v1/ooapi/v6/programmes/{id}',
      '/api/v1/ooapi/v6/programmes/{id}/programme-offerings',
      '/api/v1/organisations',
      '/api/v1/organisations/{id}',
      '/api/v1/organisations/{organisation}/badges',
      '/api/v1/organisations/{organisation}/badges/{id}/revocation',
      '/api/v1/organisations/{organisation}/cohorts',
      '/api/v1/organisations/{organisation}/cohorts/{id}',
      '/api/v1/organisations/{organisation}/cohorts/{id}/steps',
      '/api/v1/organisations/{organisation}/credits',
      '/api/v1/organisations/{organisation}/credits/{placement}',
      '/api/v1/organisations/{organisation}/enrolments',
      '/api/v1/organisations/{organisation}/enrolments/{id}',
      '/api/v1/organisations/{organisation}/enrolments/{id}/moves',
      '/api/v1/organisations/{organisation}/enrolments/{id}/steps/{number}',
      '/api/v1/organisations/{organisation}/handover-copies',
      '/api/v1/organisations/{organisation}/outcome-reports',
      '/api/v1/organisations/{organisation}/placements',
      '/api/v1/organisations/{organisation}/placements/{id}',
      '/api/v1/organisations/{organisation}/programmes',
      '/api/v1/organisations/{organisation}/programmes/{id}',
      '/api/v1/organisations/{organisation}/programmes/{id}/curriculum',
      '/api/v1/organisations/{organisation}/programmes/{id}/state',
      '/api/v1/organisations/{organisation}/programmes/{id}/waiting',
      '/api/v1/organisations/{organisation}/starts',
      '/api/v1/organisations/{organisation}/starts/{offering}/{startsOn}',
      '/api/v1/organisations/{organisation}/vacancies',
      '/api/v1/organisations/{organisation}/vacancies/{id}',
      '/api/v1/organisations/{organisation}/vacancies/{id}/state',
      '/api/v1/organisations/{organisation}/vacancies/{vacancy}/people',
      '/api/v1/outcome-comparison',
      '/api/v1/outcome-definitions',
      '/api/v1/plans',
      '/api/v1/pool-effects',
      '/api/v1/programmes',
      '/api/v1/programmes/{id}',
      '/api/v1/programmes/{id}/offerings',
      '/api/v1/programmes/{id}/outcomes',
      '/api/v1/vacancies',
      '/api/v1/vacancies/facets',
      '/api/v1/vacancies/{id}',
      '/api/v1/vacancy-checks',
      '/api/v1/why-not',
    ])
  })

  test('its examples run: each operation answers 200 to its own example, or asks a visitor to sign in', async () => {
    const answered: string[] = []
    for (const [path, operations] of Object.entries<Json>(document.paths)) {
      for (const [method, operation] of Object.entries<Json>(operations)) {
        const body = operation.requestBody?.content['application/json']
        const example = body?.schema?.examples?.[0] ?? body?.example ?? Object.values<Json>(body?.examples ?? {})[0]?.value
        if (method === 'post') expect(example, `${path} has an example of its body`).toBeDefined()
        const url = addressOf(path, operation.parameters ?? [])
        const response = await served.app.inject({ method: method as 'GET', url, ...(example ? { payload: example } : {}) })
        const expected = operation.responses['401'] ? 401 : 200
        expect(response.statusCode, `${method} ${url}: ${response.body.slice(0, 300)}`).toBe(expected)
        answered.push(`${method} ${path}`)
      }
    }
    expect(answered.length).toBeGreaterThan(10)
  })
})

describe('problems', () => {
  test.each([
    ['GET', '/api/v1/vacancies?limit=many', 400, 'limit'],
    ['GET', '/api/v1/vacancies?cursor=abc', 400, 'cursor'],
    ['GET', '/api/v1/vacancies/nothing', 404, 'nothing'],
    ['GET', '/api/v1/nowhere', 404, 'openapi.json'],
    ['POST', '/api/v1/plans', 400, 'body'],
  ] as const)('%s %s gives %d as Problem JSON and says what', async (method, url, status, said) => {
    const response = await served.app.inject({ method, url })
    expect(response.statusCode).toBe(status)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.json()).toMatchObject({ status })
    expect(response.body).toContain(said)
  })

  test('a profile with a field that may not be kept is refused, and named', async () => {
    const payload = { profile: { occupations: [], answers: {}, birthDate: '1980-01-01' } }
    const response = await served.app.inject({ method: 'POST', url: '/api/v1/plans', payload })
    expect(response.statusCode).toBe(400)
    expect(response.body).toContain('birthDate')
  })

  test('a body that is no JSON is a 4xx that says so', async () => {
    const response = await served.app.inject({
      method: 'POST',
      url: '/api/v1/plans',
      headers: { 'content-type': 'application/json' },
      payload: '{"profile":',
    })
    expect(response.statusCode).toBe(400)
    expect(response.headers['content-type']).toContain('application/problem+json')
  })
})

test('lists go on with a cursor, and the list view is not the detail view', async () => {
  const first = (await served.app.inject({ url: '/api/v1/vacancies?limit=7' })).json()
  const second = (await served.app.inject({ url: `/api/v1/vacancies?limit=7&cursor=${first.next}` })).json()
  const ids = [...first.items, ...second.items].map((item: Json) => item.id)
  expect(new Set(ids).size).toBe(14)
  expect(first.items[0]).not.toHaveProperty('description')
  const detail = (await served.app.inject({ url: `/api/v1/vacancies/${ids[0]}` })).json()
  expect(detail).toHaveProperty('description')
})

test('an empty profile gets wide answers and a question, never nothing', async () => {
  const response = await served.app.inject({ method: 'POST', url: '/api/v1/matches', payload: { profile: {} } })
  expect(response.statusCode).toBe(200)
  const { eligible } = response.json()
  expect(eligible[1]).toBeGreaterThan(0)
})

test('too many requests a minute are refused with 429 and Retry-After', async () => {
  const small = await serveApi({ limits: { api: 3, computing: 3 } })
  const statuses: number[] = []
  for (let request = 0; request < 5; request++) {
    statuses.push((await small.app.inject({ url: '/api/v1/vacancies' })).statusCode)
  }
  const last = await small.app.inject({ url: '/api/v1/vacancies' })
  await small.close()
  expect(statuses).toEqual([200, 200, 200, 429, 429])
  expect(last.headers['retry-after']).toBeDefined()
  expect(last.json()).toMatchObject({ status: 429 })
})
