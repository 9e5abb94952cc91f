import type { RowScorer } from '../../../../engine/linking/index.ts'
import { type MentionModel, mentionFeatureNames, type RankingModel, rankingScorer } from '../../../../engine/reading/index.ts'
import { type TrainingRows, trainLogistic, trainTrees } from '../blend/index.ts'
import { rounded } from './train-ranking.ts'

const seeds = [1, 2]

/** Whether a stretch names a skill: the blend, over features of mentions. Few rows are right, so it is held back more than a ranking. */
export function trainMentions(rows: TrainingRows): RankingModel {
  return {
    features: mentionFeatureNames,
    logistic: rounded(trainLogistic(rows, { ridge: 10 })),
    trees: seeds.map((seed) =>
      trainTrees(rows, { seed, trees: 100, leaves: 6, rate: 0.06, leastRows: 8, ridge: 5, featureShare: 0.5, groupShare: 0.8 }),
    ),
  }
}

/** A scorer straight from rows, as cross-validation asks for. */
export function mentionScorerOf(rows: TrainingRows): RowScorer {
  return rankingScorer(trainMentions(rows), mentionFeatureNames)
}

/**
 * Log-odds of a model into chances (Platt 1999): logistic regression on one number, by Newton's method.
 *
 * @param scores log-odds of rows that the model did not see
 * @param labels 1 where such a row was right
 */
export function calibrate(scores: ArrayLike<number>, labels: ArrayLike<number>): MentionModel['calibration'] {
  let [slope, shift] = [1, 0]
  for (let round = 0; round < 50; round++) {
    let [towardsSlope, towardsShift, aa, ab, bb] = [0, 0, 1e-6, 0, 1e-6]
    for (let at = 0; at < scores.length; at++) {
      const score = scores[at]!
      const chance = 1 / (1 + Math.exp(-(slope * score + shift)))
      const miss = chance - labels[at]!
      const bend = chance * (1 - chance)
      towardsSlope += miss * score
      towardsShift += miss
      aa += bend * score * score
      ab += bend * score
      bb += bend
    }
    const determinant = aa * bb - ab * ab
    const [slopeStep, shiftStep] = [
      (bb * towardsSlope - ab * towardsShift) / determinant,
      (aa * towardsShift - ab * towardsSlope) / determinant,
    ]
    slope -= slopeStep
    shift -= shiftStep
    if (Math.abs(slopeStep) + Math.abs(shiftStep) < 1e-9) break
  }
  return { slope: Number(slope.toPrecision(6)), shift: Number(shift.toPrecision(6)) }
}
