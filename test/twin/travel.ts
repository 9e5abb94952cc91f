import type { Coordinates, Person } from '../../src/engine/matching/person.ts'
import type { Settings } from '../../src/engine/planning/engine.ts'

const radians = (degrees: number) => (degrees * Math.PI) / 180

/** Great circle, earth radius 6371 km, haversine. */
export function kilometres(from: Coordinates, to: Coordinates): number {
  const north = radians(to[0] - from[0])
  const east = radians(to[1] - from[1])
  const a = Math.sin(north / 2) ** 2 + Math.cos(radians(from[0])) * Math.cos(radians(to[0])) * Math.sin(east / 2) ** 2
  return 2 * 6371 * Math.asin(Math.sqrt(a))
}

/** Rounded up to whole minutes. */
export const minutesOf = (place: NonNullable<Person['place']>, to: Coordinates, settings: Settings): number =>
  Math.ceil((kilometres(place.at, to) / settings.kmPerHour[place.mode]) * 60)
