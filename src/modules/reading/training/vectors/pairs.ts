import type { EncoderLanguage } from '../../../../engine/linking/index.ts'
import { words } from '../../../../engine/text/index.ts'
import { type BagGatherer, sharedUint32 } from './bags.ts'
import type { DistantSentence } from './distant-sentences.ts'
import { isHeldOut } from './held-out.ts'
import type { ConceptTexts, TrainingConcept } from './training-texts.ts'

/** Pairs of texts that mean about the same: by number of the text, with the concept that they are about. Shared by threads. */
export interface Pairs {
  readonly left: Uint32Array
  readonly right: Uint32Array
  /** Two pairs of one concept are no example of what differs. */
  readonly concept: Uint32Array
}

/**
 * Alternative - preferred label, description - preferred label, Dutch - English, sentence - the skill that stands in it.
 *
 * @param heldOutShare of the concepts with both languages, whose languages are not put together
 */
export function makePairs(
  concepts: readonly TrainingConcept[],
  sentences: readonly DistantSentence[],
  bags: BagGatherer,
  heldOutShare: number,
): Pairs {
  const gathered = new PairGatherer(bags)
  concepts.forEach((concept, number) => {
    for (const [language, other] of [
      ['nl', 'en'],
      ['en', 'nl'],
    ] as const) {
      const own = concept[language]
      const label = own.labels[0]
      if (label === undefined) continue
      const forms = formsOf(own)
      for (const form of forms) gathered.add([language, form], [language, label], number)
      for (const description of own.descriptions) gathered.add([language, description], [language, label], number)
      if (isHeldOut(concept.key, heldOutShare)) continue
      // Each text of the one language with the label of the other, so that both see all of it.
      const foreign = concept[other].labels[0]
      if (foreign === undefined) continue
      for (const form of [label, ...forms]) gathered.add([language, form], [other, foreign], number)
      for (const description of own.descriptions) gathered.add([language, description], [other, foreign], number)
    }
  })
  for (const { language, left, concept } of sentences) {
    const label = concepts[concept]?.[language].labels[0]
    if (label !== undefined) gathered.addCut({ language, words: left }, [language, label], concept)
  }
  return gathered.done()
}

/** All it is called but for its first label. */
function formsOf({ labels, alternatives }: ConceptTexts): string[] {
  return [...labels.slice(1), ...alternatives]
}

type Written = readonly [language: EncoderLanguage, text: string]

class PairGatherer {
  readonly #bags: BagGatherer
  readonly #left: number[] = []
  readonly #right: number[] = []
  readonly #concept: number[] = []

  constructor(bags: BagGatherer) {
    this.#bags = bags
  }

  add([language, text]: Written, right: Written, concept: number): void {
    this.addCut({ language, words: words(text) }, right, concept)
  }

  addCut(left: Parameters<BagGatherer['add']>[0], [language, text]: Written, concept: number): void {
    const from = this.#bags.add(left)
    const to = this.#bags.add({ language, words: words(text) })
    // The same text says nothing of meaning, but for the same word in two languages.
    if (from === undefined || to === undefined || from === to) return
    this.#left.push(from)
    this.#right.push(to)
    this.#concept.push(concept)
  }

  done(): Pairs {
    return { left: sharedUint32(this.#left), right: sharedUint32(this.#right), concept: sharedUint32(this.#concept) }
  }
}
