import { describe, expect, onTestFinished, test } from 'vitest'
import { freshDatabases } from '../../test/databases.ts'
import { actAs, asTask } from './acting.ts'
import type { Database } from './database.ts'

async function withTwo(open: () => Promise<Database>): Promise<Database> {
  const db = await open()
  onTestFinished(() => db.close())
  await actAs(db, { task: 'test' }, async (inside) => {
    for (const id of ['ada', 'bob']) {
      await inside.query(
        `insert into account (id, email, email_folded, created_at, seen_on) values ($1, $2, $2, now(), current_date)`,
        [id, `${id}@example.nl`],
      )
    }
  })
  return db
}

const ids = async (db: Database): Promise<string[]> =>
  (await db.query<{ id: string }>('select id from account order by id')).map(({ id }) => id)

describe.each(freshDatabases())('acting on $name', ({ open }) => {
  test('shows a person only their own rows, whatever the query asks', async () => {
    const db = await withTwo(open)
    expect(await actAs(db, { account: 'ada', organisations: [] }, ids)).toEqual(['ada'])
    expect(await actAs(db, { organisations: [] }, ids)).toEqual([])
    expect(await actAs(db, { task: 'test' }, ids)).toEqual(['ada', 'bob'])
  })

  test('refuses to write a row of somebody else', async () => {
    const db = await withTwo(open)
    const changed = await actAs(db, { account: 'ada', organisations: [] }, (inside) =>
      inside.query(`update account set name = 'x' returning id`),
    )
    expect(changed).toEqual([{ id: 'ada' }])
    await expect(
      actAs(db, { account: 'ada', organisations: [] }, (inside) =>
        inside.query(
          `insert into account (id, email, email_folded, created_at, seen_on) values ('eve', 'e', 'e', now(), current_date)`,
        ),
      ),
    ).rejects.toThrow(/row-level security/)
  })

  test('a task inside the work of a person sees all, and afterwards the person sees their own again', async () => {
    const db = await withTwo(open)
    const seen = await actAs(db, { account: 'ada', organisations: [] }, async (inside) => [
      await ids(inside),
      await asTask(inside, 'test', ids),
      await ids(inside),
    ])
    expect(seen).toEqual([['ada'], ['ada', 'bob'], ['ada']])
  })

  test('leaves nothing behind: the next transaction acts for nobody', async () => {
    const db = await withTwo(open)
    await actAs(db, { task: 'test' }, ids)
    const [after] = await db.transaction((inside) =>
      inside.query<{ task: string | null; role: string }>(
        `select nullif(current_setting('schakel.task', true), '') as task, current_setting('role') as role`,
      ),
    )
    expect(after).toEqual({ task: null, role: 'none' })
  })
})
