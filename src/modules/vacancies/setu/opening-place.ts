import type { PostingContext } from '../job-postings/posting-context.ts'
import type { JsonObject } from '../job-postings/posting-fields.ts'
import { all, textAt, type XmlElement } from './xml-element.ts'

interface Address {
  readonly addressLocality: string | undefined
  readonly postalCode?: string | undefined
  readonly addressCountry?: string | undefined
}

/**
 * The place of work as a location of a JobPosting: of the address and the areas of the same place the first that is known. An area that is a
 * region, province or country is no town.
 */
export function placeOf(position: XmlElement | undefined, { findPlace }: PostingContext): JsonObject | undefined {
  const locations: readonly Address[] = all(position, 'PhysicalLocation').flatMap((location) => [
    ...all(location, 'PostalAddress').map(addressOf),
    ...all(location, 'Area')
      .filter(({ attributes }) => attributes.type === undefined || attributes.type === 'municipality')
      .map((area) => ({ addressLocality: textAt(area, 'Value') })),
  ])
  const known = locations.find((address) => {
    const postcode4 = /^\s*([1-9]\d{3})/.exec(address.postalCode ?? '')?.[1]
    return findPlace({ postcode4, municipality: address.addressLocality }) !== undefined
  })
  const chosen = known ?? locations.find(({ addressLocality }) => addressLocality !== undefined)
  return chosen && { '@type': 'Place', address: chosen }
}

function addressOf(address: XmlElement): Address {
  return {
    addressLocality: textAt(address, 'Municipality'),
    postalCode: textAt(address, 'PostalCode'),
    addressCountry: textAt(address, 'CountryCode'),
  }
}
