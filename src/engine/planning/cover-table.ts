/** So many missing essentials are told apart; of more, the rest is left out, which only makes a bound larger. */
const mostBits = 6
const size = 2 ** mostBits

/**
 * The most that up to three contents add to a target while together they cover what it misses. For each set of missing
 * essentials: the best net of one content that covers at least those, then of two and of three that share them out. Covering
 * fewer essentials is a relaxation, and nets of contents add up at most (their rises only shrink beside each other).
 */
export class CoverTable {
  readonly #one = new Float64Array(size)
  readonly #two = new Float64Array(size)
  #full = 0
  /** By content: the missing essentials it covers. Nought between targets. */
  readonly #covers: Uint8Array
  readonly #covering: number[] = []

  constructor(contents: number) {
    this.#covers = new Uint8Array(contents)
  }

  /** Begins anew: the contents that cover each missing essential, the rarest essentials first. */
  begin(missing: readonly Uint32Array[]): void {
    for (const content of this.#covering) this.#covers[content] = 0
    this.#covering.length = 0
    const bits = Math.min(mostBits, missing.length)
    this.#full = 2 ** bits - 1
    for (let bit = 0; bit < bits; bit++) {
      for (const content of missing[bit] as Uint32Array) {
        if (this.#covers[content] === 0) this.#covering.push(content)
        this.#covers[content] = (this.#covers[content] as number) | (1 << bit)
      }
    }
  }

  /** Fills the tables. `netOf` is the net of a content; `best` the best net of any, at least nought. */
  fill(netOf: (content: number) => number, best: number): void {
    const full = this.#full
    for (let mask = 0; mask <= full; mask++) this.#one[mask] = Number.NEGATIVE_INFINITY
    for (const content of this.#covering) {
      const covers = this.#covers[content] as number
      const net = netOf(content)
      if (net > (this.#one[covers] as number)) this.#one[covers] = net
    }
    // Whoever covers more covers less, too.
    for (let bit = 1; bit <= full; bit <<= 1) {
      for (let mask = 0; mask <= full; mask++) {
        const more = this.#one[mask | bit] as number
        if (more > (this.#one[mask] as number)) this.#one[mask] = more
      }
    }
    this.#one[0] = Math.max(best, this.#one[0] as number)
    for (let mask = 0; mask <= full; mask++) this.#two[mask] = this.#share(mask, this.#one)
  }

  /** The most of up to three contents that cover everything. */
  get three(): number {
    return this.#share(this.#full, this.#two)
  }

  /** The most that up to two others add beside this content. */
  twoBeside(content: number): number {
    return this.#two[this.#full & ~(this.#covers[content] as number)] as number
  }

  /** One content for a part of the mask, `rest` for what is left. */
  #share(mask: number, rest: Float64Array): number {
    let most = rest[mask] as number
    for (let part = mask; ; part = (part - 1) & mask) {
      const sum = (this.#one[part] as number) + (rest[mask & ~part] as number)
      if (sum > most) most = sum
      if (part === 0) return most
    }
  }
}
