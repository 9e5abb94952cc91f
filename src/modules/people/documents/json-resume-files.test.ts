/** Every file of the JSON Resume standard that we have, and what becomes of it: as a whole, and each case that a file of cases holds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../../test/databases.ts'
import { Invalid } from '../../../platform/index.ts'
import type { Catalogue } from '../../skills/index.ts'
import { catalogueForTests, linesOf } from '../cv/catalogue-for-tests.ts'
import { readResume } from '../cv/read-resume.ts'
import { openCv } from './open-cv.ts'

const folder = join(process.env.SCHAKEL_SHARED_DATA ?? '', 'standards/json-resume')
const today = '2026-11-25'
const noResume = 'This is JSON, but no JSON Resume (jsonresume.org).'

interface Result {
  /** What is said when the file itself is given as a CV: lines of the proposal, or the refusal. */
  readonly given: readonly string[] | string
  /** Resumes within the file, by name: those that are refused with the place, and how many are read. What is never read cannot be wrong. */
  readonly cases?: { readonly read: number; readonly refused: Readonly<Record<string, string>> }
}

const expected: Readonly<Record<string, Result>> = {
  'sample.resume.json': {
    given: [
      'skill Web development 4 < Web Development @ skills[0].name',
      'skill HTML 4 < HTML @ skills[0].keywords[0]',
      'skill CSS 4 < CSS @ skills[0].keywords[1]',
      'skill JavaScript 4 < Javascript @ skills[0].keywords[2]',
      'skill Algorithms and data structures yes < algorithm @ work[0].summary',
      'skill SQL 1 < SQL @ education[0].courses[0]',
      'skill Java yes < Java @ education[0].courses[1]',
      'skill Programming yes < coding @ volunteer[0].summary',
      'occupation Software developer < Programmer @ basics.label',
      'language en 6 < English, Native speaker @ languages[0]',
      'diploma 6 in 061 < Bachelor, Information Technology @ education[0].studyType',
      'work level 6',
      'years 1',
    ],
  },
  'basics.json': {
    given: noResume,
    cases: { read: 33, refused: { basicsInvalid: 'basics', labelInvalid: 'basics.label', summaryInvalid: 'basics.summary' } },
  },
  'work.json': {
    given: noResume,
    cases: {
      read: 19,
      refused: {
        workInvalid: 'work',
        positionInvalid: 'work[0].position',
        startDateInvalid: 'work[0].startDate',
        endDateInvalid: 'work[0].endDate',
        summaryInvalid: 'work[0].summary',
        highlightsInvalid: 'work[0].highlights',
        highlightsItemInvalid: 'work[0].highlights[0]',
      },
    },
  },
  'education.json': {
    given: noResume,
    cases: {
      read: 15,
      refused: {
        educationInvalid: 'education',
        areaInvalid: 'education[0].area',
        studyTypeInvalid: 'education[0].studyType',
        startDateInvalid: 'education[0].startDate',
        endDateInvalid: 'education[0].endDate',
        coursesInvalid: 'education[0].courses',
        coursesItemInvalid: 'education[0].courses[0]',
      },
    },
  },
  'skills.json': {
    given: noResume,
    cases: {
      read: 5,
      refused: {
        skillsInvalid: 'skills',
        nameInvalid: 'skills[0].name',
        levelInvalid: 'skills[0].level',
        keywordsInvalid: 'skills[0].keywords',
        keywordsItemInvalid: 'skills[0].keywords[0]',
      },
    },
  },
  // Dates alone: each as the beginning of a job.
  'dates.json': { given: noResume, cases: { read: 3, refused: { invalid: 'work[0].startDate' } } },
  // It describes resumes and is none.
  'schema.json': { given: noResume },
}

describe.skipIf(!existsSync(folder))('files of the JSON Resume standard (needs SCHAKEL_SHARED_DATA)', () => {
  let catalogue: Catalogue
  beforeAll(async () => {
    catalogue = await catalogueForTests(freshDatabases()[0]!.open)
  })

  test('each file is in the table', () =>
    expect(Object.keys(expected).sort()).toEqual(
      readdirSync(folder)
        .filter((name) => name !== 'LICENSE.md')
        .sort(),
    ))

  test.each(Object.entries(expected))('%s', async (name, { given, cases }) => {
    const path = join(folder, name)
    const said = await openCv({ path }, catalogue).then(
      (cv) => ('resume' in cv ? linesOf(readResume(cv.resume, catalogue, today), catalogue) : cv.text),
      (error: unknown) => (error instanceof Invalid ? error.message.replace(`${path}: `, '') : error),
    )
    expect(said).toEqual(given)
    if (!cases) return
    const within = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
    const refused: Record<string, string> = {}
    let read = 0
    for (const [one, json] of Object.entries(within)) {
      try {
        readResume(typeof json === 'string' ? { work: [{ startDate: json }] } : json, catalogue, today)
        read++
      } catch (error) {
        if (!(error instanceof Invalid)) throw error
        refused[one] = error.where
      }
    }
    expect({ read, refused }).toEqual(cases)
  })

  test('of the sample nobody can see whose it is', async () => {
    const cv = await openCv({ path: join(folder, 'sample.resume.json') }, catalogue)
    // Sentences somebody wrote may name anything; they are read, and go no further.
    expect(JSON.stringify(cv)).not.toMatch(/Hendri|912|Bachman|Francisco|mail\.com/)
    const proposal = 'resume' in cv && readResume(cv.resume, catalogue, today)
    expect(JSON.stringify(proposal)).not.toMatch(/Hendri|Tulsa|Pied Piper|Oklahoma|912|Bachman|Francisco/)
  })
})
