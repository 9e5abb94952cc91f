import { type Bags, sharedFloat64 } from './bags.ts'
import { rowProducts, weightedSums } from './dense-products.ts'
import type { Pairs } from './pairs.ts'
import { partOf, type Team } from './team.ts'

/** Two sides of one batch: what the threads share while they learn from it. */
export interface ContrastSpace {
  readonly batch: number
  readonly width: number
  /** Sums of rows, then of length 1. */
  readonly left: Float64Array
  readonly right: Float64Array
  readonly leftLength: Float64Array
  readonly rightLength: Float64Array
  /** exp((cosine - 1) / temperature) of each left with each right; then the gradient of the cosines. */
  readonly scores: Float64Array
  /** The gradient of the cosines, turned. */
  readonly turned: Float64Array
  readonly rowSums: Float64Array
  readonly columnSums: Float64Array
  /** Gradients of the sums of rows. */
  readonly leftSlope: Float64Array
  readonly rightSlope: Float64Array
}

export function contrastSpace(batch: number, width: number): ContrastSpace {
  return {
    batch,
    width,
    left: sharedFloat64(batch * width),
    right: sharedFloat64(batch * width),
    leftLength: sharedFloat64(batch),
    rightLength: sharedFloat64(batch),
    scores: sharedFloat64(batch * batch),
    turned: sharedFloat64(batch * batch),
    rowSums: sharedFloat64(batch),
    columnSums: sharedFloat64(batch),
    leftSlope: sharedFloat64(batch * width),
    rightSlope: sharedFloat64(batch * width),
  }
}

export interface ContrastInput {
  /** `width` numbers a row. */
  readonly rows: Float32Array
  readonly idf: Float32Array
  readonly bags: Bags
  readonly pairs: Pairs
  /** Numbers of the pairs of this batch: from `from` as many as the batch has places. */
  readonly order: Uint32Array
  readonly from: number
  readonly temperature: number
}

/**
 * How well each text of a batch finds its other half among all, both ways (in-batch softmax; van den Oord 2018), and in `leftSlope` and `rightSlope` which way the sums
 * of rows must go for it. Pairs of one concept, and the same text, are no counterexamples.
 *
 * @returns the loss, for the first member; 0 for others
 */
export function contrast(space: ContrastSpace, input: ContrastInput, team: Team): number {
  const { batch, width, left, right, scores, turned } = space
  const [from, upTo] = evenPart(batch, team)
  sumRows(left, space.leftLength, input.pairs.left, input, from, upTo, width)
  sumRows(right, space.rightLength, input.pairs.right, input, from, upTo, width)
  team.meet()
  rowProducts(left, right, scores, { from, upTo, count: batch, width })
  toExponents(space, input, from, upTo)
  team.meet()
  sumColumns(space, from, upTo)
  team.meet()
  const loss = team.index === 0 ? lossOf(space) : 0
  // The loss reads the diagonal that the gradient overwrites.
  team.meet()
  toGradient(space, input.temperature, from, upTo)
  team.meet()
  weightedSums(scores, right, space.leftSlope, { from, upTo, count: batch, width })
  weightedSums(turned, left, space.rightSlope, { from, upTo, count: batch, width })
  throughLength(space.leftSlope, left, space.leftLength, from, upTo, width)
  throughLength(space.rightSlope, right, space.rightLength, from, upTo, width)
  team.meet()
  return loss
}

/** Products come two rows at a time. */
function evenPart(batch: number, team: Team): readonly [number, number] {
  const [from, upTo] = partOf(batch / 2, team)
  return [from * 2, upTo * 2]
}

function sumRows(
  into: Float64Array,
  lengths: Float64Array,
  texts: Uint32Array,
  { rows, idf, bags, order, from: first }: ContrastInput,
  from: number,
  upTo: number,
  width: number,
): void {
  for (let place = from; place < upTo; place++) {
    const text = texts[order[first + place]!]!
    const target = place * width
    into.fill(0, target, target + width)
    for (let at = bags.starts[text]!; at < bags.starts[text + 1]!; at++) {
      const row = bags.rows[at]!
      const weight = idf[row]!
      for (let k = 0; k < width; k++) into[target + k] = into[target + k]! + weight * rows[row * width + k]!
    }
    let squares = 0
    for (let k = 0; k < width; k++) squares += into[target + k]! ** 2
    const length = Math.sqrt(squares) + 1e-12
    lengths[place] = length
    for (let k = 0; k < width; k++) into[target + k] = into[target + k]! / length
  }
}

function toExponents({ scores, rowSums, batch }: ContrastSpace, input: ContrastInput, from: number, upTo: number): void {
  const { pairs, order, from: first, temperature } = input
  for (let i = from; i < upTo; i++) {
    const pair = order[first + i]!
    let sum = 0
    for (let j = 0; j < batch; j++) {
      const other = order[first + j]!
      const isAlike =
        i !== j &&
        (pairs.concept[pair] === pairs.concept[other] ||
          pairs.left[pair] === pairs.left[other] ||
          pairs.right[pair] === pairs.right[other])
      // No cosine is above 1, so this never grows too large.
      const value = isAlike ? 0 : Math.exp((scores[i * batch + j]! - 1) / temperature)
      scores[i * batch + j] = value
      sum += value
    }
    rowSums[i] = sum
  }
}

function sumColumns({ scores, columnSums, batch }: ContrastSpace, from: number, upTo: number): void {
  columnSums.fill(0, from, upTo)
  for (let i = 0; i < batch; i++) {
    for (let j = from; j < upTo; j++) columnSums[j] = columnSums[j]! + scores[i * batch + j]!
  }
}

function lossOf({ scores, rowSums, columnSums, batch }: ContrastSpace): number {
  let loss = 0
  for (let i = 0; i < batch; i++) loss += Math.log(rowSums[i]!) + Math.log(columnSums[i]!) - 2 * Math.log(scores[i * batch + i]!)
  return loss / (2 * batch)
}

function toGradient(
  { scores, turned, rowSums, columnSums, batch }: ContrastSpace,
  temperature: number,
  from: number,
  upTo: number,
): void {
  const factor = 1 / (2 * batch * temperature)
  for (let i = from; i < upTo; i++) {
    const byRow = 1 / rowSums[i]!
    for (let j = 0; j < batch; j++) {
      const at = i * batch + j
      const slope = factor * (scores[at]! * (byRow + 1 / columnSums[j]!) - (i === j ? 2 : 0))
      scores[at] = slope
      turned[j * batch + i] = slope
    }
  }
}

/** From the gradient of a vector of length 1 to that of the vector it was made of. */
function throughLength(
  slope: Float64Array,
  unit: Float64Array,
  lengths: Float64Array,
  from: number,
  upTo: number,
  width: number,
): void {
  for (let place = from; place < upTo; place++) {
    const at = place * width
    let along = 0
    for (let k = 0; k < width; k++) along += slope[at + k]! * unit[at + k]!
    for (let k = 0; k < width; k++) slope[at + k] = (slope[at + k]! - along * unit[at + k]!) / lengths[place]!
  }
}
