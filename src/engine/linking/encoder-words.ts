import { stemWord } from '../text/index.ts'

export type EncoderLanguage = 'nl' | 'en'

/** The stems that have a row, per language, the most frequent first. Rows are numbered through: first the Dutch ones, then the English ones. */
export type EncoderStems = Readonly<Record<EncoderLanguage, readonly string[]>>

/** Parts of a compound are at least so long: shorter ones are found in any word. */
const shortestPart = 4
/** Short words that people in ICT do put before another: webdesigner, appbouwer. */
const shortParts: ReadonlySet<string> = new Set(['app', 'cad', 'crm', 'erp', 'ict', 'sap', 'sql', 'web'])
const linkingLetters = ['', 's', 'en', 'e'] as const
/** No Dutch word is longer, and what is longer costs time. */
const longestCompound = 48
/** Words whose rows are remembered; a text of nonsense may not fill the memory. */
const mostRemembered = 50_000

/** A shorter word that has a row of its own is hardly ever put together from two. */
const shortestCompound = 8

/**
 * Which rows stand for a word: its own; else the row of the same word in the other language (Dutch texts are full of English words). In Dutch also those of the words it
 * is put together from, so that what is known of `netwerk` and of `beheerder` counts for `netwerkbeheerder`, known itself or not.
 */
export class WordRows {
  readonly #rows: Readonly<Record<EncoderLanguage, ReadonlyMap<string, number>>>
  readonly #remembered: Readonly<Record<EncoderLanguage, Map<string, readonly number[]>>> = { nl: new Map(), en: new Map() }

  constructor(stems: EncoderStems) {
    this.#rows = {
      nl: new Map(stems.nl.map((stem, row) => [stem, row])),
      en: new Map(stems.en.map((stem, at) => [stem, stems.nl.length + at])),
    }
  }

  /** @param word folded; the result is empty when nothing is known of it */
  rowsOf(word: string, language: EncoderLanguage): readonly number[] {
    const remembered = this.#remembered[language]
    const known = remembered.get(word)
    if (known) return known
    const rows = this.#look(word, language)
    if (remembered.size >= mostRemembered) remembered.clear()
    remembered.set(word, rows)
    return rows
  }

  #look(word: string, language: EncoderLanguage): readonly number[] {
    const other = language === 'nl' ? 'en' : 'nl'
    const own = this.#rows[language].get(stemWord(word, language))
    const row = own ?? this.#rows[other].get(stemWord(word, other))
    if (language === 'en' || word.length > longestCompound || (row !== undefined && word.length < shortestCompound))
      return just(row)
    if (own === undefined && row !== undefined) return [row]
    const parts = this.#parts(word, true) ?? []
    if (own === undefined) return parts
    // The most frequent words come first: what a word is put together from is more frequent than itself, or it is chance.
    return parts.every((part) => part < own) ? [own, ...parts] : [own]
  }

  /** The longest known last part with a known first part; the first part may be a compound itself. */
  #parts(word: string, mayGoOn: boolean): readonly number[] | undefined {
    for (let at = 3; at <= word.length - shortestPart; at++) {
      const last = this.#rows.nl.get(stemWord(word.slice(at), 'nl'))
      if (last === undefined) continue
      const first = this.#firstPart(word.slice(0, at), mayGoOn)
      if (first) return [...first, last]
    }
    return undefined
  }

  #firstPart(written: string, mayGoOn: boolean): readonly number[] | undefined {
    for (const letters of linkingLetters) {
      if (!written.endsWith(letters)) continue
      const part = written.slice(0, written.length - letters.length)
      if (part.length < shortestPart && !shortParts.has(part)) continue
      const row = this.#rows.nl.get(stemWord(part, 'nl')) ?? this.#rows.en.get(stemWord(part, 'en'))
      if (row !== undefined) return [row]
    }
    return mayGoOn ? this.#parts(written, false) : undefined
  }
}

function just(row: number | undefined): readonly number[] {
  return row === undefined ? [] : [row]
}
