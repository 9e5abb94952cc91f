import { type LogisticModel, logisticScorer, type RowScorer, type TreesModel, treesScorer } from '../../linking/index.ts'

/** Ranks candidates by the mean of a logistic regression and of several sets of boosted trees, all in log-odds. */
export interface RankingModel {
  /** The features it was trained on, in order. */
  readonly features: readonly string[]
  readonly logistic: LogisticModel
  readonly trees: readonly TreesModel[]
}

/** @throws RangeError when the model was trained on other features than these */
export function rankingScorer({ features, logistic, trees }: RankingModel, featureNames: readonly string[]): RowScorer {
  if (features.join() !== featureNames.join()) throw new RangeError('The model was trained on other features than are measured.')
  const line = logisticScorer(logistic)
  const forests = trees.map(treesScorer)
  return (values, start) => {
    let sum = 0
    for (const forest of forests) sum += forest(values, start)
    return (line(values, start) + sum / forests.length) / 2
  }
}
