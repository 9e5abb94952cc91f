import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ServedApi, serveApi } from '../../../test/api/serve-api.ts'
import type { Rule } from '../rules/index.ts'
import type { Opening } from '../vacancies/index.ts'
import { occupationOf, slugOf } from './slug.ts'
import { groupWageOf, wagesOf } from './wages.ts'

const vacancy = (wageCents?: [number, number]): Opening => ({ wageCents })

describe('wages of vacancies', () => {
  test('each counts by the middle of its range; what names none is counted apart', () => {
    const wages = wagesOf([
      vacancy([1000, 2000]),
      vacancy([2000, 2000]),
      vacancy([900, 1100]),
      vacancy([3000, 3200]),
      vacancy([1800, 2000]),
    ])
    expect(wages).toEqual({ named: 5, notNamed: 0, range: { lowCents: 1500, middleCents: 1900, highCents: 2000 } })
  })

  test('too few wages give no range', () => {
    expect(wagesOf([vacancy([1000, 2000]), vacancy(), vacancy()])).toEqual({ named: 1, notNamed: 2 })
  })
})

describe('wages of a group', () => {
  const rule = (part: string, value: number | null, validFrom: string): Rule => ({
    id: `hourly-wage-0811-${part}`,
    title: { nl: 'loon', en: 'wage' },
    value,
    unit: 'centsPerHour',
    validFrom,
    source: 'a source',
    checkedOn: '2026-11-23',
    certainty: value === null ? 'unknown' : 'seen',
  })
  const group = { code: '0811', label: 'Ontwikkelaars' }

  test('the newest year counts, and its three figures belong together', () => {
    const old = [rule('p25', 1, '2023-01-01'), rule('p50', 2, '2023-01-01'), rule('p75', 3, '2023-01-01')]
    const now = [rule('p25', 10, '2024-01-01'), rule('p50', 20, '2024-01-01'), rule('p75', 30, '2024-01-01')]
    expect(groupWageOf([...old, ...now], group, 'nl')).toMatchObject({
      range: { lowCents: 10, middleCents: 20, highCents: 30 },
      from: '2024-01-01',
      source: 'a source',
    })
    expect(groupWageOf([...old, ...now.slice(1)], group, 'nl')?.range).toBeUndefined()
  })

  test('a figure that is not known is said to be unknown; no row at all is no group wage', () => {
    const unknown = groupWageOf([rule('p50', null, '2024-01-01')], group, 'nl')
    expect(unknown).toMatchObject({ group: '0811', source: 'a source' })
    expect(unknown?.range).toBeUndefined()
    expect(groupWageOf([], group, 'nl')).toBeUndefined()
  })
})

describe('occupations of the starter vocabulary on a demo world', () => {
  let served: ServedApi
  beforeAll(async () => {
    served = await serveApi()
  })
  afterAll(() => served.close())

  const occupations = () => served.modules.occupations

  test('every occupation has a page under its slug, with counts that hold together', async () => {
    const { catalogue } = await served.modules.residents.current()
    const vacancies = await served.modules.vacancies.allPublished()
    const all = await occupations().list({ language: 'nl' })
    expect(all.length).toBeGreaterThan(100)
    for (const { id, slug, openings } of all) {
      const view = await occupations().get(slug, 'nl')
      expect(view.id).toBe(id)
      const inRegions = view.regions.reduce((sum, region) => sum + region.openings, 0)
      expect(inRegions + view.openingsWithoutRegion).toBe(openings)
      for (const near of [...view.from, ...view.to]) {
        expect(near.has).toBeGreaterThan(0)
        expect(near.has + near.missing.length).toBe(near.outOf)
        expect(near.alike).toBeLessThanOrEqual(near.missing.length)
        if (near.programme) expect(near.programme.outOf).toBe(near.missing.length)
      }
      expect(view.to.every(({ ict }) => ict)).toBe(true)
    }
    const counted = all.reduce((sum, { openings }) => sum + openings, 0)
    const named = vacancies.filter(({ occupation }) => occupation && catalogue.find(occupation))
    expect(counted).toBe(named.length)
  })

  test('has counts essentials that the other asks, or asks a kind of: told again by hand', async () => {
    const { catalogue } = await served.modules.residents.current()
    const view = await occupations().get('system-administrator', 'en')
    const general = (id: string): string[] => catalogue.broader(id).flatMap((one) => [one, ...general(one)])
    const essentials = catalogue.skillsOf(view.id).filter(({ weight }) => weight === 'essential')
    for (const { id, has } of view.from) {
      const brought = new Set(
        catalogue
          .skillsOf(id)
          .filter(({ weight }) => weight !== 'somewhat')
          .flatMap(({ skill }) => [skill, ...general(skill)]),
      )
      expect(has, id).toBe(essentials.filter(({ skill }) => brought.has(skill)).length)
    }
  })

  test('a word finds occupations by any of their names; a slug that is not there is 404', async () => {
    const found = await occupations().list({ language: 'nl', text: 'helpdeskmedewerker' })
    expect(found[0]?.slug).toBe('servicedesk-employee')
    expect(await occupations().find('does-not-exist', 'nl')).toBeUndefined()
    const response = await served.app.inject({ url: '/api/v1/occupations/does-not-exist' })
    expect(response.statusCode).toBe(404)
  })

  test('the API says what the page is made of', async () => {
    const view = await occupations().get('system-administrator', 'en')
    const response = await served.app.inject({ url: '/api/v1/occupations/system-administrator?language=en' })
    expect(response.json()).toEqual(JSON.parse(JSON.stringify(view)))
    expect(view.groupWage).toMatchObject({ group: '0812', range: { middleCents: 3410 } })
    const ict = (await served.app.inject({ url: '/api/v1/occupations?kind=ict' })).json()
    expect(ict.items.every((one: { ict: boolean }) => one.ict)).toBe(true)
  })

  test('an id of ESCO leads to the occupation of ours that equals it', async () => {
    const { catalogue } = await served.modules.residents.current()
    const [own, esco] = catalogue.equals('schakel:occupation/servicedesk-employee')
    expect(esco).toMatch(/^http:\/\/data\.europa\.eu\/esco\//)
    expect((await occupations().get(esco ?? '', 'nl')).id).toBe(own)
    expect(slugOf(occupationOf('servicedesk-employee', catalogue))).toBe('servicedesk-employee')
  })
})
