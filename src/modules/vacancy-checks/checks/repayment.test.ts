import { expect, test } from 'vitest'
import { readWith } from './checked-text-for-tests.ts'
import { repayment } from './repayment.ts'

const said = (text: string): string[] => readWith(repayment, text).marks.map(({ severity, words }) => `${severity} ${words}`)

test.each([
  [
    'Bij ons volg je de verplichte opleiding tot netwerkbeheerder. Ga je binnen een jaar weg? Dan moet je de opleidingskosten terugbetalen.',
    ['law opleidingskosten terugbetalen'],
  ],
  ['We bieden een studie aan. Er geldt een studiekostenbeding van twee jaar.', ['tip studiekostenbeding']],
  ['The mandatory training takes three weeks. If you leave you must repay the training costs.', ['law repay the training']],
  ['Course costs must be repaid when you leave within a year.', ['tip Course costs must be repaid']],
  ['Je volgt een opleiding zonder studiekostenbeding.', []],
  ['Je hoeft de opleidingskosten niet terug te betalen.', []],
  ['There is no training repayment clause.', []],
  ['Wij betalen je opleiding.', []],
])('%s', (text, expected) => expect(said(text)).toEqual(expected))

test('a mark names the words that oblige the training, and the article', () => {
  const [mark] = readWith(repayment, 'De verplichte cursus betaal je terug: er is een studiekostenbeding.').marks
  expect(mark?.why.nl).toContain('verplichte cursus')
  expect(mark?.why.en).toContain('7:611a')
})
