import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../../test/databases.ts'
import { smallCatalogue } from '../../../../test/worlds/small-catalogue.ts'
import type { Database } from '../../../platform/index.ts'
import { labelReader, type TextReader } from '../../reading/index.ts'
import { readingDictionary } from '../../skills/index.ts'
import { createVacancies, type Vacancies } from '../create-vacancies.ts'
import { findRecords } from './find-records.ts'

const catalogue = smallCatalogue([{ id: 'python', en: ['Python'] }])
const findPlace = () => undefined

let ids = 0
function start(db: Database, day = '2026-11-25'): Vacancies {
  return createVacancies({
    db,
    clock: { now: () => Date.parse(`${day}T12:00:00Z`) },
    ids: { next: () => `id-${String(++ids).padStart(6, '0')}`, token: () => 'token' },
    log: silentLog,
    skills: { catalogue: async () => catalogue },
    regions: { findPlace },
    texts: textsOf(db),
  })
}

/** As the real one it asks the database, which must not happen within a transaction of the import. */
const textsOf = (db: Database): Pick<TextReader, 'read'> => ({
  async read(catalogue, asked) {
    await db.query('select 1')
    const read = labelReader(readingDictionary(catalogue))
    return asked.map(({ text, options }) => read(text, options))
  },
})

const csv = (rows: readonly string[]) => ({ name: 'feed.csv', text: `nummer;titel;werkgever;omschrijving\n${rows.join('\n')}\n` })
const row = (number: number, text = 'Wij zoeken iemand die met Python bouwt aan ons platform.') =>
  `${number};Baan ${number};Voorbeeld BV;${text}`
const setu = (id: number, status = 'x:put') =>
  `<PositionOpeningNL xmlns="http://ns.hr-xml.org/2007-04-15"><PositionRecordInfo><Id idOwner="owner"><IdValue>${id}</IdValue></Id><Status>${status}</Status></PositionRecordInfo><PositionProfileNL><Organization><OrganizationName>Voorbeeld BV</OrganizationName></Organization><PositionDetail><FunctionName><Name>Baan ${id}</Name></FunctionName><FunctionDescription>Python\u0001</FunctionDescription></PositionDetail></PositionProfileNL></PositionOpeningNL>`.replace(
    '\u0001',
    '\u0000',
  )
const published = async (vacancies: Vacancies) => (await vacancies.allPublished()).map(({ title }) => title)
const everything = async (db: Database) =>
  JSON.stringify(
    await Promise.all(
      ['raw_vacancy', 'vacancy', 'import_run', 'import_reject', 'revision'].map((table) => db.query(`select * from ${table}`)),
    ),
  )

describe.each(freshDatabases())('sources of vacancies on $name', ({ open }) => {
  test('every format is kept raw with its format, and read again by it', async () => {
    const db = await open()
    const vacancies = start(db)
    await vacancies.importFrom(csv([row(1)]))
    await vacancies.importFrom({ name: 'x.xml', text: setu(2) })
    await vacancies.importFrom({
      name: 'x.json',
      text: JSON.stringify({ '@type': 'JobPosting', title: 'Baan 3', skills: 'Python' }),
    })
    const rows = await db.query('select format, content, state from raw_vacancy order by id')
    expect(rows).toEqual([
      { format: 'csv', content: expect.objectContaining({ id: '1', title: 'Baan 1' }), state: 'published' },
      { format: 'setu', content: { xml: setu(2).replaceAll('\u0000', '') }, state: 'published' },
      { format: 'jobposting', content: { '@type': 'JobPosting', title: 'Baan 3', skills: 'Python' }, state: 'published' },
    ])
    const richer = smallCatalogue([{ id: 'py3', en: ['Python'] }])
    expect((await vacancies.readAgain({ catalogue: richer })).counts).toMatchObject({ raw: 3, published: 3 })
    const asked = (await vacancies.allPublished()).map(({ requirements }) => requirements[0]?.skill)
    expect(asked).toEqual(['py3', 'py3', 'py3'])
    await db.close()
  })

  test('the same job in two formats is published once', async () => {
    const db = await open()
    const vacancies = start(db)
    await vacancies.importFrom(csv([row(7)]))
    const { counts } = await vacancies.importFrom({ name: 'x.xml', text: setu(7) })
    expect(counts).toMatchObject({ published: 0, duplicates: 1 })
    await db.close()
  })

  test('a complete source withdraws what it no longer holds, and says what is new, changed, unchanged and gone', async () => {
    const db = await open()
    const vacancies = start(db)
    const options = { source: 'feed 1', complete: true }
    const first = await vacancies.importFrom(csv([row(1), row(2), row(3)]), options)
    expect(first.counts).toMatchObject({ raw: 3, new: 3, published: 3, vanished: 0 })
    // Of another source, so it stays whatever the feed says.
    await vacancies.importFrom(csv([row(9)]))
    const next = await vacancies.importFrom(
      csv([row(2), row(3, 'Een andere tekst over hetzelfde werk voor ons.'), row(4)]),
      options,
    )
    expect(next.counts).toMatchObject({ raw: 3, new: 1, changed: 1, unchanged: 1, published: 2, vanished: 1 })
    expect(await published(vacancies)).toEqual(['Baan 2', 'Baan 3', 'Baan 9', 'Baan 4'])
    // Gone is gone once; back is back.
    expect((await vacancies.importFrom(csv([row(2), row(3), row(4)]), options)).counts).toMatchObject({ vanished: 0 })
    await vacancies.readAgain()
    expect(await published(vacancies)).not.toContain('Baan 1')
    expect((await vacancies.importFrom(csv([row(1), row(2)]), options)).counts).toMatchObject({ published: 1, vanished: 2 })
    expect(await published(vacancies)).toEqual(['Baan 1', 'Baan 2', 'Baan 9'])
    await db.close()
  })

  test('a source that breaks off, is empty, or is not said to be complete withdraws nothing', async () => {
    const db = await open()
    const vacancies = start(db)
    const options = { source: 'feed 1', complete: true }
    await vacancies.importFrom(csv([row(1), row(2)]), options)
    const broken = csv([row(1), '2;"Baan'])
    for (const text of [broken.text, '', 'nummer;titel\n', '<html>Fout</html>']) {
      expect((await vacancies.importFrom({ name: 'feed', text }, { ...options, kind: 'csv' })).counts.vanished).toBe(0)
    }
    await vacancies.importFrom(csv([row(1)]), { source: 'feed 1' })
    expect(await published(vacancies)).toEqual(['Baan 1', 'Baan 2'])
    await db.close()
  })

  test('a duplicate takes the place of what its source withdrew', async () => {
    const db = await open()
    const vacancies = start(db)
    await vacancies.importFrom(csv([row(1), row(2)]), { source: 'feed 1', complete: true })
    expect((await vacancies.importFrom(csv([row(1)]), { source: 'feed 2' })).counts).toMatchObject({ duplicates: 1 })
    await vacancies.importFrom(csv([row(2)]), { source: 'feed 1', complete: true })
    expect((await vacancies.allPublished()).map(({ title, source }) => [title, source])).toEqual([
      ['Baan 2', 'feed 1'],
      ['Baan 1', 'feed 2'],
    ])
    await db.close()
  })

  test('a message that takes a vacancy back withdraws it', async () => {
    const db = await open()
    const vacancies = start(db)
    await vacancies.importFrom({ name: 'x.xml', text: `<list>${setu(1)}${setu(2)}</list>` })
    const { counts } = await vacancies.importFrom({ name: 'x.xml', text: setu(1, 'x:delete') })
    expect(counts).toMatchObject({ raw: 1, changed: 1, withdrawn: 1 })
    expect(await published(vacancies)).toEqual(['Baan 2'])
    await db.close()
  })

  test('a dry run tells what would happen and stores nothing', async () => {
    const db = await open()
    const vacancies = start(db)
    await vacancies.importFrom(csv([row(1)]))
    const before = await everything(db)
    const text = `nummer;titel;kleur;uren;vaardigheden\n1;Baan 1;;;\n2;Baan 2;;veel;\n3;;;;\n4;Baan 4;;;Blorp\n4;Baan 4;;36;Blorp\n5;a;b\n`
    const report = await vacancies.importFrom({ name: 'feed.csv', text }, { dryRun: true })
    expect(report).toMatchObject({
      counts: { raw: 5, new: 5, published: 2, duplicates: 1, rejected: 3 },
      rejects: [
        { place: 'feed.csv:3', reason: expect.stringContaining('"veel" in the column "uren"') },
        { place: 'feed.csv:4', reason: 'It has no title.' },
        { place: 'feed.csv:7', reason: expect.stringContaining('3 cells') },
      ],
      rejected: 3,
      notes: expect.arrayContaining([
        { place: 'feed.csv:1', note: expect.stringContaining('"kleur"'), times: 1 },
        { place: 'feed.csv:5', note: expect.stringContaining('"Blorp"'), times: 2 },
      ]),
      message: expect.stringContaining('nothing is stored'),
    })
    expect(await everything(db)).toBe(before)
    const real = await vacancies.importFrom({ name: 'feed.csv', text })
    expect({ ...real.counts }).toEqual({ ...report.counts })
    for (const name of ['x.xml', 'x.json']) {
      const other = name === 'x.xml' ? setu(5) : JSON.stringify({ '@type': 'JobPosting', title: 'Baan 6' })
      expect((await vacancies.importFrom({ name, text: other }, { dryRun: true })).counts).toMatchObject({ raw: 1, published: 1 })
    }
    await db.close()
  })

  test('what was refused is told again when it comes again', async () => {
    const db = await open()
    const vacancies = start(db)
    const text = 'titel;uren\na;veel\n'
    for (let time = 0; time < 2; time++) {
      expect((await vacancies.importFrom({ name: 'x.csv', text })).rejects).toMatchObject([{ place: 'x.csv:2' }])
    }
    await db.close()
  })

  test('the same row many times in one file is kept twice at most', async () => {
    const db = await open()
    const { counts } = await start(db).importFrom(csv(Array.from({ length: 250 }, () => row(1))))
    expect(counts).toMatchObject({ raw: 250, published: 1, duplicates: 249 })
    expect(await db.query('select count(*) as count from raw_vacancy')).toEqual([{ count: 2 }])
    await db.close()
  })

  test('a record that nests too deep is refused by itself', async () => {
    const db = await open()
    const deep = `{"@type": "JobPosting", "title": "a", "x": ${'['.repeat(10_000)}${']'.repeat(10_000)}}`
    const { counts, rejects } = await start(db).importFrom({
      name: 'x.ndjson',
      text: `${deep}\n{"@type":"JobPosting","title":"b"}`,
    })
    expect(counts).toMatchObject({ published: 1, rejected: 1 })
    expect(rejects).toMatchObject([{ place: 'x.ndjson:1', reason: expect.stringContaining('deep') }])
    await db.close()
  })
})

describe('large files', () => {
  test('a JSON list of more than 4 MB on one line is streamed, and gives the same as when it is read whole', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'schakel-large-'))
    try {
      const postings = Array.from({ length: 6000 }, (_, at) => ({
        '@type': 'JobPosting',
        title: `é ${at}`,
        description: 'x'.repeat(1000),
      }))
      const file = join(folder, 'x.json')
      writeFileSync(file, JSON.stringify(postings))
      const hash = createHash('sha256')
      let count = 0
      let last = ''
      for await (const { content, place } of findRecords(file)) {
        hash.update(JSON.stringify(content))
        count++
        last = place
      }
      expect([count, last]).toEqual([6000, 'x.json: posting 6000'])
      const whole = createHash('sha256').update(postings.map((one) => JSON.stringify(one)).join(''))
      expect(hash.digest('hex')).toBe(whole.digest('hex'))
    } finally {
      rmSync(folder, { recursive: true })
    }
  })

  test('a name that tells nothing is read by how it begins', async () => {
    const titleOf = async (text: string) => {
      for await (const { content, problem } of findRecords({ name: 'vacatures', text }))
        return content?.title ?? content?.xml ?? problem
      return undefined
    }
    expect(await titleOf('titel;uren\na;32\n')).toBe('a')
    expect(await titleOf('\ufeff [{"@type": "JobPosting", "title": "b"}]')).toBe('b')
    expect(await titleOf(setu(1).replaceAll('\u0000', ''))).toContain('Baan 1')
    expect(await titleOf('<!DOCTYPE html><title>x</title>')).toBe('There is no vacancy in this file.')
    expect(await titleOf('')).toContain('is empty')
  })
})
