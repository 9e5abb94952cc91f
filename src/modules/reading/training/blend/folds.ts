import { rowsOfGroups, type TrainingRows } from './training-rows.ts'

/** Mulberry32 (Tommy Ettinger, public domain): the same numbers from 0 up to 1 for the same seed, on every machine. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/**
 * Deals the groups 0 to `groupCount` out over folds of about the same size.
 *
 * @returns the fold of each group, from 0 up to `foldCount`
 */
export function dealFolds(groupCount: number, foldCount: number, seed: number): Int32Array {
  const random = seededRandom(seed)
  const order = Int32Array.from({ length: groupCount }, (_, group) => group)
  for (let left = groupCount; left > 1; left--) {
    const other = Math.floor(random() * left)
    const moved = order[left - 1]!
    order[left - 1] = order[other]!
    order[other] = moved
  }
  const folds = new Int32Array(groupCount)
  order.forEach((group, at) => {
    folds[group] = at % foldCount
  })
  return folds
}

/**
 * Scores every row by a model that never saw a row of its fold.
 *
 * @param foldOfGroup the fold of each group number in `rows.groups`
 * @param train makes a scorer of the rows it may see; given the number of the fold that is left out
 * @returns a score for each row, in the order of the rows
 */
export function crossValidate(
  rows: TrainingRows,
  foldOfGroup: Int32Array,
  train: (seen: TrainingRows, leftOut: number) => (values: Float32Array, start: number) => number,
): Float64Array {
  const scores = new Float64Array(rows.labels.length)
  for (const fold of new Set(foldOfGroup)) {
    const score = train(
      rowsOfGroups(rows, (group) => foldOfGroup[group] !== fold),
      fold,
    )
    rows.groups.forEach((group, row) => {
      if (foldOfGroup[group] === fold) scores[row] = score(rows.values, row * rows.width)
    })
  }
  return scores
}
