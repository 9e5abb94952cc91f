import type { RowScorer } from './logistic.ts'

/**
 * One decision tree. Node `n` sends a row with `features[n] <= thresholds[n]` to `left[n]`, any other to `right[n]`: the number of
 * a node, or `-1 - leaf`. Node 0 is where it starts; a tree of one leaf has no nodes.
 */
export interface Tree {
  readonly features: readonly number[]
  readonly thresholds: readonly number[]
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly leaves: readonly number[]
}

/** Boosted trees: the score is `base` plus one leaf of each tree. Trained with the logistic loss it is in log-odds. */
export interface TreesModel {
  readonly base: number
  readonly trees: readonly Tree[]
}

/** @returns the score of a row; see `RowScorer` for how rows lie */
export function treesScorer({ base, trees }: TreesModel): RowScorer {
  // All trees in four flat lists: much faster than following objects.
  const nodeCount = trees.reduce((sum, tree) => sum + tree.features.length, 0)
  const features = new Int32Array(nodeCount)
  const thresholds = new Float64Array(nodeCount)
  const next = new Int32Array(2 * nodeCount)
  const leaves = new Float64Array(trees.reduce((sum, tree) => sum + tree.leaves.length, 0))
  const roots = new Int32Array(trees.length)
  let firstNode = 0
  let firstLeaf = 0
  trees.forEach((tree, at) => {
    const place = (to: number): number => (to >= 0 ? firstNode + to : to - firstLeaf)
    roots[at] = tree.features.length > 0 ? firstNode : -1 - firstLeaf
    features.set(tree.features, firstNode)
    thresholds.set(tree.thresholds, firstNode)
    leaves.set(tree.leaves, firstLeaf)
    tree.left.forEach((to, node) => {
      next[2 * (firstNode + node)] = place(to)
    })
    tree.right.forEach((to, node) => {
      next[2 * (firstNode + node) + 1] = place(to)
    })
    firstNode += tree.features.length
    firstLeaf += tree.leaves.length
  })
  return (values, start) => {
    let sum = base
    for (let at = 0; at < roots.length; at++) {
      let node = roots[at]!
      while (node >= 0) node = next[2 * node + (values[start + features[node]!]! <= thresholds[node]! ? 0 : 1)]!
      sum += leaves[-1 - node]!
    }
    return sum
  }
}
