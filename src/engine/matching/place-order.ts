import type { Values } from '../columns/index.ts'
import type { Coordinates } from './person.ts'
import { silentSmall } from './vacancy-columns.ts'

/** Cells of the curve along each axis: about a kilometre in the north-south direction. */
const side = 2 ** 14
/** Numbers of places are below this. */
const placesAtMost = 2 ** 16
const positionsAtMost = side * side * placesAtMost

const known = new WeakMap<Values<Coordinates>, Float64Array>()

/**
 * Where each place stands in the order of rows, by its number: along a Hilbert curve over the globe, on which what is near in position is near on the
 * map, so that all places within reach of a person are few runs of positions. Ties by number. A place keeps its position whatever comes
 * after it. A silent place comes first.
 */
export function positionsOf(places: Values<Coordinates>): Float64Array {
  const found = known.get(places)
  const count = places.list.length + 1
  if (found?.length === count) return found
  const positions = new Float64Array(count)
  if (found) positions.set(found)
  for (let place = found?.length ?? 1; place < count; place++)
    positions[place] = hilbertOf(places.get(place) as Coordinates) * placesAtMost + place
  known.set(places, positions)
  return positions
}

/**
 * One number for the place of a row among all rows: by class of work from home, then along the curve, then most work from home first. Whoever works from home
 * takes the first classes whole; of the others, those at places within reach lie side by side. Silence comes last at its place. Exact: 2 bits of class,
 * 28 of the curve, 16 of the place and 7 of share (0 to 101) are 53.
 */
export function orderOf(remoteShare: number, position: number): number {
  return (shareClassOf(remoteShare) * positionsAtMost + position) * sharesAtMost + shareOrderOf(remoteShare)
}

const sharesAtMost = 2 ** 7

/** Most work from home first, silence last. */
export function shareOrderOf(remoteShare: number): number {
  return remoteShare === silentSmall ? 101 : 100 - remoteShare
}

/**
 * Which rows stand together, work from home of so much percent or more. Each class has its own stretches of places, and each stretch is looked for in each list of
 * rows that ask something; but whoever asks for a share inside a class goes over all of it. So these are the shares that many vacancies state and many people ask
 * (measured in `docs/engine/targets.md`).
 */
const shareClasses = [100, 80, 60]

const classByShare = Uint8Array.from({ length: 256 }, (_, share) => {
  const found = share === silentSmall ? -1 : shareClasses.findIndex((least) => share >= least)
  return found < 0 ? shareClasses.length : found
})

/** Number of the class that a share of work from home is in, or silence. */
export function shareClassOf(remoteShare: number): number {
  return classByShare[remoteShare] as number
}

/** Distance along the curve from its beginning to the cell of a place. Source: Hilbert, 1891; the turning of quarters as in Warren, Hacker's Delight, 16-2. */
function hilbertOf([latitude, longitude]: Coordinates): number {
  let x = cellOf((longitude + 180) / 360)
  let y = cellOf((latitude + 90) / 180)
  let distance = 0
  for (let step = side / 2; step >= 1; step /= 2) {
    const right = (x & step) > 0 ? 1 : 0
    const up = (y & step) > 0 ? 1 : 0
    distance += step * step * ((3 * right) ^ up)
    if (up === 1) continue
    if (right === 1) [x, y] = [side - 1 - x, side - 1 - y]
    ;[x, y] = [y, x]
  }
  return distance
}

function cellOf(share: number): number {
  return Math.max(0, Math.min(side - 1, Math.floor(share * side)))
}
