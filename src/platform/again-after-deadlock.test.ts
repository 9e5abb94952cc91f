import { expect, test } from 'vitest'
import { againAfterDeadlock } from './again-after-deadlock.ts'

const deadlock = Object.assign(new Error('deadlock detected'), { code: '40P01' })

test('what stood in a circle is done again, and then gives what it gives', async () => {
  let tries = 0
  const done = await againAfterDeadlock(async () => {
    if (++tries < 3) throw deadlock
    return 'done'
  })
  expect([done, tries]).toEqual(['done', 3])
})

test('not for ever, and nothing else', async () => {
  let tries = 0
  const failing = (error: Error) => async () => {
    tries++
    throw error
  }
  await expect(againAfterDeadlock(failing(deadlock))).rejects.toBe(deadlock)
  expect(tries).toBe(6)
  tries = 0
  await expect(againAfterDeadlock(failing(new Error('no room')))).rejects.toThrow('no room')
  expect(tries).toBe(1)
})
