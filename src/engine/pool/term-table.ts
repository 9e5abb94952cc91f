import type { Asking } from './asking.ts'
import { type AspectName, silentPerson } from './aspects.ts'
import type { Bundle } from './bundles.ts'
import { ColumnsTogether } from './columns-together.ts'
import { PlaceTable } from './place-table.ts'
import type { Codes, Segment } from './segment.ts'
import type { Shortcuts } from './shortcuts.ts'
import { type LowAndHigh, type Sieve, tooFar } from './sieve.ts'
import { bitCount, type PlainSets } from './skill-sets.ts'
import { eachStretch } from './stretches.ts'

/** What stands against each code of one column, as bits by number of the term. */
export interface JudgedColumn {
  readonly codes: Codes
  /** About how many rows have each code. */
  readonly rows: Uint32Array
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
    { quietTerms, blocks, together }: Pick<Shortcuts, 'quietTerms' | 'blocks' | 'together'>,
  ) {
    this.#segment = segment
    const names = new Set(asking.terms.map(({ aspect }) => aspect))
    const judged = new Map([...names].map((name) => [name, judgeAspect(segment, asking, keys, name)]))
    this.#place = asking.place && new PlaceTable(segment, asking.place, 1 << keys.indexOf(asking.place.key), blocks)
    this.standing = [...judged].reduce(
      (bits, [name, { low }]) => bits | standingIn(segment.aspects[name].live, low),
      this.#place?.standing ?? 0,
    )
    const columns = segment.bundles.filter((bundle) => bundle.names.some((name) => judged.has(name)))
    this.#columns = columns.map((bundle) => judgeBundle(bundle, judged)).filter(({ low }) => !quietTerms || low.some(isSet))
    this.together = together ? ColumnsTogether.of(this.#columns, segment) : undefined
  }

  /** All terms but the place in one look, where that can be. */
  readonly together: ColumnsTogether | undefined

  /** The term that looks at where somebody lives, where it stands against anybody. */
  get place(): PlaceTable | undefined {
    return this.#place?.isIdle ? undefined : this.#place
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

  /** Whether the place is unmet for somebody of the block entered. */
  isTooFar(row: number): boolean {
    return this.#place?.isTooFar(row) ?? false
  }

  /** Holds the terms against all rows in play, but for the place and those in `without`; what is unknown counts as met. */
  sift(sieve: Sieve, without = 0): void {
    if (this.together) this.together.sift(sieve, without)
    else this.#siftOneByOne(sieve, without)
  }

  #siftOneByOne(sieve: Sieve, without: number): void {
    const costs = this.#columns.map(({ codes, rows, high }) => {
      const cost = countBits(high, without)
      return { codes, cost, ruledOut: rowsThatCost(cost, rows) }
    })
    // Those that rule out most come first.
    costs.sort((a, b) => b.ruledOut - a.ruledOut)
    for (const { codes, cost, ruledOut } of costs) if (ruledOut > 0) sieve.pass(codes, cost)
  }

  /**
   * Writes everything that stands against each row in play at its place of `into`: the skills that it misses, then from bit `skills` on
   * the terms. All of them together have room in 32 bits.
   */
  gatherAll(sieve: Sieve, sets: PlainSets, skills: number, into: LowAndHigh): void {
    const place = this.#place?.bit ?? 0
    if (this.together) this.together.gatherAll(sieve, sets, skills, place, into)
    else this.#gatherOneByOne(sieve, sets, skills, place << skills, into)
    if (!this.#place || this.#place.isNamed) return
    for (let at = 0; at < sieve.length; at++)
      if (this.#place.isUnknown(sieve.rows[at] as number)) into.low[at]! |= place << skills
  }

  #gatherOneByOne(sieve: Sieve, sets: PlainSets, skills: number, place: number, into: LowAndHigh): void {
    eachStretch(0, sieve.length, (from, to) => writeMissing(sieve, sets, place, into, from, to))
    for (const column of this.#columns) {
      sieve.gatherBits(column.codes, { low: shifted(column.low, skills), high: shifted(column.high, skills) }, into)
    }
  }

  /** Adds to each row in play, none of whose terms is unmet, the number of terms that are unknown. */
  addUncertain(sieve: Sieve): void {
    for (const { codes, low } of this.#columns) {
      const cost = countBits(low)
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

/** The skills that rows miss, and the place where they are too far. */
function writeMissing(
  { rows, used }: Sieve,
  { full, met, may, mayShift }: PlainSets,
  place: number,
  { low, high }: LowAndHigh,
  from: number,
  to: number,
): void {
  for (let at = from; at < to; at++) {
    const row = rows[at] as number
    // All bits where the row is too far, else none.
    const far = -((used[at] as number) >>> 7) & place
    low[at] = (full & ~(met[row] as number)) | far
    high[at] = (full & ~((may[row] as number) >>> mayShift)) | far
  }
}

function rowsThatCost(cost: Uint8Array, rows: Uint32Array): number {
  let sum = 0
  for (let code = 0; code < cost.length; code++) sum += cost[code] === 0 ? 0 : (rows[code] as number)
  return sum
}

/** How many terms each set of bits holds, but for those in `without`. */
function countBits(bits: Uint32Array, without = 0): Uint8Array {
  const counts = new Uint8Array(bits.length)
  for (let code = 0; code < bits.length; code++) counts[code] = bitCount((bits[code] as number) & ~without)
  return counts
}

const isSet = (bits: number): boolean => bits !== 0

/** Each distinct value is judged once. */
function judgeAspect(segment: Segment, { terms }: Asking, keys: readonly string[], name: AspectName): LowAndHigh {
  const { values } = segment.aspects[name]
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
  return { low, high }
}

/** What stands against a combination is what stands against its parts. */
function judgeBundle({ names, codes, parts, rows }: Bundle, judged: ReadonlyMap<AspectName, LowAndHigh>): JudgedColumn {
  const low = new Uint32Array(rows.length)
  const high = new Uint32Array(rows.length)
  for (const [at, name] of names.entries()) {
    const aspect = judged.get(name)
    if (!aspect) continue
    for (let code = 0; code < rows.length; code++) {
      const part = parts[code * names.length + at] as number
      low[code]! |= aspect.low[part] as number
      high[code]! |= aspect.high[part] as number
    }
  }
  return { codes, rows, low, high }
}

function standingIn(live: Uint32Array, low: Uint32Array): number {
  let bits = 0
  for (let code = 0; code < low.length; code++) if (live[code] !== 0) bits |= low[code] as number
  return bits
}
