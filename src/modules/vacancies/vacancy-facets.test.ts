import { describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import type { Database } from '../../platform/index.ts'
import { createVacancies, type Vacancies } from './create-vacancies.ts'
import type { VacancyFacts, VacancyRecord } from './vacancy.ts'
import type { VacancyFilter } from './vacancy-filter.ts'

function start(db: Database): Vacancies {
  return createVacancies({
    db,
    clock: { now: () => Date.parse('2026-11-25T12:00:00Z') },
    ids: { next: () => 'id', token: () => 'token' },
    log: silentLog,
  })
}

let made = 0
function vacancy(facts: VacancyFacts, more: Partial<VacancyRecord> = {}): VacancyRecord {
  return {
    id: `v${++made}`,
    state: 'published',
    demo: false,
    title: `Functie ${made}`,
    employer: 'Voorbeeld BV',
    description: '',
    language: 'nl',
    facts,
    requirements: [],
    source: 'test',
    publishedOn: '2026-11-01',
    ...more,
  }
}

const records = [
  vacancy(
    { hours: [24, 36], contract: 'permanent', remoteShare: 40, languages: [{ code: 'nl', level: 4 }] },
    { region: 'AM13', occupation: 'tester', requirements: [{ skill: 'sql', weight: 'essential' }], closesOn: '2026-12-01' },
  ),
  vacancy(
    { hours: [40, 40], contract: 'temporary', remoteShare: 100, wageCents: [2000, 3000], workLevel: { level: 6 } },
    { region: 'AM13', occupation: 'beheerder', employer: '100%_Werk', publishedOn: '2026-11-20' },
  ),
  vacancy(
    { hours: [8, 12], contract: 'permanent', workLevel: { level: 6, orYears: 3 }, wageCents: [1500, 1500] },
    { region: 'AM01', occupation: 'tester' },
  ),
  vacancy({ diplomaOnly: { level: 6, fields: [] } }, { title: 'Stil en breed' }),
  vacancy({ hours: [24, 36] }, { region: 'AM13', state: 'withdrawn' }),
]
const [first, second, third, fourth] = records.map(({ id }) => id)

describe.each(freshDatabases())('lists of vacancies on $name', ({ open }) => {
  test('each part of the filter leaves what it should', async () => {
    const db = await open()
    const vacancies = start(db)
    await vacancies.insertMany(records)
    const cases: readonly (readonly [VacancyFilter, readonly (string | undefined)[]])[] = [
      [{}, [second, first, third, fourth]],
      [{ text: 'breed STIL' }, [fourth]],
      [{ text: '100%_' }, [second]],
      [{ text: '100%x' }, []],
      [{ text: '\\' }, []],
      [{ text: '\0', regions: ['\0'] }, []],
      [{ regions: ['AM13', 'AM01'] }, [second, first, third]],
      [{ occupations: ['tester'] }, [first, third]],
      [{ hoursMin: 32, hoursMax: 36 }, [first]],
      [{ hoursMax: 12 }, [third]],
      [{ hoursMin: 40 }, [second]],
      [{ remote: 50 }, [second]],
      [{ contracts: ['permanent'], regions: ['AM01'] }, [third]],
      [{ wageMin: 2500 }, [second]],
      [{ employer: '100%_werk' }, [second]],
      [{ closesBy: '2026-12-01' }, [first]],
      [{ closesBy: '2026-11-30' }, []],
      [{ publishedSince: '2026-11-02' }, [second]],
      [{ noDiploma: true }, [first, third]],
      [{ fittable: true }, [first]],
      [{ languages: ['nl', 'en'] }, [first]],
      [{ ids: [third ?? ''] }, [third]],
      [{ ids: [] }, []],
    ]
    for (const [filter, expected] of cases) {
      const found = (await vacancies.list({ ...filter, limit: 10 })).items.map(({ id }) => id)
      expect([filter, found]).toEqual([filter, expected])
      expect(await vacancies.count(filter)).toBe(expected.length)
      expect((await vacancies.facets(filter)).total).toBe(expected.length)
    }
    await db.close()
  })

  test('a null character is asked for in vain, and is no fault', async () => {
    const db = await open()
    const vacancies = start(db)
    await vacancies.insertMany(records)
    expect(await vacancies.find('\0')).toBeUndefined()
    const wrong = [
      ['2026-01-01', '\0'],
      ['2026-02-31', 'a'],
      ['0000-01-01', 'a'],
    ]
    for (const key of wrong) {
      const cursor = Buffer.from(JSON.stringify(key)).toString('base64url')
      await expect(vacancies.list({ cursor, limit: 5 })).rejects.toThrow('cursor')
    }
    await db.close()
  })

  test('all published ones can be read some at a time', async () => {
    const db = await open()
    const vacancies = start(db)
    await vacancies.insertMany(Array.from({ length: 1001 }, () => vacancy({})))
    const read: string[] = []
    for await (const { id } of vacancies.eachPublished()) read.push(id)
    expect(read).toEqual((await vacancies.allPublished()).map(({ id }) => id))
    expect(read).toHaveLength(1001)
    await db.close()
  })

  test('a facet is counted under all filters but its own', async () => {
    const db = await open()
    const vacancies = start(db)
    await vacancies.insertMany(records)
    const all = await vacancies.facets({})
    expect(all).toEqual({
      total: 4,
      regions: { counts: [count('AM13', 2), count('AM01', 1)], silent: 1 },
      occupations: { counts: [count('tester', 2), count('beheerder', 1)], silent: 1 },
      contracts: { counts: [count('permanent', 2), count('temporary', 1)], silent: 1 },
      hours: {
        counts: [count('1-15', 1), count('16-23', 0), count('24-31', 1), count('32-35', 1), count('36-60', 2)],
        silent: 1,
      },
      remote: { counts: [count('1', 2), count('40', 2), count('100', 1)], silent: 2 },
      languages: { counts: [count('nl', 1)], silent: 3 },
      employers: { counts: [count('Voorbeeld BV', 3), count('100%_Werk', 1)], silent: 0 },
      noDiploma: 2,
      fittable: 1,
    })
    const narrowed = await vacancies.facets({ regions: ['AM13'], contracts: ['permanent'], noDiploma: true })
    expect(narrowed.total).toBe(1)
    expect(narrowed.regions.counts).toEqual([count('AM01', 1), count('AM13', 1)])
    expect(narrowed.contracts.counts).toEqual([count('permanent', 1)])
    expect(narrowed.noDiploma).toBe(1)
    // What a count promises, the list gives.
    for (const { value, count: promised } of all.regions.counts)
      expect(await vacancies.count({ regions: [value] })).toBe(promised)
    for (const { value, count: promised } of all.hours.counts) {
      const [hoursMin, hoursMax] = value.split('-').map(Number)
      expect([value, await vacancies.count({ hoursMin, hoursMax })]).toEqual([value, promised])
    }
    for (const { value, count: promised } of all.remote.counts)
      expect(await vacancies.count({ remote: Number(value) })).toBe(promised)
    await db.close()
  })
})

function count(value: string, number: number) {
  return { value, count: number }
}
