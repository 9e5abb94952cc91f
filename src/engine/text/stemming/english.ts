/**
 * The English stemmer of Snowball (Porter 2; https://snowballstem.org/algorithms/english/stemmer.html), written from its description. The
 * steps keep the names and the order of that page.
 */
import { regionAfter } from './regions.ts'

const vowels = 'aeiouy'
const isVowel = (letter: string | undefined): boolean => letter !== undefined && letter !== '' && vowels.includes(letter)
const isConsonant = (letter: string | undefined): boolean => letter !== undefined && letter !== '' && !vowels.includes(letter)

/** Words the rules would spoil. */
const wholeWords: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ...['sky', 'news', 'howe', 'atlas', 'cosmos', 'bias', 'andes'].map((word): [string, string] => [word, word]),
])
const doneAfterPlural = new Set(['inning', 'outing', 'canning', 'herring', 'earring', 'proceed', 'exceed', 'succeed'])

/** Endings and what takes their place; the longest that fits is the one looked at. */
const step2: readonly (readonly [string, string])[] = [
  ['ization', 'ize'],
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['iveness', 'ive'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['entli', 'ent'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ousli', 'ous'],
  ['iviti', 'ive'],
  ['fulli', 'ful'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['abli', 'able'],
  ['izer', 'ize'],
  ['ator', 'ate'],
  ['alli', 'al'],
  ['bli', 'ble'],
  ['ogi', 'og'],
  ['li', ''],
]
const step3: readonly (readonly [string, string])[] = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ative', ''],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
]
const step4 = 'ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic'.split(' ')

/** @param given lower case, a to z and apostrophe only */
export function stemEnglish(given: string): string {
  if (given.length <= 2) return given
  const whole = wholeWords.get(given)
  if (whole !== undefined) return whole
  const word = markConsonants(given.startsWith("'") ? given.slice(1) : given)
  const start = /^(?:gener|commun|arsen)/.exec(word)?.[0].length
  const r1 = start ?? regionAfter(word, isVowel, 0)
  const r2 = regionAfter(word, isVowel, r1)
  let stem = dropPlural(dropGenitive(word))
  if (doneAfterPlural.has(stem)) return stem
  stem = yToI(dropPast(stem, r1))
  stem = replaceStep2(stem, r1)
  stem = replaceStep3(stem, r1, r2)
  stem = dropStep4(stem, r2)
  return dropLast(stem, r1, r2).toLowerCase()
}

function markConsonants(word: string): string {
  if (!word.includes('y')) return word
  const letters = [...word]
  letters.forEach((letter, at) => {
    if (letter === 'y' && (at === 0 || isVowel(letters[at - 1]))) letters[at] = 'Y'
  })
  return letters.join('')
}

/** Step 0. */
function dropGenitive(word: string): string {
  for (const ending of ["'s'", "'s", "'"]) if (word.endsWith(ending)) return word.slice(0, -ending.length)
  return word
}

/** Step 1a. */
function dropPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (word.endsWith('ied') || word.endsWith('ies')) return word.slice(0, word.length > 4 ? -2 : -1)
  if (!word.endsWith('s') || word.endsWith('us') || word.endsWith('ss')) return word
  return hasVowel(word.slice(0, -2)) ? word.slice(0, -1) : word
}

/** Step 1b. */
function dropPast(word: string, r1: number): string {
  for (const ending of ['eedly', 'eed']) {
    if (word.endsWith(ending)) return word.length - ending.length >= r1 ? `${word.slice(0, -ending.length)}ee` : word
  }
  for (const ending of ['ingly', 'edly', 'ing', 'ed']) {
    if (!word.endsWith(ending)) continue
    const rest = word.slice(0, -ending.length)
    if (!hasVowel(rest)) return word
    if (rest.endsWith('at') || rest.endsWith('bl') || rest.endsWith('iz')) return `${rest}e`
    if (/(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(rest)) return rest.slice(0, -1)
    return rest.length <= r1 && endsShort(rest) ? `${rest}e` : rest
  }
  return word
}

/** Step 1c. */
function yToI(word: string): string {
  return (word.endsWith('y') || word.endsWith('Y')) && word.length > 2 && isConsonant(word.at(-2))
    ? `${word.slice(0, -1)}i`
    : word
}

function replaceStep2(word: string, r1: number): string {
  const found = step2.find(([ending]) => word.endsWith(ending))
  if (found === undefined) return word
  const [ending, instead] = found
  const rest = word.slice(0, -ending.length)
  if (rest.length < r1) return word
  if (ending === 'ogi' && !rest.endsWith('l')) return word
  if (ending === 'li' && !'cdeghkmnrt'.includes(rest.at(-1) ?? '-')) return word
  return rest + instead
}

function replaceStep3(word: string, r1: number, r2: number): string {
  const found = step3.find(([ending]) => word.endsWith(ending))
  if (found === undefined) return word
  const [ending, instead] = found
  const rest = word.slice(0, -ending.length)
  return rest.length < (ending === 'ative' ? r2 : r1) ? word : rest + instead
}

function dropStep4(word: string, r2: number): string {
  const ending = step4.find((one) => word.endsWith(one))
  if (ending === undefined) return word
  const rest = word.slice(0, -ending.length)
  if (rest.length < r2) return word
  return ending === 'ion' && !rest.endsWith('s') && !rest.endsWith('t') ? word : rest
}

/** Step 5. */
function dropLast(word: string, r1: number, r2: number): string {
  const rest = word.slice(0, -1)
  if (word.endsWith('e')) return rest.length >= r2 || (rest.length >= r1 && !endsShort(rest)) ? rest : word
  return word.endsWith('ll') && rest.length >= r2 ? rest : word
}

function hasVowel(part: string): boolean {
  for (const letter of part) if (isVowel(letter)) return true
  return false
}

/** A short syllable at the end: `rap`, `ow` at the start of the word; not `bead`, `row`. */
function endsShort(word: string): boolean {
  const [before, vowel, last] = [word.at(-3), word.at(-2), word.at(-1)]
  if (!isVowel(vowel) || !isConsonant(last)) return false
  if (before === undefined) return true
  return isConsonant(before) && last !== 'w' && last !== 'x' && last !== 'Y'
}
