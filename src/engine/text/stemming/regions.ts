/**
 * Where the region of Snowball's stemmers begins: behind the first letter that is no vowel and follows a vowel, looked for from
 * `from` on; the length of the word when there is none. R1 is the region from 0, R2 the region from R1.
 */
export function regionAfter(word: string, isVowel: (letter: string | undefined) => boolean, from: number): number {
  for (let at = from + 1; at < word.length; at++) if (!isVowel(word[at]) && isVowel(word[at - 1])) return at + 1
  return word.length
}
