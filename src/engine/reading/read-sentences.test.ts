import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languageOfSentence } from './language.ts'
import { readSentences } from './read-sentences.ts'

const sections = (text: string): string[] =>
  readSentences(text).map(({ start, end, section }) => `${text.slice(start, end)} | ${section}`)
const kinds = (text: string): string[] => readSentences(text).map(({ kind }) => kind)

describe('sections', () => {
  test('by the heading above', () => {
    const text = [
      'Servicedeskmedewerker',
      'Over ons',
      'Hier werken 40 mensen.',
      '**Wat ga je doen?**',
      '* Storingen oplossen',
      'Functie-eisen:',
      '- Mbo 4',
      'Nice to have',
      '- Python',
      'Dit bieden wij jou',
      '- Een fiets',
      '**Interesse?**',
      'Laat van je horen.',
    ].join('\n')
    expect(readSentences(text).map(({ section }) => section)).toEqual([
      'title',
      'organisation',
      'organisation',
      'tasks',
      'tasks',
      'demands',
      'demands',
      'demands',
      'demands',
      'offer',
      'offer',
      'procedure',
      'procedure',
    ])
    expect(kinds(text).slice(5, 11)).toEqual(['essential', 'essential', 'plus', 'plus', 'aside', 'aside'])
  })

  test('English headings', () => {
    const text =
      'Data Engineer\n## About us\nFun.\n## Responsibilities\nPipelines\n## Your profile\nSQL\n## What we offer\nLunch\n## How to apply\nToday'
    expect(readSentences(text).map(({ section }) => section)).toEqual([
      'title',
      ...['organisation', 'tasks', 'demands', 'offer', 'procedure'].flatMap((section) => [section, section]),
    ])
  })

  test('headings that lost their line', () => {
    expect(
      sections('Mooi werk. Wat ga je doen Je bouwt sites. Wat wij jou bieden Een laptop Wat je meebrengt Je kent SQL'),
    ).toEqual([
      'Mooi werk. | unknown',
      'Wat ga je doen | tasks',
      'Je bouwt sites. | tasks',
      'Wat wij jou bieden | offer',
      'Een laptop | offer',
      'Wat je meebrengt | demands',
      'Je kent SQL | demands',
    ])
  })

  test.each([
    ['Je hebt minimaal drie jaar ervaring met Java.', 'demands'],
    ['Hbo werk- en denkniveau is een must.', 'demands'],
    ['Als beheerder ben je verantwoordelijk voor de servers.', 'tasks'],
    ['You will build new services.', 'tasks'],
    ['Wij bieden je een salaris en 25 vakantiedagen.', 'offer'],
    ['We offer a pension plan and 27 vacation days.', 'offer'],
    ['Solliciteer voor 1 maart via de knop.', 'procedure'],
    ['Stuur je cv naar Sam.', 'procedure'],
    ['Ons bedrijf is opgericht in 1999.', 'organisation'],
    ['Mooi weer vandaag.', 'unknown'],
  ])('by its own words: %s', (text, section) => expect(readSentences(text)[0]?.section).toBe(section))

  test('sure words go before the heading; a heading of something else ends what stood above', () => {
    const text = '**Wat ga je doen?**\nSites bouwen.\nReageer dan via de knop.\n**De Efteling**\nEen park.'
    expect(readSentences(text).map(({ section }) => section)).toEqual(['tasks', 'tasks', 'procedure', 'unknown', 'unknown'])
  })

  test('what is offered is not demanded', () => {
    expect(kinds('**Wat bieden wij?**\nJe hebt recht op een goede cursus.\nJe hebt kennis van SQL.')).toEqual([
      'aside',
      'aside',
      'essential',
    ])
  })
})

describe('language', () => {
  test.each([
    ['Je werkt met Python', 'nl'],
    ['You work with Python', 'en'],
    ['Gegevens analyseren', 'nl'],
    ['Reiskostenvergoeding', 'nl'],
    ['Strong communication skills', 'en'],
    ['Python, SQL', undefined],
  ])('%s', (text, language) => expect(languageOfSentence(text)).toBe(language))

  test('of each sentence; what does not tell goes with the one before', () => {
    const text = 'Wij zoeken een ontwikkelaar.\n- Python\nWhat we are looking for:\n- Python\n- Kennis van de markt'
    expect(readSentences(text).map(({ language }) => language)).toEqual(['nl', 'nl', 'en', 'en', 'nl'])
  })
})

test('the sentences of any text are in order and apart', () => {
  const pieces = [
    'Wat bieden wij ',
    'Je hebt ',
    'SQL',
    '**',
    '\n',
    '. ',
    '?',
    'Interesse • ',
    'Benefits',
    ' ',
    'é',
    '*',
    '-',
    'teamHeb',
  ]
  const text = fc.array(fc.constantFrom(...pieces), { maxLength: 30 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), (given) => {
      let end = 0
      for (const sentence of readSentences(given)) {
        expect(sentence.start).toBeGreaterThanOrEqual(end)
        expect(sentence.end).toBeGreaterThan(sentence.start)
        expect(given.slice(end, sentence.start)).toMatch(/^[^\p{L}\p{N}]*$/u)
        end = sentence.end
      }
      expect(given.slice(end)).toMatch(/^[^\p{L}\p{N}]*$/u)
    }),
    { numRuns: 500 },
  )
})
