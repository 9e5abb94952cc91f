import { expect, test } from 'vitest'
import { payersOf } from './payers.ts'

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
