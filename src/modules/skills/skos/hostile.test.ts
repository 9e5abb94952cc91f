import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../../test/databases.ts'
import { type Database, Invalid } from '../../../platform/index.ts'
import type { Skills } from '../index.ts'
import { linesOf, skillsOn } from './skills-for-tests.ts'
import { concept, ex, rdfType, skos, writeTaxonomy, writeText } from './small-taxonomy.ts'

const good = `<${ex('a')}> a <${skos('Concept')}> ; <${skos('prefLabel')}> "Een"@nl .\n`
const rdf = `xmlns:rdf="${rdfType.slice(0, -4)}" xmlns:s="${skos('')}"`
const xml = (inside: string): string => `<rdf:RDF ${rdf}>${inside}</rdf:RDF>`
const goodXml = `<s:Concept rdf:about="${ex('a')}"><s:prefLabel xml:lang="nl">Een</s:prefLabel></s:Concept>`

const files: readonly [what: string, name: string, content: string | Uint8Array, says: RegExp][] = [
  [
    'entities that grow',
    'bomb.rdf',
    `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${xml(goodXml.replace('Een', '&b;'))}`,
    /document type .* is refused/,
  ],
  ['an entity from a file', 'outside.rdf', `<!-- x --><!DOCTYPE x SYSTEM "file:///etc/passwd">${xml(goodXml)}`, /document type/],
  ['an unknown entity', 'entity.rdf', xml(goodXml.replace('Een', '&b;')), /entity\.rdf, line 1: this is no RDF\/XML/],
  ['RDF/XML that is cut off', 'cut.rdf', xml(goodXml).slice(0, -20), /cut off/],
  ['RDF/XML cut within an element', 'cut2.rdf', `<rdf:RDF ${rdf}>\n${goodXml}\n<s:Conc`, /line \d: .*cut off/],
  [
    'RDF/XML in another encoding',
    'latin.rdf',
    `<?xml version="1.0" encoding="ISO-8859-1"?>${xml(goodXml)}`,
    /ISO-8859-1. Save it as UTF-8/,
  ],
  ['RDF/XML 10,000 deep', 'deep.rdf', xml(`${'<s:a><s:b>'.repeat(5000)}${'</s:b></s:a>'.repeat(5000)}`), /more than 100 deep/],
  ['XML that is no RDF', 'feed.xml', '<feed><title>x</title></feed>', /no RDF|no concept/],
  [
    'Turtle that is cut off',
    'cut.ttl',
    `${good}<${ex('b')}> a <${skos('Concept')}> ; <${skos('prefLabel')}> "Tw`,
    /line \d: .*cut off/,
  ],
  ['N-Triples that are cut off', 'cut.nt', `<${ex('b')}> <${rdfType}> <${skos('Conc')}`, /cut off/],
  ['Turtle with an unknown prefix', 'prefix.ttl', `${good}\nfoo:b a foo:c .`, /prefix\.ttl, line 3: .*foo/],
  ['Turtle 10,000 deep', 'deep.ttl', `<${ex('a')}> <${ex('p')}> ${'[ a '.repeat(10_000)}`, /more than 100 deep/],
  ['lists 10,000 deep', 'lists.ttl', `<${ex('a')}> <${ex('p')}> ${'( '.repeat(10_000)}`, /more than 100 deep/],
  ['a quote without end', 'quote.ttl', `${good}<${ex('b')}> <${ex('p')}> """${'x'.repeat(3_000_000)}`, /more than 2 MB went by/],
  [
    'lines of a quote without end',
    'lines.ttl',
    `${good}<${ex('b')}> <${ex('p')}> """${'xx\n'.repeat(1_000_000)}`,
    /more than 2 MB went by/,
  ],
  [
    'an element without end',
    'text.rdf',
    `<rdf:RDF ${rdf}>${goodXml}<s:Concept rdf:about="${ex('b')}"><s:note>${'xx\n'.repeat(1_000_000)}`,
    /more than 2 MB went by/,
  ],
  [
    'a context at an address',
    'remote.jsonld',
    JSON.stringify({ '@context': 'https://example.org/context.jsonld', '@graph': [{ '@id': ex('a') }] }),
    /@context stands at https:\/\/example.org\/context.jsonld. Nothing is fetched/,
  ],
  [
    'a context at an address within a list',
    'remote2.jsonld',
    JSON.stringify([{ '@context': [{}, 'http://localhost:1/c'], '@id': ex('a') }]),
    /@context stands at http:\/\/localhost:1\/c/,
  ],
  [
    'a context that takes in another',
    'import.jsonld',
    JSON.stringify({ '@context': { '@version': 1.1, '@import': 'http://localhost:1/c' }, '@id': ex('a') }),
    /Nothing is fetched/,
  ],
  [
    'a context of a term at an address',
    'scoped.jsonld',
    JSON.stringify({ '@context': { p: { '@id': ex('p'), '@context': 'http://localhost:1/c' } }, '@id': ex('a'), p: { q: 1 } }),
    /Nothing is fetched/,
  ],
  [
    'JSON 10,000 deep',
    'deep.jsonld',
    `{"@graph":[{"@id":"${ex('a')}","${ex('p')}":${'['.repeat(10_000)}${']'.repeat(10_000)}}]}`,
    /more than 100 deep/,
  ],
  [
    'a context 10,000 deep',
    'context.jsonld',
    `{"@context":${'['.repeat(10_000)}${']'.repeat(10_000)},"@graph":[]}`,
    /more than 100 deep/,
  ],
  ['JSON that is cut off', 'cut.jsonld', '{"@graph":[{"@id":"x"', /cut off/],
  ['a context that is none', 'number.jsonld', JSON.stringify({ '@context': 7, '@graph': [{ '@id': ex('a') }] }), /is no JSON-LD/],
  [
    'letters of Windows',
    'latin.ttl',
    Buffer.from(good.replace('Een', 'Eén'), 'latin1'),
    /latin\.ttl, line 1: the text is not UTF-8/,
  ],
  ['UTF-16', 'utf16.ttl', Buffer.from(`\ufeff${good}`, 'utf16le'), /UTF-16/],
  ['NUL between statements', 'nul.ttl', `${good}\u0000`, /this is no Turtle/],
  ['NUL in XML', 'nul.rdf', xml(goodXml.replace('Een', 'E\u0000n')), /this is no RDF\/XML/],
  ['nothing', 'empty.ttl', '', /is empty/],
  ['white space', 'blank.ttl', '\n\n', /no concept/],
  ['white space as XML', 'blank.rdf', '\n\n', /no element/],
  ['no concepts', 'none.ttl', `<${ex('a')}> <${ex('p')}> "x" .`, /holds no concept/],
  [
    'a picture',
    'picture',
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]),
    /none of the formats. Say which it is with --format/,
  ],
]

describe.each(freshDatabases())('hostile files on $name', ({ open }) => {
  let db: Database
  let skills: Skills
  let before: unknown
  beforeAll(async () => {
    db = await open()
    skills = skillsOn(db)
    await skills.taxonomies.import(writeTaxonomy(concept(ex('a'), 'Een')), { scheme: 'stays', version: '1' })
    before = await linesOf(db, skills, 'stays@1')
  })
  afterAll(() => db.close())

  test.each(files)('%s', async (_, name, content, says) => {
    const read = skills.taxonomies.import(writeText(name, content), { scheme: 'stays', version: '1' })
    await expect(read).rejects.toThrow(says)
    await expect(read).rejects.toBeInstanceOf(Invalid)
    expect(await linesOf(db, skills, 'stays@1')).toEqual(before)
    expect(await db.query('select count(*) as parts from taxonomy_part_next')).toEqual([{ parts: 0 }])
    expect(await db.query(`select id from taxonomy_version where state <> 'loaded'`)).toEqual([])
  })

  test('a file that is not there', async () => {
    await expect(skills.taxonomies.import('/nowhere/x.ttl', { scheme: 'x', version: '1' })).rejects.toThrow(
      'There is no file /nowhere/x.ttl',
    )
  })

  test.each(['schakel', 'esco', 'Über', '', 'a b', "x'; drop table concept"])(
    'a taxonomy cannot be called %j',
    async (scheme) => {
      const path = writeTaxonomy(concept(ex('a'), 'Een'))
      await expect(skills.taxonomies.import(path, { scheme, version: '1' })).rejects.toBeInstanceOf(Invalid)
      await expect(skills.taxonomies.import(path, { scheme: 'x', version: `1@${scheme}` })).rejects.toBeInstanceOf(Invalid)
    },
  )

  test('escaped NUL, half characters and separators refuse the text, not the file', async () => {
    const bad = ['a\\u0000b', 'a\\u001eb', 'a\\u001fb']
      .map((text) => `<${ex('a')}> <${skos('altLabel')}> "${text}"@nl .\n`)
      .join('')
    const report = await skills.taxonomies.import(writeText('x.ttl', good + bad), { scheme: 'escaped', version: '1' })
    expect(report.rejects.map(({ reason }) => reason)).toEqual([
      expect.stringContaining('control character'),
      expect.stringContaining('control character'),
      expect.stringContaining('control character'),
    ])
    const half = JSON.stringify({
      '@id': ex('b'),
      [skos('prefLabel')]: [
        { '@value': 'B', '@language': 'nl' },
        { '@value': '?', '@language': 'en' },
      ],
      '@type': skos('Concept'),
    })
    const path = writeText('half.jsonld', half.replace('?', '\\ud800'))
    const second = await skills.taxonomies.import(path, { scheme: 'half', version: '1' })
    expect(second.rejects.map(({ reason }) => reason)).toEqual([expect.stringMatching(/half a character|it is empty/)])
    expect(await linesOf(db, skills, 'half@1')).toEqual({ [ex('b')]: ['skill capability current', 'nl preferred B'] })
  })
})
