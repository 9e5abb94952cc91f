import { stemWord } from '../../text/index.ts'
import { countStems, createCompoundSplitter } from './compounds.ts'
import type { ReadLanguage, SkillToRead } from './skill-to-read.ts'

/**
 * Words that bind others together and name nothing. No window begins or ends with one, and no label is found by one. Words that every
 * vacancy is full of (*experience*, *werk*) are not among these: how rare a word is in the taxonomy says enough of them.
 */
const bindingWords: ReadonlySet<string> = new Set(
  (
    'de het een en of van in op te met voor aan bij tot uit om naar door over als dan dat die dit deze er wij we je jij jouw jou u uw zij hij ' +
    'ze zich is zijn was wordt worden hebben heeft hebt heb bent ben niet geen wel ook nog om onze ons hun haar mijn binnen tussen zowel ' +
    'the a an and or of in on to with for at by from as that this these those we you your our their its it is are be was were will have has had ' +
    'not no also into than then which who whom i they he she them us can may must should would etc eg ie via per if so such both any all'
  ).split(' '),
)

/**
 * Whether a word says something by itself.
 *
 * @param word folded
 * @param written as it stands in the text: `IT` is a trade, `it` binds
 */
export function isContentWord(word: string, written: string): boolean {
  return (!bindingWords.has(word) || written === 'IT') && /[\p{L}\p{N}+#]/u.test(word)
}

/** What stands for a folded word: its stem, or of a Dutch compound the stems of its parts. */
export type KeysOfWord = (word: string, language: ReadLanguage) => readonly string[]

const mostKept = 200_000

/** Keys over the words of a taxonomy; kept, for texts use few words often. */
export function createWordKeys(skills: readonly SkillToRead[]): KeysOfWord {
  const split = createCompoundSplitter(countStems(skills))
  const kept = { nl: new Map<string, readonly string[]>(), en: new Map<string, readonly string[]>() }
  return (word, language) => {
    const known = kept[language].get(word)
    if (known) return known
    const keys = language === 'nl' ? split(word) : [stemWord(word, 'en')]
    if (kept[language].size >= mostKept) kept[language].clear()
    kept[language].set(word, keys)
    return keys
  }
}
