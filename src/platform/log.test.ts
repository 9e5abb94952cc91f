import { expect, test } from 'vitest'
import { createLog } from './log.ts'

const lineOf = (facts: Record<string, unknown>) => {
  const lines: string[] = []
  createLog('info', { write: (line) => void lines.push(line) }).info('something happened', facts)
  return lines.join('')
}

test('facts that are not on the list stay out of the log; only their names are told', () => {
  const line = lineOf({ ms: 12, email: 'anna@example.nl', profile: { postcode4: '3511' } })
  expect(JSON.parse(line)).toMatchObject({
    level: 'info',
    msg: 'something happened',
    ms: 12,
    left: ['email', 'profile'],
  })
  expect(line).not.toMatch(/anna|3511/)
})
