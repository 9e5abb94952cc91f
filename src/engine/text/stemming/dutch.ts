/**
 * The Dutch stemmer of Snowball in its classic form (Porter; https://snowballstem.org/algorithms/dutch_porter/stemmer.html), written from
 * its description. The steps keep the names and the order of that page.
 */
import { regionAfter } from './regions.ts'

const vowels = 'aeiouy'
const isVowel = (letter: string | undefined): boolean => letter !== undefined && letter !== '' && vowels.includes(letter)
const isConsonant = (letter: string | undefined): boolean => letter !== undefined && letter !== '' && !vowels.includes(letter)

/** @param word lower case, a to z and apostrophe only */
export function stemDutch(word: string): string {
  const marked = markConsonants(word)
  // Both regions are places in the word as it came; what stands before an ending never moves.
  const first = regionAfter(marked, isVowel, 0)
  const r1 = Math.max(first, 3)
  const r2 = regionAfter(marked, isVowel, first)
  let stem = dropPlural(marked, r1)
  const withoutE = dropE(stem, r1)
  const droppedE = withoutE !== stem
  stem = dropHeid(withoutE, r1, r2)
  stem = dropSuffix(stem, r1, r2, droppedE)
  return singleVowel(stem).toLowerCase()
}

/** Letters that stand for a consonant get a capital: a y in front or after a vowel, an i between two vowels. */
function markConsonants(word: string): string {
  if (!word.includes('y') && !word.includes('i')) return word
  const letters = [...word]
  letters.forEach((letter, at) => {
    if (letter === 'y' && (at === 0 || isVowel(letters[at - 1]))) letters[at] = 'Y'
    if (letter === 'i' && isVowel(letters[at - 1]) && isVowel(letters[at + 1])) letters[at] = 'I'
  })
  return letters.join('')
}

/** Step 1: -heden, -en, -ene, -s, -se. */
function dropPlural(word: string, r1: number): string {
  if (word.endsWith('heden')) return word.length - 5 >= r1 ? `${word.slice(0, -5)}heid` : word
  for (const ending of ['ene', 'en']) if (word.endsWith(ending)) return dropEn(word, ending.length, r1)
  for (const ending of ['se', 's']) {
    if (!word.endsWith(ending)) continue
    const before = word.at(-1 - ending.length)
    return word.length - ending.length >= r1 && isConsonant(before) && before !== 'j' ? word.slice(0, -ending.length) : word
  }
  return word
}

function dropEn(word: string, length: number, r1: number): string {
  const rest = word.slice(0, -length)
  return rest.length >= r1 && isConsonant(rest.at(-1)) && !rest.endsWith('gem') ? undouble(rest) : word
}

/** Step 2: -e. */
function dropE(word: string, r1: number): string {
  if (!word.endsWith('e') || word.length - 1 < r1 || !isConsonant(word.at(-2))) return word
  return undouble(word.slice(0, -1))
}

/** Step 3a: -heid. */
function dropHeid(word: string, r1: number, r2: number): string {
  if (!word.endsWith('heid') || word.length - 4 < r2 || word.at(-5) === 'c') return word
  const rest = word.slice(0, -4)
  return rest.endsWith('en') ? dropEn(rest, 2, r1) : rest
}

/** Step 3b: -end, -ing, -ig, -lijk, -baar, -bar. */
function dropSuffix(word: string, r1: number, r2: number, droppedE: boolean): string {
  const rest = (length: number): string | undefined => (word.length - length >= r2 ? word.slice(0, -length) : undefined)
  if (word.endsWith('end') || word.endsWith('ing')) {
    const left = rest(3)
    if (left === undefined) return word
    return left.endsWith('ig') && left.length - 2 >= r2 && left.at(-3) !== 'e' ? left.slice(0, -2) : undouble(left)
  }
  if (word.endsWith('ig')) return word.at(-3) === 'e' ? word : (rest(2) ?? word)
  if (word.endsWith('lijk')) {
    const left = rest(4)
    return left === undefined ? word : dropE(left, r1)
  }
  if (word.endsWith('baar')) return rest(4) ?? word
  if (word.endsWith('bar')) return droppedE ? (rest(3) ?? word) : word
  return word
}

/** Step 4: maan -> man, brood -> brod. */
function singleVowel(word: string): string {
  const [before, one, two, last] = [word.at(-4), word.at(-3), word.at(-2), word.at(-1)]
  if (!isConsonant(before) || one !== two || one === undefined || !'aeou'.includes(one)) return word
  return isConsonant(last) && last !== 'I' ? word.slice(0, -2) + last : word
}

function undouble(word: string): string {
  return word.endsWith('kk') || word.endsWith('dd') || word.endsWith('tt') ? word.slice(0, -1) : word
}
