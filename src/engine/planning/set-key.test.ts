import { expect, test } from 'vitest'
import { setKey } from './set-key.ts'

const own = (one: number): number => one

test.each([3, 208_000, 500_000, 2 ** 31])('lists of up to three numbers below %i have keys of their own', (below) => {
  const some = [0, 1, 2, below - 3, below - 2, below - 1]
  const lists = [[], ...some.map((one) => [one])] as number[][]
  for (const one of some) for (const two of some) lists.push([one, two], ...some.map((three) => [one, two, three]))
  const different = new Set(lists.map((list) => list.join(',')))
  expect(new Set(lists.map((list) => setKey(list, own, below))).size).toBe(different.size)
})
