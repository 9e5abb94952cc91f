import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, createIds, type Database } from '../../platform/index.ts'
import type { Actor, OrganisationKind, Role } from '../permissions/index.ts'
import { bottleneckOf } from './bottleneck.ts'
import { mayBe } from './create-senior-hours.ts'
import { type AskedBooking, createSeniorHours } from './index.ts'

const day = '2026-11-30'
const clock = { now: () => Date.parse(`${day}T09:00:00Z`) }

const actor = (account: string, organisation: string, kind: OrganisationKind, roles: readonly Role[]): Actor => ({
  ...{ kind: 'account', account, session: `session-${account}`, administrator: false },
  memberships: [{ organisation, kind, roles }],
})
const lotte = actor('lotte', 'school', 'educator', ['owner'])
const femke = actor('femke', 'school', 'educator', ['assessor'])
const bram = actor('bram', 'keiland', 'employer', ['practiceSupervisor'])

async function setUp(open: () => Promise<Database>) {
  const db = await open()
  onTestFinished(() => db.close())
  const ids = createIds(clock)
  await actAs(db, { task: 'test' }, async (inside) => {
    for (const id of ['school', 'keiland']) {
      await inside.query(
        `insert into organisation (id, name, kind, verification, created_at, opened_at) values ($1, $1, 'educator', 'domain', now(), now())`,
        [id],
      )
    }
    for (const [id, organisation, roles] of [
      ['lotte', 'school', '{owner}'],
      ['femke', 'school', '{assessor}'],
      ['bram', 'keiland', '{practiceSupervisor}'],
    ]) {
      await inside.query(
        'insert into account (id, email, email_folded, name, created_at, seen_on) values ($1, $2, $2, $3, now(), current_date)',
        [id, `${id}@example.nl`, `Name of ${id}`],
      )
      await inside.query('insert into member values ($1, $2, $3, now())', [organisation, id, roles])
    }
  })
  const organisations = {
    find: async (id: string) =>
      ['school', 'keiland'].includes(id)
        ? ({ id, name: id, kind: 'educator', demo: false, verification: 'domain', closed: false, isAwaited: false } as const)
        : undefined,
  }
  const seniorHours = createSeniorHours({ db, clock, ids, organisations })
  const budget = (hoursPerWeek: number, from = day, until = '2027-01-31') =>
    seniorHours.setBudget(lotte, 'school', { person: 'femke', role: 'assessor', from, until, hoursPerWeek })
  const asked = (more: Partial<AskedBooking> = {}): AskedBooking => ({
    ...{ person: 'femke', purpose: 'assessment', ref: 'a1', from: day, until: '2026-12-20', hoursPerWeek: 1 },
    ...more,
  })
  const book = (more?: Partial<AskedBooking>) =>
    actAs(db, { account: 'nobody', organisations: [] }, (inside) => seniorHours.book(inside, asked(more)))
  const left = (when = day, person = 'femke') =>
    actAs(db, { account: 'nobody', organisations: [] }, (inside) => seniorHours.leftOf(inside, person, when))
  return { db, seniorHours, budget, book, left }
}

describe.each(freshDatabases())('senior hours on $name', ({ open, name }) => {
  test('are taken in each week of a booking, and given back with it', async () => {
    const { db, seniorHours, budget, book, left } = await setUp(open)
    await budget(4)
    await book({ hoursPerWeek: 1.5 })
    expect([await left(day), await left('2026-12-20'), await left('2026-12-21')]).toEqual([2.5, 2.5, 4])
    expect(await left('2027-02-01')).toBeUndefined()
    expect(await actAs(db, { organisations: [] }, (inside) => seniorHours.release(inside, 'a1'))).toBe(1)
    expect(await left(day)).toBe(4)
    expect(await actAs(db, { organisations: [] }, (inside) => seniorHours.release(inside, 'a1'))).toBe(0)
  })

  test('of more than there are is refused, with the week; nothing of it stays', async () => {
    const { budget, book, left } = await setUp(open)
    await budget(2)
    await book({ from: '2026-12-14', hoursPerWeek: 1.5 })
    await expect(book()).rejects.toMatchObject({ name: 'Conflict', reason: 'overBooked', week: '2026-12-14' })
    expect(await left(day)).toBe(2)
    await expect(book({ until: '2027-02-14', hoursPerWeek: 0.5, from: '2027-01-25' })).rejects.toMatchObject({
      reason: 'noBudget',
      week: '2027-02-01',
    })
    for (const wrong of [
      { hoursPerWeek: 0.1 },
      { hoursPerWeek: 0 },
      { hoursPerWeek: Number.NaN },
      { hoursPerWeek: -1 },
      { from: '2026-02-30' },
      { until: '2026-11-01' },
    ]) {
      await expect(book(wrong), JSON.stringify(wrong)).rejects.toMatchObject({ name: 'Invalid' })
    }
  })

  test('cannot be over-booked beside the program either: the database holds the line', async () => {
    const { db, budget, book, left } = await setUp(open)
    await budget(2)
    await book()
    const insert = (minutes: number, until = '2026-11-30') =>
      actAs(db, { task: 'test' }, (inside) =>
        inside.query(
          `insert into senior_booking (id, account, purpose, ref, from_week, until_week, minutes_per_week, made_at)
           values ('by-hand', 'femke', 'cohort', 'x', '2026-11-30', $2::date, $1, now())`,
          [minutes, until],
        ),
      )
    await expect(insert(75)).rejects.toThrow(/senior_week_not_over_booked/)
    await expect(insert(15, '2027-06-07')).rejects.toThrow(/no hour budget/)
    await expect(
      actAs(db, { task: 'test' }, (inside) => inside.query(`update senior_booking set minutes_per_week = 999`)),
    ).rejects.toThrow(/released and made again/)
    await expect(
      actAs(db, { task: 'test' }, (inside) => inside.query(`update senior_week set budget_minutes = 30`)),
    ).rejects.toThrow(/senior_week_not_over_booked/)
    await insert(60)
    expect(await left(day)).toBe(0)
    // And it is this check that holds it: without it, the same booking goes through.
    await db.runScript('alter table senior_week drop constraint senior_week_not_over_booked; delete from senior_booking;')
    await insert(9999)
    expect(await left(day)).toBeLessThan(0)
  })

  test(`by fifty at once fills a week to the minute and no further`, { timeout: 120_000 }, async () => {
    const { db, budget, book, left } = await setUp(open)
    await budget(5)
    // Stretches that overlap each other, so that whoever locks weeks in another order would wait for ever.
    const stretches = [
      [day, '2026-12-20'],
      ['2026-12-14', '2027-01-10'],
      [day, '2027-01-31'],
    ] as const
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, (_, at) => {
        const [from, until] = stretches[at % stretches.length] ?? stretches[0]
        return book({ ref: `r${at}`, from, until, hoursPerWeek: 0.25 })
      }),
    )
    const refused = outcomes.filter((one) => one.status === 'rejected')
    expect(new Set(refused.map(({ reason }) => reason.reason))).toEqual(new Set(['overBooked']))
    // All of them take the week of 14 December, where 20 quarters are.
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(20)
    expect(await left('2026-12-14')).toBe(0)
    const rows = await actAs(db, { task: 'test' }, (inside) =>
      inside.query<{ week: string; booked: number; sum: number }>(
        `select w.week::text as week, w.booked_minutes as booked,
             (select coalesce(sum(minutes_per_week), 0)::int from senior_booking b where b.account = w.account and w.week between b.from_week and b.until_week) as sum
           from senior_week w order by 1`,
      ),
    )
    expect(rows.length, name).toBe(9)
    for (const { booked, sum } of rows) expect(booked).toBe(sum)
  })

  test('are lowered only to what is booked, and who lowers them hears of what', async () => {
    const { seniorHours, budget, book, left } = await setUp(open)
    await budget(4)
    const { id } = await book({ hoursPerWeek: 3 })
    await expect(budget(2)).rejects.toMatchObject({
      reason: 'belowBooked',
      week: '2026-11-30',
      bookings: [{ id, ref: 'a1', minutesPerWeek: 180 }],
    })
    expect(await left('2027-01-25')).toBe(4)
    await budget(2, '2026-12-21')
    await budget(3)
    expect([await left(day), await left('2026-12-21')]).toEqual([0, 3])
    await seniorHours.takeBack(lotte, 'school', id)
    await budget(0)
    await expect(book()).rejects.toMatchObject({ reason: 'noBudget' })
  })

  test('one organisation keeps the budget of somebody, and only of its members with that role', async () => {
    const { db, seniorHours, budget } = await setUp(open)
    await budget(4)
    const set = (person: string, role: 'assessor' | 'studyCoach' | 'guestTeacher') =>
      seniorHours.setBudget(lotte, 'school', { person, role, from: day, until: day, hoursPerWeek: 1 })
    await expect(set('bram', 'guestTeacher')).rejects.toMatchObject({ reason: 'notMember' })
    await expect(set('femke', 'studyCoach')).rejects.toMatchObject({ reason: 'notMember' })
    await set('femke', 'guestTeacher')
    await actAs(db, { task: 'test' }, (inside) =>
      inside.query(`insert into member values ('keiland', 'femke', '{owner}', now())`),
    )
    const other = actor('iris', 'keiland', 'employer', ['owner'])
    await expect(
      seniorHours.setBudget(other, 'keiland', { person: 'femke', role: 'guestTeacher', from: day, until: day, hoursPerWeek: 9 }),
    ).rejects.toMatchObject({ reason: 'keptElsewhere' })
    expect(mayBe('guestTeacher', undefined)).toBe(false)
  })

  test('are seen by colleagues with a role in it, and go with the membership', async () => {
    const { db, seniorHours, budget, book } = await setUp(open)
    await budget(4)
    await book({ hoursPerWeek: 4 })
    const board = await seniorHours.board(femke, 'school')
    expect(board.people).toMatchObject([
      { account: 'femke', name: 'Name of femke', fullFrom: '2026-11-30', bookings: [{ ref: 'a1' }] },
    ])
    expect(board.bottleneck).toMatchObject({ week: '2026-11-30', leftMinutes: 0, role: 'assessor', full: ['femke'] })
    expect(await seniorHours.leftAt(['school'], '2026-12-24')).toEqual([{ role: 'assessor', people: 1, leftHours: 4 }])
    await expect(seniorHours.board(bram, 'school')).rejects.toMatchObject({ name: 'NotFound' })
    await expect(
      seniorHours.setBudget(femke, 'school', { person: 'femke', role: 'assessor', from: day, until: day, hoursPerWeek: 1 }),
    ).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(seniorHours.takeBack(bram, 'school', 'x')).rejects.toMatchObject({ name: 'NotFound' })
    // The database says the same where the program would forget: another organisation's people are not there.
    const seen = await actAs(db, { account: 'bram', organisations: ['keiland'] }, (inside) =>
      inside.query('select from senior_booking'),
    )
    expect(seen).toEqual([])
    await actAs(db, { task: 'test' }, (inside) => inside.query(`delete from member where account = 'femke'`))
    const rows = await actAs(db, { task: 'test' }, (inside) =>
      inside.query(
        'select account from senior union all select account from senior_week union all select account from senior_booking',
      ),
    )
    expect(rows).toEqual([])
  })
})

test('the bottleneck is the week with the least share left, and nothing where nothing is booked', () => {
  const week = (monday: string, budget: number, booked: number) => ({
    week: monday,
    budgetMinutes: budget,
    bookedMinutes: booked,
  })
  const people = [
    { account: 'a', role: 'assessor' as const, weeks: [week('2026-11-30', 60, 0), week('2026-12-07', 120, 90)] },
    { account: 'b', role: 'studyCoach' as const, weeks: [week('2026-11-30', 600, 300), week('2026-12-07', 600, 600)] },
  ]
  expect(bottleneckOf(people, ['2026-11-30', '2026-12-07'])).toEqual({
    ...{ week: '2026-12-07', leftMinutes: 30, budgetMinutes: 720, role: 'studyCoach', roleLeftMinutes: 0, full: ['b'] },
  })
  expect(bottleneckOf(people, ['2026-12-14'])).toBeUndefined()
})
