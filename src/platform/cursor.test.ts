import { expect, test } from 'vitest'
import { cutPage, readCursor, writeCursor } from './cursor.ts'
import { Invalid } from './errors.ts'

test('a cursor is read back as it was written', () => {
  const key = ['2026-12-01', 'id with "quotes" and ü'] as const
  expect(readCursor(writeCursor(key), ['2000-01-01', ''])).toEqual(key)
  expect(readCursor(writeCursor([1_764_000_000_000, 'a']), [0, ''])).toEqual([1_764_000_000_000, 'a'])
})

test.each([
  ['rubbish', 'rubbish'],
  ['an object', Buffer.from('{"a":1}').toString('base64url')],
  ['too short', writeCursor(['2026-12-01'])],
  ['too long', writeCursor(['2026-12-01', 'a', 'b'])],
  ['a day that is none', writeCursor(['2026-02-30', 'a'])],
  ['a year that is none', writeCursor(['0000-01-01', 'a'])],
  ['a number for a text', writeCursor(['2026-12-01', 4])],
  ['a NUL, which PostgreSQL takes from nobody', writeCursor(['2026-12-01', 'a\0'])],
])('%s is refused in words', (_what, cursor) => {
  expect(() => readCursor(cursor, ['2000-01-01', ''])).toThrow(Invalid)
})

test('a page is cut where it ends, and knows whether there is another', () => {
  const keyOf = (one: number) => [one]
  expect(cutPage([1, 2, 3], 2, keyOf)).toEqual({ items: [1, 2], next: writeCursor([2]) })
  expect(cutPage([1, 2], 2, keyOf)).toEqual({ items: [1, 2] })
  expect(cutPage([], 2, keyOf)).toEqual({ items: [] })
})
