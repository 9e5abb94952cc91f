/** Many at once, on databases where that can be: each in its own connection. No place is given twice, and none is lost. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { people, type TestWorld, testWorld, theStart } from './world-for-tests.ts'

const own = freshDatabases().filter(({ name }) => name === 'postgresql')

describe.skipIf(own.length === 0).each(own)('places at once on $name', { timeout: 120_000 }, ({ open }) => {
  async function world(places: number): Promise<TestWorld> {
    const db = await open()
    onTestFinished(() => db.close())
    return testWorld(db, { places })
  }
  const settled = async <T>(all: readonly Promise<T>[]): Promise<T[]> =>
    (await Promise.allSettled(all)).flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []))
  const states = async ({ one }: TestWorld, ids: readonly string[]): Promise<string[]> =>
    (await Promise.all(ids.map(one))).map(({ state }) => state)

  test('eight are admitted at once to three places: three have one, five wait', async () => {
    const at = await world(3)
    const ids = await Promise.all(people.map((name) => at.through(name)))
    const outcomes = await settled(ids.map((id) => at.enrolments.admit(at.coach, id)))
    expect(outcomes.toSorted()).toEqual([...Array(3).fill('admitted'), ...Array(5).fill('waiting')])
    expect(await at.start()).toMatchObject({ places: 3, taken: 0, held: 3 })
  })

  test('all with a place withdraw at once: as many who wait are offered one', async () => {
    const at = await world(3)
    const ids = await Promise.all(people.map((name) => at.through(name)))
    for (const id of ids) await at.enrolments.admit(at.coach, id)
    const holders = people.slice(0, 3)
    await Promise.all(holders.map((name, n) => at.enrolments.take(at.person(name), ids[n] ?? '')))
    at.told.length = 0
    await Promise.all(holders.map((name, n) => at.enrolments.withdraw(at.person(name), ids[n] ?? '')))
    expect(await states(at, ids)).toEqual([
      ...Array(3).fill('withdrawn'),
      ...Array(3).fill('admitted'),
      ...Array(2).fill('waiting'),
    ])
    expect(at.told.filter((line) => line.startsWith('place'))).toHaveLength(3)
    expect(await at.start()).toMatchObject({ taken: 0, held: 3 })
  })

  test('the clock in three processes, people and the educator at the same moment: still never over', async () => {
    const at = await world(2)
    const ids = await Promise.all(people.map((name) => at.through(name)))
    for (const id of ids) await at.enrolments.admit(at.coach, id)
    at.day('2026-12-08')
    await Promise.allSettled([
      ...[1, 2, 3].map(() => at.enrolments.tick()),
      ...ids.slice(0, 4).map((id, n) => at.enrolments.take(at.person(people[n] ?? ''), id)),
      ...ids.slice(4).map((id, n) => at.enrolments.withdraw(at.person(people[n + 4] ?? ''), id)),
      at.enrolments.setPlaces(at.coach, { organisation: 'school', ...theStart }, { places: '3' }),
    ])
    await at.enrolments.tick()
    const start = await at.start()
    const now = await states(at, ids)
    const count = (...of: string[]): number => now.filter((state) => of.includes(state)).length
    expect([start.taken, start.held]).toEqual([count('enrolled'), count('admitted')])
    expect(start.taken + start.held).toBeLessThanOrEqual(start.places ?? 0)
    expect(at.told.filter((line) => line.includes('could not'))).toEqual([])
  })

  test('somebody who applies twice at once has one enrolment', async () => {
    const at = await world(3)
    const asked = [1, 2, 3, 4].map(() => at.enrolments.apply(at.person('ada'), { ...theStart, called: 'Ada' }))
    expect(await settled(asked)).toHaveLength(1)
  })

  test('the database itself refuses a place too many, whoever writes it', async () => {
    const at = await world(1)
    const ids = await Promise.all(people.slice(0, 2).map((name) => at.through(name)))
    const write = (id: string | undefined) =>
      at.task((inside) => inside.query(`update enrolment set state = 'enrolled' where id = $1`, [id]))
    await write(ids[0])
    await expect(write(ids[1])).rejects.toThrow(/enrolment_places/)
    expect(await at.start()).toMatchObject({ taken: 1 })
  })
})
