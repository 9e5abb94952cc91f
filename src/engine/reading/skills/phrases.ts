import type { ConceptId } from '../../taxonomy/index.ts'
import type { SkillForm, SkillToRead } from './skill-to-read.ts'

/**
 * Words that texts make sentences of when they mean a skill, and that are no name of it: by concept, each as words with a space between; `|` parts words that may stand in one place and
 * `_` joins words that stand there together. `klanten|gasten te_woord` is two phrases.
 */
export type Phrases = Readonly<Record<ConceptId, readonly string[]>>

/** Written with care, a list is short; more is a mistake in it. */
const mostForms = 200

/**
 * Skills with the phrases that mean them. Their order stays.
 *
 * @throws RangeError for a phrase that stands for hundreds
 */
export function withPhrases(skills: readonly SkillToRead[], phrases: Phrases): SkillToRead[] {
  return skills.map((skill) => {
    const own = phrases[skill.concept]
    if (!own) return skill
    const forms = own.flatMap(writtenOut).map((label): SkillForm => ({ label, language: 'nl', preferred: false, isPhrase: true }))
    return { ...skill, forms: [...skill.forms, ...forms] }
  })
}

/** `data|gegevens verzamelen`: data verzamelen, gegevens verzamelen. */
function writtenOut(phrase: string): string[] {
  const places = phrase.split(' ').map((place) => place.split('|').map((words) => words.replaceAll('_', ' ')))
  const count = places.reduce((product, words) => product * words.length, 1)
  if (count > mostForms) throw new RangeError(`The phrase "${phrase}" stands for ${count}.`)
  return places.reduce<string[]>((all, words) => all.flatMap((before) => words.map((word) => `${before} ${word}`.trim())), [''])
}
