import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { type Database, Invalid, weekOfDate } from '../../platform/index.ts'
import { createPeople, profileSchema } from '../people/index.ts'
import { createRegions } from '../regions/index.ts'
import { type Catalogue, createSkills } from '../skills/index.ts'
import { createTrainings, type Trainings } from '../trainings/index.ts'
import { readDemand } from './demo-occupations.ts'
import { readPlaceWeights } from './demo-places.ts'
import { type DemoSize, demoSize } from './demo-size.ts'
import { type DemoWorld, demoChecksum, demoSeed, demoWorld } from './demo-world.ts'
import { createDemo, type Demo } from './index.ts'
import { createRandom, weightedDraw } from './random.ts'

const today = '2026-11-25'
const clock = { now: () => Date.parse(`${today}T10:00:00Z`) }
const ids = { next: () => 'id', token: () => 'token' }
const small: DemoSize = { vacancies: 200, programmes: 30, offerings: 60, people: 300 }

async function withVocabulary(db: Database): Promise<{ catalogue(): Promise<Catalogue> }> {
  const skills = createSkills({ db, clock, ids, log: silentLog })
  await skills.loadStarter('data/vocabulary')
  return skills
}

describe('the demo world', () => {
  let catalogue: Catalogue
  let world: DemoWorld
  let make: (over?: { seed?: string; today?: string; size?: DemoSize }) => Promise<DemoWorld>

  beforeAll(async () => {
    const db = await freshDatabases()[0]!.open()
    catalogue = await (await withVocabulary(db)).catalogue()
    const municipalities = (await createRegions({ db, ids, clock })).municipalities()
    const placeWeights = await readPlaceWeights()
    const demand = await readDemand()
    await db.close()
    make = (over = {}) =>
      demoWorld({ seed: demoSeed, today, size: demoSize, catalogue, municipalities, placeWeights, demand, ...over })
    world = await make()
  })

  const ofVacancies = (keep: (vacancy: DemoWorld['vacancies'][number]) => boolean): number => world.vacancies.filter(keep).length

  test('has the size that was asked', () => {
    expect(world.vacancies).toHaveLength(4000)
    expect(world.programmes).toHaveLength(150)
    expect(world.offerings).toHaveLength(600)
    expect(world.people).toHaveLength(20_000)
  })

  test('is the same for the same seed and day, and another one for another', async () => {
    const first = demoChecksum(await make({ size: small }))
    expect(demoChecksum(await make({ size: small }))).toBe(first)
    expect(demoChecksum(await make({ size: small, seed: 'another' }))).not.toBe(first)
    expect(demoChecksum(await make({ size: small, today: '2026-11-26' }))).not.toBe(first)
  })

  test('names only skills and occupations of the vocabulary, and ids that exist', () => {
    const skills = [
      ...world.vacancies.flatMap(({ requirements }) => requirements.map(({ skill }) => skill)),
      ...world.programmes.flatMap(({ facts }) => [...facts.outcomes, ...facts.prerequisites].map(({ skill }) => skill)),
      ...world.people.flatMap(({ profile }) => Object.keys(profile.answers)),
    ]
    expect([...new Set(skills)].filter((id) => catalogue.find(id)?.type !== 'skill')).toEqual([])
    const occupations = [
      ...world.vacancies.map(({ occupation }) => occupation!),
      ...world.people.flatMap(({ profile }) => profile.occupations),
    ]
    expect([...new Set(occupations)].filter((id) => catalogue.find(id)?.type !== 'occupation')).toEqual([])
    const programmes = new Set(world.programmes.map(({ id }) => id))
    expect(world.offerings.filter(({ programme }) => !programmes.has(programme))).toEqual([])
    for (const records of [world.vacancies, world.programmes, world.offerings, world.people]) {
      expect(new Set(records.map(({ id }) => id)).size).toBe(records.length)
    }
  })

  test('asks no skill twice, at most ten, and names each in the text', () => {
    for (const { requirements, description } of world.vacancies) {
      expect(new Set(requirements.map(({ skill }) => skill)).size).toBe(requirements.length)
      expect(requirements.length).toBeLessThanOrEqual(10)
      expect(requirements.filter(({ weight }) => weight === 'essential').length).toBeGreaterThanOrEqual(2)
      for (const { words } of requirements) expect(description).toContain(words)
    }
  })

  test('holds what the four kinds of plan need', () => {
    const offerings = new Map(world.offerings.map((offering) => [offering.id, offering]))
    const accepting = world.vacancies.filter(({ facts }) => facts.acceptsTrainings)
    expect(accepting.length).toBeGreaterThan(100)
    expect(accepting.flatMap(({ facts }) => facts.acceptsTrainings!).every((id) => offerings.has(id))).toBe(true)
    const paying = accepting.filter(({ facts }) => facts.paysTraining).length / accepting.length
    expect(paying).toBeGreaterThan(0.4)
    expect(paying).toBeLessThan(0.6)
    const dual = world.vacancies.filter(({ facts }) => facts.carriedBy)
    expect(dual.length).toBeGreaterThan(20)
    for (const { id, facts } of dual) {
      expect(offerings.get(facts.carriedBy!)?.facts).toMatchObject({ job: id, incomeMonthEuro: expect.any(Number) })
    }
    expect(world.offerings.filter(({ facts }) => facts.job)).toHaveLength(dual.length)
  })

  test('asks money for most trainings: one in eight is free, the others cost 150 to 6,000 euro', () => {
    const fees = world.offerings.map(({ facts }) => facts.feeEuro ?? -1)
    const free = fees.filter((euro) => euro === 0).length / fees.length
    expect(free).toBeGreaterThan(0.08)
    expect(free).toBeLessThan(0.18)
    for (const euro of fees) expect(euro === 0 || (euro >= 150 && euro <= 6000)).toBe(true)
  })

  test('starts trainings on Mondays of the coming year; some are full, some rolling, some silent', () => {
    const starts = world.offerings.flatMap(({ facts }) => facts.starts)
    for (const { date, enrolUntil } of starts) {
      expect(new Date(`${date}T00:00:00Z`).getUTCDay()).toBe(1)
      expect(weekOfDate(date) - weekOfDate(today)).toBeGreaterThanOrEqual(1)
      expect(weekOfDate(date) - weekOfDate(today)).toBeLessThanOrEqual(52)
      if (enrolUntil) expect(enrolUntil < date).toBe(true)
    }
    expect(starts.some(({ seats }) => seats === 0)).toBe(true)
    expect(starts.some(({ seats }) => seats === undefined)).toBe(true)
    expect(world.offerings.some(({ facts }) => facts.rolling)).toBe(true)
    expect(world.offerings.every(({ facts }) => facts.rolling || facts.starts.length > 0)).toBe(true)
    expect(world.offerings.every(({ facts }) => facts.online === (facts.at === undefined))).toBe(true)
  })

  test('reads as a market: shares of hours, language, wages and dates lie where they should', () => {
    const share = (keep: (vacancy: DemoWorld['vacancies'][number]) => boolean): number =>
      ofVacancies(keep) / world.vacancies.length
    expect(share(({ language }) => language === 'en')).toBeGreaterThan(0.12)
    expect(share(({ language }) => language === 'en')).toBeLessThan(0.18)
    const partTime = share(({ facts }) => (facts.hours?.[1] ?? 99) <= 36 && facts.hours![0] <= 24)
    expect(partTime).toBeGreaterThan(0.15)
    expect(partTime).toBeLessThan(0.26)
    const junior = share(({ title }) => title.startsWith('Junior'))
    expect(junior).toBeGreaterThan(0.15)
    expect(junior).toBeLessThan(0.45)
    for (const { facts, publishedOn, closesOn, employer } of world.vacancies) {
      if (facts.wageCents) {
        expect(facts.wageCents[0]).toBeGreaterThanOrEqual(1500)
        expect(facts.wageCents[1]).toBeGreaterThan(facts.wageCents[0])
      }
      expect(publishedOn <= today).toBe(true)
      if (closesOn) expect(closesOn > today).toBe(true)
      expect(employer).toMatch(/\(demo\)$/)
    }
    for (const { provider, facts } of world.programmes) {
      expect(provider).toMatch(/\(demo\)$/)
      if (facts.completion) expect(facts.completion.of).toBeLessThanOrEqual(facts.completion.outOf)
      if (facts.placement) expect(facts.placement.of).toBeLessThanOrEqual(facts.placement.outOf)
    }
    expect(new Set(world.vacancies.map(({ region }) => region)).size).toBe(35)
  })

  test('has people whose profiles the program accepts', () => {
    for (const { profile } of world.people.filter((_, index) => index % 97 === 0)) {
      expect(profileSchema.safeParse(profile).error).toBeUndefined()
    }
  })
})

describe.each(freshDatabases())('the demo on $name', ({ open }) => {
  let db: Database
  let demo: Demo
  let trainings: Trainings
  let skills: { catalogue(): Promise<Catalogue> }
  let regions: Awaited<ReturnType<typeof createRegions>>

  beforeAll(async () => {
    db = await open()
    regions = await createRegions({ db, ids, clock })
    trainings = createTrainings({ db, clock, ids, log: silentLog })
    skills = createSkills({ db, clock, ids, log: silentLog })
    demo = createDemo({
      db,
      clock,
      log: silentLog,
      skills,
      trainings,
      regions,
      people: createPeople({ db, clock, ids, log: silentLog }),
    })
  })
  afterAll(() => db.close())

  const count = async (table: string): Promise<number> =>
    Number((await db.query(`select count(*)::int as n from ${table} where demo`))[0]?.n)
  const counts = async (): Promise<number[]> => [
    await count('vacancy'),
    await count('programme'),
    await count('offering'),
    await count('pool_person'),
  ]
  const revisions = async (): Promise<unknown> => db.query('select area, number from revision order by area')

  test('without a vocabulary a reset says what to do, and a new record is no demo', async () => {
    await expect(demo.reset({ size: small })).rejects.toThrow(Invalid)
    expect(await demo.isDemo()).toBe(false)
    await withVocabulary(db)
  })

  test('a reset fills the world, says that it is a demo, and tells how far it is', async () => {
    const steps: number[] = []
    const reset = await demo.reset({ size: small, progress: ({ done }) => steps.push(done) })
    expect(await counts()).toEqual([200, 30, 60, 300])
    expect(await demo.isDemo()).toBe(true)
    expect(await demo.countedFrom()).toBe(today)
    expect(steps.at(-1)).toBe(590)
    expect(reset.checksum).toMatch(/^[0-9a-f]{64}$/)
  })

  test('what is not of the demo stays through reset and clear', async () => {
    await db.query(`insert into programme (id, demo, title, provider, description, facts, source)
      select 'real', false, title, provider, description, facts, source from programme limit 1`)
    await demo.reset({ size: small })
    expect(await trainings.findProgramme('real')).toBeDefined()
    expect(await counts()).toEqual([200, 30, 60, 300])
  })

  test('a reset that is cut off leaves the old world, its setting and the revisions', async () => {
    const before = [await counts(), await revisions(), await db.query("select value from setting where name = 'demo'")]
    const failing = createDemo({
      db,
      clock,
      log: silentLog,
      skills,
      regions,
      people: createPeople({ db, clock, ids, log: silentLog }),
      trainings: {
        ...trainings,
        async insertMany(records, inside) {
          await trainings.insertMany(records, inside)
          throw new Error('the power went out')
        },
      },
    })
    await expect(failing.reset({ size: { ...small, vacancies: 100 } })).rejects.toThrow('the power went out')
    expect([await counts(), await revisions(), await db.query("select value from setting where name = 'demo'")]).toEqual(before)
  })

  test('clear removes it, and says that this is no demo any more', async () => {
    await demo.clear()
    expect(await counts()).toEqual([0, 0, 0, 0])
    expect(await demo.isDemo()).toBe(false)
    expect(await trainings.findProgramme('real')).toBeDefined()
  })

  test('the example people can be kept as profiles, and their dates lie ahead', async () => {
    const profiles = await demo.profiles()
    expect(profiles.length).toBeGreaterThanOrEqual(6)
    const catalogue = await skills.catalogue()
    for (const { profile } of profiles) {
      expect(profileSchema.parse(profile)).toEqual(profile)
      const named = [...profile.occupations, ...Object.keys(profile.answers), ...(profile.goal?.occupations ?? [])]
      expect(named.filter((id) => catalogue.find(id) === undefined)).toEqual([])
      expect(regions.findPlace(profile)).toBeDefined()
      for (const date of [profile.jobEndsOn, profile.availableFrom]) if (date) expect(date > today).toBe(true)
    }
  })
})

describe('chance', () => {
  test('is the same for the same seed, and forks do not shift one another', () => {
    const draw = (seed: string): number[] =>
      Array.from(
        { length: 5 },
        (
          (random) => () =>
            random.int(1, 1000)
        )(createRandom(seed)),
      )
    expect(draw('a')).toEqual(draw('a'))
    expect(draw('a')).not.toEqual(draw('b'))
    const one = createRandom('a')
    one.next()
    expect(one.fork('part').next()).toBe(createRandom('a').fork('part').next())
  })

  test('draws in proportion to weights, and samples without repeating', () => {
    const random = createRandom('weights')
    const draw = weightedDraw(['rare', 'often', 'never'], (one) => ({ rare: 1, often: 9, never: 0 })[one] ?? 0)
    const drawn = Array.from({ length: 2000 }, () => draw(random))
    expect(drawn.filter((one) => one === 'often').length / 2000).toBeCloseTo(0.9, 1)
    expect(drawn).not.toContain('never')
    expect(random.sample([1, 2, 3], 5)).toEqual([1, 2, 3])
    expect(random.sample([1, 2, 3], 3, (one) => (one === 2 ? 0 : 1))).toEqual([1, 3])
  })
})
