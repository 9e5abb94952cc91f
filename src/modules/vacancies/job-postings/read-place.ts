import type { Coordinates } from '../../../engine/matching/index.ts'
import type { FindVacancyPlace } from './posting-context.ts'
import { firstText, isObject, type JsonObject, textOf, valuesOf } from './posting-fields.ts'

export interface PostingPlace {
  readonly placeName?: string
  readonly region?: string
  readonly at?: Coordinates
}

const dutch = /^(?:nl|nld|nederland|the netherlands|netherlands|holland)$/i
const dutchPostcode = /(?<!\d)([1-9]\d{3})\s?[A-Z]{2}(?![A-Za-z])/

/** The place of work: the first Dutch location that is known. Streets are not kept. */
export function readPlace(posting: JsonObject, findPlace: FindVacancyPlace, warnings: string[]): PostingPlace {
  const locations = valuesOf(posting, 'jobLocation').flatMap((location) => addressesOf(location))
  let fallback: PostingPlace = {}
  for (const address of locations) {
    const found = address.abroad ? undefined : findPlace({ postcode4: address.postcode4, municipality: address.town })
    if (found) {
      if (locations.length > 1)
        warnings.push(`It names ${locations.length} places of work; ${address.town ?? found.name} was taken.`)
      return { placeName: address.town ?? found.name, region: found.region, at: found.at }
    }
    if (fallback.placeName === undefined && address.town !== undefined) fallback = { placeName: address.town }
  }
  if (locations.length > 0) warnings.push(`Where ${fallback.placeName ?? 'it'} lies is not known, so travel time is not.`)
  return fallback
}

interface Address {
  readonly town?: string
  readonly postcode4?: string
  readonly abroad: boolean
}

function addressesOf(location: unknown): Address[] {
  if (typeof location === 'string') return [fromText(location)]
  if (!isObject(location)) return []
  const addresses = valuesOf(location, 'address')
  // Some write the address where the place should be, or only the name of the place.
  const list = addresses.length > 0 ? addresses : [location]
  return list.map((address) => (typeof address === 'string' ? fromText(address) : fromObject(address)))
}

function fromObject(address: unknown): Address {
  const town = firstText(address, 'addressLocality') ?? firstText(address, 'name')
  const country = firstText(address, 'addressCountry')
  const postcode = /^\s*([1-9]\d{3})(?:\s?[A-Za-z]{2})?\s*$/.exec(firstText(address, 'postalCode') ?? '')?.[1]
  return made(town, postcode, country !== undefined && !dutch.test(country))
}

function fromText(text: string): Address {
  const plain = textOf(text) ?? ''
  const match = dutchPostcode.exec(plain)
  const town = match ? plain.slice(match.index + match[0].length).split(',')[0] : plain.split(',').at(-1)
  return made(town?.trim(), match?.[1], false)
}

function made(town: string | undefined, postcode4: string | undefined, abroad: boolean): Address {
  return { abroad, ...(town ? { town: town.slice(0, 80) } : {}), ...(postcode4 === undefined ? {} : { postcode4 }) }
}
