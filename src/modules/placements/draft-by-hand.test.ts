import { beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { firstDay, type TestWorld, testWorld } from './world-for-tests.ts'

describe.each(freshDatabases())('a placement drafted by hand on $name', { timeout: 60_000 }, ({ open }) => {
  let world: TestWorld
  beforeEach(async () => {
    const db = await open()
    onTestFinished(() => db.close())
    world = await testWorld(db)
  }, 60_000)

  const terms = { from: firstDay, until: '2027-07-31', hoursPerWeek: 32, scheme: 'other' } as const
  const asSchool = (more: object = {}) =>
    world.placements.draftByHand(world.coach, {
      organisation: 'school',
      enrolment: 'of-ada',
      employer: 'keiland',
      ...terms,
      ...more,
    })
  const asEmployer = (more: object = {}) =>
    world.placements.draftByHand(world.recruiter, { organisation: 'keiland', enrolment: 'of-ada', ...terms, ...more })

  test('by a school, for an enrolment of its own', async () => {
    const { placements, coach, ada } = world
    const { id } = await asSchool({ supporter: 'region' })
    expect((await placements.get(ada, id)).placement).toMatchObject({
      ...{ person: 'ada', school: 'school', employer: 'keiland', supporter: 'region', programme: 'linux', offering: 'linux-1' },
      ...{ state: 'draft', hoursPerWeek: 32 },
    })
    expect((await placements.get(coach, id)).steps).toMatchObject([{ step: 'propose', side: 'school' }])
    await expect(asSchool()).rejects.toMatchObject({ reason: 'openAlready' })
    for (const [wrong, where] of [
      [{ enrolment: '' }, 'enrolment'],
      [{ enrolment: 'elsewhere' }, 'enrolment'],
      [{ employer: '' }, 'employer'],
      [{ employer: 'school' }, 'employer'],
      [{ scheme: 'bbl' }, 'crebo'],
      [{ until: firstDay }, 'period'],
      [{ hoursPerWeek: Number.NaN }, 'hoursPerWeek'],
      [{ supporter: 'veenrand' }, 'supporter'],
    ] as const)
      await expect(asSchool({ person: 'bob', ...wrong }), where).rejects.toMatchObject({ name: 'Invalid', where })
  })

  test('by an employer with the number that the student gave; the school makes the text', async () => {
    const { placements, coach, recruiter, supervisor, stranger } = world
    const { id } = await asEmployer({ scheme: 'bbl', crebo: '27016' })
    const { placement, steps } = await placements.get(recruiter, id)
    expect(placement).toMatchObject({ person: 'ada', school: 'school', employer: 'keiland', crebo: '27016' })
    expect(steps).toMatchObject([{ step: 'propose', side: 'employer' }])
    await expect(placements.offer(recruiter, id)).rejects.toMatchObject({ name: 'Forbidden' })
    await placements.setPeople(coach, id, { supervisor: 'supervisor', coach: 'coach' })
    await placements.offer(coach, id)
    // A number that is guessed finds nothing, and says no more than that.
    await expect(asEmployer({ enrolment: 'guessed' })).rejects.toMatchObject({ name: 'Invalid', where: 'enrolment' })
    await expect(
      placements.draftByHand(supervisor, { organisation: 'keiland', enrolment: 'of-ada', ...terms }),
    ).rejects.toMatchObject({ name: 'Forbidden' })
    await expect(
      placements.draftByHand(stranger, { organisation: 'keiland', enrolment: 'of-ada', ...terms }),
    ).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('somebody is asked to enrol once for a start, and the answer tells nothing of them', async () => {
    const { placements, coach, recruiter, told } = world
    const asked = {
      school: 'school',
      email: ' New@Example.nl ',
      offering: 'linux-1',
      startsOn: firstDay,
      language: 'nl',
    } as const
    told.length = 0
    await placements.inviteStudent(coach, asked)
    expect(told).toEqual(['invited to new@example.nl'])
    await expect(placements.inviteStudent(coach, { ...asked, email: 'no address' })).rejects.toMatchObject({ where: 'email' })
    await expect(placements.inviteStudent(coach, { ...asked, offering: 'other' })).rejects.toMatchObject({ where: 'programme' })
    await expect(placements.inviteStudent(recruiter, { ...asked, school: 'keiland' })).rejects.toMatchObject({
      name: 'Forbidden',
    })
    expect(await placements.drafting(coach, 'school')).toMatchObject({
      side: 'school',
      starts: [{ offering: 'linux-1', startsOn: firstDay }, { offering: 'linux-1' }],
    })
    expect(await placements.drafting(recruiter, 'keiland')).toEqual({ side: 'employer', starts: [] })
  })
})
