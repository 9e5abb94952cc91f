import { expect, test } from 'vitest'
import { readWith } from './checked-text-for-tests.ts'
import { fullTime } from './full-time.ts'

test.each([
  ['Je werkt 40 uur per week in Ede.', 'Je werkt 32 tot 40 uur per week in Ede.'],
  ['Een fulltime functie in Ede.', 'Een functie voor 32 tot 40 uur per week in Ede.'],
  ['Je bent fulltime beschikbaar.', 'Je bent 32 tot 40 uur per week beschikbaar.'],
  ['Wij bieden een 40-urige werkweek.', 'Wij bieden een werkweek van 32 tot 40 uur.'],
  ['Een aanstelling voor 1,0 fte.', 'Een aanstelling voor 0,8 tot 1,0 fte.'],
  ['We offer a full-time position in our team.', 'We offer a position for 32 to 40 hours a week in our team.'],
  // Never more hours than were asked.
  ['Je werkt 36 uur per week in Ede.', 'Je werkt 32 tot 36 uur per week in Ede.'],
  ['Wij bieden een 36-urige werkweek.', 'Wij bieden een werkweek van 32 tot 36 uur.'],
  ['You work 38 hours per week.', 'You work 32 to 38 hours per week.'],
  ['Fulltime baan van 38 uur per week.', 'Baan voor 32 tot 38 uur per week.'],
  ['Tester in Ede (fulltime, 38 uur per week)', 'Tester in Ede (32 tot 38 uur per week)'],
  ['You work 40 hours a week with us.', 'You work 32 to 40 hours a week with us.'],
])('%s', (text, expected) => {
  expect(readWith(fullTime, text).rewritten).toEqual([expected])
})

test('before a name of work there is no sentence to fit in', () => {
  const { words, rewritten } = readWith(fullTime, 'We are hiring a full-time data manager.')
  expect([words, rewritten]).toEqual([['full-time'], []])
})

test('hours said elsewhere are the upper end for the word alone', () => {
  const { rewritten } = readWith(fullTime, 'Soort dienstverband: fulltime\n\nUren per week: 36')
  expect(rewritten[0]).toBe('Soort dienstverband: 32 tot 36 uur per week\n\nUren per week: 36')
})

test('hours said twice are one mark, without words that would be against each other', () => {
  const { words, rewritten } = readWith(fullTime, 'This is a full-time (40 hours per week) role.')
  expect([words, rewritten]).toEqual([['full-time (40 hours per week)'], []])
  expect(readWith(fullTime, 'A full-time contract of one year, 40 hours a week.').rewritten).toEqual([])
})

test('a choice of hours holds for the whole text, and is praised', () => {
  const { words, praised } = readWith(fullTime, 'Soort dienstverband: fulltime.\n\nJe werkt 24 tot 40 uur per week.')
  expect([words, praised]).toEqual([[], ['24 tot 40 uur']])
  expect(readWith(fullTime, 'Een fulltime baan. Parttime is bespreekbaar.').words).toEqual([])
  expect(readWith(fullTime, 'Een fulltime baan. Vier dagen is mogelijk.').words).toEqual([])
})

test('hours that wage or leave are reckoned by are not asked', () => {
  expect(readWith(fullTime, 'Salaris tot € 5.000 bruto per maand op basis van 40 uur.').words).toEqual([])
  expect(readWith(fullTime, '26 vakantiedagen bij een fulltime dienstverband.').words).toEqual([])
})
