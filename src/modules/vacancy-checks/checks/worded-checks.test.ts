import { expect, test } from 'vitest'
import { readWith } from './checked-text-for-tests.ts'
import { createAlwaysAvailable, createHardWords, createJargon, createPhysical } from './worded-checks.ts'
import { readWording } from './wording.ts'

const wording = await readWording()
const jargon = createJargon(wording)
const hardWords = createHardWords(wording)
const always = createAlwaysAvailable(wording)
const physical = createPhysical(wording)

test.each([
  ['Je overlegt met stakeholders.', 'Je overlegt met betrokkenen.'],
  ['You leverage data.', 'You use data.'],
  ['You work with stakeholders.', 'You work with people involved.'],
  ['You take ownership of our tests.', 'You take responsibility for our tests.'],
  ['Je hebt een helikopterview.', 'Je hebt overzicht.'],
  ['You work on cutting-edge tools.', 'You work on new tools.'],
])('jargon: %s', (text, expected) => expect(readWith(jargon, text).rewritten).toEqual([expected]))

test.each([
  'You plan tests with internal stakeholders.',
  'We work at the cutting edge of audio.',
  'Met een nuchtere, no-nonsense mentaliteit lossen we het op.',
])('jargon without words that fit in its place: %s', (text) => {
  const { words, rewritten } = readWith(jargon, text)
  expect([words.length, rewritten]).toEqual([1, []])
})

test('a word of one language is plain in another', () => {
  expect(readWith(jargon, 'You like a challenge and you are eager to learn from others.').words).toEqual([])
  expect(readWith(jargon, 'You have an open mindset.').words).toEqual([])
})

test.each([
  ['Je schrijft tevens de handleiding.', 'Je schrijft ook de handleiding.'],
  ['Je draagt zorg voor het netwerk.', 'Je zorgt voor het netwerk.'],
  ['Je belt indien nodig een collega.', 'Je belt als dat nodig is een collega.'],
  ['Je belt indien er een storing is.', 'Je belt als er een storing is.'],
  ['You do this in order to help users.', 'You do this to help users.'],
])('hard word: %s', (text, expected) => expect(readWith(hardWords, text).rewritten).toEqual([expected]))

test.each(['Stappen ten aanzien van het rooster.', 'Je belt indien gevraagd.'])('hard words without others: %s', (text) => {
  const { words, rewritten } = readWith(hardWords, text)
  expect([words.length, rewritten]).toEqual([1, []])
})

test('the name of the certificate of conduct stays', () => {
  expect(readWith(hardWords, 'Wij vragen een Verklaring Omtrent het Gedrag.').words).toEqual([])
})

test('a help desk may be there always, a person not', () => {
  expect(readWith(always, 'Je bent altijd bereikbaar.').rewritten).toEqual(['Je bent bereikbaar op werkdagen.'])
  expect(readWith(always, 'De dienst is 24/7 beschikbaar.').words).toEqual([])
})

test('work with hands may ask for a body that can', () => {
  expect(readWith(physical, 'Je bent lichamelijk fit.').words).toEqual(['lichamelijk fit'])
  expect(readWith(physical, 'Je trekt kabels als monteur. Je bent lichamelijk fit.').words).toEqual([])
})
