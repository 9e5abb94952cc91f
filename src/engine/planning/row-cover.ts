import { maskSize, mostBits, Shares } from './shares.ts'

/** What the contents of a path to one row add at most, and take at least, when together they cover what is missing. */
export class RowCover {
  readonly #shares = new Shares()
  /** By missing essential (a bit): the least that a content takes which covers it, counted to its end. */
  readonly #until = new Float64Array(maskSize)
  /** By content: the missing essentials it covers. Nought between rows. */
  readonly #covers: Uint8Array
  readonly #covering: number[] = []
  #full = 0

  constructor(contents: number) {
    this.#covers = new Uint8Array(contents)
  }

  /** Begins anew: the contents that cover each missing essential. The rarest are told apart: they leave the least choice. */
  begin(missing: Uint32Array[]): void {
    for (const content of this.#covering) this.#covers[content] = 0
    this.#covering.length = 0
    missing.sort((a, b) => a.length - b.length)
    const bits = Math.min(mostBits, missing.length)
    this.#full = 2 ** bits - 1
    for (let bit = 0; bit < bits; bit++) {
      const contents = missing[bit] as Uint32Array
      for (let at = 0; at < contents.length; at++) {
        const content = contents[at] as number
        if (this.#covers[content] === 0) this.#covering.push(content)
        this.#covers[content] = (this.#covers[content] as number) | (1 << bit)
      }
    }
  }

  /** The most that up to three contents add that cover everything; -Infinity when none do. `best`: the best net of any. */
  mostAdded(netOf: (content: number) => number, best: number): number {
    this.#shares.begin(this.#full)
    for (const content of this.#covering) this.#shares.offer(this.#covers[content] as number, netOf(content))
    this.#shares.end(best)
    return this.#shares.three
  }

  /** What they take at the least: weeks and costs add up, and no path ends before the soonest that covers some essential. */
  leastTaken(takenBy: (content: number) => number, takenUntil: (content: number) => number): number {
    this.#shares.begin(this.#full)
    this.#until.fill(Number.POSITIVE_INFINITY, 0, this.#full + 1)
    for (const content of this.#covering) {
      const covers = this.#covers[content] as number
      this.#shares.offer(covers, -takenBy(content))
      const until = takenUntil(content)
      for (let bit = 1; bit <= this.#full; bit <<= 1) {
        if ((covers & bit) !== 0 && until < (this.#until[bit] as number)) this.#until[bit] = until
      }
    }
    this.#shares.end(0)
    let least = -this.#shares.three
    for (let bit = 1; bit <= this.#full; bit <<= 1) least = Math.max(least, this.#until[bit] as number)
    return least
  }
}
