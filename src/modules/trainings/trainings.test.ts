import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { createIds, type Database, Invalid, NotFound } from '../../platform/index.ts'
import { createTrainings, type OfferingRecord, type Programme, type Trainings, toEngineOffering } from './index.ts'

const clock = { now: () => Date.UTC(2026, 10, 25, 12) }

function programme(id: string, nl: string, over: Partial<Programme> = {}): Programme {
  return {
    id,
    demo: false,
    title: { nl, en: `${nl} (en)` },
    provider: 'Leerhuis',
    description: { nl: 'Een cursus.', en: 'A course.' },
    source: 'test',
    facts: { form: 'course', outcomes: [{ skill: 'sql', level: 2 }], prerequisites: [], weeks: 10, hoursPerWeek: 8 },
    ...over,
  }
}

function offering(id: string, of: string, over: Partial<OfferingRecord> = {}): OfferingRecord {
  return {
    id,
    programme: of,
    demo: false,
    facts: { online: true, feeEuro: 100, funding: [], rolling: true, starts: [] },
    ...over,
  }
}

describe.each(freshDatabases())('trainings on $name', ({ open }) => {
  let db: Database
  let trainings: Trainings
  beforeAll(async () => {
    db = await open()
    trainings = createTrainings({ db, clock, ids: createIds(clock), log: silentLog })
    await trainings.insertMany({
      programmes: [
        programme('p1', 'Zelf bouwen'),
        programme('p2', 'Basis SQL', { facts: { ...programme('x', 'x').facts, outcomes: [{ skill: 'python', level: 2 }] } }),
        programme('p3', 'Basis SQL'),
        programme('p4', 'Netwerken', { demo: true }),
      ],
      offerings: [
        offering('o1', 'p1', { region: 'AM13', placeName: 'Utrecht', facts: { ...offering('x', 'x').facts, online: false } }),
        offering('o2', 'p1'),
        offering('o3', 'p2', { region: 'AM21', placeName: 'Den Haag', facts: { ...offering('x', 'x').facts, online: false } }),
        offering('o4', 'p4', { demo: true }),
      ],
    })
  })
  afterAll(() => db.close())
  const revision = async (): Promise<number> =>
    Number((await db.query("select number from revision where area = 'trainings'"))[0]?.number)
  const ids = (page: { readonly items: readonly Programme[] }): string[] => page.items.map((one) => one.id)

  test('what was kept comes back as it was', async () => {
    expect(await trainings.getProgramme('p1')).toEqual(programme('p1', 'Zelf bouwen'))
    expect(await trainings.getOffering('o2')).toEqual(offering('o2', 'p1'))
    expect((await trainings.offeringsOf('p1')).map((one) => one.id)).toEqual(['o1', 'o2'])
    await expect(trainings.getProgramme('none')).rejects.toThrow(NotFound)
    await expect(trainings.getOffering('none')).rejects.toThrow(NotFound)
    const all = await trainings.all()
    expect([all.programmes.length, all.offerings.length]).toEqual([4, 4])
  })

  test('pages follow one another by title and then id, and the last says that it is the last', async () => {
    const first = await trainings.listProgrammes({ limit: 2 })
    expect(ids(first)).toEqual(['p2', 'p3'])
    const second = await trainings.listProgrammes({ limit: 2, cursor: first.next })
    expect(ids(second)).toEqual(['p4', 'p1'])
    expect(second.next).toBeUndefined()
  })

  test('a list can be narrowed by words, skill and region; online is everywhere', async () => {
    expect(ids(await trainings.listProgrammes({ limit: 10, text: 'basis' }))).toEqual(['p2', 'p3'])
    expect(ids(await trainings.listProgrammes({ limit: 10, text: '100%' }))).toEqual([])
    expect(ids(await trainings.listProgrammes({ limit: 10, skill: 'python' }))).toEqual(['p2'])
    expect(ids(await trainings.listProgrammes({ limit: 10, region: 'AM21' }))).toEqual(['p2', 'p4', 'p1'])
  })

  test.each(['rubbish', Buffer.from('{"a":1}').toString('base64url')])('the cursor %s is refused in words', async (cursor) => {
    await expect(trainings.listProgrammes({ limit: 2, cursor })).rejects.toThrow(Invalid)
  })

  test('a record that cannot be kept is refused by id, and nothing of its batch is kept', async () => {
    const wrong = offering('o9', 'p1', { facts: { ...offering('x', 'x').facts, feeEuro: -1 } })
    const at = await revision()
    await expect(trainings.insertMany({ programmes: [programme('p9', 'Negen')], offerings: [wrong] })).rejects.toThrow(
      /o9.*feeEuro/,
    )
    const homeless = trainings.insertMany({ programmes: [programme('p9', 'Negen')], offerings: [offering('o9', 'nobody')] })
    await expect(homeless).rejects.toThrow()
    expect(await trainings.findProgramme('p9')).toBeUndefined()
    expect(await revision()).toBe(at)
  })

  test('every write raises the revision; the demo goes alone', async () => {
    const at = await revision()
    await trainings.insertMany({ programmes: [programme('p1', 'Zelf bouwen', { provider: 'Ander huis' })], offerings: [] })
    expect((await trainings.getProgramme('p1')).provider).toBe('Ander huis')
    const changed = await revision()
    expect(changed).toBeGreaterThan(at)
    await trainings.removeDemo()
    expect(await revision()).toBeGreaterThan(changed)
    expect(await trainings.findOffering('o4')).toBeUndefined()
    expect(await trainings.findProgramme('p1')).toBeDefined()
  })
})

test('the engine sees an offering with the content of its programme, dates as weeks', () => {
  const seen = toEngineOffering(
    programme('p', 'P', {
      facts: { ...programme('x', 'x').facts, completion: { of: 18, outOf: 20, cohort: '2025', source: 'test' } },
    }),
    offering('o', 'p', {
      facts: {
        ...offering('x', 'x').facts,
        rolling: false,
        starts: [{ date: '1970-01-14', seats: 3, enrolUntil: '1970-01-05' }],
      },
    }),
  )
  expect(seen).toMatchObject({ weeks: 10, completion: [18, 20], starts: [{ week: 1, seats: 3, enrolUntil: 0 }] })
})
