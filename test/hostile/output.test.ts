/** What came in with harm in it comes out as text only: on pages, in JSON-LD, in exports, in a spreadsheet. */
import { parse as parseCsv } from 'csv-parse/sync'
import sax from 'sax'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeRejects } from '../../src/modules/imports/index.ts'
import { toVacancyCsv, type VacancyRecord } from '../../src/modules/vacancies/index.ts'
import { harmfulTexts, hostileCsv, hostileOpenings, hostilePostings } from './hostile-record.ts'
import { judgeAnswer } from './judge-answer.ts'
import { runsAsFormula } from './runs-as-formula.ts'
import { type ServedHostile, serveHostile } from './serve-hostile.ts'

let served: ServedHostile
let stored: VacancyRecord[]

beforeAll(async () => {
  served = await serveHostile()
  const { vacancies } = served.modules
  await vacancies.importFrom({ name: 'hostile.json', text: JSON.stringify(hostilePostings()) })
  await vacancies.importFrom({ name: 'hostile.csv', text: hostileCsv() })
  await vacancies.importFrom({ name: 'hostile.xml', text: hostileOpenings() })
  stored = (await vacancies.allPublished()).filter(({ demo }) => !demo)
})
afterAll(() => served?.close())

async function get(url: string): Promise<{ readonly body: string; readonly faults: readonly string[] }> {
  const answer = await served.app.inject({ url })
  const { statusCode: status, headers, body } = answer
  return {
    body,
    faults: [...judgeAnswer('GET', url, { status, headers, body }), ...served.takeErrors()].map((fault) => `${url}: ${fault}`),
  }
}

async function faultsAt(urls: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  for (const url of urls) faults.push(...(await get(url)).faults)
  return faults
}

test('most of it is stored: there is something to look at', () => {
  expect(stored.length).toBeGreaterThan(harmfulTexts.length * 2)
})

describe('on pages', () => {
  test('of each vacancy', async () => {
    const paths = someOf(stored, 3).map(({ id }, at) => (at % 2 === 0 ? `/nl/vacatures/${id}` : `/en/vacancies/${id}`))
    expect(await faultsAt(paths)).toEqual([])
  })

  test('of why not, as the script asks for it too', async () => {
    expect(
      await faultsAt(someOf(stored, 11).flatMap(({ id }) => [`/nl/vacatures/${id}/waarom-niet`, `/nl/vacatures/${id}.data`])),
    ).toEqual([])
  })

  test('of lists and searches, with the texts themselves as the search', async () => {
    const searches = harmfulTexts.map((text, at) => {
      const sought = encodeURIComponent(text)
      return (
        [`/nl/vacatures?text=${sought}&employer=${sought}`, `/en/programmes?text=${sought}`, `/nl/vacatures/${sought}`][at % 3] ??
        ''
      )
    })
    expect(await faultsAt(['/nl/vacatures', '/en/vacancies?sort=new&page=2', '/nl/bronnen', ...searches])).toEqual([])
  })
})

test('the sitemap is XML', async () => {
  for (const path of ['/sitemap.xml', '/sitemaps/vacancies-1.xml', '/sitemaps/occupations-1.xml']) {
    const { body, faults } = await get(path)
    expect(faults).toEqual([])
    // Throws on what is no XML.
    expect(() => sax.parser(true).write(body).close(), path).not.toThrow()
  }
})

describe('out again', () => {
  test('CSV: no cell runs, and each says what is stored', async () => {
    const { body, faults } = await get('/api/v1/exports/vacancies.csv')
    expect(faults).toEqual([])
    const [header = [], ...rows] = parseCsv(body, { delimiter: ';', bom: true }) as string[][]
    expect([...header, ...rows.flat()].filter(runsAsFormula)).toEqual([])
    const title = header.indexOf('titel')
    const titles = new Set(
      rows.map((row) => row[title]?.replace(/^'(?='*[\s\p{Cc}]*[=+\-@\uff1d\uff0b\uff0d\uff20\t\r\n])/u, '')),
    )
    expect(stored.map((one) => one.title).filter((one) => !titles.has(one))).toEqual([])
  })

  test('CSV: whatever text stands in any field of a record, no cell runs', async () => {
    const records = harmfulTexts.map((text) => withEverywhere(stored[0] as VacancyRecord, text))
    const pieces: string[] = []
    for await (const piece of toVacancyCsv(records)) pieces.push(piece)
    const cells = (parseCsv(pieces.join(''), { delimiter: ';', bom: true }) as string[][]).flat()
    expect(cells.filter(runsAsFormula)).toEqual([])
    expect(cells.filter((cell) => cell.includes('zqx9')).length).toBeGreaterThan(harmfulTexts.length)
  })

  test.each(['vacancies.ndjson', 'trainings.ndjson'])('%s: each line is JSON', async (file) => {
    const { body, faults } = await get(`/api/v1/exports/${file}`)
    expect(faults).toEqual([])
    const lines = body.trimEnd().split('\n')
    expect(lines.length).toBeGreaterThan(10)
    for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
  })

  test('JSON-LD is JSON', async () => {
    const { body } = await get('/api/v1/exports/vacancies.jsonld')
    expect(JSON.parse(body)['@graph'].length).toBeGreaterThanOrEqual(stored.length)
  })

  test('a list of refused rows: no cell runs', async () => {
    const rows = harmfulTexts.map((text) => `"${text.replaceAll('"', '""')}";"x"`)
    const report = await served.modules.vacancies.importFrom({
      name: '=cmd.csv',
      text: ['titel;werkgever;uren', ...rows].join('\n'),
    })
    expect(report.rejected).toBe(rows.length)
    const pieces: string[] = []
    for await (const piece of writeRejects(served.modules.imports.rejects(report.run as string), 'csv')) pieces.push(piece)
    const cells = (parseCsv(pieces.join(''), { delimiter: ';', bom: true }) as string[][]).flat()
    expect(cells.length).toBe(3 * (rows.length + 1))
    expect(cells.filter(runsAsFormula)).toEqual([])
  })

  test('the API: JSON, never a page', async () => {
    const urls = someOf(stored, 4).map(({ id }) => `/api/v1/vacancies/${id}`)
    for (const url of [...urls, '/api/v1/vacancies?limit=100', '/api/v1/vacancies/facets']) {
      const answer = await served.app.inject({ url })
      expect(answer.headers['content-type']).toContain('application/json')
      expect(answer.headers['x-content-type-options']).toBe('nosniff')
      expect(() => answer.json()).not.toThrow()
    }
  })
})

/** One in so many: the texts are not a multiple of these numbers, so that of each format others come by. */
function someOf(records: readonly VacancyRecord[], step: number): VacancyRecord[] {
  return records.filter((_, at) => at % step === 0)
}

/** The record with this text in every field that is a text. */
function withEverywhere(record: VacancyRecord, text: string): VacancyRecord {
  const { requirements, facts } = record
  return {
    ...record,
    ...{
      id: text,
      title: text,
      employer: text,
      description: text,
      language: text,
      occupation: text,
      region: text,
      placeName: text,
    },
    ...{ source: text, sourceUrl: text },
    requirements: requirements.map((one) => ({ ...one, skill: text, words: text })),
    facts: {
      ...facts,
      licences: [text, text],
      carriedBy: text,
      acceptsTrainings: [text],
      diplomaOnly: { level: 6, fields: [text] },
    },
  }
}
