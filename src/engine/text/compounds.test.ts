import { describe, expect, test } from 'vitest'
import { commonForm, createCompoundSplitter } from './index.ts'

const counts = new Map(
  Object.entries({
    vliegtuig: 9,
    monteur: 40,
    klanten: 20,
    service: 30,
    medewerker: 90,
    arbeid: 9,
    markt: 12,
    regio: 8,
    netwerk: 15,
    beheerder: 25,
    zorg: 30,
    gezondheid: 12,
    gezondheidszorg: 60,
    schrijver: 9,
    bakker: 5,
    verkoper: 8,
    lezer: 3,
    directeur: 9,
    cameraman: 2,
    leraar: 8,
    tekenaar: 6,
    masseur: 4,
    verpleger: 5,
    meester: 3,
    secretaris: 2,
  }),
)

describe('compounds', () => {
  const split = createCompoundSplitter(counts)

  test.each([
    ['vliegtuigmonteur', ['vliegtuig', 'monteur']],
    ['klantenservicemedewerker', ['klanten', 'service', 'medewerker']],
    ['arbeidsmarktregio', ['arbeid', 'markt', 'regio']],
    ['netwerkbeheerder', ['netwerk', 'beheerder']],
    // Seen whole more often than its parts: it is a word.
    ['gezondheidszorg', ['gezondheidszorg']],
    ['gezondheidsmonteur', ['gezondheid', 'monteur']],
    // A part that nobody knows: not cut.
    ['raketmonteur', ['raketmonteur']],
    ['monteur', ['monteur']],
    ['c++', ['c++']],
    ['', []],
  ])('%s', (word, parts) => {
    expect(split(word)).toEqual(parts.length === 0 ? [word] : parts)
  })

  test('letters of a word are all in its parts, but for linking letters', () => {
    for (const word of ['klantenservicemedewerker', 'arbeidsmarktregio', 'zorgmarktregiobeheerder']) {
      expect(split(word).join('').length).toBeGreaterThan(word.length - 3)
    }
  })

  test('a word without end is left whole at once', () => {
    const long = 'zorg'.repeat(250_000)
    expect(split(long)).toEqual([long])
  })
})

describe('agents and women', () => {
  const isKnown = (word: string): boolean => counts.has(word)

  test.each([
    ['verpleegster', 'verpleger'],
    ['verkoopster', 'verkoper'],
    ['schrijfster', 'schrijver'],
    ['bakster', 'bakker'],
    ['leesster', 'lezer'],
    ['directrice', 'directeur'],
    ['cameravrouw', 'cameraman'],
    ['lerares', 'leraar'],
    ['tekenares', 'tekenaar'],
    ['masseuse', 'masseur'],
    ['secretaresse', 'secretaris'],
    // Not known, or no such form at all.
    ['kapster', 'kapster'],
    ['meester', 'meester'],
    ['minister', 'minister'],
    ['polyester', 'polyester'],
    ['monteur', 'monteur'],
    ['', ''],
  ])('%s is %s', (word, common) => {
    expect(commonForm(word, isKnown)).toBe(common)
  })
})
