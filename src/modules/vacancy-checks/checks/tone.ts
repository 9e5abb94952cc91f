import { normalise } from '../../../engine/text/index.ts'
import type { CheckedText, Words } from '../check.ts'

/** How a Dutch text speaks to its reader. */
export type Tone = 'je' | 'u'

const tones = new WeakMap<CheckedText, Tone>()

/** `u` only where it stands more often than *je* and *jij*. */
export function toneOf(checked: CheckedText): Tone {
  const known = tones.get(checked)
  if (known) return known
  const count = (pattern: RegExp): number => checked.text.match(pattern)?.length ?? 0
  const formal = count(/(?<![\p{L}.])(?:u|uw)(?![\p{L}.])/giu)
  const tone = formal > count(/(?<!\p{L})(?:je|jij|jou|jouw)(?!\p{L})/giu) ? 'u' : 'je'
  tones.set(checked, tone)
  return tone
}

const lowerCaseWord = /^\p{Lu}\p{Ll}+$/u
/** Endings of single words that are no names: *Systeembeheer*, *Programmeren*, *Scripting*. */
const ordinaryEnding =
  /(?:beheer|eren|ing|tie|kunde|iek|werken|ment|ysis|maken|schrijven|techniek|kennis|heid|netwerken|testen|skills?)$/

/** Labels begin with a capital; inside a sentence only names keep it. */
function insideSentence(label: string): string {
  const words = label.split(' ')
  const laterCapitals = words.slice(1).some((word) => /\p{Lu}/u.test(word))
  const ordinary =
    words.length > 1 ? !laterCapitals && lowerCaseWord.test(words[0]!) : lowerCaseWord.test(label) && ordinaryEnding.test(label)
  return ordinary ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

/** The name of an occupation as it stands inside a sentence: never a name, so only `ICT-` and the like keep their capitals. */
export function occupationInSentence(label: string): string {
  return /^\p{Lu}\p{Ll}/u.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label
}

const mostSkills = 3

/**
 * The heaviest skills of the occupation as one list: `SQL, Linux en scripts schrijven`; undefined when none is known. Those that the text names
 * already come first: they ask nothing more of anybody.
 */
export function skillsInWords(
  { occupationSkills, text }: CheckedText,
  language: keyof Words,
): { readonly words: string; readonly areNamed: boolean } | undefined {
  const plain = ` ${normalise(text)} `
  const named = occupationSkills.filter((words) => plain.includes(` ${normalise(words[language])} `))
  const labels = (named.length > 0 ? named : occupationSkills)
    .slice(0, mostSkills)
    .map((words) => insideSentence(words[language]).replace(/ \(.*\)$/, ''))
  const last = labels.pop()
  if (last === undefined) return undefined
  const words = labels.length === 0 ? last : `${labels.join(', ')} ${language === 'nl' ? 'en' : 'and'} ${last}`
  return { words, areNamed: named.length > 0 }
}
