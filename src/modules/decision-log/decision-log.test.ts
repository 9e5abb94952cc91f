import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import { actAs, backup, type Database, restore } from '../../platform/index.ts'
import { checkpointText, parseCheckpoint } from './index.ts'
import { listOf, person, start, startLog } from './log-for-tests.ts'

const dayMs = 86_400_000
const [oldSecret, newSecret] = ['a'.repeat(32), 'b'.repeat(32)]

async function opened(open: () => Promise<Database>): Promise<Database> {
  const db = await open()
  onTestFinished(() => db.close())
  return db
}

const asTest = { task: 'test' }

describe.each(freshDatabases())('the decision log on $name', ({ open }) => {
  test('tells each person who saw what of them, and nobody else', async () => {
    const { log, record, wait } = startLog(await opened(open))
    await record(listOf(['ada', 'bob']))
    wait(1000)
    await record(listOf(['ada'], { what: 'release-read', kinds: ['name', 'email'], why: { introduction: 'i1' } }))
    wait(1000)
    await record(listOf(['ada'], { by: { organisation: 'keiland', key: 'k1' } }))
    const seen = await log.seenOf(person('ada'))
    expect(seen.map(({ what, at, role }) => [what, at, role])).toEqual([
      ['people-shown', start + 2000, 'program'],
      ['release-read', start + 1000, 'recruiter'],
      ['people-shown', start, 'recruiter'],
    ])
    expect(seen[1]).toMatchObject({ organisation: { id: 'keiland' }, kinds: ['name', 'email'], why: { introduction: 'i1' } })
    expect(JSON.stringify(seen)).not.toContain('rik')
    expect(await log.seenOf(person('bob'))).toHaveLength(1)
    expect(await log.seenOf(person('eve'))).toEqual([])
    await expect(log.seenOf({ kind: 'visitor' })).rejects.toThrow(/sign in/i)
  })

  test('names the organisation', async () => {
    const db = await opened(open)
    await db.query(`insert into organisation (id, name, kind, created_at) values ('keiland', 'Keiland ICT', 'employer', now())`)
    const { log, record } = startLog(db)
    await record(listOf(['ada']))
    expect((await log.seenOf(person('ada')))[0]?.organisation).toEqual({ id: 'keiland', name: 'Keiland ICT' })
  })

  test('writes nothing when its cause fails, and refuses to show something of who is not concerned', async () => {
    const db = await opened(open)
    const { log, record } = startLog(db)
    const failing = actAs(db, { account: 'rik', organisations: [] }, async (inside) => {
      await log.record(inside, listOf(['ada']))
      throw new Error('the page failed')
    })
    await expect(failing).rejects.toThrow('the page failed')
    await expect(record(listOf(['ada'], { shown: { bob: {} } }))).rejects.toThrow(/not about/)
    expect(await log.verify()).toMatchObject({ isWhole: true, entries: 0 })
  })

  test('chains without gaps what many wrote at once, while others chain too', async () => {
    const db = await opened(open)
    const writers = [startLog(db), startLog(db), startLog(db)]
    const work = Array.from({ length: 60 }, async (_, n) => {
      const one = writers[n % 3]
      await one?.record(listOf(['ada', `p${n}`]))
      if (n % 5 === 0) await one?.log.chain()
    })
    await Promise.all(work)
    expect(await writers[0]?.log.verify()).toMatchObject({ isWhole: true, entries: 60 })
    const numbers = await db.query<{ number: number }>('select number from decision_link order by number')
    expect(numbers.map(({ number }) => number)).toEqual(Array.from({ length: 60 }, (_, n) => n + 1))
    expect(await db.query('select entry from decision_waiting')).toEqual([])
  })

  test('erasure takes out what is of one person, the others keep theirs, and the chain stays whole', async () => {
    const db = await opened(open)
    const { log, record } = startLog(db)
    await record(listOf(['ada', 'bob']))
    await record(listOf(['bob']))
    await log.chain()
    const removed = await actAs(db, { account: 'ada', organisations: [] }, (inside) => log.forget(inside, 'ada'))
    expect(removed).toBe(1)
    const rest = await actAs(db, asTest, (inside) => inside.query('select * from decision_part'))
    expect(JSON.stringify(rest)).not.toContain('ada')
    expect(await log.seenOf(person('ada'))).toEqual([])
    expect(await log.seenOf(person('bob'))).toHaveLength(2)
    expect(await log.verify()).toMatchObject({ isWhole: true, entries: 3, partsRemoved: 1 })
    // Who looked can be erased too.
    expect(await actAs(db, asTest, (inside) => log.forget(inside, 'rik'))).toBe(2)
    expect(await log.verify()).toMatchObject({ isWhole: true, entries: 4, partsRemoved: 3 })
  })

  test('a part that goes without the log telling of it is found', async () => {
    const db = await opened(open)
    const { log, record } = startLog(db)
    await record(listOf(['ada', 'bob']))
    await log.chain()
    await actAs(db, asTest, (inside) => inside.query(`delete from decision_part where account = 'ada'`))
    expect(await log.verify()).toMatchObject({
      isWhole: false,
      problem: '1 parts of entries are gone, and the log tells of 0 that were removed.',
    })
  })

  test('at the end of their term parts go by the calendar, not before', async () => {
    const { log, record, wait } = startLog(await opened(open))
    await record(listOf(['ada']))
    wait(180 * dayMs)
    await record(listOf(['ada']))
    expect(await log.expire(6)).toBe(0)
    wait(2 * dayMs)
    expect(await log.expire(6)).toBe(3)
    expect(await log.expire(6)).toBe(0)
    expect(await log.seenOf(person('ada'))).toHaveLength(1)
    expect(await log.verify()).toMatchObject({ isWhole: true, entries: 3, partsRemoved: 3 })
  })

  test('a new secret goes on with the chain, and an old one may then go', async () => {
    const db = await opened(open)
    const before = startLog(db, { secrets: [oldSecret] })
    await before.record(listOf(['ada']))
    await before.log.chain()
    const without = startLog(db, { secrets: [newSecret] })
    expect(await without.log.verify()).toMatchObject({ isWhole: false, number: 1 })
    const both = startLog(db, { secrets: [newSecret, oldSecret] })
    await both.record(listOf(['ada']))
    expect(await both.log.verify()).toMatchObject({ isWhole: true, entries: 2 })
    expect(await without.log.verify()).toMatchObject({ isWhole: true, entries: 2 })
    expect(await before.log.verify()).toMatchObject({ isWhole: false, number: 2 })
  })

  test('signs where the chain ends, once a day and only when it grew', async () => {
    const { log, record, wait } = startLog(await opened(open))
    expect(await log.checkpointWhenDue()).toBeUndefined()
    await record(listOf(['ada']))
    const signed = await log.checkpointWhenDue()
    expect(signed).toMatchObject({ number: 1, at: start })
    await record(listOf(['ada']))
    expect(await log.checkpointWhenDue()).toBeUndefined()
    wait(dayMs)
    expect(await log.checkpointWhenDue()).toMatchObject({ number: 2 })
    wait(dayMs)
    expect(await log.checkpointWhenDue()).toBeUndefined()
    expect(await log.verify(signed)).toMatchObject({ isWhole: true, checkpoints: 3 })
    expect(signed && parseCheckpoint(checkpointText(signed), 'a file')).toEqual(signed)
  })

  test('a checkpoint that was kept elsewhere shows a chain that was made anew with a stolen secret', async () => {
    const db = await opened(open)
    const auditKey = generateKeyPairSync('ed25519').privateKey
    const { log, record } = startLog(db, { auditKey })
    for (let n = 0; n < 3; n++) await record(listOf(['ada']))
    const kept = await log.checkpoint()
    // Somebody with every secret of the record takes out the second entry and chains the others anew.
    await db.runScript(`
      alter table decision_link disable trigger user; alter table decision_entry disable trigger user;
      alter table decision_checkpoint disable trigger user;
      set schakel.task = 'test';
      delete from decision_checkpoint;
      insert into decision_waiting (entry) select entry from decision_link where number <> 2;
      delete from decision_part where entry = (select entry from decision_link where number = 2);
      delete from decision_entry where id in (select entry from decision_link where number = -1);
      update decision_head set number = 0, hash = '';
      create temporary table out_of_it as select entry from decision_link where number = 2;
      delete from decision_link;
      delete from decision_entry where id in (select entry from out_of_it);
      drop table out_of_it;
      set schakel.task = '';`)
    expect(await log.verify()).toMatchObject({ isWhole: true, entries: 2 })
    expect(await log.verify(kept)).toMatchObject({
      isWhole: false,
      number: 3,
      problem: expect.stringContaining('the end was cut off'),
    })
    await record(listOf(['eve']))
    expect(await log.verify(kept)).toMatchObject({ isWhole: false, number: 3, problem: expect.stringContaining('made anew') })
    const forged = kept && { ...kept, hash: '0'.repeat(64) }
    expect(await log.verify(forged)).toMatchObject({ isWhole: false, problem: expect.stringContaining('signature') })
  })

  test('a backup holds it, and put back it is whole and goes on', async () => {
    const db = await opened(open)
    const { log, clock, record } = startLog(db)
    await record(listOf(['ada']))
    await log.checkpoint()
    await record(listOf(['bob']))
    const folder = mkdtempSync(join(tmpdir(), 'schakel-log-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const file = join(folder, 'a.backup')
    await backup(db, file, { clock })
    const other = await opened(open)
    await restore(other, file, { replace: false })
    const again = startLog(other)
    expect(await again.log.verify()).toMatchObject({ isWhole: true, entries: 2, checkpoints: 1 })
    await again.record(listOf(['eve']))
    expect(await again.log.verify()).toMatchObject({ isWhole: true, entries: 3 })
    await expect(other.query('delete from decision_link')).rejects.toThrow(/append-only/)
  })

  test('the database refuses to change, remove or empty it, also for a task', async () => {
    const db = await opened(open)
    const { log, record } = startLog(db)
    await record(listOf(['ada']))
    await log.checkpoint()
    for (const table of ['decision_entry', 'decision_link', 'decision_checkpoint']) {
      for (const sql of [`delete from ${table}`, `truncate ${table} cascade`]) {
        await expect(actAs(db, asTest, (inside) => inside.query(sql))).rejects.toThrow(/append-only|permission denied/)
        await expect(db.query(sql)).rejects.toThrow(/append-only/)
      }
    }
    for (const sql of [
      `update decision_entry set what = 'x'`,
      'update decision_link set number = number',
      `update decision_part set body = ''`,
    ]) {
      await expect(actAs(db, asTest, (inside) => inside.query(sql))).rejects.toThrow(/append-only/)
    }
  })

  test('the database itself shows a person only what is about them, and lets nobody write', async () => {
    const db = await opened(open)
    const { record } = startLog(db)
    await record(listOf(['ada', 'bob']))
    await record(listOf(['bob']))
    const counts = (who: Parameters<typeof actAs>[1]) =>
      actAs(db, who, async (inside) => [
        (await inside.query('select entry from decision_part')).length,
        (await inside.query('select id from decision_entry')).length,
      ])
    expect(await counts({ account: 'ada', organisations: [] })).toEqual([1, 1])
    expect(await counts({ account: 'bob', organisations: [] })).toEqual([2, 2])
    expect(await counts({ organisations: ['keiland'] })).toEqual([0, 0])
    expect(await counts(asTest)).toEqual([7, 2])
    const gone = await actAs(db, { account: 'ada', organisations: [] }, (inside) =>
      inside.query('delete from decision_part returning entry'),
    )
    expect(gone).toEqual([])
  })
})
