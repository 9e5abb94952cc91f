import { describe, expect, test } from 'vitest'
import { blendScorer, chanceOf, logisticScorer, treesScorer } from '../../../../engine/linking/index.ts'
import { crossValidate, dealFolds, seededRandom } from './folds.ts'
import { calibrate, trainBlend } from './train-blend.ts'
import { trainLogistic } from './train-logistic.ts'
import { trainTrees } from './train-trees.ts'
import { groupStarts, rowsOfGroups, type TrainingRows } from './training-rows.ts'

/** Made-up rows, ten to a group, of which `isRight` says the label. The last feature is noise. */
function made(count: number, width: number, isRight: (row: Float32Array, chance: number) => boolean): TrainingRows {
  const random = seededRandom(7)
  const values = Float32Array.from({ length: count * width }, () => random() * 2 - 1)
  const labels = new Uint8Array(count)
  for (let row = 0; row < count; row++) {
    labels[row] = isRight(values.subarray(row * width, (row + 1) * width), random()) ? 1 : 0
  }
  return { width, values, labels, groups: Int32Array.from({ length: count }, (_, row) => Math.floor(row / 10)) }
}

function accuracy(rows: TrainingRows, score: (values: Float32Array, start: number) => number): number {
  let good = 0
  rows.labels.forEach((label, row) => {
    if (score(rows.values, row * rows.width) > 0 === (label === 1)) good++
  })
  return good / rows.labels.length
}

const corner = made(4000, 3, ([a, b]) => a! > 0.1 !== b! > -0.2)

test('logistic regression finds the odds that made the rows, whatever the scale of a feature', () => {
  const rows = made(20_000, 3, ([a, b], chance) => chance < chanceOf(1.5 * a! - 2 * b! - 0.5))
  const scaled = { ...rows, values: rows.values.map((value, at) => (at % 3 === 0 ? 100 * value + 40 : value)) }
  const score = logisticScorer(trainLogistic(scaled))
  const oddsAt = (a: number, b: number): number => score(Float32Array.of(100 * a + 40, b, 0), 0)
  expect(oddsAt(0, 0)).toBeCloseTo(-0.5, 0)
  expect(oddsAt(1, 0) - oddsAt(0, 0)).toBeCloseTo(1.5, 0)
  expect(oddsAt(0, 1) - oddsAt(0, 0)).toBeCloseTo(-2, 0)
})

test('a feature that never varies weighs nothing', () => {
  const rows = made(500, 2, ([a]) => a! > 0)
  const flat = { ...rows, values: rows.values.map((value, at) => (at % 2 === 1 ? 3 : value)) }
  expect(trainLogistic(flat).weights[1]).toBeCloseTo(0, 6)
})

describe('trees', () => {
  test('find what no straight line parts', () => {
    const options = { seed: 1, trees: 60, featureShare: 1 }
    expect(accuracy(corner, treesScorer(trainTrees(corner, options)))).toBeGreaterThan(0.98)
    expect(accuracy(corner, logisticScorer(trainLogistic(corner)))).toBeLessThan(0.7)
  })

  test('one seed, one model; and a model is plain JSON', () => {
    const model = trainTrees(corner, { seed: 3, trees: 8 })
    expect(trainTrees(corner, { seed: 3, trees: 8 })).toEqual(model)
    expect(trainTrees(corner, { seed: 4, trees: 8 })).not.toEqual(model)
    const again = treesScorer(JSON.parse(JSON.stringify(model)))
    const score = treesScorer(model)
    for (let row = 0; row < 100; row++) expect(again(corner.values, row * 3)).toBe(score(corner.values, row * 3))
  })

  test('never make a leaf of fewer rows than asked, nor more leaves', () => {
    for (const tree of trainTrees(corner, { seed: 1, trees: 5, leaves: 4, leastRows: 500, groupShare: 1 }).trees) {
      expect(tree.leaves.length).toBeLessThanOrEqual(4)
      expect(tree.features.length).toBe(tree.leaves.length - 1)
    }
    expect(trainTrees(corner, { seed: 1, trees: 2, leastRows: 3000 }).trees[0]).toMatchObject({ features: [] })
  })

  test('of the ranking loss put right before wrong in a group', () => {
    // Only the order within a group says something: each group has a level of its own.
    const rows = made(3000, 2, () => false)
    const values = rows.values.slice()
    const labels = new Uint8Array(3000)
    const starts = groupStarts(rows.groups)
    for (let group = 0; group + 1 < starts.length; group++) {
      let best = starts[group]!
      for (let row = best; row < starts[group + 1]!; row++) if (values[2 * row]! > values[2 * best]!) best = row
      labels[best] = 1
    }
    const score = treesScorer(trainTrees({ ...rows, labels }, { seed: 1, loss: 'ranking', featureShare: 1, leastRows: 5 }))
    let first = 0
    for (let group = 0; group + 1 < starts.length; group++) {
      let best = starts[group]!
      for (let row = best; row < starts[group + 1]!; row++) if (score(values, 2 * row) > score(values, 2 * best)) best = row
      first += labels[best]!
    }
    expect(first / 300).toBeGreaterThan(0.9)
  })
})

describe('a better right one', () => {
  // Of each group row 0 is better than row 1, which is right too; the first feature says which is which, the second how right.
  const graded = made(2000, 2, () => false)
  graded.groups.forEach((_, row) => {
    const inGroup = row % 10
    graded.labels[row] = inGroup === 0 ? 3 : inGroup === 1 ? 1 : 0
    graded.values[2 * row] = inGroup < 2 ? 1 : 0
    graded.values[2 * row + 1] = inGroup === 0 ? 1 : 0
  })

  test.each(['logistic', 'ranking'] as const)('comes before others, by trees of the %s loss', (loss) => {
    const score = treesScorer(trainTrees(graded, { seed: 1, loss, featureShare: 1, leastRows: 5 }))
    const [better, right, wrong] = [0, 1, 2].map((row) => score(graded.values, 2 * row))
    expect(right).toBeGreaterThan(wrong!)
    if (loss === 'ranking') expect(better).toBeGreaterThan(right!)
  })

  test('weighs as much as so many', () => {
    const tripled = trainLogistic({
      width: 1,
      values: Float32Array.of(0, 0),
      labels: Uint8Array.of(3, 0),
      groups: Int32Array.of(0, 0),
    })
    expect(chanceOf(tripled.bias)).toBeCloseTo(0.75, 3)
  })
})

describe('folds', () => {
  test('are of about one size, the same for the same seed', () => {
    const folds = dealFolds(101, 5, 9)
    const sizes = [0, 1, 2, 3, 4].map((fold) => folds.filter((one) => one === fold).length)
    expect(sizes).toEqual([21, 20, 20, 20, 20])
    expect(dealFolds(101, 5, 9)).toEqual(folds)
    expect(dealFolds(101, 5, 10)).not.toEqual(folds)
  })

  test('keep groups whole, and a row is scored by a model that did not see it', () => {
    const folds = dealFolds(400, 3, 1)
    const seen = new Map<number, Set<number>>()
    const scores = crossValidate(corner, folds, (rows, leftOut) => {
      seen.set(leftOut, new Set(rows.groups))
      return () => leftOut
    })
    scores.forEach((fold, row) => {
      expect(seen.get(fold)!.has(corner.groups[row]!)).toBe(false)
    })
    expect([...seen.values()].map((groups) => groups.size).sort()).toEqual([266, 267, 267])
  })

  test('rows of some groups keep features, labels and groups together', () => {
    const some = rowsOfGroups(corner, (group) => group === 2 || group === 5)
    expect([...some.groups]).toEqual([...Array(10).fill(2), ...Array(10).fill(5)])
    expect([...some.values.subarray(30, 33)]).toEqual([...corner.values.subarray(150, 153)])
    expect([...groupStarts(some.groups)]).toEqual([0, 10, 20])
  })
})

describe('a blend', () => {
  const features = ['a', 'b', 'c']
  const options = { seed: 1, trees: { trees: 20, featureShare: 1 } }

  test('becomes calibrated: of what scores about 80 % about 80 % is right', () => {
    const rows = made(8000, 3, ([a, b], chance) => chance < chanceOf(2 * a! - 2 * b!))
    const scores = crossValidate(rows, dealFolds(800, 3, 1), (seen) =>
      blendScorer(trainBlend(seen, features, { ...options, losses: ['logistic'] }), features),
    )
    const score = blendScorer(calibrate(trainBlend(rows, features, options), rows, scores), features)
    let [sum, right] = [0, 0]
    rows.labels.forEach((label, row) => {
      sum += chanceOf(score(rows.values, 3 * row))
      right += label
    })
    expect(Math.abs(sum - right) / rows.labels.length).toBeLessThan(0.05)
  })

  test('is refused for other features', () => {
    const model = trainBlend(corner, features, options)
    expect(() => blendScorer(model, ['a', 'b', 'd'])).toThrow('train it again')
    expect(() => trainBlend(corner, ['a'], options)).toThrow('3 features')
  })
})
