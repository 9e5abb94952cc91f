/**
 * Examples to learn from: each row is one candidate of one query.
 *
 * - `values`: the features row by row; feature `f` of row `r` is `values[r * width + f]`. All finite.
 * - `labels[r]`: 0 when the candidate is wrong, 1 when it is right; more than 1 for a better right one, which then weighs as much as so
 *   many and ranks before the others.
 * - `groups[r]`: the number of its query. Rows of one group stand together, and group numbers only rise.
 */
export interface TrainingRows {
  readonly width: number
  readonly values: Float32Array
  readonly labels: Uint8Array
  readonly groups: Int32Array
}

/** The rows of the groups that are wanted, in the same order, with the same group numbers. */
export function rowsOfGroups(rows: TrainingRows, wanted: (group: number) => boolean): TrainingRows {
  return pickRows(
    rows,
    Int32Array.from(rows.groups.keys()).filter((row) => wanted(rows.groups[row]!)),
  )
}

function pickRows(rows: TrainingRows, kept: Int32Array): TrainingRows {
  const values = new Float32Array(kept.length * rows.width)
  kept.forEach((row, at) => {
    values.set(rows.values.subarray(row * rows.width, (row + 1) * rows.width), at * rows.width)
  })
  return {
    width: rows.width,
    values,
    labels: Uint8Array.from(kept, (row) => rows.labels[row]!),
    groups: Int32Array.from(kept, (row) => rows.groups[row]!),
  }
}

/** Where each group begins: group `i` of those present holds rows `starts[i]` up to, not including, `starts[i + 1]`. */
export function groupStarts(groups: Int32Array): Int32Array {
  const starts: number[] = []
  groups.forEach((group, row) => {
    if (row === 0 || group !== groups[row - 1]) starts.push(row)
  })
  starts.push(groups.length)
  return Int32Array.from(starts)
}

/**
 * All right candidates and a share of the wrong ones, drawn by `random`: most wrong ones say the same, and half of them teach nearly as
 * much in half the time. Log-odds learned from it are too high, which calibration mends.
 */
export function thinRows(rows: TrainingRows, share: number, random: () => number): TrainingRows {
  return pickRows(
    rows,
    Int32Array.from(rows.labels.keys()).filter((row) => rows.labels[row]! > 0 || random() < share),
  )
}
