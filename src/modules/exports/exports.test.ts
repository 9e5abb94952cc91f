import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ServedApi, serveApi } from '../../../test/api/serve-api.ts'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { createIds } from '../../platform/index.ts'
import { createVacancies, type VacancyRecord } from '../vacancies/index.ts'
import { type ExportKind, exportFormats } from './export-formats.ts'

let served: ServedApi
beforeAll(async () => {
  served = await serveApi()
})
afterAll(() => served?.close())

async function exported(kind: ExportKind, format: string): Promise<string> {
  let text = ''
  for await (const piece of (await served.modules.exports.open(kind, format)).pieces) text += piece
  return text
}

/** Everything that is published, by its number in the other record or its own. */
async function readIn(name: string, text: string): Promise<VacancyRecord[]> {
  const db = await freshDatabases()[0]!.open()
  const { modules } = served
  const clock = { now: () => Date.UTC(2026, 10, 25, 12) }
  const other = createVacancies({
    db,
    clock,
    ids: createIds(clock),
    log: silentLog,
    skills: modules.skills,
    regions: modules.regions,
  })
  const report = await other.importFrom({ name, text })
  expect(report.rejects).toEqual([])
  const all = [...(await other.allPublished())]
  await db.close()
  return all
}

/** Without what a record adds of its own, whose desk it is on, and the words a skill was read from, which no file holds. Two vacancies with one text are one. */
function core({ id: _id, demo: _demo, source: _source, organisation: _organisation, requirements, ...rest }: VacancyRecord) {
  const asked = requirements.map(({ words: _words, ...requirement }) => requirement)
  return { ...rest, requirements: asked.sort((a, b) => (a.skill < b.skill ? -1 : 1)) }
}
const keyOf = ({
  title,
  employer,
  placeName,
  description,
}: Pick<VacancyRecord, 'title' | 'employer' | 'placeName' | 'description'>) =>
  JSON.stringify([title, employer, placeName, description])

describe('vacancies out and in again', () => {
  test('as CSV they are the same', async () => {
    const before = new Map((await served.modules.vacancies.allPublished()).map((one) => [keyOf(one), core(one)]))
    const after = await readIn('x.csv', await exported('vacancies', 'csv'))
    expect(after.length).toBeGreaterThan(250)
    expect(after.length).toBeGreaterThanOrEqual(before.size - 5)
    for (const one of after) expect(core(one)).toEqual(before.get(keyOf(one)))
  }, 60_000)

  test.each(['ndjson', 'jsonld'])(
    'as %s all of them come back with what a JobPosting can hold',
    async (format) => {
      const before = new Map((await served.modules.vacancies.allPublished()).map((one) => [keyOf(one), one]))
      const after = await readIn(`x.${format}`, await exported('vacancies', format))
      expect(after.length).toBeGreaterThan(250)
      for (const one of after) {
        const was = before.get(keyOf(one))
        expect({ ...one.facts, contract: undefined, hours: one.facts.hours }).toMatchObject({ hours: was?.facts.hours })
        expect([one.occupation, one.publishedOn, one.closesOn]).toEqual([was?.occupation, was?.publishedOn, was?.closesOn])
        const essential = (of: VacancyRecord | undefined) =>
          of?.requirements.filter(({ weight }) => weight === 'essential').map(({ skill }) => skill)
        expect(essential(one)).toEqual(expect.arrayContaining(essential(was) ?? ['none']))
      }
    },
    60_000,
  )
})

test('only what is published goes out', async () => {
  const [first] = await served.modules.vacancies.allPublished()
  await served.modules.vacancies.insertMany([{ ...first!, id: 'gone', title: 'Teruggetrokken baan', state: 'withdrawn' }])
  for (const format of exportFormats.vacancies) expect(await exported('vacancies', format)).not.toContain('Teruggetrokken')
})

test('no cell runs in a spreadsheet', async () => {
  const [first] = await served.modules.vacancies.allPublished()
  await served.modules.vacancies.insertMany([{ ...first!, id: 'formula', title: '=HYPERLINK("x")', employer: '@SUM(1)' }])
  const text = await exported('vacancies', 'csv')
  expect(text).toContain(`"'=HYPERLINK(""x"")";'@SUM(1);`)
})

test('programmes go out with their offerings, one a line', async () => {
  const lines = (await exported('trainings', 'ndjson'))
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
  const { programmes, offerings } = await served.modules.trainings.all()
  const own = (kind: string): string[] => lines.filter((line) => line[kind]).map((line) => line.consumer.id)
  expect(
    own('programmeId')
      .filter((_, at) => !lines.filter((line) => line.programmeId)[at].programmeOfferingId)
      .sort(),
  ).toEqual(programmes.map(({ id }) => id).sort())
  expect(new Set(own('programmeOfferingId'))).toEqual(new Set(offerings.map(({ id }) => id)))
})

test('a format that there is not is refused', async () => {
  await expect(served.modules.exports.open('vacancies', 'xlsx')).rejects.toThrow('csv, ndjson, jsonld')
})

test('over the API they are the same, as a file to keep, and as limited as computing', async () => {
  const response = await served.app.inject('/api/v1/exports/vacancies.csv')
  expect(response.statusCode).toBe(200)
  expect(response.headers).toMatchObject({
    'content-type': 'text/csv; charset=utf-8; header=present',
    'content-disposition': 'attachment; filename="vacancies.csv"',
    'x-ratelimit-limit': '120',
  })
  expect(response.body).toBe(await exported('vacancies', 'csv'))
  expect((await served.app.inject('/api/v1/exports/people.csv')).statusCode).toBe(404)
})
