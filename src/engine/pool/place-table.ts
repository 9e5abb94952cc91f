import { minutesBetween, type TravelMode } from '../matching/index.ts'
import type { AskedPlace } from './asking.ts'
import { modes, placeOfBlock, type Segment } from './segment.ts'

/** A little less than the kilometres of a degree of latitude: no distance is shorter than the latitudes are apart. */
const kmPerDegree = 111

/** How the people of one segment stand towards a place, block by block: minutes are worked out once per block and mode. */
export class PlaceTable {
  /** The bit of the term when it stands against somebody though the question names no place. */
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

  /** The first row of the block from which on everybody is out of reach; the end of the block where that is not known. */
  enter(block: number): number {
    this.#block = block
    this.#minutes.fill(Number.NaN)
    const { start } = this.#segment.blocks
    const { codes } = this.#segment.reach
    const to = start[block + 1] as number
    if (this.#asked.at === undefined || block === 0) return to
    let row = start[block] as number
    // Whoever finds the work from home enough stands first.
    while (row < to && this.#settled[codes[row] as number] !== 0) row++
    return row < to && this.#isOutOfReach(block) ? row : to
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
    const minutes = minutesBetween(from, at as NonNullable<typeof at>, kmPerHour[modes[mode] as TravelMode])
    this.#minutes[mode] = minutes
    return minutes
  }

  /** Whoever of the block travels furthest by each mode does not get there. */
  #isOutOfReach(block: number): boolean {
    const { at = [0, 0], kmPerHour } = this.#asked
    const { most, at: homes } = this.#segment.blocks
    const apart = Math.abs(at[0] - (homes[2 * block] as number)) * kmPerDegree
    for (let mode = 0; mode < modes.length; mode++) {
      const minutes = most[block * modes.length + mode] as number
      if (minutes < 0 || (apart / kmPerHour[modes[mode] as TravelMode]) * 60 > minutes) continue
      if (this.#minutesBy(mode) <= minutes) return false
    }
    return true
  }
}
