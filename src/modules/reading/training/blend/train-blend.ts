import type { BlendModel } from '../../../../engine/linking/index.ts'
import { seededRandom } from './folds.ts'
import { trainLogistic } from './train-logistic.ts'
import { type TreesOptions, trainTrees } from './train-trees.ts'
import { type TrainingRows, thinRows } from './training-rows.ts'

type Loss = NonNullable<TreesOptions['loss']>

export interface BlendOptions {
  readonly seed: number
  readonly logisticShare?: number
  readonly ridge?: number
  /** What part of the wrong candidates is learned from. */
  readonly wrongShare?: number
  /** The losses of the sets of trees, each grown by a seed of its own. */
  readonly losses?: readonly Loss[]
  readonly trees?: Omit<TreesOptions, 'seed' | 'loss'>
}

/**
 * Trains both parts on the same rows. Its scores order candidates; `calibrate` makes chances of them.
 *
 * @param features the names of the features of a row
 */
export function trainBlend(rows: TrainingRows, features: readonly string[], options: BlendOptions): BlendModel {
  const { seed, logisticShare = 1 / 3, ridge = 30, losses = ['logistic', 'ranking'], wrongShare = 1 } = options
  if (features.length !== rows.width) throw new Error(`${rows.width} features in a row, ${features.length} names`)
  const learned = wrongShare < 1 ? thinRows(rows, wrongShare, seededRandom(seed)) : rows
  return {
    features,
    logistic: rounded(trainLogistic(learned, { ridge })),
    logisticShare,
    trees: losses.map((loss, set) => trainTrees(learned, { ...options.trees, seed: seed + set, loss })),
    calibration: { slope: 1, offset: 0 },
  }
}

/** Six digits are enough, and make a file that can be read. */
function rounded(model: BlendModel['logistic']): BlendModel['logistic'] {
  const short = (value: number): number => Number(value.toPrecision(6))
  return {
    means: model.means.map(short),
    deviations: model.deviations.map(short),
    weights: model.weights.map(short),
    bias: short(model.bias),
  }
}

/**
 * The model with scores that are log-odds (Platt 1999), by what came out for candidates it did not see.
 *
 * @param scores of all rows, cross-validated with the same options, by models that were not calibrated
 */
export function calibrate(model: BlendModel, { labels, groups }: TrainingRows, scores: Float64Array): BlendModel {
  const line = trainLogistic({
    width: 1,
    values: Float32Array.from(scores),
    labels: labels.map((label) => Math.min(label, 1)),
    groups,
  })
  const slope = line.weights[0]! / line.deviations[0]!
  const offset = line.bias - slope * line.means[0]!
  return { ...model, calibration: { slope: Number(slope.toPrecision(6)), offset: Number(offset.toPrecision(6)) } }
}
