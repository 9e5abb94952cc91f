import { parse } from 'csv-parse/sync'
import { expect, test } from 'vitest'
import { fromCsvCell } from './csv-cell.ts'
import { type RejectFormat, writeRejects } from './write-rejects.ts'

const rejects = [
  { place: 'jobs.csv:17', reason: 'The title is missing.', record: '=cmd|"/c calc"!A1;two\nlines' },
  { place: 'jobs.csv:18', reason: 'é', record: '+31 "x"' },
]

async function written(format: RejectFormat): Promise<string> {
  async function* all() {
    yield* rejects
  }
  let text = ''
  for await (const piece of writeRejects(all(), format)) text += piece
  return text
}

test('as CSV no cell runs as a formula, and the text comes back', async () => {
  const rows = parse(await written('csv'), { bom: true, delimiter: ';', columns: true }) as Record<string, string>[]
  expect(rows[0]?.record).toBe(`'${rejects[0]?.record}`)
  const back = rows.map((row) => Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, fromCsvCell(cell)])))
  expect(back).toEqual(rejects)
})

test('as NDJSON they are one a line', async () => {
  expect(
    (await written('ndjson'))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line)),
  ).toEqual(rejects)
})
