/**
 * Logistic regression over standardised features, as plain data. All four lists go by the same features in the same order.
 */
export interface LogisticModel {
  readonly means: readonly number[]
  /** Standard deviations; a feature that never varies has 1 here and weight 0. */
  readonly deviations: readonly number[]
  readonly weights: readonly number[]
  readonly bias: number
}

/**
 * Scores one row of a matrix that lies row by row in one list: its features are `values[start]` up to, not including,
 * `values[start + width]`. Higher is better.
 */
export type RowScorer = (values: Float32Array, start: number) => number

/** @returns the log-odds of a row: 0 is one in two */
export function logisticScorer({ means, deviations, weights, bias }: LogisticModel): RowScorer {
  const slopes = Float64Array.from(weights, (weight, at) => weight / deviations[at]!)
  let zero = bias
  for (let at = 0; at < slopes.length; at++) zero -= slopes[at]! * means[at]!
  return (values, start) => {
    let sum = zero
    for (let at = 0; at < slopes.length; at++) sum += slopes[at]! * values[start + at]!
    return sum
  }
}

/** From log-odds to a chance between 0 and 1. */
export function chanceOf(logOdds: number): number {
  return 1 / (1 + Math.exp(-logOdds))
}
