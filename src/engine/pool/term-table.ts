import { minutesBetween } from '../matching/index.ts'
import type { AskedPlace, Asking } from './asking.ts'
import type { FacetName, Part } from './facets.ts'
import { type Codes, type Column, modes, placeOfBlock, type Segment } from './segment.ts'
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
  readonly columns: readonly JudgedColumn[]
  /** Terms that stand against somebody who is not gone. */
  readonly standing: number
  readonly #place: PlaceTable | undefined

  constructor(segment: Segment, asking: Asking, keys: readonly string[], { quietTerms }: Pick<Shortcuts, 'quietTerms'>) {
    const names = new Set(asking.terms.map(({ facet }) => facet))
    const judged = [...names].map((name) => ({ column: segment.facets[name], ...judgeColumn(segment, asking, keys, name) }))
    this.#place = asking.place && new PlaceTable(segment, asking.place, 1 << keys.indexOf(asking.place.key))
    this.standing = judged.reduce((bits, { column, low }) => bits | standingIn(column, low), this.#place?.standing ?? 0)
    this.columns = judged
      .filter(({ low }) => !quietTerms || low.some((bits) => bits !== 0))
      .map(({ column, low, high }) => ({ codes: column.codes, low, high }))
      .sort((a, b) => share(b.high) - share(a.high))
  }

  /** True when the place rules out everybody of the block. */
  enter(block: number): boolean {
    return this.#place?.enter(block) ?? false
  }

  /** Bits that stand against somebody of the block entered. */
  low(row: number): number {
    let bits = this.#place?.low(row) ?? 0
    for (const { codes, low } of this.columns) bits |= low[codes[row] as number] as number
    return bits
  }

  high(row: number): number {
    let bits = this.#place?.high(row) ?? 0
    for (const { codes, high } of this.columns) bits |= high[codes[row] as number] as number
    return bits
  }

  /** Whether some term is unmet for certain; reads no further than that. */
  isRuledOut(row: number): boolean {
    for (const { codes, high } of this.columns) if (high[codes[row] as number] !== 0) return true
    return this.#place !== undefined && this.#place.high(row) !== 0
  }
}

/** Share of the values that a column rules out: the more, the earlier it is read. */
function share(bits: Uint32Array): number {
  return bits.reduce((count, one) => count + (one === 0 ? 0 : 1), 0) / bits.length
}

function judgeColumn(segment: Segment, { terms }: Asking, keys: readonly string[], name: FacetName) {
  const { values } = segment.facets[name]
  const low = new Uint32Array(values.length + 1)
  const high = new Uint32Array(values.length + 1)
  const asked = terms.filter(({ facet }) => facet === name).map(({ key, stateOf }) => ({ bit: 1 << keys.indexOf(key), stateOf }))
  for (let code = 0; code <= values.length; code++) {
    const part: Part = code === 0 ? {} : (values[code - 1] as Part)
    for (const { bit, stateOf } of asked) {
      const state = stateOf(part)
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

/** A little less than the kilometres of a degree of latitude: no distance is shorter than the latitudes are apart. */
const kmPerDegree = 111

class PlaceTable {
  readonly standing: number
  readonly #segment: Segment
  readonly #asked: AskedPlace
  readonly #bit: number
  /** By number of the way to travel: whether the place is no matter, its mode, its most minutes. */
  readonly #settled: Uint8Array
  readonly #mode: Uint8Array
  readonly #most: Float64Array
  /** Minutes from the block entered, by mode; NaN until asked. */
  readonly #minutes = new Float64Array(modes.length)
  #block = 0

  constructor(segment: Segment, asked: AskedPlace, bit: number) {
    const { values, live } = segment.reach
    this.#segment = segment
    this.#asked = asked
    this.#bit = bit
    this.#settled = Uint8Array.from([1, ...values.map((reach) => (asked.isSettled(reach) ? 1 : 0))])
    this.#mode = Uint8Array.from([0, ...values.map(({ mode }) => modes.indexOf(mode))])
    this.#most = Float64Array.from([0, ...values.map(({ maxMinutes }) => maxMinutes)])
    this.standing = asked.at === undefined && this.#settled.some((is, code) => is === 0 && live[code] !== 0) ? bit : 0
  }

  enter(block: number): boolean {
    this.#block = block
    this.#minutes.fill(Number.NaN)
    return this.#asked.at !== undefined && block !== 0 && this.#isOutOfReach(block)
  }

  low(row: number): number {
    const code = this.#segment.reach.codes[row] as number
    if (this.#settled[code] !== 0) return 0
    return this.#asked.at === undefined || this.#isTooFar(code) ? this.#bit : 0
  }

  high(row: number): number {
    const code = this.#segment.reach.codes[row] as number
    if (this.#settled[code] !== 0 || this.#asked.at === undefined) return 0
    return this.#isTooFar(code) ? this.#bit : 0
  }

  #isTooFar(code: number): boolean {
    return this.#minutesBy(this.#mode[code] as number) > (this.#most[code] as number)
  }

  #minutesBy(mode: number): number {
    const known = this.#minutes[mode] as number
    if (!Number.isNaN(known)) return known
    const { at, kmPerHour } = this.#asked
    const from = placeOfBlock(this.#segment.blocks, this.#block)
    const minutes = minutesBetween(from, at as NonNullable<typeof at>, kmPerHour[modes[mode] as (typeof modes)[number]])
    this.#minutes[mode] = minutes
    return minutes
  }

  /** Nobody of the block finds the work from home enough, and whoever travels furthest by each mode does not get there. */
  #isOutOfReach(block: number): boolean {
    const { at = [0, 0], remoteShare, kmPerHour } = this.#asked
    const { leastRemote, most, at: homes } = this.#segment.blocks
    if (remoteShare === 100 || (leastRemote[block] as number) <= remoteShare) return false
    const apart = Math.abs(at[0] - (homes[2 * block] as number)) * kmPerDegree
    for (let mode = 0; mode < modes.length; mode++) {
      const minutes = most[block * modes.length + mode] as number
      if (minutes < 0 || (apart / kmPerHour[modes[mode] as (typeof modes)[number]]) * 60 > minutes) continue
      if (this.#minutesBy(mode) <= minutes) return false
    }
    return true
  }
}
