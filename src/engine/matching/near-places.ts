import type { Values } from '../columns/index.ts'
import type { Coordinates } from './person.ts'
import { earthRadiusKm } from './terms.ts'

/** Places as points on a globe of radius 1. Index 0 is a silent place. */
interface Points {
  readonly x: Float64Array
  readonly y: Float64Array
  readonly z: Float64Array
}

const known = new WeakMap<Values<Coordinates>, Points>()

/** How far the two sums may be apart, as a part and at the least: both are right to some 15 digits, this is far more. */
const margin = { part: 1e-6, least: 1e-12 }

/**
 * By number of the place, `far` where it is not within so many kilometres, else 0. The straight line through the globe grows with the way over
 * it, and its square takes three subtractions and no sine. Where it is too near the limit to tell, `isFar` judges.
 */
export function nearPlaces(
  places: Values<Coordinates>,
  from: Coordinates,
  kilometres: number,
  far: number,
  isFar: (place: number) => boolean,
): Uint8Array {
  const { x, y, z } = pointsOf(places)
  const [fromX, fromY, fromZ] = pointOf(from)
  const halfAngle = Math.min(Math.PI / 2, Math.max(0, kilometres / (2 * earthRadiusKm)))
  const limit = 4 * Math.sin(halfAngle) ** 2
  const doubt = limit * margin.part + margin.least
  const states = new Uint8Array(x.length)
  for (let place = 1; place < states.length; place++) {
    const square = ((x[place] as number) - fromX) ** 2 + ((y[place] as number) - fromY) ** 2 + ((z[place] as number) - fromZ) ** 2
    if (square > limit + doubt) states[place] = far
    else if (square >= limit - doubt) states[place] = isFar(place) ? far : 0
  }
  return states
}

function pointsOf(places: Values<Coordinates>): Points {
  const found = known.get(places)
  if (found?.x.length === places.list.length + 1) return found
  const points = [[0, 0, 0] as const, ...places.list.map(pointOf)]
  const axis = (at: 0 | 1 | 2): Float64Array => Float64Array.from(points, (point) => point[at])
  const made = { x: axis(0), y: axis(1), z: axis(2) }
  known.set(places, made)
  return made
}

function pointOf([latitude, longitude]: Coordinates): readonly [x: number, y: number, z: number] {
  const [up, along] = [(latitude * Math.PI) / 180, (longitude * Math.PI) / 180]
  return [Math.cos(up) * Math.cos(along), Math.cos(up) * Math.sin(along), Math.sin(up)]
}
