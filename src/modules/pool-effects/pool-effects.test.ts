import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ServedApi, serveApi, testDay } from '../../../test/api/serve-api.ts'
import { silentLog } from '../../../test/databases.ts'
import { createEngine, type IndexedEngine } from '../../engine/planning/index.ts'
import type { PeopleIndex } from '../../engine/pool/index.ts'
import { createServer } from '../../http/index.ts'
import { createIds } from '../../platform/index.ts'
import { createModules } from '../index.ts'
import { worldOf } from '../matching/index.ts'
import { toEnginePerson } from '../people/index.ts'
import type { PoolEffectView } from './index.ts'

const address = '/api/v1/pool-effects'
const people = 1500

let served: ServedApi
let engine: IndexedEngine
let pool: PeopleIndex

beforeAll(async () => {
  served = await serveApi({ limits: { api: 10_000, computing: 10_000 } })
  const { demo, people: counted, regions, residents, engineSource } = served.modules
  await demo.reset({ size: { vacancies: 300, programmes: 40, offerings: 120, people } })
  engine = createEngine(await worldOf(engineSource.rows(await residents.current())))
  const rows = await counted.listPool()
  pool = engine.openPool(rows.map(({ id, profile }) => toEnginePerson(id, profile, (place) => regions.findPlace(place)?.at)))
})
afterAll(() => served?.close())

let asker = 0
/** Each question from another address: how often one may ask is a test of its own. */
async function ask(payload: object, remoteAddress = `10.0.${++asker >> 8}.${asker & 255}`) {
  return served.app.inject({ method: 'POST', url: address, payload, remoteAddress })
}
const countsOf = async (payload: object): Promise<NonNullable<PoolEffectView['counts']>> => {
  const response = await ask(payload)
  expect(response.statusCode, response.body).toBe(200)
  return response.json<PoolEffectView>().counts ?? expect.fail('it was counted')
}
const tens = (people: number): number | null => (people < 10 ? null : Math.floor((people + 5) / 10) * 10)
const both = ([low, high]: readonly [number, number]) => [tens(low), tens(high)]

test('the API says what the engine counted, in tens, for every vacancy and training', { timeout: 60_000 }, async () => {
  const { offerings } = await served.modules.residents.current()
  const vacancies = await served.modules.vacancies.allPublished()
  let shown = 0
  for (const { id, requirements } of vacancies.slice(0, 60)) {
    const { effect, trainings, steps } = engine.poolPicture({ vacancy: id }, pool)
    const counts = await countsOf({ vacancy: id })
    expect(counts.pool).toBe(people)
    expect([counts.now, counts.able, counts.all]).toEqual([effect.now, steps.able, effect.all].map(both))
    const alone = new Map(effect.alone.map(({ demand, gain }) => [demand, gain]))
    expect(counts.demands.map(({ demand }) => demand).sort()).toEqual([...alone.keys()])
    for (const { demand, costs } of counts.demands) expect(costs).toEqual(both(alone.get(demand) ?? [0, 0]))
    expect(counts.steps.map(({ left }) => left)).toEqual(steps.steps.map(({ left }) => both(left)))
    // The skills come first, in the order of the text.
    const skills = requirements.filter(({ weight }) => weight === 'essential').map(({ skill }) => `skill:${skill}`)
    expect(counts.demands.slice(0, skills.length).map(({ demand }) => demand)).toEqual(skills)
    for (const { demands, costs, more } of counts.pairs) {
      const [a, b] = demands.map(({ demand }) => alone.get(demand) ?? [0, 0])
      const gain = effect.pairs.find((pair) => demands.every(({ demand }) => pair.demands.includes(demand)))?.gain ?? [0, 0]
      expect(costs).toEqual(both(gain))
      expect(more).toEqual(both([gain[0] - (a?.[0] ?? 0) - (b?.[0] ?? 0), gain[1] - (a?.[1] ?? 0) - (b?.[1] ?? 0)]))
    }
    const brings = new Map(trainings.map(({ offering, brings: pair }) => [offering, both(pair)]))
    for (const { training, brings: told } of counts.trainings) expect(told).toEqual(brings.get(training.offering))
    const least = counts.trainings.at(-1)?.brings[0] ?? 0
    const named = counts.trainings.map(({ training }) => training.programme)
    expect(new Set(named).size).toBe(named.length)
    const isFull = named.length === 10
    for (const [id, [low]] of brings) {
      if (!named.includes(offerings.get(id)?.programme ?? '')) expect(low ?? 0).toBeLessThanOrEqual(isFull ? (least ?? 0) : 0)
    }
    shown += counts.demands.filter(({ costs }) => costs.some((people) => people !== null)).length + counts.trainings.length
  }
  for (const id of [...offerings.keys()].slice(0, 30)) {
    const { effect } = engine.poolPicture({ training: id }, pool)
    const counts = await countsOf({ training: id })
    expect([counts.now, counts.all]).toEqual([effect.now, effect.all].map(both))
    expect(counts.trainings).toEqual([])
  }
  expect(shown).toBeGreaterThan(50)
})

describe('a vacancy that is described', () => {
  test('as it is published has the same answer', async () => {
    const id = 'demo-vacancy-1'
    const { requirements, facts } = (await served.app.inject({ url: `/api/v1/vacancies/${id}` })).json()
    const { vacancy: _vacancy, ...published } = (await ask({ vacancy: id })).json()
    expect((await ask({ vacancy: { requirements, facts } })).json()).toEqual(published)
  })

  test('without a demand reaches what that demand was said to cost', async () => {
    const { vacancies } = served.modules
    for (const { id, requirements, facts } of (await vacancies.allPublished()).slice(0, 20)) {
      const exact = engine.poolPicture({ vacancy: id }, pool).effect
      for (const { skill } of requirements.filter(({ weight }) => weight === 'essential')) {
        const [low = 0, high = 0] = exact.alone.find(({ demand }) => demand === `skill:${skill}`)?.gain ?? []
        const fewer = requirements.filter((one) => one.skill !== skill)
        const { now } = await countsOf({ vacancy: { requirements: fewer, facts } })
        expect(now).toEqual(both([exact.now[0] + low, exact.now[1] + high]))
      }
    }
  })

  test('names places by municipality, and shows the words that it came with', async () => {
    const skill = 'schakel:skill/sql'
    const vacancy = { requirements: [{ skill, weight: 'essential', words: 'goed met SQL' }], municipality: 'Utrecht' }
    const { demands } = await countsOf({ vacancy, language: 'nl' })
    expect(demands[0]).toMatchObject({ demand: `skill:${skill}`, label: expect.any(String), words: 'goed met SQL' })
    expect(demands.map(({ demand }) => demand)).toContain('place')
  })

  test.each<[what: string, vacancy: object, said: string]>([
    ['a skill nobody knows', { requirements: [{ skill: 'x:none', weight: 'essential' }] }, 'vacancy.requirements[0].skill'],
    ['a place nobody knows', { requirements: [], municipality: 'Nergenshuizen' }, 'vacancy.municipality'],
    ['a field that is none', { requirements: [], facts: { sex: 'f' } }, 'sex'],
    ['hours the wrong way round', { requirements: [], facts: { hours: [40, 32] } }, 'hours'],
    ['too many languages', { requirements: [], facts: { languages: Array(9).fill({ code: 'nl', level: 3 }) } }, '9 languages'],
  ])('with %s is refused by name', async (_what, vacancy, said) => {
    const response = await ask({ vacancy })
    expect(response.statusCode).toBe(400)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.body).toContain(said)
  })
})

test.each([
  [404, { vacancy: 'none' }],
  [404, { training: 'none' }],
  [400, {}],
  [400, { vacancy: 'demo-vacancy-1', training: 'demo-offering-1' }],
])('%d for %j, as Problem JSON', async (status, payload) => {
  const response = await ask(payload)
  expect(response.statusCode).toBe(status)
  expect(response.json()).toMatchObject({ status })
})

test('asking is limited to so many questions a minute and address', async () => {
  const statuses: number[] = []
  for (let at = 0; at < 32; at++) statuses.push((await ask({ vacancy: 'demo-vacancy-1' }, '10.9.9.9')).statusCode)
  const last = await ask({ vacancy: 'demo-vacancy-1' }, '10.9.9.9')
  expect(statuses).toEqual([...Array(30).fill(200), 429, 429])
  expect(last.headers['retry-after']).toBeDefined()
  expect(last.headers['content-type']).toContain('application/problem+json')
  expect((await ask({ vacancy: 'demo-vacancy-1' }, '10.9.9.8')).statusCode).toBe(200)
})

test('who joins or leaves the pool is counted from then on; below 1,000 nothing is', async () => {
  const { people: counted, residents } = served.modules
  const rows = await counted.listPool()
  await counted.leavePool(rows.slice(999).map(({ id }) => id))
  const before = await residents.current()
  // The clock of these tests stands still: what is held is of before, until it is looked at again.
  expect((await ask({ vacancy: 'demo-vacancy-2' })).json()).toHaveProperty('counts')
  const small = await serveAgain()
  const answer = (await small({ vacancy: 'demo-vacancy-1', language: 'en' })).json<PoolEffectView>()
  expect(answer.counts).toBeUndefined()
  expect(answer.leastPool).toBe(1000)
  expect(answer.note).toContain('At least 1,000 people')
  expect(answer.basis.data).not.toBe(before.dataVersion)
  await counted.putInPool(rows.slice(999, 1001))
  const enough = await serveAgain()
  expect((await enough({ vacancy: 'demo-vacancy-1' })).json<PoolEffectView>().counts?.pool).toBe(1000)
})

/** The same record seen anew. */
async function serveAgain() {
  const clock = { now: () => testDay }
  const modules = await createModules({ db: served.db, clock, ids: createIds(clock), log: silentLog })
  const app = await createServer({ modules, clock, log: silentLog, version: 'test' })
  return (payload: object) => app.inject({ method: 'POST', url: address, payload })
}
