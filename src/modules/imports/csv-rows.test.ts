import { describe, expect, test } from 'vitest'
import { type CsvRow, type CsvRowsOptions, readCsvRows } from './csv-rows.ts'

const columns = { title: ['titel', 'title', 'functietitel'], hours: ['uren', 'hours'] }

async function* pieces(text: string | Buffer, size = 7): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function read(text: string | Buffer, options: Partial<CsvRowsOptions> = {}): Promise<CsvRow[]> {
  const rows: CsvRow[] = []
  for await (const row of readCsvRows(pieces(text), { name: 'x.csv', columns, ...options })) rows.push(row)
  return rows
}

describe('rows of a CSV', () => {
  test.each([
    ['semicolons', 'Titel;Uren\na;1\n'],
    ['commas', 'TITLE,hours\na,1'],
    ['tabs', 'functie-titel\tUREN\r\na\t1\r\n'],
    ['a mark and quotes', '\ufeff"titel";"uren"\n"a";"1"\n'],
  ])('%s', async (_, text) => expect(await read(text)).toEqual([{ line: 2, fields: { title: 'a', hours: '1' } }]))

  test('lines are those of the file: empty ones and ones within quotes count', async () => {
    const rows = await read('titel;uren\n"a\nb";1\n\nc;2\n"d\r\ne";3\n"f";4')
    expect(rows.map((row) => row.line)).toEqual([2, 5, 6, 8])
  })

  test('a row with too many cells is a problem, and the next is read', async () => {
    const rows = await read('titel;uren\na;1;2\nb;2\n')
    expect(rows).toEqual([
      { line: 2, problem: expect.stringContaining('3 cells and the header has 2'), record: 'a;1;2' },
      { line: 3, fields: { title: 'b', hours: '2' } },
    ])
  })

  test('unknown columns are told once and passed over; empty cells are left out', async () => {
    const told: unknown[] = []
    expect(await read('titel;kleur;uren\na;rood;\n', { onHeader: (header) => told.push(header) })).toEqual([
      { line: 2, fields: { title: 'a' } },
    ])
    expect(told).toEqual([{ unknown: ['kleur'], delimiter: ';' }])
  })

  test('letters of Windows when that is said', async () => {
    const text = Buffer.from('titel;uren\ncaf\u00e9;1\n', 'latin1')
    expect(await read(text, { encoding: 'windows-1252' })).toEqual([{ line: 2, fields: { title: 'café', hours: '1' } }])
    await expect(read(text)).rejects.toThrow('x.csv, line 2: the text is not UTF-8')
  })

  test.each([
    ['nothing', '', 'is empty'],
    ['a missing column', 'uren\n1\n', 'has no column "titel"'],
    ['a column twice', 'titel;title;uren\n', 'stands there twice'],
    ['an open quote', 'titel;uren\na;1\n"b;2\nc;3\n', 'x.csv, line 3: a quote'],
    ['UTF-16', Buffer.from('\ufefftitel;uren\na;1', 'utf16le'), 'UTF-16'],
  ])('%s is refused', async (_, text, message) => {
    await expect(read(text, { required: ['title'] })).rejects.toThrow(message)
  })
})
