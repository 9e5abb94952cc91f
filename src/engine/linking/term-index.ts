import { buildPostings, type DocumentTerms, scatterScores } from './postings.ts'

/** How a text is cut into terms; a term may come more than once. */
export type Cutter = (text: string) => readonly string[]

/** Finds documents by the cosine of TF-IDF weights. */
export interface TermIndex {
  /** Adds the cosine with each document to `scores`, a place for each document. */
  readonly addScores: (text: string, scores: Float32Array | Float64Array) => void
}

/**
 * TF-IDF as scikit-learn's `TfidfVectorizer` has it with its defaults: weight = count x (ln((1 + n) / (1 + df)) + 1), divided by the
 * length of the vector. Terms of a query that are in no document count for nothing, not for its length either.
 */
export function createTermIndex(texts: readonly string[], cut: Cutter): TermIndex {
  const numbers = new Map<string, number>()
  const counted = countTerms(texts, cut, numbers)
  const frequencies = new Int32Array(numbers.size)
  for (const term of counted.terms) frequencies[term]!++
  const rarities = Float64Array.from(frequencies, (frequency) => Math.log((1 + texts.length) / (1 + frequency)) + 1)
  weighDocuments(counted, rarities)
  const postings = buildPostings(counted, numbers.size)
  return {
    addScores(text, scores) {
      const counts = new Map<number, number>()
      for (const term of cut(text)) {
        const number = numbers.get(term)
        if (number !== undefined) counts.set(number, (counts.get(number) ?? 0) + 1)
      }
      scatterScores(postings, weighQuery(counts, rarities), scores)
    },
  }
}

/** Terms of each text, each once, with its count as weight. Numbers new terms. Flat lists: a map for each text would take gigabytes. */
function countTerms(texts: readonly string[], cut: Cutter, numbers: Map<string, number>): DocumentTerms {
  const starts = [0]
  let terms = new Int32Array(1024)
  let weights = new Float64Array(1024)
  let filled = 0
  for (const text of texts) {
    const own = Int32Array.from(cut(text), (term) => numberOf(term, numbers)).sort()
    if (filled + own.length > terms.length) {
      terms = grown(terms, new Int32Array(2 * (filled + own.length)))
      weights = grown(weights, new Float64Array(2 * (filled + own.length)))
    }
    for (let at = 0; at < own.length; at++) {
      if (at > 0 && own[at] === own[at - 1]) weights[filled - 1]!++
      else {
        terms[filled] = own[at]!
        weights[filled] = 1
        filled++
      }
    }
    starts.push(filled)
  }
  return { starts, terms: terms.subarray(0, filled), weights: weights.subarray(0, filled) }
}

function numberOf(term: string, numbers: Map<string, number>): number {
  let number = numbers.get(term)
  if (number === undefined) {
    number = numbers.size
    numbers.set(term, number)
  }
  return number
}

function grown<T extends Int32Array | Float64Array>(from: T, to: T): T {
  to.set(from)
  return to
}

/** Makes weights of counts, in place: the vector of each document gets length 1. */
function weighDocuments({ starts, terms, weights }: DocumentTerms, rarities: Float64Array): void {
  for (let doc = 0; doc + 1 < starts.length; doc++) {
    let squares = 0
    for (let at = starts[doc]!; at < starts[doc + 1]!; at++) {
      weights[at]! *= rarities[terms[at]!]!
      squares += weights[at]! ** 2
    }
    const length = Math.sqrt(squares) || 1
    for (let at = starts[doc]!; at < starts[doc + 1]!; at++) weights[at]! /= length
  }
}

function weighQuery(counts: ReadonlyMap<number, number>, rarities: Float64Array): Map<number, number> {
  const weights = new Map<number, number>()
  let squares = 0
  for (const [term, count] of counts) {
    const weight = count * rarities[term]!
    weights.set(term, weight)
    squares += weight * weight
  }
  const length = Math.sqrt(squares) || 1
  for (const [term, weight] of weights) weights.set(term, weight / length)
  return weights
}
