import { readFacts, readLanguage, readSentences, readSkills } from '../../engine/reading/index.ts'
import { type Catalogue, conceptOf, type Language, readingDictionary } from '../skills/index.ts'
import type { CheckedText, Words } from './check.ts'
import type { PlainRead } from './read-vacancy.ts'
import { titleOf } from './vacancy-text.ts'

/** So many skills of an occupation are enough to write a demand with. */
const mostOccupationSkills = 12

/** Language, title and terms: what a vacancy is made of. @param text as `vacancyText` gives it */
export function readPlain(text: string): PlainRead {
  return { text, title: titleOf(text), language: readLanguage(text) ?? 'nl', facts: readFacts(text) }
}

/**
 * A text read once, for all checks; what it is about comes after (`withOccupation`).
 * @param text as `vacancyText` gives it
 */
export function readCheckedText(text: string, catalogue: Catalogue): CheckedText {
  return {
    ...readPlain(text),
    sentences: readSentences(text),
    mentions: readSkills(readingDictionary(catalogue), text).map((mention) => ({
      ...mention,
      concept: conceptOf(catalogue, mention),
    })),
    occupationSkills: [],
  }
}

export function withOccupation(checked: CheckedText, catalogue: Catalogue, occupation: string | undefined): CheckedText {
  if (occupation === undefined) return checked
  const skills = catalogue.skillsOf(occupation).slice(0, mostOccupationSkills)
  return {
    ...checked,
    occupation: inBoth(catalogue, occupation),
    occupationSkills: skills.map(({ skill }) => inBoth(catalogue, skill)),
  }
}

function inBoth(catalogue: Catalogue, concept: string): Words {
  const label = (language: Language): string => catalogue.label(concept, language)
  return { nl: label('nl'), en: label('en') }
}
