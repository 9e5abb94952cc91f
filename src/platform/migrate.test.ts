import { describe, expect, test } from 'vitest'
import { freshDatabases } from '../../test/databases.ts'
import { type Migration, migrate, readMigrations } from './migrate.ts'

const extra = (name: string, sql: string): Migration => ({ name, sql, checksum: `checksum of ${sql}` })

describe.each(freshDatabases())('migrations on $name', ({ open }) => {
  test('run once, in order, and again change nothing', async () => {
    const db = await open()
    const known = await readMigrations()
    expect(await migrate(db)).toEqual([])
    const more = [...known, extra('9001_a', 'create table a (id int)'), extra('9002_b', 'alter table a add b int')]
    expect(await migrate(db, more)).toEqual(['9001_a', '9002_b'])
    expect(await migrate(db, more)).toEqual([])
    await db.close()
  })

  test('one that fails leaves nothing behind', async () => {
    const db = await open()
    const known = await readMigrations()
    const broken = extra('9001_a', 'create table a (id int); select * from nowhere')
    await expect(migrate(db, [...known, broken])).rejects.toThrow('nowhere')
    expect(await migrate(db, [...known, extra('9001_a', 'create table a (id int)')])).toEqual(['9001_a'])
    await db.close()
  })

  test('a record newer than the program is refused, and so is a migration changed afterwards', async () => {
    const db = await open()
    const known = await readMigrations()
    await migrate(db, [...known, extra('9001_later', 'select 1')])
    await expect(migrate(db, known)).rejects.toThrow('newer than this program: it has migration "9001_later"')
    await expect(migrate(db, [...known, extra('9001_later', 'select 2')])).rejects.toThrow('"9001_later" was changed')
    await db.close()
  })

  test.runIf(process.env.SCHAKEL_TEST_DATABASE_URL)('two processes that migrate at once wait for each other', async () => {
    const db = await open()
    const more = [...(await readMigrations()), extra('9001_a', 'create table a (id int)')]
    const ran = await Promise.all([migrate(db, more), migrate(db, more)])
    expect(ran.flat()).toEqual(['9001_a'])
    await db.close()
  })
})
