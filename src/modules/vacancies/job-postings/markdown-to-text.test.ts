import { expect, test } from 'vitest'
import { htmlToText } from './html-to-text.ts'
import { markdownToText } from './markdown-to-text.ts'

test.each([
  [
    '**Dit doe jij**\n\n* Je bouwt in C\\# en \\.NET\n* Salaris: €4\\.500,00 \\- €5\\.500,00',
    'Dit doe jij:\n\n• Je bouwt in C# en .NET\n• Salaris: €4.500,00 - €5.500,00',
  ],
  ['## Wat wij vragen ##\n- SQL', 'Wat wij vragen:\n• SQL'],
  ['**Wie ben jij?**\n---\nJe kent **Power BI** en R\\&D.', 'Wie ben jij?\nJe kent Power BI en R&D.'],
  ['**Salaris:** € 3\\.000', 'Salaris: € 3.000'],
])('Markdown becomes plain text: %j', (text, plain) => {
  expect(markdownToText(text)).toBe(plain)
})

test.each([
  'Gewone tekst met een * ster en 3 - 4 dagen.',
  'C:\\Program Files\\Schakel',
  '* een lijst\n* zonder meer',
  'a ** b ** c',
  'snake_case en __init__',
])('what is no Markdown stays: %j', (text) => {
  expect(markdownToText(text)).toBe(text)
})

test('a text of stars or backslashes takes a straight line of work', () => {
  expect(markdownToText('**a'.repeat(100_000)).length).toBeGreaterThan(0)
  expect(markdownToText(`${'\\'.repeat(300_000)}a \\.`).endsWith('a .')).toBe(true)
})

test('texts of postings are read through it', () => {
  expect(htmlToText('**Eisen**\n* Node\\.js')).toBe('Eisen:\n• Node.js')
})
