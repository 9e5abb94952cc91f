import { describe, expect, test } from 'vitest'
import { findRepayment } from './repayment.ts'

const said = (text: string): string[] =>
  findRepayment(text).map(({ start, end, obliged }) =>
    [text.slice(start, end), ...(obliged ? [text.slice(obliged.start, obliged.end)] : [])].join(' | '),
  )

describe('a clause to pay training back', () => {
  test.each([
    ['Er geldt een studiekostenbeding.', ['studiekostenbeding']],
    ['Vertrek je binnen twee jaar? Dan moet je de opleidingskosten terugbetalen.', ['opleidingskosten terugbetalen']],
    ['Je betaalt de cursus terug als je binnen een jaar weggaat.', ['Je betaalt de cursus terug']],
    ['Betaalt de werknemer de opleiding naar rato terug.', ['Betaalt de werknemer de opleiding naar rato terug']],
    [
      'De verplichte training Wft volg je bij ons. Bij vertrek worden de studiekosten teruggevorderd.',
      ['studiekosten teruggevorderd | verplichte training'],
    ],
    [
      'Deze scholing is wettelijk verplicht. De student betaalt de studiekosten terug bij vertrek.',
      ['student betaalt de studiekosten terug | scholing is wettelijk verplicht'],
    ],
    ['If you leave within two years you must repay the training costs.', ['repay the training']],
    ['Course fees have to be paid back pro rata.', ['Course fees have to be paid back']],
    [
      'The mandatory security training is in working hours. A training repayment clause applies.',
      ['training repayment clause | mandatory security training'],
    ],
    ['A training bond of 18 months applies.', ['training bond']],
  ])('%s', (text, expected) => expect(said(text)).toEqual(expected))

  test.each([
    'Wij betalen je opleiding en je hoeft geen eigen geld mee te nemen.',
    'Wij vergoeden je studiekosten en betalen je examen terug na afloop.',
    'We help you to pay back your student loan and offer courses.',
    'Je krijgt een studiekostenregeling en een opleidingsbudget.',
    'Your salary will be paid. Training is free.',
    'De opleiding is verplicht.',
    'Er is geen studiekostenbeding.',
    'De student hoeft de studiekosten niet terug te betalen.',
    'Je volgt een studie zonder terugbetaling.',
    'Training costs need not be repaid.',
    'Wij helpen je bij het terugbetalen van je studieschuld.',
    'Stuur je certificaten. Wij betalen de reiskosten terug.',
  ])('not: %s', (text) => expect(said(text)).toEqual([]))

  test('a long text without full stops costs no more than its length', () => {
    const text = `${'je betaalt de opleiding '.repeat(3_000)}terug`
    const began = performance.now()
    findRepayment(text)
    expect(performance.now() - began).toBeLessThan(2_000)
  })
})
