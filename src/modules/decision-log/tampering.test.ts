import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../test/databases.ts'
import type { Database } from '../../platform/index.ts'
import { listOf, startLog } from './log-for-tests.ts'

/** Ways to change the log behind the program's back, each on a link with a number from 1 to 6. */
const ways: Record<string, (at: number) => string> = {
  'changes a link': (at) => `update decision_link set hash = md5(hash) || md5(hash) where number = ${at}`,
  'changes what a link follows': (at) =>
    `update decision_link set previous = md5(previous) || md5(previous) where number = ${at}`,
  'changes a seal': (at) => `update decision_link set seal = reverse(seal) where number = ${at}`,
  'names another key': (at) => `update decision_link set key_id = 'ffffffffffffffff' where number >= ${at}`,
  'removes a link': (at) => `delete from decision_link where number = ${at}`,
  'removes an entry and its link': (at) =>
    `create temporary table gone as select entry from decision_link where number = ${at};
     delete from decision_link where number = ${at}; delete from decision_part where entry in (select entry from gone);
     delete from decision_entry where id in (select entry from gone); drop table gone`,
  'cuts off the end': (at) => `delete from decision_link where number >= ${at}`,
  'cuts off the end and moves the head': (at) =>
    `delete from decision_link where number > ${at - 1};
     update decision_head set number = ${at - 1}, hash = coalesce((select hash from decision_link where number = ${at - 1}), 'x')`,
  'swaps two entries': (at) => {
    const other = (at % 6) + 1
    return `update decision_link set number = 1000 where number = ${at}; update decision_link set number = ${at} where number = ${other};
      update decision_link set number = ${other} where number = 1000`
  },
  'puts a link in': (at) =>
    `update decision_link set number = number + 100 where number >= ${at};
     update decision_link set number = number - 99 where number > 100;
     insert into decision_entry select 'new', at, what, organisation, engine, taxonomy, transfer, leaves, removed from decision_entry limit 1;
     insert into decision_link select ${at}, 'new', previous, hash, key_id, seal from decision_link where number = ${at} + 1;
     update decision_head set number = 7`,
  'adds a link behind the end': () =>
    `insert into decision_entry select 'new', at, what, organisation, engine, taxonomy, transfer, leaves, removed from decision_entry limit 1;
     insert into decision_link select 7, 'new', hash, reverse(hash), key_id, seal from decision_link where number = 6`,
  'changes when': (at) =>
    `update decision_entry set at = at + interval '1 ms' where id = (select entry from decision_link where number = ${at})`,
  'changes to whom': (at) =>
    `update decision_entry set organisation = 'other' where id = (select entry from decision_link where number = ${at})`,
  'changes what': (at) =>
    `update decision_entry set what = 'plans-read' where id = (select entry from decision_link where number = ${at})`,
  'changes a version': (at) =>
    `update decision_entry set transfer = 't-2' where id = (select entry from decision_link where number = ${at})`,
  'changes how many parts went': (at) =>
    `update decision_entry set removed = removed + 1 where id = (select entry from decision_link where number = ${at})`,
  'changes a hash of a part': (at) =>
    `update decision_entry set leaves[1] = reverse(leaves[1]) where id = (select entry from decision_link where number = ${at})`,
  'changes a payload': (at) =>
    `update decision_part set body = replace(body, 'v1', 'v2') where position = 0 and entry = (select entry from decision_link where number = ${at})`,
  'changes about whom': (at) =>
    `update decision_part set account = 'eve' where kind = 'about' and entry = (select entry from decision_link where number = ${at})`,
  'changes a salt': (at) =>
    `update decision_part set salt = 'AAAA' where entry = (select entry from decision_link where number = ${at})`,
  'changes the head': () => `update decision_head set seal = reverse(seal)`,
  'removes the head': () => `delete from decision_head`,
}

class Undo extends Error {}

/** Does this to the log with its triggers off, looks what a check finds, and undoes it. */
async function found(db: Database, sql: string, verify: (inside: Database) => Promise<unknown>): Promise<unknown> {
  let result: unknown
  await db
    .transaction(async (tx) => {
      for (const table of ['decision_entry', 'decision_link', 'decision_part']) {
        await tx.runScript(`alter table ${table} disable trigger user; alter table ${table} no force row level security`)
      }
      await tx.query(`select set_config('schakel.task', 'test', true)`)
      await tx.runScript(sql)
      result = await verify(tx)
      throw new Undo()
    })
    .catch((error: unknown) => {
      if (!(error instanceof Undo)) throw error
    })
  return result
}

describe.each(freshDatabases())('tampering on $name', ({ open }) => {
  let db: Database
  beforeAll(async () => {
    db = await open()
    const { log, record } = startLog(db)
    for (let n = 0; n < 6; n++) await record(listOf(['ada', 'bob']))
    await log.chain()
  })
  afterAll(() => db.close())

  test('any single change is found, wherever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(ways)), fc.integer({ min: 1, max: 6 }), async (way, at) => {
        const result = await found(db, ways[way]?.(at) ?? '', checkInside)
        expect(result, `${way} at ${at}`).toMatchObject({ isWhole: false })
      }),
      { numRuns: 80 },
    )
    expect(await startLog(db).log.verify()).toMatchObject({ isWhole: true, entries: 6 })
  })

  test('every way is found, and the place of it is told', async () => {
    for (const [way, sql] of Object.entries(ways)) {
      const result = await found(db, sql(3), checkInside)
      expect(result, way).toMatchObject({ isWhole: false })
    }
    expect(await found(db, ways['changes to whom']?.(4) ?? '', checkInside)).toMatchObject({ number: 4 })
    expect(await found(db, ways['removes a link']?.(4) ?? '', checkInside)).toMatchObject({ number: 4 })
    expect(await found(db, ways['swaps two entries']?.(4) ?? '', checkInside)).toMatchObject({ number: 4 })
    expect(await found(db, ways['puts a link in']?.(4) ?? '', checkInside)).toMatchObject({ number: 4 })
    expect(await found(db, ways['cuts off the end']?.(4) ?? '', checkInside)).toMatchObject({ number: 4 })
  })

  /** The check opens a transaction of its own; here it runs in the one that is undone. */
  function checkInside(inside: Database): Promise<unknown> {
    const within: Database = { ...inside, transaction: (work) => work({ ...inside, runScript: async () => {} }) }
    return startLog(within).log.verify()
  }
})
