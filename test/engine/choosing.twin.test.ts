/** Which cohorts to open: the solver's choice is worth what trying everything finds, and keeps to all that the problem says. */
import fc from 'fast-check'
import type { Highs } from 'highs'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  brokenBy,
  type Choice,
  compareWorth,
  groupPeople,
  type Problem,
  type Reached,
  worthOf,
} from '../../src/engine/choosing/index.ts'
import { loadHighs } from '../../src/modules/cohort-choice/solver/load-highs.ts'
import { solve } from '../../src/modules/cohort-choice/solver/solve.ts'
import { bestByTrying } from '../twin/choosing.ts'

let highs: Highs
beforeAll(async () => {
  highs = await loadHighs()
})

const contents = ['a', 'b', 'c']
const upTo = (max: number) => fc.integer({ min: 0, max })
const some = (least: number) => fc.subarray(contents, { minLength: least })

const smallProblem: fc.Arbitrary<Problem> = fc.record({
  candidates: fc
    .array(
      fc.record({
        content: fc.constantFrom(...contents),
        seats: upTo(3),
        costEuro: fc.integer({ min: 0, max: 6 }).map((each) => each * 1000),
        teacherHours: upTo(3),
        roomWeeks: upTo(3),
        seniorHours: fc.constantFrom(0, 0.5, 1, 2),
      }),
      { maxLength: 5 },
    )
    .map((list) => list.map((one, at) => ({ ...one, id: `k${at}` }))),
  groups: fc.array(
    fc.record({ distance: fc.constantFrom(1 as const, 2 as const, 3 as const), contents: some(1), people: upTo(2) }),
    { maxLength: 3 },
  ),
  jobs: fc
    .array(fc.record({ jobs: upTo(3), from: some(0) }), { maxLength: 3 })
    .chain((list) => fc.tuple(fc.constant(list), fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 9, maxLength: 9 })))
    .map(([list, most]) =>
      list.map(({ jobs, from }, at) => ({
        ...{ id: `j${at}`, jobs },
        from: from.map((content, place) => ({ content, most: most[at * 3 + place] ?? 1 })),
      })),
    ),
  limits: fc.record(
    { budgetEuro: upTo(12).map((each) => each * 1000), teacherHours: upTo(6), roomWeeks: upTo(6), seniorHours: upTo(3) },
    { requiredKeys: ['budgetEuro'] },
  ),
})
const aim = fc.constantFrom('most' as const, 'furthest' as const)
const now = () => performance.now()
const asked = (problem: Problem, of: 'most' | 'furthest') => ({ problem, aim: of, milliseconds: 20_000 })

describe('the choice of cohorts', () => {
  test('is the best there is, by trying everything', { timeout: 300_000 }, () => {
    fc.assert(
      fc.property(smallProblem, aim, (problem, of) => {
        const { choice, worth, bound, isProven, isSettled } = solve(highs, asked(problem, of), now)
        expect(brokenBy(problem, choice)).toBeUndefined()
        expect(worth).toEqual(bestByTrying(problem, of))
        expect(worthOf(problem, choice)).toEqual(worth)
        expect([isProven, isSettled, bound]).toEqual([true, true, of === 'most' ? worth.placed : worth.weighted])
      }),
      { numRuns: 250, seed: 20261130 },
    )
  })

  test('is the same in whatever order a problem comes', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(smallProblem, aim, fc.integer({ min: 1, max: 5 }), (problem, of, by) => {
        const turned = <T>(list: readonly T[]): T[] => [...list.slice(by), ...list.slice(0, by)].reverse()
        const again = { ...problem, candidates: turned(problem.candidates) }
        const [one, two] = [problem, again].map((each) => solve(highs, asked(each, of), now))
        expect(two?.choice.open).toEqual(one?.choice.open)
      }),
      { numRuns: 80, seed: 2 },
    )
  })

  test('with more of any means is never worth less', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(smallProblem, aim, (problem, of) => {
        const more = { ...problem, limits: { budgetEuro: problem.limits.budgetEuro + 2000 } }
        const [one, two] = [problem, more].map((each) => solve(highs, asked(each, of), now).worth)
        const first = of === 'most' ? 'placed' : 'weighted'
        expect(two?.[first]).toBeGreaterThanOrEqual(one?.[first] ?? 0)
      }),
      { numRuns: 80, seed: 3 },
    )
  })

  test('with cohorts that are given places as many as can be placed in them', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(smallProblem, aim, (problem, of) => {
        const { choice, worth } = solve(highs, asked(problem, of), now)
        const again = solve(highs, { ...asked(problem, of), open: choice.open }, now)
        expect(again.worth).toEqual(worth)
      }),
      { numRuns: 60, seed: 4 },
    )
  })
})

describe('the checker of choices', () => {
  const problem: Problem = {
    candidates: [
      { id: 'k', content: 'a', seats: 2, costEuro: 10, teacherHours: 1, roomWeeks: 1, seniorHours: 1 },
      { id: 'l', content: 'b', seats: 2, costEuro: 10, teacherHours: 1, roomWeeks: 1, seniorHours: 1 },
    ],
    groups: [{ distance: 1, contents: ['a'], people: 2 }],
    jobs: [{ id: 'j', jobs: 2, from: [{ content: 'a', most: 1 }] }],
    limits: { budgetEuro: 10, seniorHours: 1 },
  }
  const good: Choice = {
    open: ['k'],
    taught: [{ group: 0, content: 'a', people: 1 }],
    hired: [{ content: 'a', job: 'j', people: 1 }],
  }
  const two = [{ group: 0, content: 'a', people: 2 }]

  test('lets a good one through and says what is wrong with any other', () => {
    expect(brokenBy(problem, good)).toBeUndefined()
    const wrong: readonly (readonly [Partial<Choice>, RegExp])[] = [
      [{ open: ['k', 'l'] }, /budgetEuro/],
      [{ open: ['k', 'k'] }, /twice/],
      [{ open: ['none'] }, /none of these/],
      [{ open: [] }, /fewer seats/],
      [{ taught: two }, /as many are taught/],
      [{ taught: two, hired: [{ content: 'a', job: 'j', people: 2 }] }, /brings fewer/],
      [{ taught: [{ group: 0, content: 'b', people: 1 }] }, /nowhere/],
      [{ taught: [{ group: 0, content: 'a', people: 3 }] }, /fewer people/],
      [{ taught: [{ group: 4, content: 'a', people: 1 }] }, /group that is none/],
      [{ hired: [{ content: 'a', job: 'x', people: 1 }] }, /job that is none/],
      [{ taught: [{ group: 0, content: 'a', people: 0.5 }] }, /0.5 people/],
    ]
    for (const [change, says] of wrong) expect(brokenBy(problem, { ...good, ...change })).toMatch(says)
  })

  test('compares by the aim, then the other one, then cost', () => {
    const worth = (placed: number, weighted: number, costEuro: number) => ({ placed, weighted, costEuro })
    expect(compareWorth('most', worth(2, 2, 9), worth(1, 3, 0))).toBeGreaterThan(0)
    expect(compareWorth('furthest', worth(2, 2, 9), worth(1, 3, 0))).toBeLessThan(0)
    expect(compareWorth('most', worth(2, 2, 9), worth(2, 2, 8))).toBeLessThan(0)
  })
})

describe('people in groups', () => {
  const person = fc.record({ distance: fc.constantFrom(1 as const, 2 as const, 3 as const), contents: some(0) })
  const crowd: fc.Arbitrary<Reached[]> = fc.array(person, { maxLength: 120 })

  test('are never fewer than ten, never say of anybody what is not so, and lose only what must go', () => {
    fc.assert(
      fc.property(crowd, (people) => {
        const groups = groupPeople(people, 10)
        for (const { people: many, contents: own } of groups) {
          expect(many).toBeGreaterThanOrEqual(10)
          expect(own.length).toBeGreaterThan(0)
        }
        // Everybody can be given a group of their distance that is no more than what they can take: by a matching, one after another.
        for (const distance of [1, 2, 3] as const) {
          for (const content of contents) {
            const can = people.filter((one) => one.distance === distance && one.contents.includes(content)).length
            const said = groups
              .filter((one) => one.distance === distance && one.contents.includes(content))
              .reduce((sum, one) => sum + one.people, 0)
            expect(said).toBeLessThanOrEqual(can)
          }
        }
        expect(groupPeople([...people].reverse(), 10)).toEqual(groups)
        // With groups of one nothing is lost.
        const all = groupPeople(people, 1).reduce((sum, one) => sum + one.people, 0)
        expect(all).toBe(people.filter((one) => one.contents.length > 0).length)
      }),
      { numRuns: 200, seed: 5 },
    )
  })

  test('that are too small go with who can take the rest', () => {
    const many = (count: number, own: readonly string[]): Reached[] =>
      Array.from({ length: count }, () => ({ distance: 1 as const, contents: own }))
    const groups = groupPeople([...many(12, ['a']), ...many(4, ['a', 'b']), ...many(3, ['c']), ...many(11, ['b'])], 10)
    expect(groups).toEqual([
      { distance: 1, contents: ['a'], people: 16 },
      { distance: 1, contents: ['b'], people: 11 },
    ])
  })
})
