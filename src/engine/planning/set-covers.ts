import type { OpenContents } from './open-contents.ts'
import { maskSize, mostBits, Shares } from './shares.ts'

/** What one week and one euro take from the worth of a path. */
export interface Rates {
  readonly perWeek: number
  readonly perEuro: number
}

/** What contents cover of one set of missing essentials, and what covering it takes, whichever row misses it. */
export interface SetCover {
  readonly demands: readonly number[]
  /** Contents that cover some of the essentials that are told apart, and which (bits). */
  readonly contents: readonly number[]
  readonly covers: Uint8Array
  /** All bits. */
  readonly full: number
  /** The least points that covering all takes, weeks counted from when the person is free; infinite where nobody can. */
  readonly leastTaken: number
}

/** Covers by set of missing essentials, each worked out on first use. */
export class SetCovers {
  readonly #open: Pick<OpenContents, 'euro' | 'weeks' | 'end'>
  readonly #coverOf: (demand: number) => Uint32Array
  readonly #free: number
  readonly #rates: Rates
  readonly #takes = new Shares()
  /** By missing essential: the least that the contents which cover it take, counted to their end. */
  readonly #until = new Float64Array(maskSize)
  /** By content, for the set at hand; nought between sets. */
  readonly #masks: Uint8Array
  /** Sets whose demands have the same hash. */
  readonly #known = new Map<number, SetCover[]>()

  constructor(
    open: Pick<OpenContents, 'euro' | 'weeks' | 'end'>,
    coverOf: (demand: number) => Uint32Array,
    free: number,
    rates: Rates,
  ) {
    this.#open = open
    this.#coverOf = coverOf
    this.#free = free
    this.#rates = rates
    this.#masks = new Uint8Array(open.weeks.length)
  }

  /** `demands`: ascending, each once. */
  of(demands: readonly number[]): SetCover {
    let hash = 0
    for (const demand of demands) hash = (Math.imul(hash, 31) + demand) | 0
    const alike = this.#known.get(hash)
    const known = alike?.find((one) => areEqual(one.demands, demands))
    if (known) return known
    const found = this.#find([...demands])
    if (alike) alike.push(found)
    else this.#known.set(hash, [found])
    return found
  }

  #find(demands: readonly number[]): SetCover {
    // The rarest essentials are told apart: they leave the least choice.
    const lists = demands.map((demand) => this.#coverOf(demand)).sort((a, b) => a.length - b.length)
    const bits = Math.min(mostBits, lists.length)
    const full = 2 ** bits - 1
    const contents: number[] = []
    for (let bit = 0; bit < bits; bit++) {
      for (const content of lists[bit] as Uint32Array) {
        if (this.#masks[content] === 0) contents.push(content)
        this.#masks[content] = (this.#masks[content] as number) | (1 << bit)
      }
    }
    const covers = Uint8Array.from(contents, (content) => this.#masks[content] as number)
    for (const content of contents) this.#masks[content] = 0
    const leastTaken = lists.some(({ length }) => length === 0)
      ? Number.POSITIVE_INFINITY
      : this.#leastTaken(contents, covers, full)
    return { demands, contents, covers, full, leastTaken }
  }

  /** Weeks and costs add up; and no path ends before the soonest content that covers some essential does. */
  #leastTaken(contents: readonly number[], covers: Uint8Array, full: number): number {
    const { perWeek, perEuro } = this.#rates
    this.#takes.begin(full)
    this.#until.fill(Number.POSITIVE_INFINITY, 0, full + 1)
    for (const [at, content] of contents.entries()) {
      const mask = covers[at] as number
      const euro = perEuro * (this.#open.euro[content] as number)
      this.#takes.offer(mask, -(perWeek * (this.#open.weeks[content] as number) + euro))
      const until = perWeek * ((this.#open.end[content] as number) - this.#free) + euro
      for (let bit = 1; bit <= full; bit <<= 1) {
        if ((mask & bit) !== 0 && until < (this.#until[bit] as number)) this.#until[bit] = until
      }
    }
    this.#takes.end(0)
    let most = -this.#takes.three
    for (let bit = 1; bit <= full; bit <<= 1) most = Math.max(most, this.#until[bit] as number)
    return most
  }
}

function areEqual(one: readonly number[], other: readonly number[]): boolean {
  if (one.length !== other.length) return false
  for (let at = 0; at < one.length; at++) if (one[at] !== other[at]) return false
  return true
}
