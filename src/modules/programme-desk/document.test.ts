/** What a desk gives out, as the documents of OOAPI v6 want it: found where the shared data is. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asJsonSchema, readSchemas, type Schemas } from '../../../test/standards/ooapi-document.ts'
import { arbitraryOffering, arbitraryProgramme } from '../../../test/worlds/arbitrary-training.ts'
import { toOoapi } from '../trainings/index.ts'
import { contentOf, recordsOf } from './content.ts'
import type { DeskContent } from './desk-programme.ts'

const folder = join(process.env.SCHAKEL_SHARED_DATA ?? '', 'standards/ooapi')
const skills = ['schakel:skill/sql', 'schakel:skill/java']

/** A programme of a desk in one language or both, with skills of which some wait for a yes. */
const content = fc
  .record({
    programme: arbitraryProgramme(skills),
    offering: arbitraryOffering('o1'),
    languages: fc.constantFrom<readonly ('nl' | 'en')[]>(['nl'], ['en'], ['nl', 'en']),
  })
  .map(({ programme, offering, languages }): DeskContent => {
    const all = contentOf(programme, [offering])
    const only = (text: DeskContent['title']) =>
      Object.fromEntries(languages.map((language) => [language, text[language] ?? programme.title[language]]))
    return { ...all, title: only(all.title), description: only(all.description) }
  })

describe.skipIf(!existsSync(folder)).each(['ooapi.yaml', 'ooapiv6.yaml'])('by the document %s', (file) => {
  const schemas: Schemas = existsSync(folder) ? readSchemas(join(folder, file)) : {}
  const check = (name: string) => {
    const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true })
    addFormats.default(ajv)
    const validate = ajv.compile(asJsonSchema(schemas, name))
    return (value: unknown) =>
      validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
  }

  test('programmes and offerings of a desk are as it says, whatever is in them', () => {
    const [programmes, offerings, organisations] = [check('Programme'), check('ProgrammeOffering'), check('Organisation')]
    fc.assert(
      fc.property(content, (given) => {
        const records = recordsOf({ id: 'p1', organisation: 'brug', demo: false, content: given }, 'De Brug (demo)')
        if (!records) throw new Error('it has a title and a description in the same language')
        const written = JSON.parse(JSON.stringify(toOoapi(records.programme, records.offerings)))
        expect(programmes(written.programme)).toEqual([])
        expect(written.offerings.flatMap(offerings)).toEqual([])
        expect(organisations(written.organisation)).toEqual([])
        expect(programmes({ ...written.programme, name: 'a text' })).not.toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
