import type { Asking } from './asking.ts'
import { type AspectName, silentPerson } from './aspects.ts'
import { PlaceTable } from './place-table.ts'
import type { Codes, Column, Segment } from './segment.ts'
import type { Shortcuts } from './shortcuts.ts'
import { type LowAndHigh, type Sieve, tooFar } from './sieve.ts'
import { bitCount } from './skill-sets.ts'

/** What stands against each value of one column, as bits by number of the term. */
interface JudgedColumn {
  readonly codes: Codes
  /** Rows by code. */
  readonly live: Uint32Array
  /** Not met for certain. */
  readonly low: Uint32Array
  /** Not met, even if what is unknown turns out well. */
  readonly high: Uint32Array
}

/** The keys of a question's terms, each once; its bit is its place in this list. */
export function termKeysOf({ terms, place }: Asking): string[] {
  return [...new Set([...terms.map(({ key }) => key), ...(place ? [place.key] : [])])]
}

/**
 * How the people of one segment stand towards the terms of one question. Each distinct value is judged once; a person is then a
 * few look-ups. Places are looked at block by block: enter a block before its rows are asked.
 */
export class TermTable {
  /** Terms that stand against somebody who is not gone. */
  readonly standing: number
  /** Bits of the terms that stand against the person looked at: not met for certain, and unmet whatever is unknown. */
  low = 0
  high = 0
  readonly #columns: readonly JudgedColumn[]
  readonly #place: PlaceTable | undefined
  readonly #segment: Segment

  constructor(
    segment: Segment,
    asking: Asking,
    keys: readonly string[],
    { quietTerms, blocks }: Pick<Shortcuts, 'quietTerms' | 'blocks'>,
  ) {
    this.#segment = segment
    const names = new Set(asking.terms.map(({ aspect }) => aspect))
    const judged = [...names].map((name) => judgeColumn(segment, asking, keys, name))
    this.#place = asking.place && new PlaceTable(segment, asking.place, 1 << keys.indexOf(asking.place.key), blocks)
    this.standing = judged.reduce((bits, column) => bits | standingIn(column), this.#place?.standing ?? 0)
    this.#columns = judged.filter(({ low }) => !quietTerms || low.some(isSet))
  }

  /** Enters a block: the first of its rows from which on the place rules out everybody, the end of the block if it does not. */
  outFrom(block: number): number {
    return this.#place ? this.#place.enter(block) : Number.POSITIVE_INFINITY
  }

  /** Adds the rows that the place does not rule out, of the block entered. */
  addReachable(sieve: Sieve, from: number, to: number): void {
    const { gone } = this.#segment
    if (this.#place) this.#place.addReachable(sieve, from, to)
    else for (let row = from; row < to; row++) if (gone[row] === 0) sieve.add(row, 0)
  }

  /** Marks the rows of a sieve from number `from` on that are too far, all of the block entered; `cost`: unmet conditions that makes. */
  addFar(sieve: Sieve, from: number, cost: number): void {
    this.#place?.addFar(sieve, from, tooFar + cost)
    if (cost > 0) sieve.cut(from)
  }

  /** Whether the place is unmet for somebody of the block entered. */
  isTooFar(row: number): boolean {
    return this.#place?.isTooFar(row) ?? false
  }

  /** Holds the terms against all rows in play, but for the place and those in `without`; what is unknown counts as met. */
  sift(sieve: Sieve, without = 0): void {
    const costs = this.#columns.map(({ codes, live, high }) => {
      const cost = Uint8Array.from(high, (bits) => bitCount(bits & ~without))
      return { codes, cost, ruledOut: live.reduce((sum, rows, code) => sum + (cost[code] === 0 ? 0 : rows), 0) }
    })
    // Those that rule out most come first.
    costs.sort((a, b) => b.ruledOut - a.ruledOut)
    for (const { codes, cost, ruledOut } of costs) if (ruledOut > 0) sieve.pass(codes, cost)
  }

  /**
   * Adds the terms that stand against each row in play to the numbers at its place of `into`, from bit `first` on. All of
   * them together have room in 32 bits.
   */
  gatherBits(sieve: Sieve, first: number, into: LowAndHigh): void {
    for (const column of this.#columns) {
      sieve.gatherBits(column.codes, { low: shifted(column.low, first), high: shifted(column.high, first) }, into)
    }
    if (!this.#place) return
    const bit = this.#place.bit << first
    const { rows, used, length } = sieve
    const { low, high } = into
    for (let at = 0; at < length; at++) {
      const far = ((used[at] as number) & tooFar) === 0 ? 0 : bit
      low[at]! |= far
      high[at]! |= far
    }
    if (!this.#place.isNamed) for (let at = 0; at < length; at++) if (this.#place.isUnknown(rows[at] as number)) low[at]! |= bit
  }

  /** Adds to each row in play, none of whose terms is unmet, the number of terms that are unknown. */
  addUncertain(sieve: Sieve): void {
    for (const { codes, live, low, high } of this.#columns) {
      const cost = Uint8Array.from(low, (bits, code) => (live[code] === 0 || high[code] !== 0 ? 0 : bitCount(bits)))
      if (cost.some(isSet)) sieve.addCost(codes, cost)
    }
    if (this.#place && !this.#place.isNamed) {
      for (let at = 0; at < sieve.length; at++) if (this.#place.isUnknown(sieve.rows[at] as number)) sieve.used[at]!++
    }
  }

  /** Looks at somebody; `beside` is what stands beside the row in a sieve. */
  look(row: number, beside: number): void {
    let low = 0
    let high = 0
    for (const column of this.#columns) {
      const code = column.codes[row] as number
      low |= column.low[code] as number
      high |= column.high[code] as number
    }
    if (this.#place) {
      if ((beside & tooFar) !== 0) {
        low |= this.#place.bit
        high |= this.#place.bit
      } else if (this.#place.isUnknown(row)) low |= this.#place.bit
    }
    this.low = low
    this.high = high
  }
}

const shifted = (bits: Uint32Array, by: number): Uint32Array => (by === 0 ? bits : bits.map((one) => one << by))

const isSet = (bits: number): boolean => bits !== 0

function judgeColumn(segment: Segment, { terms }: Asking, keys: readonly string[], name: AspectName): JudgedColumn {
  const { codes, live, values } = segment.aspects[name]
  const low = new Uint32Array(values.length + 1)
  const high = new Uint32Array(values.length + 1)
  for (const { key, aspect, stateOf } of terms) {
    if (aspect !== name) continue
    const bit = 1 << keys.indexOf(key)
    for (let code = 0; code <= values.length; code++) {
      const state = stateOf(code === 0 ? silentPerson : (values[code - 1] as (typeof values)[number]))
      if (state !== 'met') low[code] = (low[code] as number) | bit
      if (state === 'unmet') high[code] = (high[code] as number) | bit
    }
  }
  return { codes, live, low, high }
}

function standingIn({ live, low }: Pick<Column<unknown>, 'live'> & Pick<JudgedColumn, 'low'>): number {
  let bits = 0
  for (let code = 0; code < low.length; code++) if (live[code] !== 0) bits |= low[code] as number
  return bits
}
