import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../../test/databases.ts'
import { smallCatalogue } from '../../../../test/worlds/small-catalogue.ts'
import type { Database } from '../../../platform/index.ts'
import { createImportRuns } from '../../imports/index.ts'
import { createVacancies, type Vacancies } from '../create-vacancies.ts'
import { toJobPosting } from '../job-postings/to-job-posting.ts'
import { noCounts } from './intake-report.ts'

const catalogue = smallCatalogue([
  { id: 'python', en: ['Python'] },
  { id: 'java', en: ['Java'] },
  { id: 'ontwikkelaar', type: 'occupation', en: ['software engineer', 'software developer'] },
])
const findPlace = ({ municipality }: { municipality?: string | undefined }) =>
  municipality === 'Utrecht' ? { at: [52.1, 5.1] as const, region: 'AM13', name: 'Utrecht' } : undefined

function start(db: Database, day = '2026-11-25'): Vacancies {
  let id = Math.floor(Date.parse(day) / 1000)
  const clock = { now: () => Date.parse(`${day}T12:00:00Z`) }
  return createVacancies({
    db,
    clock,
    ids: { next: () => `id-${++id}`, token: () => 'token' },
    log: silentLog,
    skills: { catalogue: async () => catalogue },
    regions: { findPlace },
  })
}

const job = (fields: object) => ({
  '@type': 'JobPosting',
  title: 'Software engineer',
  hiringOrganization: { '@type': 'Organization', name: 'Voorbeeld BV' },
  description: 'Wij zoeken iemand die met Python bouwt aan ons platform voor de zorg.',
  jobLocation: { address: { addressLocality: 'Utrecht' } },
  datePosted: '2026-11-01',
  ...fields,
})
const file = (...jobs: object[]) => ({ name: 'jobs.json', text: JSON.stringify(jobs) })
const revision = async (db: Database) => (await db.query(`select number from revision where area = 'vacancies'`))[0]?.number
const states = async (db: Database) =>
  (await db.query('select state, count(*) as count from raw_vacancy group by state order by state')).map(
    (row) => `${row.count} ${row.state}`,
  )

describe.each(freshDatabases())('importing vacancies on $name', ({ open }) => {
  test('postings become published vacancies; the same again changes nothing', async () => {
    const db = await open()
    const vacancies = start(db)
    const first = await vacancies.importFrom(file(job({}), job({ title: 'Tester' })))
    expect(first.counts).toEqual({ ...noCounts, raw: 2, new: 2, published: 2 })
    const { items } = await vacancies.list({ limit: 10 })
    expect(items).toMatchObject([
      {
        title: 'Software engineer',
        employer: 'Voorbeeld BV',
        occupation: 'ontwikkelaar',
        region: 'AM13',
        demo: false,
        source: 'jobs.json',
      },
      { title: 'Tester' },
    ])
    expect(items[0]?.requirements).toEqual([{ skill: 'python', weight: 'important', words: 'Python' }])
    const before = await revision(db)
    const again = await start(db, '2026-11-26').importFrom(file(job({}), job({ title: 'Tester' })))
    expect(again.counts).toMatchObject({ raw: 2, published: 0, unchanged: 2 })
    expect(await revision(db)).toBe(before)
    expect((await vacancies.list({ limit: 10 })).items).toEqual(items)
    await db.close()
  })

  test('a posting that changed is changed in place', async () => {
    const db = await open()
    const vacancies = start(db)
    await vacancies.importFrom(file(job({ identifier: '7' })))
    const [before] = await vacancies.allPublished()
    await start(db, '2026-11-26').importFrom(file(job({ identifier: { value: '7' }, workHours: '32 hours per week' })))
    const after = await vacancies.allPublished()
    expect(after).toHaveLength(1)
    expect(after[0]).toMatchObject({ id: before?.id, facts: { hours: [32, 32] } })
    await db.close()
  })

  test('what may be no job is published, with the reasons in the report and on the vacancy', async () => {
    const db = await open()
    const vacancies = start(db)
    const report = await vacancies.importFrom(
      file(job({}), job({ title: 'Java developer', description: 'Leer Java. De opleiding kost € 3.950 en duurt tien weken.' })),
    )
    expect(report.counts).toMatchObject({ published: 2 })
    expect(JSON.stringify(report.notes)).toContain('whoever comes seems to pay for a training (\\"opleiding kost €\\")')
    const [course, plain] = [...(await vacancies.allPublished())].sort((a, b) => a.title.localeCompare(b.title))
    expect(course?.doubts).toEqual([{ reason: 'course', words: 'opleiding kost €' }])
    expect(plain).not.toHaveProperty('doubts')
    await db.close()
  })

  test('the same job from two files, or twice in one, is published once', async () => {
    const db = await open()
    const vacancies = start(db)
    const { counts } = await vacancies.importFrom(file(job({}), job({ description: `${job({}).description} ` })))
    expect(counts).toMatchObject({ published: 1, duplicates: 1 })
    const other = await start(db, '2026-11-26').importFrom({
      name: 'other.json',
      text: JSON.stringify(job({ datePosted: '2026-11-02' })),
    })
    expect(other.counts).toMatchObject({ published: 0, duplicates: 1 })
    const byIdentifier = [job({ identifier: '9', title: 'A' }), job({ identifier: '9', title: 'B' })]
    expect((await start(db, '2026-11-27').importFrom(file(...byIdentifier))).counts).toMatchObject({
      published: 1,
      duplicates: 1,
    })
    const [kept] = await vacancies.allPublished()
    const rows = await db.query(`select vacancy from raw_vacancy where state = 'duplicate' and source = 'other.json'`)
    expect(rows).toEqual([{ vacancy: kept?.id }])
    await db.close()
  })

  test('what has closed is not published, and leaves when its day comes', async () => {
    const db = await open()
    const vacancies = start(db)
    const { counts } = await vacancies.importFrom(
      file(job({ validThrough: '2026-11-24' }), job({ title: 'Later', validThrough: '2026-12-01' })),
    )
    expect(counts).toMatchObject({ published: 1, expired: 1 })
    const before = Number(await revision(db))
    expect(await vacancies.expire('2026-12-01')).toBe(0)
    expect(await vacancies.expire('2026-12-02')).toBe(1)
    expect(Number(await revision(db))).toBe(before + 1)
    expect(await vacancies.allPublished()).toEqual([])
    await db.close()
  })

  test('each rejected record is told with its reason, in the report and in the record', async () => {
    const db = await open()
    const text = `${JSON.stringify(job({}))}\n{"@type"\n${JSON.stringify(job({ title: '' }))}\n`
    const report = await start(db).importFrom({ name: 'jobs.ndjson', text })
    expect(report.counts).toMatchObject({ raw: 2, published: 1, rejected: 2 })
    expect(report.rejects).toEqual([
      { place: 'jobs.ndjson:2', reason: expect.stringContaining('not JSON'), record: '{"@type"' },
      { place: 'jobs.ndjson:3', reason: 'It has no title.', record: expect.stringContaining('Voorbeeld') },
    ])
    const rows = await db.query('select number, place from import_reject where run = $1 order by number', [report.run])
    expect(rows).toEqual([
      { number: 1, place: 'jobs.ndjson:2' },
      { number: 2, place: 'jobs.ndjson:3' },
    ])
    await db.close()
  })

  test('a run that was killed half-way is completed by the next one', async () => {
    const db = await open()
    await start(db).importFrom(file(job({}), job({ title: 'Tester' })))
    // As a kill leaves it between the two steps: kept raw, not read, the run still open.
    await db.query(`update raw_vacancy set state = 'raw', vacancy = null`)
    await db.query('delete from vacancy')
    await db.query(`update import_run set status = 'running', ended_at = null, alive_at = alive_at - interval '1 hour'`)
    const vacancies = start(db, '2026-11-26')
    const clock = { now: () => Date.parse('2026-11-26T12:00:00Z') }
    expect(await createImportRuns({ db, clock, log: silentLog, ids: { next: () => '', token: () => '' } }).repair()).toBe(1)
    expect((await vacancies.importFrom(file(job({}), job({ title: 'Tester' })))).counts).toMatchObject({
      published: 2,
      unchanged: 0,
    })
    expect(await states(db)).toEqual(['2 published'])
    await db.close()
  })

  test('reading again follows the taxonomies and brings back what was a duplicate of something gone', async () => {
    const db = await open()
    const vacancies = start(db)
    await vacancies.importFrom(file(job({}), job({})))
    expect(await states(db)).toEqual(['1 duplicate', '1 published'])
    const before = await revision(db)
    expect((await start(db, '2026-11-26').readAgain()).counts).toMatchObject({ raw: 2, published: 1, duplicates: 1 })
    expect(await revision(db)).toBe(before)
    const richer = smallCatalogue([{ id: 'py3', en: ['Python'] }])
    await start(db, '2026-11-27').readAgain({ catalogue: richer })
    expect((await vacancies.allPublished())[0]?.requirements[0]?.skill).toBe('py3')
    await db.close()
  })

  test('stops when asked, keeping what was read, and refuses a second one beside it', async () => {
    const db = await open()
    const vacancies = start(db)
    const stop = new AbortController()
    const many = file(...Array.from({ length: 250 }, (_, at) => job({ title: `Job ${at}` })))
    const running = vacancies.importFrom(many, { signal: stop.signal, progress: () => stop.abort() })
    await expect(vacancies.importFrom(many)).rejects.toThrow('running already')
    await expect(running).rejects.toThrow('stopped before its end')
    expect(await vacancies.count({})).toBe(100)
    expect((await start(db, '2026-11-26').importFrom(many)).counts).toMatchObject({ published: 150, unchanged: 100 })
    await db.close()
  })

  test('characters that a database cannot hold do not stop an import', async () => {
    const db = await open()
    const text = `[{"@type": "JobPosting", "title": "A\\u0000B \\ud800", "hiringOrganization": "X\\u0000"}]`
    expect((await start(db).importFrom({ name: 'x.json', text })).counts).toMatchObject({ published: 1 })
    await db.close()
  })

  test('a vacancy written as JobPosting reads as the same vacancy', async () => {
    const db = await open()
    const vacancies = start(db)
    const full = job({
      skills: 'Java',
      workHours: '36 hours per week',
      baseSalary: { currency: 'EUR', value: { minValue: 20, maxValue: 25, unitText: 'HOUR' } },
      educationRequirements: { credentialCategory: 'bachelor degree' },
      experienceRequirements: { monthsOfExperience: 24 },
      experienceInPlaceOfEducation: true,
      jobLocationType: 'TELECOMMUTE',
      validThrough: '2027-01-31',
      url: 'https://example.nl/1',
    })
    await vacancies.importFrom(file(full))
    const [one] = await vacancies.allPublished()
    const posting = toJobPosting(one!, {
      skill: (id) => catalogue.label(id, 'en'),
      occupation: (id) => catalogue.label(id, 'en'),
    })
    expect(JSON.stringify(posting)).not.toContain('undefined')
    const db2 = await open()
    await start(db2).importFrom(file(posting))
    const [back] = await start(db2).allPublished()
    expect(back).toEqual({ ...one, id: back?.id })
    await db.close()
    await db2.close()
  })

  const shared = process.env.SCHAKEL_SHARED_DATA
  const examples = join(shared ?? '', 'standards/schema-org-jobposting')
  test.skipIf(!shared || !existsSync(examples))(
    'the JobPosting examples of schema.org are read (needs SCHAKEL_SHARED_DATA)',
    async () => {
      const db = await open()
      const vacancies = start(db)
      const { counts, rejects } = await vacancies.importFrom(examples)
      // Several have one title and nothing else: too little to be called the same job.
      expect(counts).toMatchObject({ raw: 12, published: 12, duplicates: 0, rejected: 0 })
      expect(rejects).toEqual([])
      const [engineer] = (await vacancies.list({ text: 'Software Engineer', limit: 5 })).items.filter((one) => one.facts.hours)
      expect(engineer).toMatchObject({
        facts: { hours: [40, 40], experienceYears: 3, workLevel: { level: 6 } },
        publishedOn: '2011-10-31',
      })
      expect((await start(db, '2026-11-26').importFrom(examples)).counts).toMatchObject({
        published: 0,
        unchanged: counts.raw,
      })
      await db.close()
    },
  )
})
