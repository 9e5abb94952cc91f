import { type ClauseKind, kindOfClause } from './cues.ts'
import type { Section } from './headings.ts'
import { languageOfSentence, readLanguage } from './language.ts'
import { placedSentences } from './structure.ts'

/** A sentence, bullet or heading with what its own words and its heading make of it. */
export interface ReadSentence {
  readonly start: number
  readonly end: number
  /** Advertisements mix languages. Where the words do not tell, that of the sentence before, else that of the text, else Dutch. */
  readonly language: 'nl' | 'en'
  readonly kind: ClauseKind
  readonly section: Section
}

/** The sentences of a vacancy in order, with language, kind and section. Places are UTF-16, `end` not included. Linear in the text. */
export function readSentences(text: string): ReadSentence[] {
  let language = readLanguage(text) ?? 'nl'
  return placedSentences(text).map(({ start, end, section, above }) => {
    const words = text.slice(start, end)
    language = languageOfSentence(words) ?? language
    return {
      start,
      end,
      language,
      kind: kindOfClause(words, 'vacancy', above) ?? above ?? 'mentioned',
      section,
    }
  })
}
