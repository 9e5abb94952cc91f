import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../../test/databases.ts'
import type { Database } from '../../../platform/index.ts'
import type { Skills } from '../index.ts'
import { taxonomyFormats } from './read-triples.ts'
import { linesOf, skillsOn } from './skills-for-tests.ts'
import { slowRead } from './slow-reader.ts'
import {
  dct,
  deprecated,
  ex,
  isTrue,
  rdfType,
  type Statement,
  type StatementText,
  skos,
  writeTaxonomy,
  writeText,
} from './small-taxonomy.ts'

const ids = ['a', 'b', 'c', 'd', 'e', 'f'].map(ex)
const id = fc.constantFrom(...ids)
/** Now and then one that nobody describes, or one of somebody else. */
const other = fc.constantFrom(...ids, ...ids, ex('nobody'), 'http://o.example/1', 'http://o.example/2')
const words = fc
  .oneof(
    fc.constantFrom('Een', 'Twee', 'twee', 'C#', '"aan\\halen"', 'regel\neen', '<b>&amp;', 'ångström', '日本語', "l'été", '=1+1'),
    fc.string({
      unit: fc.constantFrom('x', 'é', '"', '\\', "'", '&', '<', '\n', '\t', '@', '^', '𝄞', '\u00a0x'),
      minLength: 1,
      maxLength: 6,
    }),
  )
  .map((text) => text.trim())
  .filter((text) => text !== '')
const label: fc.Arbitrary<StatementText> = fc
  .tuple(words, fc.constantFrom('nl', 'en', 'en-GB', 'de', undefined))
  .map(([text, language]) => (language === undefined ? { text } : { text, language }))
const link = fc.constantFrom(
  'broader',
  'broader',
  'narrower',
  'related',
  'exactMatch',
  'closeMatch',
  'broadMatch',
  'narrowMatch',
  'relatedMatch',
)

const statement: fc.Arbitrary<Statement> = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(id, link.map(skos), other) },
  { weight: 3, arbitrary: fc.tuple(id, fc.constantFrom('prefLabel', 'altLabel', 'hiddenLabel', 'definition').map(skos), label) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      id,
      fc.constant(skos('notation')),
      words.map((text) => ({ text })),
    ),
  },
  { weight: 1, arbitrary: fc.tuple(id, fc.constant(skos('topConceptOf')), fc.constant(ex('scheme'))) },
  { weight: 1, arbitrary: id.map((of): Statement => [ex('scheme'), skos('hasTopConcept'), of]) },
  { weight: 1, arbitrary: id.map((of): Statement => [of, deprecated, isTrue]) },
  { weight: 1, arbitrary: fc.tuple(id, fc.constantFrom(dct('isReplacedBy'), dct('replaces')), other) },
)
/** Most of the ids are concepts with a label; the first always, since a file without a concept is refused. */
const graph: fc.Arbitrary<readonly Statement[]> = fc
  .tuple(fc.array(statement, { maxLength: 40 }), fc.subarray(ids), fc.array(fc.tuple(id, label), { maxLength: 4 }))
  .map(([more, typed, labels]): Statement[] => [
    [ids[0] as string, rdfType, skos('Concept')],
    [ids[0] as string, skos('prefLabel'), { text: 'Nul', language: 'nl' }],
    ...typed.map((one): Statement => [one, rdfType, skos('Concept')]),
    ...typed.slice(1).map((one): Statement => [one, skos('prefLabel'), { text: `Label ${one.at(-1)}`, language: 'nl' }]),
    ...labels.map(([one, text]): Statement => [one, skos('prefLabel'), text]),
    ...more,
  ])
const shuffled = graph.chain((all) => fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length }))

describe.each(freshDatabases())('random taxonomies on $name', ({ open }) => {
  let db: Database
  let skills: Skills
  let version = 0
  beforeAll(async () => {
    db = await open()
    skills = skillsOn(db)
    await read(
      writeTaxonomy([
        [ex('z'), rdfType, skos('Concept')],
        [ex('z'), skos('prefLabel'), { text: 'Z' }],
      ]),
    )
  })
  afterAll(() => db.close())

  async function read(path: string): Promise<{ name: string; rejected: number }> {
    const name = `${++version}`
    const { rejected } = await skills.taxonomies.import(path, { scheme: 'random', version: name })
    return { name: `random@${name}`, rejected }
  }

  test('are read as the slow reader reads them, whatever the syntax and the order', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, fc.constantFrom(...taxonomyFormats), async (statements, format) => {
        const { name } = await read(writeTaxonomy(statements, format))
        expect(await linesOf(db, skills, name)).toEqual(slowRead(statements))
      }),
      { numRuns: 60 },
    )
  })

  test('go out and come in again without loss, and nothing of them is refused then', async () => {
    await fc.assert(
      fc.asyncProperty(graph, fc.constantFrom('turtle', 'jsonld'), async (statements, format) => {
        const once = await read(writeTaxonomy(statements))
        let text = ''
        for await (const piece of await skills.taxonomies.export(once.name, format)) text += piece
        const again = await read(writeText(format === 'turtle' ? 'out.ttl' : 'out.jsonld', text))
        expect(await linesOf(db, skills, again.name)).toEqual(await linesOf(db, skills, once.name))
        expect(again.rejected).toBe(0)
      }),
      { numRuns: 40 },
    )
  })
})
