/** Two at once, on databases where that can be: each in its own connection. */
import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs } from '../../platform/index.ts'
import { type TestWorld, testWorld } from './world-for-tests.ts'

const own = freshDatabases().filter(({ name }) => name === 'postgresql')

describe.skipIf(own.length === 0).each(own)('introductions at once on $name', ({ open }) => {
  async function world(): Promise<TestWorld & { count(sql: string): Promise<number> }> {
    const db = await open()
    onTestFinished(() => db.close())
    return {
      ...(await testWorld(db)),
      async count(sql) {
        const [row] = await actAs(db, { task: 'test' }, (inside) =>
          inside.query<{ n: number }>(`select count(*)::int as n ${sql}`),
        )
        return row?.n ?? -1
      },
    }
  }
  const outcomes = async (all: readonly Promise<unknown>[]): Promise<number> =>
    (await Promise.allSettled(all)).filter(({ status }) => status === 'fulfilled').length

  test('both sides step: one of them is first, and the other is told that it is over', async () => {
    for (let turn = 0; turn < 5; turn++) {
      const { introductions, ada, keiland, one, count } = await world()
      const id = await introductions.propose(ada, { vacancy: 'admin' })
      expect(await outcomes([introductions.accept(keiland, id), introductions.withdraw(ada, id)])).toBe(1)
      expect(['accepted', 'withdrawn']).toContain((await one(id)).state)
      expect(await count('from introduction_step')).toBe(2)
    }
  })

  test('a yes of both at once is a job, once', async () => {
    const { introductions, ada, keiland, one, count, told } = await world()
    const id = await introductions.propose(ada, { vacancy: 'admin' })
    await introductions.accept(keiland, id)
    expect(await outcomes([introductions.agree(keiland, id, 'hire'), introductions.agree(ada, id, 'hire')])).toBe(2)
    expect((await one(id)).state).toBe('hired')
    expect(await count(`from introduction_step where step = 'hire'`)).toBe(1)
    expect(told.filter((line) => line.startsWith('follow-ups'))).toEqual(['follow-ups of hired'])
  })

  test('the last free place of a vacancy, and of a person, is taken once', async () => {
    const { introductions, ada, bob, count, administrator } = await world()
    await introductions.propose(administrator, { vacancy: 'admin' })
    expect(await outcomes([ada, bob].map((who) => introductions.propose(who, { vacancy: 'admin' })))).toBe(1)
    expect(await count(`from introduction where vacancy = 'admin'`)).toBe(2)
    expect(await outcomes([ada, ada, ada].map((who) => introductions.propose(who, { vacancy: 'support' })))).toBe(1)
  })

  test('two processes that look at the same moment remind once and tell of silence once', async () => {
    const { introductions, ada, told, day } = await world()
    await introductions.propose(ada, { vacancy: 'admin' })
    const seen: string[] = []
    for (const date of ['2026-12-03', '2026-12-04', '2026-12-08', '2026-12-22']) {
      day(date)
      told.length = 0
      await Promise.all([introductions.tick(), introductions.tick(), introductions.tick()])
      seen.push(`${date}: ${told.join(', ')}`)
    }
    expect(seen).toEqual([
      '2026-12-03: nudge-first to organisation',
      '2026-12-04: nudge-last to organisation',
      '2026-12-08: overdue to person, vacancy-paused to organisation',
      '2026-12-22: expired to person, expired to organisation',
    ])
  })
})
