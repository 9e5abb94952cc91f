import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import type { Municipality } from '../regions/index.ts'
import { type Random, weightedDraw } from './random.ts'

/** Municipalities with a weight: about their inhabitants in thousands; those without a figure count as small. */
export interface DemoPlaces {
  /** Where people live. */
  home(random: Random): Municipality
  /** Where ICT work is: larger places have more than their share. */
  work(random: Random): Municipality
  /** The largest municipality of each region. */
  readonly largest: readonly Municipality[]
  /** Some different municipalities to teach in, the larger ones first. */
  classrooms(random: Random, count: number): readonly Municipality[]
}

const weightSchema = z.array(z.strictObject({ municipality: z.string(), weight: z.number().positive() }))
const weightOfSmallPlaces = 26
/** A town with fewer inhabitants (in thousands) has no classroom. */
const leastForClassroom = 55

export async function readPlaceWeights(): Promise<ReadonlyMap<string, number>> {
  const file = new URL('../../../data/demo/places.json', import.meta.url)
  const rows = weightSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  return new Map(rows.map((row) => [row.municipality, row.weight]))
}

export function demoPlaces(municipalities: readonly Municipality[], weights: ReadonlyMap<string, number>): DemoPlaces {
  const all = municipalities.map((municipality) => ({
    municipality,
    weight: weights.get(municipality.name) ?? weightOfSmallPlaces,
  }))
  const rooms = all.filter((place) => place.weight >= leastForClassroom)
  const home = weightedDraw(all, (place) => place.weight)
  const work = weightedDraw(all, (place) => place.weight ** 1.4)
  const largest = new Map<string, (typeof all)[number]>()
  for (const place of all) {
    if (place.weight > (largest.get(place.municipality.region)?.weight ?? 0)) largest.set(place.municipality.region, place)
  }
  return {
    largest: [...largest.values()].map((place) => place.municipality),
    home: (random) => home(random).municipality,
    work: (random) => work(random).municipality,
    classrooms: (random, count) =>
      random.sample(rooms, count, (place) => place.weight ** 0.75).map((place) => place.municipality),
  }
}
