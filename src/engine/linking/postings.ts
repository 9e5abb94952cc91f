/**
 * An inverted index in flat lists: for term `t` the documents `docs[starts[t]]` up to, not including, `docs[starts[t + 1]]`, in
 * rising order, with the weight of the term in each.
 */
export interface Postings {
  readonly starts: Int32Array
  readonly docs: Int32Array
  readonly weights: Float32Array
  readonly docCount: number
}

/** A document or query: the numbers of its terms, each once, with a weight. */
export interface TermWeights {
  readonly terms: Int32Array
  readonly weights: Float64Array
}

/** @param documents terms of each document; terms are numbered from 0 up to `termCount` */
export function buildPostings(documents: readonly TermWeights[], termCount: number): Postings {
  const starts = new Int32Array(termCount + 1)
  for (const { terms } of documents) for (const term of terms) starts[term + 1]!++
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!
  const next = starts.slice(0, termCount)
  const docs = new Int32Array(starts[termCount]!)
  const weights = new Float32Array(docs.length)
  documents.forEach((document, doc) => {
    document.terms.forEach((term, at) => {
      const place = next[term]!++
      docs[place] = doc
      weights[place] = document.weights[at]!
    })
  })
  return { starts, docs, weights, docCount: documents.length }
}

/** Adds the product of a query with every document to `scores`, which has a place for each document. */
export function scatterScores(
  { starts, docs, weights }: Postings,
  query: TermWeights,
  scores: Float32Array | Float64Array,
): void {
  for (let at = 0; at < query.terms.length; at++) {
    const term = query.terms[at]!
    const weight = query.weights[at]!
    for (let place = starts[term]!; place < starts[term + 1]!; place++) scores[docs[place]!]! += weight * weights[place]!
  }
}
