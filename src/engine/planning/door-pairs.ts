import { startsOfLists } from './course-columns.ts'
import type { DoorCounts } from './door-counts.ts'
import type { DoorOrder } from './door-order.ts'
import type { NumberList } from './number-list.ts'
import type { SparseSums } from './sparse-sums.ts'

/** Numbers by something, one list behind the other: that of `i` stands from `from[i]` on. Each with some rows, where rows go with it. */
interface Lists {
  readonly from: Uint32Array
  readonly of: Int32Array
  readonly rows: Int32Array | undefined
}

/**
 * How many rows two open contents close in low: a bound for every pair, and the number itself for the few that are worth it. Contents
 * are named by their place in the order.
 *
 * What two close together and neither does has its home with one of them, and the first demand that this one leaves of it with the
 * other (see `DoorCounts`): so it is no more than what each leaves of what the other meets. Too high where the other meets that
 * demand and not the rest, or closes the set alone, or where both meet the home.
 */
export class DoorPairs {
  readonly #counts: DoorCounts
  readonly #order: DoorOrder
  /** By place: own demands that it meets; own demands that it leaves, with the rows of what it leaves. */
  readonly #meets: Lists
  readonly #leaves: Lists
  /** By own demand: the places that meet it, and those that leave it; both ascending. */
  readonly #metBy: Lists
  readonly #leftBy: Lists
  /** By own demand: where those begin that come after the place at hand; they move on with it. */
  readonly #metAfter: Uint32Array
  readonly #leftAfter: Uint32Array
  /** By own demand: what the blocked content at hand leaves of it, and (1) that it meets it; nought between contents. */
  readonly #rows: Float64Array
  readonly #isMet: Uint8Array

  constructor(counts: DoorCounts, order: DoorOrder) {
    this.#counts = counts
    this.#order = order
    const { sets, leftFrom, leftDemand, leftRows } = counts
    this.#meets = byPlace(order, sets.taughtFrom, sets.taught)
    this.#leaves = byPlace(order, leftFrom.values, leftDemand.values, leftRows.values)
    this.#metBy = turned(this.#meets, sets.demands)
    this.#leftBy = turned(this.#leaves, sets.demands)
    this.#metAfter = this.#metBy.from.slice()
    this.#leftAfter = this.#leftBy.from.slice()
    this.#rows = new Float64Array(sets.demands)
    this.#isMet = new Uint8Array(sets.demands)
  }

  /** Rows that both close. */
  closes(place: number, other: number): number {
    const { contents } = this.#order
    return this.#counts.closedLow([contents[place] as number, contents[other] as number])
  }

  /**
   * Adds for later places, before `until`, what a pair with this content closes at most beyond the sum of what both close alone. Asked of
   * places in ascending order.
   */
  addBounds(place: number, until: number, into: SparseSums): void {
    const [leaves, meets] = [this.#leaves, this.#meets]
    const [metBy, leftBy] = [this.#metBy, this.#leftBy]
    const lastLeft = leaves.from[place + 1] as number
    for (let at = leaves.from[place] as number; at < lastLeft; at++) {
      const demand = leaves.of[at] as number
      const rows = (leaves.rows as Int32Array)[at] as number
      const end = metBy.from[demand + 1] as number
      for (let one = goOn(metBy, this.#metAfter, demand, place); one < end && (metBy.of[one] as number) < until; one++) {
        into.add(metBy.of[one] as number, rows)
      }
    }
    const rowsOf = leftBy.rows as Int32Array
    const lastMet = meets.from[place + 1] as number
    for (let at = meets.from[place] as number; at < lastMet; at++) {
      const demand = meets.of[at] as number
      const end = leftBy.from[demand + 1] as number
      for (let one = goOn(leftBy, this.#leftAfter, demand, place); one < end && (leftBy.of[one] as number) < until; one++) {
        into.add(leftBy.of[one] as number, rowsOf[one] as number)
      }
    }
  }

  /** The same bounds for some other places, one by one. */
  boundsWith(place: number, others: readonly number[]): number[] {
    const [leaves, meets] = [this.#leaves, this.#meets]
    const fill = (isThere: 0 | 1): void => {
      const lastLeft = leaves.from[place + 1] as number
      for (let at = leaves.from[place] as number; at < lastLeft; at++) {
        this.#rows[leaves.of[at] as number] = isThere * ((leaves.rows as Int32Array)[at] as number)
      }
      const lastMet = meets.from[place + 1] as number
      for (let at = meets.from[place] as number; at < lastMet; at++) this.#isMet[meets.of[at] as number] = isThere
    }
    fill(1)
    const bounds = others.map((other) => this.#boundWith(other))
    fill(0)
    return bounds
  }

  #boundWith(other: number): number {
    const [leaves, meets] = [this.#leaves, this.#meets]
    let sum = 0
    const lastMet = meets.from[other + 1] as number
    for (let at = meets.from[other] as number; at < lastMet; at++) sum += this.#rows[meets.of[at] as number] as number
    const lastLeft = leaves.from[other + 1] as number
    for (let at = leaves.from[other] as number; at < lastLeft; at++) {
      if (this.#isMet[leaves.of[at] as number] === 1) sum += (leaves.rows as Int32Array)[at] as number
    }
    return sum
  }
}

/** Where in the list of a demand those begin that come after this place. */
function goOn({ from, of }: Lists, after: Uint32Array, demand: number, place: number): number {
  const end = from[demand + 1] as number
  let at = after[demand] as number
  while (at < end && (of[at] as number) <= place) at++
  after[demand] = at
  return at
}

/** Lists by content as lists by place. */
function byPlace({ contents }: DoorOrder, from: ArrayLike<number>, of: Int32Array, rows?: NumberList['values']): Lists {
  const starts = startsOfLists(Array.from(contents, (content) => (from[content + 1] as number) - (from[content] as number)))
  const size = starts[contents.length] as number
  const found = { from: starts, of: new Int32Array(size), rows: rows && new Int32Array(size) }
  for (let place = 0; place < contents.length; place++) {
    const content = contents[place] as number
    const [first, end] = [from[content] as number, from[content + 1] as number]
    found.of.set(of.subarray(first, end), starts[place])
    if (rows) found.rows?.set(rows.subarray(first, end), starts[place])
  }
  return found
}

/** Lists by one thing as lists by the other, ascending. `size`: how many others there are. */
function turned({ from, of, rows }: Lists, size: number): Lists {
  const lengths = new Array<number>(size).fill(0)
  for (let at = 0; at < of.length; at++) lengths[of[at] as number]!++
  const starts = startsOfLists(lengths)
  const found = { from: starts, of: new Int32Array(of.length), rows: rows && new Int32Array(of.length) }
  const next = starts.slice()
  for (let one = 0; one + 1 < from.length; one++) {
    const until = from[one + 1] as number
    for (let at = from[one] as number; at < until; at++) {
      const to = next[of[at] as number]!++
      found.of[to] = one
      if (rows && found.rows) found.rows[to] = rows[at] as number
    }
  }
  return found
}
