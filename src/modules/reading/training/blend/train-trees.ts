import { type TreesModel, treesScorer } from '../../../../engine/linking/index.ts'
import { binRows } from './bins.ts'
import { seededRandom } from './folds.ts'
import { growTree } from './grow-tree.ts'
import { logisticLoss, rankingLoss } from './losses.ts'
import type { TrainingRows } from './training-rows.ts'

export interface TreesOptions {
  readonly seed: number
  readonly trees?: number
  readonly leaves?: number
  /** What part of each leaf counts. */
  readonly rate?: number
  readonly leastRows?: number
  readonly ridge?: number
  /** The share of features each tree may look at. */
  readonly featureShare?: number
  /** The share of groups (queries) each tree learns from. */
  readonly groupShare?: number
  /** `logistic`: scores are log-odds. `ranking`: scores only order the candidates of one group. */
  readonly loss?: 'logistic' | 'ranking'
  readonly bins?: number
}

/** Gradient-boosted trees over binned features. The same rows and seed give the same model. */
export function trainTrees(rows: TrainingRows, options: TreesOptions): TreesModel {
  const { trees = 120, leaves = 8, rate = 0.1, leastRows = 20, ridge = 1 } = options
  const random = seededRandom(options.seed)
  const bins = binRows(rows, options.bins ?? 128)
  const ranking = options.loss === 'ranking'
  const loss = ranking ? rankingLoss(rows) : logisticLoss(rows)
  const base = ranking ? 0 : Number(logOddsOf(rows.labels).toPrecision(6))
  const count = rows.labels.length
  const scores = new Float64Array(count).fill(base)
  const slopes = new Float64Array(count)
  const bends = new Float64Array(count)
  const grown: TreesModel['trees'][number][] = []
  for (let made = 0; made < trees; made++) {
    loss(scores, slopes, bends)
    const features = someFeatures(rows.width, options.featureShare ?? 0.5, random)
    const order = someGroups(rows.groups, options.groupShare ?? 0.8, random)
    const tree = growTree(bins, slopes, bends, order, features, { leaves, leastRows, ridge, rate })
    grown.push(tree)
    const score = treesScorer({ base: 0, trees: [tree] })
    for (let row = 0; row < count; row++) scores[row]! += score(rows.values, row * rows.width)
  }
  return { base, trees: grown }
}

function logOddsOf(labels: Uint8Array): number {
  let right = 0
  for (const label of labels) if (label > 0) right++
  return Math.log((right + 0.5) / (labels.length - right + 0.5))
}

function someFeatures(width: number, share: number, random: () => number): number[] {
  const wanted = Math.max(1, Math.round(width * share))
  const left = Array.from({ length: width }, (_, feature) => feature)
  const taken: number[] = []
  while (taken.length < wanted) taken.push(...left.splice(Math.floor(random() * left.length), 1))
  return taken.sort((a, b) => a - b)
}

/** The rows of some groups, drawn group by group. */
function someGroups(groups: Int32Array, share: number, random: () => number): Int32Array {
  const order: number[] = []
  let taken = true
  groups.forEach((group, row) => {
    if (row === 0 || group !== groups[row - 1]) taken = random() < share
    if (taken) order.push(row)
  })
  return Int32Array.from(order.length > 0 ? order : groups.keys())
}
