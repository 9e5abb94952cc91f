import fc from 'fast-check'
import { expect, test } from 'vitest'
import { csvCell, fromCsvCell } from './csv-cell.ts'

test.each(['=1+1', '+31 6', '-x', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\u0000=1', '＝1'])('%j is no formula any more', (text) => {
  expect(csvCell(text)).toBe(`'${text}`)
})

test.each(['a', '', '-12', '+3.5', "it's", 'a=b', '1-2'])('%j stays', (text) => expect(csvCell(text)).toBe(text))

test('what is written reads back the same', () => {
  const sign = fc.constantFrom('=', '+', '-', '@', "'", ' ', '\t', '\n', 'a', '1')
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.array(sign).map((all) => all.join('')),
      ),
      (text) => {
        expect(fromCsvCell(csvCell(text))).toBe(text)
        expect(csvCell(text)).not.toMatch(/^[\s\p{Cc}]*[=@]/u)
      },
    ),
  )
})
