import { seededRandom } from '../src/modules/reading/training/blend/index.ts'
import type { Figure } from './benchmark.ts'

/** One over the place of the first right answer, the first place being 1; 0 when there is none. */
export function reciprocalRank(right: readonly boolean[]): number {
  const at = right.indexOf(true)
  return at < 0 ? 0 : 1 / (at + 1)
}

/** Average precision over a list of which only the first part may be given. @param total how many right answers there are in all */
export function averagePrecision(right: readonly boolean[], total: number): number {
  let found = 0
  let sum = 0
  right.forEach((isRight, at) => {
    if (isRight) sum += ++found / (at + 1)
  })
  return total === 0 ? 0 : sum / total
}

/** 1 when a right answer is among the first `depth`, else 0. */
export function successAt(right: readonly boolean[], depth: number): number {
  return right.slice(0, depth).includes(true) ? 1 : 0
}

/** Right answers among the first `depth`, out of the most there could be: R-precision at k (Decorte et al. 2022). */
export function precisionAt(right: readonly boolean[], depth: number, total: number): number {
  if (total === 0) return 0
  return right.slice(0, depth).filter((isRight) => isRight).length / Math.min(depth, total)
}

export function meanOf(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length
}

const draws = 1_000

/** The mean with its 95 % interval: queries are drawn again, with the same seed each time. */
export function intervalOf(values: readonly number[], seed = 1): { value: number; low: number; high: number } {
  const random = seededRandom(seed)
  const means = Array.from({ length: draws }, () => {
    let sum = 0
    for (let drawn = 0; drawn < values.length; drawn++) sum += values[Math.floor(random() * values.length)]!
    return values.length === 0 ? 0 : sum / values.length
  }).sort((a, b) => a - b)
  return { value: meanOf(values), low: means[Math.floor(draws * 0.025)]!, high: means[Math.ceil(draws * 0.975) - 1]! }
}

type Goals = Pick<Figure, 'target' | 'stretch' | 'floor'>

/** A line of the table from one value for each query. */
export function figureOf(
  about: Pick<Figure, 'set' | 'system' | 'way'>,
  measure: string,
  values: readonly number[],
  goals: Goals = {},
): Figure {
  return { ...about, measure, ...intervalOf(values), queries: values.length, ...goals }
}
