import { type Coordinates, kilometresBetween } from '../matching/index.ts'
import type { AskedPlace } from './asking.ts'
import { type Codes, modes, placeOfBlock, type Segment } from './segment.ts'
import { type Sieve, tooFar } from './sieve.ts'
import { eachStretch } from './stretches.ts'

/** A little less than the kilometres of a degree of latitude: no distance is shorter than the latitudes are apart. */
const kmPerDegree = 111

/** More minutes than any way takes. */
const noEnd = 2 ** 30

/** What the look at one row reads of a place. */
interface Ways {
  /** By row: the number of the way to travel. */
  readonly codes: Codes
  /** By number of the way to travel: its mode, its most whole minutes, and 1 where it is not known whether the place is near enough. */
  readonly mode: Uint8Array
  readonly most: Int32Array
  readonly unknown: Uint8Array
  /** Minutes from the block entered, by mode. */
  readonly minutes: Int32Array
}

/** How the people of one segment stand towards a place, block by block: minutes are worked out once per block and mode. */
export class PlaceTable {
  /** The bit of the term when it stands against somebody though the question names no place. */
  readonly standing: number
  /** The bit of the term. */
  readonly bit: number
  readonly #segment: Segment
  readonly #asked: AskedPlace
  readonly #byBlock: boolean
  /** Whether the place matters for anybody. */
  readonly #isAsked: boolean
  /** By number of the way to travel: 1 where the place does not matter. */
  readonly #settled: Uint8Array
  /** By number of the way to travel: its mode, and its most whole minutes; no end where the place does not matter or is not named. */
  readonly #mode: Uint8Array
  readonly #most: Int32Array
  /** By number of the way to travel: 1 where the question names no place and the work from home is not enough. */
  readonly #unknown: Uint8Array
  /** Kilometres an hour by mode. */
  readonly #speed: Float64Array
  /** Minutes from the block entered, by mode. */
  readonly #minutes = new Int32Array(modes.length)
  /** All of that, for a loop that looks at more than the place. */
  readonly ways: Ways

  /** `byBlock`: a block that is out of reach as a whole is settled at once. */
  constructor(segment: Segment, asked: AskedPlace, bit: number, byBlock: boolean) {
    const { values, live } = segment.reach
    this.#segment = segment
    this.#asked = asked
    this.bit = bit
    this.#byBlock = byBlock
    this.#settled = Uint8Array.from([1, ...values.map((reach) => (asked.isSettled(reach) ? 1 : 0))])
    this.#mode = Uint8Array.from([0, ...values.map(({ mode }) => modes.indexOf(mode))])
    this.#most = Int32Array.from(this.#settled, (is, code) =>
      is !== 0 || asked.at === undefined ? noEnd : Math.min(noEnd, Math.floor(values[code - 1]?.maxMinutes ?? 0)),
    )
    this.#unknown = this.#settled.map((is) => (asked.at === undefined ? 1 - is : 0))
    const { codes } = segment.reach
    this.ways = { codes, mode: this.#mode, most: this.#most, unknown: this.#unknown, minutes: this.#minutes }
    this.#isAsked = asked.at !== undefined && this.#settled.some((is) => is === 0)
    this.#speed = Float64Array.from(modes, (mode) => asked.kmPerHour[mode])
    this.standing = asked.at === undefined && this.#settled.some((is, code) => is === 0 && live[code] !== 0) ? bit : 0
  }

  /** The first row of the block from which on everybody is out of reach; the end of the block where that is not known. */
  enter(block: number): number {
    const { start } = this.#segment.blocks
    const to = start[block + 1] as number
    if (
      !this.#isAsked ||
      block === 0 ||
      this.#asked.at === undefined ||
      this.#travelFrom(block, this.#asked.at) ||
      !this.#byBlock
    )
      return to
    this.#minutes.fill(noEnd)
    const { codes } = this.#segment.reach
    let row = start[block] as number
    // Whoever finds the work from home enough stands first.
    while (row < to && this.#settled[codes[row] as number] !== 0) row++
    return row
  }

  /** Whether it stands against nobody: the work from home is enough for all. */
  get isIdle(): boolean {
    return !this.#isAsked && this.isNamed
  }

  get isNamed(): boolean {
    return this.#asked.at !== undefined
  }

  /** Adds the rows of the block entered that are not too far; without a branch, since nobody can foresee which. */
  addReachable(sieve: Sieve, from: number, to: number): void {
    eachStretch(from, to, (first, last) => this.#addReachable(sieve, first, last))
  }

  #addReachable(sieve: Sieve, from: number, to: number): void {
    const { gone, reach } = this.#segment
    const { rows, used } = sieve
    const { codes } = reach
    const [minutes, mode, most] = [this.#minutes, this.#mode, this.#most]
    let length = sieve.length
    for (let row = from; row < to; row++) {
      const code = codes[row] as number
      const isOut = ((most[code] as number) - (minutes[mode[code] as number] as number)) >>> 31
      rows[length] = row
      used[length] = 0
      length += 1 - (isOut | (gone[row] as number))
    }
    sieve.length = length
  }

  /** Marks the rows of a sieve from number `from` on that are too far, all of the block entered, at this cost; drops those with too many unmet. */
  passFar(sieve: Sieve, from: number, cost: number): void {
    const end = sieve.length
    sieve.length = from
    eachStretch(from, end, (first, last) => {
      sieve.length = this.#passFar(sieve, sieve.length, tooFar + cost, first, last)
    })
  }

  #passFar({ rows, used, most: mostUnmet }: Sieve, length: number, cost: number, from: number, to: number): number {
    const { codes } = this.#segment.reach
    const [minutes, mode, most] = [this.#minutes, this.#mode, this.#most]
    let kept = length
    for (let at = from; at < to; at++) {
      const row = rows[at] as number
      const code = codes[row] as number
      const now = (used[at] as number) + ((((most[code] as number) - (minutes[mode[code] as number] as number)) >> 31) & cost)
      rows[kept] = row
      used[kept] = now
      kept += 1 + ((mostUnmet - (now & (tooFar - 1))) >> 31)
    }
    return kept
  }

  /** Whether the question names no place and somebody does not find the work from home enough. */
  isUnknown(row: number): boolean {
    return this.#unknown[this.#segment.reach.codes[row] as number] !== 0
  }

  /** Whether somebody of the block entered does not get there. */
  isTooFar(row: number): boolean {
    const code = this.#segment.reach.codes[row] as number
    return (this.#minutes[this.#mode[code] as number] as number) > (this.#most[code] as number)
  }

  /** Works out the minutes from a block. False when whoever of it travels furthest by each mode does not get there. */
  #travelFrom(block: number, at: Coordinates): boolean {
    const { blocks } = this.#segment
    const [minutes, most, speed] = [this.#minutes, blocks.most, this.#speed]
    const apart = Math.abs(at[0] - (blocks.at[2 * block] as number)) * kmPerDegree
    if (this.#byBlock && !this.#isAnyWithin(block, apart)) return false
    const kilometres = kilometresBetween(placeOfBlock(blocks, block), at)
    let isAny = false
    for (let mode = 0; mode < modes.length; mode++) {
      const needed = (kilometres / (speed[mode] as number)) * 60
      minutes[mode] = Math.min(noEnd, Math.ceil(needed))
      if (needed <= (most[block * modes.length + mode] as number)) isAny = true
    }
    return isAny
  }

  #isAnyWithin(block: number, kilometres: number): boolean {
    const { most } = this.#segment.blocks
    for (let mode = 0; mode < modes.length; mode++) {
      const minutes = (kilometres / (this.#speed[mode] as number)) * 60
      if (minutes <= (most[block * modes.length + mode] as number)) return true
    }
    return false
  }
}
