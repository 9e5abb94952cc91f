import type { Signal } from './signals.ts'

/** What is made of each signal. */
export function signalFeatures(names: readonly string[]): string[] {
  return names.flatMap((name) => [name, `${name}: behind the best`, `${name}: one over place`])
}

/** For each chosen concept and each signal: the score, how far behind the best, one over its place; equals share a place. */
export function signalRows(signals: readonly Signal[], chosen: Int32Array): Float32Array {
  const width = 3 * signals.length
  const rows = new Float32Array(chosen.length * width)
  signals.forEach(({ scores }, signal) => {
    const own = Float32Array.from(chosen, (concept) => scores[concept]!)
    const sorted = own.toSorted().reverse()
    const placeOf = new Map<number, number>()
    sorted.forEach((score, at) => {
      if (!placeOf.has(score)) placeOf.set(score, at + 1)
    })
    own.forEach((score, row) => {
      const place = row * width + 3 * signal
      rows[place] = score
      rows[place + 1] = sorted[0]! - score
      rows[place + 2] = score === 0 ? 0 : 1 / placeOf.get(score)!
    })
  })
  return rows
}
