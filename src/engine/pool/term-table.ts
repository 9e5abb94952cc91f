import type { Asking } from './asking.ts'
import { type AspectName, silentPerson } from './aspects.ts'
import { PlaceTable } from './place-table.ts'
import type { Codes, Column, Segment } from './segment.ts'
import type { Shortcuts } from './shortcuts.ts'

/** What stands against each value of one column, as bits by number of the term. */
interface JudgedColumn {
  readonly codes: Codes
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
  /** Columns that rule somebody out, those that rule out most values first. */
  readonly #ruling: readonly JudgedColumn[]
  readonly #place: PlaceTable | undefined

  constructor(segment: Segment, asking: Asking, keys: readonly string[], { quietTerms }: Pick<Shortcuts, 'quietTerms'>) {
    const names = new Set(asking.terms.map(({ aspect }) => aspect))
    const judged = [...names].map((name) => ({ column: segment.aspects[name], ...judgeColumn(segment, asking, keys, name) }))
    this.#place = asking.place && new PlaceTable(segment, asking.place, 1 << keys.indexOf(asking.place.key))
    this.standing = judged.reduce((bits, { column, low }) => bits | standingIn(column, low), this.#place?.standing ?? 0)
    const columns = judged.map(({ column, low, high }) => ({ codes: column.codes, low, high }))
    this.#columns = columns.filter(({ low }) => !quietTerms || low.some(isSet))
    this.#ruling = columns.filter(({ high }) => !quietTerms || high.some(isSet)).sort((a, b) => share(b.high) - share(a.high))
  }

  /** Enters a block: the first of its rows from which on the place rules out everybody, the end of the block if it does not. */
  outFrom(block: number): number {
    return this.#place ? this.#place.enter(block) : Number.POSITIVE_INFINITY
  }

  /** Whether the place is unmet for somebody of the block entered. */
  isTooFar(row: number): boolean {
    return this.#place !== undefined && this.#place.high(row) !== 0
  }

  /** Looks at somebody of the block entered. */
  look(row: number): void {
    let low = 0
    let high = 0
    for (const column of this.#columns) {
      const code = column.codes[row] as number
      low |= column.low[code] as number
      high |= column.high[code] as number
    }
    if (this.#place) {
      low |= this.#place.low(row)
      high |= this.#place.high(row)
    }
    this.low = low
    this.high = high
  }

  /** Whether some term of somebody of the block entered is unmet for certain; reads no further than that. */
  isRuledOut(row: number): boolean {
    // Where somebody lives rules out most.
    if (this.isTooFar(row)) return true
    for (const column of this.#ruling) if (column.high[column.codes[row] as number] !== 0) return true
    return false
  }

  /** Whether all terms of somebody of the block entered are met for certain. */
  isCertain(row: number): boolean {
    for (const column of this.#columns) if (column.low[column.codes[row] as number] !== 0) return false
    return this.#place === undefined || this.#place.low(row) === 0
  }
}

const isSet = (bits: number): boolean => bits !== 0

/** Share of the values that a column rules out: the more, the earlier it is read. */
function share(bits: Uint32Array): number {
  return bits.reduce((count, one) => count + (one === 0 ? 0 : 1), 0) / bits.length
}

function judgeColumn(segment: Segment, { terms }: Asking, keys: readonly string[], name: AspectName) {
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

function standingIn({ live }: Pick<Column<unknown>, 'live'>, low: Uint32Array): number {
  let bits = 0
  for (let code = 0; code < low.length; code++) if (live[code] !== 0) bits |= low[code] as number
  return bits
}
