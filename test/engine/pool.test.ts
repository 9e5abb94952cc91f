import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { textAt } from '../../src/engine/columns/index.ts'
import { claimsOf } from '../../src/engine/matching/claims.ts'
import type { Person } from '../../src/engine/matching/person.ts'
import { termsOf } from '../../src/engine/matching/terms.ts'
import { createEngine, type World } from '../../src/engine/planning/index.ts'
import { SegmentBuilder } from '../../src/engine/pool/build-segment.ts'
import { claimsOfRow } from '../../src/engine/pool/claims-of-row.ts'
import { PeopleIndex, type Shortcuts } from '../../src/engine/pool/index.ts'
import { termsOfRow } from '../../src/engine/pool/segment.ts'
import { transferModel } from '../../src/engine/taxonomy/index.ts'
import { createTwin } from '../twin/twin.ts'
import { type RandomWorld, randomWorld, styleNames } from '../worlds/random-world.ts'
import { answersOf, crowdOf, ids, names, numRuns, pairs, partsOf, timeout, twinAnswersOf, without } from './pool-answers.ts'

function expectEqualPool({ world, pool }: RandomWorld, pair: readonly (keyof Shortcuts)[]): void {
  const crowd = crowdOf(pool)
  const parts = partsOf(world)
  const index = new PeopleIndex(parts.market, crowd)
  const expected = twinAnswersOf(world, crowd)
  expect(answersOf(parts, world, index)).toEqual(expected)
  for (const name of names) {
    expect({ off: name, ...answersOf(parts, world, index, without(name)) }).toEqual({ off: name, ...expected })
  }
  expect(answersOf(parts, world, index, without(...pair))).toEqual(expected)
  expect(answersOf(parts, world, index, without(...names))).toEqual(expected)
}

describe('questions about people', () => {
  for (const style of styleNames) {
    test(`equal the slow twin, with any shortcut off: ${style}`, { timeout }, () => {
      fc.assert(
        fc.property(randomWorld(style), pairs, (random, pair) => expectEqualPool(random, pair)),
        { numRuns, seed: 20261129 },
      )
    })
  }

  test('are answered at the front door, from a list or from an index', { timeout }, () => {
    fc.assert(
      fc.property(randomWorld('terms and silence'), ({ world, pool }) => {
        const engine = createEngine(world)
        const twin = createTwin(world)
        const index = engine.openPool(pool)
        for (const id of ids(world.vacancies)) {
          for (const people of [pool, index]) {
            expect(engine.peopleFor(id, people, 3)).toEqual(twin.peopleFor(id, pool, 3))
            expect(engine.poolEffect(id, people)).toEqual(twin.poolEffect(id, pool))
          }
        }
      }),
      { numRuns: 20, seed: 1 },
    )
  })
})

/** More essentials than one word of a set holds, or than a table of sets. */
const manyEssentials = fc.constantFrom(17, 31, 32, 33, 40).chain((count) => {
  const skills = Array.from({ length: count }, (_, i) => ({ id: `s${String(i).padStart(2, '0')}`, kind: 'tool' as const }))
  const names = ids(skills)
  const missed = fc.subarray(names, { maxLength: 4 })
  const person = fc.tuple(missed, fc.subarray(names, { maxLength: 2 }), fc.boolean()).map(([no, silent, works]) => ({
    occupations: works ? ['o'] : [],
    answers: Object.fromEntries(
      names.filter((id) => !silent.includes(id)).map((id) => [id, no.includes(id) ? ('no' as const) : ('yes' as const)]),
    ),
  }))
  const offering = fc
    .tuple(fc.subarray(names, { minLength: 1, maxLength: 5 }), fc.subarray(names, { maxLength: 1 }))
    .map(([teaches, asks]) => ({
      ...{ weeks: 4, hoursPerWeek: 8, feeEuro: 0, online: true, rolling: true },
      outcomes: teaches.map((skill) => ({ skill, level: 2 as const })),
      prerequisites: asks.map((skill) => ({ skill, level: 2 as const })),
    }))
  return fc
    .record({ people: fc.array(person, { minLength: 1, maxLength: 8 }), offerings: fc.array(offering, { maxLength: 4 }) })
    .map(
      ({ people, offerings }): RandomWorld => ({
        world: {
          skills,
          occupations: [{ id: 'o', implies: names.slice(-3) }],
          vacancies: [{ id: 'V', requirements: names.map((skill) => ({ skill, weight: 'essential' })) }],
          offerings: offerings.map((one, i) => ({ ...one, id: `T${i}` })),
          settings: {
            thisWeek: 0,
            kmPerHour: { walk: 5, bike: 15, transit: 30, car: 60 },
            travelCentsPerKm: 20,
            transfer: transferModel,
          },
        },
        people: [],
        pool: people.map((one, i) => ({ ...one, id: `P${i}` })),
      }),
    )
})

test('vacancies with very many essentials equal the slow twin too', { timeout }, () => {
  fc.assert(fc.property(manyEssentials, pairs, expectEqualPool), { numRuns, seed: 20261202 })
})

test('a pool of more than one page of rows is counted whole', { timeout }, () => {
  const world: World = {
    ...fc.sample(manyEssentials, { numRuns: 1, seed: 1 })[0]!.world,
    vacancies: [{ id: 'V', requirements: [{ skill: 's00', weight: 'essential' }] }],
  }
  const engine = createEngine(world)
  const says = (i: number): Person['answers'] =>
    Object.fromEntries(ids(world.skills).map((id) => [id, i % 3 === 0 ? 'yes' : 'no']))
  const [yes, no] = [says(0), says(1)]
  const count = 70_001
  const pool = engine.openPool(
    Array.from({ length: count }, (_, i) => ({ id: `P${i}`, occupations: [], answers: i % 3 === 0 ? yes : no })),
  )
  pool.remove('P69999')
  const holders = Math.ceil(count / 3) - 1
  expect(engine.poolEffect('V', pool).now).toEqual([holders, holders])
  expect(engine.poolEffect('V', pool).alone).toEqual([{ demand: 'skill:s00', gain: [count - 1 - holders, count - 1 - holders] }])
  expect(engine.peopleFor('V', pool, 3).people.map(({ person }) => person)).toEqual(['P0', 'P10002', 'P10005'])
})

test('what stands below a skill that is known without proof may be proven, unasked', () => {
  const { world } = fc.sample(manyEssentials, { numRuns: 1, seed: 1 })[0]!
  const skills = [
    { id: 'a', kind: 'knowledge' as const },
    { id: 'b', kind: 'tool' as const, broader: ['a'] },
  ]
  const vacancies = [{ id: 'V', requirements: [{ skill: 'a', weight: 'essential' as const, evidence: 'verified' as const }] }]
  const pool: Person[] = [
    { id: 'P0', occupations: [], answers: { a: 3 } },
    { id: 'P1', occupations: [], answers: { a: 'little' } },
    { id: 'P2', occupations: [], answers: { a: 3, b: 'no' } },
  ]
  expectEqualPool({ world: { ...world, skills, vacancies, occupations: [], offerings: [] }, people: [], pool }, [
    'blocks',
    'postings',
  ])
})

describe('what random pools seldom hold equals the slow twin', () => {
  const { world: plain } = fc.sample(manyEssentials, { numRuns: 1, seed: 1 })[0]!
  const bare: World = { ...plain, skills: ['a', 'b', 'c'].map((id) => ({ id, kind: 'tool' })), occupations: [], offerings: [] }

  test('one home out of reach, for whom some work from home is enough', () => {
    const vacancies = [{ id: 'V', requirements: [], place: [51, 5] as const, remoteShare: 40 }]
    const pool = [undefined, 40, 60, 20, undefined, 80, 0].map((enough, i): Person => {
      const place = { at: [53, 6] as const, maxMinutes: 30, mode: 'car' as const }
      return {
        id: `P${i}`,
        occupations: [],
        answers: {},
        place: enough === undefined ? place : { ...place, remoteShareEnough: enough },
      }
    })
    expectEqualPool({ world: { ...bare, vacancies }, people: [], pool }, ['blocks', 'quietTerms'])
  })

  test('one of several skills that work may imply, ruled out alone or with the others', () => {
    const skills = ['a', 'b', 'c'].map((id) => ({
      ...{ id, kind: 'tool' as const },
      ...(id === 'b' || id === 'c' ? { broader: ['a'] } : {}),
    }))
    const occupations = [
      { id: 'both', implies: ['b', 'c'] },
      { id: 'one', implies: ['c'] },
    ]
    const vacancies = [{ id: 'V', requirements: [{ skill: 'a', weight: 'essential' as const }] }]
    // So many that silence on the rest means no, but for what work implies.
    const others = Object.fromEntries([...'defghijk'].map((id) => [id, 'no' as const]))
    const said: Person['answers'][] = [
      {},
      { b: 'no' },
      { c: 'no' },
      { b: 'no', c: 'no' },
      { a: 'little' },
      { a: 'yes' },
      { a: 'no', b: 2 },
    ]
    const pool = said.flatMap((answers, i) =>
      [['both'], ['one'], ['one', 'both'], []].map(
        (works, j): Person => ({ id: `P${i}${j}`, occupations: works, answers: { ...others, ...answers } }),
      ),
    )
    expectEqualPool({ world: { ...bare, skills, occupations, vacancies }, people: [], pool }, ['postings', 'packedSets'])
  })

  test('a level that is there without the proof asked', () => {
    const vacancies = [{ id: 'V', requirements: [{ skill: 'a', weight: 'essential' as const, evidence: 'verified' as const }] }]
    const proven = Array.from(
      { length: 6 },
      (_, i): Person => ({
        ...{ id: `P${i + 1}`, occupations: [], answers: { a: 3 } },
        evidence: { a: 'verified' },
      }),
    )
    // As good a fit without its proof, the lowest id, and looked at last.
    const pool = [...proven, { id: 'P0', occupations: [], answers: { a: 4 as const } }]
    expectEqualPool({ world: { ...bare, vacancies }, people: [], pool }, ['keepBest', 'boundFit'])
  })

  test('a training that teaches all three to somebody who cannot start in time', () => {
    const requirements = ['a', 'b', 'c'].map((skill) => ({ skill, weight: 'essential' as const }))
    const outcomes = ['a', 'b', 'c'].map((skill) => ({ skill, level: 2 as const }))
    const offerings = [{ id: 'T', weeks: 4, hoursPerWeek: 8, feeEuro: 0, online: true, rolling: true, outcomes }]
    const pool: Person[] = [{ id: 'P', occupations: [], answers: { a: 'no', b: 'no', c: 'no' }, availableFrom: 9 }]
    const world = { ...bare, vacancies: [{ id: 'V', requirements, latestStart: 1 }], offerings }
    expect(createEngine(world).poolEffect('V', pool).trainings).toEqual([{ offering: 'T', brings: [1, 1] }])
    expectEqualPool({ world, people: [], pool }, ['groups', 'fewMissing'])
  })
})

/** What happens to an index that lives on; numbers choose among those who may be meant. */
type Step = {
  readonly do: 'put' | 'remove' | 'merge' | 'begin' | 'step' | 'giveUp' | 'ask'
  readonly who: number
  readonly as: number
}

const steps = fc.array(
  fc.record({
    do: fc.constantFrom<Step['do']>('put', 'put', 'put', 'remove', 'remove', 'merge', 'begin', 'step', 'step', 'giveUp', 'ask'),
    who: fc.nat(11),
    as: fc.nat(11),
  }),
  { minLength: 4, maxLength: 24 },
)

/** Keeps a plain list beside the index, and compares them whenever asked. */
function expectCurrent({ world, pool }: RandomWorld, taken: readonly Step[]): void {
  const crowd = crowdOf(pool)
  const parts = partsOf(world)
  const living = new Map(crowd.slice(0, crowd.length >> 1).map((person) => [person.id, person]))
  const index = new PeopleIndex(parts.market, living.values())
  let merging: Generator<void> | undefined
  const compare = () => {
    const people = [...living.values()]
    const answers = answersOf(parts, world, index)
    expect(answers).toEqual(answersOf(parts, world, new PeopleIndex(parts.market, people)))
    return { answers, people }
  }
  for (const step of taken) {
    const { id } = crowd[step.who % crowd.length]!
    if (step.do === 'put') {
      const person = { ...crowd[step.as % crowd.length]!, id }
      index.put(person)
      living.set(id, person)
    } else if (step.do === 'remove') expect(index.remove(id)).toBe(living.delete(id))
    else if (step.do === 'begin') merging ??= index.mergeInSteps(1)
    else if (step.do === 'step' && merging?.next().done) merging = undefined
    else if (step.do === 'giveUp') {
      merging?.return(undefined)
      merging = undefined
    } else if (step.do === 'merge' && !merging) index.merge()
    else if (step.do === 'ask') compare()
  }
  compare()
  while (merging && !merging.next().done) if (index.size > 2) compare()
  const { answers, people } = compare()
  expect(answers).toEqual(twinAnswersOf(world, people))
}

describe('an index that lives on', () => {
  for (const style of styleNames) {
    test(`answers as if made anew, at any moment: ${style}`, { timeout }, () => {
      fc.assert(
        fc.property(randomWorld(style), steps, (random, taken) => expectCurrent(random, taken)),
        { numRuns, seed: 20261130 },
      )
    })
  }

  test('merges one at a time', () => {
    const { market } = partsOf(fc.sample(randomWorld('sparse'), { numRuns: 1, seed: 1 })[0]!.world)
    const index = new PeopleIndex(market, [{ id: 'P', occupations: [], answers: {} }])
    const merging = index.mergeInSteps(1)
    merging.next()
    expect(() => index.merge()).toThrow('merging already')
  })

  test('refuses questions of another taxonomy', () => {
    const { world } = fc.sample(randomWorld('sparse'), { numRuns: 1, seed: 3 })[0]!
    const vacancy = { id: 'V', requirements: [] }
    const [one, other] = [partsOf({ ...world, vacancies: [vacancy] }), partsOf({ ...world, vacancies: [vacancy] })]
    const index = new PeopleIndex(one.market, [])
    expect(() => index.peopleFor(other.market, other.market.at(0))).toThrow('another taxonomy')
  })
})

/** What terms and skills ask of each person, from the person and from the columns. */
function expectNothingLost({ world, pool }: RandomWorld): void {
  const { market } = partsOf(world)
  const crowd = crowdOf(pool)
  const builder = new SegmentBuilder(market)
  for (const person of crowd) builder.add(person)
  const once = builder.done()
  const again = new SegmentBuilder(market)
  for (let row = 0; row < once.size; row++) again.addRow(once, row)
  for (const segment of [once, again.done()]) {
    const byId = new Map(Array.from({ length: segment.size }, (_, row) => [textAt(segment.ids, row), row]))
    expect([...byId.keys()].sort()).toEqual(ids(crowd).sort())
    for (const person of crowd) {
      const row = byId.get(person.id)!
      const back = termsOfRow(segment, row)
      for (const vacancy of world.vacancies) {
        for (const { key, judge } of termsOf(vacancy)) {
          expect({ key, judged: judge(back, vacancy, market.context) }).toEqual({
            key,
            judged: judge(person, vacancy, market.context),
          })
        }
      }
      expect(back.study?.hoursPerWeek).toBe(person.study?.hoursPerWeek)
      expect(back.study?.onlineIsFine).toBe(person.study?.onlineIsFine)
      const [kept, told] = [claimsOfRow(segment, row, market.graph), claimsOf(person, market.graph, market.transfer)]
      // What proves nothing, a group or an id that no scheme names, is not kept.
      const tells = (concept: number) => market.graph.kinOf(concept).length > 0
      const levels = (claims: typeof told) =>
        [...claims.answered].filter(([concept]) => tells(concept)).map(([concept, { low, high }]) => ({ concept, low, high }))
      expect(levels(kept)).toEqual(levels(told))
      for (let concept = 0; concept < market.graph.size; concept++)
        if (tells(concept)) expect(kept.possible(concept)).toBe(told.possible(concept))
    }
  }
}

describe('the columns', () => {
  for (const style of styleNames) {
    test(`lose nothing that is asked: ${style}`, { timeout }, () => {
      fc.assert(fc.property(randomWorld(style), expectNothingLost), { numRuns: Math.ceil(numRuns / 2), seed: 20261201 })
    })
  }
})
