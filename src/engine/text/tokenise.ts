import { fold } from './fold.ts'

/** A word of a text: as compared, and where it stands (UTF-16 positions in the text that was given; `end` is not included). */
export interface Token {
  readonly text: string
  readonly start: number
  readonly end: number
}

const word = '[\\p{L}\\p{N}\\p{M}\\u00ad\\u200b-\\u200d]'
/** Only these endings keep their dot, so that a full stop without a space after it still parts two words. */
const dottedEndings = 'js|ts|net|io|ai|py|com|nl|org|eu'

/**
 * In this order: .NET · i.p.v. and I.C.T. · C++, C# · a word, with R&D, collega's, node.js and 1.3 kept whole · the plus of
 * `Security+`, a token of its own, so that `hbo+` is still the word hbo.
 */
const pattern = new RegExp(
  [
    `(?<!${word})\\.net(?!${word})`,
    `(?<!${word})\\p{L}(?:\\.\\p{L})+(?!${word})`,
    `(?<!${word})[cfj]#`,
    `(?<!${word})\\p{L}+\\+\\+`,
    `${word}+(?:(?:['’&]|(?<=\\p{N})\\.(?=\\p{N}))${word}+|\\.(?:${dottedEndings})(?!${word}))*`,
    `(?<=${word})\\+(?!${word}|\\+)`,
  ].join('|'),
  'giu',
)

const abbreviation = /^\p{L}(?:\.\p{L})+$/u

/**
 * The words of a text in order. Hyphen, slash, underscore and white space part words (`front-end` and `front end` are the same
 * two words, as are `TCP/IP` and `tcp ip`); `C++`, `C#`, `.NET`, `node.js`, `ASP.NET`, `R&D` and `1.3` are one word each. A label and a
 * text cut by the same rules can be compared word by word.
 */
export function tokenise(text: string): Token[] {
  const tokens: Token[] = []
  for (const match of text.matchAll(pattern)) {
    const raw = match[0]
    const folded = fold(raw)
    const compared = abbreviation.test(folded) ? folded.replaceAll('.', '') : folded
    // A word of invisible characters only is no word.
    if (compared !== '') tokens.push({ text: compared, start: match.index, end: match.index + raw.length })
  }
  return tokens
}

/** Text in which none of the cases above can occur: nearly all labels. */
const plainText = /^[a-zA-Z0-9 ,;:()/"_-]*$/
const plainWord = /[a-z0-9]+/g

/** The words of a text, folded, without positions. */
export function words(text: string): string[] {
  if (plainText.test(text)) return text.toLowerCase().match(plainWord) ?? []
  return tokenise(text).map((token) => token.text)
}

/** The words joined by one space: two labels with the same key are the same label. Empty when there is no word in it. */
export function normalise(text: string): string {
  return words(text).join(' ')
}
