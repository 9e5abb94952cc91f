import type { TrainingRows } from './training-rows.ts'

/** Features in at most 256 steps each, which makes looking for splits cheap. */
export interface Bins {
  /** `edges[f][b]`: a value is in bin `b` of feature `f` when it is at most this, and in no earlier bin. The last bin has no edge. */
  readonly edges: readonly Float64Array[]
  /** The bin of row `r` for feature `f` is `bins[f][r]`: a list for each feature. */
  readonly bins: readonly Uint8Array[]
}

/**
 * Cuts each feature so that every bin holds about as many rows. Edges have six digits, so that a model in JSON is short and cuts
 * exactly as it was trained.
 */
export function binRows({ width, values, labels }: TrainingRows, mostBins: number): Bins {
  const edges: Float64Array[] = []
  const bins: Uint8Array[] = []
  for (let feature = 0; feature < width; feature++) {
    const column = Float32Array.from(labels, (_, row) => values[row * width + feature]!)
    const cuts = edgesOf(column.toSorted(), mostBins)
    edges.push(cuts)
    bins.push(Uint8Array.from(column, (value) => binOf(cuts, value)))
  }
  return { edges, bins }
}

function edgesOf(sorted: Float32Array, mostBins: number): Float64Array {
  const edges: number[] = []
  let filled = 0
  for (let at = 1; at < sorted.length; at++) {
    if (sorted[at] === sorted[at - 1]) continue
    // A cut stands between two different values, once enough rows lie before it.
    if (at - filled < sorted.length / mostBins && edges.length > 0) continue
    const edge = Number(((sorted[at]! + sorted[at - 1]!) / 2).toPrecision(6))
    if (edges.length > 0 && edge <= edges.at(-1)!) continue
    edges.push(edge)
    filled = at
    if (edges.length === mostBins - 1) break
  }
  return Float64Array.from(edges)
}

function binOf(edges: Float64Array, value: number): number {
  let low = 0
  let high = edges.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (value <= edges[middle]!) high = middle
    else low = middle + 1
  }
  return low
}
