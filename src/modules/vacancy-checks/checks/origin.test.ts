import { expect, test } from 'vitest'
import { readWith } from './checked-text-for-tests.ts'
import { createOrigin, createOriginLanguage } from './origin.ts'
import { readWording } from './wording.ts'

const wording = await readWording()
const origin = createOrigin(wording)
const language = createOriginLanguage(wording)

test('nationality and descent are against the law, unless a law asks it', () => {
  expect(readWith(origin, 'Je hebt een Nederlands paspoort.').marks.map(({ severity }) => severity)).toEqual(['law'])
  expect(readWith(origin, 'Voor dit werk bij Defensie eist de wet de Nederlandse nationaliteit.').words).toEqual([])
  expect(readWith(origin, 'Je hebt de Nederlandse nationaliteit of een werkvergunning.').words).toEqual([])
})

test.each([
  ['Je spreekt accentloos Nederlands.', 'Je spreekt goed verstaanbaar Nederlands.'],
  ['Je bent een native Dutch speaker.', 'Je bent iemand die Nederlands spreekt op niveau B2.'],
  ['You are a native English speaker.', 'You are a person who speaks English at level B2.'],
])('%s', (text, expected) => expect(readWith(language, text).rewritten).toEqual([expected]))

test('the mother tongue of customers is theirs', () => {
  expect(readWith(language, 'Je helpt klanten in hun moedertaal; wij hebben native speakers van tien talen.').words).toEqual([])
})
