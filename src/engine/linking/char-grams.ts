import { words } from '../text/index.ts'

const notAscii = /\P{ASCII}/gu
const whiteSpace = /\s\s+/g

/** Lower case, letters without their accents, all else that is not ASCII dropped, runs of white space one space. */
export function asciiText(text: string): string {
  return text.toLowerCase().normalize('NFKD').replace(notAscii, '').replace(whiteSpace, ' ')
}

/** Every run of 1 to 3 characters, spaces and signs too, as scikit-learn's analyser `char` with n-grams 1 to 3 cuts a text. */
export function shortGrams(text: string): string[] {
  const plain = asciiText(text)
  const grams: string[] = []
  for (let length = 1; length <= 3; length++) {
    for (let at = 0; at + length <= plain.length; at++) grams.push(plain.slice(at, at + length))
  }
  return grams
}

/** Runs of 3 to 5 letters within words, the ends of a word marked by a space: `" ict"`. A shorter word is one gram. */
export function wordGrams(text: string): string[] {
  const grams: string[] = []
  for (const word of words(text)) {
    const marked = ` ${word} `
    for (let length = 3; length <= 5; length++) {
      for (let at = 0; at + length <= marked.length; at++) grams.push(marked.slice(at, at + length))
    }
  }
  return grams
}

/** Spellings of one sound in Dutch and English, in order: `fysica` and `physics` both have `fisik`. */
const sounds: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/isch(?=e?$)/g, 'ik'],
  [/ck/g, 'k'],
  [/sch/g, 'sk'],
  [/c(?=[eiy])/g, 's'],
  [/c(?!h)/g, 'k'],
  [/qu?/g, 'kw'],
  [/x/g, 'ks'],
  [/ae/g, 'e'],
  [/(?:ie|y)/g, 'i'],
  [/z/g, 's'],
  [/([a-z])\1/g, '$1'],
]

/** Runs of 3 and 4 letters within words as they sound: what Dutch and English words of one origin share. */
export function soundGrams(text: string): string[] {
  const grams: string[] = []
  for (const word of words(text)) {
    const sound = ` ${sounds.reduce((sofar, [spelling, instead]) => sofar.replace(spelling, instead), word)} `
    for (let length = 3; length <= 4; length++) {
      for (let at = 0; at + length <= sound.length; at++) grams.push(sound.slice(at, at + length))
    }
  }
  return grams
}
