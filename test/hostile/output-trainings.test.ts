/** Trainings that came in with harm in every text come out as text only: on pages, in OOAPI, in a spreadsheet. */
import { parse as parseCsv } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Programme } from '../../src/modules/trainings/index.ts'
import { harmfulTexts } from './hostile-record.ts'
import { judgeAnswer } from './judge-answer.ts'
import { runsAsFormula } from './runs-as-formula.ts'
import { type ServedHostile, serveHostile } from './serve-hostile.ts'

let served: ServedHostile
let stored: readonly Programme[]

beforeAll(async () => {
  served = await serveHostile()
  const { trainings } = served.modules
  await trainings.importFrom({ name: 'hostile.json', text: JSON.stringify(harmfulTexts.flatMap(hostileTraining)) })
  stored = (await trainings.all()).programmes.filter(({ source }) => source === 'hostile.json')
})
afterAll(() => served?.close())

/** A programme with this text wherever a text may stand, and its offering. */
function hostileTraining(text: string, at: number): object[] {
  const both = { nl: text, en: text }
  const programme = {
    programmeId: `p-${at}`,
    name: [{ language: 'nl', value: text }],
    description: [{ language: 'nl', value: `${text} met Python` }],
    duration: 'P12W',
    organisation: { organisationId: `o-${at}`, name: [{ language: 'nl', value: text }] },
    admissionRequirements: [{ language: text, value: text }],
    link: text,
    consumer: {
      consumerKey: 'schakel',
      ...(at % 3 === 0 ? { id: text } : {}),
      ...{ award: text, accessibility: both, admission: [both, both] },
      targetGroup: { text: both, preference: { ground: both } },
      whoPays: [{ party: 'fund', text: both }],
      placement: { of: 1, outOf: 2, cohort: text, source: text },
    },
  }
  const offering = {
    programmeOfferingId: `f-${at}`,
    programmeId: `p-${at}`,
    addresses: [{ addressType: 'teaching', city: text }],
    consumer: { consumerKey: 'schakel', funding: [{ scheme: text, euro: 1 }], job: text },
  }
  return [programme, offering]
}

async function faultsAt(urls: readonly string[]): Promise<string[]> {
  const faults: string[] = []
  for (const url of urls) {
    const { statusCode: status, headers, body } = await served.app.inject({ url })
    const found = [...judgeAnswer('GET', url, { status, headers, body }), ...served.takeErrors()]
    faults.push(...found.map((fault) => `${url}: ${fault}`))
  }
  return faults
}

test('nearly all of it is stored: there is something to look at', () => {
  expect(stored.length).toBeGreaterThan(harmfulTexts.length * 0.9)
})

test('the page of each programme, in either language, and as the script asks for it', async () => {
  const paths = stored.flatMap(({ id }, at) => {
    const segment = encodeURIComponent(id)
    return [
      at % 2 === 0 ? `/nl/opleidingen/${segment}` : `/en/programmes/${segment}`,
      ...(at % 9 === 0 ? [`/nl/opleidingen/${segment}.data`] : []),
    ]
  })
  expect(await faultsAt(paths)).toEqual([])
}, 120_000)

test('lists and the sources page', async () => {
  expect(await faultsAt(['/nl/opleidingen', '/en/programmes?ask=yes&page=2', '/nl/bronnen', '/en/sources'])).toEqual([])
})

test('OOAPI and the API of programmes are JSON', async () => {
  const pages = ['/api/v1/ooapi/v6/programmes?pageSize=250', '/api/v1/ooapi/v6/organisations?pageSize=250']
  for (const url of [...pages, '/api/v1/programmes?limit=100', '/api/v1/exports/trainings.ooapi']) {
    const answer = await served.app.inject({ url })
    expect([url, answer.statusCode]).toEqual([url, 200])
    expect(answer.headers['content-type']).toContain('application/json')
    expect(() => JSON.parse(answer.body), url).not.toThrow()
  }
  expect(served.takeErrors()).toEqual([])
})

test('CSV: no cell runs', async () => {
  const { body } = await served.app.inject('/api/v1/exports/trainings.csv')
  const cells = (parseCsv(body, { delimiter: ';', bom: true }) as string[][]).flat()
  expect(cells.filter(runsAsFormula)).toEqual([])
  expect(cells.filter((cell) => cell.includes('zqx9')).length).toBeGreaterThan(stored.length)
})
