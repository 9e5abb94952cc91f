import { words } from '../../../../engine/text/index.ts'
import { BagGatherer, sharedFloat32 } from './bags.ts'
import { mutualInformation, type RowText } from './cooccurrence.ts'
import { findDistantSentences } from './distant-sentences.ts'
import { isHeldOut } from './held-out.ts'
import type { Lesson } from './learn.ts'
import { makePairs } from './pairs.ts'
import { SeededChance } from './seeded-chance.ts'
import type { TrainingSettings } from './training-settings.ts'
import type { ConceptTexts, TrainingConcept, TrainingTexts } from './training-texts.ts'
import { type CutText, makeVocabulary, type Vocabulary } from './vocabulary.ts'

export interface MadeLesson {
  readonly lesson: Lesson
  readonly vocabulary: Vocabulary
  readonly counts: {
    readonly texts: number
    readonly words: number
    readonly pairs: number
    readonly distant: number
    readonly together: number
  }
}

/** Texts to numbers: which words there are, which texts mean the same, which words stand together. */
export function makeLesson(texts: TrainingTexts, settings: TrainingSettings): MadeLesson {
  const sentences = [
    ...texts.sentences.map(({ language, text }) => ({ language, words: words(text) })),
    ...describingSentences(texts),
  ]
  const all = [...texts.concepts.flatMap(namesOf), ...sentences]
  const vocabulary = makeVocabulary(all, settings)
  const distant = findDistantSentences(texts.concepts, sentences, settings.hiddenShare, new SeededChance(settings.seed + 2))
  const bags = new BagGatherer(vocabulary, settings.mostWords)
  const pairs = makePairs(texts.concepts, distant, bags, settings.heldOutShare)
  const rowText = ({ language, words: cut }: CutText): RowText => cut.flatMap((word) => vocabulary.words.rowsOf(word, language))
  const rows = vocabulary.idf.length
  const together = mutualInformation(
    rows,
    mapped(all, rowText),
    twinsOf(texts.concepts, settings.heldOutShare, rowText),
    settings,
  )
  const idf = sharedFloat32(rows)
  idf.set(vocabulary.idf)
  return {
    lesson: { bags: bags.done(), pairs, idf, together },
    vocabulary,
    counts: {
      texts: all.length,
      words: all.reduce((sum, text) => sum + text.words.length, 0),
      pairs: pairs.left.length,
      distant: distant.length,
      together: together.columns.length,
    },
  }
}

function* mapped(all: readonly CutText[], change: (text: CutText) => RowText): Iterable<RowText> {
  for (const one of all) yield change(one)
}

function namesOf(concept: TrainingConcept): CutText[] {
  return (['nl', 'en'] as const).flatMap((language) =>
    [...concept[language].labels, ...concept[language].alternatives].map((text) => ({ language, words: words(text) })),
  )
}

/** Descriptions, sentence by sentence. */
function describingSentences({ concepts }: TrainingTexts): CutText[] {
  return concepts.flatMap((concept) =>
    (['nl', 'en'] as const).flatMap((language) =>
      concept[language].descriptions.flatMap((text) =>
        text
          .split(/(?<=[.!?;:])\s+|\n+/)
          .map((sentence) => ({ language, words: words(sentence) }))
          .filter((cut) => cut.words.length > 1),
      ),
    ),
  )
}

/** What a concept is called in the one language and in the other. */
function* twinsOf(
  concepts: readonly TrainingConcept[],
  heldOutShare: number,
  rowText: (text: CutText) => RowText,
): Iterable<readonly [RowText, RowText]> {
  const cut = (texts: ConceptTexts, language: 'nl' | 'en'): RowText[] =>
    texts.labels.slice(0, 1).map((text) => rowText({ language, words: words(text) }))
  for (const concept of concepts) {
    if (isHeldOut(concept.key, heldOutShare)) continue
    for (const left of cut(concept.nl, 'nl')) for (const right of cut(concept.en, 'en')) yield [left, right]
  }
}
