/** Enrolments, cohorts, placements and credits by the API, with keys of the organisations that they belong to. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Scope } from '../../src/modules/permissions/index.ts'
import { type ServedApi, serveApi } from './serve-api.ts'

// biome-ignore lint/suspicious/noExplicitAny: what an answer holds, looked into by hand
type Json = any

const educator = 'demo-organisation-educator'
const employer = 'demo-organisation-employer-1'
const base = `/api/v1/organisations/${educator}`

let api: ServedApi
const owners: Record<string, Actor> = {}
const person = async (name: string): Promise<Actor> => {
  const { accounts } = api.modules
  const { session } = await accounts.becomeDemo(`demo-account-${name}`, { browserName: 'test', returnTo: '/nl' })
  return accounts.actorOf(session)
}

beforeAll(async () => {
  api = await serveApi({ limits: { api: 100_000, computing: 100_000 } })
  owners[educator] = await person('lotte')
  owners[employer] = await person('iris')
}, 200_000)
afterAll(() => api?.close())

async function keyOf(organisation: string, ...scopes: Scope[]): Promise<string> {
  const owner = owners[organisation] as Actor
  const { key } = await api.modules.organisations.createKey(owner, organisation, { name: scopes.join(' '), scopes, days: 30 })
  return key
}

async function ask(key: string, method: 'GET' | 'POST' | 'PUT', url: string, payload?: object): Promise<Json> {
  const headers = { authorization: `Bearer ${key}` }
  const response = await api.app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  return { status: response.statusCode, body: response.json() }
}

/** Every page of a list, followed to its end. */
async function all(key: string, url: string, limit: number): Promise<Json[]> {
  const found: Json[] = []
  for (let cursor = ''; ; ) {
    const { status, body } = await ask(key, 'GET', `${url}${url.includes('?') ? '&' : '?'}limit=${limit}${cursor}`)
    expect(status).toBe(200)
    expect(body.items.length).toBeLessThanOrEqual(limit)
    found.push(...body.items)
    if (body.next === undefined) return found
    cursor = `&cursor=${body.next}`
  }
}

const entries = async (name: string): Promise<Json[]> => [...(await api.modules.decisionLog.seenOf(await person(name)))]

describe('enrolments', () => {
  test('are listed a page at a time, with no more than each person released', async () => {
    const key = await keyOf(educator, 'enrolments:read')
    const found = await all(key, `${base}/enrolments`, 2)
    expect(found.length).toBeGreaterThan(3)
    expect(new Set(found.map(({ id }) => id)).size).toBe(found.length)
    expect(found.map(({ appliedAt }) => appliedAt)).toEqual(found.map(({ appliedAt }) => appliedAt).sort())
    const tijn = found.find(({ called }) => called === 'Tijn (demo)')
    expect(tijn).toMatchObject({
      email: 'tijn@demo.example',
      state: 'enrolled',
      steps: [{ outcome: 'passed' }, { outcome: 'passed' }],
    })
    // Released nothing but how to call her.
    expect(found.find(({ called }) => called === 'Yara (demo)')).toMatchObject({ email: null, skills: null })
    // Whose account it is, and what was planned for a person, is nobody else's.
    expect(JSON.stringify(found)).not.toMatch(/demo-account|nextPlan/)
    expect(await all(key, `${base}/enrolments?state=waiting`, 50)).toEqual([expect.objectContaining({ called: 'Jip' })])
  })

  test('that a program looked is written down for who was seen', async () => {
    const key = await keyOf(educator, 'enrolments:read')
    const before = (await entries('robin')).length
    const [robin] = await all(key, `${base}/enrolments?state=admitting`, 50)
    await ask(key, 'GET', `${base}/enrolments/${robin.id}`)
    const seen = await entries('robin')
    expect(seen.length).toBe(before + 2)
    expect(seen[0]).toMatchObject({ what: 'release-read', organisation: { id: educator }, role: 'program', kinds: ['name'] })
  })

  test('a key that decides settles the steps, admits and declines, as the pages do', async () => {
    const reads = await keyOf(educator, 'enrolments:read')
    const key = await keyOf(educator, 'enrolments:write')
    const [robin] = await all(reads, `${base}/enrolments?state=admitting`, 50)
    const at = `${base}/enrolments/${robin.id}`
    expect(await ask(key, 'POST', `${at}/moves`, { move: 'admit' })).toMatchObject({ status: 409 })
    expect(await ask(key, 'POST', `${at}/steps/2`, { outcome: 'passed' })).toMatchObject({ status: 409 })
    expect(await ask(key, 'POST', `${at}/steps/1`, { outcome: 'notPassed' })).toMatchObject({ status: 400 })
    expect(await ask(key, 'POST', `${at}/steps/1`, { on: '2026-12-10', text: '10.00 uur, online' })).toMatchObject({
      status: 200,
    })
    for (const step of [1, 2])
      expect(await ask(key, 'POST', `${at}/steps/${step}`, { outcome: 'passed' })).toMatchObject({ status: 200 })
    // Two places, of which one is taken and one is held.
    expect(await ask(key, 'POST', `${at}/moves`, { move: 'admit' })).toMatchObject({ status: 200, body: { state: 'waiting' } })
    expect(await ask(key, 'POST', `${at}/moves`, { move: 'decline' })).toMatchObject({ status: 400 })
    expect(await ask(key, 'POST', `${at}/moves`, { move: 'decline', reason: 'ugly' })).toMatchObject({ status: 400 })
    const declined = await ask(key, 'POST', `${at}/moves`, {
      move: 'decline',
      reason: 'otherProgramme',
      text: 'Een andere past beter.',
    })
    expect(declined).toMatchObject({ status: 200, body: { id: robin.id, state: 'declined' } })
    expect((await ask(reads, 'GET', at)).body).toMatchObject({
      state: 'declined',
      reason: 'otherProgramme',
      reasonBy: 'educator',
    })
    // It decides, and reads nobody.
    expect((await ask(key, 'GET', at)).status).toBe(403)
    expect((await ask(reads, 'POST', `${at}/moves`, { move: 'complete' })).status).toBe(403)
  })

  test('places of a start are set, never fewer than are given', async () => {
    const reads = await keyOf(educator, 'enrolments:read')
    const key = await keyOf(educator, 'enrolments:write')
    const [start] = (await ask(reads, 'GET', `${base}/starts`)).body.items
    expect(start).toMatchObject({ taken: 1, places: 2 })
    const at = `${base}/starts/${encodeURIComponent(start.offering)}/${start.startsOn}`
    expect(await ask(key, 'PUT', at, { places: 0 })).toMatchObject({ status: 409 })
    expect(await ask(key, 'PUT', at, { places: 4, enrolUntil: start.startsOn })).toMatchObject({
      ...{ status: 200, body: { places: 4, taken: 1, isSetHere: true, enrolUntil: start.startsOn } },
    })
    // Who waited has a place held now.
    expect(await all(reads, `${base}/enrolments?state=waiting`, 50)).toEqual([])
    expect(await ask(key, 'PUT', `${base}/starts/nothing/${start.startsOn}`, { places: 4 })).toMatchObject({ status: 404 })
    expect((await ask(reads, 'PUT', at, { places: 4 })).status).toBe(403)
    // A year that no record can hold is refused in words, in the address and in the query.
    expect((await ask(key, 'PUT', `${base}/starts/nothing/0000-01-01`, { places: 4 })).status).toBe(400)
    expect((await ask(reads, 'GET', `${base}/enrolments?startsOn=0000-01-01`)).status).toBe(400)
  })
})

describe('cohorts', () => {
  test('are read with people by number, and nobody by name', async () => {
    const key = await keyOf(educator, 'cohorts:read')
    const list = await all(key, `${base}/cohorts`, 1)
    expect(list.map(({ id }) => id)).toContain('demo-cohort')
    const { body } = await ask(key, 'GET', `${base}/cohorts/demo-cohort`)
    expect(body.people).toHaveLength(8)
    expect(body.places.length).toBeGreaterThan(4)
    expect(body.pairs.length + body.unplaced.length).toBe(8)
    expect(body.shortages).not.toEqual([])
    expect(JSON.stringify(body)).not.toMatch(/Aya|Boaz|demo-account|demo-cohort-account/)
    expect(body.open).toContain('settle')
  })

  test('go a step further, and never past what somebody did not see', async () => {
    const key = await keyOf(educator, 'cohorts:write')
    const at = `${base}/cohorts/demo-cohort/steps`
    expect(await ask(key, 'POST', at, { step: 'start' })).toMatchObject({ status: 409 })
    const proposed = await ask(key, 'POST', at, { step: 'propose' })
    expect(proposed).toMatchObject({ status: 200, body: { state: 'proposed' } })
    const { proposal } = proposed.body
    expect(await ask(key, 'POST', at, { step: 'settle', proposal: proposal - 1 })).toMatchObject({ status: 409 })
    expect(await ask(key, 'POST', at, { step: 'settle', proposal })).toMatchObject({ status: 200, body: { state: 'settled' } })
    expect(await ask(key, 'POST', at, { step: 'lapse' })).toMatchObject({ status: 400 })
    expect((await ask(key, 'GET', `${base}/cohorts`)).status).toBe(403)
  })
})

describe('placements and credits', () => {
  test('a placement is read by each of its parties, without names', async () => {
    for (const of of [educator, employer]) {
      const key = await keyOf(of, 'placements:read')
      const list = await all(key, `/api/v1/organisations/${of}/placements`, 1)
      const running = list.find(({ state }) => state === 'active')
      expect(running).toMatchObject({ school: educator, employer })
      const { status, body } = await ask(key, 'GET', `/api/v1/organisations/${of}/placements/${running.id}`)
      expect(status).toBe(200)
      expect(body.hours.length).toBeGreaterThan(2)
      expect(body.forecast.low.practice).toBeLessThanOrEqual(body.forecast.high.practice)
      expect(body.agreements[0].signed.map(({ role }: Json) => role)).toContain('student')
      expect(JSON.stringify(body)).not.toMatch(/Tijn|demo-account|tijn@/)
    }
  })

  test('credits add up to their ledger', async () => {
    const key = await keyOf(educator, 'credits:read')
    const [totals] = await all(key, `${base}/credits`, 1)
    expect(totals.earned + totals.running + totals.toGo).toBeCloseTo(totals.total, 6)
    const { body } = await ask(key, 'GET', `${base}/credits/${totals.placement}`)
    expect(body.ledger.length).toBeGreaterThan(1)
    expect(body.ledger.reduce((sum: number, { credits }: Json) => sum + credits, 0)).toBeCloseTo(totals.earned, 6)
    expect(body.units.reduce((sum: number, { earned }: Json) => sum + earned, 0)).toBeCloseTo(totals.earned, 6)
    expect(JSON.stringify(body)).not.toMatch(/Tijn|demo-account/)
  })

  test('nothing of one organisation is there for the key of another', async () => {
    const scopes = ['enrolments:read', 'cohorts:read', 'placements:read', 'credits:read'] as const
    const key = await keyOf('demo-organisation-employer-1', ...scopes)
    for (const list of ['enrolments', 'starts', 'cohorts', 'placements', 'credits']) {
      expect((await ask(key, 'GET', `${base}/${list}`)).status, list).toBe(404)
    }
    // Its own name does not open what is another's.
    const own = `/api/v1/organisations/${employer}`
    expect((await ask(key, 'GET', `${own}/cohorts/demo-cohort`)).status).toBe(404)
    const [enrolment] = await all(await keyOf(educator, 'enrolments:read'), `${base}/enrolments`, 1)
    expect((await ask(key, 'GET', `${own}/enrolments/${enrolment.id}`)).status).toBe(404)
  })

  test.each(['enrolments', 'cohorts', 'placements', 'credits'])(
    'a cursor that no page of %s gave is refused in words',
    async (list) => {
      const key = await keyOf(educator, 'enrolments:read', 'cohorts:read', 'placements:read', 'credits:read')
      const { status, body } = await ask(key, 'GET', `${base}/${list}?cursor=abc`)
      expect(status).toBe(400)
      expect(JSON.stringify(body)).toContain('cursor')
    },
  )
})
