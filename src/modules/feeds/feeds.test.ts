import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { smallCatalogue } from '../../../test/worlds/small-catalogue.ts'
import { createIds, type Database } from '../../platform/index.ts'
import { createImportRuns } from '../imports/index.ts'
import { createTrainings, type Trainings } from '../trainings/index.ts'
import { createVacancies, type Vacancies } from '../vacancies/index.ts'
import { createFeeds, type Feeds } from './create-feeds.ts'
import { trainingImporter, vacancyImporter } from './feed-importers.ts'
import { removeLeftovers } from './read-feed.ts'

const catalogue = smallCatalogue([{ id: 'python', en: ['Python'] }])
const minuteMs = 60_000

let folder: string
let server: Server
let port: number
let answer: (request: IncomingMessage, response: ServerResponse) => void
let asked: string[]

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'schakel-feeds-'))
  asked = []
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterEach(() => {
  server.closeAllConnections()
  server.close()
  rmSync(folder, { recursive: true, force: true })
})

interface Started {
  readonly feeds: Feeds
  readonly vacancies: Vacancies
  readonly trainings: Trainings
  readonly runs: ReturnType<typeof createImportRuns>
}

let now = 0
const clock = { now: () => now }
beforeEach(() => {
  now = Date.parse('2026-11-25T12:00:00Z')
})
const later = (minutes: number): void => {
  now += minutes * minuteMs
}

/** One server on a record; two of them on one record are two servers. */
function start(db: Database): Started {
  const outside = { db, clock, ids: createIds(clock), log: silentLog }
  const runs = createImportRuns(outside)
  const findPlace = () => undefined
  const vacancies = createVacancies({ ...outside, runs, skills: { catalogue: async () => catalogue }, regions: { findPlace } })
  const trainings = createTrainings({
    ...{ ...outside, runs, skills: { catalogue: async () => catalogue }, regions: { findPlace, list: () => [] } },
  })
  const feeds = createFeeds({
    ...outside,
    folder,
    importers: { vacancies: vacancyImporter(vacancies), trainings: trainingImporter(trainings) },
    limits: { bytes: 1_000_000, answerMs: 2000, idleMs: 2000, totalMs: 5000 },
    reach: { hosts: [`feed.test:${port}`], resolve: async () => ['127.0.0.1'], mayConnect: () => true, plainHttp: true },
  })
  return { feeds, vacancies, trainings, runs }
}

const url = (path = '/jobs.csv'): string => `http://feed.test:${port}${path}`
const csv = (...rows: readonly (readonly [number, string])[]): string =>
  `nummer;titel;werkgever;omschrijving\n${rows.map(([id, title]) => `${id};${title};Voorbeeld BV;Wij zoeken iemand met Python.`).join('\n')}\n`
const says = (text: string, headers: Record<string, string> = {}): void => {
  answer = (_request, response) => response.writeHead(200, headers).end(text)
}
const published = async ({ vacancies }: Started): Promise<string[]> =>
  (await vacancies.allPublished()).map(({ title }) => title).sort()

describe.each(freshDatabases())('feeds on $name', ({ open }) => {
  test('what changed since the last time is told: new, changed, unchanged, vanished, refused', async () => {
    const db = await open()
    const one = start(db)
    await one.feeds.add({ name: 'gemeente', url: url(), kind: 'vacancies', complete: true })
    says(csv([1, 'Bouwer'], [2, 'Tester'], [3, 'Beheerder']))
    const first = await one.feeds.run('gemeente')
    expect(first).toMatchObject({
      outcome: 'taken',
      counts: { raw: 3, new: 3, published: 3 },
      titles: ['Bouwer', 'Tester', 'Beheerder'],
    })
    later(60)
    says(`${csv([1, 'Bouwer'], [2, 'Hoofdtester'], [4, 'Schrijver'])}5;;Voorbeeld BV;Zonder titel\n`)
    const second = await one.feeds.run('gemeente')
    expect(second).toMatchObject({
      outcome: 'taken',
      counts: { raw: 4, new: 2, changed: 1, unchanged: 1, vanished: 1, rejected: 1 },
      titles: ['Hoofdtester', 'Schrijver'],
    })
    expect(await published(one)).toEqual(['Bouwer', 'Hoofdtester', 'Schrijver'])
    expect(await one.feeds.report('gemeente')).toEqual([second, first])
    // Under its import all that was refused stands with its line.
    const rejects = []
    for await (const reject of one.runs.rejects(second.importRun ?? '')) rejects.push(reject.place)
    expect(rejects).toEqual(['gemeente:5'])
    expect(readdirSync(folder)).toEqual([])
    await db.close()
  })

  test('trainings: an answer of an OOAPI endpoint, whose address does not tell what it is', async () => {
    const db = await open()
    const one = start(db)
    await one.feeds.add({ name: 'college', url: url('/ooapi/programmes'), kind: 'trainings', complete: true })
    const name = (value: string) => [{ language: 'nl', value }]
    const organisation = { organisationId: 'o', name: name('Voorbeeldschool') }
    const programme = (id: string, title: string) => ({ programmeId: id, name: name(title), organisation })
    const page = (...items: object[]) => JSON.stringify({ pageSize: 10, pageNumber: 1, hasNextPage: false, items })
    says(page(programme('a', 'Leer Python'), programme('b', 'Leer meer Python')), { 'content-type': 'application/json' })
    const first = await one.feeds.run('college')
    expect(first).toMatchObject({ outcome: 'taken', counts: { programmes: 2 }, titles: ['Leer Python', 'Leer meer Python'] })
    later(60)
    says(page(programme('a', 'Leer Python'), programme('c', 'Nog een')), { 'content-type': 'application/json' })
    const second = await one.feeds.run('college')
    expect(second).toMatchObject({ outcome: 'taken', counts: { programmes: 2, new: 1, vanished: 1 }, titles: ['Nog een'] })
    expect((await one.trainings.all()).programmes.map(({ id, source }) => [id, source])).toEqual([
      ['a', 'feed:college'],
      ['c', 'feed:college'],
    ])
    await db.close()
  })

  test('304 changes nothing and is written down; what is known of the last answer goes along', async () => {
    const db = await open()
    const one = start(db)
    await one.feeds.add({ name: 'gemeente', url: url(), kind: 'vacancies', complete: true })
    answer = (request, response) => {
      if (request.headers['if-none-match'] === '"a"') response.writeHead(304).end()
      else response.writeHead(200, { etag: '"a"' }).end(csv([1, 'Bouwer']))
    }
    expect((await one.feeds.run('gemeente')).outcome).toBe('taken')
    expect(await one.feeds.run('gemeente')).toMatchObject({ outcome: 'same', counts: {}, titles: [] })
    expect(await published(one)).toEqual(['Bouwer'])
    await db.close()
  })

  test('a feed that shrinks to nothing, breaks off or fails withdraws nothing', async () => {
    const db = await open()
    const one = start(db)
    await one.feeds.add({ name: 'gemeente', url: url(), kind: 'vacancies', complete: true })
    says(csv([1, 'Bouwer'], [2, 'Tester']))
    await one.feeds.run('gemeente')
    const bad: [string, Parameters<typeof says>][] = [
      ['There is no vacancy', [csv()]],
      ['empty', ['']],
      ['no column', ['<html>Onderhoud</html>']],
    ]
    for (const [said, given] of bad) {
      says(...given)
      const run = await one.feeds.run('gemeente')
      expect(run).toMatchObject({ outcome: 'failed', message: expect.stringContaining('Nothing in it could be read') })
      const rejects = []
      for await (const { reason } of one.runs.rejects(run.importRun ?? '')) rejects.push(reason)
      expect(rejects.join()).toContain(said)
    }
    answer = (_request, response) => {
      response.writeHead(200, { 'content-length': 5000 })
      response.write(csv([9, 'Half'], [8, 'Ook half']), () => response.destroy())
    }
    const broken = await one.feeds.run('gemeente')
    expect(broken).toMatchObject({ outcome: 'failed', message: expect.stringContaining('ECONNRESET') })
    expect(broken.importRun).toBeUndefined()
    expect(await published(one)).toEqual(['Bouwer', 'Tester'])
    await db.close()
  })

  test('a feed that fails is tried again with growing waits, and by its own rhythm when it is back', async () => {
    const db = await open()
    const one = start(db)
    await one.feeds.add({ name: 'gemeente', url: url(), kind: 'vacancies', every: '6h' })
    answer = (_request, response) => response.writeHead(500).end()
    const waits: number[] = []
    for (let failures = 1; failures <= 11; failures++) {
      expect(await one.feeds.runDue()).toMatchObject([{ outcome: 'failed', message: expect.stringContaining('status 500') }])
      const [feed] = await one.feeds.list()
      expect(feed?.failures).toBe(failures)
      const wait = (Date.parse(feed?.nextAt ?? '') - now) / minuteMs
      waits.push(wait)
      later(wait - 1)
      expect(await one.feeds.runDue()).toEqual([])
      later(1)
    }
    expect(waits).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 1440, 1440])
    says(csv([1, 'Bouwer']))
    expect(await one.feeds.runDue()).toMatchObject([{ outcome: 'taken' }])
    expect(await one.feeds.list()).toMatchObject([{ failures: 0, nextAt: new Date(now + 360 * minuteMs).toISOString() }])
    await db.close()
  })

  test('due feeds are read one after the other; the next time stands in the record, so that a restart keeps it', async () => {
    const db = await open()
    const one = start(db)
    says(csv([1, 'Bouwer']))
    await one.feeds.add({ name: 'a', url: url('/a.csv'), kind: 'vacancies', every: '30m' })
    await one.feeds.add({ name: 'b', url: url('/b.csv'), kind: 'vacancies', every: '2h' })
    expect((await one.feeds.runDue()).map(({ feed }) => feed)).toEqual(['a', 'b'])
    const restarted = start(db)
    later(29)
    expect(await restarted.feeds.runDue()).toEqual([])
    later(1)
    expect((await restarted.feeds.runDue()).map(({ feed }) => feed)).toEqual(['a'])
    later(90)
    expect((await restarted.feeds.runDue()).map(({ feed }) => feed)).toEqual(['b', 'a'].sort())
    expect((await restarted.feeds.runDue({ all: true })).map(({ feed }) => feed)).toEqual(['a', 'b'])
    expect(asked).toEqual(['/a.csv', '/b.csv', '/a.csv', '/a.csv', '/b.csv', '/a.csv', '/b.csv'])
    await db.close()
  })

  test('two servers on one record do not read the same feed at once; a dead one does not hold it for ever', async () => {
    const db = await open()
    const [one, two] = [start(db), start(db)]
    await one.feeds.add({ name: 'gemeente', url: url(), kind: 'vacancies' })
    let meanwhile: unknown
    answer = async (_request, response) => {
      meanwhile = [await two.feeds.runDue(), await two.feeds.run('gemeente').catch((error: Error) => error.message)]
      response.end(csv([1, 'Bouwer']))
    }
    expect(await one.feeds.runDue()).toMatchObject([{ outcome: 'taken' }])
    expect(meanwhile).toEqual([[], expect.stringContaining('is being read already')])
    expect(asked).toHaveLength(1)
    // As a process that was killed leaves it.
    await db.query(`update feed set claimed_by = 'dead', claimed_until = $1::timestamptz, next_at = $1::timestamptz`, [
      new Date(now + 10 * minuteMs).toISOString(),
    ])
    later(9)
    expect(await two.feeds.runDue()).toEqual([])
    later(1)
    says(csv([1, 'Bouwer']))
    expect(await two.feeds.runDue()).toMatchObject([{ outcome: 'taken', counts: { unchanged: 1 } }])
    await db.close()
  })

  test('while another import runs the feed is put off, and not counted as failed', async () => {
    const db = await open()
    const one = start(db)
    await one.feeds.add({ name: 'gemeente', url: url(), kind: 'vacancies' })
    says(csv([1, 'Bouwer']))
    await one.runs.run(
      'vacancies',
      'x.csv',
      {},
      async () => {
        expect(await one.feeds.runDue()).toMatchObject([
          { outcome: 'postponed', message: expect.stringContaining('running already') },
        ])
      },
      () => '',
    )
    expect(await one.feeds.list()).toMatchObject([{ failures: 0, nextAt: new Date(now + 5 * minuteMs).toISOString() }])
    await db.close()
  })

  test('a feed that is removed while it is read leaves no run; what came from it stays', async () => {
    const db = await open()
    const one = start(db)
    await one.feeds.add({ name: 'gemeente', url: url(), kind: 'vacancies' })
    answer = async (_request, response) => {
      await one.feeds.remove('gemeente')
      response.end(csv([1, 'Bouwer']))
    }
    await one.feeds.run('gemeente')
    expect(await db.query('select * from feed_run')).toEqual([])
    expect(await published(one)).toEqual(['Bouwer'])
    await expect(one.feeds.run('gemeente')).rejects.toThrow('There is no feed')
    await expect(one.feeds.remove('gemeente')).rejects.toThrow('There is no feed')
    await expect(one.feeds.report('gemeente')).rejects.toThrow('There is no feed')
    await db.close()
  })

  test.each([
    ['a name', { name: 'De Feed' }, 'no name for a feed'],
    ['a kind', { kind: 'people' }, 'A feed holds one of: vacancies'],
    ['a kind that every object has', { kind: 'constructor' }, 'A feed holds one of: vacancies'],
    ['a format', { readsAs: 'pdf' }, 'jobposting, setu, json'],
    ['a host', { url: 'http://other.test/' }, 'not one of SCHAKEL_FEED_HOSTS'],
    ['a time that is too short', { every: '1m' }, 'Write 15m to 31d'],
    ['a time that is none', { every: 'soon' }, 'Write 15m to 31d'],
  ])('%s that cannot be is refused', async (_what, given, said) => {
    const db = await open()
    const one = start(db)
    await expect(one.feeds.add({ name: 'gemeente', url: url(), kind: 'vacancies', ...given })).rejects.toThrow(said)
    expect(await one.feeds.list()).toEqual([])
    await db.close()
  })

  test('a name is given once', async () => {
    const db = await open()
    const one = start(db)
    await one.feeds.add({ name: 'gemeente', url: url(), kind: 'vacancies' })
    await expect(one.feeds.add({ name: 'gemeente', url: url('/x'), kind: 'vacancies' })).rejects.toThrow('already')
    await db.close()
  })

  test.each([
    ['what the operator said', { readsAs: 'jobposting' }, '/x.csv', 'text/csv'],
    ['the ending of the address', {}, '/x.json', 'text/csv'],
    ['what the server calls it', {}, '/x', 'application/ld+json; charset=utf-8'],
    ['how it begins', {}, '/x', 'application/octet-stream'],
  ])('its format is %s', async (_what, given, path, type) => {
    const db = await open()
    const one = start(db)
    await one.feeds.add({ name: 'gemeente', url: url(path), kind: 'vacancies', ...given })
    const organisation = { '@type': 'Organization', name: 'Voorbeeld BV' }
    says(JSON.stringify({ '@type': 'JobPosting', title: 'Bouwer', hiringOrganization: organisation }), { 'content-type': type })
    expect(await one.feeds.run('gemeente')).toMatchObject({ outcome: 'taken', titles: ['Bouwer'] })
    await db.close()
  })
})

test('a running server looks by itself, does not overtake itself, and stops', async () => {
  const db = await freshDatabases()[0]!.open()
  const one = start(db)
  await one.feeds.add({ name: 'gemeente', url: url(), kind: 'vacancies' })
  says(csv([1, 'Bouwer']))
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const watching = one.feeds.watch()
  vi.advanceTimersByTime(90_000)
  vi.useRealTimers()
  await vi.waitFor(async () => expect(await one.feeds.report('gemeente')).toMatchObject([{ outcome: 'taken' }]))
  await watching.stop()
  expect(asked).toHaveLength(1)
  await db.close()
})

test('what a killed process left behind goes after a day', async () => {
  for (const name of ['old.part', 'new.part', 'old.txt']) writeFileSync(join(folder, name), 'x')
  const dayAgo = now / 1000 - 90_000
  for (const name of ['old.part', 'old.txt']) utimesSync(join(folder, name), dayAgo, dayAgo)
  utimesSync(join(folder, 'new.part'), now / 1000, now / 1000)
  await removeLeftovers(folder, now)
  expect(readdirSync(folder).sort()).toEqual(['new.part', 'old.txt'])
  await removeLeftovers(join(folder, 'nothing'), now)
  expect(existsSync(join(folder, 'nothing'))).toBe(false)
})
