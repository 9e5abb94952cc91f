import { editDistance } from '../../engine/text/index.ts'

/** How many letters may be wrong in a word that was typed. A word of one or two letters is too short to guess at. */
export function typosAllowed(word: string): number {
  if (word.length < 3) return 0
  return word.length <= 7 ? 1 : 2
}

export const noMatch = 255

/** A word that was typed, against the sorted words of the index. */
export class SoughtWord {
  /** The words that begin with it are those from `from` up to `end`. */
  readonly from: number
  readonly end: number
  readonly #words: readonly string[]
  readonly #word: string
  readonly #allowed: number
  readonly #costs = new Map<number, number>()

  constructor(sorted: readonly string[], word: string, withTypos: boolean) {
    this.#words = sorted
    this.#word = word
    this.#allowed = withTypos ? typosAllowed(word) : 0
    this.from = firstAtLeast(sorted, word)
    this.end = endOfPrefix(sorted, word, this.from)
  }

  /** Letters wrong in this word of the index, or `noMatch`. */
  cost(word: number): number {
    if (word >= this.from && word < this.end) return 0
    if (this.#allowed === 0) return noMatch
    const known = this.#costs.get(word)
    if (known !== undefined) return known
    const distance = editDistance(this.#word, this.#words[word]!, this.#allowed)
    const cost = distance <= this.#allowed ? distance : noMatch
    this.#costs.set(word, cost)
    return cost
  }

  /**
   * All words of the index that it finds. One wrong letter brings at most one letter that did not occur and takes at most one
   * away: by that, most words are passed over without counting steps.
   */
  matches(letters: Int32Array): number[] {
    const found: number[] = []
    for (let word = this.from; word < this.end; word++) found.push(word)
    if (this.#allowed === 0) return found
    const own = lettersOf(this.#word)
    for (let word = 0; word < this.#words.length; word++) {
      const other = letters[word]!
      if (bits(own & ~other) > this.#allowed || bits(other & ~own) > this.#allowed) continue
      if (Math.abs(this.#words[word]!.length - this.#word.length) > this.#allowed) continue
      if ((word < this.from || word >= this.end) && this.cost(word) !== noMatch) found.push(word)
    }
    return found
  }
}

/** Which letters occur: a to z have a bit each, everything else shares six. */
export function lettersOf(word: string): number {
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
