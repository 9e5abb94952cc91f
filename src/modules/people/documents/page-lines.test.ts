import { describe, expect, test } from 'vitest'
import { linesOfPages, type Run } from './page-lines.ts'
import { type PlacedText, writePdf } from './pdf-for-tests.ts'
import { readCvFile } from './read-cv-file.ts'

/** Letters of about half their size wide, as in Helvetica. */
const run = (x: number, y: number, text: string, height = 10): Run => ({ x, y, text, width: text.length * height * 0.5, height })
const column = (x: number, from: number, ...texts: string[]): Run[] =>
  texts.flatMap((text, at) => (text === '' ? [] : [run(x, from - at * 14, text)]))
const read = (...pages: Run[][]): string[] => linesOfPages(pages)

describe('one column', () => {
  test('from top to bottom, whatever the order in the file', () => {
    const runs = column(60, 780, 'Werkervaring', 'Kok', 'Linux')
    expect(read(runs.toReversed())).toEqual(['Werkervaring', 'Kok', 'Linux'])
  })

  test('letters that are cut into runs become words again; a wide gap is a tab', () => {
    expect(read([run(60, 700, 'Sys'), run(75, 700, 'teem'), run(98, 700.5, 'en'), run(200, 700, '2019')])).toEqual([
      'Systeem en\t2019',
    ])
  })

  test('room on the page becomes an empty line', () => {
    expect(read([run(60, 700, 'Kok'), run(60, 686, 'Utrecht'), run(60, 640, 'Bakker')])).toEqual(['Kok', 'Utrecht', '', 'Bakker'])
  })

  test('dates to the left of jobs stay with their jobs', () => {
    const left = column(60, 780, 'Werkervaring', '2019 - nu', '2015 - 2019', 'Opleiding', '2011 - 2015')
    const right = column(200, 766, 'Systeembeheerder bij Voorbeeld', 'Medewerker servicedesk', '', 'mbo-4 ICT-beheer')
    expect(read([...left, ...right])).toEqual([
      'Werkervaring',
      '2019 - nu\tSysteembeheerder bij Voorbeeld',
      '2015 - 2019\tMedewerker servicedesk',
      'Opleiding',
      '2011 - 2015\tmbo-4 ICT-beheer',
    ])
  })
})

describe('two columns', () => {
  const side = ['Vaardigheden', 'Linux', 'SQL', 'Talen', 'Nederlands: moedertaal']
  const main = ['Werkervaring', '2019 - nu: Systeembeheerder', 'Beheer van servers', 'Opleiding', 'mbo-4 ICT-beheer']

  test('are read one after the other, not across', () => {
    expect(read([...column(40, 780, ...side), ...column(260, 780, ...main)])).toEqual([...side, ...main])
  })

  test('a name over both comes first', () => {
    const name = run(40, 820, 'Een naam die over de hele breedte van de bladzijde staat', 16)
    expect(read([name, ...column(40, 780, ...side), ...column(260, 780, ...main)])).toEqual([name.text, ...side, ...main])
  })

  test('the column with the largest letters comes first: there stands who it is about', () => {
    const name = run(260, 800, 'Fictief', 20)
    expect(read([name, ...column(40, 780, ...side), ...column(260, 770, ...main)])).toEqual(['Fictief', ...main, ...side])
  })

  test('that run on over pages are read to their end', () => {
    const second = [...column(40, 780, 'Hobby’s', 'Lezen'), ...column(260, 780, 'Werkervaring', '2015 - 2019: Kok')]
    expect(read([...column(40, 780, ...side), ...column(260, 780, ...main)], second)).toEqual([
      ...side,
      'Hobby’s',
      'Lezen',
      ...main,
      'Werkervaring',
      '2015 - 2019: Kok',
    ])
  })

  test('in a whole PDF: sections are not mixed line by line', async () => {
    const place = (x: number, lines: readonly string[]): PlacedText[] =>
      lines.map((text, at) => ({ x, y: 760 - at * 16, text, size: 10 }))
    const pdf = writePdf({ pages: [[{ x: 40, y: 800, text: 'Jan Fictief', size: 20 }, ...place(40, side), ...place(240, main)]] })
    const content = await readCvFile(pdf)
    expect('text' in content ? content.text.split('\n').filter(Boolean) : []).toEqual(['Jan Fictief', ...side, ...main])
  })
})

test('text on its side and pages without text do no harm', () => {
  expect(read([], [{ text: 'Profiel', x: 20, y: 400, width: 0, height: 10 }, run(60, 400, 'Kok')], [])).toEqual(['Profiel\tKok'])
})
