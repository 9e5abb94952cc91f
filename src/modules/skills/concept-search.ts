import { words } from '../../engine/text/index.ts'
import { type Found, LabelColumns, Ranking, type SearchEntry, type SearchOptions, type SearchRow } from './search-ranking.ts'
import { lettersOf, noMatch, SoughtWord } from './sought-word.ts'

export type { Found, How, SearchEntry, SearchOptions, SearchRow } from './search-ranking.ts'

/** `front-end`, `front end` and `frontend`, `node.js` and `nodejs` are the same to somebody who searches; `C++` and `C` are not. */
export function squeeze(cut: readonly string[]): string {
  const joined = cut.join('')
  return joined.includes('.') || joined.includes("'") ? joined.replaceAll(/[.']/g, '') : joined
}

/** Longest query that is looked at, in words; the rest adds nothing but time. */
const maxQueryWords = 10

/**
 * Finds labels, in this order, each row once with its best label:
 *
 * 1. exact: the whole label; prefix: the label begins so; word: each word typed begins a word of the label; typo: the same, but a
 *    word may also be a word of the label with `typosAllowed` letters wrong (Damerau)
 * 2. fewer letters wrong
 * 3. labels in the asked language before others
 * 4. starter vocabulary first, preferred labels before others, shorter labels, then id and label
 */
export interface ConceptSearch {
  find(query: string, options: SearchOptions): Found[]
}

export function createConceptSearch(rows: readonly SearchRow[], entries: Iterable<SearchEntry>): ConceptSearch {
  const index = new SearchIndex(rows, entries)
  return {
    find(query, options) {
      const asked = words(query).slice(0, maxQueryWords)
      const whole = squeeze(asked)
      if (whole === '' || options.limit < 1) return []
      const ranking = new Ranking(index, options)
      // A tier is looked at only while the tiers before it leave room: they come first anyway.
      index.addBeginnings(whole, ranking)
      if (ranking.hasRoom()) index.addWords(asked, ranking, false)
      if (ranking.hasRoom()) index.addWords(asked, ranking, true)
      return ranking.result()
    },
  }
}

/** So many letters decide in which bucket a label is: a bucket is small enough to look through, so none needs sorting. */
const bucketLetters = 2

/** Labels by how they begin, and words with the labels they stand in. */
class SearchIndex {
  readonly rows: readonly SearchRow[]
  readonly labels = new LabelColumns()
  /** Squeezed labels, and the labels of each beginning. */
  readonly #squeezed: string[] = []
  readonly #buckets = new Map<string, number[]>()
  /** Distinct words in order, the letters of each as bits, and the labels of each (of word w: from starts[w] to starts[w + 1]). */
  readonly #words: readonly string[]
  readonly #letters: Int32Array
  readonly #postingStarts: Int32Array
  readonly #postings: Int32Array
  /** The words of each label, in the same way. */
  readonly #wordStarts: Int32Array
  readonly #labelWords: Int32Array

  constructor(rows: readonly SearchRow[], entries: Iterable<SearchEntry>) {
    this.rows = rows
    const numbers = new Map<string, number>()
    const starts = [0]
    const found: number[] = []
    for (const entry of entries) {
      const cut = words(entry.label)
      if (cut.length === 0) continue
      this.#addToBucket(this.labels.add(entry, rows[entry.row]!.starter), squeeze(cut))
      for (const word of cut) {
        let number = numbers.get(word)
        if (number === undefined) {
          number = numbers.size
          numbers.set(word, number)
        }
        found.push(number)
      }
      starts.push(found.length)
    }
    this.#words = [...numbers.keys()].sort()
    const places = new Int32Array(numbers.size)
    for (const [place, word] of this.#words.entries()) places[numbers.get(word)!] = place
    this.#letters = Int32Array.from(this.#words, lettersOf)
    this.#wordStarts = Int32Array.from(starts)
    this.#labelWords = Int32Array.from(found, (number) => places[number]!)
    ;[this.#postingStarts, this.#postings] = invert(this.#wordStarts, this.#labelWords, this.#words.length)
  }

  #addToBucket(label: number, squeezed: string): void {
    this.#squeezed.push(squeezed)
    const beginning = squeezed.slice(0, bucketLetters)
    const bucket = this.#buckets.get(beginning)
    if (bucket) bucket.push(label)
    else this.#buckets.set(beginning, [label])
  }

  addBeginnings(whole: string, ranking: Ranking): void {
    const longer: number[] = []
    for (const label of this.#beginningWith(whole)) {
      if (this.#squeezed[label] === whole) ranking.add(label, 0)
      else longer.push(label)
    }
    ranking.endTier('exact')
    if (!ranking.hasRoom()) return
    for (const label of longer) ranking.add(label, 0)
    ranking.endTier('prefix')
  }

  #beginningWith(whole: string): readonly number[] {
    if (whole.length >= bucketLetters) {
      const bucket = this.#buckets.get(whole.slice(0, bucketLetters)) ?? []
      return bucket.filter((label) => this.#squeezed[label]!.startsWith(whole))
    }
    return [...this.#buckets].flatMap(([beginning, bucket]) => (beginning.startsWith(whole) ? bucket : []))
  }

  /** Labels in which each word typed finds a word: as its beginning or, when asked, with letters wrong. */
  addWords(asked: readonly string[], ranking: Ranking, withTypos: boolean): void {
    const sought = asked.map((word) => new SoughtWord(this.#words, word, withTypos))
    // Only labels with the rarest word need looking at; a word with a slip in it begins nothing, so it is the rarest.
    const postings = sought.map(({ from, end }) => this.#postingStarts[end]! - this.#postingStarts[from]!)
    const rarest = sought[postings.indexOf(Math.min(...postings))]!
    const seen = new Set<number>()
    for (const word of rarest.matches(this.#letters)) {
      for (let at = this.#postingStarts[word]!; at < this.#postingStarts[word + 1]!; at++) {
        const label = this.#postings[at]!
        if (seen.has(label)) continue
        seen.add(label)
        const wrong = this.#wrongLetters(label, sought)
        if (wrong !== undefined) ranking.add(label, wrong)
      }
    }
    ranking.endTier(withTypos ? 'typo' : 'word')
  }

  /** The sum over the words typed of the letters wrong in the word of the label that is nearest; undefined when one finds none. */
  #wrongLetters(label: number, sought: readonly SoughtWord[]): number | undefined {
    let sum = 0
    for (const word of sought) {
      let least = noMatch
      for (let at = this.#wordStarts[label]!; at < this.#wordStarts[label + 1]! && least > 0; at++) {
        least = Math.min(least, word.cost(this.#labelWords[at]!))
      }
      if (least === noMatch) return undefined
      sum += least
    }
    return sum
  }
}

function invert(starts: Int32Array, items: Int32Array, count: number): [starts: Int32Array, items: Int32Array] {
  const outStarts = new Int32Array(count + 1)
  for (const item of items) outStarts[item + 1]!++
  for (let at = 0; at < count; at++) outStarts[at + 1]! += outStarts[at]!
  const next = outStarts.slice()
  const out = new Int32Array(items.length)
  for (let owner = 0; owner + 1 < starts.length; owner++) {
    for (let at = starts[owner]!; at < starts[owner + 1]!; at++) out[next[items[at]!]!++] = owner
  }
  return [outStarts, out]
}
