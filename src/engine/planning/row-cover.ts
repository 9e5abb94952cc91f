import { maskSize, mostBits } from './shares.ts'

/**
 * The best three contents for one row, that together cover what it misses: which they are, and what they are worth. As in
 * `Shares`, covering fewer essentials is a relaxation and the rest of more than six is left out; here whoever covers nothing takes
 * a place of its own, so that no content is counted in two of these.
 */
export class RowCover {
  /** The contents that were best, -1 for none. */
  readonly chosen = new Int32Array(3)
  /** By content: the missing essentials it covers. Nought between rows. */
  readonly #covers: Uint8Array
  readonly #covering: number[] = []
  /** By set of essentials: the best content that covers at least these, and what it is worth. */
  readonly #one = new Float64Array(maskSize)
  readonly #oneContent = new Int32Array(maskSize)
  /** The best two that share them out, and what the first of them covers. */
  readonly #two = new Float64Array(maskSize)
  readonly #twoPart = new Int32Array(maskSize)
  /** The three that are worth most, whatever they cover; nought where there is none that is worth anything. */
  readonly #freeNet = new Float64Array(3)
  readonly #freeContent = new Int32Array(3)
  #full = 0

  constructor(contents: number) {
    this.#covers = new Uint8Array(contents)
  }

  /** Begins anew: the contents that cover each missing essential. The rarest are told apart: they leave the least choice. */
  begin(missing: Uint32Array[]): void {
    for (let at = 0; at < this.#covering.length; at++) this.#covers[this.#covering[at] as number] = 0
    this.#covering.length = 0
    if (missing.length > 1) missing.sort((a, b) => a.length - b.length)
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

  /**
   * What they are worth; -Infinity when no three cover everything. By content: `rises` of the numerator of fit, `taken` points;
   * `risen`: those that raise something.
   */
  best(rises: Float64Array, risen: readonly number[], taken: Float64Array, perFit: number): number {
    this.#findFree(rises, risen, taken, perFit)
    const [first, second, third] = this.#freeNet as unknown as [number, number, number]
    const full = this.#full
    if (full === 0) {
      this.chosen.set(this.#freeContent)
      return first + second + third
    }
    this.#findSharing(rises, taken, perFit)
    let most = (this.#one[full] as number) + first + second
    this.#choose(this.#oneContent[full] as number, this.#freeContent[0] as number, this.#freeContent[1] as number)
    if ((this.#two[full] as number) + first > most) {
      most = (this.#two[full] as number) + first
      this.#chooseTwo(this.#freeContent[0] as number, full)
    }
    for (let part = (full - 1) & full; part > 0; part = (part - 1) & full) {
      const sum = (this.#one[part] as number) + (this.#two[full & ~part] as number)
      if (sum <= most) continue
      most = sum
      this.#chooseTwo(this.#oneContent[part] as number, full & ~part)
    }
    return most
  }

  /** What the three are worth that are worth most, whatever they cover. */
  bestFree(rises: Float64Array, risen: readonly number[], taken: Float64Array, perFit: number): number {
    this.#findFree(rises, risen, taken, perFit)
    const [first, second, third] = this.#freeNet as unknown as [number, number, number]
    return first + second + third
  }

  /** What two more are worth at most that cover what this one leaves. */
  bestBeside(content: number): number {
    const rest = this.#full & ~(this.#covers[content] as number)
    const [first, second] = [this.#freeNet[0] as number, this.#freeNet[1] as number]
    if (rest === 0) return first + second
    return Math.max((this.#one[rest] as number) + first, this.#two[rest] as number)
  }

  #findFree(rises: Float64Array, risen: readonly number[], taken: Float64Array, perFit: number): void {
    let [first, second, third] = [0, 0, 0]
    let [firstContent, secondContent, thirdContent] = [-1, -1, -1]
    for (let at = 0; at < risen.length; at++) {
      const content = risen[at] as number
      const net = perFit * (rises[content] as number) - (taken[content] as number)
      if (net <= third) continue
      third = net
      thirdContent = content
      if (third > second) {
        third = second
        thirdContent = secondContent
        second = net
        secondContent = content
      }
      if (second > first) {
        second = first
        secondContent = firstContent
        first = net
        firstContent = content
      }
    }
    this.#freeNet[0] = first
    this.#freeNet[1] = second
    this.#freeNet[2] = third
    this.#freeContent[0] = firstContent
    this.#freeContent[1] = secondContent
    this.#freeContent[2] = thirdContent
  }

  /** The best one, and the best two, for each set of essentials. */
  #findSharing(rises: Float64Array, taken: Float64Array, perFit: number): void {
    const full = this.#full
    const one = this.#one
    const content = this.#oneContent
    for (let mask = 0; mask <= full; mask++) one[mask] = Number.NEGATIVE_INFINITY
    for (let at = 0; at < this.#covering.length; at++) {
      const covering = this.#covering[at] as number
      const covers = this.#covers[covering] as number
      const net = perFit * (rises[covering] as number) - (taken[covering] as number)
      if (net <= (one[covers] as number)) continue
      one[covers] = net
      content[covers] = covering
    }
    // Whoever covers more covers less, too.
    for (let bit = 1; bit <= full; bit <<= 1) {
      for (let mask = 1; mask <= full; mask++) {
        if ((one[mask | bit] as number) <= (one[mask] as number)) continue
        one[mask] = one[mask | bit] as number
        content[mask] = content[mask | bit] as number
      }
    }
    for (let mask = 1; mask <= full; mask++) {
      let most = Number.NEGATIVE_INFINITY
      for (let part = (mask - 1) & mask; part > 0; part = (part - 1) & mask) {
        const sum = (one[part] as number) + (one[mask & ~part] as number)
        if (sum <= most) continue
        most = sum
        this.#twoPart[mask] = part
      }
      this.#two[mask] = most
    }
  }

  #choose(first: number, second: number, third: number): void {
    this.chosen[0] = first
    this.chosen[1] = second
    this.chosen[2] = third
  }

  /** This one, and the best two that share these essentials out. */
  #chooseTwo(one: number, mask: number): void {
    const part = this.#twoPart[mask] as number
    this.#choose(one, this.#oneContent[part] as number, this.#oneContent[mask & ~part] as number)
  }
}
