/** Letters that Unicode does not take apart, as people type them on a plain keyboard. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  '’': "'",
  '‘': "'",
  '`': "'",
  '´': "'",
  ʼ: "'",
}

const plainText = /^[\u0020-\u005f\u0061-\u007e]*$/
const marksAndInvisible = /[\p{M}\u00ad\u200b-\u200d\u2060\ufeff]/gu
const others = /[ßæœøłđðþı’‘`´ʼ]/g

/**
 * Lower case, without accents, ligatures, invisible characters and curly apostrophes: what two spellings of one word have in
 * common. The length may change, so positions in the result mean nothing in the text.
 */
export function fold(text: string): string {
  // Nearly all labels are plain: one test saves the slow way.
  if (plainText.test(text)) return text.toLowerCase()
  return text
    .toLowerCase()
    .replace(others, (letter) => plainLetters[letter] ?? letter)
    .normalize('NFKD')
    .replace(marksAndInvisible, '')
}
