/**
 * An inverted index in flat lists: for term `t` the documents `docs[starts[t]]` up to, not including, `docs[starts[t + 1]]`, in
 * rising order, with the weight of the term in each.
 */
export interface Postings {
  readonly starts: Int32Array
  readonly docs: Int32Array
  readonly weights: Float32Array
}

/** Documents in flat lists: those of document `d` stand from `starts[d]` up to, not including, `starts[d + 1]`, each term once. */
export interface DocumentTerms {
  readonly starts: readonly number[]
  readonly terms: Int32Array
  readonly weights: Float64Array
}

/** Turns documents with terms into terms with documents. @param termCount terms are numbered from 0 up to this */
export function buildPostings({ starts: firsts, terms, weights: given }: DocumentTerms, termCount: number): Postings {
  const starts = new Int32Array(termCount + 1)
  for (let at = 0; at < terms.length; at++) starts[terms[at]! + 1]!++
  for (let term = 0; term < termCount; term++) starts[term + 1]! += starts[term]!
  const next = starts.slice(0, termCount)
  const docs = new Int32Array(terms.length)
  const weights = new Float32Array(terms.length)
  for (let doc = 0; doc + 1 < firsts.length; doc++) {
    for (let at = firsts[doc]!; at < firsts[doc + 1]!; at++) {
      const place = next[terms[at]!]!++
      docs[place] = doc
      weights[place] = given[at]!
    }
  }
  return { starts, docs, weights }
}

/** Adds the product of a query with every document to `scores`, which has a place for each document. @param query weights by term */
export function scatterScores(
  { starts, docs, weights }: Postings,
  query: ReadonlyMap<number, number>,
  scores: Float32Array | Float64Array,
): void {
  for (const [term, weight] of query) {
    for (let place = starts[term]!; place < starts[term + 1]!; place++) scores[docs[place]!]! += weight * weights[place]!
  }
}
