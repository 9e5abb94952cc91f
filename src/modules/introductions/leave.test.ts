import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, type Database } from '../../platform/index.ts'
import { type TestWorld, testWorld } from './world-for-tests.ts'

describe.each(freshDatabases())('leaving with introductions open, on $name', ({ open }) => {
  async function world(): Promise<TestWorld & { readonly db: Database }> {
    const db = await open()
    onTestFinished(() => db.close())
    return { ...(await testWorld(db)), db }
  }
  const asTask = <T>(db: Database, work: Parameters<typeof actAs<T>>[2]): Promise<T> => actAs(db, { task: 'test' }, work)

  test('who is not to be found any more answers no to who found them, at once, and keeps what they asked themselves', async () => {
    const { introductions, ada, veenrand, told, one, db } = await world()
    const found = await introductions.propose(veenrand, { vacancy: 'support', handle: '4127' })
    const own = await introductions.propose(ada, { vacancy: 'admin' })
    told.length = 0
    await asTask(db, (inside) => introductions.notFoundAnyMore(inside, 'ada'))
    expect(await one(found)).toMatchObject({
      state: 'declined',
      reason: 'ratherNotSay',
      reason_by: 'person',
      shown: { skills: [] },
    })
    expect((await one(own)).state).toBe('proposed')
    expect(told).toEqual(['stopped to organisation'])
    expect((await introductions.get(veenrand, found)).contact).toEqual({})
  })

  test('what somebody said yes to goes on when they are not to be found any more', async () => {
    const { introductions, ada, veenrand, one, db } = await world()
    const id = await introductions.propose(veenrand, { vacancy: 'support', handle: '4127' })
    await introductions.accept(ada, id)
    await asTask(db, (inside) => introductions.notFoundAnyMore(inside, 'ada'))
    expect((await one(id)).state).toBe('accepted')
  })

  test('who leaves keeps nobody waiting: what is released goes, and a vacancy that stood still for them opens', async () => {
    const { introductions, ada, bob, keiland, veenrand, day, stateOf, one, db } = await world()
    const talking = await introductions.propose(veenrand, { vacancy: 'support', handle: '4127' })
    await introductions.accept(ada, talking)
    await introductions.release(ada, talking, ['name'])
    const waiting = await introductions.propose(ada, { vacancy: 'admin' })
    day('2026-12-08')
    await introductions.tick()
    expect(await stateOf('admin')).toBe('paused')
    await asTask(db, (inside) => introductions.personLeaves(inside, 'ada'))
    expect(await stateOf('admin')).toBe('published')
    expect(await introductions.pauseOf('admin')).toBeUndefined()
    expect([(await one(talking)).state, (await one(waiting)).state]).toEqual(['withdrawn', 'withdrawn'])
    expect((await introductions.get(veenrand, talking)).contact).toEqual({})
    expect((await introductions.get(keiland, waiting)).introduction.shown).toEqual({ skills: [] })
    await asTask(db, (inside) => inside.query(`delete from account where id = 'ada'`))
    await expect(introductions.get(veenrand, talking)).rejects.toThrow('no introduction')
    // Somebody else can ask in the place that is free.
    await introductions.propose(bob, { vacancy: 'admin' })
  })

  test('an organisation that closes answers everybody, and who is hired stays so', async () => {
    const { introductions, ada, bob, keiland, told, one, stateOf, day, db } = await world()
    const hired = await introductions.propose(bob, { vacancy: 'admin' })
    await introductions.accept(keiland, hired)
    await introductions.agree(keiland, hired, 'hire')
    await introductions.agree(bob, hired, 'hire')
    const waits = await introductions.propose(ada, { vacancy: 'admin' })
    day('2026-12-08')
    await introductions.tick()
    told.length = 0
    await asTask(db, (inside) => introductions.organisationCloses(inside, 'keiland'))
    expect(await one(waits)).toMatchObject({ state: 'declined', reason: 'vacancyWithdrawn' })
    expect((await one(hired)).state).toBe('hired')
    expect(told).toEqual(['declined to person'])
    expect(await stateOf('admin')).toBe('paused')
    expect(await introductions.pauseOf('admin')).toBeUndefined()
  })
})
