import { randomUUID } from 'node:crypto'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import { type Database, Invalid } from '../../platform/index.ts'
import { createSkills, type Skills } from './index.ts'
import { readStarterVocabulary } from './starter-vocabulary.ts'

const escoSql = 'http://data.europa.eu/esco/skill/598de5b0-5b58-4ea7-8058-a4bc4d18c742'

const sql = {
  id: 'sql',
  kind: 'language',
  nl: 'SQL',
  en: 'SQL',
  altNl: ['zoektaal'],
  descNl: 'Vragen stellen.',
  broader: ['data'],
  esco: escoSql,
}
const data = { id: 'data', kind: 'group', nl: 'Gegevens', en: 'Data' }
const excel = {
  id: 'excel',
  kind: 'tool',
  nl: 'Excel',
  en: 'Excel',
  altEn: ['spreadsheets'],
  related: ['sql'],
  broader: ['data'],
}
const analyst = {
  id: 'data-analyst',
  nl: 'Data-analist',
  en: 'Data analyst',
  isco: '2511',
  brc: '0811',
  ict: true,
  level: 2,
  nlqf: 6,
  skills: [
    { skill: 'excel', weight: 'somewhat' },
    { skill: 'sql', weight: 'essential', level: 3 },
  ],
}

function write(skills: readonly object[], occupations: readonly object[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'schakel-vocabulary-'))
  for (const [name, records] of Object.entries({ skills, occupations })) {
    mkdirSync(join(folder, name))
    writeFileSync(join(folder, name, 'data.json'), JSON.stringify(records))
  }
  return folder
}

describe('a vocabulary that cannot be used names file and record', () => {
  test.each<[what: string, skills: object[], occupations: object[], says: RegExp]>([
    ['an unknown kind', [data, { ...sql, kind: 'sort' }], [], /skills\/data\.json: record 2 \("sql"\): kind:/],
    ['an unknown field', [data, { ...sql, colour: 'red' }], [], /record 2 \("sql"\).*colour/],
    ['no Dutch name', [{ ...data, nl: '' }], [], /record 1 \("data"\): nl/],
    ['an id with capitals', [{ ...data, id: 'Data' }], [], /record 1 \("Data"\): id: .*small letters/],
    ['a link to nothing', [data, { ...sql, related: ['nosql'] }], [], /related: there is no skill "nosql"/],
    ['the same id twice', [data, data], [], /the id "data" is used twice/],
    ['one ESCO skill for two of ours', [data, sql, { ...excel, esco: escoSql }], [], /esco: .* is "sql" already/],
    [
      'an occupation that asks an unknown skill',
      [data],
      [analyst],
      /occupations\/data\.json: record 1 \("data-analyst"\): skills: there is no skill "excel"/,
    ],
    [
      'a weight we do not have',
      [data, sql, excel],
      [{ ...analyst, skills: [{ skill: 'sql', weight: 'optional' }] }],
      /skills\.0\.weight/,
    ],
    [
      'an e-CF code that does not exist',
      [data, { ...sql, ecf: ['D.12'] }],
      [],
      /skills\/data\.json: record 2 \("sql"\): ecf: there is no e-CF competence D\.12/,
    ],
    [
      'a level that the e-CF competence does not have',
      [data, sql, excel],
      [{ ...analyst, ecf: ['D.7:1-3'] }],
      /occupations\/data\.json: record 1 \("data-analyst"\): ecf: "D\.7:1-3": D\.7 .* levels 2 to 5 only/,
    ],
    ['a role that does not exist', [data, sql, excel], [{ ...analyst, ecsf: ['hacker'] }], /ecsf: there is no role "hacker"/],
    ['an old qualification', [data, sql, excel], [{ ...analyst, crebo: ['25604'] }], /crebo: 25604 .* is old; use 25998/],
    [
      'an unknown qualification',
      [data, sql, excel],
      [{ ...analyst, crebo: ['12345'] }],
      /crebo: there is no qualification 12345/,
    ],
    [
      'a BRC group that does not fit',
      [data, sql, excel],
      [{ ...analyst, brc: '0812' }],
      /brc: ISCO 2511 does not belong to BRC 0812/,
    ],
    [
      'an ISCO code that is not of ICT',
      [data, sql, excel],
      [{ ...analyst, isco: '5120' }],
      /isco: 5120 is no ISCO-08 code of ICT/,
    ],
  ])('%s', async (_what, skills, occupations, says) => {
    const error = await readStarterVocabulary(write(skills, occupations)).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(Invalid)
    expect((error as Invalid).message).toMatch(says)
  })

  test('a file that is no list, and a folder that is not there', async () => {
    const folder = write([data], [])
    writeFileSync(join(folder, 'skills', 'more.json'), '{"id": "x"}')
    await expect(readStarterVocabulary(folder)).rejects.toThrow(/skills\/more\.json must hold a list/)
    writeFileSync(join(folder, 'skills', 'more.json'), '[{')
    await expect(readStarterVocabulary(folder)).rejects.toThrow(/skills\/more\.json is not JSON/)
    await expect(readStarterVocabulary('/nowhere')).rejects.toThrow(/There is no folder/)
  })
})

describe.each(freshDatabases())('the starter vocabulary on $name', ({ open }) => {
  let db: Database
  let skills: Skills
  beforeEach(async () => {
    db = await open()
    skills = createSkills({
      db,
      clock: { now: () => Date.parse('2026-11-25T12:00:00Z') },
      ids: { next: () => randomUUID(), token: () => randomUUID() },
      log: silentLog,
    })
  })
  afterEach(async () => {
    await db.close()
  })
  const revision = async (): Promise<number> =>
    Number((await db.query<{ number: string }>(`select number from revision where area = 'skills'`))[0]!.number)

  test('becomes the catalogue', async () => {
    expect(skills.current().version).toBe('')
    expect(await skills.loadStarter(write([data, sql, excel], [analyst]))).toEqual({ changed: true, skills: 2, occupations: 1 })
    const catalogue = await skills.catalogue()
    expect(skills.current()).toBe(catalogue)
    expect(catalogue.version).toMatch(/^schakel [0-9a-f]{8}$/)
    expect(catalogue.get('schakel:occupation/data-analyst')).toEqual({
      id: 'schakel:occupation/data-analyst',
      scheme: 'schakel',
      type: 'occupation',
      status: 'current',
      ict: true,
      level: 2,
      nlqf: 6,
      codes: { isco: '2511', brc: '0811' },
    })
    expect(catalogue.skillsOf('schakel:occupation/data-analyst')).toEqual([
      { skill: 'schakel:skill/sql', weight: 'essential', level: 3 },
      { skill: 'schakel:skill/excel', weight: 'somewhat' },
    ])
    expect(catalogue.ictOccupations('nl').map(({ id }) => id)).toEqual(['schakel:occupation/data-analyst'])
    expect(catalogue.alternatives('schakel:skill/sql', 'nl')).toEqual(['zoektaal'])
    expect(catalogue.description('schakel:skill/sql', 'nl')).toBe('Vragen stellen.')
    expect(catalogue.description('schakel:skill/sql', 'en')).toBeUndefined()
    expect(catalogue.related('schakel:skill/sql')).toEqual(['schakel:skill/excel'])
    expect(catalogue.narrower('schakel:skill/data')).toEqual(['schakel:skill/excel', 'schakel:skill/sql'])
    expect(catalogue.label('schakel:skill/data', 'nl')).toBe('Gegevens')
    expect(catalogue.label('nothing', 'nl')).toBe('nothing')
    expect(catalogue.find('nothing')).toBeUndefined()
    expect(() => catalogue.get('nothing')).toThrow(/There is no concept with id "nothing"/)
  })

  test('is what the engine gets, with the ESCO skill it equals, also while ESCO is not loaded', async () => {
    await skills.loadStarter(write([data, sql, excel], [analyst]))
    const catalogue = await skills.catalogue()
    expect(catalogue.engineSkills()).toEqual([
      { id: 'schakel:skill/data', kind: 'group' },
      { id: 'schakel:skill/excel', kind: 'tool', broader: ['schakel:skill/data'], related: ['schakel:skill/sql'] },
      {
        id: 'schakel:skill/sql',
        kind: 'language',
        broader: ['schakel:skill/data'],
        exact: [escoSql],
        related: ['schakel:skill/excel'],
      },
    ])
    expect(catalogue.engineOccupations()).toEqual([{ id: 'schakel:occupation/data-analyst', implies: ['schakel:skill/sql'] }])
    expect(catalogue.standsFor(escoSql)).toBe('schakel:skill/sql')
    expect(catalogue.equals(escoSql)).toEqual(['schakel:skill/sql', escoSql])
    expect(catalogue.equals('schakel:skill/excel')).toEqual(['schakel:skill/excel'])
  })

  test('is found by every name in both languages; groups are not', async () => {
    await skills.loadStarter(write([data, sql, excel], [analyst]))
    const catalogue = await skills.catalogue()
    const find = (query: string) =>
      catalogue.search(query, { language: 'nl' }).map(({ label, matched, how }) => `${label} by ${matched}: ${how}`)
    expect(find('zoektaal')).toEqual(['SQL by zoektaal: exact'])
    expect(find('spreadshets')).toEqual(['Excel by spreadsheets: typo'])
    expect(find('analist')).toEqual(['Data-analist by Data-analist: word'])
    expect(find('gegevens')).toEqual([])
    expect([...catalogue.labels()].filter(({ concept }) => concept === 'schakel:skill/sql')).toEqual([
      { concept: 'schakel:skill/sql', type: 'skill', language: 'en', label: 'SQL' },
      { concept: 'schakel:skill/sql', type: 'skill', language: 'nl', label: 'SQL' },
      { concept: 'schakel:skill/sql', type: 'skill', language: 'nl', label: 'zoektaal' },
    ])
  })

  test('brings its codes, several of one system with a space between', async () => {
    const coded = { ...analyst, ecf: ['D.7:2-3', 'D.11'], ecsf: ['cybersecurity-auditor'], crebo: ['25998'] }
    await skills.loadStarter(write([data, { ...sql, ecf: ['D.7'] }, excel], [coded]))
    const catalogue = await skills.catalogue()
    expect(catalogue.get('schakel:occupation/data-analyst').codes).toEqual({
      isco: '2511',
      brc: '0811',
      ecf: 'D.7:2-3 D.11',
      ecsf: 'cybersecurity-auditor',
      crebo: '25998',
    })
    expect(catalogue.get('schakel:skill/sql').codes).toEqual({ ecf: 'D.7' })
    expect(catalogue.get('schakel:skill/excel').codes).toEqual({})
  })

  test('loaded again changes nothing; changed, it is replaced, and what left stays as obsolete', async () => {
    await skills.loadStarter(write([data, sql, excel], [analyst]))
    const first = await skills.catalogue()
    expect(await revision()).toBe(1)
    expect(await skills.loadStarter(write([data, sql, excel], [analyst]))).toMatchObject({ changed: false })
    expect(await revision()).toBe(1)
    expect(await skills.catalogue()).toBe(first)

    await skills.loadStarter(write([data, { ...sql, nl: 'SQL (taal)', altNl: [] }], []))
    const second = await skills.catalogue()
    expect(await revision()).toBe(2)
    expect(second.label('schakel:skill/sql', 'nl')).toBe('SQL (taal)')
    expect(second.alternatives('schakel:skill/sql', 'nl')).toEqual([])
    expect(second.get('schakel:skill/excel').status).toBe('obsolete')
    expect(second.label('schakel:skill/excel', 'nl')).toBe('Excel')
    expect(second.search('excel', { language: 'nl' })).toEqual([])
    expect(second.engineOccupations()).toEqual([])
  })

  test('that comes with Schakel can be loaded', async () => {
    const report = await skills.loadStarter(join(import.meta.dirname, '../../../data/vocabulary'))
    expect(report.skills).toBeGreaterThanOrEqual(750)
    expect(report.occupations).toBeGreaterThanOrEqual(120)
    const catalogue = await skills.catalogue()
    expect(catalogue.ictOccupations('nl').length).toBeGreaterThanOrEqual(60)
    expect(catalogue.get('schakel:occupation/penetration-tester').codes).toMatchObject({
      ecf: 'B.3:4',
      ecsf: 'penetration-tester',
    })
    expect(catalogue.search('systeembeheerder', { language: 'nl', type: 'occupation' })[0]).toMatchObject({ how: 'exact' })
  })
})
