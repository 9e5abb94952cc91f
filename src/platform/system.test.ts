import { expect, test } from 'vitest'
import { createIds } from './system.ts'

test('ids sort in the order in which they were made, also within a millisecond and when the clock goes back', () => {
  let now = 1_800_000_000_000
  const ids = createIds({ now: () => now })
  const made = Array.from({ length: 10_000 }, (_, index) => {
    if (index === 6000) now -= 5000
    return ids.next()
  })
  expect(made.toSorted()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
  expect(made[0]).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
})

test('tokens are 32 random bytes', () => {
  const ids = createIds({ now: () => 1 })
  expect(Buffer.from(ids.token(), 'base64url')).toHaveLength(32)
  expect(ids.token()).not.toBe(ids.token())
})
