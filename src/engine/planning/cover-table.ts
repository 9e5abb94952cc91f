import { maskSize, mostBits, Shares } from './shares.ts'

/** What the contents of a path to one target add at most, and take at least, when together they cover what is missing. */
export class CoverTable {
  readonly #nets = new Shares()
  readonly #takes = new Shares()
  /** By set: the least that the dearest of up to three contents takes by itself, counted to its end. */
  readonly #dearest = new Float64Array(maskSize)
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
