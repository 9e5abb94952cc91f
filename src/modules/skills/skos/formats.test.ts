import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../../test/databases.ts'
import type { Database } from '../../../platform/index.ts'
import type { Skills } from '../index.ts'
import { taxonomyFormats } from './read-triples.ts'
import { linesOf, skillsOn } from './skills-for-tests.ts'
import {
  concept,
  dct,
  deprecated,
  en,
  ex,
  isTrue,
  nl,
  rdfType,
  type Statement,
  skos,
  writeTaxonomy,
  writeText,
  xl,
} from './small-taxonomy.ts'

const gardening: readonly Statement[] = [
  [ex('scheme'), rdfType, skos('ConceptScheme')],
  [ex('scheme'), dct('title'), nl('Tuinieren')],
  [ex('scheme'), dct('license'), 'http://example.org/licence'],
  ...concept(
    ex('spade'),
    'Spade',
    [skos('prefLabel'), en('Spade')],
    [skos('altLabel'), nl('schep "groot"')],
    [skos('hiddenLabel'), nl('schpe')],
    [skos('definition'), nl('Om mee te spitten.\nOok <diep> & "breed".')],
    [skos('scopeNote'), en('Not a shovel')],
    [skos('notation'), { text: 'G.1', datatype: 'http://example.org/code' }],
    [skos('inScheme'), ex('scheme')],
    [skos('broader'), ex('tools')],
    [skos('related'), ex('rake')],
    [skos('exactMatch'), 'http://example.com/other/spade'],
    [skos('closeMatch'), 'http://example.com/other/shovel'],
  ),
  ...concept(ex('tools'), 'Gereedschap', [skos('narrower'), ex('rake')]),
  [ex('scheme'), skos('hasTopConcept'), ex('tools')],
  ...concept(ex('rake'), 'Hark', [skos('altLabel'), { text: 'Rake-o-matic' }]),
  ...concept(ex('old-rake'), 'Oude hark', [deprecated, isTrue], [dct('isReplacedBy'), ex('rake')]),
  [ex('hoe'), rdfType, skos('Concept')],
  [ex('hoe'), xl('prefLabel'), ex('hoe-label')],
  [ex('hoe'), skos('definition'), '_:note'],
  [ex('hoe-label'), rdfType, xl('Label')],
  [ex('hoe-label'), xl('literalForm'), nl('Schoffel')],
  ['_:note', 'http://www.w3.org/1999/02/22-rdf-syntax-ns#value', nl('Tegen onkruid.')],
  // Far from the rest of what is said of it.
  [ex('spade'), skos('altLabel'), nl('spitschop')],
]

describe.each(freshDatabases())('a taxonomy in four syntaxes on $name', ({ open }) => {
  let db: Database
  let skills: Skills
  beforeAll(async () => {
    db = await open()
    skills = skillsOn(db)
  })
  afterAll(() => db.close())

  test.each(taxonomyFormats)('%s gives the same', async (format) => {
    const report = await skills.taxonomies.import(writeTaxonomy(gardening, format), { scheme: 'garden', version: format })
    expect(report).toMatchObject({ changed: true, rejected: 0, counts: { skills: 5, occupations: 0, left: 0 } })
    expect(await linesOf(db, skills, `garden@${format}`)).toEqual({
      [ex('spade')]: [
        'skill capability current',
        'en preferred Spade',
        'nl alternative schep "groot"',
        'nl alternative spitschop',
        'nl hidden schpe',
        'nl preferred Spade',
        'definition nl Om mee te spitten.\nOok <diep> & "breed".',
        'scopeNote en Not a shovel',
        'notation G.1 http://example.org/code',
        `broader ${ex('tools')}`,
        'close http://example.com/other/shovel',
        'exact http://example.com/other/spade',
        `related ${ex('rake')}`,
      ],
      [ex('tools')]: ['skill capability current', 'nl preferred Gereedschap', `top of ${ex('scheme')}`],
      [ex('rake')]: ['skill capability current', 'nl preferred Hark', 'und alternative Rake-o-matic', `broader ${ex('tools')}`],
      [ex('old-rake')]: ['skill capability obsolete', `replaced by ${ex('rake')}`, 'nl preferred Oude hark'],
      [ex('hoe')]: ['skill capability current', 'nl preferred Schoffel', 'definition nl Tegen onkruid.'],
    })
    const listed = (await skills.taxonomies.list()).find(({ version }) => version === format)
    expect(listed).toMatchObject({ title: 'Tuinieren', uri: ex('scheme'), licence: 'http://example.org/licence' })
  })

  test.each(taxonomyFormats)('%s is known by how it begins', async (format) => {
    const text = await import('node:fs').then(({ readFileSync }) => readFileSync(writeTaxonomy(gardening, format)))
    const report = await skills.taxonomies.import(writeText('download', text), { scheme: 'sniffed', version: format })
    expect(report.counts).toMatchObject({ skills: 5 })
  })

  test('the context of JSON-LD may stand at the end, and each item of a list may bring its own', async () => {
    const item = { '@id': ex('a'), '@type': 's:Concept', 's:prefLabel': { nl: 'Een' } }
    const context = { s: skos(''), 's:prefLabel': { '@container': '@language' } }
    const atTheEnd = writeText('end.jsonld', JSON.stringify({ '@graph': [item], '@context': context }))
    const inEach = writeText('each.jsonld', JSON.stringify([{ '@context': context, ...item }]))
    const alone = writeText('alone.json', JSON.stringify({ '@context': context, ...item }))
    for (const [version, path] of Object.entries({ atTheEnd, inEach, alone })) {
      await skills.taxonomies.import(path, { scheme: 'contexts', version })
      expect(await linesOf(db, skills, `contexts@${version}`)).toEqual({
        [ex('a')]: ['skill capability current', 'nl preferred Een'],
      })
    }
  })

  test('JSON-LD with names of its own for what JSON-LD says, nested, and said backwards', async () => {
    const terms = {
      ...{ s: skos(''), id: '@id', type: '@type', label: { '@id': 's:prefLabel', '@language': 'nl' } },
      ...{ narrower: { '@id': 's:narrower' }, below: { '@reverse': 's:broader' } },
    }
    const graph = [
      {
        label: 'Boven',
        narrower: [{ label: 'Midden', type: 's:Concept', id: ex('mid') }],
        below: { id: ex('low'), label: 'Onder', type: ['s:Concept'] },
        type: 's:Concept',
        id: ex('top'),
      },
    ]
    const path = writeText('own.jsonld', JSON.stringify({ '@context': terms, '@graph': graph }))
    const report = await skills.taxonomies.import(path, { scheme: 'aliases', version: '1' })
    expect(report.rejects).toEqual([])
    expect(await linesOf(db, skills, 'aliases@1')).toEqual({
      [ex('top')]: ['skill capability current', 'nl preferred Boven'],
      [ex('mid')]: ['skill capability current', 'nl preferred Midden', `broader ${ex('top')}`],
      [ex('low')]: ['skill capability current', 'nl preferred Onder', `broader ${ex('top')}`],
    })
  })

  test('a byte-order mark, and text without a language that is said to be Dutch', async () => {
    const path = writeText('bom.ttl', `\ufeff<${ex('a')}> a <${skos('Concept')}> ; <${skos('prefLabel')}> "Een" .`)
    await skills.taxonomies.import(path, { scheme: 'bom', version: '1', labelLanguage: 'nl', kind: 'tool' })
    expect(await linesOf(db, skills, 'bom@1')).toEqual({ [ex('a')]: ['skill tool current', 'nl preferred Een'] })
  })
})
