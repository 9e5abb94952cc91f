import { stemWord } from '../../text/index.ts'
import { countStems, createCompoundSplitter } from './compounds.ts'
import type { ReadLanguage, SkillToRead } from './skill-to-read.ts'
import { infinitivesOf } from './verb-forms.ts'

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

/** What stands for a folded word: its stem, of a Dutch compound the stems of its parts, of a form of a Dutch verb the stem of the verb. */
export type KeysOfWord = (word: string, language: ReadLanguage) => readonly string[]

const mostKept = 200_000

/** Keys over the words of a taxonomy; kept, for texts use few words often. */
export function createWordKeys(skills: readonly SkillToRead[]): KeysOfWord {
  const dutchKeys = createDutchKeys(skills)
  const kept = { nl: new Map<string, readonly string[]>(), en: new Map<string, readonly string[]>() }
  return (word, language) => {
    const known = kept[language].get(word)
    if (known) return known
    const keys = language === 'nl' ? dutchKeys(word) : [stemWord(word, 'en')]
    if (kept[language].size >= mostKept) kept[language].clear()
    kept[language].set(word, keys)
    return keys
  }
}

/** Stems leave the endings of verbs: *analyseert* and *geanalyseerd* are the verb *analyseren* where that is a word of the taxonomy and they are not. */
function createDutchKeys(skills: readonly SkillToRead[]): (word: string) => readonly string[] {
  const counts = countStems(skills)
  const split = createCompoundSplitter(counts)
  return (word) => {
    const keys = split(word)
    if (keys.length > 1 || counts.has(keys[0]!)) return keys
    const verb = infinitivesOf(word)
      .map((infinitive) => stemWord(infinitive, 'nl'))
      .find((stem) => counts.has(stem))
    return verb === undefined ? keys : [verb]
  }
}
