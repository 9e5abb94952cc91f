import type { CutText, Vocabulary } from './vocabulary.ts'

/** Texts as the rows of their words: of text t `rows[starts[t]] .. rows[starts[t + 1] - 1]`. Shared by threads. */
export interface Bags {
  readonly starts: Uint32Array
  readonly rows: Uint32Array
}

/** Gathers texts; the same text in the same language is one. */
export class BagGatherer {
  readonly #vocabulary: Vocabulary
  readonly #numbers = new Map<string, number>()
  readonly #starts = [0]
  readonly #rows: number[] = []
  readonly #mostWords: number

  constructor(vocabulary: Vocabulary, mostWords: number) {
    this.#vocabulary = vocabulary
    this.#mostWords = mostWords
  }

  /** @returns the number of the text; undefined when none of its words is known */
  add({ language, words }: CutText): number | undefined {
    const counted = words.length > this.#mostWords ? words.slice(0, this.#mostWords) : words
    const key = `${language} ${counted.join(' ')}`
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    const from = this.#rows.length
    for (const word of counted) for (const row of this.#vocabulary.words.rowsOf(word, language)) this.#rows.push(row)
    if (this.#rows.length === from) return undefined
    this.#starts.push(this.#rows.length)
    const number = this.#starts.length - 2
    this.#numbers.set(key, number)
    return number
  }

  done(): Bags {
    return { starts: sharedUint32(this.#starts), rows: sharedUint32(this.#rows) }
  }
}

export function sharedUint32(numbers: ArrayLike<number>): Uint32Array {
  const shared = new Uint32Array(new SharedArrayBuffer(numbers.length * Uint32Array.BYTES_PER_ELEMENT))
  shared.set(numbers)
  return shared
}

export function sharedFloat32(length: number): Float32Array {
  return new Float32Array(new SharedArrayBuffer(length * Float32Array.BYTES_PER_ELEMENT))
}

export function sharedFloat64(length: number): Float64Array {
  return new Float64Array(new SharedArrayBuffer(length * Float64Array.BYTES_PER_ELEMENT))
}
