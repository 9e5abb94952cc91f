import { expect, test } from 'vitest'
import type { Rule } from '../rules/index.ts'
import { loansFor, payersOf } from './payers.ts'

const line = { offering: 'T1', feeEuro: 900, travelEuro: 42, employerPays: false, funding: [], toAsk: [], ownEuro: 950 }

test('who pays what: certain amounts first, what must be asked for last', () => {
  const lines = [
    { ...line, toAsk: [{ scheme: 'uwv', euro: 400 }] },
    { ...line, offering: 'T2', funding: [{ scheme: 'fund', euro: 200 }], ownEuro: 750 },
  ]
  expect(payersOf(lines, (scheme) => scheme.toUpperCase())).toEqual([
    { who: 'you', label: 'YOU', euro: 1700, certainty: 'sure' },
    { who: 'fund', label: 'FUND', euro: 200, certainty: 'can' },
    { who: 'uwv', label: 'UWV', euro: 400, certainty: 'ask' },
  ])
})

test('an employer that pays all is the only payer', () => {
  expect(payersOf([{ ...line, employerPays: true, ownEuro: 0 }], (scheme) => scheme)).toEqual([
    { who: 'employer', label: 'employer', euro: 942, certainty: 'sure' },
  ])
})

const rule = (over: Partial<Rule>): Rule => ({
  id: 'techmeup',
  title: { nl: 'Lening', en: 'Loan' },
  value: { from: 2500, to: 7500 },
  unit: 'euroLoan',
  validFrom: '2020-11-01',
  source: 'test',
  checkedOn: '2026-11-23',
  certainty: 'seen-old',
  ...over,
})

test('where there is own cost, loans can be asked for; an amount only where the rule says one', () => {
  const rules = [rule({}), rule({ id: 'duo', value: 'ask' }), rule({ id: 'uwv', unit: 'euro', value: 2500 })]
  const both = [
    { scheme: 'techmeup', label: 'Lening', fromEuro: 2500, toEuro: 7500 },
    { scheme: 'duo', label: 'Lening' },
  ]
  expect(loansFor(2500, rules, 'nl')).toEqual(both)
  expect(loansFor(9000, rules, 'nl')).toEqual(both)
  expect(loansFor(0, rules, 'nl')).toEqual([])
})

test('a loan that lends only more than there is to pay is not shown', () => {
  const rules = [rule({}), rule({ id: 'duo', value: 'ask' }), rule({ id: 'small', value: 1000 })]
  expect(loansFor(2499, rules, 'en').map(({ scheme }) => scheme)).toEqual(['small', 'duo'])
})
