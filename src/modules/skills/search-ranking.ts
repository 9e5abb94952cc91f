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

/** What a ranking looks things up in. */
export interface RankedIndex {
  readonly rows: readonly SearchRow[]
  readonly labels: LabelColumns
}

/** The best label of each row found so far, tier by tier. */
export class Ranking {
  readonly #index: RankedIndex
  readonly #limit: number
  readonly #language: number
  readonly #wrongType: 'skill' | 'occupation' | undefined
  readonly #found: Found[] = []
  /** Per row: the key of its best label in this tier, and that label. `taken` rows stand in a tier before. */
  readonly #bestKey: Int32Array
  readonly #bestLabel: Int32Array
  #touched: number[] = []

  constructor(index: RankedIndex, { language, type, limit }: SearchOptions) {
    this.#index = index
    this.#limit = limit
    this.#language = index.labels.languageNumber(language)
    if (type !== undefined) this.#wrongType = type === 'skill' ? 'occupation' : 'skill'
    this.#bestKey = new Int32Array(index.rows.length).fill(untouched)
    this.#bestLabel = new Int32Array(index.rows.length)
  }

  hasRoom(): boolean {
    return this.#found.length < this.#limit
  }

  add(label: number, wrongLetters: number): void {
    const { labels } = this.#index
    const row = labels.rows[label]!
    const best = this.#bestKey[row]!
    if (best === taken || this.#index.rows[row]!.type === this.#wrongType) return
    const foreign = labels.languages[label] === this.#language ? 0 : 1
    const key = wrongLetters * keyOfWrongLetter + foreign * keyOfForeign + labels.keys[label]!
    if (best === untouched) this.#touched.push(row)
    else if (key > best || (key === best && labels.texts[label]! >= labels.texts[this.#bestLabel[row]!]!)) return
    this.#bestKey[row] = key
    this.#bestLabel[row] = label
  }

  endTier(how: How): void {
    const { rows, labels } = this.#index
    const room = this.#limit - this.#found.length
    const keyOf = (row: number): number => this.#bestKey[row]!
    let tier = this.#touched
    if (tier.length > room) {
      // Sorting thousands of rows for a query of one letter is the slow part: drop what cannot come in by its key first.
      const worst = Int32Array.from(tier, keyOf).sort()[room - 1] ?? 0
      tier = tier.filter((row) => keyOf(row) <= worst)
    }
    tier.sort((a, b) => keyOf(a) - keyOf(b) || (rows[a]!.id < rows[b]!.id ? -1 : 1))
    for (const row of tier.slice(0, room)) this.#found.push({ row, label: labels.texts[this.#bestLabel[row]!]!, how })
    // When a tier does not fit, no later one is looked at: only rows that came in need to be known.
    for (const row of this.#touched) this.#bestKey[row] = taken
    this.#touched = []
  }

  result(): Found[] {
    return this.#found
  }
}

const untouched = -1
const taken = -2

/** A key orders labels within a tier: wrong letters, then another language, then not ours, not preferred, longer. */
const longestCounted = 1023
const keyOfNotPreferred = 1024
const keyOfNotStarter = 2048
const keyOfForeign = 4096
const keyOfWrongLetter = 8192

/** Labels as columns: some 140,000 objects would keep the garbage collector busy. */
export class LabelColumns {
  readonly rows: number[] = []
  readonly texts: string[] = []
  readonly languages: number[] = []
  readonly keys: number[] = []
  readonly #languages: string[] = []

  add({ row, label, language, preferred }: SearchEntry, starter: boolean): number {
    this.rows.push(row)
    this.languages.push(this.languageNumber(language))
    this.keys.push(Math.min(label.length, longestCounted) + (preferred ? 0 : keyOfNotPreferred) + (starter ? 0 : keyOfNotStarter))
    return this.texts.push(label) - 1
  }

  languageNumber(language: string): number {
    const known = this.#languages.indexOf(language)
    return known >= 0 ? known : this.#languages.push(language) - 1
  }
}
