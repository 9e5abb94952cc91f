import { sharedArray } from '../columns/index.ts'
import type { Coordinates } from '../matching/index.ts'
import { type Blocks, type Column, modes, type Reach } from './segment.ts'

/** Numbers home places from 1; 0 is silence. */
export class PlaceNumbers {
  readonly list: Coordinates[] = []
  readonly #byLatitude = new Map<number, Map<number, number>>()

  number([latitude, longitude]: Coordinates): number {
    let row = this.#byLatitude.get(latitude)
    if (!row) {
      row = new Map()
      this.#byLatitude.set(latitude, row)
    }
    const known = row.get(longitude)
    if (known !== undefined) return known
    this.list.push([latitude, longitude])
    row.set(longitude, this.list.length)
    return this.list.length
  }
}

interface PlacesInOrder {
  /** Rows by block, in each block in the order in which they came. */
  readonly order: Uint32Array
  /** First place of each block in `order`; one more at the end. */
  readonly start: Uint32Array
  /** The place of each block from 1 on. */
  readonly places: readonly Coordinates[]
}

/** By number of the way to travel: the order in which rows of one block stand, least work from home first. */
export function ranksOfReach(reaches: readonly Reach[]): Uint32Array {
  const enough = (reach: Reach): number => reach.remoteShareEnough ?? Number.POSITIVE_INFINITY
  const distinct = [...new Set(reaches.map(enough))].sort((a, b) => a - b)
  return Uint32Array.from([0, ...reaches.map((reach) => distinct.indexOf(enough(reach)))])
}

/** Sorts rows by place: south to north, then west to east; those without a place first. In a block by `rank` of their reach. */
export function placesInOrder(
  placeOfRow: Uint32Array,
  places: readonly Coordinates[],
  reachOfRow: Uint32Array,
  rank: Uint32Array,
): PlacesInOrder {
  const sorted = [...places.keys()].sort((a, b) => bySouthThenWest(places[a] as Coordinates, places[b] as Coordinates))
  const blockOf = new Uint32Array(places.length + 1)
  for (const [at, place] of sorted.entries()) blockOf[place + 1] = at + 1
  const asCame = Uint32Array.from({ length: placeOfRow.length }, (_, row) => row)
  // Stable, so that the second sort keeps the first one's order inside each block.
  const byRank = sortedBy(asCame, (row) => rank[reachOfRow[row] as number] as number, rank.length + 1)
  const byBlock = sortedBy(byRank.order, (row) => blockOf[placeOfRow[row] as number] as number, places.length + 1)
  return { ...byBlock, places: sorted.map((place) => places[place] as Coordinates) }
}

/** A counting sort: keys are below `end`. */
function sortedBy(rows: Uint32Array, keyOf: (row: number) => number, end: number) {
  const start = sharedArray(Uint32Array, end + 1)
  for (const row of rows) start[keyOf(row) + 1]!++
  for (let key = 0; key < end; key++) start[key + 1]! += start[key] as number
  const next = start.slice()
  const order = new Uint32Array(rows.length)
  for (const row of rows) order[next[keyOf(row)]!++] = row
  return { order, start }
}

function bySouthThenWest(a: Coordinates, b: Coordinates): number {
  return a[0] - b[0] || a[1] - b[1]
}

/** What a block has to say about all of its people at once. */
export function blocksOf(start: Uint32Array, places: readonly Coordinates[], reach: Column<Reach>): Blocks {
  const count = start.length - 1
  const at = new Float64Array(new SharedArrayBuffer(16 * count))
  const most = new Float64Array(new SharedArrayBuffer(8 * modes.length * count)).fill(-1)
  for (let block = 1; block < count; block++) {
    const [latitude, longitude] = places[block - 1] as Coordinates
    at[2 * block] = latitude
    at[2 * block + 1] = longitude
    for (let row = start[block] as number; row < (start[block + 1] as number); row++) {
      const { mode, maxMinutes } = reach.values[(reach.codes[row] as number) - 1] as Reach
      const place = block * modes.length + modes.indexOf(mode)
      most[place] = Math.max(most[place] as number, maxMinutes)
    }
  }
  return { start, at, most }
}
