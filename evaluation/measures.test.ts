import { describe, expect, test } from 'vitest'
import { averagePrecision, figureOf, intervalOf, precisionAt, reciprocalRank, successAt } from './measures.ts'
import { tableOf } from './table.ts'
import { trecRun } from './trec.ts'

const [yes, no] = [true, false]

describe('measures of one query', () => {
  test.each([
    [[yes, no], 1],
    [[no, no, yes], 1 / 3],
    [[no, no], 0],
    [[], 0],
  ])('reciprocal rank of %j is %d', (right, expected) => {
    expect(reciprocalRank(right)).toBe(expected)
  })

  test('average precision counts right answers that were not found', () => {
    expect(averagePrecision([yes, no, yes], 4)).toBeCloseTo((1 + 2 / 3) / 4)
    expect(averagePrecision([], 0)).toBe(0)
  })

  test('success and precision at a depth', () => {
    expect([1, 2, 3].map((depth) => successAt([no, yes, no], depth))).toEqual([0, 1, 1])
    // Two right answers in all: five places cannot hold more.
    expect(precisionAt([yes, no, no, no, yes], 5, 2)).toBe(1)
    expect(precisionAt([yes, no, no, no, yes], 1, 2)).toBe(1)
    expect(precisionAt([yes, yes, no, no, no], 5, 9)).toBe(0.4)
  })
})

test('an interval lies around the mean, narrower with more queries, and is the same each time', () => {
  const few = intervalOf([0, 1, 0, 1, 1, 0, 1, 0])
  const many = intervalOf(Array.from({ length: 800 }, (_, at) => at % 2))
  expect(few.low).toBeLessThan(few.value)
  expect(few.high).toBeGreaterThan(few.value)
  expect(many.high - many.low).toBeLessThan(few.high - few.low)
  expect(intervalOf([0, 1, 0, 1, 1, 0, 1, 0])).toEqual(few)
})

test('a run has the highest scores first, and of equals the id that comes last in the alphabet', () => {
  expect(trecRun([0.5, 0.7, 0.5, 0, 0.5 + 1e-12], ['a', 'b', 'c', 'd', 'e'])).toEqual([1, 4, 2, 0])
})

test('the table says which goals are reached', () => {
  const about = { set: 'titles', system: 'blend', way: 'cross-validated' }
  const lines = tableOf([
    figureOf(about, 'MRR', [1, 1], { target: 0.5, stretch: 0.9 }),
    figureOf(about, 'MAP', [0.5], { target: 0.6 }),
    figureOf(about, 'MAP', [0.5], { target: 0.4, floor: 0.51 }),
  ]).split('\n')
  expect(lines[2]).toMatch(/stretch reached/)
  expect(lines[3]).toMatch(/below target/)
  expect(lines[4]).toMatch(/below the floor of 0\.5100/)
})
