import { describe, expect, test } from 'vitest'
import { codeOfLanguage, languagesListedIn, levelOfFluency } from './languages.ts'

test.each([
  ['Nederlands', 'nl'],
  ['Dutch', 'nl'],
  ['English (UK)', 'en'],
  ['Franse taal', 'fr'],
  ['Tigrinya', 'ti'],
  ['Oekraïens', 'uk'],
  ['Papiamento', 'pap'],
  ['Mandarin', 'zh'],
  ['nl-NL', 'nl'],
  ['Koerdisch', 'ku'],
  ['Python', undefined],
  ['zq', undefined],
  ['', undefined],
])('%s is language %s', (name, code) => {
  expect(codeOfLanguage(name)).toBe(code)
})

test.each([
  ['Native speaker', 6],
  ['moedertaal', 6],
  ['Native or bilingual proficiency', 6],
  ['Fluent', 5],
  ['vloeiend', 5],
  ['zeer goed', 5],
  ['Full professional proficiency', 5],
  ['Professional working', 4],
  ['goed in woord en geschrift', 4],
  ['B2', 4],
  ['Intermediate', 3],
  ['Limited working proficiency', 3],
  ['redelijk', 3],
  ['Elementary', 2],
  ['basis', 2],
  ['matig', 2],
  ['A1', 1],
  ['beginner', 1],
  ['leuk', undefined],
  ['', undefined],
])('%s is level %s', (words, level) => {
  expect(levelOfFluency(words)).toBe(level)
})

describe('a line with languages', () => {
  test.each([
    ['Nederlands: moedertaal', 'nl 6'],
    ['Engels (B2)', 'en 4'],
    ['- Duits - redelijk', 'de 3'],
    ['Talen: Nederlands (moedertaal), Engels (goed) en Frans (A2)', 'nl 6, en 4, fr 2'],
    ['Dutch: B1, English: native, Arabic: intermediate', 'nl 3, en 6, ar 3'],
    ['Turks vloeiend', 'tr 5'],
    ['Frans', ''],
    ['Python: expert', ''],
    ['Docent Nederlands', ''],
    ['Ik werk goed', ''],
  ])('%s', (line, expected) => {
    expect(
      languagesListedIn(line)
        .map(({ code, level }) => `${code} ${level}`)
        .join(', '),
    ).toBe(expected)
  })
})
