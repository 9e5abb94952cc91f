import { expect, test } from 'vitest'
import { readWith } from './checked-text-for-tests.ts'
import { pay } from './pay.ts'

test('vague words are a tip', () => {
  expect(readWith(pay, 'Het salaris is marktconform.').words).toEqual(['marktconform'])
})

test('nothing said is missing', () => {
  expect(readWith(pay, 'Je werkt met aardige mensen.').missing).toEqual(['pay'])
})

test('an amount is praised, and says enough beside vague words', () => {
  const { words, missing, praised } = readWith(pay, 'Een marktconform salaris: € 3.200 tot € 4.500 bruto per maand.')
  expect([words, missing]).toEqual([[], []])
  expect(praised[0]).toContain('3.200')
})

test('a budget for courses is no salary', () => {
  expect(readWith(pay, 'Een goed salaris en een budget van € 900 voor cursussen.').words).toEqual(['Een goed salaris'])
})

test.each([
  'A good salary: USD 10 052 a month.',
  'Remuneration depends on your family and is 9 800 a month.',
  'We pay $4,200 each month.',
])('other money and figures with a space are an amount: %s', (text) => {
  expect(readWith(pay, text).missing).toEqual([])
})

test('what a firm sells for is no salary', () => {
  expect(readWith(pay, 'Our firm has sales of $ 30,000 million.').missing).toEqual(['pay'])
  expect(readWith(pay, 'We sell for $3.600 billion a year.').missing).toEqual(['pay'])
})
