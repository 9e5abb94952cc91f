import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshDatabases } from '../../../../test/databases.ts'
import { createEngine, type World } from '../../../engine/planning/index.ts'
import { transferModel } from '../../../engine/taxonomy/index.ts'
import type { Database } from '../../../platform/index.ts'
import { type Catalogue, type Skills, starterSkillId } from '../index.ts'
import { findEqualClasses } from './equal-classes.ts'
import { skillsOn } from './skills-for-tests.ts'
import { cnlo, concept, ex, nl, rdfType, type Statement, skos, writeTaxonomy } from './small-taxonomy.ts'

const vocabulary = join(import.meta.dirname, '../../../../data/vocabulary')
const own = starterSkillId

/** A concept in the shape of CompetentNL. What it says is made up. */
function cnl(
  id: string,
  type: 'Occupation' | 'HumanCapability' | 'KnowledgeArea',
  label: string,
  ...more: (readonly [string, string])[]
): Statement[] {
  return [
    [ex(id), rdfType, cnlo(type)],
    [ex(id), skos('prefLabel'), nl(label)],
    ...more.map(([property, object]): Statement => [ex(id), property, object]),
  ]
}

describe.each(freshDatabases())('CompetentNL and its mappings on $name', ({ open }) => {
  let db: Database
  let skills: Skills
  let catalogue: Catalogue
  let esco: (id: string) => string
  beforeAll(async () => {
    db = await open()
    skills = skillsOn(db)
    await skills.loadStarter(vocabulary)
    const starter = await skills.catalogue()
    // The URI of ESCO's concept that ours equals. ESCO itself is not loaded.
    esco = (id) => starter.equals(own(id)).find((one) => one !== own(id)) ?? ''
    const report = await skills.taxonomies.import(
      writeTaxonomy([
        ...cnl('slang', 'KnowledgeArea', 'Slangentaal', [cnlo('exactMatchESCO'), esco('python')]),
        ...cnl('slang-web', 'KnowledgeArea', 'Slangentaal voor het web', [skos('broader'), ex('slang')]),
        ...cnl('asking', 'HumanCapability', 'Databanken bevragen', [cnlo('closeMatchESCO'), own('sql')]),
        ...cnl('cloud-kite', 'KnowledgeArea', 'Wolkenvlieger', [cnlo('broadMatchESCO'), own('cloud')]),
        ...cnl('all-clouds', 'KnowledgeArea', 'Alle wolken', [cnlo('narrowMatchESCO'), own('cloud')]),
        ...cnl('twice-a', 'KnowledgeArea', 'Tweemaal A', [cnlo('exactMatchESCO'), own('java')]),
        ...cnl('twice-b', 'KnowledgeArea', 'Tweemaal B', [cnlo('exactMatchESCO'), own('java')]),
        ...cnl('both', 'KnowledgeArea', 'Beide', [cnlo('exactMatchESCO'), own('azure')], [cnlo('exactMatchESCO'), own('aws')]),
        ...cnl(
          'keeper',
          'Occupation',
          'Slangenhoeder',
          [cnlo('requiresHATEssential'), ex('slang')],
          [cnlo('requiresHATImportant'), ex('asking')],
          [cnlo('requiresHATSomewhat'), ex('cloud-kite')],
        ),
        [ex('task'), rdfType, 'https://linkeddata.competentnl.nl/uwv/def/competentnl_uwv#OccupationTask'],
        [ex('task'), rdfType, skos('Concept')],
        [ex('task'), skos('prefLabel'), nl('Een taak')],
      ]),
      { scheme: 'competentnl', version: '1.0' },
    )
    expect(report.counts).toMatchObject({ skills: 8, occupations: 1, left: 1 })
    expect(report.rejects.map(({ record, reason }) => `${record.split(' ')[0]} ${reason}`)).toEqual([
      expect.stringMatching(/both exact .*(aws|azure): with it, schakel:skill\/aws and schakel:skill\/azure would be the same/),
      expect.stringMatching(/both exact .*(aws|azure): with it/),
      expect.stringMatching(/twice-a exact schakel:skill\/java: with it, .*twice-a and .*twice-b would be the same/),
      expect.stringMatching(/twice-b exact schakel:skill\/java/),
    ])
    catalogue = await skills.catalogue()
  })
  afterAll(() => db.close())

  /** What a person with these skills lacks for a vacancy that asks one, and through which claim it is met. */
  function asks(skill: string, ...has: string[]): { unmet: boolean; how: string | undefined; credit: number } {
    const world: World = {
      skills: catalogue.engineSkills(),
      occupations: catalogue.engineOccupations(),
      vacancies: [{ id: 'v', requirements: [{ skill, weight: 'essential' }] }],
      offerings: [],
      settings: {
        thisWeek: 3000,
        kmPerHour: { walk: 5, bike: 15, transit: 30, car: 60 },
        travelCentsPerKm: 20,
        transfer: transferModel,
      },
    }
    const engine = createEngine(world)
    const person = { id: 'p', occupations: [], answers: Object.fromEntries(has.map((one) => [one, 3 as const])) }
    const unmet = engine.judge(person, 'v').conditions.some((one) => JSON.stringify(one).includes(skill))
    const credit = engine.credits(person, 'v')[0]
    return { unmet, how: credit?.through?.how, credit: credit?.low ?? 0 }
  }

  test('three weights, kinds and occupations', () => {
    expect(catalogue.get(ex('keeper'))).toMatchObject({ type: 'occupation', scheme: 'competentnl', ict: false })
    expect(catalogue.skillsOf(ex('keeper'))).toEqual([
      { skill: ex('slang'), weight: 'essential' },
      { skill: ex('asking'), weight: 'important' },
      { skill: ex('cloud-kite'), weight: 'somewhat' },
    ])
    expect(catalogue.get(ex('slang')).kind).toBe('knowledge')
    expect(catalogue.get(ex('asking')).kind).toBe('capability')
    expect(catalogue.find(ex('task'))).toBeUndefined()
  })

  test('equal by way of ESCO: each proves the other, both ways, and search shows one row', () => {
    expect(esco('python')).toMatch(/^http:\/\/data\.europa\.eu\/esco\/skill\//)
    expect(asks(own('python'), ex('slang'))).toEqual({ unmet: false, how: 'same', credit: 1200 })
    expect(asks(ex('slang'), own('python'))).toEqual({ unmet: false, how: 'same', credit: 1200 })
    expect(catalogue.standsFor(ex('slang'))).toBe(own('python'))
    expect(catalogue.equals(own('python')).toSorted()).toEqual([esco('python'), ex('slang'), own('python')].toSorted())
    expect(catalogue.search('slangentaal', { language: 'nl' })[0]?.concept.id).toBe(own('python'))
  })

  test('narrower than an equal one proves ours; ours does not prove it', () => {
    expect(asks(own('python'), ex('slang-web'))).toEqual({ unmet: false, how: 'specific', credit: 1200 })
    expect(asks(ex('slang-web'), own('python'))).toEqual({ unmet: true, how: 'general', credit: 360 })
  })

  test('a close match shapes fit and proves nothing', () => {
    expect(asks(own('sql'), ex('asking'))).toEqual({ unmet: true, how: 'close', credit: 1080 })
    expect(asks(ex('asking'), own('sql'))).toEqual({ unmet: true, how: 'close', credit: 1080 })
  })

  test('a broad match proves the broad one, a narrow match is proven by the narrow one', () => {
    expect(asks(own('cloud'), ex('cloud-kite'))).toEqual({ unmet: false, how: 'specific', credit: 1200 })
    expect(asks(ex('cloud-kite'), own('cloud'))).toMatchObject({ unmet: true, how: 'general' })
    expect(asks(ex('all-clouds'), own('cloud'))).toEqual({ unmet: false, how: 'specific', credit: 1200 })
    expect(asks(own('cloud'), ex('all-clouds'))).toMatchObject({ unmet: true, how: 'general' })
  })

  test('mappings that contradict are not used', () => {
    expect(asks(own('java'), ex('twice-a'))).toMatchObject({ unmet: true, credit: 0 })
    expect(asks(ex('twice-a'), ex('twice-b'))).toMatchObject({ unmet: true, credit: 0 })
    expect(asks(own('aws'), own('azure')).how).not.toBe('same')
    expect(catalogue.standsFor(ex('both'))).toBe(ex('both'))
  })

  test('a mapping that contradicts only since another taxonomy came is not used either', async () => {
    const links = (id: string, to: string) => concept(ex(id), id, [skos('exactMatch'), to])
    await skills.taxonomies.import(writeTaxonomy([...links('x', own('git')), ...links('y', 'http://o/hub')]), {
      scheme: 'p',
      version: '1',
    })
    const before = await skills.catalogue()
    expect(before.standsFor(ex('x'))).toBe(own('git'))
    const report = await skills.taxonomies.import(
      writeTaxonomy(concept(ex('bridge'), 'Brug', [skos('exactMatch'), 'http://o/hub'], [skos('exactMatch'), ex('x')])),
      { scheme: 'q', version: '1' },
    )
    expect(report.rejects.map(({ reason }) => reason)).toEqual([
      expect.stringContaining(`with it, ${ex('x')} and ${ex('y')} would be the same`),
      expect.stringContaining(`with it, ${ex('x')} and ${ex('y')} would be the same`),
    ])
    expect((await skills.catalogue()).standsFor(ex('x'))).toBe(own('git'))
  })
})

test('classes of equal concepts, and the two that contradict', () => {
  const one = (scheme: string, id: string, ...exact: string[]) => ({ scheme, id, isCurrent: true, exact })
  const known = [one('a', 'a1', 'hub'), one('a', 'a2')]
  expect(findEqualClasses(known, [one('b', 'b1', 'hub'), one('c', 'c1', 'b1')])).toEqual({
    classes: [expect.arrayContaining(['a1', 'hub', 'b1', 'c1'])],
    contradictions: new Map(),
  })
  const { classes, contradictions } = findEqualClasses(known, [
    one('b', 'b1', 'hub'),
    one('c', 'c1', 'b1', 'a2'),
    one('c', 'c2', 'x'),
  ])
  expect(classes).toEqual([expect.arrayContaining(['c2', 'x'])])
  expect(Object.fromEntries(contradictions)).toEqual({ b1: ['a1', 'a2'], c1: ['a1', 'a2'] })
  // An obsolete concept may share the place of the one that came after it.
  expect(findEqualClasses([], [one('b', 'b1', 'x'), { ...one('b', 'b2', 'x'), isCurrent: false }]).contradictions.size).toBe(0)
})
