/** Every way that the program itself writes vacancies, trainings and the pool, and what the outbox then tells. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { smallCatalogue } from '../../../test/worlds/small-catalogue.ts'
import { backup, type Database, migrate, openDatabase, readMigrations, restore } from '../../platform/index.ts'
import { createDemo, type Demo } from '../demo/index.ts'
import { createPeople, type People } from '../people/index.ts'
import { createRegions } from '../regions/index.ts'
import { createSkills } from '../skills/index.ts'
import { createTrainings, type OfferingRecord, type Programme, type Trainings } from '../trainings/index.ts'
import { createVacancies, type Vacancies, type VacancyRecord } from '../vacancies/index.ts'
import { createOutboxStore, type OutboxStore } from './index.ts'
import { revisionOf, rowWriter } from './outbox-rows-for-tests.ts'

const now = Date.parse('2026-11-25T12:00:00Z')
let made = 0
const outside = { clock: { now: () => now }, log: silentLog, ids: { next: () => `id-${++made}`, token: () => 'token' } }
const catalogue = smallCatalogue([
  { id: 'python', nl: ['Python'], en: ['Python'] },
  { id: 'sql', nl: ['SQL'], en: ['SQL'] },
])
const richer = smallCatalogue([
  { id: 'python', nl: ['Python'], en: ['Python'] },
  { id: 'sql2', nl: ['SQL'], en: ['SQL'] },
])

const vacancy = (id: string, over: Partial<VacancyRecord> = {}): VacancyRecord => ({
  ...{ id, state: 'published', demo: false, title: `Baan ${id}`, employer: 'Voorbeeld BV', description: '', language: 'nl' },
  ...{ facts: {}, requirements: [], source: 'test', publishedOn: '2026-11-01' },
  ...over,
})
const programme = (id: string, over: Partial<Programme> = {}): Programme => ({
  ...{
    id,
    demo: false,
    title: { nl: id, en: id },
    provider: 'Leerhuis',
    description: { nl: 'Een cursus.', en: 'A course.' },
    source: 'catalogue',
  },
  facts: { form: 'course', outcomes: [{ skill: 'sql', level: 2 }], prerequisites: [], weeks: 10, hoursPerWeek: 8 },
  ...over,
})
const offering = (id: string, of: string, feeEuro = 100): OfferingRecord => ({
  ...{ id, programme: of, demo: false },
  facts: { online: true, feeEuro, funding: [], rolling: true, starts: [] },
})

let taxonomy = catalogue
const reading = { skills: { catalogue: async () => taxonomy }, regions: { findPlace: () => undefined, list: () => [] } }

describe.each(freshDatabases())('what the outbox tells on $name', ({ open }) => {
  let db: Database
  let outbox: OutboxStore
  let vacancies: Vacancies
  let trainings: Trainings
  let people: People
  let demo: Demo
  let before: Readonly<Record<string, number>>

  beforeAll(async () => {
    db = await open()
    const parts = { db, ...outside }
    outbox = createOutboxStore(db)
    vacancies = createVacancies({ ...parts, ...reading })
    trainings = createTrainings({ ...parts, ...reading })
    people = createPeople(parts)
    const skills = createSkills(parts)
    await skills.loadStarter('data/vocabulary')
    demo = createDemo({ ...parts, skills, trainings, people, regions: await createRegions(parts) })
  })
  afterAll(() => db.close())
  beforeEach(() => look())

  const areas = ['vacancies', 'trainings', 'pool'] as const
  async function look(): Promise<void> {
    before = Object.fromEntries(await Promise.all(areas.map(async (area) => [area, await revisionOf(db, area)] as const)))
  }

  /** What changed since the last look, per area; areas in which nothing did are left out. */
  async function told(): Promise<unknown> {
    const found: Record<string, unknown> = {}
    for (const area of areas) {
      const changes = await outbox.changesSince(area, before[area] ?? 0)
      if (changes.everything) found[area] = 'everything'
      else if (changes.revision > (before[area] ?? 0)) {
        const { put, programmes } = changes
        found[area] = {
          ...(put.length > 0 ? { put: [...put].sort() } : {}),
          ...(changes.removed.length > 0 ? { removed: [...changes.removed].sort() } : {}),
          ...(programmes.put.length + programmes.removed.length > 0 ? { programmes } : {}),
        }
      }
    }
    await look()
    return found
  }

  test('of vacancies: put in, changed, the same again, closed by date', async () => {
    await vacancies.insertMany([vacancy('v1'), vacancy('v2', { closesOn: '2026-12-01' }), vacancy('v3', { state: 'expired' })])
    expect(await told()).toEqual({ vacancies: { put: ['v1', 'v2'] } })
    await vacancies.insertMany([vacancy('v1', { title: 'Andere baan' }), vacancy('v2', { closesOn: '2026-12-01' })])
    expect(await told()).toEqual({ vacancies: { put: ['v1'] } })
    await vacancies.expire('2026-12-01')
    expect(await told()).toEqual({})
    await vacancies.expire('2026-12-02')
    expect(await told()).toEqual({ vacancies: { removed: ['v2'] } })
    expect((await vacancies.publishedOf(['v1', 'v2', 'v3', 'none'])).map(({ id, title }) => [id, title])).toEqual([
      ['v1', 'Andere baan'],
    ])
  })

  test('of vacancies from a source: imported, changed, gone from it, read again', async () => {
    const csv = (...rows: string[]) => ({ name: 'feed.csv', text: `nummer;titel;werkgever;omschrijving\n${rows.join('\n')}\n` })
    const row = (number: number, text = 'Wij bouwen.') => `${number};Taak ${number};Voorbeeld BV;${text}`
    const idOf = async (number: number) => (await db.query('select id from vacancy where title = $1', [`Taak ${number}`]))[0]?.id
    const source = { source: 'feed', complete: true }
    await vacancies.importFrom(csv(row(1), row(2, 'Wij gebruiken SQL.')), source)
    const [one, two] = [await idOf(1), await idOf(2)]
    expect(await told()).toEqual({ vacancies: { put: [one, two] } })
    await vacancies.importFrom(csv(row(1), row(2, 'Wij gebruiken SQL.')), source)
    expect(await told()).toEqual({})
    await vacancies.importFrom(csv(row(2, 'Wij gebruiken SQL.'), row(3)), source)
    const three = await idOf(3)
    expect(await told()).toEqual({ vacancies: { put: [three], removed: [one] } })
    taxonomy = richer
    await vacancies.readAgain()
    taxonomy = catalogue
    expect(await told()).toEqual({ vacancies: { put: [two] } })
  })

  test('of trainings: a source put in its place, changed in part, taken away', async () => {
    const first = { programmes: [programme('p1'), programme('p2')], offerings: [offering('o1', 'p1'), offering('o2', 'p2')] }
    await trainings.replaceSource('catalogue', first)
    expect(await told()).toEqual({ trainings: { put: ['o1', 'o2'], programmes: { put: ['p1', 'p2'], removed: [] } } })
    await trainings.insertMany({ programmes: [programme('p1', { provider: 'Ander huis' }), programme('p2')], offerings: [] })
    expect(await told()).toEqual({ trainings: { put: ['o1'], programmes: { put: ['p1'], removed: [] } } })
    await trainings.insertMany({ programmes: [], offerings: [offering('o1', 'p1'), offering('o2', 'p2', 200)] })
    expect(await told()).toEqual({ trainings: { put: ['o2'] } })
    const { programmes, offerings } = await trainings.ofIds({ offerings: ['o1', 'none'], programmes: ['p1', 'p2', 'none'] })
    expect([programmes.map(({ id }) => id).sort(), offerings.map(({ id }) => id)]).toEqual([['p1', 'p2'], ['o1']])
    expect((await trainings.ofIds({ offerings: ['o2'] })).programmes.map(({ id }) => id)).toEqual(['p2'])
    await trainings.replaceSource('catalogue', { programmes: [programme('p2')], offerings: [offering('o2', 'p2', 200)] })
    expect(await told()).toEqual({
      trainings: { put: ['o2'], removed: ['o1'], programmes: { put: ['p2'], removed: ['p1'] } },
    })
    await trainings.replaceSource('catalogue', { programmes: [], offerings: [] })
    expect(await told()).toEqual({ trainings: { removed: ['o2'], programmes: { put: [], removed: ['p2'] } } })
  })

  test('of trainings from a file: only the programmes and offerings that changed', async () => {
    const csv = (...rows: string[]) => ({
      name: 'cursussen.csv',
      text: `nummer;titel;aanbieder;leert;weken;uren per week;uitvoering;startdatum;prijs\n${rows.join('\n')}\n`,
    })
    await trainings.importFrom(
      csv(
        'a;Bouwen;Leerhuis;SQL;10;8;a1;2027-01-11;100',
        'a;Bouwen;Leerhuis;SQL;10;8;a2;2027-02-08;100',
        'b;Meten;Leerhuis;Python;10;8;b1;2027-01-11;100',
      ),
    )
    const all = await trainings.ofSource('cursussen.csv')
    const start = (id: string) => all.offerings.find((one) => one.id === id)?.facts.starts[0]?.date
    expect(all.offerings.map(({ id }) => start(id)).sort()).toEqual(['2027-01-11', '2027-01-11', '2027-02-08'])
    expect(await told()).toMatchObject({ trainings: { put: all.offerings.map(({ id }) => id).sort() } })
    await trainings.importFrom(
      csv(
        'a;Bouwen;Leerhuis;SQL;10;8;a1;2027-01-11;100',
        'a;Bouwen;Leerhuis;SQL;10;8;a2;2027-02-08;150',
        'b;Meten;Leerhuis;Python;10;8;b1;2027-01-11;100',
      ),
    )
    const changed = all.offerings.filter(({ id }) => start(id) === '2027-02-08').map(({ id }) => id)
    expect(await told()).toEqual({ trainings: { put: changed } })
    taxonomy = richer
    await trainings.readAgain()
    taxonomy = catalogue
    const ofA = all.offerings.filter(({ programme: of }) => of === all.offerings.find(({ id }) => id === changed[0])?.programme)
    expect(await told()).toMatchObject({ trainings: { put: ofA.map(({ id }) => id).sort() } })
  })

  test('of the pool: who joins, changes, leaves', async () => {
    const person = (id: string, workLevel: number) => ({ id, demo: false, profile: { occupations: [], answers: {}, workLevel } })
    await people.putInPool([person('a', 3), { ...person('b', 4), region: 'AM13' }])
    expect(await told()).toEqual({ pool: { put: ['a', 'b'] } })
    await people.putInPool([person('a', 4), { ...person('b', 4), region: 'AM13' }])
    expect(await told()).toEqual({ pool: { put: ['a'] } })
    expect(await people.leavePool(['a', 'none'])).toBe(1)
    expect(await told()).toEqual({ pool: { removed: ['a'] } })
    expect(await people.poolOf(['a', 'b'])).toEqual([{ ...person('b', 4), region: 'AM13' }])
    await db.transaction(async (inside) => {
      await people.putInPool([person('c', 2)], inside)
      await people.leavePool(['b', 'c'], inside)
    })
    expect(await told()).toEqual({ pool: { removed: ['b', 'c'] } })
  })

  test('of the demo world: loaded, made anew, cleared, and nothing that is not of it', async () => {
    const size = { vacancies: 20, programmes: 3, offerings: 6, people: 30 }
    const idsIn = async (table: string, where = 'demo') =>
      (await db.query(`select id from ${table} where ${where}`)).map(({ id }) => id).sort()
    await demo.reset({ size })
    const [jobs, courses, programmes, pool] = [
      await idsIn('vacancy'),
      await idsIn('offering'),
      await idsIn('programme'),
      await idsIn('pool_person'),
    ]
    expect([jobs.length, courses.length, pool.length]).toEqual([20, 6, 30])
    const loaded = {
      vacancies: { put: jobs },
      trainings: { put: courses, programmes: { put: programmes, removed: [] } },
      pool: { put: pool },
    }
    const order = (one: unknown) =>
      JSON.parse(JSON.stringify(one, (key, value) => (key === 'put' || key === 'removed' ? [...value].sort() : value)))
    expect(order(await told())).toEqual(order(loaded))
    await demo.reset({ size })
    expect(order(await told())).toEqual(order(loaded))
    await demo.clear()
    expect(order(await told())).toEqual(
      order({
        vacancies: { removed: jobs },
        trainings: { removed: courses, programmes: { put: [], removed: programmes } },
        pool: { removed: pool },
      }),
    )
  })

  test('of a backup that is put back: everything, whatever stood in it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'schakel-outbox-'))
    const file = join(folder, 'schakel.backup')
    await people.putInPool([{ id: 'kept', demo: false, profile: { occupations: [], answers: {} } }])
    await backup(db, file, outside)
    await vacancies.insertMany([vacancy('later')])
    await look()
    await restore(db, file, { replace: true })
    rmSync(folder, { recursive: true })
    expect(await told()).toEqual({ vacancies: 'everything', trainings: 'everything', pool: 'everything' })
    expect(await db.query('select * from outbox')).toEqual([])
    // What is written afterwards is named again.
    await vacancies.insertMany([vacancy('after')])
    expect(await told()).toEqual({ vacancies: { put: ['after'] } })
  })

  test('of a backup from before there was an outbox: everything, and from then on by name', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'schakel-outbox-'))
    const file = join(folder, 'schakel.backup')
    const old = await openDatabase({ kind: 'pglite' }, silentLog)
    await migrate(
      old,
      (await readMigrations()).filter(({ name }) => name < '0010'),
    )
    await rowWriter(old).vacancy('old')
    await backup(old, file, outside)
    await old.close()
    await restore(db, file, { replace: true })
    rmSync(folder, { recursive: true })
    expect(await told()).toEqual({ vacancies: 'everything', trainings: 'everything', pool: 'everything' })
    await vacancies.insertMany([vacancy('old', { title: 'Nieuwe titel' })])
    expect(await told()).toEqual({ vacancies: { put: ['old'] } })
  })
})
