import { describe, expect, test } from 'vitest'
import { createAge } from './age.ts'
import { createAgeHints } from './age-hints.ts'
import { readWith } from './checked-text-for-tests.ts'
import { readWording } from './wording.ts'

const wording = await readWording()
const age = createAge(wording)
const hints = createAgeHints(wording)

test.each([
  ['Je bent jong, handig en aardig.', 'Je bent handig en aardig.'],
  ['Je bent jong van geest en werkt graag zelfstandig.', 'Je werkt graag zelfstandig.'],
  ['Wij zoeken iemand tot 30 jaar.', 'Wij zoeken iemand.'],
  ['Wij zoeken een jonge, handige developer.', 'Wij zoeken een handige developer.'],
  ['We are looking for a young engineer.', 'We are looking for an engineer.'],
  ['Wij zoeken jong talent.', 'Wij zoeken talent.'],
])('%s', (text, expected) => {
  const { marks, rewritten } = readWith(age, text)
  expect(marks[0]?.severity).toBe('law')
  expect(marks[0]?.why.nl).toContain('WGBL, artikel 9')
  expect(rewritten).toEqual([expected])
})

test('what only sounds like an age is no breach of the law', () => {
  expect(readWith(age, 'Je past in ons jonge team.').words).toEqual([])
  expect(readWith(hints, 'Je past in ons jonge team.').marks.map(({ severity }) => severity)).toEqual(['shutsOut'])
})

describe('words that sound like an age', () => {
  test.each([
    ['Je komt in een jong en dynamisch team.', 'Je komt in een dynamisch team.'],
    ['Je bent net afgestudeerd.', 'Je bent nieuw in dit werk.'],
    ['Je bent een digital native.', 'Je bent iemand die graag met digitale middelen werkt.'],
    ['Je hebt maximaal 3 jaar ervaring met SQL.', 'Je hebt enige ervaring met SQL.'],
    ['You are a recent graduate.', 'You are a beginner.'],
    ['Je werkt met jonge en ambitieuze mensen.', 'Je werkt met ambitieuze mensen.'],
  ])('%s', (text, expected) => expect(readWith(hints, text).rewritten).toEqual([expected]))

  test.each([
    'Ons team is een mix van jonge talenten en ervaren mensen.',
    'Je hebt 2 tot 5 jaar ervaring.',
    'Ben je net afgestudeerd? Ook dan kun je reageren.',
    'Je bent een starter of je hebt al een paar jaar ervaring.',
  ])('not: %s', (text) => expect(readWith(hints, text).words).toEqual([]))
})

test('a few years that begin at nought are never made into a demand for experience', () => {
  const { words, rewritten } = readWith(hints, 'Je hebt 0-2 jaar ervaring met testen.')
  expect([words, rewritten]).toEqual([['0-2 jaar ervaring'], []])
})
