import { expect, test } from 'vitest'
import type { Rule } from '../rules/index.ts'
import { minimumWages, wageRange } from './wage-steps.ts'

const row = (age: string, value: number | null, validFrom: string, validTo?: string): Rule => ({
  id: `minimum-wage-${age}`,
  title: { nl: age, en: age },
  value,
  unit: 'centsPerHour',
  validFrom,
  ...(validTo === undefined ? {} : { validTo }),
  source: 'test',
  checkedOn: '2026-01-01',
  certainty: value === null ? 'unknown' : 'seen',
})
const rules = [
  row('21', 1400, '2025-07-01', '2025-12-31'),
  row('21', 1471, '2026-01-01', '2026-06-30'),
  row('21', null, '2026-07-01'),
  row('18', 736, '2026-01-01', '2026-06-30'),
  row('bbl-18', 669, '2026-01-01', '2026-06-30'),
  row('17', 581, '2026-01-01', '2026-06-30'),
]

test('bbl has its own steps where the law has them', () => {
  const cents = (isBbl: boolean) => minimumWages(rules, '2026-03-01', isBbl).map(({ age, centsPerHour }) => [age, centsPerHour])
  expect(cents(false)).toEqual([
    ['17', 581],
    ['18', 736],
    ['21', 1471],
  ])
  expect(cents(true)).toEqual([
    ['17', 581],
    ['18', 669],
    ['21', 1471],
  ])
})

test('an amount that is not known today is the last one known, and says so', () => {
  const of21 = (date: string) => minimumWages(rules, date, true).find(({ age }) => age === '21')
  expect(of21('2026-06-30')).toMatchObject({ centsPerHour: 1471, isOfToday: true })
  expect(of21('2026-11-30')).toMatchObject({ centsPerHour: 1471, from: '2026-01-01', isOfToday: false })
  expect(minimumWages(rules, '2026-11-30', true).find(({ age }) => age === '18')).toMatchObject({ isOfToday: false })
  expect(of21('2025-08-01')).toMatchObject({ centsPerHour: 1400 })
  expect(minimumWages(rules, '2020-01-01', true)).toEqual([])
})

test('without an age the range runs from 18 to 21 and older; with one it is that step', () => {
  const wages = minimumWages(rules, '2026-03-01', true)
  const range = (age?: '17' | '18' | '57plus' | '15') => {
    const found = wageRange(wages, age)
    return found && [found.low.centsPerHour, found.high.centsPerHour]
  }
  expect(range()).toEqual([669, 1471])
  expect(range('17')).toEqual([581, 581])
  expect(range('57plus')).toEqual([1471, 1471])
  expect(range('15')).toBeUndefined()
})
