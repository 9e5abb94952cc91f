/** Questions answered in threads, through the real server: the same answers, and a server that is never held up. */
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Profile } from '../../src/modules/people/index.ts'
import { type ServedWorkers, serveWorkers } from './serve-workers.ts'

const emptyProfile: Profile = { occupations: [], answers: {} }
/** What the thread for tests does with a question of somebody who has this licence. */
type Behaviour = 'spin' | 'stuck' | 'crash' | 'fail'
const profileThat = (behaviour: Behaviour): Profile => ({ ...emptyProfile, licences: [behaviour] })

let people = 0
/** Each time somebody else: what is asked again is not computed again. */
const anotherOne = (): Profile => ({ ...emptyProfile, maxMinutes: 60, hours: [1, 8 + (people++ % 30)] })

let served: ServedWorkers

function askMatches(profile: Profile, signal?: AbortSignal): Promise<Response> {
  return fetch(`${served.origin}/api/v1/matches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ profile, limit: 1 }),
    ...(signal ? { signal } : {}),
  })
}

/** Resolves when the engines were asked so many times since this was made. */
function countQuestions(): (count: number) => Promise<void> {
  const asked = vi.spyOn(served.modules.engines, 'ask')
  return (count) => vi.waitFor(() => expect(asked).toHaveBeenCalledTimes(count), { timeout: 30_000, interval: 5 })
}

afterEach(() => {
  vi.restoreAllMocks()
})

describe('with two threads', () => {
  beforeAll(async () => {
    served = await serveWorkers({ workers: 2, waiting: 10, milliseconds: 60_000 })
  })
  afterAll(() => served.close())

  test('every kind of question gets the very answer that it gets without threads', async () => {
    const profiles = (await served.direct.demo.profiles()).map(({ profile }) => profile)
    const { catalogue } = await served.direct.residents.current()
    const vacancies = await served.direct.vacancies.allPublished()
    const occupations = catalogue.ictOccupations('en').map(({ id }) => id)
    const kinds = new Set<string>()
    for (const [at, profile] of [emptyProfile, ...profiles].entries()) {
      const asked = { profile, language: at % 2 === 0 ? ('nl' as const) : ('en' as const) }
      const toGoal = { ...asked, goal: { occupations: [occupations[at] ?? ''] } }
      const vacancy = vacancies[at * 7]?.id ?? ''
      const [threads, direct] = [served.modules.planning, served.direct.planning]
      const plans = await direct.plans(asked)
      expect(await threads.plans(asked)).toEqual(plans)
      expect(await threads.plans(toGoal)).toEqual(await direct.plans(toGoal))
      for (const { best } of plans.groups.slice(0, 2)) {
        expect(await threads.findPlan(asked, best.id)).toEqual(best)
        kinds.add(best.kind)
      }
      expect(await threads.doors(asked)).toEqual(await direct.doors(asked))
      expect(await threads.matches({ ...asked, limit: 50 })).toEqual(await direct.matches({ ...asked, limit: 50 }))
      expect(await threads.whyNot(asked, vacancy)).toEqual(await direct.whyNot(asked, vacancy))
    }
    expect(kinds.size).toBeGreaterThan(1)
    for (const { id, requirements, facts } of vacancies.slice(0, 5)) {
      for (const about of [{ vacancy: id }, { described: { requirements: [...requirements], facts } as never }]) {
        const counted = await served.direct.poolEffects.effect({ ...about, language: 'nl' })
        expect(counted.counts?.pool).toBe(1000)
        expect(await served.modules.poolEffects.effect({ ...about, language: 'nl' })).toEqual(counted)
      }
    }
    const asked = { profile: emptyProfile, language: 'nl' as const }
    expect(await served.modules.planning.findPlan(asked, 't~gone~T1')).toBeUndefined()
    await expect(served.modules.planning.whyNot(asked, 'gone')).rejects.toThrow('There is no published vacancy')
  })

  test('who asks while newer data is built gets an answer at once, and the newer one when it stands', async () => {
    const asked = { profile: emptyProfile, language: 'nl' as const }
    const before = await served.modules.planning.matches(asked)
    await served.direct.demo.clear()
    const views = [(await served.modules.planning.matches(asked)).basis]
    await vi.waitFor(
      async () => {
        views.push((await served.modules.planning.matches(asked)).basis)
        expect(views.at(-1)?.vacancies).toBe(0)
      },
      { timeout: 30_000 },
    )
    for (const basis of views) expect([before.basis.vacancies, 0]).toContain(basis.vacancies)
    // What an answer says it rests on belongs together.
    for (const basis of views) expect(basis.data === before.basis.data).toBe(basis.vacancies === before.basis.vacancies)
  })
})

describe('with one thread, and one place in the line', () => {
  beforeAll(async () => {
    served = await serveWorkers({ workers: 1, waiting: 1, milliseconds: 60_000 })
    await served.modules.planning.matches({ profile: emptyProfile, language: 'nl' })
  })
  afterAll(() => served.close())

  test('the server answers others while a question runs that does not end; when its asker leaves the thread is free', async () => {
    const questions = countQuestions()
    const events: string[] = []
    const leaving = new AbortController()
    const endless = askMatches(profileThat('spin'), leaving.signal).catch(() => events.push('endless left'))
    await questions(1)
    const waits = askMatches(anotherOne()).then(({ status }) => events.push(`the next: ${status}`))
    await questions(2)
    for (let at = 0; at < 5; at++) events.push(`health: ${(await fetch(`${served.origin}/api/v1/health`)).status}`)
    leaving.abort()
    await Promise.all([endless, waits])
    expect(events).toEqual([...Array(5).fill('health: 200'), 'endless left', 'the next: 200'])
    expect(served.logged).toEqual([])
  })

  test('people are counted in a thread too: while that is busy the question waits, and the server does not', async () => {
    const questions = countQuestions()
    const events: string[] = []
    const leaving = new AbortController()
    const endless = askMatches(profileThat('spin'), leaving.signal).catch(() => events.push('endless left'))
    await questions(1)
    const body = JSON.stringify({ vacancy: 'demo-vacancy-1' })
    const headers = { 'content-type': 'application/json' }
    const counts = fetch(`${served.origin}/api/v1/pool-effects`, { method: 'POST', headers, body }).then(async (response) =>
      events.push(`counted: ${((await response.json()) as { counts: { pool: number } }).counts.pool}`),
    )
    await questions(2)
    // The page shows all else that it has, and says of the counts that they are not there.
    const page = await fetch(`${served.origin}/nl/vacatures/demo-vacancy-1`)
    events.push(`page: ${page.status}, ${(await page.text()).includes('Wij kunnen dit nu even niet tellen')}`)
    leaving.abort()
    await Promise.all([endless, counts])
    expect(events).toEqual(['page: 200, true', 'endless left', 'counted: 1000'])
    served.logged.length = 0
  })

  test('one more than may wait is told to come back: as a problem by the API, as a plain page in both languages', async () => {
    const questions = countQuestions()
    const leaving = new AbortController()
    const endless = askMatches(profileThat('spin'), leaving.signal).catch(() => undefined)
    await questions(1)
    const waits = askMatches(anotherOne())
    await questions(2)

    const refused = await askMatches(anotherOne())
    expect(refused.status).toBe(503)
    expect(refused.headers.get('retry-after')).toBe('60')
    expect(refused.headers.get('content-type')).toContain('application/problem+json')
    expect(await refused.json()).toMatchObject({ type: '/problems/busy', status: 503 })

    const token = await served.modules.people.createDraft({ ...emptyProfile, occupations: ['schakel:occupation/web-developer'] })
    const pages = [
      ['/nl/routes', 'Het is nu erg druk'],
      ['/en/routes', 'It is very busy now'],
      ['/nl/cursussen', 'Het is nu erg druk'],
    ] as const
    for (const [path, title] of pages) {
      const page = await fetch(served.origin + path, { headers: { cookie: `schakel_draft=${token}` } })
      expect([path, page.status, page.headers.get('retry-after')]).toEqual([path, 503, '60'])
      const html = await page.text()
      expect(html).toContain(`<h1>${title}</h1>`)
      expect(html).toContain(`href="${path}"`)
    }

    // What a page with a script asks when it changes in place.
    const inPlace = await fetch(`${served.origin}/nl/routes.data`, { headers: { cookie: `schakel_draft=${token}` } })
    expect([inPlace.status, inPlace.headers.get('retry-after')]).toEqual([503, '60'])

    leaving.abort()
    await endless
    expect((await waits).status).toBe(200)
    // Told once, not once a question.
    expect(served.logged.splice(0)).toEqual(['the line of questions is full'])
  })

  test('a visitor of the site who leaves frees the thread too', async () => {
    const questions = countQuestions()
    const token = await served.modules.people.createDraft(profileThat('spin'))
    const leaving = new AbortController()
    const page = fetch(`${served.origin}/nl/routes`, { headers: { cookie: `schakel_draft=${token}` }, signal: leaving.signal })
    await questions(1)
    leaving.abort()
    await expect(page).rejects.toThrow('aborted')
    expect((await askMatches(anotherOne())).status).toBe(200)
    expect(served.logged).toEqual([])
  })

  test('a question that fails, and a thread that crashes, cost only the one who asked', async () => {
    const questions = countQuestions()
    for (const [at, behaviour] of (['fail', 'crash'] as const).entries()) {
      const fails = askMatches(profileThat(behaviour))
      await questions(2 * at + 1)
      const next = askMatches(anotherOne())
      expect((await fails).status).toBe(500)
      expect((await next).status).toBe(200)
    }
    expect(served.logged.splice(0)).toEqual(['an endpoint failed', 'an endpoint failed'])
  })
})

describe('with little time', () => {
  beforeAll(async () => {
    served = await serveWorkers({ workers: 1, waiting: 5, milliseconds: 2_000 })
    await vi.waitFor(() => served.modules.planning.matches({ profile: emptyProfile, language: 'nl' }), { timeout: 30_000 })
  })
  afterAll(() => served.close())

  test('what takes too long is stopped and told, and the thread serves on', async () => {
    const refused = await askMatches(profileThat('spin'))
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2'])
    expect(await refused.json()).toMatchObject({ detail: 'The answer took too long and was stopped within 2 seconds.' })
    expect((await askMatches(anotherOne())).status).toBe(200)
    expect(served.logged).toEqual([])
  })

  test('a thread that does not come back is replaced', async () => {
    expect((await askMatches(profileThat('stuck'))).status).toBe(503)
    await vi.waitFor(async () => expect((await askMatches(anotherOne())).status).toBe(200), { timeout: 30_000 })
    expect(served.logged).toEqual(['an engine did not come back and is replaced'])
  })
})

test('when it is closed no thread is left', async () => {
  const threads = (): number =>
    process.getActiveResourcesInfo().filter((kind) => kind === 'MessagePort' || kind === 'Worker').length
  const before = threads()
  served = await serveWorkers({ workers: 2, waiting: 5, milliseconds: 10_000 })
  await served.modules.planning.matches({ profile: emptyProfile, language: 'nl' })
  expect(threads()).toBeGreaterThan(before)
  // One more engine is being built now.
  await served.close()
  expect(threads()).toBe(before)
})
