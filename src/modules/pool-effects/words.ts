import type { Language } from '../skills/index.ts'

/** Why nothing is counted. */
export function tooFewText(least: number, language: Language): string {
  const number = new Intl.NumberFormat(language === 'nl' ? 'nl-NL' : 'en-GB').format(least)
  return language === 'nl'
    ? `Wij kunnen dit nog niet tellen. Daarvoor moeten minstens ${number} mensen meedoen. Zo is niemand te herkennen.`
    : `We cannot count this yet. At least ${number} people must take part. That way nobody can be recognised.`
}
