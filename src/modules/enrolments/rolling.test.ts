import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { lastDayOf, monthsFrom } from './rolling.ts'
import { type TestWorld, testWorld, theStart } from './world-for-tests.ts'

const conflict = (reason: string) => ({ name: 'Conflict', reason })

test('a wished month lasts to its last day, also in February and December', () => {
  expect(['2027-02-01', '2028-02-01', '2026-12-01'].map(lastDayOf)).toEqual(['2027-02-28', '2028-02-29', '2026-12-31'])
  expect(monthsFrom('2026-11-30', 3)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01'])
})

describe.each(freshDatabases())('an offering that people start at any time on $name', { timeout: 120_000 }, ({ open }) => {
  async function world(places?: number): Promise<TestWorld> {
    const db = await open()
    onTestFinished(() => db.close())
    const made = await testWorld(db, places === undefined ? {} : { places })
    await made.task((inside) =>
      inside.query(`update offering set facts = facts || '{"rolling": true}' where id = $1`, [theStart.offering]),
    )
    return made
  }
  const { offering } = theStart
  const wish = (month: string) => ({ offering, startsOn: '', month, called: 'Ada' })
  const through = async ({ enrolments, coach }: TestWorld, id: string) => {
    for (const { number } of (await enrolments.get(coach, id)).steps)
      await enrolments.settleStep(coach, id, number, { outcome: 'passed' })
  }

  test('is applied to with a month, and the educator admits to a day', async () => {
    const made = await world()
    const { enrolments, coach, person, one, told } = made
    const ada = person('ada')
    expect(await enrolments.openStarts(ada, [offering])).toContainEqual({ offering, startsOn: '', window: 'open' })
    const id = await enrolments.apply(ada, wish('2027-03'))
    expect(await one(id)).toMatchObject({ state: 'applied', wishedMonth: '2027-03-01', startsOn: '2027-03-31' })
    expect((await enrolments.openStarts(ada, [offering])).find(({ startsOn }) => startsOn === '')).toMatchObject({ own: id })
    await expect(enrolments.apply(ada, wish('2027-03'))).rejects.toMatchObject(conflict('openAlready'))
    await expect(enrolments.admit(coach, id, '2027-03-08')).rejects.toMatchObject(conflict('stepsOpen'))
    await through(made, id)
    for (const day of [undefined, '', 'maart', '2026-11-01', '2027-02-30'])
      await expect(enrolments.admit(coach, id, day), day).rejects.toMatchObject({ name: 'Invalid', where: 'startsOn' })
    expect(await one(id)).toMatchObject({ wishedMonth: '2027-03-01' })
    expect(await enrolments.admit(coach, id, '2027-03-08')).toBe('admitted')
    const after = await one(id)
    expect(after).toMatchObject({ state: 'admitted', startsOn: '2027-03-08' })
    expect(after).not.toHaveProperty('wishedMonth')
    await enrolments.take(ada, id)
    const starts = await enrolments.listStarts(coach, 'school')
    const of = (startsOn: string) => starts.find((start) => start.startsOn === startsOn)
    expect([of('2027-03-08')?.taken, of('2027-03-08')?.held, of('2027-03-31')?.taken]).toEqual([1, 0, 0])
    expect(told.at(-1)).toBe('place to ada')
  })

  test('a day that the offering names keeps its places: who comes too late waits for that day', async () => {
    const made = await world(1)
    const { enrolments, coach, person, through: throughAll, one } = made
    const first = await throughAll('bob')
    await enrolments.admit(coach, first)
    const id = await enrolments.apply(person('ada'), wish('2027-02'))
    await through(made, id)
    expect(await enrolments.admit(coach, id, theStart.startsOn)).toBe('waiting')
    expect(await one(id)).toMatchObject({ state: 'waiting', startsOn: theStart.startsOn })
    // Nobody is on one day twice.
    const again = await enrolments.apply(person('ada'), wish('2027-04'))
    await through(made, again)
    await expect(enrolments.admit(coach, again, theStart.startsOn)).rejects.toMatchObject(conflict('openAlready'))
  })

  test('only in a month that comes, and only where people start at any time', async () => {
    const { enrolments, person, task } = await world()
    const apply = (month: string) => enrolments.apply(person('ada'), wish(month))
    for (const month of ['', '2026-10', '2027-13', 'maart', '2031-01'])
      await expect(apply(month), month).rejects.toMatchObject({ name: 'Invalid', where: 'month' })
    await task((inside) => inside.query(`update offering set facts = facts || '{"rolling": false}'`))
    await expect(apply('2027-03')).rejects.toMatchObject(conflict('notOpen'))
  })

  test('who wished a month that passed without a day is told so by time, and not before it is over', async () => {
    const { enrolments, person, day, one, told } = await world()
    const id = await enrolments.apply(person('ada'), wish('2026-12'))
    day('2026-12-31')
    await enrolments.tick()
    expect((await one(id)).state).toBe('applied')
    day('2027-02-01')
    await enrolments.tick()
    expect(await one(id)).toMatchObject({ state: 'withdrawn', reason: 'startPassed' })
    expect(told).toContain('missed to ada')
  })
})
