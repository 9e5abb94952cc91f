import { describe, expect, test } from 'vitest'
import type { OfferingRecord, Programme } from '../../modules/trainings/index.ts'
import { monthsAfter, nextStart, programmeParams, searchProgrammes, type Taught } from './programme-search.ts'
import { readSearch } from './query.ts'

const today = '2026-11-25'

function taught(
  id: string,
  facts: Partial<Programme['facts']>,
  ...offerings: Partial<OfferingRecord['facts'] & { region: string }>[]
): Taught {
  return {
    programme: {
      id,
      demo: false,
      title: { nl: `Cursus ${id}`, en: `Course ${id}` },
      provider: 'Leerhuis',
      description: { nl: '-', en: '-' },
      source: 'test',
      facts: { form: 'course', outcomes: [], prerequisites: [], weeks: 4, hoursPerWeek: 8, ...facts },
    },
    offerings: offerings.map(({ region, ...own }, index) => ({
      id: `${id}-${index}`,
      programme: id,
      demo: false,
      ...(region === undefined ? {} : { region }),
      facts: { online: false, funding: [], rolling: false, starts: [], ...own },
    })),
  }
}

const world = [
  taught(
    'sql',
    { outcomes: [{ skill: 'sql', level: 2 }] },
    { region: 'AM13', feeEuro: 900, starts: [{ date: '2026-12-10' }] },
    { online: true, feeEuro: 0, rolling: true },
  ),
  taught(
    'linux',
    { outcomes: [{ skill: 'linux', level: 2 }], hoursPerWeek: 20 },
    { region: 'AM13', feeEuro: 400, starts: [{ date: '2027-08-01' }] },
  ),
  taught('silent', { form: 'dual' }),
]

const ask = (query: string) => {
  const { found, facets } = searchProgrammes(world, readSearch(new URLSearchParams(query), programmeParams), today, (id) => id)
  return { ids: found.map(({ programme }) => programme.id), facets, found }
}

describe('searching programmes', () => {
  test('without filters all, by first start; without a known start last', () => {
    expect(ask('').ids).toEqual(['sql', 'linux', 'silent'])
    expect(ask('sort=price').ids).toEqual(['sql', 'linux', 'silent'])
    expect(ask('sort=title').ids).toEqual(['linux', 'silent', 'sql'])
  })

  test('conditions must hold for one and the same offering', () => {
    expect(ask('region=AM13').ids).toEqual(['sql', 'linux'])
    expect(ask('price=0').ids).toEqual(['sql'])
    // It is free online, and given in AM13 - but not both at once.
    expect(ask('region=AM13&price=0').ids).toEqual([])
    expect(ask('region=AM13&start=1').found[0]?.offerings).toHaveLength(1)
  })

  test('a facet counts what another choice of it would give, under the other filters', () => {
    const { facets } = ask('skill=sql&region=online')
    expect(facets.skill.counts.get('sql')).toBe(1)
    expect(facets.skill.counts.get('linux')).toBeUndefined()
    expect(facets.region.counts.get('AM13')).toBe(1)
    expect(facets.price.counts.get('0')).toBe(1)
    for (const [name, { counts }] of Object.entries(ask('').facets))
      for (const [value, count] of counts) expect(ask(`${name}=${value}`).ids, `${name}=${value}`).toHaveLength(count)
  })

  test('what is not known is silent, and can be asked for', () => {
    expect(ask('').facets.price.silent).toBe(1)
    expect(ask('ask=yes').ids).toEqual(['silent'])
  })

  test('the next start is the first that is to come; at any time is today', () => {
    expect(nextStart({ ...world[0]!.offerings[0]! }, '2026-12-11')).toBeUndefined()
    expect(nextStart(world[0]!.offerings[1]!, today)).toBe(today)
    expect(monthsAfter('2026-11-25', 3)).toBe('2027-02-25')
  })
})
