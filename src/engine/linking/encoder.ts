import { fromSteps, readEncoderFile } from './encoder-file.ts'
import { WordRows } from './encoder-words.ts'

/** Turns words into a point in space; words that mean about the same lie close together. */
export interface Encoder {
  readonly dimensions: number
  /** Names what it was trained on and when; part of the key under which readings are kept. */
  readonly version: string
  /**
   * @param words folded words of `engine/text`
   * @returns a vector of length 1; all zeros when no word is known
   */
  encode(words: readonly string[], language: 'nl' | 'en'): Float32Array
  /** The same before it is brought to length 1: vectors of stretches of words are sums of these. */
  sum(words: readonly string[], language: 'nl' | 'en'): Float32Array
}

/**
 * The encoder of a file that was trained (`modules/reading/training/vectors`): the vector of a text is the sum of the rows of its words, which hold
 * already how much each word weighs.
 *
 * @throws EncoderRefused when the bytes are no encoder of this version
 */
export function openEncoder(bytes: Uint8Array): Encoder {
  const table = readEncoderFile(bytes)
  // A quarter of the size in the file; in plain JavaScript sums of 32-bit floats are twice as fast as of bytes.
  return encoderOf({
    version: table.version,
    dimensions: table.dimensions,
    words: new WordRows(table.stems),
    rows: fromSteps(table),
  })
}

export interface EncoderParts {
  readonly version: string
  readonly dimensions: number
  readonly words: WordRows
  /** `dimensions` numbers a row. */
  readonly rows: Float32Array
}

/** An encoder of rows that are in memory, as training has them before they become steps. */
export function encoderOf({ version, dimensions, words, rows }: EncoderParts): Encoder {
  const sum: Encoder['sum'] = (texts, language) => {
    const total = new Float32Array(dimensions)
    for (const word of texts) {
      for (const row of words.rowsOf(word, language)) {
        const from = row * dimensions
        for (let at = 0; at < dimensions; at++) total[at] = total[at]! + rows[from + at]!
      }
    }
    return total
  }
  return {
    version,
    dimensions,
    encode: (texts, language) => toLengthOne(sum(texts, language)),
    sum,
  }
}

function toLengthOne(vector: Float32Array): Float32Array {
  let squares = 0
  for (const value of vector) squares += value * value
  if (squares === 0) return vector
  const factor = 1 / Math.sqrt(squares)
  for (let at = 0; at < vector.length; at++) vector[at] = vector[at]! * factor
  return vector
}
