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

/** Sorts rows by place: south to north, then west to east; those without a place first. */
export function placesInOrder(placeOfRow: Uint32Array, places: readonly Coordinates[]): PlacesInOrder {
  const sorted = [...places.keys()].sort((a, b) => bySouthThenWest(places[a] as Coordinates, places[b] as Coordinates))
  const blockOf = new Uint32Array(places.length + 1)
  for (const [at, place] of sorted.entries()) blockOf[place + 1] = at + 1
  const start = sharedArray(Uint32Array, places.length + 2)
  for (const place of placeOfRow) start[(blockOf[place] as number) + 1]!++
  for (let block = 0; block <= places.length; block++) start[block + 1]! += start[block] as number
  const next = start.slice()
  const order = new Uint32Array(placeOfRow.length)
  for (let row = 0; row < placeOfRow.length; row++) order[next[blockOf[placeOfRow[row] as number] as number]!++] = row
  return { order, start, places: sorted.map((place) => places[place] as Coordinates) }
}

function bySouthThenWest(a: Coordinates, b: Coordinates): number {
  return a[0] - b[0] || a[1] - b[1]
}

/** What a block has to say about all of its people at once. */
export function blocksOf(start: Uint32Array, places: readonly Coordinates[], reach: Column<Reach>): Blocks {
  const count = start.length - 1
  const at = new Float64Array(new SharedArrayBuffer(16 * count))
  const most = new Float64Array(new SharedArrayBuffer(8 * modes.length * count)).fill(-1)
  const leastRemote = new Float64Array(new SharedArrayBuffer(8 * count)).fill(Number.POSITIVE_INFINITY)
  for (let block = 1; block < count; block++) {
    const [latitude, longitude] = places[block - 1] as Coordinates
    at[2 * block] = latitude
    at[2 * block + 1] = longitude
    for (let row = start[block] as number; row < (start[block + 1] as number); row++) {
      const { mode, maxMinutes, remoteShareEnough } = reach.values[(reach.codes[row] as number) - 1] as Reach
      const place = block * modes.length + modes.indexOf(mode)
      most[place] = Math.max(most[place] as number, maxMinutes)
      leastRemote[block] = Math.min(leastRemote[block] as number, remoteShareEnough ?? Number.POSITIVE_INFINITY)
    }
  }
  return { start, at, most, leastRemote }
}
