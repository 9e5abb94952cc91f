import { type LogisticModel, logisticScorer, type RowScorer } from './logistic.ts'
import { type TreesModel, treesScorer } from './trees.ts'

/** What ranks candidates, as plain JSON. */
export interface BlendModel {
  /** The features in the order of a row. A model works only where exactly these are made. */
  readonly features: readonly string[]
  readonly logistic: LogisticModel
  /** How much the logistic part counts beside the trees, which count for the rest. */
  readonly logisticShare: number
  /** Several of them, of other seeds, count for one: their mean. */
  readonly trees: readonly TreesModel[]
  /** Makes log-odds of the sum of both: slope x sum + offset. The slope is above 0, so the order stays. */
  readonly calibration: { readonly slope: number; readonly offset: number }
}

/** Whether a model was trained on these features, in this order. */
export function fitsFeatures(model: BlendModel, features: readonly string[]): boolean {
  return model.features.join('\n') === features.join('\n')
}

/**
 * @param features those of the rows to be scored
 * @returns log-odds that a candidate is right
 * @throws when the model was trained on other features
 */
export function blendScorer(model: BlendModel, features: readonly string[]): RowScorer {
  if (!fitsFeatures(model, features)) throw new Error('This linking model was trained on other features: train it again.')
  const { calibration } = model
  const logistic = logisticScorer(model.logistic)
  const trees = model.trees.map(treesScorer)
  const treeShare = (1 - model.logisticShare) / Math.max(trees.length, 1)
  return (values, start) => {
    let score = model.logisticShare * logistic(values, start)
    for (const tree of trees) score += treeShare * tree(values, start)
    return calibration.slope * score + calibration.offset
  }
}
