import { z } from 'zod'
import type { Coordinates } from '../../engine/matching/index.ts'

const code = z.string().regex(/^AM\d\d$/)
const date = z.iso.date()
const latitude = z.number().min(50).max(54)
const longitude = z.number().min(3).max(8)

export const regionSchema = z.strictObject({
  code,
  name: z.string().min(1),
  centre: z.string().min(1),
  lat: latitude,
  lon: longitude,
  tileRow: z.number().int().min(1).max(9),
  tileColumn: z.number().int().min(1).max(7),
  tileLabel: z.string().min(1),
  validFrom: date,
})

export const municipalitySchema = z.strictObject({
  code: z.string().regex(/^GM\d{4}$/),
  name: z.string().min(1),
  region: code,
  lat: latitude,
  lon: longitude,
  placedAt: z.string().min(1).optional(),
  validFrom: date,
})

export const postcodeAreaSchema = z.strictObject({
  area: z.string().regex(/^[1-9]\d$/),
  around: z.string().min(1),
  region: code,
  lat: latitude,
  lon: longitude,
})

/** A labour-market region. Coordinates and travel from them are approximate. */
export interface Region {
  readonly code: string
  readonly name: string
  /** The centre municipality. */
  readonly centre: string
  readonly at: Coordinates
  /** Place on the tile map, from 1. A soft hyphen in the label says where it may break. */
  readonly tile: { readonly row: number; readonly column: number; readonly label: string }
  readonly validFrom: string
}

export interface Municipality {
  /** CBS code, `GM0344`. */
  readonly code: string
  readonly name: string
  /** Code of its labour-market region. */
  readonly region: string
  readonly at: Coordinates
}

/** One row of the imported postcode table. */
export interface Postcode {
  readonly postcode: string
  readonly place: string
  readonly municipality: string
  readonly at: Coordinates
}

/** Where a postcode or municipality lies. */
export interface FoundPlace {
  readonly at: Coordinates
  /** Code of the labour-market region. */
  readonly region: string
  readonly name: string
  /** True when only the first two digits of the postcode could be placed: some 15 km off at worst. */
  readonly approximate: boolean
}

/** Other names by which municipalities are asked for. */
const otherNames: Readonly<Record<string, string>> = {
  "'s-gravenhage": 'den haag',
  'den bosch': "'s-hertogenbosch",
  's-hertogenbosch': "'s-hertogenbosch",
  's-gravenhage': 'den haag',
  'the hague': 'den haag',
  'bergen nh': 'bergen (nh)',
  'bergen l': 'bergen (l)',
  bergen: 'bergen (nh)',
  'hengelo (o)': 'hengelo',
}

/** The name as it is compared: no case, no diacritics, one kind of apostrophe. */
export function municipalityKey(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[’‘`]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/\.\)$/, ')')
    .trim()
    .toLowerCase()
  return otherNames[plain] ?? plain
}

/** Squared distance in degrees, longitude shrunk to this latitude: enough to say which is nearest. */
export function nearest<T extends { readonly at: Coordinates }>(all: readonly T[], [lat, lon]: Coordinates): T | undefined {
  const longitudeShrinks = 0.61
  let best: T | undefined
  let least = Number.POSITIVE_INFINITY
  for (const one of all) {
    const distance = (one.at[0] - lat) ** 2 + ((one.at[1] - lon) * longitudeShrinks) ** 2
    if (distance < least) {
      least = distance
      best = one
    }
  }
  return best
}
