import { stemDutch } from './dutch.ts'
import { stemEnglish } from './english.ts'

const lettersOnly = /^[a-z']+$/

/**
 * What forms of one word have in common: `beheerders` -> `beheerder`, `testing` -> `test`. A stem need not be a word.
 *
 * @param word a folded word (`engine/text` words). With a digit or a sign in it (`c++`, `node.js`, `iso27001`) it comes back whole
 */
export function stemWord(word: string, language: 'nl' | 'en'): string {
  if (!lettersOnly.test(word)) return word
  return language === 'nl' ? stemDutch(word) : stemEnglish(word)
}
