import { expect, test } from 'vitest'
import { stepWords } from './steps.ts'

const plain = (text: string): string => text.replaceAll('\u00a0', ' ')

test('a step is said in its own unit, with what it opens as a pair where the two differ', () => {
  const minutes = { change: { item: 'travelMinutes', by: 10 }, opensLow: 34, opensHigh: 34 } as const
  expect(stepWords.nl.sentence(minutes)).toBe('10 minuten meer: 34 banen erbij')
  expect(stepWords.en.sentence(minutes)).toBe('10 more minutes: 34 more jobs')
  const money = { change: { item: 'ownCost', by: 1250 }, opensLow: 1, opensHigh: 3 } as const
  expect(plain(stepWords.nl.sentence(money))).toBe('€ 1.250 meer: 3 banen erbij, 1 zeker')
  expect(stepWords.en.sentence(money)).toBe('€1,250 more: 3 more jobs, 1 certain')
  const floor = { change: { item: 'wageFloorCentsPerHour', by: 50 }, opensLow: 1, opensHigh: 1 } as const
  expect(plain(stepWords.nl.sentence(floor))).toBe('€ 0,50 per uur minder: 1 baan erbij')
  expect(stepWords.en.sentence(floor)).toBe('€0.50 an hour less: 1 more job')
})
