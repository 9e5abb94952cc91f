import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ServedApi, serveApi, testDay } from '../../../test/api/serve-api.ts'
import { createEngine, type IndexedEngine } from '../../engine/planning/index.ts'
import type { PeopleIndex } from '../../engine/pool/index.ts'
import { createIds } from '../../platform/index.ts'
import { worldOf } from '../matching/index.ts'
import { toEnginePerson } from '../people/index.ts'
import type { TextReader } from '../reading/index.ts'
import { toEngineVacancy } from '../vacancies/index.ts'
import type { Check } from './check.ts'
import { createVacancyChecks, summarise, type VacancyChecks, type VacancyCheckView } from './index.ts'
import { mostCharacters } from './vacancy-text.ts'

const people = 1500
const text = `Systeembeheerder

Je hebt een afgeronde hbo-opleiding en minimaal 5 jaar ervaring met Linux.
Je beheerst Windows.

Wat bieden wij?
- 40 uur per week
- Een rockstar als collega`

const said = { nl: 'Zo', en: 'So' }
/** One check of a demand, one of a word: enough to see what is made of what checks say. */
const checks: readonly Check[] = [
  {
    id: 'level',
    title: said,
    sources: [{ name: 'ours', sureness: 'own' }],
    run: ({ text }) => found(text, 'afgeronde hbo-opleiding', 'shutsOut', ['workLevel'], 'opleiding'),
  },
  {
    id: 'years',
    title: said,
    sources: [],
    run: ({ text }) => found(text, 'minimaal 5 jaar ervaring', 'shutsOut', ['experienceYears'], 'ervaring'),
  },
  { id: 'hours', title: said, sources: [], run: ({ text }) => found(text, '40 uur', 'shutsOut', ['hours'], '24 tot 36 uur') },
  { id: 'word', title: said, sources: [], run: ({ text }) => found(text, 'rockstar', 'tip', [], 'specialist') },
]

function found(text: string, words: string, severity: 'shutsOut' | 'tip', demands: readonly string[], replacement: string) {
  const start = text.indexOf(words)
  if (start === -1) return {}
  const span = { start, end: start + words.length }
  return {
    marks: [{ check: words, severity, words, title: said, why: said, demands, rewrites: [{ ...span, replacement }], ...span }],
  }
}

let served: ServedApi
let ours: VacancyChecks
let engine: IndexedEngine
let pool: PeopleIndex

beforeAll(async () => {
  served = await serveApi({ limits: { api: 10_000, computing: 10_000 } })
  const { demo, people: counted, regions, residents, engineSource } = served.modules
  await demo.reset({ size: { vacancies: 300, programmes: 40, offerings: 120, people } })
  const clock = { now: () => testDay }
  ours = createVacancyChecks({ ...served.modules, db: served.db, clock, ids: createIds(clock), checks })
  engine = createEngine(await worldOf(engineSource.rows(await residents.current())))
  const rows = await counted.listPool()
  pool = engine.openPool(rows.map(({ id, profile }) => toEnginePerson(id, profile, (place) => regions.findPlace(place)?.at)))
})
afterAll(() => served?.close())

const check = (given: string, more: object = {}): Promise<VacancyCheckView> =>
  ours.check({ text: given, place: 'Utrecht', language: 'nl', ...more })

/** The engine's own count, exact. */
function exact({ vacancy: { requirements, facts } }: VacancyCheckView): readonly [number, number] {
  const plain = requirements.map(({ skill, weight }) => ({ skill, weight }))
  return engine.poolPicture({ described: toEngineVacancy({ id: 'x', requirements: plain, facts }) }, pool).effect.now
}
const tens = (people: number): number | null => (people < 10 ? null : Math.floor((people + 5) / 10) * 10)
const both = ([low, high]: readonly [number, number]) => [tens(low), tens(high)]

test('a text is read as the vacancy that it is, with each demand in its place', async () => {
  const view = await check(text)
  expect(view.vacancy).toMatchObject({
    title: 'Systeembeheerder',
    placeName: 'Utrecht',
    facts: { hours: [40, 40], workLevel: { level: 6 }, experienceYears: 5 },
  })
  for (const { start, end, words } of view.items.flatMap(({ place }) => place ?? []))
    expect(view.text.slice(start, end)).toBe(words)
  expect(view.items.map(({ mark, place, demands: [demand] }) => [mark, place?.words, demand?.demand])).toEqual([
    ['1', 'afgeronde hbo-opleiding', 'workLevel'],
    ['2', 'minimaal 5 jaar ervaring', 'experienceYears'],
    ['3', 'Linux', 'skill:schakel:skill/linux'],
    ['4', 'Windows', 'skill:schakel:skill/windows'],
    ['5', '40 uur', 'hours'],
    ['a', 'rockstar', undefined],
    ['6', undefined, 'place'],
  ])
  expect(view.score).toEqual({ law: 0, shutsOut: 3, skills: 2, terms: 4 })
})

test('counts are those of the engine, and step down in the order of the text', async () => {
  const view = await check(text)
  const { counts } = view
  if (!counts) return expect.fail('it was counted')
  expect(counts.now).toEqual(both(exact(view)))
  expect(counts.base.skills).toEqual(['schakel:skill/linux', 'schakel:skill/windows'])
  expect(counts.steps.map(({ mark }) => mark)).toEqual(['1', '2', '5', '6'])
  const rows = [counts.base.people, ...counts.steps.map(({ left }) => left), counts.now]
  for (const [at, [low, high]] of rows.entries()) {
    expect(low ?? 0).toBeLessThanOrEqual(rows[at - 1]?.[0] ?? people)
    expect(high ?? 0).toBeLessThanOrEqual(rows[at - 1]?.[1] ?? people)
  }
})

test('what a suggestion promises is what is reached when it is accepted, and so for all of them', async () => {
  let now = await check(text)
  const all = now.counts?.accepted
  expect(all?.changes).toBe(4)
  for (const name of ['afgeronde hbo-opleiding', 'minimaal 5 jaar ervaring', '40 uur']) {
    const item = now.items.find(({ said }) => said?.check === name)
    const promise = item?.rewrites[0]?.promise
    expect(promise).toBeDefined()
    const next = await check(await ours.accept({ text: now.text, place: 'Utrecht', language: 'nl' }, [{ key: item?.key ?? '' }]))
    expect(next.counts?.now).toEqual(promise)
    expect(both(exact(next))).toEqual(promise)
    expect(exact(next)[1]).toBeGreaterThan(exact(now)[1])
    now = next
  }
  // A word changes no demand, so nothing is promised of it.
  const word = now.items.find(({ said }) => said?.check === 'rockstar')
  expect(word?.rewrites[0]).not.toHaveProperty('promise')
  const end = await check(await ours.accept({ text, place: 'Utrecht', language: 'nl' }))
  expect(end.counts?.now).toEqual(all?.people)
  expect(end.text).toContain('Een specialist als collega')
  expect(end.items.filter(({ said }) => said)).toEqual([])
})

test('what is allowed with a reason stays, also when the text around it changes', async () => {
  const [first] = (await check(text)).items
  const allowed = { [first?.key ?? '']: 'De wet eist dit diploma.' }
  const again = await check(text.replace('Systeembeheerder', 'Systeembeheerder in Utrecht'), { allowed })
  expect(again.items.find(({ key }) => key === first?.key)?.allowed).toBe('De wet eist dit diploma.')
  expect(again.counts?.accepted?.changes).toBe(3)
  expect(await ours.accept({ text, allowed, language: 'nl' })).toContain('afgeronde hbo-opleiding')
})

describe('texts that are read by what they mean', () => {
  const meant = 'Je houdt servers gezond.'
  const given = `Beheerder\n\n${meant}`
  const reading = (read: TextReader['read']): VacancyChecks => {
    const clock = { now: () => testDay }
    return createVacancyChecks({ ...served.modules, db: served.db, clock, ids: createIds(clock), checks, texts: { read } })
  }
  const ask = { text: given, place: 'Utrecht', language: 'nl' } as const

  test('have the skills that were read, in the words that say so, and nothing of them is kept', async () => {
    const asks: unknown[] = []
    const linux = 'schakel:skill/linux'
    const view = await reading(async (_catalogue, asked, options) => {
      asks.push(options)
      return asked.map(({ text: whole }) => {
        const [start, words] = [whole.indexOf('servers gezond'), 'servers gezond']
        const end = start + words.length
        const mention = { concept: linux, concepts: [linux], label: 'Linux', words, kind: 'essential' } as const
        return start === -1 ? [] : [{ ...mention, start, end, clause: { start, end } }]
      })
    }).check(ask)
    expect(view.vacancy.requirements).toMatchObject([{ skill: linux, weight: 'essential', words: 'servers gezond' }])
    expect(view.items[0]).toMatchObject({ place: { words: 'servers gezond' }, demands: [{ demand: `skill:${linux}` }] })
    expect(asks).toContainEqual({ keep: false })
  })

  test('are read by labels when that fails', async () => {
    const view = await reading(() => Promise.reject(new Error('The thread that reads texts ended.'))).check({ ...ask, text })
    expect(view.vacancy.requirements.map(({ skill }) => skill)).toEqual(['schakel:skill/linux', 'schakel:skill/windows'])
  })
})

test('two jobs in one are told apart, each with who it would reach at mbo level', async () => {
  const parts = [
    { nl: 'front-end: wat mensen zien', en: 'front-end: what people see' },
    { nl: 'iets heel anders', en: 'something else entirely' },
  ]
  const bundle: Check = {
    id: 'bundle',
    title: said,
    sources: [],
    run: ({ text: given }) => {
      const { marks = [] } = found(given, 'Linux', 'shutsOut', [], 'Windows')
      return { marks: marks.map((mark) => ({ ...mark, parts })) }
    },
  }
  const clock = { now: () => testDay }
  const split = createVacancyChecks({ ...served.modules, db: served.db, clock, ids: createIds(clock), checks: [bundle] })
  const view = await split.check({ text, place: 'Utrecht', language: 'en' })
  const [front, other] = view.items.find((item) => item.split)?.split ?? []
  expect(front).toMatchObject({ name: 'front-end: what people see', occupation: expect.stringMatching(/front-end/i) })
  expect(front?.people).toHaveLength(2)
  expect(other).toEqual({ name: 'something else entirely' })
  expect(
    (await split.check({ text, language: 'en', counts: false })).items.flatMap((item) => item.split ?? []),
  ).not.toHaveProperty('[0].people')
})

test('whoever asks too often is read and not counted; the same again is no new question', async () => {
  const ask = (hours: number) => check(text.replace('40 uur', `${hours} uur`), { asker: '10.0.0.1' })
  for (let hours = 10; hours < 40; hours++) expect((await ask(hours)).asksTooOften).toBeUndefined()
  const view = await ask(40)
  expect(view.asksTooOften).toBe(true)
  expect(view).not.toHaveProperty('counts')
  expect(view.items.length).toBeGreaterThan(5)
  expect(await ask(39)).toHaveProperty('counts')
  expect(await check(text, { asker: '10.0.0.2' })).toHaveProperty('counts')
})

test('several texts are summed up: what is asked too much, and what that costs', async () => {
  const clean = await check('Systeembeheerder\n\nJe beheert Linux. Je werkt 24 tot 36 uur per week.')
  const summary = summarise([
    { name: 'a', check: await check(text) },
    { name: 'b', check: clean },
    { name: 'c', problem: 'It cannot be read.' },
  ])
  expect(summary).toMatchObject({ vacancies: 3, unreadable: 1, againstTheLaw: 0, clean: 1 })
  expect(summary.checks.map(({ check: id, vacancies }) => [id, vacancies])).toEqual([
    ['40 uur', 1],
    ['afgeronde hbo-opleiding', 1],
    ['minimaal 5 jaar ervaring', 1],
    ['rockstar', 1],
  ])
  expect(summary.checks.find(({ check: id }) => id === 'rockstar')).not.toHaveProperty('brings')
  expect(summary.checks[1]?.brings).toBeGreaterThanOrEqual(0)
  expect(summary.reached?.accepted).toBeGreaterThanOrEqual(summary.reached?.now ?? 0)
})

test('without counts nobody is counted', async () => {
  const view = await check(text, { counts: false })
  expect(view).not.toHaveProperty('counts')
  expect(view.items).toHaveLength(7)
})

test('the export is read by an import as the same vacancy', async () => {
  const asked = { text, place: 'Utrecht', employer: 'Keiland ICT', language: 'nl' } as const
  const { jobPosting, plainText } = await ours.exports(asked)
  expect(plainText).toBe(`${text}\n`)
  const report = await served.modules.vacancies.importFrom(
    { name: 'check.json', text: JSON.stringify(jobPosting) },
    { source: 'check' },
  )
  expect(report.counts.published).toBe(1)
  const record = (await served.modules.vacancies.allPublished()).find(({ employer }) => employer === 'Keiland ICT')
  const view = await check(text)
  expect(record?.facts).toEqual(view.vacancy.facts)
  expect(record?.requirements.map(({ skill, weight }) => [skill, weight])).toEqual(
    view.vacancy.requirements.map(({ skill, weight }) => [skill, weight]),
  )
  expect(record?.description).toContain('- Een rockstar als collega')
})

test.each(['nl', 'en'] as const)('a whole vacancy is written in %s, and read back it asks the same skills', async (language) => {
  const given =
    language === 'nl'
      ? text
      : 'System administrator\n\nYou have a bachelor degree and you have experience with Linux and Windows. We work 32 to 40 hours per week.'
  const before = await check(given)
  const after = await check(await ours.generate({ text: given, place: 'Utrecht', employer: 'Keiland ICT', language: 'nl' }))
  expect(after.textLanguage).toBe(language)
  const skills = ({ vacancy }: VacancyCheckView): string[] =>
    vacancy.requirements.filter(({ weight }) => weight === 'essential').map(({ skill }) => skill)
  expect(skills(after).sort()).toEqual(skills(before).sort())
  expect(after.vacancy.facts).toMatchObject({ hours: before.vacancy.facts.hours })
  expect(after.vacancy.facts).not.toHaveProperty('workLevel')
  expect(after.vacancy.facts).not.toHaveProperty('experienceYears')
})

describe('drafts', () => {
  test('are behind a token, and go when nobody uses them', async () => {
    const clock = { time: testDay, now: () => clock.time }
    const all = createVacancyChecks({ ...served.modules, db: served.db, clock, ids: createIds(clock), checks })
    const { drafts } = all
    const token = await drafts.create({ text, place: 'Utrecht' })
    await drafts.save(token, { text, allowed: { a: 'b' } })
    expect(await drafts.find(token)).toEqual({ text, allowed: { a: 'b' } })
    expect(await drafts.find('other')).toBeUndefined()
    expect(JSON.stringify(await served.db.query('select token_hash from draft_vacancy'))).not.toContain(token)
    clock.time += 31 * 86_400_000
    expect(await drafts.find(token)).toBeUndefined()
    expect(await all.removeExpiredDrafts()).toBe(1)
  })

  test('hold nothing else, and not too much', async () => {
    await expect(ours.drafts.create({ text, name: 'x' } as never)).rejects.toThrow('cannot be kept')
    await expect(ours.drafts.create({ text: 'x'.repeat(mostCharacters + 1) })).rejects.toThrow('cannot be kept')
  })
})

test('scores of an organisation are kept by day, without the text', async () => {
  const view = await check(text)
  await ours.scores.keep(' Keiland ICT ', view)
  await ours.scores.keep('Keiland ICT', view)
  const [score, ...others] = await ours.scores.of('Keiland ICT')
  expect(others).toEqual([])
  expect(score).toMatchObject({ on: '2026-11-25', parts: view.score, reached: view.counts?.now })
  expect(score?.checks).toEqual({ '40 uur': 1, 'afgeronde hbo-opleiding': 1, 'minimaal 5 jaar ervaring': 1 })
  expect(JSON.stringify(await served.db.query('select * from vacancy_score'))).not.toContain('rockstar')
  await expect(ours.scores.keep(' ', view)).rejects.toThrow('organisation')
})

describe('the API', () => {
  const ask = (payload: object, remoteAddress = '10.1.0.1') =>
    served.app.inject({ method: 'POST', url: '/api/v1/vacancy-checks', payload, remoteAddress })

  test('says the same', async () => {
    const response = await ask({ text, place: 'Utrecht', language: 'nl' })
    expect(response.statusCode, response.body).toBe(200)
    const expected = await served.modules.vacancyChecks.check({ text, place: 'Utrecht', language: 'nl' })
    expect(response.json()).toEqual(JSON.parse(JSON.stringify(expected)))
  })

  test.each<[what: string, payload: object, said: string]>([
    ['nothing', { text: ' \n ' }, 'no text'],
    ['no text', {}, 'text'],
    ['a text that is too long', { text: 'x'.repeat(mostCharacters + 1) }, String(mostCharacters)],
    ['a field that is none', { text, sex: 'f' }, 'sex'],
    ['half of a character', { text: '\ud800' }, 'surrogate'],
  ])('%s is refused by name', async (_what, payload, said) => {
    const response = await ask(payload)
    expect(response.statusCode).toBe(400)
    expect(response.headers['content-type']).toContain('application/problem+json')
    expect(response.body).toContain(said)
  })

  test('asking is limited to so many checks a minute and address', async () => {
    const statuses: number[] = []
    for (let at = 0; at < 32; at++) statuses.push((await ask({ text: 'Beheerder', counts: false }, '10.9.9.9')).statusCode)
    expect(statuses).toEqual([...Array(30).fill(200), 429, 429])
  })
})

describe('hostile texts', () => {
  test.each([
    ['one word of a megabyte', 'x'.repeat(1_000_000)],
    ['brackets', '('.repeat(100_000)],
    ['one word', 'x'.repeat(mostCharacters)],
    ['brackets that are not too many', '(['.repeat(mostCharacters / 2)],
    ['spaces', ` ${'x '.repeat(mostCharacters / 2 - 1)}`],
    ['lines', '\n-'.repeat(mostCharacters / 2)],
    ['letters of no width', '\u200b\u200d\ufeff'.repeat(mostCharacters / 3)],
    ['the other direction', `\u202eSysteembeheerder\u202c met \u2066Linux\u2069`],
    ['HTML', `<script>alert(1)</script><b>Je hebt</b> ervaring met Linux &amp; &lt;Windows&gt;`],
    ['broken letters', new TextDecoder().decode(new Uint8Array([0x4c, 0xc3, 0x28, 0xff, 0xfe, 0x41]))],
    ['half of a character', 'Linux \ud800 beheer'],
  ])('%s: an answer with exact places, or a refusal', async (_what, given) => {
    const view = await served.modules.vacancyChecks.check({ text: given, language: 'nl' }).catch((error: Error) => error)
    if (view instanceof Error) return expect(view.name).toBe('Invalid')
    for (const { start, end, words } of view.items.flatMap(({ place }) => place ?? []))
      expect(view.text.slice(start, end)).toBe(words)
  })
})
