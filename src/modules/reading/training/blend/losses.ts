import type { TrainingRows } from './training-rows.ts'
import { groupStarts } from './training-rows.ts'

/** Writes slope and bend (first and second derivative of the loss) of every row, given the score each has now. */
export type Loss = (scores: Float64Array, slopes: Float64Array, bends: Float64Array) => void

/** Is this candidate right, yes or no: scores are log-odds. */
export function logisticLoss({ labels }: TrainingRows): Loss {
  return (scores, slopes, bends) => {
    for (let row = 0; row < labels.length; row++) {
      const chance = 1 / (1 + Math.exp(-scores[row]!))
      const weight = Math.max(labels[row]!, 1)
      slopes[row] = weight * (chance - Math.min(labels[row]!, 1))
      bends[row] = Math.max(weight * chance * (1 - chance), 1e-6)
    }
  }
}

/** Places below this one hardly matter to who reads a list. */
const deepest = 30

/**
 * Right before wrong within a group, pair by pair, each pair weighing what its swap would change in the discounted gain (LambdaMART;
 * Burges 2010, "From RankNet to LambdaRank to LambdaMART"). Scores order candidates of one group; they are no chance.
 */
export function rankingLoss({ labels, groups }: TrainingRows): Loss {
  const starts = groupStarts(groups)
  return (scores, slopes, bends) => {
    slopes.fill(0)
    bends.fill(1e-6)
    for (let group = 0; group + 1 < starts.length; group++) {
      addPairs(starts[group]!, starts[group + 1]!, labels, scores, slopes, bends)
    }
  }
}

function addPairs(
  start: number,
  end: number,
  labels: Uint8Array,
  scores: Float64Array,
  slopes: Float64Array,
  bends: Float64Array,
): void {
  const order = Array.from({ length: end - start }, (_, at) => start + at).sort((a, b) => scores[b]! - scores[a]! || a - b)
  let ideal = 0
  let found = 0
  const best = order.map((row) => labels[row]!).sort((a, b) => b - a)
  for (const label of best) ideal += label / Math.log2(2 + found++)
  if (ideal === 0) return
  order.forEach((right, rightPlace) => {
    const label = labels[right]!
    if (label === 0) return
    order.forEach((wrong, wrongPlace) => {
      const more = label - labels[wrong]!
      if (more <= 0 || Math.min(rightPlace, wrongPlace) >= deepest) return
      const change = (more * Math.abs(1 / Math.log2(2 + rightPlace) - 1 / Math.log2(2 + wrongPlace))) / ideal
      const doubt = 1 / (1 + Math.exp(scores[right]! - scores[wrong]!))
      slopes[right]! -= change * doubt
      slopes[wrong]! += change * doubt
      const bend = change * doubt * (1 - doubt)
      bends[right]! += bend
      bends[wrong]! += bend
    })
  })
}
