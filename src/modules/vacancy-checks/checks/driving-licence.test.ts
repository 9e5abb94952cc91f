import { expect, test } from 'vitest'
import { readWith } from './checked-text-for-tests.ts'
import { drivingLicence } from './driving-licence.ts'

test.each([
  ['Je hebt een rijbewijs B.', 'Je hebt een manier om naar het werk te komen (ov of fiets mag ook).'],
  ['Je bent in het bezit van rijbewijs B.', 'Je hebt een manier om naar het werk te komen (ov of fiets mag ook).'],
  ["You have a driver's licence.", 'You have a way to get to work (public transport or a bike is fine).'],
])('%s', (text, expected) => {
  const { marks, rewritten } = readWith(drivingLicence, text)
  expect(marks[0]?.demands).toEqual(['licence:B'])
  expect(rewritten).toEqual([expected])
})

test('where the work is on the road it is needed', () => {
  expect(readWith(drivingLicence, 'Je lost storingen op bij klanten thuis.\n\nJe hebt een rijbewijs B.').words).toEqual([])
})

test('a car of the firm and somewhere to drive it make it needed', () => {
  expect(
    readWith(drivingLicence, 'Je telt de voorraad van winkels.\n\nJe krijgt een auto van de zaak.\n\nRijbewijs B').words,
  ).toEqual([])
  expect(readWith(drivingLicence, 'Je krijgt een auto van de zaak.\n\nRijbewijs B').words).toEqual(['Rijbewijs B'])
})
