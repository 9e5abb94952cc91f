import type { Limits } from './limits.ts'
import type { Pieces } from './pieces.ts'
import type { Way } from './way.ts'

/**
 * What each piece adds beside the first one chosen, and the pieces that may stand beside it. Beside others rises only shrink, so
 * that what two more pieces add is at most what each adds here.
 */
export class Beside {
  readonly #way: Way
  readonly #pieces: Pieces
  readonly #limits: Limits
  #first = 0
  /** By piece: what it adds to the fit beside the first. */
  readonly #rises: Float64Array
  /** By requirement: what the first and the second piece together raise it by. */
  readonly #both: Int32Array
  #isListed = false
  readonly #listed: number[] = []
  /** What any of those listed takes at the least. */
  leastEuro = 0
  leastWeeks = 0

  constructor(way: Way, pieces: Pieces, limits: Limits) {
    this.#way = way
    this.#pieces = pieces
    this.#limits = limits
    this.#rises = pieces.besideRises
    this.#both = new Int32Array(pieces.gains)
  }

  /** Another piece stands first. */
  begin(first: number): void {
    const { count, gains, increments } = this.#pieces
    this.#first = first
    this.#isListed = false
    this.#listed.length = 0
    const own = first * gains
    let [mostRise, mostNet] = [0, 0]
    for (let piece = 0; piece < count; piece++) {
      let rise = 0
      for (let at = 0, from = piece * gains; at < gains; at++) {
        const more = (increments[from + at] as number) - (increments[own + at] as number)
        if (more > 0) rise += more
      }
      this.#rises[piece] = rise
      if (rise > mostRise) mostRise = rise
      if (this.#way.value) mostNet = Math.max(mostNet, this.#netOf(piece))
    }
    if (this.#way.traveller.market.shortcuts.besideFirst) this.#limits.setBeside(mostRise, mostNet)
  }

  /** No piece stands first. */
  end(): void {
    this.#limits.setBeside(Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY)
  }

  riseOf(piece: number): number {
    return this.#rises[piece] as number
  }

  /** The same; the piece stands second from now on. */
  raiseWith(second: number): number {
    const { gains, increments } = this.#pieces
    const [one, other] = [this.#first * gains, second * gains]
    for (let at = 0; at < gains; at++) {
      this.#both[at] = Math.max(increments[one + at] as number, increments[other + at] as number)
    }
    return this.#rises[second] as number
  }

  /** What a piece adds beside the first and the second. */
  riseOfThird(piece: number): number {
    const { gains, increments } = this.#pieces
    let rise = 0
    for (let at = 0, from = piece * gains; at < gains; at++) {
      const more = (increments[from + at] as number) - (this.#both[at] as number)
      if (more > 0) rise += more
    }
    return rise
  }

  get isListed(): boolean {
    return this.#isListed
  }

  /** The piece may stand beside the first. */
  list(piece: number): void {
    this.#listed.push(piece)
  }

  /** Those that add most (or are worth most) beside the first come first. */
  endList(): void {
    const { value } = this.#way
    const { euro, weeks } = this.#pieces
    const key = (piece: number): number => (value ? this.#netOf(piece) : (this.#rises[piece] as number))
    this.#listed.sort((a, b) => key(b) - key(a) || a - b)
    this.#isListed = true
    this.leastEuro = Number.POSITIVE_INFINITY
    this.leastWeeks = Number.POSITIVE_INFINITY
    for (const piece of this.#listed) {
      this.leastEuro = Math.min(this.leastEuro, euro[piece] as number)
      this.leastWeeks = Math.min(this.leastWeeks, weeks[piece] as number)
    }
  }

  get count(): number {
    return this.#listed.length
  }

  pieceAt(at: number): number {
    return this.#listed[at] as number
  }

  riseAt(at: number): number {
    return this.#rises[this.#listed[at] as number] as number
  }

  netAt(at: number): number {
    return this.#netOf(this.#listed[at] as number)
  }

  /** What the piece adds beside the first to the worth of a path, its weeks and cost taken off. */
  #netOf(piece: number): number {
    const { value } = this.#way
    if (!value) return 0
    const { euro, weeks } = this.#pieces
    const taken = value.perWeek * (weeks[piece] as number) + value.perEuro * (euro[piece] as number)
    return value.perFit * (this.#rises[piece] as number) - taken
  }
}
