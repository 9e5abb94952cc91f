import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { readInitiatives } from '../initiatives/read-initiatives.ts'
import { funnelCodes } from './definitions.ts'
import { countYears } from './outcome-store.ts'
import { publishedOf } from './published.ts'
import { readOutcomeData } from './read-definitions.ts'
import { actor, coach, type OutcomesWorld, outcomesWorld } from './world-for-tests.ts'

const visitor = { kind: 'visitor' } as const

/** Counts of the one year of the world. */
async function counts({ task, today }: OutcomesWorld): Promise<Readonly<Record<string, number>>> {
  const [found] = await task((inside) => countYears(inside, ['programme'], today))
  return (found?.counts ?? {}) as Readonly<Record<string, number>>
}

describe.each(freshDatabases())('outcomes on $name', { timeout: 180_000 }, ({ open }) => {
  async function world(more?: Parameters<typeof outcomesWorld>[1]): Promise<OutcomesWorld> {
    const db = await open()
    onTestFinished(() => db.close())
    return outcomesWorld(db, more)
  }

  async function somePeople(at: OutcomesWorld): Promise<void> {
    await at.enrol('ada', 'completed')
    await at.enrol('bob', 'completed')
    // Three months are not over.
    await at.enrol('cem', 'completed', 20)
    await at.enrol('dia', 'stopped')
    await at.enrol('eva', 'declined')
    await at.job('ada', 560, true)
    await at.job('bob', 580, false)
    await at.outcomes.tick()
  }
  const all = {
    ...{ applied: 5, admitted: 4, started: 4, completed: 3, placedOf: 2, placed: 2, stayedOf: 2, stayed: 1, left: 1 },
  }

  test('count how far people came, by the definitions', async () => {
    const at = await world()
    await somePeople(at)
    expect(await counts(at)).toEqual(all)
    // Looking again finds nothing new.
    expect(await at.outcomes.tick()).toEqual({ jobs: 0, stayed: 0, removed: 0 })
    expect(await counts(at)).toEqual(all)
    // The database counts by the same months.
    expect(at.outcomes.definitions).toMatchObject({ version: '1', placedMonths: 3, stayedMonths: 12 })
  })

  test('stay the same when people go, whichever way they go, and no person is in what stays', async () => {
    const at = await world()
    await somePeople(at)
    await at.task((inside) => inside.query(`delete from enrolment where id = 'enrolment-eva'`))
    expect(await counts(at)).toEqual(all)
    // Somebody erases their account, before any term.
    await at.task((inside) => inside.query(`delete from account where id in ('ada', 'dia')`))
    expect(await counts(at)).toEqual(all)
    await at.task((inside) => inside.query('delete from enrolment'))
    await at.task((inside) => inside.query('delete from outcome_job'))
    expect(await counts(at)).toEqual(all)
    const kept = await at.task((inside) => inside.query('select * from outcome_tally'))
    expect(Object.keys(kept[0] ?? {}).sort()).toEqual(['count', 'measure', 'organisation', 'programme', 'year'])
    // With its organisation everything goes, also what was not folded yet.
    await at.enrol('fay', 'completed')
    await at.task((inside) => inside.query(`delete from organisation where id = 'school'`))
    expect(await counts(at)).toEqual({})
  })

  test('somebody who completes and goes before the three months are over is in none of what comes after', async () => {
    const at = await world()
    await at.enrol('cem', 'completed', 20)
    await at.job('cem', 10)
    await at.outcomes.tick()
    await at.task((inside) => inside.query(`delete from account where id = 'cem'`))
    expect(await counts(at)).toEqual({ applied: 1, admitted: 1, started: 1, completed: 1 })
  })

  test('of who did not agree to questions nothing is known, and a job that came too late is none', async () => {
    const at = await world()
    await at.enrol('ada', 'completed')
    await at.enrol('bob', 'completed')
    await at.job('bob', 400)
    expect((await at.outcomes.tick()).jobs).toBe(0)
    expect(await counts(at)).toMatchObject({ placedOf: 2 })
    expect(await counts(at)).not.toHaveProperty('placed')
  })

  test('a job goes after its term once its enrolment is gone, and is counted on once', async () => {
    const at = await world()
    await somePeople(at)
    await at.task((inside) => inside.query('delete from enrolment'))
    expect(await at.outcomes.tick()).toEqual({ jobs: 0, stayed: 0, removed: 2 })
    expect(await counts(at)).toEqual(all)
  })

  test('who takes the yes back is not counted, and counted once when they say yes again', async () => {
    const at = await world()
    await somePeople(at)
    await at.task((inside) => at.outcomes.onConsent(inside, { account: 'ada', given: false }))
    expect(await at.task((inside) => inside.query(`select person from outcome_job where person = 'ada'`))).toEqual([])
    expect(await counts(at)).toMatchObject({ completed: 3, placed: 1, stayedOf: 1 })
    await at.task((inside) => at.outcomes.onConsent(inside, { account: 'ada', given: true }))
    await at.outcomes.tick()
    expect(await counts(at)).toEqual(all)
  })

  test('the question is asked once of who takes part, and says nothing of who answered', async () => {
    let toss = 0.99
    const at = await world({ toss: () => toss })
    const id = await at.enrol('ada', 'started')
    await at.enrol('bob', 'applied')
    const ada = actor('ada')
    expect(await at.outcomes.isToBeAsked(ada, id)).toBe(true)
    expect(await at.outcomes.isToBeAsked(coach, id)).toBe(false)
    expect(await at.outcomes.isToBeAsked(visitor, id)).toBe(false)
    expect(await at.outcomes.isToBeAsked(actor('bob'), 'enrolment-bob')).toBe(false)
    await expect(at.outcomes.answer(coach, id, 'yes')).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(at.outcomes.answer(visitor, id, 'yes')).rejects.toMatchObject({ name: 'SignInNeeded' })
    await expect(at.outcomes.answer(actor('bob'), id, 'yes')).rejects.toMatchObject({ name: 'NotFound' })
    await expect(at.outcomes.answer(actor('bob'), 'enrolment-bob', 'yes')).rejects.toMatchObject({ name: 'NotFound' })
    await expect(at.outcomes.answer(ada, id, 'maybe')).rejects.toMatchObject({ where: 'answer' })
    await at.outcomes.answer(ada, id, 'yes')
    await at.outcomes.answer(ada, id, 'yes')
    expect(await at.outcomes.isToBeAsked(ada, id)).toBe(false)
    expect(await counts(at)).toMatchObject({ womenYes: 1 })
    // A toss counts instead of the answer.
    toss = 0.1
    await at.enrol('cem', 'completed')
    await at.outcomes.answer(actor('cem'), 'enrolment-cem', 'no')
    expect(await counts(at)).toMatchObject({ womenYes: 2 })
    await at.enrol('dia', 'completed')
    await at.outcomes.answer(actor('dia'), 'enrolment-dia', 'skip')
    expect(await counts(at)).not.toHaveProperty('womenNo')
    const columns = await at.task((inside) =>
      inside.query<{ column_name: string }>(
        `select column_name from information_schema.columns where table_name = 'outcome_asked'`,
      ),
    )
    expect([...new Set(columns.map(({ column_name: name }) => name))]).toEqual(['enrolment'])
  })

  test('without the rule of the coin no answer is counted', async () => {
    const at = await world({ rules: { find: async () => undefined } })
    const id = await at.enrol('ada', 'started')
    await at.outcomes.answer(actor('ada'), id, 'yes')
    expect(await counts(at)).not.toHaveProperty('womenYes')
  })

  test('an educator says its own counts, which stand as said by it', async () => {
    const at = await world()
    const given = {
      ...{ of: { programme: 'programme' }, year: at.year, counts: { started: 44, completed: 36, placed: 9 } },
      ...{ costEuro: 400_000, source: 'Own administration' },
    }
    const say = (more: object, by = coach, organisation = 'school') => at.outcomes.report(by, organisation, { ...given, ...more })
    await expect(say({}, visitor as never)).rejects.toMatchObject({ name: 'SignInNeeded' })
    await expect(say({}, coach, 'other-school')).rejects.toMatchObject({ name: 'NotFound' })
    await expect(say({ of: { programme: 'foreign' } })).rejects.toMatchObject({ name: 'NotFound' })
    await expect(say({ of: { initiative: 'make-it-work' } })).rejects.toMatchObject({ name: 'NotFound' })
    await expect(say({ counts: { started: 10, completed: 11 } })).rejects.toMatchObject({ where: 'completed' })
    await expect(say({ counts: {} })).rejects.toMatchObject({ where: 'counts' })
    await expect(say({ source: ' ' })).rejects.toMatchObject({ where: 'source' })
    await expect(say({ year: at.year + 30 })).rejects.toMatchObject({ where: 'year' })
    const id = await say({})
    expect(await say({ counts: { started: 44, completed: 36, placed: 24 } })).toBe(id)
    const { series } = await at.outcomes.of({ kind: 'programme', id: 'programme' })
    expect(series).toEqual([
      expect.objectContaining({
        from: 'reported',
        year: at.year,
        source: { nl: 'Own administration', en: 'Own administration' },
        costPerPlacement: 20_000,
      }),
    ])
    expect(series[0]?.cells.find(({ code }) => code === 'placed')).toEqual({
      ...{ code: 'placed', state: 'shown', count: 20, of: 40, isAtLeast: false },
    })
    const desk = await at.outcomes.desk(coach, 'school')
    expect(desk.reports).toMatchObject([{ id, costEuro: 400_000 }])
    await expect(at.outcomes.desk(actor('vik', [['other-school', 'educator', 'owner']]), 'school')).rejects.toMatchObject({
      name: 'NotFound',
    })
    await at.outcomes.takeBack(coach, 'school', id)
    await expect(at.outcomes.takeBack(coach, 'school', id)).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('an initiative is reported by who runs it, and who keeps the site says who that is', async () => {
    const figures = [{ measure: { nl: 'x', en: 'x' }, value: 3, unit: 'count', source: 's', date: '2020', certainty: 'seen' }]
    const initiative = { id: 'x', name: { nl: 'X', en: 'X' }, figures } as never
    const at = await world({
      initiatives: {
        list: () => [initiative],
        find: (id) => (id === 'x' ? initiative : undefined),
        source: () => ({ title: { nl: 'S' } }) as never,
      },
    })
    const say = () =>
      at.outcomes.report(coach, 'school', {
        of: { initiative: 'x' },
        year: at.year,
        counts: { started: 30 },
        source: 'Own count',
      })
    await expect(say()).rejects.toMatchObject({ name: 'NotFound' })
    await expect(at.outcomes.setRunner(coach, 'x', 'school')).rejects.toMatchObject({ name: 'NotFound' })
    await expect(at.outcomes.setRunner(actor('admin'), 'y', 'school')).rejects.toMatchObject({ name: 'NotFound' })
    await expect(at.outcomes.setRunner(actor('admin'), 'x', 'nobody')).rejects.toMatchObject({ name: 'NotFound' })
    await at.outcomes.setRunner(actor('admin'), 'x', 'school')
    expect(await at.outcomes.runnerOf('x')).toBe('school')
    await say()
    const known = await at.outcomes.of({ kind: 'initiative', id: 'x' })
    expect(known.series.map(({ from }) => from)).toEqual(['reported'])
    expect(known.others).toMatchObject([{ reason: 'otherMeasure', value: 3 }])
    expect((await at.outcomes.subjects()).map(({ id }) => id)).toEqual(['x'])
    await at.outcomes.setRunner(actor('admin'), 'x', undefined)
    expect(await at.outcomes.runnerOf('x')).toBeUndefined()
  })

  test('side by side stands only what counts the same of the same kind of time', async () => {
    const at = await world()
    await somePeople(at)
    const one = { kind: 'programme', id: 'programme' } as const
    const { groups, apart, nothing } = await at.outcomes.compare([one, { kind: 'initiative', id: 'missing' }])
    expect(groups).toHaveLength(1)
    expect(groups[0]?.rows.map(({ code }) => code)).toEqual([...funnelCodes])
    expect(groups[0]?.rows.flatMap(({ cells }) => cells).every(({ state }) => state === 'few')).toBe(true)
    expect([...apart, ...nothing]).toEqual([])
    expect((await at.outcomes.compare([one], at.year - 5)).groups).toEqual([])
    await expect(at.outcomes.of({ kind: 'initiative', id: 'missing' })).rejects.toMatchObject({ name: 'NotFound' })
    const [own] = (await at.outcomes.desk(coach, 'school')).own
    expect(own).toEqual({ programme: 'programme', year: at.year, counts: { applied: 5, admitted: 4, started: 4, completed: 3 } })
  })
})

test('each line about a published figure names one that is there', async () => {
  const { initiatives } = await readInitiatives(new URL('../../../data/initiatives/', import.meta.url).pathname, () => true)
  const data = await readOutcomeData()
  expect(data.published.length).toBeGreaterThan(10)
  for (const { initiative, measure } of data.published) {
    const figures = initiatives.find(({ id }) => id === initiative)?.figures ?? []
    expect(
      figures.map((figure) => figure.measure.en),
      `${initiative}: ${measure}`,
    ).toContain(measure)
  }
  const techgrounds = initiatives.find(({ id }) => id === 'techgrounds')
  const known = techgrounds && publishedOf(techgrounds, (source) => ({ nl: source, en: source }), data)
  expect(known?.series).toMatchObject([{ from: 'published', period: 'oneStart', year: 2019, source: { nl: 'parool-tg' } }])
  expect(known?.others).toMatchObject([{ reason: 'otherMeasure', unit: 'percent' }])
})
