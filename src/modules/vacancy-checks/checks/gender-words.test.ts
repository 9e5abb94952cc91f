import { describe, expect, test } from 'vitest'
import { readWith } from './checked-text-for-tests.ts'
import { createGenderWords, createOneSex } from './gender-words.ts'
import { readWording } from './wording.ts'

const wording = await readWording()
const traits = createGenderWords(wording)
const oneSex = createOneSex(wording)

describe('behaviour in place of a trait', () => {
  test.each([
    ['Je bent resultaatgericht.', 'Je rondt af wat je begint.'],
    ['Je bent nieuwsgierig en resultaatgericht.', 'Je bent nieuwsgierig en je rondt af wat je begint.'],
    ['You are curious and decisive.', 'You are curious and you take a decision and explain it.'],
  ])('%s', (text, expected) => expect(readWith(traits, text).rewritten).toEqual([expected]))

  test('it is a tip, and says what rests on research and that its effect is small', () => {
    const [found] = readWith(traits, 'Je bent competitief.').marks
    const [ours] = readWith(traits, 'Je bent ambitieus.').marks
    expect([found?.severity, found?.why.nl]).toEqual(['tip', expect.stringContaining('effect is klein')])
    expect([ours?.severity, ours?.why.nl]).toEqual(['tip', expect.not.stringContaining('nderzoek')])
  })

  test.each([
    'Onze kernwaarden zijn gedreven en betrouwbaar.',
    'Je werkt in een enthousiaste, ondernemende en open omgeving.',
    'Je krijgt een competitief salaris.',
    'Ben je gedreven om te leren?',
  ])('not: %s', (text) => expect(readWith(traits, text).words).toEqual([]))
})

test('a man or a woman asked for is against the law', () => {
  const { marks, rewritten } = readWith(oneSex, 'Wij zoeken een vrouwelijke collega.')
  expect(marks.map(({ severity }) => severity)).toEqual(['law'])
  expect(rewritten).toEqual(['Wij zoeken een collega.'])
})
