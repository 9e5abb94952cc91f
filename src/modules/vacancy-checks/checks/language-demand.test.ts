import { expect, test } from 'vitest'
import { readWith } from './checked-text-for-tests.ts'
import { languageDemand } from './language-demand.ts'

test.each([
  ['Je spreekt vloeiend Nederlands.', 'Je spreekt Nederlands op niveau B2.'],
  ['Je spreekt en schrijft foutloos Nederlands en Engels.', 'Je spreekt en schrijft Nederlands en Engels op niveau B2.'],
  [
    'Je hebt een uitstekende beheersing van de Nederlandse taal in woord en geschrift.',
    'Je hebt beheersing van Nederlands op niveau B2.',
  ],
  ['Je communiceert vloeiend in Nederlands en Engels.', 'Je communiceert in het Nederlands en Engels op niveau B2.'],
  ['You are fluent in Dutch.', 'You are able to use Dutch at level B2.'],
  ['Fluency in Dutch, English and German.', 'Dutch, English and German at level B2.'],
  [
    'You have excellent English written and oral communication skills.',
    'You have good English written and oral communication skills (B2).',
  ],
  ['You have an excellent command of the English language.', 'You have command of English at level B2.'],
  // Any one of the languages is enough: that stays.
  ['Fluent in Dutch and/or English.', 'Dutch and/or English at level B2.'],
  ['Je spreekt vloeiend Nederlands en/of Engels.', 'Je spreekt Nederlands en/of Engels op niveau B2.'],
  ['Je spreekt vloeiend Nederlands of Engels.', 'Je spreekt Nederlands of Engels op niveau B2.'],
  [
    'Uitstekende communicatieve vaardigheden in het Nederlands en Engels.',
    'Goede communicatieve vaardigheden in het Nederlands en Engels (B2).',
  ],
])('%s', (text, expected) => expect(readWith(languageDemand, text).rewritten).toEqual([expected]))

test.each([
  'Je beheerst Nederlands op C1-niveau.',
  'You are fluent in Dutch at a C1 level.',
  'An excellent command of the English language (C1-level).',
])('a level that is named stays, and is not asked for again: %s', (text) => {
  const { marks, rewritten } = readWith(languageDemand, text)
  expect(rewritten).toEqual([])
  expect(marks.map(({ why }) => why.nl)).toEqual(['Wie de taal later leerde, haakt af. Voor veel werk is B2 genoeg.'])
})

test('it names the demands of the pool', () => {
  expect(readWith(languageDemand, 'Je spreekt vloeiend Engels en Nederlands.').marks[0]?.demands).toEqual([
    'language:en',
    'language:nl',
  ])
})

test('work that is made of language may ask for it', () => {
  expect(readWith(languageDemand, 'Je schrijft foutloos Nederlands.', { title: 'Tekstschrijver' }).words).toEqual([])
  expect(readWith(languageDemand, 'You write excellent English.', { title: 'Lecturer in logistics' }).words).toEqual([])
})
