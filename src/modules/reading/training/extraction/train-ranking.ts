import type { RowScorer } from '../../../../engine/linking/index.ts'
import { featureNames, type RankingModel, rankingScorer } from '../../../../engine/reading/index.ts'
import { type TrainingRows, trainLogistic, trainTrees } from '../blend/index.ts'

const seeds = [1, 2]

/** The blend: logistic regression and boosted trees over the same rows. */
export function trainRanking(rows: TrainingRows): RankingModel {
  return {
    features: featureNames,
    logistic: rounded(trainLogistic(rows, { ridge: 3 })),
    trees: seeds.map((seed) =>
      trainTrees(rows, { seed, trees: 120, leaves: 6, rate: 0.08, leastRows: 10, ridge: 5, featureShare: 0.5, groupShare: 1 }),
    ),
  }
}

/** Six digits are plenty, and the file stays small. */
export function rounded(model: RankingModel['logistic']): RankingModel['logistic'] {
  const short = (values: readonly number[]): number[] => values.map((value) => Number(value.toPrecision(6)))
  return { means: short(model.means), deviations: short(model.deviations), weights: short(model.weights), bias: model.bias }
}

/** A scorer straight from rows, as cross-validation asks for. */
export function rankingScorerOf(rows: TrainingRows): RowScorer {
  return rankingScorer(trainRanking(rows), featureNames)
}
