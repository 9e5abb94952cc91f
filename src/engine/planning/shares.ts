/** So many missing essentials are told apart; of more, the rest is left out, which only makes a bound larger. */
export const mostBits = 6
export const maskSize = 2 ** mostBits

/**
 * The best that up to three contents make of a number while together they cover what a target misses. For each set of missing
 * essentials: the best content that covers at least those, then the best two and three that share them out. Covering fewer
 * essentials is a relaxation, so nothing that is possible is worth more. Largest is best; for costs give them negative.
 */
export class Shares {
  readonly #one = new Float64Array(maskSize)
  readonly #two = new Float64Array(maskSize)
  #full = 0
  #three = 0

  /** `full`: all bits that are told apart. */
  begin(full: number): void {
    this.#full = full
    for (let mask = 0; mask <= full; mask++) this.#one[mask] = Number.NEGATIVE_INFINITY
  }

  offer(covers: number, worth: number): void {
    if (worth > (this.#one[covers] as number)) this.#one[covers] = worth
  }

  /** `free`: what a content may add that covers nothing; nought at least, as it may be left out. */
  end(free: number): void {
    const full = this.#full
    // Whoever covers more covers less, too.
    for (let bit = 1; bit <= full; bit <<= 1) {
      for (let mask = 0; mask <= full; mask++) {
        const more = this.#one[mask | bit] as number
        if (more > (this.#one[mask] as number)) this.#one[mask] = more
      }
    }
    this.#one[0] = Math.max(free, this.#one[0] as number)
    for (let mask = 0; mask <= full; mask++) this.#two[mask] = this.#share(mask, this.#one)
    this.#three = this.#share(full, this.#two)
  }

  /** Three contents that cover everything; -Infinity when none do. */
  get three(): number {
    return this.#three
  }

  /** The most that up to so many contents add which cover at least these. Three are asked about all essentials only. */
  of(mask: number, contents: number): number {
    if (contents === 3) return this.#three
    if (contents === 2) return this.#two[mask] as number
    if (contents === 1) return this.#one[mask] as number
    return mask === 0 ? 0 : Number.NEGATIVE_INFINITY
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
