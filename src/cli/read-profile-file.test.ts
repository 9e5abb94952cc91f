import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../test/databases.ts'
import type { Modules } from '../modules/index.ts'
import { catalogueForTests } from '../modules/people/cv/catalogue-for-tests.ts'
import { docxOf } from '../modules/people/documents/docx-for-tests.ts'
import { page, pdfOf, writePdf } from '../modules/people/documents/pdf-for-tests.ts'
import { createPeople } from '../modules/people/index.ts'
import { Invalid } from '../platform/index.ts'
import { readProfileFile } from './read-profile-file.ts'

const cv = ['Ruby Fictief', 'Werkervaring', '2018 - nu: Systeembeheerder', 'Linux en SQL.', 'Talen', 'Engels: B2']
const profile = {
  occupations: ['schakel:occupation/system-administrator'],
  answers: { 'schakel:skill/linux': 'yes', 'schakel:skill/sql': 'yes' },
  languages: { en: 4 },
  experienceYears: 8,
}
const europass =
  '<SkillsPassport><LearnerInfo><WorkExperienceList><WorkExperience><Position><Label>Systeembeheerder</Label></Position><Period><From year="2018" month="--06"/></Period><Activities>Linux en SQL</Activities></WorkExperience></WorkExperienceList><Skills><Linguistic><ForeignLanguageList><ForeignLanguage><Description><Code>en</Code></Description><ProficiencyLevel><Reading>B2</Reading></ProficiencyLevel></ForeignLanguage></ForeignLanguageList></Linguistic></Skills></LearnerInfo></SkillsPassport>'
const resume = {
  work: [{ position: 'Systeembeheerder', startDate: '2018-06', summary: 'Linux en SQL' }],
  languages: [{ language: 'Engels', fluency: 'B2' }],
}

let folder: string
let modules: Pick<Modules, 'people' | 'skills'>
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'schakel-profile-'))
  const catalogue = await catalogueForTests(freshDatabases()[0]!.open)
  const clock = { now: () => Date.parse('2026-11-25T12:00:00Z') }
  const people = createPeople({ clock } as unknown as Parameters<typeof createPeople>[0])
  modules = { people, skills: { catalogue: async () => catalogue } } as unknown as typeof modules
})
afterAll(() => rmSync(folder, { recursive: true }))

const read = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  return readProfileFile(modules, path)
}

describe('a profile of any kind of CV, the same from each', () => {
  test.each<[name: string, content: string | Uint8Array]>([
    ['cv.pdf', pdfOf(...cv)],
    ['europass.pdf', writePdf({ pages: [page('Europass')], attached: { 'europass.xml': europass } })],
    ['cv.docx', docxOf(...cv)],
    ['europass.xml', europass],
    ['resume.json', JSON.stringify(resume)],
    ['cv.txt', `\ufeff${cv.join('\r\n')}`],
  ])('%s', async (name, content) => {
    expect(await read(name, content)).toEqual(profile)
  })
})

test('a profile of ours is read as it is', async () => {
  expect(await read('me.json', '\ufeff{"workLevel": 4}')).toEqual({ occupations: [], answers: {}, workLevel: 4 })
})

test.each<[what: string, content: string | Uint8Array, message: RegExp]>([
  ['a scan', writePdf({ pages: [[]] }), /file: There is no text in it; it is a picture/],
  ['half a JSON file', '{"workLevel":', /file is not JSON/],
  ['JSON of another kind', '{"colour": "red"}', /file is neither a profile nor a JSON Resume/],
  ['a resume with a field of the wrong kind', '{"skills": [{"name": 1}]}', /skills\[0\]\.name must be text/],
  ['rich text', '{\\rtf1 Linux}', /file: This is no kind of CV file/],
  ['an empty file', '', /file: The file is empty/],
])('%s is refused with the path', async (_what, content, message) => {
  const refused = read('file', content)
  await expect(refused).rejects.toThrow(message)
  await expect(refused).rejects.toBeInstanceOf(Invalid)
})
