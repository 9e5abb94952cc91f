import { words } from '../text/index.ts'
import type { Encoder } from './encoder.ts'
import type { LinkableConcept } from './linkable.ts'

/**
 * Likeness of meaning with every concept, by the vector of its label and by one of all its forms and descriptions together. Vectors
 * are made once, of all concepts.
 *
 * @returns a function that gives a list of scores by name, a score for each concept
 */
export function createVectorSignals(
  concepts: readonly LinkableConcept[],
  encoder: Encoder,
): (text: string) => Readonly<Record<string, Float32Array>> {
  const size = encoder.dimensions
  const encode = (text: string, language: 'nl' | 'en'): Float32Array => encoder.encode(words(text), language)
  const labels = new Float32Array(concepts.length * size)
  const descriptionVectors = new Float32Array(concepts.length * size)
  const wholes = new Float32Array(concepts.length * size)
  concepts.forEach(({ forms, descriptions }, concept) => {
    const whole = wholes.subarray(concept * size, (concept + 1) * size)
    const label = labels.subarray(concept * size, (concept + 1) * size)
    for (const { text, language } of forms) add(whole, encode(text, language), 1 / forms.length)
    const shown = forms.find(({ language }) => language === 'nl') ?? forms[0]
    if (shown) label.set(encode(shown.text, shown.language))
    const described = descriptionVectors.subarray(concept * size, (concept + 1) * size)
    for (const { text, language } of descriptions) add(described, encode(text, language), 1 / descriptions.length)
    add(whole, described, 0.5)
    toLengthOne(described)
    add(whole, label, 0.5)
    toLengthOne(whole)
  })
  return (text) => {
    const query = encode(text, 'nl')
    return {
      'vector of label': products(labels, query),
      'vector of description': products(descriptionVectors, query),
      'vector of concept': products(wholes, query),
    }
  }
}

function add(to: Float32Array, vector: Float32Array, weight: number): void {
  for (let at = 0; at < to.length; at++) to[at]! += weight * vector[at]!
}

function toLengthOne(vector: Float32Array): void {
  let squares = 0
  for (const value of vector) squares += value * value
  const length = Math.sqrt(squares)
  if (length > 0) for (let at = 0; at < vector.length; at++) vector[at]! /= length
}

/** The product of a query with each row. Four sums side by side: one after the other each would wait for the last. */
function products(matrix: Float32Array, query: Float32Array): Float32Array {
  const size = query.length
  const inFours = size - (size % 4)
  const results = new Float32Array(size === 0 ? 0 : matrix.length / size)
  for (let row = 0; row < results.length; row++) {
    const from = row * size
    let [one, two, three, four] = [0, 0, 0, 0]
    for (let at = 0; at < inFours; at += 4) {
      one += matrix[from + at]! * query[at]!
      two += matrix[from + at + 1]! * query[at + 1]!
      three += matrix[from + at + 2]! * query[at + 2]!
      four += matrix[from + at + 3]! * query[at + 3]!
    }
    for (let at = inFours; at < size; at++) one += matrix[from + at]! * query[at]!
    results[row] = one + two + three + four
  }
  return results
}
