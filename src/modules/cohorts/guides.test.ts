import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs } from '../../platform/index.ts'
import type { Actor } from '../permissions/index.ts'
import type { NamedGuide } from './guides.ts'
import { type CohortWorld, cohortWorld } from './world-for-tests.ts'

describe.each(freshDatabases())('who guides a cohort on $name', { timeout: 60_000 }, ({ open }) => {
  let world: CohortWorld
  let id: string
  beforeEach(async () => {
    const db = await open()
    onTestFinished(() => db.close())
    world = await cohortWorld(db)
    id = (await world.filled()).id
    await task(
      `insert into account (id, email, email_folded, name, created_at, seen_on) values ('mo', 'mo@e.nl', 'mo@e.nl', 'Name of mo', now(), current_date)`,
    )
    await task(`insert into member values ('school', 'mo', '{studyCoach}', now())`)
  }, 60_000)

  const task = (sql: string) => actAs(world.db, { task: 'test' }, (inside) => inside.query(sql))
  const settled = () => task(`update cohort set state = 'settled'`)
  const named = (more: Partial<NamedGuide> = {}): NamedGuide => ({
    ...{ person: 'lot', as: 'mentor', from: '2027-02-15', until: '2027-03-14', hoursPerWeek: 2, ...more },
  })
  const guides = async () =>
    (await world.cohorts.look(world.coach, id, 'nl')).guides.map(({ name, as, hoursPerWeek, hasBudget }) => [
      name,
      as,
      hoursPerWeek,
      hasBudget,
    ])
  const budget = (person: string, hoursPerWeek: number, organisation = 'school') => {
    const owner: Actor = {
      ...{ kind: 'account', account: 'o', session: 's', administrator: false },
      memberships: [{ organisation, kind: 'educator', roles: ['owner'] }],
    }
    const days = { from: '2027-01-04', until: '2027-06-30' }
    return world.seniorHours.setBudget(owner, organisation, { person, role: 'guestTeacher', ...days, hoursPerWeek })
  }

  test('is named once it is settled, and their hours are booked', async () => {
    const { cohorts, coach } = world
    await expect(cohorts.nameGuide(coach, id, named())).rejects.toMatchObject({ reason: 'wrongState' })
    await settled()
    await cohorts.nameGuide(coach, id, named())
    expect(await guides()).toEqual([['Name of lot', 'mentor', 2, false]])
    await budget('lot', 3)
    await cohorts.nameGuide(coach, id, named({ as: 'guestTeacher', from: '2027-03-01', hoursPerWeek: 1 }))
    expect(await guides()).toEqual([
      ['Name of lot', 'mentor', 2, true],
      ['Name of lot', 'guestTeacher', 1, true],
    ])
    // Named again it is what was said last.
    await cohorts.nameGuide(coach, id, named({ hoursPerWeek: 1.5 }))
    expect((await guides()).toSorted()).toEqual([
      ['Name of lot', 'guestTeacher', 1, true],
      ['Name of lot', 'mentor', 1.5, true],
    ])
    await cohorts.dismissGuide(coach, id, 'lot', 'guestTeacher')
    expect(await guides()).toEqual([['Name of lot', 'mentor', 1.5, true]])
    await expect(cohorts.dismissGuide(coach, id, 'lot', 'guestTeacher')).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('who is full is refused, with the week and who has room', async () => {
    const { cohorts, coach } = world
    await settled()
    await budget('lot', 1)
    await expect(cohorts.nameGuide(coach, id, named())).rejects.toMatchObject({
      ...{ name: 'Conflict', reason: 'guideFull' },
      guide: { name: 'Name of lot', week: '2027-02-15', room: [], unknown: ['Name of mo'] },
    })
    await budget('mo', 2)
    await expect(cohorts.nameGuide(coach, id, named())).rejects.toMatchObject({ guide: { room: ['Name of mo'] } })
    expect(await guides()).toEqual([])
    for (const [wrong, where] of [
      [{ person: 'kim' }, 'guide'],
      [{ as: 'boss' }, 'guide'],
      [{ until: '2027-01-01' }, 'guideDays'],
      [{ hoursPerWeek: 0.1 }, 'guideHours'],
    ] as const)
      await expect(cohorts.nameGuide(coach, id, named(wrong))).rejects.toMatchObject({ name: 'Invalid', where })
  })

  test('may be a guest teacher of an employer that gave them hours for it; others of it are not shown', async () => {
    const { cohorts, coach } = world
    await settled()
    const names = async () => (await cohorts.look(coach, id, 'nl')).guideChoices.map(({ name }) => name)
    expect(await names()).toEqual(['Name of lot', 'Name of mo'])
    await budget('kim', 2, 'keiland')
    expect(await names()).toEqual(['Name of lot', 'Name of mo', 'Name of kim'])
    await cohorts.nameGuide(coach, id, named({ person: 'kim', as: 'guestTeacher' }))
    expect(await guides()).toEqual([['Name of kim', 'guestTeacher', 2, true]])
  })

  test.each(['orderAgain', 'cancel', 'lapse'] as const)('are free again when it does not go on (%s)', async (how) => {
    const { cohorts, coach } = world
    await settled()
    await cohorts.nameGuide(coach, id, named())
    if (how === 'cancel') await cohorts.cancel(coach, id)
    else if (how === 'orderAgain') await cohorts.goTo(coach, id, 'orderAgain')
    else {
      world.day('2027-05-01')
      expect((await cohorts.keepHouse()).lapsed).toBe(1)
    }
    expect(await task('select 1 from senior_booking')).toEqual([])
  })
})
