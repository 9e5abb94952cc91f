import type { FormList } from './form-signal.ts'
import type { TermCutters } from './term-cutters.ts'

/** How the parts of words go with the forms of one concept; all between 0 and 1, parts weighed by how rare they are. */
export interface PartMatch {
  /** The most of the query that one form holds. */
  covered: number
  /** The most of one form that the query holds. */
  covering: number
  /** The most that one form and the query share of both (Dice). */
  shared: number
  /** What all forms together hold of the query. */
  coveredByAll: number
  /** Whether some form has the head of the query: who does it (`monteur`), or what is done. */
  head: number
  labelHead: number
  /** The most that a form with the same head shares of the rest. */
  restUnderHead: number
  /** The most that any form holds of what is not the head. */
  rest: number
}

export interface QueryParts {
  readonly terms: readonly number[]
  readonly weights: readonly number[]
  readonly head: number
}

/** Numbers of parts by form, and the head of each. */
export interface PartIndex {
  readonly query: (text: string) => QueryParts
  /** @param from first form of the concept @param to the form behind its last */
  readonly match: (query: QueryParts, from: number, to: number) => PartMatch
}

/** What follows these is no head. */
const headEnds = /[(,/:;]| - | (?:van|voor|in|op|bij|met|of|en|tot|voor|aan|of|for|in|and) /i

export function createPartIndex({ texts }: FormList, cutters: TermCutters): PartIndex {
  const numbers = new Map<string, number>()
  const numberOf = (part: string): number => {
    let number = numbers.get(part)
    if (number === undefined) {
      number = numbers.size
      numbers.set(part, number)
    }
    return number
  }
  const cutForms = texts.map((text) => cutters.parts(text))
  const headness = countHeads(cutForms)
  const headOf = (text: string): string | undefined => chooseHead(cutters.parts(text.split(headEnds, 1)[0] ?? ''), headness)
  const parts = cutForms.map((words) => [...new Set(words.flat().map(numberOf))])
  const heads = Int32Array.from(texts, (text) => {
    const head = headOf(text)
    return head === undefined ? -1 : numberOf(head)
  })
  const frequencies = new Int32Array(numbers.size)
  for (const form of parts) for (const part of form) frequencies[part]!++
  const weights = Float64Array.from(frequencies, (frequency) => Math.log((1 + texts.length) / (1 + frequency)) + 1)
  const rarest = Math.log(1 + texts.length) + 1
  const sums = Float64Array.from(parts, (form) => form.reduce((sum, part) => sum + weights[part]!, 0))
  return {
    query(text) {
      const cut = [...new Set(cutters.parts(text).flat())]
      const head = headOf(text)
      return {
        // Parts that no form has count too: they are what is not covered.
        terms: cut.map((part) => numbers.get(part) ?? -1),
        weights: cut.map((part) => weights[numbers.get(part) ?? -1] ?? rarest),
        head: head === undefined ? -1 : (numbers.get(head) ?? -1),
      }
    },
    match: (query, from, to) => matchForms(query, from, to, parts, heads, weights, sums),
  }
}

function countHeads(cutForms: readonly string[][][]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const words of cutForms) {
    const last = words.length === 1 ? words[0]!.at(-1) : undefined
    if (last !== undefined) counts.set(last, (counts.get(last) ?? 0) + 1)
  }
  return counts
}

/** Of the last parts of its words the one that most single words end in; the last word when none is known. */
function chooseHead(words: readonly string[][], headness: ReadonlyMap<string, number>): string | undefined {
  let head = words.at(-1)?.at(-1)
  let most = 0
  for (const word of words) {
    const count = headness.get(word.at(-1)!) ?? 0
    if (count > most) {
      most = count
      head = word.at(-1)
    }
  }
  return head
}

function matchForms(
  { terms, weights: queryWeights, head }: QueryParts,
  from: number,
  to: number,
  parts: readonly number[][],
  heads: Int32Array,
  weights: Float64Array,
  sums: Float64Array,
): PartMatch {
  const match: PartMatch = {
    covered: 0,
    covering: 0,
    shared: 0,
    coveredByAll: 0,
    head: 0,
    labelHead: 0,
    restUnderHead: 0,
    rest: 0,
  }
  const total = queryWeights.reduce((sum, weight) => sum + weight, 0) || 1
  const headWeight = head < 0 ? 0 : weights[head]!
  const restTotal = total - headWeight
  const seen = new Set<number>()
  for (let form = from; form < to; form++) {
    const own = parts[form]!
    let common = 0
    let commonRest = 0
    for (let at = 0; at < terms.length; at++) {
      const term = terms[at]!
      if (term < 0 || !own.includes(term)) continue
      common += queryWeights[at]!
      if (term !== head) commonRest += queryWeights[at]!
      seen.add(at)
    }
    const sum = sums[form]! || 1
    match.covered = Math.max(match.covered, common / total)
    match.covering = Math.max(match.covering, common / sum)
    match.shared = Math.max(match.shared, (2 * common) / (total + sum))
    const restOfBoth = restTotal + sum - (heads[form]! < 0 ? 0 : weights[heads[form]!]!)
    // Two that are nothing but their heads have nothing left to differ in.
    const restShare = restOfBoth < 1e-6 ? 1 : (2 * commonRest) / restOfBoth
    if (restTotal > 0) match.rest = Math.max(match.rest, commonRest / restTotal)
    if (head >= 0 && heads[form] === head) {
      match.head = 1
      if (form === from) match.labelHead = 1
      match.restUnderHead = Math.max(match.restUnderHead, restShare)
    }
  }
  for (const at of seen) match.coveredByAll += queryWeights[at]! / total
  return match
}
