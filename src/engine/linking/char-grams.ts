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
