import type { Coordinates } from '../../../engine/matching/index.ts'
import type { PostingContext } from './posting-context.ts'
import { firstOf, firstText, isObject, type JsonObject, numberOf, textOf, valuesOf } from './posting-fields.ts'
import { regionProperty } from './to-job-posting.ts'

export interface PostingPlace {
  readonly placeName?: string
  readonly region?: string
  readonly at?: Coordinates
}

const dutch = /^(?:nl|nld|nederland|the netherlands|netherlands|holland)$/i
const dutchPostcode = /(?<!\d)([1-9]\d{3})\s?[A-Z]{2}(?![A-Za-z])/

/** The place of work: the first Dutch location that is known. Streets are not kept. */
export function readPlace(
  posting: JsonObject,
  { findPlace, regionOf }: Pick<PostingContext, 'findPlace' | 'regionOf'>,
  warnings: string[],
): PostingPlace {
  const own = ownPlace(posting, regionOf)
  const locations = valuesOf(posting, 'jobLocation').flatMap((location) => addressesOf(location))
  let fallback: PostingPlace = {}
  for (const address of locations) {
    const found = address.abroad ? undefined : findPlace({ postcode4: address.postcode4, municipality: address.town })
    if (found) {
      if (locations.length > 1)
        warnings.push(`It names ${locations.length} places of work; ${address.town ?? found.name} was taken.`)
      return { placeName: address.town ?? found.name, region: found.region, at: found.at, ...own }
    }
    if (fallback.placeName === undefined && address.town !== undefined) fallback = { placeName: address.town }
  }
  if (own.at === undefined && locations.some(({ town, postcode4 }) => town ?? postcode4))
    warnings.push(`Where ${fallback.placeName ?? 'it'} lies is not known, so travel time is not.`)
  return { ...fallback, ...own }
}

/** About the box around the Netherlands: coordinates elsewhere are of something else, or turned around. */
const box = { south: 50.5, north: 53.8, west: 3.1, east: 7.4 } as const

/** What the posting itself says of where its place lies. Its own coordinates are nearer than the middle of a town. */
function ownPlace(posting: JsonObject, regionOf: PostingContext['regionOf']): Pick<PostingPlace, 'at' | 'region'> {
  const location = firstOf(posting, 'jobLocation')
  const geo = firstOf(location, 'geo')
  const [latitude, longitude] = [numberOf(firstOf(geo, 'latitude')), numberOf(firstOf(geo, 'longitude'))]
  const isHere =
    latitude !== undefined &&
    longitude !== undefined &&
    latitude > box.south &&
    latitude < box.north &&
    longitude > box.west &&
    longitude < box.east
  const named = valuesOf(location, 'additionalProperty').find((one) => firstText(one, 'name') === regionProperty)
  const region = named === undefined ? undefined : regionOf(firstText(named, 'value') ?? '')
  return { ...(isHere ? { at: [latitude, longitude] as const } : {}), ...(region === undefined ? {} : { region }) }
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
