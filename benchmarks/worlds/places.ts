import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Coordinates } from '../../src/engine/matching/index.ts'
import type { Dice } from '../dice.ts'
import { type Draw, drawOf } from './draw.ts'

export interface Municipality {
  readonly name: string
  readonly region: string
  readonly lat: number
  readonly lon: number
}

/** Where people live, where work is and where is taught. */
export interface Places {
  home(dice: Dice): Coordinates
  work(dice: Dice): { readonly at: Coordinates; readonly region: string }
  classroom(dice: Dice): Coordinates
}

/** Inhabitants in thousands of a municipality that data/demo/places.json does not name. */
const weightOfSmallPlaces = 26
/** A town with fewer inhabitants (in thousands) has no classroom. */
const leastForClassroom = 55
/** Work gathers in large places, as in the demo world. */
const workPower = 1.4
const classroomPower = 0.75
/** Nine spots a municipality, about 3,000 in all: as many as there are postcode-4 areas, within one or two. Degrees. */
const spotLat = 0.02
const spotLon = 0.03

/** How much work there is in each municipality. */
export type WorkWeights = (all: readonly Municipality[], inhabitants: readonly number[]) => readonly number[]

/** More than in proportion in the larger ones. */
export const byInhabitants: WorkWeights = (_, inhabitants) => inhabitants.map((thousands) => thousands ** workPower)

/** The 342 municipalities that the product ships, by about their inhabitants. */
export function dutchPlaces(workWeights: WorkWeights = byInhabitants): Places {
  const all = readData<Municipality[]>('regions/municipalities.json')
  const rows = readData<{ readonly municipality: string; readonly weight: number }[]>('demo/places.json')
  const known = new Map(rows.map(({ municipality, weight }) => [municipality, weight]))
  const inhabitants = all.map(({ name }) => known.get(name) ?? weightOfSmallPlaces)
  const of = (at: number): Municipality => all[at] as Municipality
  const home = drawOf(inhabitants)
  const work = drawOf(workWeights(all, inhabitants))
  const classroom = drawOf(inhabitants.map((weight) => (weight < leastForClassroom ? 0 : weight ** classroomPower)))
  const draw = (dice: Dice, from: Draw): Municipality => of(from(dice))
  return {
    home: (dice) => spotIn(dice, draw(dice, home)),
    work: (dice) => {
      const place = draw(dice, work)
      return { at: spotIn(dice, place), region: place.region }
    },
    // Schools stand in the middle of a town, several in the same building.
    classroom: (dice) => {
      const { lat, lon } = draw(dice, classroom)
      return [lat, lon]
    },
  }
}

function spotIn(dice: Dice, { lat, lon }: Municipality): Coordinates {
  return [twoDecimals(lat + (dice.below(3) - 1) * spotLat), twoDecimals(lon + (dice.below(3) - 1) * spotLon)]
}

function twoDecimals(degrees: number): number {
  return Math.round(degrees * 100) / 100
}

function readData<T>(file: string): T {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../data', file), 'utf8')) as T
}
