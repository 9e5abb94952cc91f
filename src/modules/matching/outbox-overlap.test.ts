/** Transactions side by side: a reader that polls is told every change once, whoever commits first. */
import { setTimeout } from 'node:timers/promises'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import type { Database } from '../../platform/index.ts'
import { createOutboxStore, type OutboxStore } from './index.ts'
import { revisionOf, rowWriter } from './outbox-rows-for-tests.ts'

/** A transaction that goes on one step at a time, as the test says; it commits when told to. */
interface OpenTransaction {
  /** The end of what it was told so far. */
  step(work: (inside: Database) => Promise<unknown>): Promise<unknown>
  end(how: 'commit' | 'rollback'): Promise<void>
}

function begin(db: Database): OpenTransaction {
  const asked = Promise.withResolvers<'commit' | 'rollback'>()
  const opened = Promise.withResolvers<Database>()
  const done = db
    .transaction(async (inside) => {
      opened.resolve(inside)
      if ((await asked.promise) === 'rollback') throw new Error('rolled back')
    })
    .catch((error: Error) => {
      if (error.message !== 'rolled back') throw error
    })
  done.catch(opened.reject)
  let last: Promise<unknown> = opened.promise
  return {
    step(work) {
      last = last.then(async () => work(await opened.promise))
      return last
    },
    async end(how) {
      await last
      asked.resolve(how)
      await done
    },
  }
}

const onPostgres = freshDatabases().filter(({ name }) => name === 'postgresql')

describe.each(onPostgres)('two transactions that overlap on $name', ({ open }) => {
  let db: Database
  let outbox: OutboxStore
  beforeAll(async () => {
    db = await open()
    outbox = createOutboxStore(db)
  })
  afterAll(() => db.close())

  /** Until somebody waits for this connection: the second transaction has come as far as it can. */
  async function untilOneWaitsFor(pid: number): Promise<void> {
    for (;;) {
      const waiting = await db.query('select 1 from pg_stat_activity where $1::int = any(pg_blocking_pids(pid))', [pid])
      if (waiting.length > 0) return
      await setTimeout(5)
    }
  }

  async function startTwo(earlierId: string, laterId: string) {
    const since = await revisionOf(db, 'vacancies')
    const earlier = begin(db)
    const later = begin(db)
    let pid = 0
    await earlier.step(async (inside) => {
      await rowWriter(inside).vacancy(earlierId)
      pid = Number((await inside.query('select pg_backend_pid() as pid'))[0]?.pid)
    })
    const laterEnd = later.step((inside) => rowWriter(inside).vacancy(laterId)).then(() => later.end('commit'))
    await untilOneWaitsFor(pid)
    return { since, earlier, laterEnd, pid }
  }

  test('the later one is not to be seen before the earlier one, and nothing is missed in between', async () => {
    const { since, earlier, laterEnd } = await startTwo('a', 'b')
    expect(await outbox.changesSince('vacancies', since)).toMatchObject({ revision: since, put: [] })
    await earlier.end('commit')
    await laterEnd
    expect(await outbox.changesSince('vacancies', since)).toMatchObject({ revision: since + 2, put: ['a', 'b'] })
    expect(await outbox.changesSince('vacancies', since + 1)).toMatchObject({ revision: since + 2, put: ['b'] })
  })

  test('one that is rolled back leaves no row and no gap', async () => {
    const { since, earlier, laterEnd } = await startTwo('c', 'd')
    await earlier.end('rollback')
    await laterEnd
    expect(await outbox.changesSince('vacancies', since)).toMatchObject({ revision: since + 1, put: ['d'] })
  })

  test('one whose connection is killed leaves nothing, and lets the other go on', async () => {
    const { since, earlier, laterEnd, pid } = await startTwo('e', 'f')
    await db.query('select pg_terminate_backend($1::int)', [pid])
    await laterEnd
    await expect(earlier.end('commit')).rejects.toThrow()
    expect(await outbox.changesSince('vacancies', since)).toMatchObject({ revision: since + 1, put: ['f'] })
    expect(await db.query(`select id from vacancy where id = 'e'`)).toEqual([])
  })

  test('pruning does not wait for a long transaction, and leaves what it could not look at', async () => {
    const since = await revisionOf(db, 'vacancies')
    await rowWriter(db).vacancy('h')
    const long = begin(db)
    await long.step((inside) => rowWriter(inside).vacancy('i'))
    await outbox.prune(Date.now() + 86_400_000)
    expect(await outbox.changesSince('vacancies', since)).toMatchObject({ revision: since + 1, put: ['h'] })
    await long.end('commit')
    expect(await outbox.changesSince('vacancies', since)).toMatchObject({ revision: since + 2, put: ['h', 'i'] })
  })
})

interface Step {
  readonly id: string
  readonly what: 'publish' | 'withdraw' | 'remove'
}

/** What a writer does in one transaction, and what then becomes of it. */
const writers = fc.record({
  steps: fc.array(
    fc.record<Step>({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      what: fc.constantFrom('publish', 'withdraw', 'remove'),
    }),
    { minLength: 1, maxLength: 4 },
  ),
  end: fc.constantFrom('commit' as const, 'commit' as const, 'commit' as const, 'rollback' as const),
})

let titles = 0
function doStep(inside: Database, { id, what }: Step): Promise<unknown> {
  if (what === 'remove') return inside.query('delete from vacancy where id = $1', [id])
  return rowWriter(inside).vacancy(id, what === 'publish' ? 'published' : 'withdrawn', `Baan ${++titles}`)
}

async function published(db: Database): Promise<Map<string, string>> {
  const rows = await db.query<{ id: string; title: string }>(
    `select id, title from vacancy where state = 'published' order by id`,
  )
  return new Map(rows.map(({ id, title }) => [id, title]))
}

/** A reader as a holder of an index is one: what it holds, and the ids that it was told with the revisions they came between. */
async function startReader(db: Database) {
  const outbox = createOutboxStore(db)
  let since = await revisionOf(db, 'vacancies')
  const held = await published(db)
  const told: { readonly after: number; readonly upTo: number; readonly ids: readonly string[] }[] = []
  return {
    held,
    told,
    async poll(): Promise<void> {
      const changes = await outbox.changesSince('vacancies', since)
      if (changes.everything) throw new Error('Nothing was pruned.')
      const ids = [...changes.put, ...changes.removed].sort()
      const records = await published(db)
      for (const id of ids) {
        const title = records.get(id)
        if (title === undefined) held.delete(id)
        else held.set(id, title)
      }
      told.push({ after: since, upTo: changes.revision, ids })
      since = changes.revision
    },
  }
}

describe.each(freshDatabases())('writers at random on $name', ({ open, name }) => {
  let db: Database
  beforeAll(async () => {
    db = await open()
  })
  afterAll(() => db.close())

  // PGlite has one connection: there writers stand in line, and a poll comes between two of them.
  const [atOnce, numRuns] = name === 'pglite' ? [1, 10] : [4, 40]

  /** Lets the open transactions go on in this order; 0 is a poll. */
  async function interleave(
    all: readonly (typeof writers extends fc.Arbitrary<infer Writer> ? Writer : never)[],
    order: Iterable<number>,
    poll: () => Promise<void>,
  ): Promise<void> {
    const waiting = all.map(({ steps, end }) => ({ steps: [...steps], end }))
    const running: ((typeof waiting)[number] & { readonly open: OpenTransaction })[] = []
    const ends: Promise<void>[] = []
    for (const next of order) {
      for (const writer of waiting.splice(0, atOnce - running.length)) running.push({ ...writer, open: begin(db) })
      const one = running[next % Math.max(running.length, 1)]
      if (!one) break
      if (next === 0 && atOnce > 1) {
        await poll()
        continue
      }
      const step = one.steps.shift()
      if (step) void one.open.step((inside) => doStep(inside, step))
      else {
        running.splice(running.indexOf(one), 1)
        ends.push(one.open.end(one.end))
        if (atOnce === 1) await Promise.all(ends).then(poll)
      }
    }
    await Promise.all(ends)
    await poll()
  }

  test('a reader that polls is told every change once, and ends up with what is published', async () => {
    const worlds = fc.record({
      all: fc.array(writers, { minLength: 1, maxLength: 8 }),
      order: fc.infiniteStream(fc.nat({ max: atOnce })),
    })
    await fc.assert(
      fc.asyncProperty(worlds, async ({ all, order }) => {
        const start = await revisionOf(db, 'vacancies')
        const reader = await startReader(db)
        await interleave(all, order, reader.poll)
        expect([...reader.held].sort()).toEqual([...(await published(db))])
        const rows = await db.query<{ revision: number; id: string }>(
          `select revision, id from outbox where area = 'vacancies' and revision > $1::bigint`,
          [start],
        )
        // No row came to stand later where the reader had read already.
        for (const { after, upTo, ids } of reader.told) {
          const between = rows.filter(({ revision }) => revision > after && revision <= upTo)
          expect(ids).toEqual([...new Set(between.map(({ id }) => id))].sort())
        }
        expect(reader.told.at(-1)?.upTo).toBe(Math.max(start, ...rows.map(({ revision }) => revision)))
      }),
      { numRuns },
    )
  })
})
