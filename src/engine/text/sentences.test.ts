import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentencesOf } from './index.ts'

const cut = (text: string): string[] => sentencesOf(text).map(({ start, end }) => text.slice(start, end))

describe('sentences', () => {
  test.each([
    ['Je bouwt. Je test! Past dat? Mooi', ['Je bouwt.', 'Je test!', 'Past dat?', 'Mooi']],
    ['Talen, bijv. Python, o.a. Java en m.b.t. SQL. Klaar', ['Talen, bijv. Python, o.a. Java en m.b.t. SQL.', 'Klaar']],
    ['Vraag het mevr. Jansen of R. de Vries', ['Vraag het mevr. Jansen of R. de Vries']],
    ['Python, SQL, etc. Je werkt in Zwolle', ['Python, SQL, etc.', 'Je werkt in Zwolle']],
    ['Werk met Node.js en ASP.Net. Het team', ['Werk met Node.js en ASP.Net.', 'Het team']],
    ['Min. 3 jaar ervaring, ca. 40 collega’s', ['Min. 3 jaar ervaring, ca. 40 collega’s']],
    ['1. Bouwen\n2. Testen', ['1. Bouwen', '2. Testen']],
    ['Je kent SQL; Je kent Java; en meer', ['Je kent SQL;', 'Je kent Java; en meer']],
    ['Versie 3.5 van Booking.Com', ['Versie 3.5 van Booking.Com']],
    ['Wacht... Nog iets', ['Wacht...', 'Nog iets']],
  ])('%s', (text, expected) => expect(cut(text)).toEqual(expected))

  test.each([
    ['Ervaring met SQL Gegevens analyseren Rapportages', ['Ervaring met SQL', 'Gegevens analyseren Rapportages']],
    ['Jij versterkt het teamHeb jij ervaring?Reageer dan', ['Jij versterkt het team', 'Heb jij ervaring?', 'Reageer dan']],
    ['met de juiste mensen.Je durft veel.Het is belangrijk', ['met de juiste mensen.', 'Je durft veel.', 'Het is belangrijk']],
    [
      'Gaat dit over jou?* Een afgeronde opleiding* Kennis van SQL',
      ['Gaat dit over jou?', 'Een afgeronde opleiding', 'Kennis van SQL'],
    ],
    ['Je kent Python Je werkt graag samen', ['Je kent Python', 'Je werkt graag samen']],
    ['QualificationsBachelor degree', ['Qualifications', 'Bachelor degree']],
    ['Wat wij bieden • Een laptop • Pensioen', ['Wat wij bieden', 'Een laptop', 'Pensioen']],
    ['in Assen Startdatum: 1 maart Duur: 6 maanden', ['in Assen', 'Startdatum: 1 maart', 'Duur: 6 maanden']],
    ['We need SQL skills You will build', ['We need SQL skills', 'You will build']],
  ])('lost line ends: %s', (text, expected) => expect(cut(text)).toEqual(expected))

  test.each([
    'Je werkt met JavaScript, GitHub, LinkedIn en SharePoint',
    'Een baan aan De Haagse Hogeschool of bij The Hague Security Delta',
    'Je werkt als Data Engineer met Microsoft Power BI en Azure Data Factory',
    'Machine Learning Engineer bij Customer Support',
    'een cursus van Jan De Vries in Den Haag',
  ])('whole: %s', (text) => expect(cut(text)).toEqual([text]))

  test('bullets and headings lose their marks, and say what they are', () => {
    const text = '## **Wat vragen wij?**\n\n* Je kent SQL. Echt\n\\- Java\n+ Python\n===\n--- \nEinde.'
    expect(sentencesOf(text).map(({ start, end, bullet, ownLine }) => [text.slice(start, end), bullet, ownLine])).toEqual([
      ['Wat vragen wij?', false, true],
      ['Je kent SQL.', true, false],
      ['Echt', true, false],
      ['Java', true, true],
      ['Python', true, true],
      ['Einde.', false, true],
    ])
  })

  test('a line that was wrapped goes on, a heading does not', () => {
    const long = `${'woorden '.repeat(9)}en`
    expect(cut(`${long}\nverder.\nKop\nonder`)).toEqual([`${long}\nverder.`, 'Kop', 'onder'])
  })
})

describe('any text', () => {
  const pieces = [
    'Je',
    'werkt',
    'met',
    'SQL',
    'bijv.',
    '**',
    '* ',
    '• ',
    '\n',
    '. ',
    '.',
    '?',
    ';',
    '1. ',
    '-',
    'teamHeb',
    '\u200b',
    '(',
    '"',
    'é',
    '=',
  ]
  const text = fc.array(fc.constantFrom(...pieces, ' '), { maxLength: 40 }).map((parts) => parts.join(''))

  test('sentences are in order, apart, and leave out no letter or digit', () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'grapheme' })), (given) => {
        let end = 0
        for (const sentence of sentencesOf(given)) {
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

  test.each([
    'a',
    'A',
    '(',
    ' ',
    '\n',
    '*',
    '* ',
    '- ',
    '. ',
    '.',
    '!',
    '."',
    'aB',
    'Je ',
    'a Je',
    '\u200b',
    '\u202e',
    'teamHeb',
    '•',
    '1. ',
    ';A',
    '\\-',
    '**',
    'a:\n',
  ])('a million characters of %j', { timeout: 2_000, retry: 2 }, (piece) => {
    const million = piece.repeat(Math.ceil(1_000_000 / piece.length))
    expect(sentencesOf(million).length).toBeLessThanOrEqual(million.length)
  })
})
