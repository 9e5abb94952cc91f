/** What the API tells of how Schakel counts, and that no address of it takes what may never count. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { FairnessReport } from '../../src/modules/fairness/index.ts'
import { type ServedApi, serveApi } from './serve-api.ts'

let api: ServedApi
let report: FairnessReport

beforeAll(async () => {
  api = await serveApi({ limits: { api: 100_000, computing: 100_000 } })
  report = api.modules.fairness.report()
})
afterAll(() => api?.close())

interface Operation {
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: unknown }>> }
}

/** Addresses whose body holds a profile, as the API describes itself. */
async function addressesWithProfile(): Promise<string[]> {
  const { paths } = (await api.app.inject('/api/v1/openapi.json')).json<{ paths: Record<string, { post?: Operation }> }>()
  return Object.entries(paths)
    .filter(([, { post }]) => JSON.stringify(post?.requestBody ?? {}).includes('"maxMinutes"'))
    .map(([path]) => (path.startsWith('/api/v1') ? path : `/api/v1${path}`))
}

describe('what may never count', () => {
  test('is refused by every address that takes a profile, inside the profile and beside it', async () => {
    const addresses = await addressesWithProfile()
    expect(addresses.length).toBeGreaterThan(2)
    const fields = report.traits.flatMap(({ fields: { tried } }) => tried)
    expect(fields).toContain('birthDate')
    for (const url of addresses) {
      for (const field of fields) {
        for (const payload of [{ profile: { answers: {}, [field]: 'x' } }, { profile: { answers: {} }, [field]: 'x' }]) {
          const { statusCode, body } = await api.app.inject({ method: 'POST', url: url.replace(/\{\w+\}/g, 'x'), payload })
          expect([url, field, statusCode]).toEqual([url, field, 400])
          // Refused for this field, not for something else.
          expect(body).toContain(field)
        }
      }
    }
  })

  test('and a profile without it is answered', async () => {
    const { statusCode } = await api.app.inject({ method: 'POST', url: '/api/v1/matches', payload: { profile: { answers: {} } } })
    expect(statusCode).toBe(200)
  })
})

test('the register and the report are told as data', async () => {
  const response = await api.app.inject('/api/v1/algorithm')
  expect(response.statusCode).toBe(200)
  const { register, fairness } = response.json<{
    register: { fields: { id: string; operator: string | null }[] }
    fairness: FairnessReport
  }>()
  expect(register.fields.find(({ id }) => id === 'organisation')).toMatchObject({ operator: null })
  expect(fairness).toEqual(report)
})
