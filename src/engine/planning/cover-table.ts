/** So many missing essentials are told apart; of more, the rest is left out, which only makes a bound larger. */
const mostBits = 6
const size = 2 ** mostBits

/**
 * The best that up to three contents make of a number while together they cover what a target misses. For each set of missing
 * essentials: the best content that covers at least those, then the best two and three that share them out. Covering fewer
 * essentials is a relaxation, so nothing that is possible is worth more. Largest is best; for costs give them negative.
 */
class Shares {
  readonly #one = new Float64Array(size)
  readonly #two = new Float64Array(size)
  #full = 0

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
  }

  get three(): number {
    return this.#share(this.#full, this.#two)
  }

  twoBeside(covers: number): number {
    return this.#two[this.#full & ~covers] as number
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

/** What the contents of a path to one target add at most, and take at least, when together they cover what is missing. */
export class CoverTable {
  readonly #nets = new Shares()
  readonly #takes = new Shares()
  /** By set: the least that the dearest of up to three contents takes by itself, counted to its end. */
  readonly #dearest = new Float64Array(size)
  /** By content: the missing essentials it covers. Nought between targets. */
  readonly #covers: Uint8Array
  readonly #covering: number[] = []
  #full = 0

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

  /**
   * By content its net (rise less what it takes), what it takes, and what it takes counted to its end; `best` is the best net
   * of any, at least nought.
   */
  fill(
    netOf: (content: number) => number,
    takenBy: (content: number) => number,
    takenUntil: (content: number) => number,
    best: number,
  ): void {
    this.#nets.begin(this.#full)
    this.#takes.begin(this.#full)
    this.#dearest.fill(Number.POSITIVE_INFINITY, 0, this.#full + 1)
    for (const content of this.#covering) {
      const covers = this.#covers[content] as number
      this.#nets.offer(covers, netOf(content))
      this.#takes.offer(covers, -takenBy(content))
      const until = takenUntil(content)
      for (let bit = 1; bit <= this.#full; bit <<= 1) {
        if ((covers & bit) !== 0 && until < (this.#dearest[bit] as number)) this.#dearest[bit] = until
      }
    }
    this.#nets.end(best)
    this.#takes.end(0)
  }

  /** The most that up to three contents add that cover everything; -Infinity when none do. */
  get mostAdded(): number {
    return this.#nets.three
  }

  /** What they take at the least. */
  get leastTaken(): number {
    let dearest = 0
    for (let bit = 1; bit <= this.#full; bit <<= 1) dearest = Math.max(dearest, this.#dearest[bit] as number)
    return Math.max(-this.#takes.three, dearest)
  }

  /** The most that up to two others add beside this content, and what they take at the least. */
  addedBeside(content: number): number {
    return this.#nets.twoBeside(this.#covers[content] as number)
  }

  takenBeside(content: number): number {
    return -this.#takes.twoBeside(this.#covers[content] as number)
  }
}
