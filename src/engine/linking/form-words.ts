import { words } from '../text/index.ts'
import type { Encoder } from './encoder.ts'
import type { LinkableConcept } from './linkable.ts'

/**
 * The words of all forms, each different word once with its vector. A vector of a form is the sum of those of its words, so forms
 * themselves need none: a tenth of the memory.
 */
export interface FormWords {
  /** The vector of word `w` is `vectors[w * size]` and on: as the encoder sums them, longer for words that say more. */
  readonly vectors: Float32Array
  /** The length of each of them; 0 for a word that is not known. */
  readonly lengths: Float32Array
  readonly size: number
  /** Forms of concept `c` are those from `firstForms[c]` up to, not including, `firstForms[c + 1]`. */
  readonly firstForms: Int32Array
  /** Words of form `f` are `wordsOfForms[firstWords[f]]` up to, not including, `[firstWords[f + 1]]`. */
  readonly firstWords: Int32Array
  readonly wordsOfForms: Int32Array
  /** The length of the vector of each form. */
  readonly formLengths: Float32Array
  readonly isDutch: Uint8Array
}

export function listFormWords(concepts: readonly LinkableConcept[], encoder: Encoder): FormWords {
  const size = encoder.dimensions
  const numbers = new Map<string, number>()
  const rows: Float32Array[] = []
  const numberOf = (word: string, language: 'nl' | 'en'): number => {
    const key = `${language} ${word}`
    let number = numbers.get(key)
    if (number === undefined) {
      number = rows.length
      numbers.set(key, number)
      rows.push(encoder.sum([word], language))
    }
    return number
  }
  const forms = concepts.flatMap((concept) => concept.forms)
  const cut = forms.map(({ text, language }) => words(text).map((word) => numberOf(word, language)))
  const vectors = new Float32Array(rows.length * size)
  rows.forEach((row, word) => {
    vectors.set(row, word * size)
  })
  const sum = new Float32Array(size)
  return {
    vectors,
    lengths: Float32Array.from(rows, lengthOf),
    size,
    firstForms: starts(concepts.map((concept) => concept.forms.length)),
    firstWords: starts(cut.map((own) => own.length)),
    wordsOfForms: Int32Array.from(cut.flat()),
    formLengths: Float32Array.from(cut, (own) => {
      sum.fill(0)
      for (const word of own) for (let at = 0; at < size; at++) sum[at]! += rows[word]![at]!
      return lengthOf(sum)
    }),
    isDutch: Uint8Array.from(forms, ({ language }) => (language === 'nl' ? 1 : 0)),
  }
}

function starts(counts: readonly number[]): Int32Array {
  const first = new Int32Array(counts.length + 1)
  counts.forEach((count, at) => {
    first[at + 1] = first[at]! + count
  })
  return first
}

function lengthOf(vector: Float32Array): number {
  let squares = 0
  for (let at = 0; at < vector.length; at++) squares += vector[at]! * vector[at]!
  return Math.sqrt(squares)
}
