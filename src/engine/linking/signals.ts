import { shortGrams, soundGrams, wordGrams } from './char-grams.ts'
import { formsOf, gather } from './concept-forms.ts'
import type { Encoder } from './encoder.ts'
import { type ConceptScores, createFormSignal } from './form-signal.ts'
import type { Kin } from './kin.ts'
import type { LinkableConcept } from './linkable.ts'
import type { TermCutters } from './term-cutters.ts'
import { createVectorSignals } from './vector-signals.ts'

/** One way of comparing words with concepts. */
export interface Signal {
  readonly name: string
  /** A score for each concept; 0 is nothing in common. */
  readonly scores: Float32Array
  /** Whether its best are candidates. */
  readonly brings: boolean
}

export interface Signals {
  readonly signals: readonly Signal[]
  /** The Dutch form of each concept that is most like the words by its letters; -1 when none is. */
  readonly forms: Int32Array
}

/** @returns a function of words and of what else they may have been meant as; always the same signals in the same order */
export function createSignals(
  concepts: readonly LinkableConcept[],
  cutters: TermCutters,
  kin: Kin,
  encoder: Encoder | undefined,
): (text: string, variants: readonly string[]) => Signals {
  const count = concepts.length
  const dutch = formsOf(concepts, 'nl')
  const shorts = createFormSignal(dutch, count, shortGrams)
  const grams = createFormSignal(dutch, count, wordGrams)
  const stems = createFormSignal(dutch, count, cutters.dutch)
  const bags = createFormSignal(gather(concepts, 'nl', 'forms'), count, cutters.dutch)
  const descriptions = createFormSignal(gather(concepts, 'nl', 'descriptions'), count, cutters.dutch)
  const sounds = createFormSignal(formsOf(concepts, 'en'), count, soundGrams)
  const englishDescriptions = createFormSignal(gather(concepts, 'en', 'descriptions'), count, cutters.english)
  const vectors = encoder ? createVectorSignals(concepts, encoder) : undefined

  return (text, variants) => {
    const short = shorts([text])
    const gram = grams([text])
    const stem = stems([text])
    const sound = sounds([text])
    const description = descriptions([text]).best
    const gramVaried = withVariants(gram, grams, variants)
    const stemVaried = withVariants(stem, stems, variants)
    const signals: Signal[] = [
      { name: 'short grams', scores: short.best, brings: true },
      { name: 'short grams of label', scores: short.label, brings: false },
      { name: 'word grams', scores: gram.best, brings: true },
      { name: 'word grams of label', scores: gram.label, brings: false },
      { name: 'word grams of variants', scores: gramVaried, brings: true },
      { name: 'stems', scores: stem.best, brings: true },
      { name: 'stems of label', scores: stem.label, brings: false },
      { name: 'stems of variants', scores: stemVaried, brings: true },
      { name: 'stems of all forms', scores: bags([text]).best, brings: true },
      { name: 'description', scores: description, brings: true },
      { name: 'English sounds', scores: sound.best, brings: true },
      { name: 'English sounds of label', scores: sound.label, brings: false },
      { name: 'English description', scores: englishDescriptions([text]).best, brings: false },
      { name: 'kin by grams', scores: kin.best(gramVaried), brings: false },
      { name: 'kin by stems', scores: kin.best(stemVaried), brings: false },
      { name: 'kin by description', scores: kin.best(description), brings: false },
    ]
    for (const [name, scores] of Object.entries(vectors?.(text) ?? {})) {
      signals.push({ name, scores, brings: true }, { name: `kin by ${name}`, scores: kin.best(scores), brings: false })
    }
    return { signals, forms: gram.form }
  }
}

function withVariants(
  plain: ConceptScores,
  compare: (texts: readonly string[]) => ConceptScores,
  variants: readonly string[],
): Float32Array {
  if (variants.length === 0) return plain.best
  const { best } = compare(variants)
  for (let concept = 0; concept < best.length; concept++) best[concept] = Math.max(best[concept]!, plain.best[concept]!)
  return best
}
