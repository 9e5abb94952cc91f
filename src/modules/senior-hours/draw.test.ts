import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, createIds, type Database } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import { runsOf, weeksOfDays } from './draw.ts'
import { createSeniorHours, type Draw } from './index.ts'

const clock = { now: () => Date.parse('2026-11-30T09:00:00Z') }
const lotte: Actor = {
  ...{ kind: 'account', account: 'lotte', session: 's', administrator: false },
  memberships: [{ organisation: 'school', kind: 'educator', roles: ['owner'] }],
}

async function setUp(open: () => Promise<Database>) {
  const db = await open()
  onTestFinished(() => db.close())
  await actAs(db, { task: 'test' }, async (inside) => {
    for (const id of ['school', 'keiland'])
      await inside.query(
        `insert into organisation (id, name, kind, created_at, opened_at) values ($1, $1, 'educator', now(), now())`,
        [id],
      )
    for (const [account, organisation, roles] of [
      ['lotte', 'school', '{owner}'],
      ['femke', 'school', '{assessor}'],
      ['mira', 'school', '{studyCoach}'],
      ['mira', 'keiland', '{practiceSupervisor}'],
    ]) {
      await inside.query(
        `insert into account (id, email, email_folded, created_at, seen_on) values ($1, $1 || '@example.nl', $1 || '@example.nl', now(), current_date)
         on conflict do nothing`,
        [account],
      )
      await inside.query('insert into member values ($1, $2, $3, now())', [organisation, account, roles])
    }
  })
  const organisations = { find: async (id: string) => ({ id, closed: false }) as never }
  const hours = createSeniorHours({ db, clock, ids: createIds(clock), organisations })
  const draw = (ref: string, draws: readonly Draw[], from?: string) =>
    actAs(db, { account: 'nobody', organisations: [] }, (inside) => hours.draw(inside, ref, draws, from))
  const drawn = (ref: string) => actAs(db, { organisations: [] }, (inside) => hours.drawnFor(inside, ref))
  const room = (people: readonly string[], minutes: number) =>
    actAs(db, { organisations: [] }, (inside) => hours.roomOf(inside, people, weeksOfDays('2026-11-30', '2026-12-20', minutes)))
  const budget = (person: string, hoursPerWeek: number, from = '2026-11-30', organisation = 'school') =>
    hours.setBudget({ ...lotte, memberships: [{ organisation, kind: 'educator', roles: ['owner'] }] } as Actor, organisation, {
      ...{ person, role: 'guestTeacher', from, until: '2027-01-31', hoursPerWeek },
    })
  const booked = () =>
    actAs(db, { task: 'test' }, (inside) =>
      inside.query<{ account: string; week: string; booked: number; sum: number }>(
        `select account, week::text as week, booked_minutes as booked, (select coalesce(sum(minutes_per_week), 0)::int from senior_booking b
           where b.account = w.account and w.week between b.from_week and b.until_week) as sum from senior_week w order by 1, 2`,
      ),
    )
  return { db, hours, draw, drawn, room, budget, booked }
}

const of = (person: string, minutes: number, from = '2026-12-01', until = '2026-12-20'): Draw => ({
  ...{ person, organisation: 'school', role: 'assessor', purpose: 'placement', weeks: weeksOfDays(from, until, minutes) },
})

test('weeks that follow each other and take the same are one booking', () => {
  const weeks = new Map([...weeksOfDays('2026-12-01', '2026-12-20', 60), ...weeksOfDays('2027-01-04', '2027-01-05', 30)])
  expect(runsOf(weeks)).toEqual([
    { fromWeek: '2026-11-30', untilWeek: '2026-12-14', minutesPerWeek: 60 },
    { fromWeek: '2027-01-04', untilWeek: '2027-01-04', minutesPerWeek: 30 },
  ])
  expect(runsOf(new Map([['2026-12-07', 0]]))).toEqual([])
})

describe.each(freshDatabases())('drawing senior hours on $name', ({ open, name }) => {
  test('says exactly what something takes: again is the same, otherwise is otherwise, nothing is nothing', async () => {
    const { hours, draw, drawn, budget, booked } = await setUp(open)
    await budget('femke', 4)
    for (let turn = 0; turn < 2; turn++) await draw('p1', [of('femke', 60)])
    expect(await drawn('p1')).toMatchObject([
      { fromWeek: '2026-11-30', untilWeek: '2026-12-14', minutesPerWeek: 60, hasBudget: true },
    ])
    // From a week on: what was taken before stays.
    await draw('p1', [of('femke', 120)], '2026-12-10')
    expect((await drawn('p1')).map(({ untilWeek, minutesPerWeek }) => [untilWeek, minutesPerWeek])).toEqual([
      ['2026-11-30', 60],
      ['2026-12-14', 120],
    ])
    // Somebody else guides from the last week on.
    await draw('p1', [of('mira', 120)], '2026-12-14')
    expect((await drawn('p1')).map(({ account, fromWeek, hasBudget }) => [account, fromWeek, hasBudget])).toEqual([
      ['femke', '2026-11-30', true],
      ['femke', '2026-12-07', true],
      ['mira', '2026-12-14', false],
    ])
    for (const week of await booked()) expect(week.booked, JSON.stringify(week)).toBe(week.sum)
    const [{ id } = { id: '' }] = await drawn('p1')
    // What a placement takes is given back by the placement only.
    await expect(hours.takeBack(lotte, 'school', id)).rejects.toMatchObject({ name: 'NotFound' })
    await draw('p1', [])
    expect(await drawn('p1')).toEqual([])
    expect((await booked()).every((week) => week.booked === 0)).toBe(true)
  })

  test('is refused where a week is full, with the week and the person, and nothing of it stays', async () => {
    const { draw, drawn, room, budget } = await setUp(open)
    await budget('femke', 2)
    await draw('p1', [of('femke', 90, '2026-12-14')])
    await expect(draw('p2', [of('mira', 60), of('femke', 60)])).rejects.toMatchObject({
      ...{ name: 'Conflict', reason: 'overBooked', week: '2026-12-14', person: 'femke' },
    })
    expect(await drawn('p2')).toEqual([])
    expect(Object.fromEntries(await room(['femke', 'mira', 'lotte'], 60))).toEqual({
      femke: 'full',
      mira: 'unknown',
      lotte: 'unknown',
    })
    await budget('lotte', 1)
    expect((await room(['lotte'], 60)).get('lotte')).toBe('room')
    // No hours at all is a number too.
    await budget('lotte', 0)
    await expect(draw('p3', [of('lotte', 15)])).rejects.toMatchObject({ reason: 'overBooked', person: 'lotte' })
  })

  test('of who has no budget is written down and refuses nothing; a budget that comes later sees it', async () => {
    const { hours, draw, drawn, budget } = await setUp(open)
    await draw('p1', [of('mira', 600)])
    await draw('p2', [of('mira', 600)])
    expect(await drawn('p1')).toMatchObject([{ account: 'mira', hasBudget: false }])
    const board = await hours.board(lotte, 'school')
    expect(board.people).toMatchObject([{ account: 'mira', weeks: [], bookings: [{ ref: 'p1' }, { ref: 'p2' }] }])
    expect(board.bottleneck).toBeUndefined()
    expect(await hours.leftAt(['school'], '2026-12-01')).toEqual([])
    await expect(budget('mira', 19)).rejects.toMatchObject({ reason: 'belowBooked', week: '2026-11-30' })
    // Nobody keeps a budget of her yet: her other employer may.
    await budget('mira', 20, '2026-11-30', 'keiland')
    expect(await drawn('p1')).toMatchObject([{ hasBudget: true }])
    await expect(draw('p3', [of('mira', 15)])).rejects.toMatchObject({ reason: 'overBooked' })
    await expect(budget('mira', 30)).rejects.toMatchObject({ reason: 'keptElsewhere' })
    // Who is a member of nothing here has nothing to draw from, and stands in nobody's way.
    await draw('p4', [of('stranger', 60)])
    expect(await drawn('p4')).toEqual([])
  })

  test('by many at once for two people each fills their weeks to the minute, and nobody waits for ever', {
    timeout: 120_000,
  }, async () => {
    const { draw, budget, booked } = await setUp(open)
    await budget('femke', 5)
    await budget('lotte', 4)
    const outcomes = await Promise.allSettled(
      Array.from({ length: 24 }, (_, at) => {
        const both = [of('femke', 30), of('lotte', 30, at % 2 === 0 ? '2026-11-30' : '2026-12-14')]
        return draw(`p${at}`, at % 3 === 0 ? both.toReversed() : both)
      }),
    )
    const refused = outcomes.filter((one) => one.status === 'rejected')
    expect(new Set(refused.map(({ reason }) => reason.reason)), name).toEqual(new Set(['overBooked']))
    expect(outcomes.length - refused.length).toBe(8)
    for (const week of await booked()) expect(week.booked).toBe(week.sum)
    // Each of them again, otherwise: still never over.
    await Promise.allSettled(outcomes.map((_, at) => draw(`p${at}`, [of(at % 2 === 0 ? 'femke' : 'lotte', 45)])))
    for (const { account, booked: taken, sum } of await booked()) {
      expect(taken).toBe(sum)
      expect(taken).toBeLessThanOrEqual(account === 'femke' ? 300 : 240)
    }
  })
})
