import { randomBytes } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, onTestFinished, test } from 'vitest'
import { z } from 'zod'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { createIds, type Database, migrate, openDatabase, openJobQueue } from '../../platform/index.ts'
import { own } from './in-process.ts'
import { createJobs, everyMinutes, everySeconds, type JobKind, nightly, offerAfterRestore } from './index.ts'
import { jobStore } from './job-store.ts'

const noon = Date.parse('2026-11-30T12:00:00Z')
const numbered = z.strictObject({ number: z.number() })
type Numbered = z.infer<typeof numbered>

function setting(db: Database) {
  let now = noon
  const clock = { now: () => now }
  const parts = { db, clock, ids: createIds(clock), log: silentLog }
  const pass = (ms: number): void => {
    now += ms
  }
  return { parts, jobs: createJobs(parts), pass }
}

/** Three parts; each writes its number into a table, once. */
function countingKind(more: Partial<JobKind<Numbered>> = {}): JobKind<Numbered> {
  return {
    name: 'count',
    payload: numbered,
    opening: async () => ({ parts: [1, 2, 3].map((number) => ({ number })) }),
    async work({ number }, { once }) {
      await once(async (inside) => {
        await inside.query('insert into counted values ($1)', [number])
        return { number }
      })
      return {}
    },
    ...more,
  }
}

async function countedIn(db: Database): Promise<number[]> {
  return (await db.query<{ number: number }>('select number from counted order by number')).map(({ number }) => number)
}

async function until(isTrue: () => Promise<boolean>, ms = 20_000): Promise<void> {
  const end = performance.now() + ms
  while (!(await isTrue())) {
    if (performance.now() > end) throw new Error('it did not come true in time')
    await wait(50)
  }
}

describe.each(freshDatabases())('batch work, on $name', ({ open }) => {
  async function opened() {
    const db = await open()
    onTestFinished(() => db.close())
    await db.runScript('create table counted (number integer)')
    return { db, ...setting(db) }
  }

  test('a turn is opened once, however many open it at once', async () => {
    const { db, jobs, parts } = await opened()
    const other = createJobs(parts)
    for (const one of [jobs, other]) one.add(countingKind())
    const answers = await Promise.all([jobs.open('count', 'a'), other.open('count', 'a'), jobs.open('count', 'a')])
    expect(answers.filter(Boolean)).toHaveLength(1)
    expect(await jobs.list()).toMatchObject([{ kind: 'count', slot: 'a', parts: 3, done: 0, failed: 0 }])
    expect(await jobStore.count(db)).toEqual({ waiting: 3 })
  })

  test('a turn that another process took away is not opened, and is asked for again', async () => {
    const { db, jobs } = await opened()
    let isFirst = false
    jobs.add(countingKind({ opening: async () => ({ parts: [{ number: 1 }], take: async () => isFirst }) }))
    expect(await jobs.open('count', 'a')).toBe(false)
    expect(await jobStore.count(db)).toEqual({})
    isFirst = true
    expect(await jobs.open('count', 'a')).toBe(true)
    jobs.add(countingKind({ opening: async () => undefined }))
    expect(await jobs.open('count', 'b')).toBe(false)
    expect((await jobs.list()).map(({ slot }) => slot)).toEqual(['a'])
  })

  test('one process does all parts, and the turn is over with the last', async () => {
    const { db, jobs } = await opened()
    jobs.add(countingKind({ slotAt: () => 'tonight' }))
    const work = await jobs.work({ atOnce: 1, version: 'test' })
    await until(async () => (await countedIn(db)).length === 3)
    await until(async () => (await jobs.list())[0]?.doneAt !== undefined)
    expect(await jobs.workers()).toMatchObject([{ version: 'test', process: process.pid }])
    await work.stop()
    expect(await countedIn(db)).toEqual([1, 2, 3])
    expect(await jobs.list()).toMatchObject([{ slot: 'tonight', done: 3, doneAt: noon }])
    expect(await jobs.workers()).toEqual([])
  })

  test('what two tries do at once is there once', async () => {
    const { db, jobs, parts } = await opened()
    const kind = countingKind({ opening: async () => ({ parts: [{ number: 7 }] }) })
    jobs.add(kind)
    await jobs.open('count', 'a')
    const { perform } = await import('./perform.ts')
    const all = { ...parts, kinds: new Map([['count', kind as JobKind]]) }
    const [run] = await jobs.list()
    const attempt = { signal: new AbortController().signal, isLast: false }
    const begin = async () => {
      const part = await jobStore.begin(db, { run: run?.id ?? '', part: 0 }, 'somebody', noon)
      if (!part) throw new Error('it waits')
      return part
    }
    const [one, two] = [await begin(), await begin()]
    const done = await Promise.all([perform(all, one, attempt), perform(all, two, attempt)])
    expect(done.sort()).toEqual([false, true])
    expect(await countedIn(db)).toEqual([7])
  })

  test('effects and the sign that they are done stand or fall together', async () => {
    const { db, jobs, parts } = await opened()
    let failures = 1
    jobs.add(
      countingKind({
        opening: async () => ({ parts: [{ number: 1 }] }),
        async work({ number }, { once }) {
          await once(async (inside) => {
            await inside.query('insert into counted values ($1)', [number])
            if (failures-- > 0) throw new Error('the power went')
            return { number }
          })
          return {}
        },
      }),
    )
    await jobs.open('count', 'a')
    expect(await countedIn(db)).toEqual([])
    const work = await jobs.work({ atOnce: 1, version: 'test' })
    await until(async () => (await db.query(`select 1 from job_part where reason like '%the power went%'`)).length > 0)
    expect(await countedIn(db)).toEqual([])
    // Its next try is some seconds away by the clock of this test, which stands still: the operator's clock moves on.
    await parts.db.query(`update job_part set next_at = $1::timestamptz`, [new Date(noon).toISOString()])
    await until(async () => (await countedIn(db)).length === 1)
    await work.stop()
    expect(await jobStore.count(db)).toEqual({ done: 1 })
  })

  test('what fails each time is given up, stays with its reason, and is tried again by the operator', async () => {
    const { db, jobs, parts, pass } = await opened()
    const kind = countingKind({
      opening: async () => ({ parts: [{ number: 1 }] }),
      work: async () => {
        throw new Error('no such region')
      },
    })
    jobs.add(kind)
    await jobs.open('count', 'a')
    const { perform } = await import('./perform.ts')
    const all = { ...parts, kinds: new Map([['count', kind as JobKind]]) }
    for (let attempt = 1; attempt <= 8; attempt++) {
      pass(3_600_000)
      const part = await jobStore.takeNext(db, 'me', parts.clock.now(), parts.clock.now() + 1000)
      if (!part) throw new Error('it waits')
      const trying = perform(all, part, { signal: new AbortController().signal, isLast: attempt === 8 })
      await expect(trying).rejects.toThrow('no such region')
    }
    const [failed] = await jobs.failed()
    expect(failed).toMatchObject({ kind: 'count', slot: 'a', attempts: 8, reason: 'Error: no such region' })
    expect(await jobs.list()).toMatchObject([{ failed: 1, doneAt: parts.clock.now() }])
    await jobs.tryAgain({ run: failed?.run ?? '', part: 0 })
    expect(await jobs.failed()).toEqual([])
    expect((await jobs.list())[0]?.doneAt).toBeUndefined()
    await expect(jobs.tryAgain({ run: failed?.run ?? '', part: 0 })).rejects.toThrow('did not fail')
    await expect(jobs.tryAgain({ run: 'none', part: 0 })).rejects.toThrow('none/0')
  })

  test('a payload that the program does not know is refused and kept', async () => {
    const { db, jobs, parts } = await opened()
    jobs.add(countingKind({ opening: async () => ({ parts: [{ number: 'one' } as never] }) }))
    await jobs.open('count', 'a')
    const work = await jobs.work({ atOnce: 1, version: 'test' })
    await until(async () => (await db.query('select 1 from job_part where reason is not null')).length > 0)
    await work.stop()
    expect(await countedIn(db)).toEqual([])
    expect(parts.clock.now()).toBe(noon)
  })

  test('what a killed process had begun is begun anew by the next one', async () => {
    const { db, jobs, parts } = await opened()
    jobs.add(countingKind())
    await jobs.open('count', 'a')
    expect(await jobStore.takeNext(db, 'killed', noon, noon + 3_600_000)).toMatchObject({ part: 0 })
    const taking = own({ ...parts, kinds: new Map([['count', countingKind() as JobKind]]) }, 'next')
    await until(async () => (await countedIn(db)).length === 3)
    await taking.stop(1000)
  })

  test('after a restore all that waits is offered at once', async () => {
    const { db, jobs, parts } = await opened()
    jobs.add(countingKind())
    await jobs.open('count', 'a')
    await db.query(`update job_part set next_at = $1::timestamptz`, [new Date(noon + 3_600_000).toISOString()])
    expect(await jobStore.takeNext(db, 'me', noon, noon)).toBeUndefined()
    expect(await offerAfterRestore(db, parts.clock.now())).toBe(3)
    expect(await jobStore.takeNext(db, 'me', noon, noon)).toMatchObject({ kind: 'count' })
  })

  test('turns that are over go, the newest of each kind and failed ones stay', async () => {
    const { db, jobs, pass, parts } = await opened()
    jobs.add(countingKind({ opening: async () => ({ parts: [] }) }))
    for (const slot of ['a', 'b', 'c']) {
      await jobs.open('count', slot)
      pass(86_400_000)
    }
    expect(await jobs.open('count', 'b')).toBe(false)
    expect(await jobStore.removeOld(db, parts.clock.now(), parts.clock.now() - 60 * 86_400_000)).toBe(2)
    expect((await jobs.list()).map(({ slot }) => slot)).toEqual(['c'])
  })
})

test('turns: of a night by the day in Amsterdam, and of minutes', () => {
  const at = nightly(2)
  expect(at(Date.parse('2026-11-30T00:59:00Z'))).toBe('2026-11-29')
  expect(at(Date.parse('2026-11-30T01:00:00Z'))).toBe('2026-11-30')
  expect(at(Date.parse('2026-11-30T22:59:00Z'))).toBe('2026-11-30')
  expect(everyMinutes(5)(Date.parse('2026-11-30T07:09:59Z'))).toBe('2026-11-30T07:05Z')
  expect(everySeconds(10)(Date.parse('2026-11-30T07:09:59Z'))).toBe('2026-11-30T07:09:50Z')
})

const url = process.env.SCHAKEL_TEST_DATABASE_URL

describe.skipIf(!url)('several processes on postgresql', () => {
  async function twoWorkers() {
    const schema = `test_${randomBytes(8).toString('hex')}`
    const owner = await openDatabase({ kind: 'postgresql', url: url ?? '' }, silentLog)
    await owner.runScript(`create schema ${schema}`)
    const place = { kind: 'postgresql', url: url ?? '', schema } as const
    const dbs = [await openDatabase(place, silentLog), await openDatabase(place, silentLog)] as const
    onTestFinished(async () => {
      for (const db of dbs) await db.close()
      await owner.runScript(`drop schema ${schema} cascade; drop schema if exists ${schema}_jobs cascade`)
      await owner.close()
    })
    await migrate(dbs[0])
    await dbs[0].runScript('create table counted (number integer)')
    const clock = { now: () => Date.now() }
    return Promise.all(
      dbs.map(async (db) => {
        const pace = { silentSeconds: 10, lookSeconds: 1, againSeconds: 1, mostTries: 3 }
        const queue = await openJobQueue(place, silentLog, pace)
        return { db, queue, jobs: createJobs({ db, clock, ids: createIds(clock), log: silentLog }) }
      }),
    )
  }

  test('share the parts of a turn: each is done once, and one that fails is tried again', async () => {
    const [one, two] = await twoWorkers()
    if (!one || !two) throw new Error('there are two')
    const by = new Map<number, string[]>()
    const kind = (name: string) =>
      countingKind({
        slotAt: () => 'tonight',
        opening: async () => ({ parts: Array.from({ length: 40 }, (_, number) => ({ number })) }),
        async work({ number }, { once }) {
          const tries = by.get(number) ?? []
          by.set(number, [...tries, name])
          await wait(20)
          if (number === 5 && tries.length === 0) throw new Error('not now')
          await once(async (inside) => {
            await inside.query('insert into counted values ($1)', [number])
            return { number }
          })
          return {}
        },
      })
    one.jobs.add(kind('one'))
    two.jobs.add(kind('two'))
    const works = await Promise.all([one, two].map(({ jobs, queue }) => jobs.work({ queue, atOnce: 2, version: 'test' })))
    await until(async () => (await one.jobs.list())[0]?.doneAt !== undefined, 50_000)
    expect(await one.jobs.failed()).toEqual([])
    expect(await one.jobs.workers()).toHaveLength(2)
    await Promise.all(works.map((work) => work.stop(2000)))
    expect(await countedIn(one.db)).toEqual(Array.from({ length: 40 }, (_, number) => number))
    expect(new Set([...by.values()].flat())).toEqual(new Set(['one', 'two']))
    expect(by.get(5)).toHaveLength(2)
    expect(await one.jobs.list()).toMatchObject([{ parts: 40, done: 40, failed: 0 }])
  })

  test('a part that fails each time ends among those given up', async () => {
    const [one, two] = await twoWorkers()
    if (!one || !two) throw new Error('there are two')
    one.jobs.add(
      countingKind({
        slotAt: () => 'tonight',
        work: async () => {
          throw new Error('never')
        },
      }),
    )
    const work = await one.jobs.work({ queue: one.queue, atOnce: 2, version: 'test' })
    await until(async () => (await one.jobs.failed()).length === 3, 50_000)
    await work.stop(1000)
    await two.queue.stop(0)
    expect((await one.jobs.failed()).map(({ attempts, reason }) => ({ attempts, reason }))).toEqual(
      Array.from({ length: 3 }, () => ({ attempts: 3, reason: 'Error: never' })),
    )
  })

  test('parts of a restored record, whose queue does not know them, are offered once more', async () => {
    const [one, two] = await twoWorkers()
    if (!one || !two) throw new Error('there are two')
    one.jobs.add(countingKind())
    // Opened without a queue, as a backup brings it back.
    await one.jobs.open('count', 'restored')
    const work = await one.jobs.work({ queue: one.queue, atOnce: 1, version: 'test' })
    await until(async () => (await countedIn(one.db)).length === 3)
    await work.stop(1000)
    await two.queue.stop(0)
    expect(await countedIn(one.db)).toEqual([1, 2, 3])
  })
})
