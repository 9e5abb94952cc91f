import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { nextPlan, type TestWorld, testWorld, theStart } from './world-for-tests.ts'

const conflict = (reason: string) => ({ name: 'Conflict', reason })

describe.each(freshDatabases())('enrolments on $name', { timeout: 180_000 }, ({ open }) => {
  async function world(given: Parameters<typeof testWorld>[1] = {}): Promise<TestWorld> {
    const db = await open()
    onTestFinished(() => db.close())
    return testWorld(db, given)
  }

  test('from applying to completed, each move written down', async () => {
    const { enrolments, coach, person, told, day, one } = await world({ places: 5 })
    const ada = person('ada')
    const id = await enrolments.apply(ada, { ...theStart, called: ' Ada ', email: true, skills: true })
    expect(await one(id)).toMatchObject({
      ...{ state: 'applied', called: 'Ada', email: 'ada@example.nl', programmeTitle: { nl: 'Beheer' } },
      skills: [
        { skill: 'linux', level: 2, has: 'has' },
        { skill: 'networks', level: 2, has: 'hasNot' },
        { skill: 'cloud', level: 2, has: 'unknown' },
      ],
    })
    await enrolments.planStep(coach, id, 1, { on: '2026-12-04', text: '10.00, online' })
    expect((await enrolments.get(ada, id)).steps).toMatchObject([{ plannedOn: '2026-12-04', plannedText: '10.00, online' }])
    await enrolments.settleStep(coach, id, 1, { outcome: 'passed' })
    expect(await enrolments.admit(coach, id)).toBe('admitted')
    expect((await one(id)).heldUntil).toBe('2026-12-05')
    await enrolments.take(ada, id)
    await expect(enrolments.start(coach, id)).rejects.toMatchObject(conflict('notBegun'))
    day('2027-02-01')
    await enrolments.start(coach, id)
    await enrolments.complete(coach, id)
    const { moves, enrolment, open: moreMoves } = await enrolments.get(ada, id)
    expect(moves.map(({ move, bySide, state }) => `${move} ${bySide} ${state}`)).toEqual([
      'apply person applied',
      'begin educator admitting',
      'admit educator admitted',
      'take person enrolled',
      'start educator started',
      'complete educator completed',
    ])
    expect(enrolment).not.toHaveProperty('person')
    expect(moreMoves).toEqual([])
    expect(told).toEqual(['applied to ada', 'new to educator', 'step-planned to ada', 'step-result to ada', 'place to ada'])
  })

  test('only in the window, of a start that is there, once, and not everywhere', async () => {
    const { enrolments, person, day, task } = await world({ places: 5 })
    const ada = person('ada')
    const apply = (offering: string) => enrolments.apply(ada, { offering, startsOn: theStart.startsOn, called: 'Ada' })
    day('2026-11-14')
    await expect(apply('offering')).rejects.toMatchObject(conflict('notOpen'))
    day('2027-01-21')
    await expect(apply('offering')).rejects.toMatchObject(conflict('notOpen'))
    day('2027-01-20')
    const id = await apply('offering')
    await expect(apply('offering')).rejects.toMatchObject(conflict('openAlready'))
    await apply('offering-2')
    await expect(apply('offering-3')).rejects.toMatchObject(conflict('manyOpen'))
    await enrolments.withdraw(ada, id)
    await apply('offering-3')
    await expect(apply('missing')).rejects.toMatchObject({ name: 'NotFound' })
    const other = { offering: 'offering-2', startsOn: '2027-03-01', called: 'Bob' }
    await expect(enrolments.apply(person('bob'), other)).rejects.toMatchObject(conflict('notOpen'))
    await expect(enrolments.apply(person('bob'), { ...theStart, called: '  ' })).rejects.toMatchObject({ where: 'called' })
    await expect(enrolments.apply({ kind: 'visitor' }, { ...theStart, called: 'x' })).rejects.toMatchObject({
      name: 'SignInNeeded',
    })
    // Withdrawn, or of nobody here: there is nobody to apply to.
    await task((inside) => inside.query(`update programme set organisation = null`))
    await expect(enrolments.apply(person('bob'), { ...theStart, called: 'Bob' })).rejects.toMatchObject(conflict('notOpen'))
    await task((inside) => inside.query(`update programme set state = 'withdrawn', organisation = 'school'`))
    await expect(enrolments.apply(person('bob'), { ...theStart, called: 'Bob' })).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('steps go one by one; not passing is no refusal, says why, and can be done again', async () => {
    const { enrolments, coach, person, one } = await world({ places: 5, steps: 2 })
    const id = await enrolments.apply(person('ada'), { ...theStart, called: 'Ada' })
    await expect(enrolments.settleStep(coach, id, 2, { outcome: 'passed' })).rejects.toMatchObject(conflict('stepsOpen'))
    await expect(enrolments.settleStep(coach, id, 1, { outcome: 'notPassed' })).rejects.toMatchObject({ where: 'stepReason' })
    await expect(enrolments.settleStep(coach, id, 1, { outcome: '7.5' })).rejects.toMatchObject({ where: 'outcome' })
    await enrolments.settleStep(coach, id, 1, { outcome: 'notPassed', reason: 'De tijd was om.' })
    expect((await one(id)).state).toBe('admitting')
    await expect(enrolments.admit(coach, id)).rejects.toMatchObject(conflict('stepsOpen'))
    await expect(enrolments.planStep(coach, id, 1, { on: '2026-11-29' })).rejects.toMatchObject({ where: 'plannedOn' })
    await enrolments.planStep(coach, id, 1, { on: '2026-12-10' })
    expect((await enrolments.get(coach, id)).steps[0]).not.toHaveProperty('outcome')
    for (const number of [1, 2]) await enrolments.settleStep(coach, id, number, { outcome: 'passed' })
    expect(await enrolments.admit(coach, id)).toBe('admitted')
    // The steps of the programme change; those of who applied do not.
    await enrolments.setAdmission(coach, { organisation: 'school', programme: 'programme' }, [])
    expect((await enrolments.get(coach, id)).steps).toHaveLength(2)
  })

  test('a place that comes free is held for the first who waits, then for the next', async () => {
    const { enrolments, coach, person, told, day, one, start, through } = await world({ places: 1 })
    const [ada, bob, cem] = [await through('ada'), await through('bob'), await through('cem')]
    expect(await enrolments.admit(coach, ada)).toBe('admitted')
    expect(await enrolments.admit(coach, cem)).toBe('waiting')
    day('2026-12-01')
    expect(await enrolments.admit(coach, bob)).toBe('waiting')
    await enrolments.take(person('ada'), ada)
    expect((await enrolments.get(person('bob'), bob)).before).toBe(1)
    expect(await start()).toMatchObject({ taken: 1, held: 0, places: 1 })
    told.length = 0
    await enrolments.withdraw(person('ada'), ada)
    expect(await one(cem)).toMatchObject({ state: 'admitted', heldUntil: '2026-12-06' })
    expect(told).toEqual(['withdrawn to educator', 'place to cem'])
    day('2026-12-06')
    expect(await enrolments.tick()).toMatchObject({ lapsed: 0, offered: 0 })
    day('2026-12-07')
    expect(await enrolments.tick()).toMatchObject({ lapsed: 1 })
    expect((await one(cem)).state).toBe('waiting')
    expect(await one(bob)).toMatchObject({ state: 'admitted', heldUntil: '2026-12-12' })
    expect(told.slice(2)).toEqual(['lapsed to cem', 'place to bob'])
    // Who let it pass is not asked by itself again, and can ask.
    await enrolments.withdraw(person('bob'), bob)
    expect((await one(cem)).state).toBe('waiting')
    await enrolments.tick()
    expect((await one(cem)).state).toBe('waiting')
    await enrolments.askAgain(person('cem'), cem)
    expect((await one(cem)).state).toBe('admitted')
    expect(await start()).toMatchObject({ taken: 0, held: 1 })
  })

  test('places are set: more go to who waits, fewer than are taken cannot be', async () => {
    const { enrolments, coach, person, one, start, through } = await world({ places: 1 })
    const [ada, bob] = [await through('ada'), await through('bob')]
    for (const id of [ada, bob]) await enrolments.admit(coach, id)
    await enrolments.take(person('ada'), ada)
    const at = { organisation: 'school', ...theStart }
    await enrolments.setPlaces(coach, at, { places: '2', enrolUntil: '2026-12-24' })
    expect((await one(bob)).state).toBe('admitted')
    await expect(enrolments.setPlaces(coach, at, { places: '1' })).rejects.toMatchObject(conflict('placesTaken'))
    await expect(enrolments.setPlaces(coach, at, { places: 'veel' })).rejects.toMatchObject({ where: 'places' })
    await expect(enrolments.setPlaces(coach, at, { places: '3', enrolUntil: '2027-02-02' })).rejects.toMatchObject({
      where: 'enrolUntil',
    })
    expect(await start()).toMatchObject({ places: 2, taken: 1, held: 1, byHand: true, enrolUntil: '2026-12-24' })
    // What is set by hand is not overwritten by the offering, whoever applies next.
    await through('cem')
    expect((await start()).places).toBe(2)
  })

  test('a no is of a person, with a reason of the list and the next plan in the same message', async () => {
    const { enrolments, coach, person, told, planned, one } = await world({ places: 1 })
    const id = await enrolments.apply(person('ada'), { ...theStart, called: 'Ada' })
    await expect(enrolments.decline(coach, id, { reason: 'tooOld' })).rejects.toMatchObject({ where: 'reason' })
    await expect(enrolments.decline(person('ada'), id, { reason: 'term' })).rejects.toMatchObject({ name: 'Forbidden' })
    expect((await one(id)).state).toBe('applied')
    planned.length = 0
    await enrolments.decline(coach, id, { reason: 'skillMissing', text: 'Doe eerst de basis.' })
    expect(await one(id)).toMatchObject({
      state: 'declined',
      reason: 'skillMissing',
      reasonText: 'Doe eerst de basis.',
      nextPlan,
    })
    expect(planned).toEqual(['programme'])
    expect(told.at(-1)).toBe('declined to ada')
  })

  test('who has a place is only told no when the start does not go on', async () => {
    const { enrolments, coach, person, one, through } = await world({ places: 1 })
    const id = await through('ada')
    await enrolments.admit(coach, id)
    await enrolments.take(person('ada'), id)
    await expect(enrolments.decline(coach, id, { reason: 'someoneElseFirst' })).rejects.toMatchObject({ where: 'reason' })
    await enrolments.decline(coach, id, { reason: 'startCancelled' })
    expect((await one(id)).state).toBe('declined')
  })

  test('time starts who has a place, and ends without a no what had none', async () => {
    const { enrolments, coach, person, told, day, one, through, planned } = await world({ places: 1 })
    const [ada, bob] = [await through('ada'), await through('bob')]
    for (const id of [ada, bob]) await enrolments.admit(coach, id)
    await enrolments.take(person('ada'), ada)
    day('2027-01-24')
    await enrolments.tick()
    expect(told).not.toContain('soon to ada')
    day('2027-01-25')
    await enrolments.tick()
    expect(told).toContain('soon to ada')
    day('2027-02-01')
    expect(await enrolments.tick()).toMatchObject({ started: 1, missed: 0 })
    day('2027-02-15')
    expect(await enrolments.tick()).toMatchObject({ missed: 0 })
    day('2027-02-16')
    planned.length = 0
    expect(await enrolments.tick()).toMatchObject({ missed: 1 })
    expect(planned).toEqual(['programme'])
    expect(await one(bob)).toMatchObject({ state: 'withdrawn', reason: 'startPassed', reasonBy: 'clock', nextPlan })
    expect(told.at(-1)).toBe('missed to bob')
    await enrolments.stop(person('ada'), ada, { reason: 'foundJob' })
    expect((await one(ada)).state).toBe('stopped')
    // Without a place four weeks, otherwise a year.
    day('2027-03-17')
    expect((await enrolments.tick()).removed).toBe(1)
    await expect(one(bob)).rejects.toThrow()
    day('2028-02-18')
    expect((await enrolments.tick()).removed).toBe(1)
  })

  test('an educator sees what was released and nothing else, and that is written down', async () => {
    const { enrolments, coach, stranger, person, recorded } = await world({ places: 2 })
    const id = await enrolments.apply(person('ada'), { ...theStart, called: 'A.', email: true, skills: true })
    await enrolments.apply(person('bob'), { ...theStart, called: 'Bob' })
    const { people } = await enrolments.getStart(coach, { organisation: 'school', ...theStart })
    expect(people.map(({ called, email, skills }) => [called, email, skills?.length])).toEqual([
      ['A.', 'ada@example.nl', 3],
      ['Bob', undefined, undefined],
    ])
    expect(JSON.stringify(people)).not.toMatch(/Name of|"person"|bob@/)
    expect(recorded).toEqual([
      { about: ['ada'], kinds: ['name', 'email', 'skills'] },
      { about: ['bob'], kinds: ['name'] },
    ])
    await enrolments.changeReleased(person('ada'), id, { called: 'Ada', email: false, keepSkills: false })
    expect((await enrolments.get(coach, id)).enrolment).toMatchObject({ called: 'Ada' })
    expect((await enrolments.get(coach, id)).enrolment).not.toHaveProperty('email')
    expect((await enrolments.get(coach, id)).enrolment).not.toHaveProperty('skills')
    // The person looking at their own is written down nowhere.
    recorded.length = 0
    await enrolments.get(person('ada'), id)
    expect(recorded).toEqual([])
    for (const who of [stranger, person('bob')]) await expect(enrolments.get(who, id)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(enrolments.getStart(stranger, { organisation: 'school', ...theStart })).rejects.toMatchObject({
      name: 'NotFound',
    })
    // Nor by asking for it as one of the own.
    await expect(enrolments.getStart(stranger, { organisation: 'other-school', ...theStart })).rejects.toMatchObject({
      name: 'NotFound',
    })
    const steps = [{ kind: 'interview', nl: 'Gesprek' }]
    await expect(
      enrolments.setAdmission(stranger, { organisation: 'other-school', programme: 'programme' }, steps),
    ).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('somebody erased leaves no row, and their place goes to who waits', async () => {
    const { enrolments, coach, person, one, start, task, through } = await world({ places: 1 })
    const [ada, bob] = [await through('ada'), await through('bob')]
    for (const id of [ada, bob]) await enrolments.admit(coach, id)
    await enrolments.take(person('ada'), ada)
    await task((inside) => inside.query(`delete from account where id = 'ada'`))
    expect(await start()).toMatchObject({ taken: 0, held: 0 })
    for (const table of ['enrolment_step', 'enrolment_move'])
      expect(await task((inside) => inside.query(`select 1 from ${table} where enrolment = $1`, [ada]))).toEqual([])
    expect(await enrolments.tick()).toMatchObject({ offered: 1 })
    expect((await one(bob)).state).toBe('admitted')
  })

  test('an educator that closes answers everybody', async () => {
    const { enrolments, coach, person, one, task, told, through } = await world({ places: 1 })
    const [ada, bob] = [await through('ada'), await through('bob')]
    await enrolments.admit(coach, ada)
    await enrolments.take(person('ada'), ada)
    told.length = 0
    expect(await task((inside) => enrolments.organisationCloses(inside, 'school'))).toBe(2)
    for (const id of [ada, bob]) expect(await one(id)).toMatchObject({ state: 'declined', reason: 'educatorCloses' })
    expect(told.toSorted()).toEqual(['declined to ada', 'declined to bob'])
  })

  test('other modules read and apply as a task; who has applied keeps it', async () => {
    const { enrolments, person, task } = await world({ places: 1 })
    const id = await enrolments.apply(person('ada'), { ...theStart, called: 'Ada' })
    await task(async (inside) => {
      expect((await enrolments.applyFor(inside, { ...theStart, called: 'x', person: 'ada' })).id).toBe(id)
      const bob = await enrolments.applyFor(inside, { ...theStart, called: 'Bob', person: 'bob' })
      expect(await enrolments.findIn(inside, bob.id)).toMatchObject({ person: 'bob', organisation: 'school', state: 'applied' })
      expect((await enrolments.openOf(inside, 'bob', theStart.offering, theStart.startsOn))?.id).toBe(bob.id)
      expect((await enrolments.ofStart(inside, theStart.offering, theStart.startsOn)).map(({ person: who }) => who)).toEqual([
        'ada',
        'bob',
      ])
    })
  })
})
