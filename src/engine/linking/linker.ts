import { words } from '../text/index.ts'
import { type BlendModel, blendScorer, fitsFeatures } from './blend.ts'
import { createCandidateFinder } from './candidate-finder.ts'
import type { Encoder } from './encoder.ts'
import type { LinkableConcept } from './linkable.ts'
import { chanceOf, type RowScorer } from './logistic.ts'

/** A concept that words may mean. */
export interface Link {
  readonly concept: string
  /** The Dutch form that is most like the words; the first form of the concept when none is. */
  readonly form: string
  /** From 0 to 1: with a model how likely it is the one that is meant, without one how alike the words are. */
  readonly score: number
}

export interface Linker {
  /** `model`: ranked by what was learned. `words`: by likeness of letters and stems only. */
  readonly way: 'model' | 'words'
  /** The best first; of equal scores the concept that was given first. At most `limit` of them, 10 when it is not given. */
  readonly link: (text: string, options?: { readonly limit?: number }) => Link[]
}

export interface LinkerParts {
  /** Trained with an encoder it needs one, best the same. Without a model, or with one of other features, words are only compared. */
  readonly model?: BlendModel
  readonly encoder?: Encoder
}

/** More letters are no title and no name of a skill. */
const longestText = 300

/** Makes an index of all concepts (seconds for a whole taxonomy), from which words are linked in milliseconds. */
export function createLinker(concepts: readonly LinkableConcept[], { model: given, encoder }: LinkerParts = {}): Linker {
  const finder = createCandidateFinder(concepts, encoder)
  const width = finder.features.length
  const model = given && fitsFeatures(given, finder.features) ? given : undefined
  const score = model ? blendScorer(model, finder.features) : likeness(finder.features)
  return {
    way: model ? 'model' : 'words',
    link(given, { limit = 10 } = {}) {
      const text = given.slice(0, longestText)
      if (words(text).length === 0) return []
      const { concepts: found, forms, values } = finder.find(text)
      const scores = Float64Array.from(found, (_, row) => score(values, row * width))
      return (
        Array.from(found.keys())
          // Without a model, what is not alike is no answer.
          .filter((row) => model !== undefined || scores[row]! > 0)
          .sort((a, b) => scores[b]! - scores[a]! || found[a]! - found[b]!)
          .slice(0, limit)
          .map((row) => {
            const concept = concepts[found[row]!]!
            return {
              concept: concept.id,
              form: finder.forms.texts[forms[row]!] ?? concept.forms[0]?.text ?? concept.id,
              score: model ? chanceOf(scores[row]!) : scores[row]!,
            }
          })
      )
    },
  }
}

/** Without a model: letters and stems each for half; English names by letters only, and for a little less. */
function likeness(features: readonly string[]): RowScorer {
  const [grams, stems, english] = ['word grams of variants', 'stems of variants', 'English sounds'].map((name) =>
    features.indexOf(name),
  )
  return (values, start) => {
    const dutch = (values[start + grams!]! + values[start + stems!]!) / 2
    return Math.min(1, Math.max(dutch, 0.9 * values[start + english!]!))
  }
}
