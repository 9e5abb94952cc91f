import { describe, expect, test } from 'vitest'
import type { Fact } from './facts.ts'
import { readFacts } from './read-facts.ts'
import { readSentences } from './read-sentences.ts'

/** What patterns could go back and forth over; each repeated to a million characters must be read within the limit of the test. */
const pieces = [
  ...[
    'a',
    'A',
    '1',
    '1.',
    '1,',
    '(',
    ')',
    '[',
    '\\',
    '\\(',
    '*',
    '**',
    '* ',
    '-',
    '- ',
    '—',
    '.',
    '. ',
    '...',
    '!',
    '? ',
    ';',
    '; ',
  ],
  ...[
    '\n',
    '\r\n',
    '\n\n',
    '\t',
    ' ',
    '\u00a0',
    '\u200b',
    '\u202e',
    '\u202ea',
    'a\u200b',
    'e\u0301',
    '"',
    "'",
    '<b>',
    '&nbsp;',
    '👉',
    '| ',
  ],
  ...[
    'teamHeb ',
    'A. ',
    '@',
    'a@',
    'a@a.',
    '06 ',
    '+31 ',
    '€',
    '€ 1 ',
    '€ 3.000 - ',
    '12 ',
    '24/7 ',
    '32 - ',
    '1-1-',
    '2027-01-',
  ],
  ...[
    'hbo/',
    'hbo- of ',
    'master ',
    'Engels en ',
    'vloeiend ',
    '3 jaar x ',
    'minimaal ',
    '2 dagen ',
    'per ',
    '1 maart ',
    'reageer a ',
  ],
  ...['fulltime ', 'in Aa ', 'CAO Aa ', 'schaal 1', 'contract voor ', 'thuis ', 'opleidings', 'met Aa ', 'je hebt ', 'of door '],
]
const million = 1_000_000
/** Tried again, for other tests run beside these. */
const limits = { timeout: 2_000, retry: 2 }

describe('a million characters', () => {
  test.each(pieces)('of %j: facts', limits, (piece) => {
    const text = piece.repeat(Math.ceil(million / piece.length))
    for (const fact of Object.values(readFacts(text)).flat() as Fact<unknown>[]) expect(fact.end).toBeLessThanOrEqual(text.length)
  })

  test.each(pieces)('of %j: sentences', limits, (piece) => {
    const text = piece.repeat(Math.ceil(million / piece.length))
    expect(readSentences(text).length).toBeLessThanOrEqual(text.length)
  })
})

test('what stands before an endless tail is read as without it', () => {
  const text = 'Je werkt 32 tot 36 uur per week in Zwolle. Salaris: € 3.000 - € 4.000 per maand. '
  const { hours, wage } = readFacts(text)
  const long = readFacts(`${text}${'('.repeat(100_000)}`)
  expect([long.hours?.value, long.wage?.value]).toEqual([hours?.value, wage?.value])
})
