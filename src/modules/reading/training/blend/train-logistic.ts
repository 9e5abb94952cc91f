import type { LogisticModel } from '../../../../engine/linking/index.ts'
import type { TrainingRows } from './training-rows.ts'

export interface LogisticOptions {
  /** Strength of the pull of standardised weights to zero (ridge); 1 is mild. The bias is free. */
  readonly ridge?: number
  readonly rounds?: number
}

/**
 * Logistic regression by Newton's method with a ridge. No chance in it: the same rows give the same model.
 *
 * @returns weights for standardised features, with the means and deviations they go with
 */
export function trainLogistic(rows: TrainingRows, { ridge = 1, rounds = 12 }: LogisticOptions = {}): LogisticModel {
  const { width, labels } = rows
  const { means, deviations, standard } = standardise(rows)
  const size = width + 1
  const weights = new Float64Array(size)
  for (let round = 0; round < rounds; round++) {
    const gradient = new Float64Array(size)
    const curvature = new Float64Array(size * size)
    for (let at = 0; at < width; at++) {
      gradient[at] = ridge * weights[at]!
      curvature[at * size + at] = ridge
    }
    curvature[size * size - 1] = 1e-6
    for (let row = 0; row < labels.length; row++) addRow(standard, row, labels[row]!, weights, gradient, curvature)
    const step = solve(curvature, gradient, size)
    let largest = 0
    for (let at = 0; at < size; at++) {
      weights[at] = weights[at]! - step[at]!
      largest = Math.max(largest, Math.abs(step[at]!))
    }
    if (largest < 1e-6) break
  }
  return {
    means: [...means],
    deviations: [...deviations],
    weights: [...weights.subarray(0, width)],
    bias: weights[width]!,
  }
}

function standardise({ width, values, labels }: TrainingRows): {
  means: Float64Array
  deviations: Float64Array
  standard: Float64Array
} {
  const means = new Float64Array(width)
  const deviations = new Float64Array(width)
  const count = labels.length
  for (let at = 0; at < values.length; at++) means[at % width]! += values[at]! / count
  for (let at = 0; at < values.length; at++) deviations[at % width]! += (values[at]! - means[at % width]!) ** 2 / count
  for (let at = 0; at < width; at++) deviations[at] = deviations[at]! > 1e-12 ? Math.sqrt(deviations[at]!) : 1
  const standard = Float64Array.from(values, (value, at) => (value - means[at % width]!) / deviations[at % width]!)
  return { means, deviations, standard }
}

/** Adds what one row says to the gradient and to the lower half of the curvature. The last weight is the bias. */
function addRow(
  standard: Float64Array,
  row: number,
  label: number,
  weights: Float64Array,
  gradient: Float64Array,
  curvature: Float64Array,
): void {
  const size = weights.length
  const width = size - 1
  const start = row * width
  let sum = weights[width]!
  for (let at = 0; at < width; at++) sum += weights[at]! * standard[start + at]!
  const chance = 1 / (1 + Math.exp(-sum))
  const weight = Math.max(label, 1)
  const error = weight * (chance - Math.min(label, 1))
  const bend = Math.max(weight * chance * (1 - chance), 1e-9)
  for (let at = 0; at < width; at++) {
    const value = standard[start + at]!
    gradient[at]! += error * value
    if (value === 0) continue
    const scaled = bend * value
    for (let other = 0, line = at * size; other <= at; other++) curvature[line + other]! += scaled * standard[start + other]!
    curvature[width * size + at]! += scaled
  }
  gradient[width]! += error
  curvature[width * size + width]! += bend
}

/** Solves `matrix * x = right` for a positive definite matrix of which the lower half is given (Cholesky). Writes in the matrix. */
function solve(matrix: Float64Array, right: Float64Array, size: number): Float64Array {
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = matrix[row * size + column]!
      for (let at = 0; at < column; at++) sum -= matrix[row * size + at]! * matrix[column * size + at]!
      matrix[row * size + column] = row === column ? Math.sqrt(Math.max(sum, 1e-12)) : sum / matrix[column * size + column]!
    }
  }
  const solution = Float64Array.from(right)
  for (let row = 0; row < size; row++) {
    for (let at = 0; at < row; at++) solution[row]! -= matrix[row * size + at]! * solution[at]!
    solution[row]! /= matrix[row * size + row]!
  }
  for (let row = size - 1; row >= 0; row--) {
    for (let at = row + 1; at < size; at++) solution[row]! -= matrix[at * size + row]! * solution[at]!
    solution[row]! /= matrix[row * size + row]!
  }
  return solution
}
