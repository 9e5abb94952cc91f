import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../../test/databases.ts'
import { Conflict, type Database } from '../../../platform/index.ts'
import { createSkills, type Skills } from '../index.ts'
import { allOfIt, dutch, english, type Files, later, stagedRows, uri, writeRelease, writeZip, zipOf } from './small-release.ts'

describe.each(freshDatabases())('importing ESCO on $name', ({ open }) => {
  let db: Database
  let skills: Skills
  let now: number
  const create = (): Skills =>
    createSkills({ db, clock: { now: () => now }, ids: { next: () => randomUUID(), token: () => randomUUID() }, log: silentLog })

  beforeEach(async () => {
    db = await open()
    now = Date.parse('2026-11-25T12:00:00Z')
    skills = create()
  })
  afterEach(async () => {
    await db.close()
  })

  describe('a release', () => {
    test('is counted, labelled in every language that is there, and linked', async () => {
      const report = await skills.importEsco([writeRelease(english, 'esco-en-1.1.1'), writeRelease(dutch, 'esco-nl-1.1')])
      expect(report).toMatchObject({ changed: true, version: '1.1.1', lostClaims: [] })
      expect(report.counts).toMatchObject({
        skills: 3,
        occupations: 1,
        groups: 2,
        relations: 2,
        relationsKept: 2,
        broader: 3,
        related: 1,
        rejected: 0,
        labelled: { en: { skills: 3, occupations: 1 }, nl: { skills: 2, occupations: 1 } },
      })
      const catalogue = await skills.catalogue()
      expect(catalogue.version).toBe('esco 1.1.1')
      expect(catalogue.get(uri('occupation/dba'))).toMatchObject({
        type: 'occupation',
        codes: { isco: '2521' },
        ict: false,
        status: 'current',
      })
      expect(catalogue.skillsOf(uri('occupation/dba'))).toEqual([
        { skill: uri('skill/sql'), weight: 'essential' },
        { skill: uri('skill/python'), weight: 'somewhat' },
      ])
      expect(catalogue.get(uri('skill/python')).kind).toBe('knowledge')
      expect(catalogue.get(uri('skill/tuning')).kind).toBe('capability')
      expect(catalogue.get(uri('group/software'))).toMatchObject({ type: 'group', kind: 'group' })
      expect(catalogue.broader(uri('skill/python'))).toEqual([uri('group/software')])
      expect(catalogue.narrower(uri('skill/sql'))).toEqual([uri('skill/tuning')])
      expect(catalogue.related(uri('skill/tuning'))).toEqual([uri('skill/sql')])
      expect(catalogue.alternatives(uri('skill/tuning'), 'en')).toEqual(['improve queries', 'speed up queries'])
      expect(catalogue.alternatives(uri('occupation/dba'), 'en')).toEqual(['DBA', 'database manager'])
      expect(catalogue.search('databse admin', { language: 'en' })[0]).toMatchObject({
        label: 'database administrator',
        how: 'exact',
      })
      expect(catalogue.description(uri('skill/tuning'), 'en')).toBe('Make queries fast, "really" fast.')
    })

    test('takes the Dutch word of a collection before that of a gathered list, which becomes another word for it', async () => {
      await skills.importEsco([writeRelease(english), writeRelease(dutch)])
      const catalogue = await skills.catalogue()
      expect(catalogue.label(uri('skill/tuning'), 'nl')).toBe('zoekvragen versnellen')
      expect(catalogue.alternatives(uri('skill/tuning'), 'nl')).toEqual(['queries versnellen', 'query tuning', 'sneller zoeken'])
      expect(catalogue.label(uri('skill/python'), 'nl')).toBe('Python')
    })

    test('read again, also as a zip file or without its second language, changes nothing and says so', async () => {
      await skills.importEsco([writeRelease(english), writeRelease(dutch)])
      const before = await allOfIt(db)
      for (const path of [writeRelease(english), writeZip(zipOf(english)), writeRelease(dutch)]) {
        const report = await skills.importEsco(path)
        expect(report.changed).toBe(false)
        expect(report.message).toContain('Nothing was changed')
      }
      expect(await allOfIt(db)).toEqual(before)
    })

    test('comes from a zip file too', async () => {
      const report = await skills.importEsco(writeZip(zipOf(english)))
      expect(report).toMatchObject({ version: '1.1.1', counts: { skills: 3, occupations: 1, relations: 2 } })
    })

    test('leaves the starter vocabulary and other schemes as they are', async () => {
      await db.query(`insert into scheme values ('schakel', 'Schakel', '1', 's', 'l', 'c', now())`)
      await db.query(
        `insert into concept (id, scheme, type, kind, since_version) values ('schakel:skill/sql', 'schakel', 'skill', 'language', '1')`,
      )
      await db.query(`insert into concept_label values ('schakel:skill/sql', 'nl', 'preferred', 'SQL')`)
      await db.query(`insert into concept_relation values ('schakel:skill/sql', 'exact', $1)`, [uri('skill/sql')])
      await skills.importEsco(writeRelease(english))
      await skills.importEsco(writeRelease(later, 'v1.2.0'))
      const catalogue = await skills.catalogue()
      expect(catalogue.version).toBe('schakel 1, esco 1.2.0')
      expect(catalogue.standsFor(uri('skill/sql'))).toBe('schakel:skill/sql')
      expect(catalogue.search('sql', { language: 'nl' }).map(({ concept }) => concept.id)).toEqual(['schakel:skill/sql'])
    })

    test('is named by its checksum when no version stands in the name, and by what one says', async () => {
      expect((await skills.importEsco(writeRelease(english, 'classification'))).version).toMatch(/^unknown-[0-9a-f]{8}$/)
      expect((await skills.importEsco(writeRelease(later, 'classification'), { version: '9.9' })).version).toBe('9.9')
    })

    test('tells how far it is, and stops when asked', async () => {
      const steps: string[] = []
      await skills.importEsco(writeRelease(english), { progress: ({ what }) => steps.push(what) })
      expect(steps).toEqual(
        expect.arrayContaining(['skills_en.csv', 'concepts', 'labels', 'occupationSkillRelations.csv', 'switching over']),
      )
      const before = await allOfIt(db)
      const stop = new AbortController()
      const stopped = skills.importEsco(writeRelease(later), {
        signal: stop.signal,
        progress: ({ what }) => {
          if (what === 'labels') stop.abort()
        },
      })
      await expect(stopped).rejects.toThrow(Conflict)
      expect(await allOfIt(db)).toEqual(before)
      expect(await stagedRows(db)).toBe(0)
    })
  })

  describe('labels in another language', () => {
    test('can come later, and stay when a later release has none', async () => {
      await skills.importEsco(writeRelease(english))
      const report = await skills.importEsco(writeRelease(dutch))
      expect(report.counts).toMatchObject({ skills: 3, occupations: 1, added: 0, vanished: 0 })
      let catalogue = await skills.catalogue()
      expect(catalogue.label(uri('occupation/dba'), 'nl')).toBe('databasebeheerder')
      expect(catalogue.label(uri('occupation/dba'), 'en')).toBe('database administrator')
      expect(catalogue.skillsOf(uri('occupation/dba'))).toHaveLength(2)

      await skills.importEsco(writeRelease(later, 'v1.2.0'))
      catalogue = await skills.catalogue()
      expect(catalogue.label(uri('occupation/dba'), 'nl')).toBe('databasebeheerder')
      expect(catalogue.alternatives(uri('occupation/dba'), 'en')).toEqual(['DBA'])
    })

    test('alone, without a release, are refused', async () => {
      await expect(skills.importEsco(writeRelease(dutch))).rejects.toThrow(/labels only/)
    })

    test('can be chosen', async () => {
      const report = await skills.importEsco([writeRelease(english), writeRelease(dutch)], { language: 'en' })
      expect(Object.keys(report.counts!.labelled)).toEqual(['en'])
    })
  })

  describe('an upgrade', () => {
    beforeEach(async () => {
      await skills.importEsco(writeRelease(english))
    })

    test('keeps every old URI, follows replacements, and keeps since when a concept is there', async () => {
      const report = await skills.importEsco(writeRelease(later, 'ESCO v1.2.0'))
      expect(report).toMatchObject({ version: '1.2.0', counts: { skills: 2, added: 1, vanished: 1 } })
      const catalogue = await skills.catalogue()
      expect(catalogue.get(uri('skill/tuning'))).toMatchObject({ status: 'obsolete' })
      expect(catalogue.label(uri('skill/tuning'), 'en')).toBe('tune queries')
      expect(catalogue.get(uri('skill/python'))).toMatchObject({
        status: 'obsolete',
        replacedBy: uri('skill/python-programming'),
      })
      expect(catalogue.standsFor(uri('skill/python'))).toBe(uri('skill/python-programming'))
      expect(catalogue.search('python', { language: 'en' }).map(({ concept }) => concept.id)).toEqual([
        uri('skill/python-programming'),
      ])
      expect(catalogue.engineSkills()).toContainEqual({
        id: uri('skill/python'),
        kind: 'knowledge',
        exact: [uri('skill/python-programming')],
      })
      const since = await db.query('select id, since_version from concept where id = any($1::text[]) order by id', [
        [uri('skill/sql'), uri('skill/python-programming')],
      ])
      expect(since.map((row) => row.since_version)).toEqual(['1.2.0', '1.1.1'])
    })

    test('reports what people said about concepts that have no successor', async () => {
      const profile = {
        occupations: [],
        answers: { [uri('skill/tuning')]: 'yes', [uri('skill/python')]: 3, [uri('skill/sql')]: 'yes' },
      }
      await db.query(`insert into draft_profile values ('hash', $1::jsonb, now(), now(), now())`, [profile])
      await db.query(`insert into pool_person (id, profile) values ('p1', $1::jsonb), ('p2', $1::jsonb)`, [profile])
      const report = await skills.importEsco(writeRelease(later, 'v1.2.0'))
      expect(report.lostClaims).toEqual([{ concept: uri('skill/tuning'), drafts: 1, pool: 2 }])
      expect(report.message).toContain(`${uri('skill/tuning')}: 1 profiles, 2 people in the statistics`)
    })
  })

  test('single bad rows are rejected with line and reason, and the rest is used', async () => {
    const bad: Files = {
      ...english,
      'skills_en.csv': `${english['skills_en.csv']}Knowledge,not a uri,knowledge,,X,,,released,,\r\nKnowledge,${uri('skill/x')},knowledge,,,,,released,,\r\n`,
      'occupationSkillRelations.csv': `${english['occupationSkillRelations.csv']}${uri('occupation/dba')},essential,knowledge,${uri('skill/nowhere')}\r\n${uri('occupation/dba')},perhaps,knowledge,${uri('skill/tuning')}\r\n`,
    }
    const report = await skills.importEsco(writeRelease(bad))
    expect(report.counts).toMatchObject({ skills: 3, relations: 4, relationsKept: 2, rejected: 4 })
    const rejects = await db.query('select place, reason, record from import_reject where run = $1 order by number', [report.run])
    expect(rejects.map(({ place, reason }) => `${place} ${reason}`)).toEqual([
      'skills_en.csv:7 "not a uri" is not the URI of a concept',
      'skills_en.csv:8 the label is empty',
      `occupationSkillRelations.csv:4 ${uri('skill/nowhere')} is not in the release`,
      'occupationSkillRelations.csv:5 the relation type "perhaps" is neither essential nor optional',
    ])
    expect(rejects[0]!.record).toContain('not a uri')
  })

  describe('a run', () => {
    test('refuses a second one beside it', async () => {
      await db.query(
        `insert into import_run (id, kind, source, started_at, status) values ('first', 'esco', 'x', '2026-11-25T11:59:30Z', 'running')`,
      )
      await expect(skills.importEsco(writeRelease(english))).rejects.toThrow(Conflict)
      expect(await skills.catalogue()).toMatchObject({ version: '' })
    })

    test('that a killed process left behind is failed at the next start, and what it staged is gone', async () => {
      await db.query(
        `insert into import_run (id, kind, source, started_at, status) values ('dead', 'esco', 'x', '2026-11-25T11:50:00Z', 'running')`,
      )
      await db.query(`insert into concept_next (id, scheme, type, since_version) values ('x', 'esco', 'skill', '1')`)
      expect(await create().repairRuns()).toBe(1)
      expect(await stagedRows(db)).toBe(0)
      expect(await db.query(`select status, message from import_run`)).toEqual([
        { status: 'failed', message: expect.stringContaining('import the release again') },
      ])
      expect((await skills.importEsco(writeRelease(english))).changed).toBe(true)
    })

    test('of another process that is alive is left alone on PostgreSQL', async () => {
      await db.query(
        `insert into import_run (id, kind, source, started_at, alive_at, status)
         values ('alive', 'esco', 'x', '2026-11-25T11:00:00Z', '2026-11-25T11:59:30Z', 'running')`,
      )
      // On PGlite there is no other process: the run must be dead.
      expect(await create().repairRuns()).toBe(db.kind === 'pglite' ? 1 : 0)
    })
  })
})
