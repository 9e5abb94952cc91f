import { kilometresBetween, minutesBetween, type TravelMode } from '../matching/index.ts'
import type { AskedPlace } from './asking.ts'
import { modes, placeOfBlock, type Segment } from './segment.ts'
import type { Sieve } from './sieve.ts'

/** A little less than the kilometres of a degree of latitude: no distance is shorter than the latitudes are apart. */
const kmPerDegree = 111

/** How the people of one segment stand towards a place, block by block: minutes are worked out once per block and mode. */
export class PlaceTable {
  /** The bit of the term when it stands against somebody though the question names no place. */
  readonly standing: number
  /** The bit of the term. */
  readonly bit: number
  readonly #segment: Segment
  readonly #asked: AskedPlace
  readonly #byBlock: boolean
  /** By number of the way to travel: 1 where the place does not matter. */
  readonly #settled: Uint8Array
  /** By number of the way to travel: its mode, and its most minutes; no end where the place does not matter or is not named. */
  readonly #mode: Uint8Array
  readonly #most: Float64Array
  /** Minutes from the block entered, by mode that somebody of it travels by. */
  readonly #minutes = new Float64Array(modes.length)

  /** `byBlock`: a block that is out of reach as a whole is settled at once. */
  constructor(segment: Segment, asked: AskedPlace, bit: number, byBlock: boolean) {
    const { values, live } = segment.reach
    this.#segment = segment
    this.#asked = asked
    this.bit = bit
    this.#byBlock = byBlock
    this.#settled = Uint8Array.from([1, ...values.map((reach) => (asked.isSettled(reach) ? 1 : 0))])
    this.#mode = Uint8Array.from([0, ...values.map(({ mode }) => modes.indexOf(mode))])
    this.#most = Float64Array.from(this.#settled, (is, code) =>
      is !== 0 || asked.at === undefined ? Number.POSITIVE_INFINITY : (values[code - 1]?.maxMinutes ?? 0),
    )
    this.standing = asked.at === undefined && this.#settled.some((is, code) => is === 0 && live[code] !== 0) ? bit : 0
  }

  /** The first row of the block from which on everybody is out of reach; the end of the block where that is not known. */
  enter(block: number): number {
    const { start } = this.#segment.blocks
    const { codes } = this.#segment.reach
    const to = start[block + 1] as number
    if (this.#asked.at === undefined || block === 0) return to
    if (!this.#byBlock || !this.#isOutOfReach(block)) {
      this.#travelFrom(block)
      return to
    }
    this.#minutes.fill(Number.POSITIVE_INFINITY)
    let row = start[block] as number
    // Whoever finds the work from home enough stands first.
    while (row < to && this.#settled[codes[row] as number] !== 0) row++
    return row
  }

  get isNamed(): boolean {
    return this.#asked.at !== undefined
  }

  /** Adds the rows of the block entered that are not too far; without a branch, since nobody can foresee which. */
  addReachable(sieve: Sieve, from: number, to: number): void {
    const { gone, reach } = this.#segment
    const { rows, used } = sieve
    const { codes } = reach
    const [minutes, mode, most] = [this.#minutes, this.#mode, this.#most]
    let length = sieve.length
    for (let row = from; row < to; row++) {
      const code = codes[row] as number
      const isOut = (minutes[mode[code] as number] as number) > (most[code] as number)
      rows[length] = row
      used[length] = 0
      length += isOut || gone[row] !== 0 ? 0 : 1
    }
    sieve.length = length
  }

  /** Whether the question names no place and somebody does not find the work from home enough. */
  isUnknown(row: number): boolean {
    return this.#asked.at === undefined && this.#settled[this.#segment.reach.codes[row] as number] === 0
  }

  /** Whether somebody of the block entered does not get there. */
  isTooFar(row: number): boolean {
    const code = this.#segment.reach.codes[row] as number
    return (this.#minutes[this.#mode[code] as number] as number) > (this.#most[code] as number)
  }

  #travelFrom(block: number): void {
    const { at, kmPerHour } = this.#asked
    const { most } = this.#segment.blocks
    const from = placeOfBlock(this.#segment.blocks, block)
    for (let mode = 0; mode < modes.length; mode++) {
      if ((most[block * modes.length + mode] as number) < 0) continue
      this.#minutes[mode] = minutesBetween(from, at as NonNullable<typeof at>, kmPerHour[modes[mode] as TravelMode])
    }
  }

  /**
   * Whoever of the block travels furthest by each mode does not get there. Held against minutes before they are rounded up: if these
   * are too many, the rounded ones are.
   */
  #isOutOfReach(block: number): boolean {
    const { at = [0, 0] } = this.#asked
    const { blocks } = this.#segment
    const apart = Math.abs(at[0] - (blocks.at[2 * block] as number)) * kmPerDegree
    if (!this.#isAnyWithin(block, apart)) return true
    return !this.#isAnyWithin(block, kilometresBetween(placeOfBlock(blocks, block), at))
  }

  #isAnyWithin(block: number, kilometres: number): boolean {
    const { most } = this.#segment.blocks
    const { kmPerHour } = this.#asked
    for (let mode = 0; mode < modes.length; mode++) {
      const minutes = most[block * modes.length + mode] as number
      if (minutes >= 0 && (kilometres / kmPerHour[modes[mode] as TravelMode]) * 60 <= minutes) return true
    }
    return false
  }
}
