/** Every file of the SETU standard that we have, and what becomes of it: the documented result of docs/guides/import-vacancies.md. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { smallCatalogue } from '../../../../test/worlds/small-catalogue.ts'
import { findRecords } from '../intake/find-records.ts'
import type { FoundRecord } from '../intake/record-format.ts'
import { postingContext } from '../job-postings/posting-context.ts'
import { setuFormat } from './setu-format.ts'

const folder = join(process.env.SCHAKEL_SHARED_DATA ?? '', 'standards/setu-vacancies')
const catalogue = smallCatalogue([{ id: 'werktuigbouwkundige', type: 'occupation', nl: ['werktuigbouwkundige'] }])
const groningen = { at: [53.2, 6.6] as const, region: 'AM01', name: 'Groningen' }
const context = postingContext(
  catalogue,
  ({ municipality }) => (municipality === 'Groningen' ? groningen : undefined),
  '2026-11-25',
)

/** What all examples say: they are one vacancy, more or less of it told. */
const same = {
  employer: 'Bedrijf A',
  language: 'nl',
  occupation: 'werktuigbouwkundige',
  placeName: 'Groningen',
  region: 'AM01',
  requirements: [],
  facts: {
    at: [53.2, 6.6],
    hours: [32, 40],
    // 3000 to 4000 per four weeks of 40 hours.
    wageCents: [1875, 2500],
    workLevel: { level: 6 },
    experienceYears: 3,
    licences: ['B'],
    contract: 'permanent',
  },
}
const functionName = 'Werktuigbouwkundige'
const fullTitle = 'Werktuigbouwkundige voor mechanische apparaten land- en tuinbouw'
const page = 'http://www.recruitmentbedrijfb.nl/werktuigbouwkundige/vacancy'
const form = 'http://www.recruitmentbedrijfb.nl/werktuigbouwkundige/solliciteren'
const closes = { closesOn: '2011-10-31' }

const expected: Readonly<Record<string, object | string>> = {
  '20170502 - PositionOpeningNLExample1p1-vacancy.xml': { ...same, title: functionName },
  '20170502 - PositionOpeningNLExample1p1-vacancy++.xml': { ...same, title: functionName, ...closes, sourceUrl: page },
  'PositionOpeningNLExample - advertisement.xml': {
    ...{ ...same, title: fullTitle, ...closes, sourceUrl: form, publishedOn: '2011-09-16' },
  },
  'PositionOpeningNLExample - vacancy.xml': { ...same, title: fullTitle },
  'PositionOpeningNLExample - vacancy++.xml': { ...same, title: fullTitle, ...closes, sourceUrl: page },
  'PositionOpeningNLExample1p1-advertisement.xml': {
    ...{ ...same, title: fullTitle, ...closes, sourceUrl: form, publishedOn: '2011-09-16' },
  },
  'PositionOpeningNLExample1p1-vacancy.xml': { ...same, title: functionName },
  'PositionOpeningNLExample1p1-vacancy++.xml': { ...same, title: functionName, ...closes, sourceUrl: page },
  // Not messages but the rules for them, as Schematron.
  'Vacancies-v1.0-PositionOpeningNL.xml': 'There is no PositionOpeningNL in',
  'Vacancies-v1.1-PositionOpeningNL.xml': 'There is no PositionOpeningNL in',
}

async function find(file: string): Promise<FoundRecord[]> {
  const found: FoundRecord[] = []
  for await (const one of findRecords(join(folder, file))) found.push(one)
  return found
}

describe.skipIf(!existsSync(folder))('SETU files (needs SCHAKEL_SHARED_DATA)', () => {
  test('each is in the table', () => expect(Object.keys(expected).sort()).toEqual(readdirSync(folder).sort()))

  test.each(Object.entries(expected))('%s', async (file, result) => {
    const [found, ...others] = await find(file)
    expect(others).toEqual([])
    if (typeof result === 'string') {
      expect(found?.problem).toContain(result)
      return
    }
    // The raw record is the element as it stands in the file.
    const xml = String(found?.content?.xml)
    expect(readFileSync(join(folder, file), 'utf8')).toContain(xml)
    expect(setuFormat.identify({ xml }, 'x')).toBe('id:bedrijf a|123456')
    const read = setuFormat.read({ xml }, context)
    if (!('vacancy' in read)) throw new Error(JSON.stringify(read))
    const { description, ...vacancy } = read.vacancy
    expect(vacancy).toEqual(result)
    expect(description).toContain('energiezuinige mechanische apparaten')
    expect(description).toContain('Wij bieden:\nGoede primaire voorwaarde')
    expect(read.warnings).toEqual([
      expect.stringContaining('hoofdrekenen'),
      expect.stringContaining('language nl is named without a level of CEFR'),
      expect.stringContaining('language en is named without a level of CEFR'),
    ])
    // Nobody to reach is in what is shown.
    expect(JSON.stringify(vacancy) + description).not.toMatch(/janssen|pietersen|\+31|@/i)
  })
})
