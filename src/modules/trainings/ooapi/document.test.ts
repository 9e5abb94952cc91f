/** What we write is checked against the document of OOAPI v6 itself, by a validator. The document is not ours: it is found where the shared data is. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDocument } from 'yaml'
import { arbitraryOffering, arbitraryProgramme } from '../../../../test/worlds/arbitrary-training.ts'
import { ooapiPage } from './ooapi-page.ts'
import { toLearningOutcome, toOoapi } from './to-ooapi.ts'

const folder = join(process.env.SCHAKEL_SHARED_DATA ?? '', 'standards/ooapi')
const documents = ['ooapiv6.yaml', 'ooapi.yaml']
const skills = ['schakel:skill/sql', 'schakel:skill/java']

type Json = { readonly [name: string]: unknown }

/** Words of JSON Schema that hold one schema, a list of them, or one per name; all other words are copied. */
const one = ['items', 'additionalProperties', 'not']
const list = ['allOf', 'anyOf', 'oneOf', 'prefixItems']
const named = ['properties', 'patternProperties']
const plain = [
  'type',
  'enum',
  'const',
  'format',
  'pattern',
  'required',
  'minItems',
  'maxItems',
  'minLength',
  'maxLength',
  'minimum',
  'maximum',
]

/**
 * The schemas of the document as JSON Schema. Its YAML refers to itself by aliases, in circles; each object becomes one definition.
 */
function schemasOf(file: string): { readonly $defs: Json; readonly refOf: (name: string) => Json } {
  // The file has faults that a strict reader stops at (a line with too little indentation, keys twice); they are outside the schemas.
  const document = parseDocument(readFileSync(join(folder, file), 'utf8'), { uniqueKeys: false })
  const root = document.toJS({ maxAliasCount: -1 }) as { components: { schemas: Record<string, Json> } }
  const { schemas } = root.components
  const names = new Map<Json, string>()
  const $defs: Record<string, Json> = {}
  const refOf = (schema: unknown): Json | boolean => {
    if (typeof schema !== 'object' || schema === null) return schema === true || schema === undefined
    const target = (schema as Json).$ref
    if (typeof target === 'string') return refOf(schemas[target.split('/').at(-1) ?? ''])
    const known = names.get(schema as Json)
    if (known !== undefined) return { $ref: `#/$defs/${known}` }
    const name = `s${names.size}`
    names.set(schema as Json, name)
    $defs[name] = {}
    $defs[name] = convert(schema as Json)
    return { $ref: `#/$defs/${name}` }
  }
  const convert = (schema: Json): Json =>
    Object.fromEntries(
      Object.entries(schema).flatMap(([word, value]) => {
        if (one.includes(word)) return [[word, typeof value === 'boolean' ? value : refOf(value)]]
        if (list.includes(word)) return [[word, (value as unknown[]).map(refOf)]]
        if (named.includes(word)) {
          const fields = Object.entries(value as Json).map(([name, field]) => [name, refOf(field)])
          return [[word, Object.fromEntries(fields)]]
        }
        return plain.includes(word) ? [[word, value]] : []
      }),
    )
  return { $defs, refOf: (name) => refOf(schemas[name]) as Json }
}

function validatorOf(file: string, name: string): (value: unknown) => string[] {
  const { $defs, refOf } = schemasOf(file)
  const root = refOf(name)
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true })
  addFormats.default(ajv)
  const validate = ajv.compile({ ...root, $defs })
  return (value) => (validate(value) ? [] : (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message}`))
}

const taught = fc.record({ programme: arbitraryProgramme(skills), offering: arbitraryOffering('bron:u1') })

describe.skipIf(!existsSync(folder)).each(documents)('by the document %s', (file) => {
  const programmes = existsSync(folder) ? validatorOf(file, 'Programme') : () => []
  const offerings = existsSync(folder) ? validatorOf(file, 'ProgrammeOffering') : () => []
  const organisations = existsSync(folder) ? validatorOf(file, 'Organisation') : () => []
  const outcomes = existsSync(folder) ? validatorOf(file, 'LearningOutcome') : () => []
  const pages = existsSync(folder) ? validatorOf(file, 'Pagination') : () => []

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
})
