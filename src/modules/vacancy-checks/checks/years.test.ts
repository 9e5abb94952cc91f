import { expect, test } from 'vitest'
import { readWith } from './checked-text-for-tests.ts'
import { years } from './years.ts'

test.each([
  ['Je hebt minimaal 5 jaar ervaring met Java.', 'Je hebt voorbeelden van je werk met Java.'],
  ['Je hebt minimaal 3 jaar Java-ervaring.', 'Je hebt voorbeelden van je werk in Java.'],
  ['Je beschikt over minstens 2 jaar ervaring met SQL.', 'Je beschikt over voorbeelden van je werk met SQL.'],
  ['Minimaal 3 jaar relevante werkervaring als tester.', 'Voorbeelden van je werk als tester.'],
  ['U hebt 4 jaar ervaring in de zorg. Wij bellen u.', 'U hebt voorbeelden van uw werk in de zorg. Wij bellen u.'],
  ['Aantoonbare ervaring (min 3 jaar) met Python.', 'Voorbeelden van je werk met Python.'],
  ['You have at least 5 years of experience working with SQL.', 'You have examples of your work with SQL.'],
  ['You bring 3 years of software development experience.', 'You bring examples of your software development work.'],
  // What counts the years goes with them, also where a line end was lost.
  ['Diploma in TechniekMinimaal 4 jaar ervaring als tester', 'Diploma in TechniekVoorbeelden van je werk als tester'],
  ['You have a minimum of 6 years work experience.', 'You have examples of your work.'],
  ['You have > 4 years of experience in logistics.', 'You have examples of your work in logistics.'],
  ['You have significant experience of 2 years.', 'You have examples of your work.'],
])('%s', (text, expected) => {
  expect(readWith(years, text).rewritten).toEqual([expected])
})

test('a verb behind it makes that only a person can say it better', () => {
  const { words, rewritten } = readWith(years, 'You have 10+ years of experience architecting solutions.')
  expect([words, rewritten]).toEqual([['10+ years of experience'], []])
})

test.each([
  'Wij hebben 12 jaar ervaring met banken.',
  'Je hebt 0-2 jaar ervaring.',
  'Nine years of experience can be accepted in lieu of a degree.',
  'Pluspunten:\n\n3 jaar ervaring met Go',
  'Je hebt maximaal 3 jaar ervaring.',
  'Versterk een team met 40 jaar ervaring.',
  'Twee jaar ervaring is wenselijk.',
])('not: %s', (text) => expect(readWith(years, text).words).toEqual([]))
