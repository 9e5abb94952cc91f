import { buildPostings, type Postings, scatterScores, type TermWeights } from './postings.ts'

/** How a text is cut into terms; a term may come more than once. */
export type Cutter = (text: string) => readonly string[]

/** Finds documents by the cosine of TF-IDF weights. */
export interface TermIndex {
  /** Adds the cosine with each document to `scores`, a place for each document. */
  readonly addScores: (text: string, scores: Float32Array | Float64Array) => void
  /** How rare a term is, smoothed as scikit-learn does; a term that is in no document counts as the rarest. */
  readonly rarity: (term: string) => number
}

/**
 * TF-IDF as scikit-learn's `TfidfVectorizer` has it with its defaults: weight = count x (ln((1 + n) / (1 + df)) + 1), divided by the
 * length of the vector. Terms of a query that are in no document count for nothing, not for its length either.
 */
export function createTermIndex(texts: readonly string[], cut: Cutter): TermIndex {
  const numbers = new Map<string, number>()
  const counted = texts.map((text) => {
    const counts = new Map<number, number>()
    for (const term of cut(text)) {
      let number = numbers.get(term)
      if (number === undefined) {
        number = numbers.size
        numbers.set(term, number)
      }
      counts.set(number, (counts.get(number) ?? 0) + 1)
    }
    return counts
  })
  const frequencies = new Int32Array(numbers.size)
  for (const counts of counted) for (const term of counts.keys()) frequencies[term]!++
  const rarities = Float64Array.from(frequencies, (frequency) => Math.log((1 + texts.length) / (1 + frequency)) + 1)
  const postings: Postings = buildPostings(
    counted.map((counts) => weigh(counts, rarities)),
    numbers.size,
  )
  const unseen = Math.log(1 + texts.length) + 1
  return {
    addScores(text, scores) {
      const counts = new Map<number, number>()
      for (const term of cut(text)) {
        const number = numbers.get(term)
        if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1)
      }
      scatterScores(postings, weigh(counts, rarities), scores)
    },
    rarity(term) {
      const number = numbers.get(term)
      return number === undefined ? unseen : rarities[number]!
    },
  }
}

function weigh(counts: ReadonlyMap<number, number>, rarities: Float64Array): TermWeights {
  const terms = Int32Array.from(counts.keys())
  const weights = Float64Array.from(terms, (term) => counts.get(term)! * rarities[term]!)
  let length = 0
  for (const weight of weights) length += weight * weight
  length = Math.sqrt(length) || 1
  for (let at = 0; at < weights.length; at++) weights[at]! /= length
  return { terms, weights }
}
