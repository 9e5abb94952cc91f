import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { createEngine } from '../../engine/planning/index.ts'
import { transferModel } from '../../engine/taxonomy/index.ts'
import { type Clock, createIds, type Database, NotFound } from '../../platform/index.ts'
import { createRegions, type RegionsService } from '../regions/index.ts'
import { createSkills } from '../skills/index.ts'
import { createTrainings, isAskFirst, type Trainings, toEngineOffering } from '../trainings/index.ts'
import { createInitiatives, type Initiatives, initiativeIdOf, initiativesSource } from './index.ts'

const folder = join(import.meta.dirname, '../../../data/initiatives')
const clock: Clock = { now: () => Date.UTC(2026, 10, 25, 12) }

describe.each(freshDatabases())('initiatives on $name', ({ open }) => {
  let db: Database
  let trainings: Trainings
  let regions: RegionsService
  let initiatives: Initiatives
  beforeAll(async () => {
    db = await open()
    trainings = createTrainings({ db, clock, ids: createIds(clock), log: silentLog })
    regions = await createRegions({ db, clock, ids: createIds(clock) })
    initiatives = await createInitiatives({ trainings, regions })
  })
  afterAll(() => db.close())
  const names = (filter: Parameters<Initiatives['list']>[0]): string[] => initiatives.list(filter).map(({ id }) => id)

  test('are found by words, audience, region, pillar and kind, together', () => {
    expect(names({ text: 'blind slechtziend' })).toEqual(['vip-it'])
    expect(names({ text: 'CLOUD it academy' })).toContain('cita')
    expect(names({ kind: 'finance' })).toEqual(['techmeup'])
    expect(names({ audience: 'refugees', kind: 'training' }).sort()).toEqual(['hackyourfuture', 'motopp'])
    expect(names({ pillar: 1 })).toContain('girlsday')
    expect(names({ text: 'dit woord staat nergens' })).toEqual([])
  })

  test('of a region are those there and those in the whole country, not those of which we do not know', () => {
    const inEindhoven = names({ region: 'AM28' })
    expect(inEindhoven).toContain('brainport')
    expect(inEindhoven).toContain('vhto')
    expect(inEindhoven).not.toContain('codam')
    expect(inEindhoven).not.toContain('techionista')
  })

  test('a facet counts what each choice would leave', () => {
    const filter = { kind: 'training', region: 'AM18' } as const
    const facets = initiatives.facets(filter)
    for (const { value, count } of facets.kind) expect(count).toBe(names({ ...filter, kind: value }).length)
    for (const { value, count } of facets.region) expect(count).toBe(names({ ...filter, region: value }).length)
    for (const { value, count } of facets.audience) expect(count).toBe(names({ ...filter, audience: value }).length)
    for (const { value, count } of facets.pillar) expect(count).toBe(names({ ...filter, pillar: value }).length)
    expect(facets.region).toHaveLength(35)
  })

  test('one that is not there is refused by name', () => {
    expect(() => initiatives.get('nope')).toThrow(NotFound)
    expect(initiatives.find('nope')).toBeUndefined()
    expect(initiatives.ofRule('techmeup')?.id).toBe('techmeup')
    expect(initiatives.ofRule('uwv-scholing')).toBeUndefined()
  })

  test('its trainings are programmes to ask about, each skill marked as derived', async () => {
    const { programmes, offerings } = initiatives.asProgrammes()
    expect(programmes.length).toBeGreaterThanOrEqual(20)
    for (const programme of programmes) {
      expect(programme.source).toBe(initiativesSource)
      expect(programme.demo).toBe(false)
      expect(initiatives.find(initiativeIdOf(programme.id) ?? '')?.kind).toBe('training')
      for (const { from, words } of programme.facts.outcomes) expect([from, words]).toEqual(['derived', expect.any(String)])
      const own = offerings.filter((offering) => offering.programme === programme.id)
      expect(own.length).toBeGreaterThan(0)
      for (const offering of own) expect(isAskFirst(programme, offering)).toBe(true)
    }
    const make = programmes.find(({ id }) => id === 'initiative:make-it-work:software')
    expect(make?.facts).toMatchObject({ weeks: 48, jobGuarantee: true, placement: { of: 14, outOf: 14 } })
    // The figure is of the software track, and says nothing about the other two.
    expect(programmes.find(({ id }) => id === 'initiative:make-it-work:security')?.facts.placement).toBeUndefined()
    // Nobody says of which cohort 56 of 80 found work: that is shown with the initiative, and is no ground for a chance.
    expect(programmes.find(({ id }) => id.startsWith('initiative:hackyourfuture'))?.facts.placement).toBeUndefined()
  })

  test('what is taught exists in the vocabulary, and the engine takes the offerings without planning them', async () => {
    const skills = createSkills({ db, clock, ids: createIds(clock), log: silentLog })
    await skills.loadStarter(join(import.meta.dirname, '../../../data/vocabulary'))
    const catalogue = await skills.catalogue()
    const { programmes, offerings } = initiatives.asProgrammes()
    const known = new Set(catalogue.engineSkills().map(({ id }) => id))
    for (const { id, facts } of programmes)
      for (const { skill } of facts.outcomes) expect([id, known.has(skill)]).toEqual([id, true])
    const engine = createEngine({
      skills: catalogue.engineSkills(),
      occupations: [],
      vacancies: [],
      offerings: offerings.map((one) => toEngineOffering(programmes.find(({ id }) => id === one.programme) as never, one)),
      settings: {
        thisWeek: 2900,
        transfer: transferModel,
        kmPerHour: { walk: 5, bike: 15, transit: 25, car: 50 },
        travelCentsPerKm: 20,
      },
    })
    expect(engine).toBeDefined()
  })

  test('load once, stay as they are, and leave with the catalogue', async () => {
    expect(await initiatives.load()).toMatchObject({ changed: true })
    const before = await trainings.all()
    expect(await initiatives.load()).toMatchObject({ changed: false })
    expect(await trainings.all()).toEqual(before)
    expect(before.programmes).toHaveLength(initiatives.asProgrammes().programmes.length)

    const copy = await mkdtemp(join(tmpdir(), 'schakel-initiatives-'))
    await cp(folder, copy, { recursive: true })
    const file = join(copy, '4-side-entry.json')
    const records = JSON.parse(await readFile(file, 'utf8')) as { id: string }[]
    await writeFile(file, JSON.stringify(records.filter(({ id }) => id !== 'codam')))
    const smaller = await createInitiatives({ trainings, regions, folder: copy })
    expect(await smaller.load()).toMatchObject({ changed: true })
    expect(await trainings.findProgramme('initiative:codam:software')).toBeUndefined()
    await trainings.removeDemo()
    expect(await trainings.findProgramme('initiative:make-it-work:software')).toBeDefined()
    await rm(copy, { recursive: true })
  })

  test.each([
    ['an unknown source', { what: { value: { nl: 'A', en: 'A' }, source: 'nobody', date: '2020', certainty: 'seen' } }, /nobody/],
    ['a fact without a source', { what: { value: { nl: 'A', en: 'A' }, date: '2020', certainty: 'seen' } }, /what\.source/],
    [
      'a value that is said to be unknown',
      { what: { value: { nl: 'A', en: 'A' }, source: 'plan', date: '2020', certainty: 'unknown' } },
      /null exactly/,
    ],
    ['a region that does not exist', { regions: { value: ['AM99'], source: 'plan', date: '2020', certainty: 'seen' } }, /AM99/],
    ['a link without an address', { links: ['plan'] }, /link "plan"/],
    ['a text in one language', { name: { nl: 'Alleen Nederlands' } }, /name\.en/],
    [
      'a date that is none',
      { what: { value: { nl: 'A', en: 'A' }, source: 'plan', date: 'vorig jaar', certainty: 'seen' } },
      /2019-07/,
    ],
  ])('%s is refused with file and record', async (_, over, message) => {
    const copy = await mkdtemp(join(tmpdir(), 'schakel-initiatives-'))
    await cp(folder, copy, { recursive: true })
    const file = join(copy, '1-promotion.json')
    const [first, ...rest] = JSON.parse(await readFile(file, 'utf8')) as object[]
    await writeFile(file, JSON.stringify([{ ...first, ...over }, ...rest]))
    const reading = createInitiatives({ trainings, regions, folder: copy })
    await expect(reading).rejects.toThrow(/1-promotion\.json: record 1 \("vhto"\)/)
    await expect(reading).rejects.toThrow(message)
    await rm(copy, { recursive: true })
  })

  test('two with one id, and a file that is no JSON, are refused', async () => {
    const copy = await mkdtemp(join(tmpdir(), 'schakel-initiatives-'))
    await cp(folder, copy, { recursive: true })
    await cp(join(copy, '1-promotion.json'), join(copy, '9-again.json'))
    await expect(createInitiatives({ trainings, regions, folder: copy })).rejects.toThrow(/"vhto" is taken by 1-promotion/)
    await writeFile(join(copy, '9-again.json'), '[{]')
    await expect(createInitiatives({ trainings, regions, folder: copy })).rejects.toThrow(/9-again\.json is not JSON/)
    await expect(createInitiatives({ trainings, regions, folder: tmpdir() })).rejects.toThrow(/no sources\.json/)
    await rm(copy, { recursive: true })
  })
})
