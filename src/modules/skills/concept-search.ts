import { editDistance, words } from '../../engine/text/index.ts'

/** One row of the result: a concept, with what decides its place among equals. */
export interface SearchRow {
  readonly id: string
  readonly type: 'skill' | 'occupation'
  readonly starter: boolean
}

/** A label that leads to a row. */
export interface SearchEntry {
  readonly row: number
  readonly label: string
  readonly language: string
  readonly preferred: boolean
}

export type How = 'exact' | 'prefix' | 'word' | 'typo'

export interface Found {
  readonly row: number
  /** The label that was found. */
  readonly label: string
  readonly how: How
}

export interface SearchOptions {
  readonly language: string
  readonly type?: 'skill' | 'occupation'
  readonly limit: number
}

/** How many letters may be wrong in a word that was typed. A word of one or two letters is too short to guess at. */
export function typosAllowed(word: string): number {
  if (word.length < 3) return 0
  return word.length <= 7 ? 1 : 2
}

/** `front-end`, `front end` and `frontend`, `node.js` and `nodejs` are the same to somebody who searches; `C++` and `C` are not. */
export function squeeze(cut: readonly string[]): string {
  return cut.join('').replaceAll(/[.']/g, '')
}

/** Longest query that is looked at, in words; the rest adds nothing but time. */
export const maxQueryWords = 10

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

/** The best label of each row found so far, tier by tier. */
class Ranking {
  readonly #index: SearchIndex
  readonly #options: SearchOptions
  readonly #found: Found[] = []
  readonly #taken = new Set<number>()
  #tier: Map<number, { key: number; entry: number }> = new Map()

  constructor(index: SearchIndex, options: SearchOptions) {
    this.#index = index
    this.#options = options
  }

  hasRoom(): boolean {
    return this.#found.length < this.#options.limit
  }

  add(entry: number, wrongLetters: number): void {
    const { rows, labels } = this.#index
    const row = labels.rows[entry]!
    const concept = rows[row]!
    if (this.#options.type !== undefined && concept.type !== this.#options.type) return
    if (this.#taken.has(row)) return
    const order =
      (wrongLetters << 3) |
      (labels.languages[entry] === this.#options.language ? 0 : 4) |
      (concept.starter ? 0 : 2) |
      (labels.preferred[entry] ? 0 : 1)
    const key = order * 1024 + Math.min(labels.texts[entry]!.length, 1023)
    const best = this.#tier.get(row)
    if (best === undefined || key < best.key || (key === best.key && this.#before(entry, best.entry))) {
      this.#tier.set(row, { key, entry })
    }
  }

  /** Equal in everything that counts: by the label, so that the answer does not hang on the order of loading. */
  #before(a: number, b: number): boolean {
    const { texts } = this.#index.labels
    return texts[a]! < texts[b]!
  }

  endTier(how: How): void {
    const { rows } = this.#index
    const room = this.#options.limit - this.#found.length
    let tier = [...this.#tier]
    if (tier.length > room) {
      // Sorting thousands of rows for a query of one letter is the slow part: drop what cannot come in by its key first.
      const worst = Int32Array.from(tier, ([, { key }]) => key).sort()[room - 1] ?? 0
      tier = tier.filter(([, { key }]) => key <= worst)
    }
    tier.sort(([rowA, a], [rowB, b]) => a.key - b.key || (rows[rowA]!.id < rows[rowB]!.id ? -1 : 1))
    for (const [row, { entry }] of tier.slice(0, room)) {
      this.#found.push({ row, label: this.#index.labels.texts[entry]!, how })
      this.#taken.add(row)
    }
    this.#tier = new Map()
  }

  result(): Found[] {
    return this.#found
  }
}

/** Labels as columns: some 140,000 objects would keep the garbage collector busy. */
class LabelColumns {
  readonly rows: number[] = []
  readonly texts: string[] = []
  readonly languages: string[] = []
  readonly preferred: boolean[] = []

  add({ row, label, language, preferred }: SearchEntry): number {
    this.rows.push(row)
    this.languages.push(language)
    this.preferred.push(preferred)
    return this.texts.push(label) - 1
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
      this.#addToBucket(this.labels.add(entry), squeeze(cut))
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
    const costs = asked.map((word) => this.#costs(word, withTypos))
    const rarest = costs.reduce((a, b) => (b.postings < a.postings ? b : a))
    const seen = new Set<number>()
    for (const word of rarest.words) {
      for (let at = this.#postingStarts[word]!; at < this.#postingStarts[word + 1]!; at++) {
        const entry = this.#postings[at]!
        if (seen.has(entry)) continue
        seen.add(entry)
        const wrong = this.#wrongLetters(entry, costs)
        if (wrong !== undefined) ranking.add(entry, wrong)
      }
    }
    ranking.endTier(withTypos ? 'typo' : 'word')
  }

  /** The sum over the words typed of the letters wrong in the word of the label that is nearest; undefined when one finds none. */
  #wrongLetters(entry: number, costs: readonly WordCosts[]): number | undefined {
    let sum = 0
    for (const { cost } of costs) {
      let least = noMatch
      for (let at = this.#wordStarts[entry]!; at < this.#wordStarts[entry + 1]!; at++) {
        least = Math.min(least, cost[this.#labelWords[at]!]!)
      }
      if (least === noMatch) return undefined
      sum += least
    }
    return sum
  }

  #costs(asked: string, withTypos: boolean): WordCosts {
    const cost = new Uint8Array(this.#words.length).fill(noMatch)
    const found: number[] = []
    const from = firstAtLeast(this.#words, asked)
    const end = endOfPrefix(this.#words, asked, from)
    for (let word = from; word < end; word++) {
      cost[word] = 0
      found.push(word)
    }
    if (withTypos) this.#addTypos(asked, cost, found)
    let postings = 0
    for (const word of found) postings += this.#postingStarts[word + 1]! - this.#postingStarts[word]!
    return { cost, words: found, postings }
  }

  /**
   * Looks at all words. One wrong letter changes at most two of the letters that occur, so two words whose sets of letters
   * differ in more than that are passed over without counting steps: that leaves about one in fifty.
   */
  #addTypos(asked: string, cost: Uint8Array, found: number[]): void {
    const limit = typosAllowed(asked)
    if (limit === 0) return
    const letters = lettersOf(asked)
    for (let word = 0; word < this.#words.length; word++) {
      if (cost[word] === 0 || bits(this.#letters[word]! ^ letters) > 2 * limit) continue
      const distance = editDistance(asked, this.#words[word]!, limit)
      if (distance > limit) continue
      cost[word] = distance
      found.push(word)
    }
  }
}

interface WordCosts {
  /** Per word of the index: letters wrong, or `noMatch`. */
  readonly cost: Uint8Array
  readonly words: readonly number[]
  readonly postings: number
}

const noMatch = 255

/** Which letters occur: a to z have a bit each, everything else shares six. */
function lettersOf(word: string): number {
  let set = 0
  for (let at = 0; at < word.length; at++) {
    const code = word.charCodeAt(at)
    set |= 1 << (code >= 97 && code <= 122 ? code - 97 : 26 + (code % 6))
  }
  return set
}

function bits(set: number): number {
  let left = set - ((set >>> 1) & 0x55555555)
  left = (left & 0x33333333) + ((left >>> 2) & 0x33333333)
  return (((left + (left >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24
}

function firstAtLeast(sorted: readonly string[], text: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < text) low = middle + 1
    else high = middle
  }
  return low
}

/** Where the texts that begin with `prefix` end; they stand together from `from` on. */
function endOfPrefix(sorted: readonly string[], prefix: string, from: number): number {
  let low = from
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]!.startsWith(prefix)) low = middle + 1
    else high = middle
  }
  return low
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
