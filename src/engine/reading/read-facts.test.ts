import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Fact } from './facts.ts'
import { readLanguage } from './language.ts'
import { languageLevelOf, readWorkLevels, skillLevelOf } from './levels.ts'
import { readFacts } from './read-facts.ts'
import { languageCodeOf } from './read-languages.ts'

describe('hours', () => {
  test.each([
    ['32-40 uur', [32, 40]],
    ['32 tot 40 uur per week', [32, 40]],
    ['24–32 hours per week', [24, 32]],
    ['36-urige werkweek', [36, 36]],
    ['40 hours per week', [40, 40]],
    ['minimaal 32 uur', [32, 40]],
    ['(28 uur)', [28, 28]],
    ['fulltime', [36, 40]],
  ])('%s', (text, range) => expect(readFacts(text).hours?.value.range).toEqual(range))

  test('a word instead of figures is marked', () => {
    expect(readFacts('Een fulltime baan').hours).toMatchObject({ value: { from: 'word' }, words: 'fulltime' })
    expect(readFacts('fulltime (38 uur per week)').hours?.value).toEqual({ range: [38, 38], from: 'figures' })
  })

  test.each([
    '0,8 fte',
    'reactie binnen 24 uur',
    'van 9:00 tot 17:00 uur',
    '16 uur training',
    'een cursus van 40 uur',
    '24-40 uur per maand',
  ])('not known: %s', (text) => expect(readFacts(text).hours).toBeUndefined())

  test('a part of a full week is kept as that', () => expect(readFacts('0,8 - 1,0 fte').fte?.value).toEqual([0.8, 1]))
})

describe('wage', () => {
  test.each([
    ['€ 3.200 - € 4.500 per maand', 'month', [320000, 450000]],
    ['tussen € 2.800,- en € 3.500,- bruto per maand', 'month', [280000, 350000]],
    ['een maandsalaris van € 3.000 tot € 4.000', 'month', [300000, 400000]],
    ['€ 15,50 per uur', 'hour', [1550, 1550]],
    ['EUR 3,200 to EUR 4,500 gross per month', 'month', [320000, 450000]],
    ['3000 - 4000 euro p/m', 'month', [300000, 400000]],
    ['€60000 - €70000 per jaar', 'year', [6000000, 7000000]],
  ])('%s', (text, per, cents) => expect(readFacts(text).wage?.value).toEqual({ per, cents }))

  test.each([
    'een marktconform salaris',
    'tussen € 3.200 en € 4.500',
    'een opleidingsbudget van € 2.000 per jaar',
    'thuiswerkvergoeding van € 50 per maand',
    'tot € 5.250 per maand',
    '$100,000 per year',
    '€ 9 per maand',
  ])('not known: %s', (text) => expect(readFacts(text).wage).toBeUndefined())

  test('words about pay without an amount are kept as that', () => {
    expect(readFacts('Een marktconform salaris').wageWithoutAmount?.words).toBe('marktconform')
  })
})

describe('languages', () => {
  const languages = (text: string) => readFacts(text).languages.map(({ value, kind }) => [value.code, value.level, kind])

  test.each([
    ['Nederlands op B2-niveau', [['nl', 4]]],
    [
      'Nederlands (B2) en Engels (B1)',
      [
        ['nl', 4],
        ['en', 3],
      ],
    ],
    [
      'Je spreekt vloeiend Nederlands en Engels',
      [
        ['nl', 5],
        ['en', 5],
      ],
    ],
    [
      'Nederlands en Engels op minimaal C1',
      [
        ['nl', 5],
        ['en', 5],
      ],
    ],
    ['You speak fluent Dutch', [['nl', 5]]],
    [
      'Goede beheersing van de Nederlandse en Engelse taal',
      [
        ['nl', undefined],
        ['en', undefined],
      ],
    ],
  ])('%s', (text, expected) => expect(languages(text).map(([code, level]) => [code, level])).toEqual(expected))

  test('a language that is welcome is not demanded', () =>
    expect(languages('Duits spreken is een pre')).toEqual([['de', undefined, 'plus']]))
  test('a people or a market is no language', () => expect(languages('onze Franse klanten')).toEqual([]))

  test.each([
    ['Native speaker', 6],
    ['Moedertaal', 6],
    ['Full professional proficiency', 5],
    ['Professional working proficiency', 4],
    ['B1', 3],
    ['Elementary', 2],
    ['ok', undefined],
  ])('%s', (words, level) => expect(languageLevelOf(words)).toBe(level))

  test.each([
    ['English', 'en'],
    ['nl-NL', 'nl'],
    ['Nederlandse', 'nl'],
    ['Klingon', undefined],
  ])('%s', (name, code) => expect(languageCodeOf(name)).toBe(code))
})

describe('other terms', () => {
  test('licences', () => {
    expect(readFacts('In het bezit van rijbewijs B en BE-rijbewijs, VCA').licences.map((fact) => fact.value)).toEqual([
      'B',
      'BE',
      'VCA',
    ])
    expect(readFacts("a valid driver's license").licences.map((fact) => fact.value)).toEqual(['B'])
    expect(readFacts('Rijbewijs is een pre').licences[0]?.kind).toBe('plus')
  })

  test.each(['een VOG', 'Verklaring Omtrent het Gedrag', 'certificate of conduct'])('%s', (text) =>
    expect(readFacts(text).certificateOfConduct?.value).toBe(true),
  )

  test.each([
    ['2 dagen thuis', { share: 40 }],
    ['twee tot drie dagen per week thuiswerken', { share: 40 }],
    ['three days from home', { share: 60 }],
    ['100% remote', { share: 100 }],
    ['hybride werken', {}],
  ])('%s', (text, value) => expect(readFacts(text).remote?.value).toEqual(value))

  test('no work from home is not work from home', () =>
    expect(readFacts('Thuiswerken kan helaas niet, geen remote').remote).toMatchObject({
      value: { share: 0 },
      kind: 'mentioned',
    }))

  test.each([
    ['Reageer uiterlijk 15 januari 2027', '2027-01-15'],
    ['Sluitingsdatum: 01-02-2027', '2027-02-01'],
    ['Apply before March 3, 2027', '2027-03-03'],
    ['solliciteer vóór maandag 3 mei 2027', '2027-05-03'],
    ['Reageer voor 31 februari 2027', undefined],
    ['Reageer voor 15 januari', undefined],
  ])('%s', (text, date) => expect(readFacts(text).closesOn?.value).toBe(date))

  test.each([
    ['Minimaal 3 jaar relevante werkervaring', 3],
    ['3 - 5 jaar ervaring', 3],
    ['Minumum 3 years experience', 3],
    ['ons bedrijf heeft 40 jaar ervaring', undefined],
  ])('%s', (text, years) => expect(readFacts(text).experienceYears?.value).toBe(years))

  test.each([
    ["Bachelor's Degree in Computer Science", [6]],
    ['bachelor degree', [6]],
    ['Bachelor of Science', [6]],
    ['mbo-4 of hbo', [4, 6]],
    ['hbo/wo', [6, 6]],
    ['Master of Science', [7]],
    ['mbo', []],
    ['scrum master', []],
    ['Associate degree', [5]],
  ])('%s', (text, levels) => expect(readWorkLevels(text).map((found) => found.level)).toEqual(levels))

  test.each([
    ['Master', 4],
    ['Intermediate', 2],
    ['Beginner', 1],
    ['Gevorderd', 3],
    ['Wizard', undefined],
  ])('%s', (word, level) => expect(skillLevelOf(word)).toBe(level))

  test('the language of a text', () => {
    expect(readLanguage('Wij zijn op zoek naar een collega die van data houdt')).toBe('nl')
    expect(readLanguage('We are looking for a colleague with experience')).toBe('en')
    expect(readLanguage('Python')).toBeUndefined()
  })
})

test.each([
  ['Een rijbewijs is niet nodig', 'licences', 'negated', 'sure'],
  ['Duits spreken is een pre', 'languages', 'plus', 'sure'],
  ['Je hoeft geen hbo-diploma te hebben', 'education', 'negated', 'sure'],
  ['Je hebt een hbo-opleiding, bij voorkeur in de techniek', 'education', 'essential', 'sure'],
  ['Je hebt bij voorkeur een hbo-opleiding', 'education', 'plus', 'sure'],
  ['Je hebt een hbo-diploma', 'education', 'essential', 'sure'],
  ['Je hebt mbo werk- en denkniveau', 'education', 'essential', 'likely'],
  ['Wat bieden wij?\n- Salaris: € 3.000 - € 4.000 per maand', 'wage', 'aside', 'sure'],
  ['Salaris tussen € 3.000 en € 4.000', 'wage', 'aside', 'likely'],
  ['Een fulltime functie', 'hours', 'mentioned', 'likely'],
  ['Je hebt minimaal 3 jaar ervaring', 'experience', 'essential', 'sure'],
  ['Een baan in Zwolle', 'places', 'mentioned', 'likely'],
] as const)('%s: what its clause says, and how sure it is', (text, field, kind, confidence) => {
  expect([readFacts(text)[field]].flat()[0]).toMatchObject({ kind, confidence })
})

test('the offsets of every fact point at its words, in any text', () => {
  const pieces = [
    '32-40 uur',
    '€ 3.200 - € 4.500 per maand',
    'Nederlands B2',
    'vloeiend Engels',
    'rijbewijs B',
    'VOG',
    '2 dagen thuis',
    'deadline 3-4-2027',
    '3 jaar ervaring',
    'is een pre',
    'é',
    '€',
    '12',
    '\n',
    '. ',
    ', ',
    ' en ',
    '0,8 fte',
    'hbo- of wo-opleiding',
    'of ervaring',
    'schaal 10/11',
    'CAO Rijk',
    'standplaats Zwolle',
    '3511 ED',
    'een jaarcontract',
    'opleidingsbudget van € 500',
    'bel Noor Bakker 06-12345678',
    'per 1 maart 2027',
    'eigen auto',
    'op kantoor',
    '\\-',
    '\\.',
    '**',
    '\u200b',
    '\u202e',
    '\u00a0',
    '<b>',
  ]
  const text = fc
    .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 14 })
    .map((parts) => parts.join(' '))
  fc.assert(
    fc.property(text, (given) => {
      const facts = Object.values(readFacts(given)).flat() as Fact<unknown>[]
      for (const { start, end, words } of facts) expect(given.slice(start, end)).toBe(words)
    }),
    { numRuns: 500 },
  )
})

test('long runs of one character do not make reading slow', () => {
  const started = performance.now()
  for (const piece of [' ', '.', '1', '€', 'a', '-', '\n', 'Engels en ', '€ 1 ']) readFacts(piece.repeat(20_000))
  expect(performance.now() - started).toBeLessThan(5_000)
})
