import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../../test/databases.ts'
import { Conflict, type Database, NotFound, type Progress } from '../../../platform/index.ts'
import type { Skills } from '../index.ts'
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
} from './small-taxonomy.ts'
import { createTaxonomyStore } from './taxonomy-store.ts'

const first = [
  ...concept(ex('cloud'), 'Cloud'),
  ...concept(ex('kayak'), 'Kayak', [skos('broader'), ex('cloud')]),
  ...concept(ex('canoe'), 'Kano', [skos('broader'), ex('cloud')]),
]
const second = [
  ...concept(ex('cloud'), 'De cloud'),
  ...concept(ex('kayak'), 'Kajak', [skos('broader'), ex('cloud')]),
  ...concept(ex('raft'), 'Vlot', [skos('broader'), ex('cloud')]),
]

describe.each(freshDatabases())('versions of a taxonomy on $name', ({ open }) => {
  let db: Database
  let skills: Skills
  let now: number
  beforeEach(async () => {
    db = await open()
    now = Date.parse('2026-11-25T12:00:00Z')
    skills = skillsOn(db, () => now)
  })
  afterEach(() => db.close())
  const load = (statements: readonly Statement[], version: string, use = false) =>
    skills.taxonomies.import(writeTaxonomy(statements), { scheme: 'boats', version, use })
  const inUse = async (): Promise<string[]> =>
    (await skills.taxonomies.list()).map(({ scheme, version, inUse: is }) => `${scheme}@${version}${is ? ' in use' : ''}`)

  test('the first is in use at once; the next stands beside it until it is put in use', async () => {
    expect(await load(first, '1')).toMatchObject({ changed: true, inUse: true, counts: { skills: 3 } })
    const before = await skills.catalogue()
    expect(before.version).toBe('boats 1')
    expect(before.search('kayak', { language: 'nl' })[0]).toMatchObject({ label: 'Kayak' })
    expect(before.narrower(ex('cloud'))).toEqual([ex('canoe'), ex('kayak')])

    expect(await load(second, '2')).toMatchObject({ changed: true, inUse: false, lostClaims: [] })
    expect(await skills.catalogue()).toBe(before)
    expect(await inUse()).toEqual(['boats@1 in use', 'boats@2'])

    await skills.taxonomies.use('boats@2')
    const after = await skills.catalogue()
    expect(await inUse()).toEqual(['boats@1', 'boats@2 in use'])
    expect(after.version).toBe('boats 2')
    expect(after.label(ex('kayak'), 'nl')).toBe('Kajak')
    // What is gone is obsolete: it keeps its label, and search does not find it.
    expect(after.get(ex('canoe')).status).toBe('obsolete')
    expect(after.label(ex('canoe'), 'nl')).toBe('Kano')
    expect(after.search('kano', { language: 'nl' })).toEqual([])
    expect(after.narrower(ex('cloud'))).toEqual([ex('kayak'), ex('raft')])

    await skills.taxonomies.use('boats@1')
    const again = await skills.catalogue()
    expect(again.get(ex('canoe')).status).toBe('current')
    expect(again.get(ex('raft')).status).toBe('obsolete')
  })

  test('a version that is put in use at once', async () => {
    await load(first, '1')
    expect(await load(second, '2', true)).toMatchObject({ inUse: true })
    expect(await inUse()).toEqual(['boats@1', 'boats@2 in use'])
  })

  test('the same file again changes nothing; another file of the same version takes its place', async () => {
    await load(first, '1')
    const before = await skills.catalogue()
    expect(await load(first, '1')).toMatchObject({ changed: false, message: expect.stringContaining('loaded already') })
    expect(await skills.catalogue()).toBe(before)
    expect(await load(second, '1')).toMatchObject({ changed: true, inUse: true })
    expect(await inUse()).toEqual(['boats@1 in use'])
    const after = await skills.catalogue()
    expect(after.label(ex('kayak'), 'nl')).toBe('Kajak')
    expect(after.get(ex('canoe')).status).toBe('obsolete')
    expect(await db.query(`select count(distinct taxonomy) as versions from taxonomy_concept`)).toEqual([{ versions: 1 }])
  })

  test('what people and vacancies named and is gone is counted, unless it has a successor', async () => {
    await load(first, '1')
    const profile = JSON.stringify({ answers: { [ex('canoe')]: 'yes', [ex('cloud')]: 'yes' } })
    await db.query(
      `insert into draft_profile (token_hash, profile, created_at, used_at, expires_at) values ('t', $1::jsonb, now(), now(), now())`,
      [profile],
    )
    for (const id of ['a', 'b']) await db.query(`insert into pool_person (id, profile) values ($1, $2::jsonb)`, [id, profile])
    await db.query(
      `insert into vacancy (id, state, title, employer, description, language, facts, requirements, source, published_on, fingerprint)
       values ('v', 'published', 't', 'e', 'd', 'nl', '{}', $1::jsonb, 's', '2026-11-01', 'f')`,
      [
        JSON.stringify([
          { skill: ex('canoe'), weight: 'essential' },
          { skill: ex('kayak'), weight: 'somewhat' },
        ]),
      ],
    )
    const report = await load(second, '2', true)
    expect(report.lostClaims).toEqual([{ concept: ex('canoe'), drafts: 1, pool: 2 }])
    expect(report.lostVacancies).toEqual([{ concept: ex('canoe'), vacancies: 1 }])
    expect(await skills.taxonomies.use('boats@1')).toEqual({ claims: [], vacancies: [] })

    const third = [...second, ...concept(ex('canoe'), 'Kano', [deprecated, isTrue], [dct('isReplacedBy'), ex('raft')])]
    expect(await load(third, '3', true)).toMatchObject({ lostClaims: [], lostVacancies: [] })
    expect((await skills.catalogue()).standsFor(ex('canoe'))).toBe(ex('raft'))
  })

  test('a version can be removed; the one in use only when it is the last', async () => {
    await load(first, '1')
    await load(second, '2', true)
    await expect(skills.taxonomies.remove('boats@2')).rejects.toThrow('boats@2 is in use. Put another version in use first')
    await skills.taxonomies.remove('boats@1')
    // What the version before had was carried over: removing that one takes nothing away.
    expect((await skills.catalogue()).label(ex('canoe'), 'nl')).toBe('Kano')
    await skills.taxonomies.remove('boats@2')
    expect(await inUse()).toEqual([])
    expect((await skills.catalogue()).find(ex('kayak'))).toBeUndefined()
    expect(await db.query('select count(*) as concepts from taxonomy_concept')).toEqual([{ concepts: 0 }])
    await expect(skills.taxonomies.remove('boats@2')).rejects.toBeInstanceOf(NotFound)
    await expect(skills.taxonomies.use('boats')).rejects.toThrow('Give the taxonomy with its version')
    await expect(skills.taxonomies.export('boats', 'turtle')).rejects.toBeInstanceOf(NotFound)
  })

  test('an import that is stopped changes nothing and says so', async () => {
    await load(first, '1')
    const stop = new AbortController()
    const read = skills.taxonomies.import(writeTaxonomy(second), {
      ...{ scheme: 'boats', version: '2', signal: stop.signal },
      progress: () => stop.abort(),
    })
    await expect(read).rejects.toThrow('Nothing was changed')
    expect(await inUse()).toEqual(['boats@1 in use'])
    expect(await db.query('select count(*) as parts from taxonomy_part_next')).toEqual([{ parts: 0 }])
    expect(await load(second, '2')).toMatchObject({ changed: true })
  })

  test('what is said of a concept may lie anywhere in a file that is gathered in many rounds', async () => {
    const ids = Array.from({ length: 2_500 }, (_, at) => ex(`c${at}`))
    const path = writeTaxonomy([
      ...ids.map((id): Statement => [id, rdfType, skos('Concept')]),
      ...ids.map((id, at): Statement => [id, skos('prefLabel'), nl(`Boot ${at}`)]),
      ...ids.slice(1).map((id, at): Statement => [ids[Math.floor(at / 10)] as string, skos('narrower'), id]),
    ])
    const steps = new Map<string, { done: number; total?: number }>()
    const progress: Progress = ({ what, ...how }) => void steps.set(what, how)
    const report = await skills.taxonomies.import(path, { scheme: 'boats', version: '1', progress })
    expect(report).toMatchObject({ rejected: 0, counts: { skills: 2_500 } })
    expect([...steps.keys()]).toEqual(['reading taxonomy.nt', 'looking at what there is', 'making concepts'])
    expect(steps.get('making concepts')).toEqual({ done: 2_500, total: 2_500 })
    const catalogue = await skills.catalogue()
    expect(catalogue.narrower(ex('c3')).toSorted()).toEqual(Array.from({ length: 10 }, (_, at) => ex(`c${31 + at}`)))
  })

  test('subjects come whole, however their parts fall over pages', async () => {
    const store = createTaxonomyStore(db)
    const part = (label: string) => ({ line: 1, said: [['preferred', label, 'nl', ''] as const], backwards: [] })
    const parts = ['a', 'b', 'b', 'b', 'b', 'b', 'c', 'd', 'd'].map((subject, at) => ({ subject, part: part(`${subject}${at}`) }))
    await store.stageParts(db, 1, parts)
    for (const size of [1, 2, 3, 4, 9, 10]) {
      const read: string[] = []
      for await (const page of store.subjects(size)) {
        for (const { subject, part } of page) read.push(`${subject}: ${part.said.map(([, label]) => label).join(' ')}`)
      }
      expect(read).toEqual(['a: a0', 'b: b1 b2 b3 b4 b5', 'c: c6', 'd: d7 d8'])
    }
  })

  test('a language that is none is refused before anything is read', async () => {
    const path = writeTaxonomy(first)
    await expect(skills.taxonomies.import(path, { scheme: 'boats', version: '1', labelLanguage: 'no such' })).rejects.toThrow(
      '"no such" is no language tag',
    )
  })

  test('one at a time; what a killed one staged is thrown away', async () => {
    const iso = new Date(now).toISOString()
    const run = randomUUID()
    await db.query(
      `insert into import_run (id, kind, source, started_at, alive_at, status)
       values ($1, 'taxonomy', 's', $2::timestamptz, $2::timestamptz, 'running')`,
      [run, iso],
    )
    await db.query(`insert into taxonomy_part_next values ('http://example.org/x', 1, '{"line":0,"said":[],"backwards":[]}')`)
    await db.query(
      `insert into taxonomy_version (id, scheme, version, title, uri, source, licence, checksum, imported_at, state)
       values ('half', 'boats', '1', '', '', '', '', '', $1::timestamptz, 'staged')`,
      [iso],
    )
    await db.query(`insert into taxonomy_concept (taxonomy, id, type, status) values ('half', 'x', 'skill', 'current')`)
    if (db.kind === 'postgresql') {
      await expect(load(first, '1')).rejects.toBeInstanceOf(Conflict)
      await skills.repairRuns()
      expect(await db.query('select count(*) as parts from taxonomy_part_next')).toEqual([{ parts: 1 }])
      now += 121_000
    }
    await skills.repairRuns()
    expect(await db.query('select count(*) as parts from taxonomy_part_next')).toEqual([{ parts: 0 }])
    expect(await db.query('select count(*) as concepts from taxonomy_concept')).toEqual([{ concepts: 0 }])
    expect(await load(first, '1')).toMatchObject({ changed: true, inUse: true })
  })
})

describe.each(freshDatabases())('concepts that cannot be used, on $name', ({ open }) => {
  let db: Database
  let skills: Skills
  beforeEach(async () => {
    db = await open()
    skills = skillsOn(db)
  })
  afterEach(() => db.close())

  test.each<[what: string, statements: readonly Statement[], reason: RegExp]>([
    ['no label', [[ex('b'), rdfType, skos('Concept')]], /no preferred label/],
    [
      'no preferred label',
      [
        [ex('b'), rdfType, skos('Concept')],
        [ex('b'), skos('altLabel'), nl('x')],
      ],
      /no preferred label/,
    ],
    ['an empty label', [...concept(ex('b'), 'B', [skos('altLabel'), nl('  ')])], /alternative "": it is empty/],
    ['a label as long as a page', [...concept(ex('b'), 'B', [skos('altLabel'), nl('x'.repeat(501))])], /longer than 500/],
    ['two preferred labels', [...concept(ex('b'), 'B', [skos('prefLabel'), nl('Bé')])], /"B" is used and "Bé" is not/],
    [
      'a link to nothing',
      concept(ex('b'), 'B', [skos('broader'), ex('nothing')]),
      /broader http:\/\/example.org\/nothing: there is no such concept/,
    ],
    [
      'a link from nothing',
      concept(ex('b'), 'B', [skos('narrower'), ex('nothing')]),
      /http:\/\/example.org\/b names it \(broader, backwards\)/,
    ],
    ['a link to a text', concept(ex('b'), 'B', [skos('related'), nl('A')]), /related "A": a link must name a whole URI/],
    ['itself above', concept(ex('b'), 'B', [skos('broader'), ex('b')]), /broader: the concept names itself/],
    ['no URI', concept('_:b', 'B'), /has no URI/],
    [
      'a successor that is not there',
      concept(ex('b'), 'B', [dct('isReplacedBy'), ex('nothing')]),
      /replaced by .*nothing, and there is no such/,
    ],
    [
      'exact and broad',
      concept(ex('b'), 'B', [skos('exactMatch'), 'http://o/x'], [skos('broadMatch'), 'http://o/x']),
      /both exact and broadMatch of http:\/\/o\/x/,
    ],
    [
      'broad and narrow',
      concept(ex('b'), 'B', [skos('broadMatch'), 'http://o/x'], [skos('narrowMatch'), 'http://o/x']),
      /both broadMatch and narrowMatch/,
    ],
  ])('%s', async (_, statements, reason) => {
    const path = writeTaxonomy([...concept(ex('a'), 'A'), ...statements])
    const report = await skills.taxonomies.import(path, { scheme: 's', version: '1' })
    expect(report.rejects.map((reject) => reject.reason)).toEqual([expect.stringMatching(reason)])
    expect(report.rejects[0]?.place).toMatch(/^taxonomy\.nt:\d+$/)
    expect((await linesOf(db, skills, 's@1'))[ex('a')]).toEqual(['skill capability current', 'nl preferred A'])
    expect(await db.query('select run, place, reason from import_reject')).toHaveLength(1)
  })

  test('a language that is none refuses the label', async () => {
    const path = writeText(
      'x.rdf',
      `<r:RDF xmlns:r="${rdfType.slice(0, -4)}" xmlns:s="${skos('')}"><s:Concept r:about="${ex('a')}">
      <s:prefLabel xml:lang="nl">A</s:prefLabel><s:altLabel xml:lang="not a language">B</s:altLabel></s:Concept></r:RDF>`,
    )
    const report = await skills.taxonomies.import(path, { scheme: 's', version: '1' })
    expect(report.rejects).toEqual([
      { place: 'x.rdf:1', reason: expect.stringContaining('"not a language" is no language tag'), record: `${ex('a')} A` },
    ])
  })

  test('broader links in a circle: none of them is used, and those beside it are', async () => {
    const path = writeTaxonomy([
      ...concept(ex('a'), 'A', [skos('broader'), ex('b')]),
      ...concept(ex('b'), 'B', [skos('broader'), ex('c')]),
      ...concept(ex('c'), 'C', [skos('broader'), ex('a')], [skos('broader'), ex('top')]),
      ...concept(ex('d'), 'D', [skos('broader'), ex('a')]),
      ...concept(ex('top'), 'Top'),
    ])
    const report = await skills.taxonomies.import(path, { scheme: 's', version: '1' })
    expect(report.rejects.map(({ reason }) => reason)).toEqual(
      ['b', 'c', 'a'].map((to) => `broader ${ex(to)}: these links go round in a circle, so none of them is used.`),
    )
    const catalogue = await skills.catalogue()
    expect(['a', 'b', 'c', 'd'].map((id) => catalogue.broader(ex(id)))).toEqual([[], [], [ex('top')], [ex('a')]])
  })

  test('labels of a country are those of its language', async () => {
    const path = writeTaxonomy([
      [ex('a'), rdfType, skos('Concept')],
      [ex('a'), skos('prefLabel'), { text: 'Colour', language: 'en-GB' }],
      [ex('a'), skos('prefLabel'), { text: 'Color', language: 'en-US' }],
      ...concept(ex('b'), 'Fiets', [skos('prefLabel'), { text: 'Velo', language: 'nl-BE' }], [skos('prefLabel'), en('Bike')]),
    ])
    await skills.taxonomies.import(path, { scheme: 's', version: '1' })
    const catalogue = await skills.catalogue()
    expect(catalogue.label(ex('a'), 'en')).toBe('Colour')
    expect(catalogue.alternatives(ex('a'), 'en')).toEqual(['Color'])
    expect(catalogue.label(ex('b'), 'nl')).toBe('Fiets')
    expect(catalogue.search('color', { language: 'en' })[0]).toMatchObject({ label: 'Colour' })
  })
})
