import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { actAs, createIds, type Database } from '../../platform/index.ts'
import { createModules, type Modules } from '../index.ts'
import { type Actor, visitor } from '../permissions/index.ts'
import { sentenceWith } from './quote-sentence.ts'
import type { CurriculumView, WaitingView } from './views.ts'

const organisation = 'demo-organisation-educator'
const member = (of: string, kind: 'educator' | 'employer', roles: readonly string[]): Actor =>
  ({
    ...{ kind: 'account', account: 'demo-account-lotte', session: 's', administrator: false },
    memberships: [{ organisation: of, kind, roles }],
  }) as Actor
const lotte = member(organisation, 'educator', ['owner'])
const at = (programme: string) => ({ organisation, programme })
const inDutch = { language: 'nl' } as const

describe.each(freshDatabases())('demand for a programme on $name', ({ open }) => {
  let db: Database
  let modules: Modules
  /** Of all published programmes of the educator, over the whole country. */
  const waiting = new Map<string, WaitingView>()
  const curricula = new Map<string, CurriculumView>()

  beforeAll(async () => {
    db = await open()
    const clock = { now: () => Date.UTC(2026, 10, 25, 12) }
    modules = await createModules({ db, clock, ids: createIds(clock), log: silentLog })
    await modules.skills.loadStarter('data/vocabulary')
    await modules.rules.load()
    await modules.initiatives.load()
    await modules.demo.reset({ size: { vacancies: 500, programmes: 60, offerings: 200, people: 1500 } })
    for (const { id, state } of await modules.programmeDesk.list(lotte, organisation)) {
      if (state !== 'published') continue
      waiting.set(id, await modules.programmeDemand.waiting(lotte, at(id), { ...inDutch, region: 'all' }))
      curricula.set(id, await modules.programmeDemand.curriculum(lotte, at(id), { ...inDutch, region: 'all' }))
    }
  }, 300_000)
  afterAll(async () => {
    await modules?.engines.close()
    await db?.close()
  })

  test('every programme of the demo educator that can be planned with is counted, and some are needed', () => {
    const views = [...waiting.values()]
    expect(views.length).toBeGreaterThan(2)
    for (const view of views) expect(view.notCounted ?? 'counted').toBe(view.offering ? 'counted' : 'noOffering')
    expect(views.some(({ counts }) => (counts?.needs[0] ?? 0) > 50)).toBe(true)
    expect(views.some(({ counts }) => (counts?.otherEnd.employers.length ?? 0) > 1)).toBe(true)
    for (const { counts, basis } of views) {
      expect(basis.demo).toBe(true)
      const demands = counts?.demands.map(({ demand }) => demand) ?? []
      expect(demands).toEqual(expect.arrayContaining(counts ? ['studyHours', 'studyCost', 'studyWeeks', 'studyStart'] : []))
    }
  })

  test('tells of nobody: no id of the pool, and people in tens only', async () => {
    const ids = await db.query<{ id: string }>('select id from pool_person')
    expect(ids.length).toBe(1500)
    const text = JSON.stringify([...waiting.values()])
    expect(ids.filter(({ id }) => text.includes(`"${id}"`))).toEqual([])
    for (const { counts, kept } of waiting.values()) {
      if (!counts) continue
      const people = [
        ...[counts.needs, counts.canBegin, counts.all].flat(),
        ...counts.demands.flatMap(({ against, costs }) => [...against, ...costs]),
        ...counts.pairs.flatMap(({ more }) => more),
        ...counts.lower.flatMap(({ costs }) => costs),
        ...counts.otherEnd.first.flatMap((one) => one.people),
        kept,
      ]
      expect(people.filter((one) => one !== null && (one % 10 !== 0 || one < 10))).toEqual([])
    }
  })

  test('the offering and the region can be chosen; what is not there is left aside', async () => {
    const [id, first] = [...waiting].find(([, view]) => view.offerings.length > 1 && !view.isDual) as [string, WaitingView]
    const other = first.offerings.at(-1)?.id
    const ask = (asked: { readonly offering?: string | undefined; readonly region?: string }) =>
      modules.programmeDemand.waiting(lotte, at(id), { language: 'en', ...asked })
    expect(await ask({ offering: other, region: 'all' })).toMatchObject({ offering: { id: other } })
    // People who need it need what it teaches: which offering that is changes nothing.
    expect((await ask({ offering: other, region: 'all' })).counts?.needs).toEqual(first.counts?.needs)
    expect((await ask({ offering: 'missing', region: 'all' })).offering).toEqual(first.offering)
    expect(await ask({ region: 'AM18' })).toMatchObject({ region: { code: 'AM18' } })
    const home = (await ask({ region: 'nowhere' })).region
    expect(home).toEqual((await ask({})).region)
  })

  test('a draft is not counted, and has nothing to compare before somebody confirms a skill', async () => {
    const draft = at('demo-programme-draft')
    const view = await modules.programmeDemand.waiting(lotte, draft, inDutch)
    expect(view).toMatchObject({ notCounted: 'notPublished', offerings: [] })
    expect(view.counts).toBeUndefined()
    const curriculum = await modules.programmeDemand.curriculum(lotte, draft, inDutch)
    expect(curriculum).toMatchObject({ nothing: 'noOutcomes', vacancies: 0, asked: [], occupations: [] })
  })

  test('only members of the educator, and its keys that may read', async () => {
    const [id = ''] = waiting.keys()
    const ask = (actor: Actor) => modules.programmeDemand.waiting(actor, at(id), inDutch)
    const askOther = (actor: Actor) => modules.programmeDemand.curriculum(actor, at(id), inDutch)
    for (const one of [ask, askOther]) {
      await expect(one(visitor)).rejects.toMatchObject({ name: 'SignInNeeded' })
      const stranger = member('demo-organisation-employer-1', 'employer', ['owner'])
      await expect(one(stranger)).rejects.toMatchObject({ name: expect.stringMatching(/Forbidden|NotFound/) })
      const key = (scopes: readonly string[]) =>
        ({ kind: 'key', key: 'k', organisation, organisationKind: 'educator', scopes }) as unknown as Actor
      await expect(one(key(['vacancies:read']))).rejects.toMatchObject({ name: 'Forbidden' })
      expect(await one(key(['programmes:read']))).toMatchObject({ programme: { id } })
    }
  })

  test('what vacancies ask stands beside what is taught, with their words', () => {
    const views = [...curricula.values()].filter(({ nothing }) => nothing === undefined)
    expect(views.length).toBeGreaterThan(2)
    let quoted = 0
    for (const { asked, outcomes, vacancies, occupations } of views) {
      expect(occupations.some(({ isChosen }) => isChosen)).toBe(true)
      expect(vacancies).toBe(occupations.reduce((sum, { isChosen, openings }) => sum + (isChosen ? openings : 0), 0))
      for (const one of asked) {
        const { essential, plus, taught, tooLow, near, missing, quotes } = one
        expect(taught + tooLow + near + missing).toBe(essential + plus)
        if (taught === essential + plus) expect(quotes).toEqual([])
        for (const { sentence, words, vacancy, title } of quotes) {
          quoted++
          expect(vacancy && title && words).toBeTruthy()
          expect(sentence?.toLowerCase()).toContain(words.toLowerCase())
        }
      }
      for (const { asked: exactly, askedHigher, near } of outcomes)
        expect(exactly + askedHigher + near).toBeLessThanOrEqual(vacancies)
    }
    expect(quoted).toBeGreaterThan(10)
  })

  test('quotes are the words of vacancies that are published, in the region, of the occupation', async () => {
    const [view] = [...curricula.values()].filter(({ asked }) => asked.some(({ quotes }) => quotes.length > 0))
    const quotes = view?.asked.flatMap((one) => one.quotes.map((quote) => ({ quote, named: one.skill }))) ?? []
    const records = await modules.vacancies.ofIds(quotes.map(({ quote }) => quote.vacancy))
    const { catalogue } = await modules.residents.current()
    for (const { quote, named } of quotes) {
      const record = records.find(({ id }) => id === quote.vacancy)
      expect(record?.state).toBe('published')
      const same = record?.requirements.filter(({ skill }) => catalogue.standsFor(skill) === catalogue.standsFor(named))
      expect(same?.map(({ words }) => words)).toContain(quote.words)
      expect(same?.some(({ weight }) => (weight === 'essential') === quote.essential)).toBe(true)
    }
  })

  test('other occupations can be chosen, by id or name in an address', async () => {
    const [id, view] = [...curricula].find(([, one]) => one.occupations.some(({ isChosen }) => !isChosen)) as [
      string,
      CurriculumView,
    ]
    const other = view.occupations.find(({ isChosen }) => !isChosen)
    const ask = (occupations: readonly string[]) =>
      modules.programmeDemand.curriculum(lotte, at(id), { ...inDutch, region: 'all', occupations })
    for (const name of [other?.id ?? '', other?.slug ?? '']) {
      const found = await ask([name])
      expect(found.occupations.filter(({ isChosen }) => isChosen).map((one) => one.id)).toEqual([other?.id])
      expect(found.vacancies).toBe(other?.openings)
    }
    expect((await ask(['nothing'])).occupations).toEqual(view.occupations)
  })

  test('who keeps a plan with it: only who agreed to be counted, in tens, hidden below ten', async () => {
    const [id = ''] = [...waiting].flatMap(([one, view]) => (view.offering ? [one] : []))
    const offering = waiting.get(id)?.offering?.id ?? ''
    const keep = async (
      from: number,
      until: number,
      more: { readonly agreed: boolean; readonly gone?: boolean },
    ): Promise<void> => {
      await actAs(db, { task: 'test' }, async (inside) => {
        for (let number = from; number < until; number++) {
          const account = `keeper-${number}`
          await inside.query(
            `insert into account (id, email, email_folded, created_at, seen_on)
             values ($1, $1 || '@example.nl', $1 || '@example.nl', now(), current_date)`,
            [account],
          )
          const facts = JSON.stringify({ title: 'x', trainings: [{ offering: 'another' }, { offering }] })
          await inside.query(
            `insert into kept_plan (id, account, plan, facts, profile_hash, kept_at, checked_at, news)
             values ($1, $1, 'plan', $2::jsonb, 'h', now(), now(), $3::jsonb)`,
            [account, facts, more.gone ? JSON.stringify({ kind: 'gone', reasons: [] }) : null],
          )
          if (!more.agreed) continue
          await inside.query(
            `insert into consent (id, account, purpose, text_version, language, given_at)
             values ($1, $1, 'statistics', '1', 'nl', now())`,
            [account],
          )
        }
      })
    }
    const kept = async () => (await modules.programmeDemand.waiting(lotte, at(id), { ...inDutch, region: 'all' })).kept
    expect(await kept()).toBeNull()
    await keep(0, 9, { agreed: true })
    await keep(9, 30, { agreed: false })
    await keep(30, 45, { agreed: true, gone: true })
    expect(await kept()).toBeNull()
    await keep(45, 46, { agreed: true })
    expect(await kept()).toBe(10)
    await keep(46, 52, { agreed: true })
    expect(await kept()).toBe(20)
    // Who takes the yes back counts no more.
    await actAs(db, { task: 'test' }, (inside) =>
      inside.query(`update consent set withdrawn_at = now() where account like 'keeper-%' and account <> 'keeper-0'`),
    )
    expect(await kept()).toBeNull()
    expect(await modules.keptPlans.countWith([])).toBeNull()
    expect(await modules.keptPlans.countWith(['with "quotes" \\ and $'])).toBeNull()
  })
})

describe('the sentence around words', () => {
  const text = 'Wij zoeken iemand. Je werkt met Linux en SQL. Je krijgt een laptop.'
  test.each([
    ['linux', 'Je werkt met Linux en SQL.'],
    ['SQL', 'Je werkt met Linux en SQL.'],
    ['Java', undefined],
    ['', undefined],
  ])('%s', (words, sentence) => {
    expect(sentenceWith(text, words)).toBe(sentence)
  })

  test('a long one is cut around the words', () => {
    const long = `${'woord '.repeat(60)}Linux ${'woord '.repeat(60)}.`
    const cut = sentenceWith(long, 'Linux') ?? ''
    expect(cut.length).toBeLessThan(240)
    expect(cut).toMatch(/^… .*Linux.* …$/)
  })
})
