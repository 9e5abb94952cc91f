/** What a placement takes of who guides, out of the one budget that each has. */
import fc from 'fast-check'
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, type Database, nextDay } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import { weeksGuided } from './guides.ts'
import { mondayOf } from './week.ts'
import { type TestWorld, testWorld } from './world-for-tests.ts'

const [first, last] = ['2026-12-07', '2027-01-31']
const period = { from: first, until: last }

describe.each(freshDatabases())('hours of who guides a placement on $name', { timeout: 120_000 }, ({ open, name }) => {
  let db: Database
  let world: TestWorld
  beforeEach(async () => {
    db = await open()
    const opened = db
    onTestFinished(() => opened.close())
    world = await testWorld(db)
  }, 60_000)

  const owner = (organisation: string): Actor => ({
    ...{ kind: 'account', account: 'owner', session: 's', administrator: false },
    memberships: [{ organisation, kind: 'employer', roles: ['owner'] }],
  })
  const budget = (person: string, hoursPerWeek: number, organisation = 'keiland', until = '2027-06-30') =>
    world.seniorHours.setBudget(owner(organisation), organisation, {
      ...{
        person,
        role: organisation === 'school' ? 'studyCoach' : 'practiceSupervisor',
        from: '2026-11-30',
        until,
        hoursPerWeek,
      },
    })
  const drawn = async (id: string) =>
    (await actAs(db, { organisations: [] }, (inside) => world.seniorHours.drawnFor(inside, id))).map(
      ({ account, fromWeek, untilWeek, minutesPerWeek }) => [account, fromWeek, untilWeek, minutesPerWeek],
    )

  const ofOther = async (id: string) => (await drawn(id)).filter(([who]) => who === 'other')

  test('are booked when it is offered, as the rules have it, stand in the text, and go when it is taken back', async () => {
    const { placements, coach, ada, draft } = world
    await budget('supervisor', 3)
    const id = await draft(period)
    expect((await placements.get(coach, id)).guides.map(({ state }) => state)).toEqual(['later', 'later'])
    await placements.offer(coach, id)
    expect(await drawn(id)).toEqual([
      ['coach', '2026-12-07', '2027-01-25', 15],
      ['supervisor', '2026-12-07', '2027-01-25', 60],
    ])
    const { guides, agreements } = await placements.get(ada, id)
    // Of the coach nobody said how many hours there are: nothing is held back, and it says so.
    expect(guides).toEqual([
      { as: 'supervisor', minutesPerWeek: 60, state: 'booked' },
      { as: 'coach', minutesPerWeek: 15, state: 'noBudget' },
    ])
    expect(agreements[0]?.text?.nl).toContain('De leermeester heeft elke week 1 uur voor de student.')
    expect(agreements[0]?.text?.en).toContain('The study coach of the school has 0.25 hours each week.')
    await placements.withdraw(ada, id)
    expect(await drawn(id)).toEqual([])
  })

  test('full: who offers hears which week, and who has room; what the parties agree counts, not the rule', async () => {
    const { placements, coach, draft } = world
    await budget('supervisor', 1.5)
    await budget('other', 2)
    await placements.offer(coach, await draft(period))
    const id = await draft({ ...period, person: 'bob', from: '2026-12-21' })
    const refused = placements.offer(coach, id)
    await expect(refused).rejects.toMatchObject({
      ...{ name: 'Conflict', reason: 'guideFull' },
      guide: { name: 'Name of supervisor', week: '2026-12-21', room: ['Name of other'], unknown: [] },
    })
    expect((await placements.get(coach, id)).placement.state).toBe('draft')
    expect(await drawn(id)).toEqual([])
    await expect(placements.changeDraft(coach, id, { supervisorMinutes: 20 })).rejects.toMatchObject({ where: 'guideHours' })
    await placements.changeDraft(coach, id, { supervisorMinutes: 30, coachMinutes: 0 })
    await placements.offer(coach, id)
    expect(await drawn(id)).toEqual([['supervisor', '2026-12-21', '2027-01-25', 30]])
  })

  test('follow another supervisor, standing still, an addendum and the end', async () => {
    const { placements, coach, recruiter, ada, region, signAs, active, day } = world
    await budget('supervisor', 1)
    const id = await active({ ...period, coachMinutes: 0 })
    day('2026-12-16')
    // Two weeks of leave, over three Mondays: the week that is half away stays booked.
    await placements.interrupt(ada, id, { from: '2026-12-21', until: '2027-01-03', reason: 'leave' })
    expect(await drawn(id)).toEqual([
      ['supervisor', '2026-12-07', '2026-12-07', 60],
      ['supervisor', '2026-12-14', '2026-12-14', 60],
      ['supervisor', '2027-01-04', '2027-01-25', 60],
    ])
    day('2026-12-23')
    await placements.tick()
    await placements.resume(ada, id)
    expect((await drawn(id)).at(-1)).toEqual(['supervisor', '2026-12-21', '2027-01-25', 60])
    day('2027-01-06')
    await placements.setPeople(recruiter, id, { supervisor: 'other' })
    expect(await ofOther(id)).toEqual([['other', '2027-01-04', '2027-01-25', 60]])
    expect((await drawn(id)).every(([who, , until]) => who === 'other' || String(until) < '2027-01-04')).toBe(true)
    // Longer, and more: what it would take more is held while it waits for signatures.
    await budget('other', 2)
    await placements.addAddendum(coach, id, { until: '2027-02-14', supervisorMinutes: 90 })
    expect(await drawn(`${id}/addendum`)).toEqual([
      ['other', '2027-01-04', '2027-01-25', 30],
      ['other', '2027-02-01', '2027-02-08', 90],
    ])
    await signAs(id, ada, coach, recruiter, region)
    expect(await drawn(`${id}/addendum`)).toEqual([])
    expect(await ofOther(id)).toEqual([['other', '2027-01-04', '2027-02-08', 90]])
    await expect(placements.addAddendum(coach, id, { supervisorMinutes: 150 })).rejects.toMatchObject({ reason: 'guideFull' })
    await placements.end(ada, id, { reason: 'otherJob' })
    expect(await ofOther(id)).toEqual([['other', '2027-01-04', '2027-01-04', 90]])
  })

  test('two offers at once for the last hours: one of them is first', async () => {
    const { placements, coach, draft } = world
    await budget('supervisor', 1)
    await budget('coach', 10, 'school')
    for (let turn = 0; turn < 3; turn++) {
      const ids = [await draft(period), await draft({ ...period, person: 'bob' })]
      const done = await Promise.allSettled(ids.map((id) => placements.offer(coach, id)))
      expect(
        done.filter(({ status }) => status === 'fulfilled'),
        name,
      ).toHaveLength(1)
      for (const [at, id] of ids.entries()) {
        expect((await drawn(id)).length > 0).toBe(done[at]?.status === 'fulfilled')
        await placements.withdraw(coach, id)
      }
    }
  })

  test('whatever happens, the weeks that are booked are those that are guided from now on', { timeout: 240_000 }, async () => {
    const { placements, coach, recruiter, ada, day, active } = world
    const doings = ['interrupt', 'resume', 'other', 'back', 'end', 'week'] as const
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...doings), { minLength: 2, maxLength: 8 }), async (sequence) => {
        let today = '2026-11-30'
        day(today)
        const id = await active({ from: first, until: '2027-02-28' })
        for (const doing of sequence) {
          await perform(doing).catch((error: Error) => expect(['Conflict', 'Invalid']).toContain(error.name))
          const { placement, interruptions } = await placements.get(coach, id)
          const runs = placement.state === 'active' || placement.state === 'interrupted'
          const wanted = runs ? weeksGuided(placement, interruptions).filter((week) => week > mondayOf(today)) : []
          const rows = await world.rows<{ account: string; week: string }>(
            `select w.account, w.week::text as week from senior_week w join senior_booking b
               on b.account = w.account and w.week between b.from_week and b.until_week where b.ref = $1 and w.week > $2::date order by 1, 2`,
            [id, mondayOf(today)],
          )
          const of = (who: string | undefined) => rows.filter(({ account }) => account === who).map(({ week }) => week)
          expect([of(placement.supervisor), of(placement.coach)], `${doing} on ${today}`).toEqual([wanted, wanted])
        }
        await world.rows('delete from senior_booking where ref = $1', [id])
        await world.rows('delete from placement where id = $1', [id])
        const wrong = await world.rows('select account, week from senior_week where booked_minutes <> 0')
        expect(wrong).toEqual([])

        async function perform(doing: (typeof doings)[number]): Promise<void> {
          switch (doing) {
            case 'interrupt':
              return placements.interrupt(ada, id, { from: nextDay(today, 7), until: nextDay(today, 25), reason: 'leave' })
            case 'resume':
              return placements.resume(ada, id)
            case 'other':
              return placements.setPeople(recruiter, id, { supervisor: 'other' })
            case 'back':
              return placements.setPeople(recruiter, id, { supervisor: 'supervisor' })
            case 'end':
              return placements.end(ada, id, { reason: 'other' })
            default: {
              today = nextDay(today, 8)
              day(today)
              await placements.tick()
            }
          }
        }
      }),
      { numRuns: 8 },
    )
  })
})
