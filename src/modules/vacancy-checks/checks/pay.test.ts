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
