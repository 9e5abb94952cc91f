import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../test/databases.ts'
import type { Database } from '../../platform/index.ts'
import { createSkills, type EscoReport, type Skills } from './index.ts'

const shared = process.env.SCHAKEL_SHARED_DATA ?? ''
const english = join(shared, 'esco-en-1.1.1')
const dutch = join(shared, 'esco-nl-1.1')
const isThere = shared !== '' && existsSync(english)

// Without SCHAKEL_SHARED_DATA (the folder with the release) there is nothing to read: skipped.
describe.skipIf(!isThere).each(freshDatabases())('the real release of ESCO (needs SCHAKEL_SHARED_DATA) on $name', ({ open }) => {
  let db: Database
  let skills: Skills
  let report: EscoReport
  let answeredMeanwhile = 0

  beforeAll(async () => {
    db = await open()
    skills = createSkills({
      db,
      clock: { now: () => Date.now() },
      ids: { next: () => randomUUID(), token: () => randomUUID() },
      log: silentLog,
    })
    await skills.loadStarter(join(import.meta.dirname, '../../../data/vocabulary'))
    let running = true
    const others = (async () => {
      while (running) {
        await db.query('select count(*) from vacancy')
        answeredMeanwhile++
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    })()
    report = await skills.importEsco([english, dutch])
    running = false
    await others
  }, 600_000)
  afterAll(async () => {
    await db?.close()
  })

  test('is counted as the release says, with Dutch labels where there are', () => {
    expect(report.counts).toMatchObject({
      skills: 13_896,
      occupations: 3_007,
      groups: 1_259,
      relations: 123_855,
      // 67 relations name an occupation that this release does not have.
      relationsKept: 123_788,
      labelled: { en: { skills: 13_896, occupations: 3_007 }, nl: { skills: 7_015, occupations: 3_007 } },
    })
    expect(report.message).toContain('13,896 skills, 3,007 occupations, 123,855 relations')
  })

  test('lets others use the record meanwhile', () => {
    // How long it takes is measured, not tested: machines differ. One question between two batches would be few.
    expect(answeredMeanwhile).toBeGreaterThan(50)
  })

  test('again changes nothing', async () => {
    expect((await skills.importEsco([english])).changed).toBe(false)
    expect((await skills.importEsco([dutch, english])).changed).toBe(false)
  })

  test('is found in both languages, the starter vocabulary standing for what equals it', async () => {
    const catalogue = await skills.catalogue()
    const first = (query: string, language: 'nl' | 'en' = 'nl') => catalogue.search(query, { language })[0]
    expect(first('python')).toMatchObject({ concept: { scheme: 'schakel' }, how: 'exact' })
    expect(first('pyhton')).toMatchObject({ how: 'typo' })
    expect(first('toneelmeester')).toMatchObject({ label: 'inspiciënt', matched: 'toneelmeester', how: 'exact' })
    expect(first('technical director')).toMatchObject({ label: 'inspiciënt', how: 'exact' })
    expect(first('technical director', 'en')).toMatchObject({ label: 'technical director' })
  })

  test('gives the engine its skills, shelves as groups', async () => {
    const catalogue = await skills.catalogue()
    const engineSkills = catalogue.engineSkills()
    expect(engineSkills.length).toBeGreaterThan(13_896 + 640)
    expect(engineSkills.filter(({ kind }) => kind === 'group').length).toBeGreaterThanOrEqual(640)
    expect(catalogue.engineSkills()).toBe(engineSkills)
    expect(catalogue.engineOccupations().filter(({ id }) => id.startsWith('http')).length).toBe(3_007)
  })
})

test.runIf(!isThere)('the real release of ESCO is not here: set SCHAKEL_SHARED_DATA to test on it', () => {})
