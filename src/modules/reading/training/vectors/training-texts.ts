import type { EncoderLanguage } from '../../../../engine/linking/index.ts'

/** What a concept is called and how it is described, in one language. */
export interface ConceptTexts {
  /** Preferred labels: one, unless a concept has one in more taxonomies. */
  labels: string[]
  alternatives: string[]
  descriptions: string[]
}

export interface TrainingConcept {
  /** The same thing in two taxonomies has one key. */
  readonly key: string
  readonly type: 'skill' | 'occupation' | 'group'
  readonly nl: ConceptTexts
  readonly en: ConceptTexts
}

/** A sentence of running text. */
export interface TrainingSentence {
  readonly language: EncoderLanguage
  readonly text: string
}

/** All that an encoder learns from. */
export interface TrainingTexts {
  readonly concepts: readonly TrainingConcept[]
  readonly sentences: readonly TrainingSentence[]
}

export function noTexts(): ConceptTexts {
  return { labels: [], alternatives: [], descriptions: [] }
}

/** Gathers concepts by key: what files and taxonomies say of one concept comes together, each text once. */
export class ConceptGatherer {
  readonly #concepts = new Map<string, TrainingConcept>()

  concept(key: string, type: TrainingConcept['type']): TrainingConcept {
    const known = this.#concepts.get(key)
    if (known) return known
    const made: TrainingConcept = { key, type, nl: noTexts(), en: noTexts() }
    this.#concepts.set(key, made)
    return made
  }

  /** In the order in which they came. */
  all(): TrainingConcept[] {
    return [...this.#concepts.values()]
  }
}

/** Adds what is no empty text and not there yet. */
export function addText(to: string[], texts: Iterable<string | undefined>): void {
  for (const text of texts) {
    const trimmed = text?.trim()
    if (trimmed && !to.includes(trimmed)) to.push(trimmed)
  }
}
