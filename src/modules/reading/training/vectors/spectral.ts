import { sharedFloat64 } from './bags.ts'
import type { Sparse } from './cooccurrence.ts'
import { SeededChance } from './seeded-chance.ts'
import { eigenOf } from './small-eigen.ts'
import { partOf, type Team } from './team.ts'

export interface SpectralSpace {
  /** Directions looked at, a few more than wanted. */
  readonly width: number
  readonly current: Float64Array
  readonly next: Float64Array
  readonly gram: Float64Array
}

const moreDirections = 8

/** Room that the threads share. */
export function spectralSpace(rows: number, dimensions: number): SpectralSpace {
  const width = dimensions + moreDirections
  return {
    width,
    current: sharedFloat64(rows * width),
    next: sharedFloat64(rows * width),
    gram: sharedFloat64(width * width),
  }
}

export interface SpectralWork {
  readonly matrix: Sparse
  readonly space: SpectralSpace
  readonly dimensions: number
  readonly powerSteps: number
  readonly seed: number
}

/**
 * The directions in which a symmetric matrix is largest, each as long as the square root of its eigenvalue, by subspace iteration from a random start (Halko,
 * Martinsson and Tropp 2011).
 *
 * @param into `dimensions` numbers a row; shared
 * @param onStep told by the first member
 */
export function spectralRows(
  work: SpectralWork,
  into: Float32Array,
  team: Team,
  onStep: (done: number, total: number) => void,
): void {
  const { matrix, space, dimensions, powerSteps, seed } = work
  const total = powerSteps + 2
  if (team.index === 0) {
    const chance = new SeededChance(seed)
    for (let at = 0; at < space.current.length; at++) space.current[at] = chance.bell()
  }
  team.meet()
  for (let step = 0; step <= powerSteps; step++) {
    timesSparse(matrix, space.current, space.next, space.width, team)
    team.meet()
    orthonormalise(space, team)
    if (team.index === 0) onStep(step + 1, total)
  }
  timesSparse(matrix, space.current, space.next, space.width, team)
  team.meet()
  // The matrix within the found directions; its own directions turn them into those that are wanted.
  gramOf(space.current, space.next, space.gram, space.width, team)
  team.meet()
  const { values, vectors } = eigenOf(symmetric(space.gram, space.width), space.width)
  const order = [...values.keys()].sort((a, b) => Math.abs(values[b]!) - Math.abs(values[a]!)).slice(0, dimensions)
  const [from, upTo] = partOf(matrix.size, team)
  for (let row = from; row < upTo; row++) {
    order.forEach((direction, at) => {
      let sum = 0
      for (let k = 0; k < space.width; k++) sum += space.current[row * space.width + k]! * vectors[k * space.width + direction]!
      into[row * dimensions + at] = sum * Math.sqrt(Math.abs(values[direction]!))
    })
  }
  team.meet()
  if (team.index === 0) onStep(total, total)
}

function timesSparse(matrix: Sparse, from: Float64Array, into: Float64Array, width: number, team: Team): void {
  const [first, upTo] = partOf(matrix.size, team)
  for (let row = first; row < upTo; row++) {
    const target = row * width
    into.fill(0, target, target + width)
    for (let at = matrix.starts[row]!; at < matrix.starts[row + 1]!; at++) {
      const source = matrix.columns[at]! * width
      const value = matrix.values[at]!
      for (let k = 0; k < width; k++) into[target + k] = into[target + k]! + value * from[source + k]!
    }
  }
}

/** `next` to orthonormal columns in `current`: by the Cholesky factor of its Gram matrix, twice where once is not exact enough. */
function orthonormalise(space: SpectralSpace, team: Team): void {
  const { next, current, gram, width } = space
  solveInto(next, current)
  team.meet()
  solveInto(current, next)
  team.meet()
  const [from, upTo] = partOf(next.length, team)
  current.set(next.subarray(from, upTo), from)
  team.meet()

  function solveInto(source: Float64Array, target: Float64Array): void {
    gramOf(source, source, gram, width, team)
    team.meet()
    const factor = cholesky(gram, width)
    const [first, last] = partOf(source.length / width, team)
    for (let row = first * width; row < last * width; row += width) {
      for (let k = 0; k < width; k++) {
        let sum = source[row + k]!
        for (let j = 0; j < k; j++) sum -= factor[k * width + j]! * target[row + j]!
        target[row + k] = sum / factor[k * width + k]!
      }
    }
  }
}

/** left' x right; each member makes some rows of it. */
function gramOf(left: Float64Array, right: Float64Array, gram: Float64Array, width: number, team: Team): void {
  for (let i = team.index; i < width; i += team.size) gram.fill(0, i * width, (i + 1) * width)
  for (let row = 0; row < left.length; row += width) {
    for (let i = team.index; i < width; i += team.size) {
      const value = left[row + i]!
      const target = i * width
      for (let j = 0; j < width; j++) gram[target + j] = gram[target + j]! + value * right[row + j]!
    }
  }
}

/** The lower triangle L of L x L' = gram. A direction in which nothing is left gets length 1, and so no weight later. */
function cholesky(gram: Float64Array, width: number): Float64Array {
  const factor = new Float64Array(width * width)
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = gram[i * width + j]!
      for (let k = 0; k < j; k++) sum -= factor[i * width + k]! * factor[j * width + k]!
      if (i === j) factor[i * width + i] = sum > 1e-12 * Math.max(gram[i * width + i]!, 1e-12) ? Math.sqrt(sum) : 1
      else factor[i * width + j] = sum / factor[j * width + j]!
    }
  }
  return factor
}

function symmetric(matrix: Float64Array, width: number): Float64Array {
  return matrix.map((value, at) => (value + matrix[(at % width) * width + Math.floor(at / width)]!) / 2)
}
