/**
 * What we write is checked against the documents of OOAPI v6 by a validator, and what they give as examples is read. The documents are not ours:
 * they are found where the shared data is.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { asJsonSchema, exampleOf, readSchemas, type Schemas } from '../../../../test/standards/ooapi-document.ts'
import { arbitraryOffering, arbitraryProgramme } from '../../../../test/worlds/arbitrary-training.ts'
import { smallCatalogue } from '../../../../test/worlds/small-catalogue.ts'
import { findTrainings } from '../intake/find-trainings.ts'
import { trainingContext } from '../intake/training-context.ts'
import { ooapiPage } from './ooapi-page.ts'
import { readOffering } from './read-offering.ts'
import { endedBefore, readProgramme } from './read-programme.ts'
import { toLearningOutcome, toOoapi } from './to-ooapi.ts'

const folder = join(process.env.SCHAKEL_SHARED_DATA ?? '', 'standards/ooapi')
/** Both are v6: a release candidate, and the one after it. */
const documents = ['ooapi.yaml', 'ooapiv6.yaml']
const skills = ['schakel:skill/sql', 'schakel:skill/java']

function validatorOf(schemas: Schemas, name: string): (value: unknown) => string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true })
  addFormats.default(ajv)
  const validate = ajv.compile(asJsonSchema(schemas, name))
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`))
}

const taught = fc.record({ programme: arbitraryProgramme(skills), offering: arbitraryOffering('bron:u1') })

describe.skipIf(!existsSync(folder)).each(documents)('by the document %s', (file) => {
  const schemas: Schemas = existsSync(folder) ? readSchemas(join(folder, file)) : {}
  const check = (name: string) => (existsSync(folder) ? validatorOf(schemas, name) : () => [])
  const programmes = check('Programme')
  const offerings = check('ProgrammeOffering')
  const organisations = check('Organisation')
  const outcomes = check('LearningOutcome')
  const pages = check('Pagination')

  test('programmes, offerings and providers are as it says, whatever is in them', () => {
    fc.assert(
      fc.property(taught, ({ programme, offering }) => {
        const written = JSON.parse(JSON.stringify(toOoapi(programme, [offering])))
        expect(programmes(written.programme)).toEqual([])
        expect(written.offerings.flatMap(offerings)).toEqual([])
        expect(organisations(written.organisation)).toEqual([])
      }),
      { numRuns: 200 },
    )
  }, 60_000)

  test('learning outcomes and pages are', () => {
    const outcome = toLearningOutcome({ skill: 'schakel:skill/sql', level: 2 }, { nl: 'SQL', en: 'SQL' })
    expect(outcomes(JSON.parse(JSON.stringify(outcome)))).toEqual([])
    expect(pages(ooapiPage([outcome], { pageSize: '10', pageNumber: 1 }, (same) => same))).toEqual([])
  })

  test('and it would tell what is not', () => {
    fc.assert(
      fc.property(taught, ({ programme, offering }) => {
        const { programme: written, offerings: given } = toOoapi(programme, [offering])
        expect(programmes({ ...written, programmeId: 'no uuid' })).not.toEqual([])
        expect(programmes({ ...written, name: 'a text' })).not.toEqual([])
        expect(offerings({ ...given[0], maxNumberStudents: 'many' })).not.toEqual([])
        const { primaryCode: _code, ...without } = written
        expect(programmes(without)).not.toEqual([])
      }),
      { numRuns: 20 },
    )
  })

  const id = '123e4567-e89b-12d3-a456-426614174000'
  const surf = '123e4567-e89b-12d3-a456-123514174000'
  const context = trainingContext({
    catalogue: smallCatalogue([{ id: 'statistics', en: ['statistics'] }]),
    ...{ findPlace: () => undefined, regions: [], today: '2025-08-01', hoursPerCredit: 28 },
  })
  const referred = () => ({
    outcomes: new Map([[id, exampleOf(schemas, 'LearningOutcome')]]),
    organisations: new Map([[surf, exampleOf(schemas, 'Organisation')]]),
  })

  test('its example of a programme: read, and given until 1 September 2025', () => {
    const notes: string[] = []
    const example = exampleOf(schemas, 'Programme')
    const read = readProgramme({ ...example, organisationId: surf }, referred(), context, notes)
    expect(read).toMatchObject({
      title: { nl: 'Biology', en: 'Biology' },
      provider: 'Coöperatie SURF U.A.',
      description: { nl: 'The study of life', en: 'The study of life' },
      facts: { form: 'course', weeks: 1, outcomes: [], prerequisites: [], url: 'https://bijvak.nl' },
    })
    expect(read.facts).not.toHaveProperty('hoursPerWeek')
    expect(notes).toEqual([
      'None of its learning outcomes names a skill of the loaded taxonomies.',
      'Its study load of 84 hours in 1 week is more than anybody can do, so its hours a week are not known.',
    ])
    expect([endedBefore(example, '2025-09-01'), endedBefore(example, '2025-09-02')]).toEqual([false, true])
  })

  test('its example of a course: what it teaches is read from its text', () => {
    const example = { ...exampleOf(schemas, 'Course'), organisationId: surf, learningOutcomeIds: [], learningOutcomes: [] }
    const { title, facts } = readProgramme(example, referred(), context, [])
    expect(title.en).toBe('Academic and Professional Writing')
    expect(facts.outcomes).toEqual([{ skill: 'statistics', level: 2, from: 'text', words: 'statistics' }])
  })

  test.each(['ProgrammeOffering', 'CourseOffering'])('its example of a %s: start, seats, enrolment and price', (name) => {
    const { facts, ...place } = readOffering(exampleOf(schemas, name), context, [])
    // The address is one for letters.
    expect(place).toEqual({})
    expect(facts).toEqual({
      online: false,
      feeEuro: 341,
      funding: [],
      rolling: false,
      starts: [
        {
          date: name === 'CourseOffering' ? '2019-08-21' : '2025-09-28',
          seats: 50,
          enrolFrom: '2020-09-28',
          enrolUntil: '2020-09-30',
        },
      ],
    })
  })

  test('the document itself is no file of trainings', async () => {
    const found = []
    for await (const one of findTrainings(join(folder, file))) found.push(one)
    expect(found).toMatchObject([{ place: file, problem: expect.stringContaining('Give it one of the endings .json') }])
  })
})
