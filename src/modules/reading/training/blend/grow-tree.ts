import type { Tree } from '../../../../engine/linking/index.ts'
import type { Bins } from './bins.ts'

export interface GrowOptions {
  readonly leaves: number
  /** The least rows in a leaf. */
  readonly leastRows: number
  readonly ridge: number
  /** What part of each leaf counts: the learning rate. */
  readonly rate: number
}

/** Sums over the rows of a leaf, for bin `b` of feature `f` at `3 * (f * 256 + b)`: slope, bend and number of rows. */
type Histogram = Float64Array

interface Leaf {
  readonly start: number
  readonly end: number
  readonly histogram: Histogram
  split: Split | undefined
  /** Which node points at it, and on which side. */
  readonly parent: number
  readonly side: 'left' | 'right'
}

interface Split {
  readonly feature: number
  readonly bin: number
  readonly gain: number
}

const binWidth = 256

/**
 * Grows one tree, the leaf with most to gain first, for slopes and bends (first and second derivatives of the loss by row).
 *
 * @param order the rows to learn from; is put in another order
 * @param features the features it may look at
 */
export function growTree(
  bins: Bins,
  slopes: Float64Array,
  bends: Float64Array,
  order: Int32Array,
  features: readonly number[],
  options: GrowOptions,
): Tree {
  const nodes = { features: [] as number[], thresholds: [] as number[], left: [] as number[], right: [] as number[] }
  const histogramOf = (start: number, end: number): Histogram => fill(bins, slopes, bends, order.subarray(start, end), features)
  const bestOf = (histogram: Histogram): Split | undefined => bestSplit(histogram, bins, features, options)
  const root = histogramOf(0, order.length)
  let leaves: Leaf[] = [{ start: 0, end: order.length, histogram: root, split: bestOf(root), parent: -1, side: 'left' }]
  while (leaves.length < options.leaves) {
    let best: Leaf | undefined
    for (const leaf of leaves) if (leaf.split && leaf.split.gain > (best?.split?.gain ?? 0)) best = leaf
    if (!best?.split) break
    const { feature, bin } = best.split
    const middle = partition(order, best.start, best.end, bins.bins[feature]!, bin)
    const node = nodes.features.length
    if (best.parent >= 0) nodes[best.side][best.parent] = node
    nodes.features.push(feature)
    nodes.thresholds.push(bins.edges[feature]![bin]!)
    nodes.left.push(0)
    nodes.right.push(0)
    // Only the smaller side is counted; the other is what is left of the whole.
    const leftIsSmall = middle - best.start <= best.end - middle
    const small = leftIsSmall ? histogramOf(best.start, middle) : histogramOf(middle, best.end)
    const large = best.histogram
    for (let at = 0; at < large.length; at++) large[at]! -= small[at]!
    const [left, right] = leftIsSmall ? [small, large] : [large, small]
    const split = best
    leaves = leaves.filter((leaf) => leaf !== split)
    leaves.push(
      { start: best.start, end: middle, histogram: left, split: bestOf(left), parent: node, side: 'left' },
      { start: middle, end: best.end, histogram: right, split: bestOf(right), parent: node, side: 'right' },
    )
  }
  const values = leaves.map(({ start, end, parent, side }, at) => {
    if (parent >= 0) nodes[side][parent] = -1 - at
    let slope = 0
    let bend = 0
    for (let place = start; place < end; place++) {
      slope += slopes[order[place]!]!
      bend += bends[order[place]!]!
    }
    return Number(((-options.rate * slope) / (bend + options.ridge)).toPrecision(6))
  })
  return { ...nodes, leaves: values }
}

function fill(
  { bins }: Bins,
  slopes: Float64Array,
  bends: Float64Array,
  rows: Int32Array,
  features: readonly number[],
): Histogram {
  const histogram = new Float64Array(3 * binWidth * bins.length)
  for (const feature of features) {
    const column = bins[feature]!
    const from = feature * binWidth
    for (let at = 0; at < rows.length; at++) {
      const row = rows[at]!
      const place = 3 * (from + column[row]!)
      histogram[place]! += slopes[row]!
      histogram[place + 1]! += bends[row]!
      histogram[place + 2]! += 1
    }
  }
  return histogram
}

function bestSplit(
  histogram: Histogram,
  { edges }: Bins,
  features: readonly number[],
  { leastRows, ridge }: GrowOptions,
): Split | undefined {
  let best: Split | undefined
  let [slope, bend, count] = [0, 0, 0]
  const first = 3 * binWidth * features[0]!
  for (let place = first; place < first + 3 * binWidth; place += 3) {
    slope += histogram[place]!
    bend += histogram[place + 1]!
    count += histogram[place + 2]!
  }
  const whole = slope ** 2 / (bend + ridge)
  for (const feature of features) {
    let [leftSlope, leftBend, leftCount] = [0, 0, 0]
    for (let bin = 0; bin < edges[feature]!.length; bin++) {
      const place = 3 * (feature * binWidth + bin)
      leftSlope += histogram[place]!
      leftBend += histogram[place + 1]!
      leftCount += histogram[place + 2]!
      if (leftCount < leastRows) continue
      if (count - leftCount < leastRows) break
      const gain = leftSlope ** 2 / (leftBend + ridge) + (slope - leftSlope) ** 2 / (bend - leftBend + ridge) - whole
      if (gain > (best?.gain ?? 1e-9)) best = { feature, bin, gain }
    }
  }
  return best
}

/** Rows of `order` from `start` to `end` with a bin of at most `bin` come first, both sides in the order they had. */
function partition(order: Int32Array, start: number, end: number, column: Uint8Array, bin: number): number {
  const right: number[] = []
  let at = start
  for (let place = start; place < end; place++) {
    const row = order[place]!
    if (column[row]! <= bin) order[at++] = row
    else right.push(row)
  }
  order.set(right, at)
  return at
}
