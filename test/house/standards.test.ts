/** Every file of a standard that the shared data holds, and the test that says what becomes of it: none is passed over unseen. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = join(process.env.SCHAKEL_SHARED_DATA ?? '', 'standards')
const root = join(import.meta.dirname, '../..')

/** The test that states, file by file, the documented result. */
const tested: Readonly<Record<string, string>> = {
  // A test reads its tables as what it expects.
  elm: 'docs/standards/credentials.md',
  'open-badges-3': 'docs/standards/credentials.md',
  'json-resume': 'src/modules/people/documents/json-resume-files.test.ts',
  ooapi: 'src/modules/trainings/ooapi/document.test.ts',
  'schema-org-jobposting': 'src/modules/vacancies/job-postings/schema-org-examples.test.ts',
  'setu-vacancies': 'src/modules/vacancies/setu/setu-examples.test.ts',
}
const isAbout = (file: string): boolean => !/^licen[cs]e/i.test(file)

describe.skipIf(!existsSync(folder))('files of standards', () => {
  test('every folder has a test', () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(tested).sort())
  })

  test.each(Object.entries(tested))('%s: the test names every file', (name, file) => {
    const text = readFileSync(join(root, file), 'utf8')
    const files = readdirSync(join(folder, name)).filter(isAbout)
    expect(files.length).toBeGreaterThan(0)
    expect(files.filter((one) => !text.includes(one))).toEqual([])
  })
})
