import { words } from '../text/index.ts'
import type { Encoder } from './encoder.ts'
import { type FormWords, listFormWords } from './form-words.ts'
import type { LinkableConcept } from './linkable.ts'

/** More words of a query are not looked at one by one. */
const mostWords = 12

/** What is made for each form: of the vectors as a whole, and word by word. */
const kinds = ['cosine', 'covered', 'covering', 'least'] as const
export const formVectorFeatures = [
  'vectors of all forms',
  ...['Dutch', 'English'].flatMap((language) => kinds.map((kind) => `${kind} by vectors of a ${language} form`)),
]

/**
 * Likeness of meaning with the forms of some concepts, the best form for each feature. Word by word: how much of the query has a
 * word of about the same meaning in one form (covered), how much of the form has one in the query (covering), and how well the word of
 * the query is covered that is covered least; words weigh by the length of their vectors.
 *
 * @returns a function that gives rows of `formVectorFeatures`, one for each concept
 */
export function createFormVectors(
  concepts: readonly LinkableConcept[],
  encoder: Encoder,
): (text: string, chosen: Int32Array) => Float32Array {
  const list = listFormWords(concepts, encoder)
  const products = createProducts(list)
  const width = formVectorFeatures.length
  return (text, chosen) => {
    const asked = words(text)
    const whole = encoder.encode(asked, 'nl')
    const single = asked.slice(0, mostWords).map((word) => encoder.sum([word], 'nl'))
    const weights = single.map((vector) => Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)))
    products.ask([whole, ...single])
    const rows = new Float32Array(chosen.length * width)
    chosen.forEach((concept, row) => {
      const from = list.firstForms[concept]!
      const to = list.firstForms[concept + 1]!
      for (let form = from; form < to; form++) addForm(form, rows, row * width, to - from, weights)
    })
    return rows
  }

  function addForm(form: number, rows: Float32Array, start: number, formCount: number, weights: readonly number[]): void {
    const length = list.formLengths[form]!
    if (length === 0) return
    const from = list.firstWords[form]!
    const to = list.firstWords[form + 1]!
    let product = 0
    for (let at = from; at < to; at++) product += products.of(0, list.wordsOfForms[at]!)
    const cosine = product / length
    rows[start]! += cosine / formCount
    const column = start + (list.isDutch[form] === 1 ? 1 : 1 + kinds.length)
    const best = [cosine, ...wordByWord(from, to, weights)]
    for (let at = 0; at < kinds.length; at++) rows[column + at] = Math.max(rows[column + at]!, best[at]!)
  }

  function wordByWord(from: number, to: number, weights: readonly number[]): [number, number, number] {
    let [covered, total, least] = [0, 0, 1]
    const coveredInForm = new Float64Array(to - from)
    for (let asked = 0; asked < weights.length; asked++) {
      const weight = weights[asked]!
      if (weight === 0) continue
      let best = 0
      for (let at = from; at < to; at++) {
        const word = list.wordsOfForms[at]!
        const length = list.lengths[word]!
        if (length === 0) continue
        const cosine = products.of(asked + 1, word) / (weight * length)
        if (cosine > best) best = cosine
        if (cosine > coveredInForm[at - from]!) coveredInForm[at - from] = cosine
      }
      covered += weight * best
      total += weight
      if (best < least) least = best
    }
    let [covering, formTotal] = [0, 0]
    for (let at = from; at < to; at++) {
      const length = list.lengths[list.wordsOfForms[at]!]!
      covering += length * coveredInForm[at - from]!
      formTotal += length
    }
    return total === 0 ? [0, 0, 0] : [covered / total, formTotal === 0 ? 0 : covering / formTotal, least]
  }
}

/** Products of the vectors of a query with those of words: each made once, when it is asked for. */
function createProducts({ vectors, lengths, size }: FormWords): {
  readonly ask: (vectors: readonly Float32Array[]) => void
  readonly of: (asked: number, word: number) => number
} {
  const made = Array.from({ length: mostWords + 1 }, () => new Float32Array(0))
  const madeFor = made.map(() => new Int32Array(0))
  let queries: readonly Float32Array[] = []
  let question = 0
  return {
    ask(given) {
      queries = given
      question++
      given.forEach((_, at) => {
        if (made[at]!.length > 0) return
        made[at] = new Float32Array(lengths.length)
        madeFor[at] = new Int32Array(lengths.length)
      })
    },
    of(asked, word) {
      const known = madeFor[asked]!
      const values = made[asked]!
      if (known[word] !== question) {
        const query = queries[asked]!
        let sum = 0
        for (let at = 0, from = word * size; at < size; at++) sum += query[at]! * vectors[from + at]!
        values[word] = sum
        known[word] = question
      }
      return values[word]!
    },
  }
}
