import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Person } from '../../src/engine/matching/person.ts'
import type { World } from '../../src/engine/planning/index.ts'
import { PeopleIndex, type SegmentData } from '../../src/engine/pool/index.ts'
import { type RandomWorld, randomWorld, styleNames } from '../worlds/random-world.ts'
import {
  answersOf,
  ids,
  largePoolOf,
  names,
  numRuns,
  type Parts,
  pairs,
  partsOf,
  timeout,
  twinAnswersOf,
  without,
} from './pool-answers.ts'

describe('a pool of some hundreds over several segments', () => {
  for (const style of styleNames) {
    test(`equals the slow twin, with any shortcut off: ${style}`, { timeout }, () => {
      fc.assert(
        fc.property(randomWorld(style), pairs, ({ world, pool }, pair) => {
          const people = largePoolOf(pool)
          const parts = partsOf(world)
          const index = new PeopleIndex(parts.market, people.slice(0, 250))
          for (const [from, to] of [
            [250, 370],
            [370, 395],
            [395, 400],
          ] as const) {
            for (const person of people.slice(from, to)) index.put(person)
            expect(index.size).toBe(to)
          }
          // Who changes is in a young segment and gone from an old one; who left is gone.
          const changed = people.slice(0, 20).map((person, i) => ({ ...people[i + 40]!, id: person.id }))
          for (const person of changed) index.put(person)
          for (const { id } of people.slice(20, 40)) index.remove(id)
          expect(index.segments.length).toBeGreaterThan(2)
          const living = [...changed, ...people.slice(40)]
          const expected = twinAnswersOf(world, living)
          expect(answersOf(parts, world, index)).toEqual(expected)
          expect(answersOf(parts, world, index, without(...pair))).toEqual(expected)
          expect(answersOf(parts, world, index, without(...names))).toEqual(expected)
          index.merge()
          expect(answersOf(parts, world, index)).toEqual(expected)
        }),
        { numRuns: Math.ceil(numRuns / 25), seed: 20261204 },
      )
    })
  }
})

/** A copy as another thread or a file gives it: without the objects, and without sharing who is gone. */
function carried(data: readonly SegmentData[]): SegmentData[] {
  return structuredClone(data) as SegmentData[]
}

/** The same skills and occupations, but a market of its own: other vacancies come first, and one names skills that no scheme has. */
function elsewhere(world: World): Parts {
  const unknown = ['no scheme names this', 'nor this'].map((skill) => ({ skill, weight: 'essential' as const }))
  return partsOf({ ...world, vacancies: [{ id: 'other', requirements: unknown }, ...[...world.vacancies].reverse()] })
}

/** Segments as data give an index that answers alike over another graph of the same skills, and that lives on. */
function expectCarriedOver({ world, pool }: RandomWorld): void {
  const crowd = largePoolOf(pool)
    .slice(0, 40)
    .map(
      (person, i): Person => ({
        ...person,
        answers: i % 5 === 0 ? { ...person.answers, 'nor this': 'yes' } : person.answers,
      }),
    )
  const here = partsOf(world)
  const there = elsewhere(world)
  const index = new PeopleIndex(here.market, crowd.slice(0, 2 * Math.ceil(crowd.length / 3)))
  for (const person of crowd.slice(2 * Math.ceil(crowd.length / 3))) index.put(person)
  const [gone, stays] = crowd as [Person, Person]
  index.remove(gone.id)
  const data = carried(index.toData())
  const other = PeopleIndex.from(there.market, data)
  expect(other.serials).toEqual(index.serials)
  const expected = answersOf(here, world, index)
  expect(answersOf(there, world, other)).toEqual(expected)
  expect(carried(other.toData())).toEqual(data)
  // Each is told of changes by itself.
  index.remove(stays.id)
  expect(answersOf(there, world, other)).toEqual(expected)
  other.remove(stays.id)
  for (const one of [index, other]) {
    one.put({ ...stays, id: gone.id })
    one.put({ ...gone, id: 'somebody new' })
  }
  expect(answersOf(there, world, other)).toEqual(answersOf(here, world, index))
  other.merge()
  expect(other.segments.length).toBe(1)
  expect(Math.min(...other.serials)).toBeGreaterThan(Math.max(...data.map(({ serial }) => serial)))
  expect(answersOf(there, world, other)).toEqual(answersOf(here, world, index))
}

test('an index lives on while other vacancies and trainings take the place of those it was made with', { timeout }, () => {
  fc.assert(
    fc.property(randomWorld('terms and silence'), ({ world, pool }) => {
      const people = largePoolOf(pool).slice(0, 30)
      const before = partsOf({ ...world, vacancies: [], offerings: [] })
      const index = new PeopleIndex(before.market, people.slice(0, 20))
      const now = partsOf(world, before.market.graph)
      for (const person of people.slice(20)) index.put(person)
      expect(answersOf(now, world, index)).toEqual(twinAnswersOf(world, people))
      const unknown = { id: 'V other', requirements: [{ skill: 'no scheme names this', weight: 'essential' as const }] }
      const later: World = { ...world, vacancies: [unknown, ...world.vacancies] }
      const person: Person = { id: 'somebody new', occupations: [], answers: { 'no scheme names this': 'yes' } }
      const newer = partsOf(later, before.market.graph)
      index.put(person)
      index.merge()
      expect(answersOf(newer, later, index)).toEqual(twinAnswersOf(later, [...people, person]))
    }),
    { numRuns: Math.ceil(numRuns / 4), seed: 20261205 },
  )
})

describe('segments as plain data', () => {
  for (const style of styleNames) {
    test(`make an index elsewhere that answers the same and lives on: ${style}`, { timeout }, () => {
      fc.assert(fc.property(randomWorld(style), expectCarriedOver), { numRuns: Math.ceil(numRuns / 2), seed: 20261203 })
    })
  }

  test('are numbers, texts, arrays of numbers, and lists of these; large arrays are shared', () => {
    const { world, pool } = fc.sample(randomWorld('terms and silence'), { numRuns: 1, seed: 5 })[0]!
    const isPlain = (value: unknown): boolean =>
      typeof value === 'number' ||
      typeof value === 'string' ||
      ArrayBuffer.isView(value) ||
      (Array.isArray(value) && value.every(isPlain))
    const [data] = new PeopleIndex(partsOf(world).market, largePoolOf(pool).slice(0, 40)).toData()
    for (const [name, value] of Object.entries(data!)) expect({ name, isPlain: isPlain(value) }).toEqual({ name, isPlain: true })
    for (const array of [data!.claimConcept, data!.postingHolder, data!.gone, data!.codes[0]!]) {
      expect(array.buffer).toBeInstanceOf(SharedArrayBuffer)
    }
  })

  test('of another taxonomy are refused', () => {
    const { world } = fc.sample(randomWorld('terms and silence'), { numRuns: 1, seed: 5 })[0]!
    const said = Object.fromEntries(ids(world.skills).map((id) => [id, 'yes' as const]))
    const data = new PeopleIndex(partsOf(world).market, [{ id: 'P', occupations: [], answers: said }]).toData()
    const other = partsOf({ ...world, skills: [{ id: 'zzz', kind: 'tool' }, ...world.skills] })
    expect(() => PeopleIndex.from(other.market, data)).toThrow('another taxonomy')
  })

  test('of nobody make an index of nobody', () => {
    const { market } = partsOf(fc.sample(randomWorld('sparse'), { numRuns: 1, seed: 1 })[0]!.world)
    expect(PeopleIndex.from(market, []).size).toBe(0)
    expect(PeopleIndex.from(market, new PeopleIndex(market).toData()).size).toBe(0)
  })
})
