import { chanceOf } from '../../linking/index.ts'
import { mentionFeatureNames } from './mention-candidates.ts'
import { type RankingModel, rankingScorer } from './ranking-model.ts'

/** Decides whether a stretch names a skill. */
export interface MentionModel {
  readonly scores: RankingModel
  /** Chances are `1 / (1 + exp(-(slope x log-odds + shift)))`: what comes out is what share of such readings is right (Platt 1999). */
  readonly calibration: { readonly slope: number; readonly shift: number }
  /** Readings with a lower chance are not given. */
  readonly threshold: number
}

/**
 * @returns the chance that a stretch with these features names the skill, 0..1
 * @throws RangeError when the model was trained on other features than are measured
 */
export function mentionScorer({ scores, calibration }: MentionModel): (values: Float32Array) => number {
  const score = rankingScorer(scores, mentionFeatureNames)
  return (values) => chanceOf(calibration.slope * score(values, 0) + calibration.shift)
}
