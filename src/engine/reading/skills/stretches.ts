import { longestWindow } from './match-forms.ts'
import type { Passage } from './passage.ts'
import type { ReadLanguage } from './skill-to-read.ts'
import { add, dot } from './vector-sums.ts'

/** The vector of a word, not brought to length 1; undefined when the encoder does not know it. */
export type VectorOfWord = (word: string, language: ReadLanguage) => Float32Array | undefined

/** Words of a passage as vectors and the lengths of the vectors of its stretches. */
export interface Stretches {
  readonly count: number
  readonly words: readonly Float32Array[]
  /** The token each word is. */
  readonly places: readonly number[]
  /** Stretch w runs over words `from[w] .. to[w]` (included) and has a vector of length `length[w]`. */
  readonly from: readonly number[]
  readonly to: readonly number[]
  readonly length: readonly number[]
  readonly wholeLength: number
}

/**
 * All stretches of one to seven tokens that begin and end with a word the encoder knows. The vector of a stretch is a sum, so that its length
 * and its closeness to a skill follow from those of its words.
 */
export function stretchesOf({ tokens, isContent, language }: Passage, dimensions: number, vectorOf: VectorOfWord): Stretches {
  const places: number[] = []
  const vectors: Float32Array[] = []
  for (const [at, { text }] of tokens.entries()) {
    if (!isContent[at]) continue
    const vector = vectorOf(text, language)
    if (!vector) continue
    places.push(at)
    vectors.push(vector)
  }
  const [from, to, length]: [number[], number[], number[]] = [[], [], []]
  for (let first = 0; first < places.length; first++) {
    const sum = new Float32Array(dimensions)
    for (let last = first; last < places.length && places[last]! - places[first]! < longestWindow; last++) {
      add(sum, vectors[last]!, 1)
      from.push(first)
      to.push(last)
      length.push(Math.sqrt(dot(sum, 0, sum)))
    }
  }
  const all = new Float32Array(dimensions)
  for (const vector of vectors) add(all, vector, 1)
  return { count: from.length, words: vectors, places, from, to, length, wholeLength: Math.sqrt(dot(all, 0, all)) }
}
