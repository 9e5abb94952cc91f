import { commonForm, createCompoundSplitter, stemWord, words } from '../text/index.ts'
import type { LinkableConcept } from './linkable.ts'

/** Words that say nothing of what is meant. */
const emptyWords = new Set(
  (
    'de het een en of van voor in op met aan bij tot te als die dat om door uit over naar zijn ander andere the a an and or of for in on with at to ' +
    'by from as other'
  ).split(' '),
)

/** How texts are cut into terms, with what the words of a taxonomy teach. */
export interface TermCutters {
  /** Stems of Dutch words in their common form, a compound both whole and in parts. */
  readonly dutch: (text: string) => string[]
  /** Stems of the parts of Dutch words only, word by word, in order. */
  readonly parts: (text: string) => string[][]
  readonly english: (text: string) => string[]
}

export function createTermCutters(concepts: readonly LinkableConcept[]): TermCutters {
  const counts = countDutchWords(concepts)
  const split = createCompoundSplitter(counts)
  const isKnown = (word: string): boolean => counts.has(word)
  const contentWords = (text: string): string[] => words(text).filter((word) => !emptyWords.has(word))
  const stems = new Map<string, string>()
  const stem = (word: string): string => {
    let stemmed = stems.get(word)
    if (stemmed === undefined) {
      stemmed = stemWord(word, 'nl')
      stems.set(word, stemmed)
    }
    return stemmed
  }
  return {
    dutch: (text) =>
      contentWords(text).flatMap((word) => {
        const common = commonForm(word, isKnown)
        const parts = split(common)
        return parts.length > 1 ? [stem(common), ...parts.map(stem)] : [stem(common)]
      }),
    parts: (text) => contentWords(text).map((word) => split(commonForm(word, isKnown)).map(stem)),
    english: (text) => contentWords(text).map((word) => stemWord(word, 'en')),
  }
}

function countDutchWords(concepts: readonly LinkableConcept[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { forms, descriptions } of concepts) {
    for (const { text, language } of [...forms, ...descriptions]) {
      if (language === 'nl') for (const word of words(text)) counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  return counts
}
