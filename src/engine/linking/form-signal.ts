import { type Cutter, createTermIndex } from './term-index.ts'

/** How well words go with each concept, by one way of comparing. */
export interface ConceptScores {
  /** The best score over the forms of each concept. */
  readonly best: Float32Array
  /** The form that had it, or -1 when none had any. */
  readonly form: Int32Array
  /** The score of the first form of each concept. */
  readonly label: Float32Array
}

export interface FormList {
  readonly texts: readonly string[]
  /** The concept of each form; forms of one concept stand together. */
  readonly concepts: Int32Array
}

/** Compares words with every form of every concept by the cosine of their terms. */
export function createFormSignal(
  { texts, concepts }: FormList,
  conceptCount: number,
  cut: Cutter,
): (queries: readonly string[]) => ConceptScores {
  const index = createTermIndex(texts, cut)
  const scores = new Float32Array(texts.length)
  return (queries) => {
    const best = new Float32Array(conceptCount)
    const label = new Float32Array(conceptCount)
    const form = new Int32Array(conceptCount).fill(-1)
    for (const query of queries) {
      scores.fill(0)
      index.addScores(query, scores)
      for (let at = 0; at < scores.length; at++) {
        const score = scores[at]!
        if (score === 0) continue
        const concept = concepts[at]!
        if (score > best[concept]!) {
          best[concept] = score
          form[concept] = at
        }
        if ((at === 0 || concepts[at - 1] !== concept) && score > label[concept]!) label[concept] = score
      }
    }
    return { best, form, label }
  }
}
