import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { type ServedApi, serveApi } from '../../../test/api/serve-api.ts'
import { silentLog } from '../../../test/databases.ts'
import type { Problem } from '../../engine/choosing/index.ts'
import type { Actor, OrganisationKind, Role } from '../permissions/index.ts'
import { presets, type Scenario } from './index.ts'
import { createSolver } from './solver/solver.ts'
import { startSolver } from './solver/solver-thread.ts'

const region = 'demo-organisation-region'
const actor = (account: string, organisation: string, kind: OrganisationKind, roles: readonly Role[]): Actor => ({
  ...{ kind: 'account', account: `demo-account-${account}`, session: `session-${account}`, administrator: false },
  memberships: [{ organisation, kind, roles }],
})
const daan = actor('daan', region, 'region', ['owner', 'coordinator'])
const yara = actor('yara', region, 'region', ['analyst'])
const iris = actor('iris', 'demo-organisation-employer-1', 'employer', ['owner', 'recruiter'])

const asked = {
  ...{ region: '', aim: 'most', budgetEuro: 60_000, seniorHours: 30 },
  seatsWhereUnknown: presets.seatsWhereUnknown,
  teacherHoursPerWeek: presets.teacherHoursPerWeek,
  seniorHoursPerPerson: presets.seniorHoursPerPerson,
} as const

describe('which cohorts to open', () => {
  let served: ServedApi
  let largest: string
  beforeAll(async () => {
    served = await serveApi()
    await served.modules.demo.reset({ size: { vacancies: 600, programmes: 60, offerings: 200, people: 4000 } })
    const rows = await served.db.query<{ region: string }>(
      'select region from pool_person group by region order by count(*) desc limit 1',
    )
    largest = rows[0]?.region ?? ''
  }, 400_000)
  afterAll(async () => {
    await served?.modules.cohortChoice.close()
    await served?.close()
  })
  const ask = (who: Actor, more: object = {}, name = ''): Promise<Scenario> =>
    served.modules.cohortChoice.ask(who, region, name, { ...asked, region: largest, ...more })

  test('keeps to the budget and the hours, places people, and says what a little more would add', {
    timeout: 120_000,
  }, async () => {
    const { answer, name } = await ask(daan)
    expect(name).toBe(served.modules.regions.get(largest).name)
    expect(answer.placed[0], JSON.stringify(answer.cohorts)).toBeGreaterThan(0)
    expect(answer.placed[1]).toBeGreaterThanOrEqual(answer.placed[0])
    expect(answer.used.budgetEuro).toBeLessThanOrEqual(60_000)
    expect(answer.used.seniorHours).toBeLessThanOrEqual(30)
    expect(answer.used.budgetEuro).toBe(answer.cohorts.reduce((sum, { costEuro }) => sum + costEuro, 0))
    expect(answer.cohorts.reduce((sum, { placed }) => sum + placed[0], 0)).toBe(answer.placed[0])
    for (const { placed, seats } of answer.cohorts) expect(placed[1]).toBeLessThanOrEqual(seats)
    expect(answer.bound).toBeGreaterThanOrEqual(answer.placed[0])
    if (answer.isProven) expect(answer.bound).toBe(answer.placed[0])
    const placed = answer.budgets.map((one) => one.placed)
    expect(answer.budgets.map(({ budgetEuro }) => budgetEuro)).toEqual([40_000, 50_000, 60_000, 70_000, 80_000])
    // Each is solved for itself; with more there is never less, since it begins from what is chosen.
    expect(placed.slice(2)).toEqual(placed.slice(2).sort((a, b) => a - b))
    expect(answer.more.map(({ means, by }) => [means, by])).toEqual([
      ['budgetEuro', 10_000],
      ['seniorHours', presets.mentorHours],
    ])
    // What ten thousand more adds is what it is with that budget.
    const richer = await ask(yara, { budgetEuro: 70_000 })
    if (richer.answer.isProven && answer.more[0]?.isProven) expect(richer.answer.placed[0]).toBe(answer.more[0].placed)
    const furthest = await ask(daan, { aim: 'furthest' })
    expect(furthest.answer.reached).toBeGreaterThanOrEqual(furthest.answer.placed[0])
    if (furthest.answer.isProven && answer.isProven) {
      expect(furthest.answer.placed[0]).toBeLessThanOrEqual(answer.placed[0])
    }
    // The same question has the same answer, unless a slow machine ran out of time.
    const again = await ask(daan)
    if (again.answer.isSettled && answer.isSettled) expect(again.answer.cohorts).toEqual(answer.cohorts)
  })

  test('groups that were made at night are used while the data is the same, and hold nobody alone', {
    timeout: 120_000,
  }, async () => {
    const { cohortChoice, engines } = served.modules
    expect(await cohortChoice.regionsToPrepare()).toContain(largest)
    const { people, write } = await cohortChoice.prepare(largest, new AbortController().signal)
    expect(people % 10).toBe(0)
    await served.db.transaction(write)
    // Older than what stands there: it changes nothing.
    const [row] = await served.db.query<{ finding: { low: { groups: { people: number }[] } }; data_version: string }>(
      'select finding, data_version from cohort_input where region = $1',
      [largest],
    )
    expect(row?.data_version).toBe((await engines.resident()).dataVersion)
    expect(row?.finding.low.groups.length).toBeGreaterThan(0)
    for (const group of row?.finding.low.groups ?? []) expect(group.people % 10).toBe(0)
    const { answer } = await ask(daan)
    expect(answer.dataVersion).toBe(row?.data_version)
    expect(answer.people).toBe(people)
    // What stands there is what was asked: with fewer groups there are fewer who are placed.
    await served.db.query(`update cohort_input set finding = jsonb_set(finding, '{offerings}', '[]') where region = $1`, [
      largest,
    ])
    expect((await ask(daan)).answer.placed).toEqual([0, 0])
    await served.db.query('delete from cohort_input')
    expect((await ask(daan)).answer.placed[0]).toBeGreaterThan(0)
  })

  test('is kept for colleagues, and for nobody else', { timeout: 60_000 }, async () => {
    const { cohortChoice } = served.modules
    const { id } = await ask(daan, { budgetEuro: 0 }, 'Niets')
    expect((await cohortChoice.list(yara, region)).map((one) => one.name)).toContain('Niets')
    await expect(cohortChoice.list(iris, region)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(ask(iris)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(cohortChoice.list(iris, 'demo-organisation-employer-1')).rejects.toMatchObject({ name: 'Forbidden' })
    await cohortChoice.remove(daan, region, id)
    await expect(cohortChoice.remove(daan, region, id)).rejects.toMatchObject({ name: 'NotFound' })
    expect(await cohortChoice.seniorHoursLeft(daan, region)).toMatchObject([{ role: 'assessor' }, {}, {}])
  })

  test('refuses what cannot be asked, at its field', async () => {
    await expect(ask(daan, { budgetEuro: -1 })).rejects.toMatchObject({ name: 'Invalid', where: 'budgetEuro' })
    await expect(ask(daan, { aim: 'cheapest' })).rejects.toMatchObject({ name: 'Invalid', where: 'aim' })
    await expect(ask(daan, { region: 'AM99' })).rejects.toMatchObject({ name: 'Invalid', where: 'region' })
    await expect(ask(daan, { seniorHours: Number.NaN })).rejects.toMatchObject({ name: 'Invalid', where: 'seniorHours' })
  })
})

describe('the solver', () => {
  const problem: Problem = {
    candidates: [{ id: 'k', content: 'a', seats: 2, costEuro: 10, teacherHours: 1, roomWeeks: 1, seniorHours: 1 }],
    groups: [{ distance: 1, contents: ['a'], people: 20 }],
    jobs: [{ id: 'j', jobs: 3, from: [{ content: 'a', most: 3 }] }],
    limits: { budgetEuro: 10 },
  }
  const question = { problem, aim: 'most', milliseconds: 5000 } as const
  const solverOf = (more: Partial<Parameters<typeof createSolver>[0]> = {}) => {
    const solver = createSolver({ log: silentLog, ...more })
    onTestFinished(() => solver.close())
    return solver
  }
  const file = (name: string) => fileURLToPath(new URL(`solver/${name}`, import.meta.url))

  test('answers one question after another, and refuses when too many wait', { timeout: 60_000 }, async () => {
    const solver = solverOf({ mostWaiting: 1 })
    const gate = Promise.withResolvers<void>()
    const order: string[] = []
    const first = solver.ask(async (solve) => {
      await gate.promise
      order.push('first')
      return (await solve(question)).worth.placed
    })
    const second = solver.ask(async () => void order.push('second'))
    expect(() => solver.ask(async () => {})).toThrow(/wait already/)
    gate.resolve()
    expect(await first).toBe(2)
    await second
    expect(order).toEqual(['first', 'second'])
  })

  test('that dies says so, and the next question has another thread', { timeout: 60_000 }, async () => {
    const started: ReturnType<typeof startSolver>[] = []
    const start = () => {
      const thread = startSolver()
      started.push(thread)
      return thread
    }
    const solver = solverOf({ start })
    const dying = solver.ask((solve) => {
      const answer = solve({ ...question, problem: { ...problem, limits: { budgetEuro: 10 } } })
      void started[0]?.end()
      return answer
    })
    await expect(dying).rejects.toMatchObject({ name: 'Conflict', reason: 'cutOff' })
    expect((await solver.ask((solve) => solve(question))).worth.placed).toBe(2)
    expect(started).toHaveLength(2)
  })

  test('that does not come back is ended, and so is one that cannot begin', { timeout: 60_000 }, async () => {
    let count = 0
    const start = () => startSolver(file(++count === 1 ? 'stuck-for-tests.ts' : count === 2 ? 'gone.ts' : 'solver-worker.ts'))
    const solver = solverOf({ start, grace: 300 })
    for (const _ of [1, 2]) {
      await expect(solver.ask((solve) => solve({ ...question, milliseconds: 100 }))).rejects.toMatchObject({ reason: 'cutOff' })
    }
    const late = createSolver({ log: silentLog })
    onTestFinished(() => late.close())
    expect((await late.ask((solve) => solve(question))).isProven).toBe(true)
  })

  test('with a problem that it cannot read fails that question alone', { timeout: 60_000 }, async () => {
    const solver = solverOf()
    const broken = { ...question, problem: { ...problem, groups: [{ distance: 1, contents: null, people: 1 }] } } as never
    await expect(solver.ask((solve) => solve(broken))).rejects.toThrow(/not iterable/)
    expect((await solver.ask((solve) => solve(question))).worth.placed).toBe(2)
  })
})
