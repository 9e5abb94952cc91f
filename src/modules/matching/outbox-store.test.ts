import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import type { Database } from '../../platform/index.ts'
import { type Changes, createOutboxStore, type NamedArea, type OutboxStore } from './index.ts'
import { type RowWriter, revisionOf, rowWriter } from './outbox-rows-for-tests.ts'

const none = { put: [], removed: [] }
const dayMs = 86_400_000

describe.each(freshDatabases())('the outbox on $name', ({ open }) => {
  let db: Database
  let outbox: OutboxStore
  let write: RowWriter
  beforeAll(async () => {
    db = await open()
    outbox = createOutboxStore(db)
    write = rowWriter(db)
  })
  afterAll(() => db.close())

  /** What a reader that was current before this is told after it. */
  async function told(
    area: NamedArea,
    work: () => Promise<unknown>,
  ): Promise<Omit<Extract<Changes, { everything: false }>, 'revision' | 'everything'> | 'everything' | 'nothing'> {
    const before = await revisionOf(db, area)
    await work()
    const { revision, ...changes } = await outbox.changesSince(area, before)
    expect(revision).toBe(await revisionOf(db, area))
    if (revision === before) return 'nothing'
    if (changes.everything) return 'everything'
    const { put, removed, programmes } = changes
    return { put: [...put].sort(), removed: [...removed].sort(), programmes }
  }

  test('names a vacancy that is published, changed, closed, or removed; others are nobody’s business', async () => {
    expect(await told('vacancies', () => write.vacancy('a'))).toEqual({ put: ['a'], removed: [], programmes: none })
    expect(await told('vacancies', () => write.vacancy('a'))).toBe('nothing')
    expect(await told('vacancies', () => write.vacancy('a', 'published', 'Anders'))).toMatchObject({ put: ['a'], removed: [] })
    expect(await told('vacancies', () => write.vacancy('a', 'expired'))).toMatchObject({ put: [], removed: ['a'] })
    expect(await told('vacancies', () => write.vacancy('a', 'withdrawn'))).toBe('nothing')
    expect(await told('vacancies', () => db.query(`delete from vacancy where id = 'a'`))).toBe('nothing')
    await write.vacancy('b')
    expect(await told('vacancies', () => db.query(`update vacancy set id = 'c' where id = 'b'`))).toMatchObject({
      put: ['c'],
      removed: ['b'],
    })
    expect(await told('vacancies', () => db.query(`update vacancy set title = title`))).toBe('nothing')
    expect(await told('vacancies', () => db.query(`delete from vacancy where id = 'c'`))).toMatchObject({
      put: [],
      removed: ['c'],
    })
    expect(await told('vacancies', () => db.query('delete from vacancy where false'))).toBe('nothing')
  })

  test('names the offerings of a changed programme, and the programme itself, also without offerings', async () => {
    expect(await told('trainings', () => write.programme('p'))).toEqual({ ...none, programmes: { put: ['p'], removed: [] } })
    await write.programme('q')
    expect(await told('trainings', () => write.offering('o1', 'p'))).toEqual({ put: ['o1'], removed: [], programmes: none })
    await write.offering('o2', 'p')
    await write.offering('o3', 'q')
    expect(await told('trainings', () => write.programme('p', 'Ander huis'))).toEqual({
      put: ['o1', 'o2'],
      removed: [],
      programmes: { put: ['p'], removed: [] },
    })
    expect(await told('trainings', () => write.programme('p', 'Ander huis'))).toBe('nothing')
    expect(await told('trainings', () => write.offering('o2', 'q'))).toEqual({ put: ['o2'], removed: [], programmes: none })
    expect(await told('trainings', () => db.query(`delete from programme where id = 'q'`))).toEqual({
      put: [],
      removed: ['o2', 'o3'],
      programmes: { put: [], removed: ['q'] },
    })
    expect(await told('trainings', () => db.query(`delete from offering`))).toEqual({
      put: [],
      removed: ['o1'],
      programmes: none,
    })
  })

  test('names people who join the pool, change, and leave', async () => {
    expect(await told('pool', () => write.person('p1'))).toEqual({ put: ['p1'], removed: [], programmes: none })
    expect(await told('pool', () => write.person('p1'))).toBe('nothing')
    expect(await told('pool', () => write.person('p1', { workLevel: 4 }))).toMatchObject({ put: ['p1'], removed: [] })
    expect(await told('pool', () => db.query('delete from pool_person'))).toMatchObject({ put: [], removed: ['p1'] })
  })

  test('tells of several changes only what became of each; what is rolled back never was', async () => {
    const change = async () => {
      await write.vacancy('x')
      await write.vacancy('y')
      await write.vacancy('x', 'withdrawn')
      await db.transaction(async (inside) => {
        await inside.query(`delete from vacancy where id = 'y'`)
        await rowWriter(inside).vacancy('y')
      })
      const failed = db.transaction(async (inside) => {
        await rowWriter(inside).vacancy('z')
        throw new Error('the power went out')
      })
      await expect(failed).rejects.toThrow('the power went out')
    }
    expect(await told('vacancies', change)).toMatchObject({ put: ['y'], removed: ['x'] })
    expect(await db.query(`select * from outbox where id = 'z'`)).toEqual([])
  })

  test('names up to twenty thousand; more at once, or more than a reader is behind, is everything', async () => {
    const insert = (from: number, to: number) => () =>
      db.query(`insert into pool_person (id, profile) select 'many-' || n, '{}' from generate_series($1::int, $2::int) n`, [
        from,
        to,
      ])
    const start = await revisionOf(db, 'pool')
    const first = await told('pool', insert(1, 20_000))
    expect(first === 'everything' || first === 'nothing' || first.put.length).toBe(20_000)
    expect(await told('pool', insert(20_001, 20_001))).toMatchObject({ put: ['many-20001'] })
    expect(await outbox.changesSince('pool', start)).toEqual({ revision: start + 2, everything: true })
    expect(await told('pool', () => db.query('delete from pool_person'))).toBe('everything')
    expect(await db.query(`select 1 from outbox where area = 'pool' and what = 'remove' and id like 'many-%'`)).toEqual([])
    // What was small when its plan was made is not slow when it is large.
    await insert(1, 30_000)()
    expect(await told('pool', () => db.query(`update pool_person set region = 'AM01'`))).toBe('everything')
    expect(await told('pool', () => db.query('truncate pool_person'))).toBe('everything')
    expect(await told('trainings', () => db.query('truncate programme cascade'))).toBe('everything')
  })

  test('tells a reader that is ahead of the record, or before what is named, everything', async () => {
    const now = await revisionOf(db, 'pool')
    expect(await outbox.changesSince('pool', now)).toMatchObject({ revision: now, everything: false, put: [], removed: [] })
    expect(await outbox.changesSince('pool', now + 1)).toEqual({ revision: now, everything: true })
    expect(await outbox.changesSince('pool', -1)).toEqual({ revision: now, everything: true })
  })

  test('is pruned by age and by number; who still stands before that is told everything', async () => {
    await outbox.prune(Date.now() + dayMs)
    expect(await db.query('select * from outbox')).toEqual([])
    const start = await revisionOf(db, 'vacancies')
    await write.vacancy('old')
    await db.query(`update outbox set changed_at = now() - interval '25 hours'`)
    await write.vacancy('new')
    await write.person('p2')
    expect(await outbox.prune(Date.now() - dayMs)).toBe(1)
    expect(await outbox.prune(Date.now() - dayMs)).toBe(0)
    expect(await outbox.changesSince('vacancies', start)).toEqual({ revision: start + 2, everything: true })
    expect(await outbox.changesSince('vacancies', start + 1)).toMatchObject({ revision: start + 2, put: ['new'] })
    expect(await outbox.changesSince('pool', (await revisionOf(db, 'pool')) - 1)).toMatchObject({ put: ['p2'] })

    for (const part of [1, 2, 3])
      await db.query(`insert into pool_person (id, profile) select $1::text || n, '{}' from generate_series(1, 8000) n`, [
        `part-${part}-`,
      ])
    // Whole changes go: the oldest of the three, and what came before it.
    expect(await outbox.prune(Date.now() - dayMs)).toBe(8001)
    const end = await revisionOf(db, 'pool')
    expect(await outbox.changesSince('pool', end - 3)).toEqual({ revision: end, everything: true })
    const changes = await outbox.changesSince('pool', end - 2)
    expect(changes.everything || changes.put.length).toBe(16_000)
  })

  test('reads by its index, however much there is', async () => {
    await db.query(
      `insert into outbox (area, revision, kind, id, what) select 'vacancies', -n, 'vacancy', n::text, 'put' from generate_series(1, 50000) n`,
    )
    await db.query('analyze outbox')
    await write.vacancy('last')
    const now = await revisionOf(db, 'vacancies')
    expect(await outbox.changesSince('vacancies', now - 1)).toMatchObject({ revision: now, put: ['last'], removed: [] })
    const plan = await db.query(
      `explain select id from outbox where area = 'vacancies' and revision > $1::bigint order by revision limit 20001`,
      [now - 1],
    )
    expect(JSON.stringify(plan)).toContain('outbox_revision')
  })

  test('no table that an index is built from can be written without it', async () => {
    const triggers = await db.query<{ table: string; name: string }>(
      `select c.relname as table, t.tgname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
       where not t.tgisinternal and t.tgenabled = 'O' and t.tgname like 'outbox%' and c.relnamespace = current_schema()::regnamespace order by 1, 2`,
    )
    const all = ['outbox_delete', 'outbox_insert', 'outbox_truncate', 'outbox_update', 'outbox_wait']
    const ofTable = [...Map.groupBy(triggers, ({ table }) => table)]
    expect(Object.fromEntries(ofTable.map(([table, rows]) => [table, rows.map(({ name }) => name)]))).toEqual({
      vacancy: all,
      programme: [...all, 'outbox_update_offerings'].sort(),
      offering: all,
      pool_person: all,
      found_person: all,
    })
  })
})
