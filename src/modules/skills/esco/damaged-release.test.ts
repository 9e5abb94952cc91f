import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases, silentLog } from '../../../../test/databases.ts'
import { type Database, Invalid } from '../../../platform/index.ts'
import { createSkills, type Skills } from '../index.ts'
import { allOfIt, english, type Files, later, stagedRows, writeRelease } from './small-release.ts'

const line = (file: string, number: number): string => String(english[file]).split('\r\n')[number - 1]!
const changed = (file: string, from: string, to: string): Files => ({
  ...english,
  [file]: String(english[file]).replace(from, to),
})
const without = (file: string): Files => Object.fromEntries(Object.entries(english).filter(([name]) => name !== file))

describe.each(freshDatabases())(
  'damage fails the whole import with file, line and what to do, and leaves what was there, on $name:',
  ({ open }) => {
    let db: Database
    let skills: Skills
    let now = Date.parse('2026-11-25T12:00:00Z')

    beforeAll(async () => {
      db = await open()
      skills = createSkills({
        db,
        clock: { now: () => now++ },
        ids: { next: () => randomUUID(), token: () => randomUUID() },
        log: silentLog,
      })
      await skills.importEsco(writeRelease(later, 'v1.2.0'))
    })
    afterAll(async () => {
      await db.close()
    })

    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from('conceptUri,preferredLabel', 'utf16le')])
    const latin1 = Buffer.concat([
      Buffer.from(`${line('skills_en.csv', 1)}\r\n`),
      Buffer.from('KnowledgeSkillCompetence,caf\xe9\r\n', 'latin1'),
    ])
    const damages: [what: string, files: () => Files, where: string, says: RegExp][] = [
      [
        'a missing column',
        () => changed('skills_en.csv', 'preferredLabel', 'label_of_it'),
        'skills_en.csv:1',
        /"preferredLabel" is missing/,
      ],
      [
        'a missing relation column',
        () => changed('occupationSkillRelations.csv', 'skillUri', 'skil'),
        'occupationSkillRelations.csv:1',
        /"skillUri" is missing/,
      ],
      [
        'a row with too few fields',
        () => changed('occupationSkillRelations.csv', ',optional', ''),
        'occupationSkillRelations.csv:3',
        /3 fields and the header has 4/,
      ],
      [
        'a row with too many fields, after labels on several lines',
        () => changed('skills_en.csv', 'SQL', 'SQL,SQL'),
        'skills_en.csv:6',
        /11 fields/,
      ],
      ['a quote that never closes', () => changed('skills_en.csv', ',SQL,', ',"SQL,'), 'skills_en.csv:6', /never closed/],
      [
        'a quote in the wrong place',
        () => changed('skills_en.csv', ',SQL,', ',S"QL,'),
        'skills_en.csv:6',
        /where none may stand/,
      ],
      ['bytes that are not UTF-8', () => ({ ...english, 'skills_en.csv': latin1 }), 'skills_en.csv:2', /not UTF-8/],
      ['UTF-16', () => ({ ...english, 'skills_en.csv': utf16 }), 'skills_en.csv:1', /not UTF-8/],
      ['an empty file', () => ({ ...english, 'occupationSkillRelations.csv': '' }), 'occupationSkillRelations.csv:1', /empty/],
      ['a missing file', () => without('skillGroups_en.csv'), 'skillGroups_en.csv', /has no skillGroups_en.csv/],
      [
        'relations that are missing',
        () => without('occupationSkillRelations.csv'),
        'occupationSkillRelations.csv',
        /has no occupationSkillRelations/,
      ],
    ]

    test.each(damages)('%s', async (_what, files, where, says) => {
      const before = await allOfIt(db)
      const error = await skills.importEsco(writeRelease(files())).catch((thrown: unknown) => thrown)
      expect(error).toBeInstanceOf(Invalid)
      expect(error).toMatchObject({ where, message: expect.stringMatching(says) })
      expect(await allOfIt(db)).toEqual(before)
      expect(await stagedRows(db)).toBe(0)
    })

    test('after damage the import can be tried again', async () => {
      await expect(skills.importEsco(writeRelease(changed('skills_en.csv', ',SQL,', ',"SQL,')))).rejects.toThrow(Invalid)
      expect((await skills.importEsco(writeRelease(english))).changed).toBe(true)
      expect((await db.query('select status from import_run order by started_at')).slice(-2)).toEqual([
        { status: 'failed' },
        { status: 'done' },
      ])
    })
  },
)
