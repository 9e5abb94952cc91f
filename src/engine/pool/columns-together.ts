import type { PlaceTable } from './place-table.ts'
import type { Codes, Segment } from './segment.ts'
import { type LowAndHigh, type Sieve, tooFar } from './sieve.ts'
import { bitCount, type PlainSets } from './skill-sets.ts'
import { eachStretch } from './stretches.ts'
import type { JudgedColumn } from './term-table.ts'

/** States of a person towards terms, joined by *or*: all hold, one is unknown, one is unmet. */
const unknown = 1
const unmet = 2

/** Columns that are read together. */
const together = 3

type Three<T> = readonly [T, T, T]

/** A table of one byte by code, beside the codes. */
interface CodesAndBytes {
  readonly codes: Uint16Array
  readonly bytes: Uint8Array
}

/**
 * The terms of a question in one look: few columns hold them all, so that a row costs a few look-ups and is written once, instead of
 * once for each column. No loop has a branch, since nobody can foresee who passes: every row is written, and the count rises by one
 * or by nought. Each loop is a function of its own, called stretch by stretch: so it is compiled well.
 */
export class ColumnsTogether {
  readonly #gone: Uint8Array
  readonly #columns: Three<JudgedColumn>

  private constructor(gone: Uint8Array, columns: Three<JudgedColumn>) {
    this.#gone = gone
    this.#columns = columns
  }

  /** Undefined where there are no columns, or too many, or one that is not of two bytes. */
  static of(columns: readonly JudgedColumn[], { gone }: Segment): ColumnsTogether | undefined {
    const [first] = columns
    if (!first || columns.length > together || !columns.every(({ codes }) => isOfTwoBytes(codes))) return undefined
    const nothing: JudgedColumn = { ...first, low: new Uint32Array(first.low.length), high: new Uint32Array(first.high.length) }
    const [, second = nothing, third = nothing] = columns
    return new ColumnsTogether(gone, [first, second, third])
  }

  /** For rows of whom no term is unmet but maybe the place: adds them, beside each not nought where a term is unknown. */
  holdingAnywhere(sieve: Sieve): (from: number, to: number) => void {
    const columns = this.#bytesOf(({ low, high }, code) => stateOf(low[code] as number, high[code] as number))
    return (from, to) =>
      eachStretch(from, to, (first, last) => {
        sieve.length = addHolding(sieve, sieve.length, this.#gone, columns, first, last)
      })
  }

  /** The same with the place, for rows of the block that it entered. */
  holdingWithin(sieve: Sieve, { ways }: PlaceTable): (from: number, to: number) => void {
    const columns = this.#bytesOf(({ low, high }, code) => stateOf(low[code] as number, high[code] as number))
    return (from, to) =>
      eachStretch(from, to, (first, last) => {
        sieve.length = addHoldingWithin(sieve, sieve.length, this.#gone, columns, ways, first, last)
      })
  }

  /** Adds to each row in play how many terms are unmet, but for those in `without`, and drops those with too many. */
  sift(sieve: Sieve, without: number): void {
    const columns = this.#bytesOf(({ high }, code) => bitCount((high[code] as number) & ~without))
    const end = sieve.length
    sieve.length = 0
    eachStretch(0, end, (from, to) => {
      sieve.length = passAll(sieve, sieve.length, columns, sieve.most, from, to)
    })
  }

  /**
   * Writes everything that stands against each row in play, skills first, then terms, at its place of `into`. Of the place it is said who
   * is too far, not who is unknown. All of them together have room in 32 bits.
   */
  gatherAll(sieve: Sieve, sets: PlainSets, skills: number, place: number, into: LowAndHigh): void {
    const shiftedOf = (column: JudgedColumn): ShiftedColumn => ({
      codes: column.codes as Uint16Array,
      low: shifted(column.low, skills),
      high: shifted(column.high, skills),
    })
    const [a, b, c] = this.#columns
    const columns: Three<ShiftedColumn> = [shiftedOf(a), shiftedOf(b), shiftedOf(c)]
    eachStretch(0, sieve.length, (from, to) => gatherAll(sieve, sets, columns, place << skills, into, from, to))
  }

  #bytesOf(byteOf: (column: JudgedColumn, code: number) => number): Three<CodesAndBytes> {
    const made = (column: JudgedColumn): CodesAndBytes => {
      const bytes = new Uint8Array(column.low.length)
      for (let code = 0; code < bytes.length; code++) bytes[code] = byteOf(column, code)
      return { codes: column.codes as Uint16Array, bytes }
    }
    const [a, b, c] = this.#columns
    return [made(a), made(b), made(c)]
  }
}

interface ShiftedColumn extends LowAndHigh {
  readonly codes: Uint16Array
}

function isOfTwoBytes(codes: Codes): boolean {
  return codes instanceof Uint16Array
}

function stateOf(low: number, high: number): number {
  return high !== 0 ? unmet : low !== 0 ? unknown : 0
}

function shifted(bits: Uint32Array, by: number): Uint32Array {
  return by === 0 ? bits : bits.map((one) => one << by)
}

function addHolding(
  { rows, used }: Sieve,
  length: number,
  gone: Uint8Array,
  [{ codes: a, bytes: ofA }, { codes: b, bytes: ofB }, { codes: c, bytes: ofC }]: Three<CodesAndBytes>,
  from: number,
  to: number,
): number {
  let kept = length
  for (let row = from; row < to; row++) {
    const state =
      (ofA[a[row] as number] as number) |
      (ofB[b[row] as number] as number) |
      (ofC[c[row] as number] as number) |
      ((gone[row] as number) << 1)
    rows[kept] = row
    used[kept] = state
    kept += 1 - (state >> 1)
  }
  return kept
}

function addHoldingWithin(
  { rows, used }: Sieve,
  length: number,
  gone: Uint8Array,
  [{ codes: a, bytes: ofA }, { codes: b, bytes: ofB }, { codes: c, bytes: ofC }]: Three<CodesAndBytes>,
  { codes, mode, most, minutes, unknown: ofReach }: PlaceTable['ways'],
  from: number,
  to: number,
): number {
  let kept = length
  for (let row = from; row < to; row++) {
    const reach = codes[row] as number
    const isOut = ((most[reach] as number) - (minutes[mode[reach] as number] as number)) >>> 31
    const state =
      (ofA[a[row] as number] as number) |
      (ofB[b[row] as number] as number) |
      (ofC[c[row] as number] as number) |
      (ofReach[reach] as number) |
      (((gone[row] as number) | isOut) << 1)
    rows[kept] = row
    used[kept] = state
    kept += 1 - (state >> 1)
  }
  return kept
}

function passAll(
  { rows, used }: Sieve,
  length: number,
  [{ codes: a, bytes: ofA }, { codes: b, bytes: ofB }, { codes: c, bytes: ofC }]: Three<CodesAndBytes>,
  most: number,
  from: number,
  to: number,
): number {
  let kept = length
  for (let at = from; at < to; at++) {
    const row = rows[at] as number
    const now =
      (used[at] as number) +
      (ofA[a[row] as number] as number) +
      (ofB[b[row] as number] as number) +
      (ofC[c[row] as number] as number)
    rows[kept] = row
    used[kept] = now
    kept += 1 + ((most - (now & (tooFar - 1))) >> 31)
  }
  return kept
}

function gatherAll(
  { rows, used }: Sieve,
  { full, met, may, mayShift }: PlainSets,
  [a, b, c]: Three<ShiftedColumn>,
  place: number,
  { low, high }: LowAndHigh,
  from: number,
  to: number,
): void {
  const [codesA, lowA, highA] = [a.codes, a.low, a.high]
  const [codesB, lowB, highB] = [b.codes, b.low, b.high]
  const [codesC, lowC, highC] = [c.codes, c.low, c.high]
  for (let at = from; at < to; at++) {
    const row = rows[at] as number
    const codeA = codesA[row] as number
    const codeB = codesB[row] as number
    const codeC = codesC[row] as number
    // All bits where the row is too far, else none.
    const far = -((used[at] as number) >>> 7) & place
    low[at] = (full & ~(met[row] as number)) | (lowA[codeA] as number) | (lowB[codeB] as number) | (lowC[codeC] as number) | far
    high[at] =
      (full & ~((may[row] as number) >>> mayShift)) |
      (highA[codeA] as number) |
      (highB[codeB] as number) |
      (highC[codeC] as number) |
      far
  }
}
