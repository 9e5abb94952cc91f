import { describe, expect, test } from 'vitest'
import { freshDatabases } from '../../test/databases.ts'

describe.each(freshDatabases())('the record on $name', ({ open }) => {
  test('gives values of the same shape on both databases', async () => {
    const db = await open()
    const [row] = await db.query(
      `select count(*) as number, date '2027-01-31' as day, timestamptz '2027-01-31T12:00:00Z' as moment, '{"a":[1]}'::jsonb as json,
              array[1::bigint, null] as numbers, array[date '2027-01-31'] as days, 1.50::numeric as amount, '{}'::bigint[] as none
         from revision`,
    )
    expect(row).toEqual({
      number: 7,
      day: '2027-01-31',
      moment: new Date('2027-01-31T12:00:00Z'),
      json: { a: [1] },
      numbers: [1, null],
      days: ['2027-01-31'],
      amount: '1.50',
      none: [],
    })
    await db.close()
  })

  test('takes JSON values, lists, dates and undefined as parameters', async () => {
    const db = await open()
    const rows = await db.query(
      'select $1::jsonb as list, $2::jsonb as text, $3::text[] as texts, $4::date as day, $5::timestamptz as moment, $6::text as none, $7::jsonb as number',
      [[1, 'a'], '"text"', ['a', null, 'b"c,'], '2027-01-31', new Date('2027-01-31T12:00:00Z'), undefined, 3],
    )
    expect(rows).toEqual([
      {
        list: [1, 'a'],
        text: 'text',
        texts: ['a', null, 'b"c,'],
        day: '2027-01-31',
        moment: new Date('2027-01-31T12:00:00Z'),
        none: null,
        number: 3,
      },
    ])
    await db.close()
  })

  test('refuses a number that JavaScript cannot hold', async () => {
    const db = await open()
    await expect(db.query('select 9007199254740993::bigint as n')).rejects.toThrow('too large')
    await db.close()
  })

  test('rolls a failed transaction back and throws the error on', async () => {
    const db = await open()
    const work = db.transaction(async (tx) => {
      await tx.query(`insert into setting (name, value) values ('a', '1')`)
      throw new Error('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await db.query('select * from setting')).toEqual([])
    await db.close()
  })

  test('lets queries run beside a transaction without waiting for ever', async () => {
    const db = await open()
    const order: string[] = []
    const long = db.transaction(async (tx) => {
      await tx.query(`insert into setting (name, value) values ('a', '1')`)
      await new Promise((resolve) => setTimeout(resolve, 50))
      await tx.query(`insert into setting (name, value) values ('b', '2')`)
      order.push('transaction')
    })
    await Promise.all([long, ...[1, 2, 3].map(() => db.query('select 1 as one'))])
    expect(order).toEqual(['transaction'])
    expect(await db.query('select name from setting order by name')).toEqual([{ name: 'a' }, { name: 'b' }])
    await db.close()
  })

  test('refuses the outer database inside a transaction, which would wait for ever', async () => {
    const db = await open()
    await expect(db.transaction(() => db.query('select 1'))).rejects.toThrow('use the database that the transaction hands')
    await expect(db.transaction((tx) => tx.transaction(async () => 1))).rejects.toThrow('do not nest')
    expect(await db.query('select 1 as one')).toEqual([{ one: 1 }])
    await db.close()
  })
})
