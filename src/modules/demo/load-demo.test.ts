import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { Conflict, type Database } from '../../platform/index.ts'
import { createPeople, type People, parseProfile } from '../people/index.ts'
import { createRegions, type RegionsService } from '../regions/index.ts'
import { type Catalogue, createSkills } from '../skills/index.ts'
import { createTrainings, offeringSchema, programmeSchema, type Trainings } from '../trainings/index.ts'
import { createVacancies, refuseTooMuch, type Vacancies } from '../vacancies/index.ts'
import { isStandardSize } from './demo-size.ts'
import { createDemoStore } from './demo-store.ts'
import { createDemo, type Demo, type DemoReset, type DemoStep, demoSizeOf } from './index.ts'
import { putAtOnce } from './load-demo.ts'

const today = '2026-11-25'
const clock = { now: () => Date.parse(`${today}T10:00:00Z`) }
const ids = { next: () => 'id', token: () => 'token' }
/** More than a thousand, so that records are gathered in several parts. */
const size = demoSizeOf('1200')!

describe('the size that is asked', () => {
  test('has a name, or is a number of vacancies with the rest in proportion', () => {
    expect(demoSizeOf('standard')).toEqual({ vacancies: 4000, programmes: 150, offerings: 600, people: 20_000 })
    expect(demoSizeOf('national')).toEqual({ vacancies: 120_000, programmes: 2000, offerings: 8000, people: 200_000 })
    expect(demoSizeOf('1200')).toEqual({ vacancies: 1200, programmes: 20, offerings: 80, people: 2000 })
    expect(demoSizeOf('100')).toEqual({ vacancies: 100, programmes: 2, offerings: 7, people: 167 })
    expect(['standard', 'national', '4000'].map((asked) => isStandardSize(demoSizeOf(asked)!))).toEqual([true, false, false])
  })

  test.each(['', '99', '120001', '-500', '1e4', 'National', 'toString', ' national'])('is refused: "%s"', (asked) => {
    expect(demoSizeOf(asked)).toBeUndefined()
  })
})

describe.each(freshDatabases())('a demo world of another size on $name', ({ open }) => {
  let db: Database
  let catalogue: Catalogue
  let regions: RegionsService
  let vacancies: Vacancies
  let trainings: Trainings
  let people: People
  let demo: Demo
  let made: DemoReset
  const steps: { what: DemoStep; done: number; total: number }[] = []

  beforeAll(async () => {
    db = await open()
    const skills = createSkills({ db, clock, ids, log: silentLog })
    await skills.loadStarter('data/vocabulary')
    catalogue = await skills.catalogue()
    regions = await createRegions({ db, ids, clock })
    vacancies = createVacancies({ db, clock, ids, log: silentLog })
    trainings = createTrainings({ db, clock, ids, log: silentLog })
    people = createPeople({ db, clock, ids, log: silentLog })
    demo = createDemo({ db, clock, log: silentLog, skills, trainings, regions, people })
    await people.putInPool([{ id: 'somebody', demo: false, profile: { occupations: [], answers: {} } }])
    made = await demo.reset({ size, progress: (step) => steps.push(step) })
  })
  afterAll(() => db.close())

  const count = async (table: string, where = 'true'): Promise<number> =>
    Number((await db.query(`select count(*)::int as n from ${table} where ${where}`))[0]?.n)
  const counts = async (where: string): Promise<number[]> =>
    Promise.all(['vacancy', 'programme', 'offering', 'pool_person'].map((table) => count(table, where)))
  const state = async (): Promise<unknown> => [
    await counts('demo'),
    await db.query('select area, number from revision order by area'),
    await db.query("select * from setting where name like 'demo%' order by name"),
    await db.query('select md5(string_agg(v::text, chr(10) order by id)) as all from vacancy v'),
  ]

  test('has exactly that size, all of it marked as demo, and the rest stays', async () => {
    expect(made).toMatchObject(size)
    expect(await counts('demo')).toEqual([1200, 20, 80, 2000])
    expect(await counts('not demo')).toEqual([0, 0, 0, 1])
    expect(await demo.isDemo()).toBe(true)
    expect(await demo.isStandard()).toBe(false)
  })

  test('tells how far it is: first inventing, then putting in place, both up to the end', () => {
    const of = (what: DemoStep) => steps.filter((step) => step.what === what).map(({ done }) => done)
    for (const done of [of('inventing the demo world'), of('putting the demo world in place')]) {
      expect(done[0]).toBe(0)
      expect(done).toEqual([...done].sort((a, b) => a - b))
      expect(done.at(-1)).toBe(3300)
    }
    expect(new Set(steps.map(({ total }) => total))).toEqual(new Set([3300]))
    const order = steps.map(({ what }) => what)
    expect(order.lastIndexOf('inventing the demo world')).toBeLessThan(order.indexOf('putting the demo world in place'))
  })

  test('says of every vacancy and training that it is invented: in the name of employer and provider', async () => {
    expect(await count('vacancy', "employer not like '%(demo)' or source <> 'demo'")).toBe(0)
    expect(await count('programme', "provider not like '%(demo)' or source <> 'demo'")).toBe(0)
  })

  test('passes what an import has to pass: shapes, skills and occupations of the vocabulary, places that exist', async () => {
    const strange = new Set<string>()
    const known = (id: string, type: 'skill' | 'occupation'): void => {
      if (catalogue.find(id)?.type !== type) strange.add(id)
    }
    const all = await trainings.all()
    const offered = new Set(all.offerings.map(({ id }) => id))
    for (const vacancy of await vacancies.allPublished()) {
      refuseTooMuch(vacancy)
      for (const { skill } of vacancy.requirements) known(skill, 'skill')
      known(vacancy.occupation!, 'occupation')
      if (regions.findPlace({ municipality: vacancy.placeName })?.region !== vacancy.region) strange.add(vacancy.placeName!)
      for (const id of [
        ...(vacancy.facts.acceptsTrainings ?? []),
        ...(vacancy.facts.carriedBy ? [vacancy.facts.carriedBy] : []),
      ]) {
        if (!offered.has(id)) strange.add(id)
      }
    }
    for (const programme of all.programmes) {
      programmeSchema.parse(programme)
      for (const { skill } of [...programme.facts.outcomes, ...programme.facts.prerequisites]) known(skill, 'skill')
    }
    for (const offering of all.offerings) {
      offeringSchema.parse(offering)
      if (offering.region !== undefined && regions.findPlace({ municipality: offering.placeName })?.region !== offering.region)
        strange.add(offering.placeName!)
    }
    for (const { id, region, profile } of await people.listPool()) {
      if (id === 'somebody') continue
      parseProfile(profile)
      for (const skill of Object.keys(profile.answers)) known(skill, 'skill')
      for (const occupation of profile.occupations) known(occupation, 'occupation')
      if (regions.findPlace(profile)?.region !== region) strange.add(profile.municipality!)
    }
    expect([...strange]).toEqual([])
  })

  test('is the same for the same seed and day, ids and all, whatever was there before', async () => {
    const idsOf = async () => db.query('select md5(string_agg(id, chr(10) order by id)) as ids from vacancy')
    const [before, first] = [await state(), await idsOf()]
    await demo.reset({ size: demoSizeOf('300')! })
    expect(await counts('demo')).toEqual([300, 5, 20, 500])
    const again = await demo.reset({ size })
    expect(again.checksum).toBe(made.checksum)
    expect(await idsOf()).toEqual(first)
    const [whole, , , texts] = before as unknown[]
    expect(await state()).toEqual([whole, expect.anything(), expect.anything(), texts])
    expect((await demo.reset({ size, seed: 'another' })).checksum).not.toBe(made.checksum)
    await demo.reset({ size })
  })

  test.each<[DemoStep, number]>([
    ['inventing the demo world', 1000],
    ['putting the demo world in place', 0],
    ['putting the demo world in place', 1300],
  ])('stopped while %s (%i done) it leaves all as it was, and says so', async (what, done) => {
    const before = await state()
    const stop = new AbortController()
    const stopped = demo.reset({
      size: demoSizeOf('2400')!,
      signal: stop.signal,
      progress: (step) => {
        if (step.what === what && step.done >= done) stop.abort()
      },
    })
    await expect(stopped).rejects.toThrow(Conflict)
    expect(await state()).toEqual(before)
    expect(await demo.wasCutOff()).toBe(false)
  })

  test('of a world so large every statement is one change for the outbox, *everything*', async () => {
    const [row] = await db.query('select most_named() as most')
    expect(putAtOnce).toBeGreaterThan(Number(row?.most))
  })

  test('a process that was killed while it loaded is told of once', async () => {
    const store = createDemoStore(db)
    expect(await demo.wasCutOff()).toBe(false)
    await store.markLoading(clock.now())
    expect(await demo.wasCutOff()).toBe(true)
    expect(await demo.wasCutOff()).toBe(false)
  })

  test('clear removes all of it, of any size, and nothing else', async () => {
    await demo.clear()
    expect(await counts('demo')).toEqual([0, 0, 0, 0])
    expect(await counts('not demo')).toEqual([0, 0, 0, 1])
    expect(await demo.isDemo()).toBe(false)
  })
})
