import type { Coordinates } from '../../../engine/matching/index.ts'
import type { ReadVacancy } from '../intake/record-format.ts'
import type { PostingContext } from '../job-postings/posting-context.ts'
import { type Cells, UnreadableCell } from './cells.ts'

const longestPlace = 80

/** Where the work is: by the columns, and what those do not say by the postcode or the place. */
export function placeOf(
  cells: Cells,
  context: PostingContext,
  warnings: string[],
): { readonly place: Pick<ReadVacancy, 'placeName' | 'region'>; readonly at: Coordinates | undefined } {
  const name = cells.text('place')?.replace(/\s+/g, ' ').slice(0, longestPlace)
  const postcode4 = cells.read(
    'postcode',
    'write a Dutch postcode as 3511 or 3511 AB',
    (cell) => /^([1-9]\d{3})(?:\s?[A-Za-z]{2})?$/.exec(cell)?.[1],
  )
  const asked = { postcode4: postcode4 ?? undefined, municipality: name }
  const found = postcode4 || name ? context.findPlace(asked) : undefined
  if (!found && (postcode4 || name) && !cells.has('latitude'))
    warnings.push(`Where ${name ?? postcode4} lies is not known, so travel time is not.`)
  const given = cells.read('region', 'write a labour-market region as AM13 or by its name', (cell) => context.regionOf(cell))
  const region = given === undefined ? found?.region : (given ?? undefined)
  const placeName = name ?? (cells.text('place') === null ? undefined : found?.name)
  return {
    place: { ...(placeName === undefined ? {} : { placeName }), ...(region === undefined ? {} : { region }) },
    at: coordinates(cells, found?.at),
  }
}

function coordinates(cells: Cells, found: Coordinates | undefined): Coordinates | undefined {
  const latitude = cells.degrees('latitude', 90)
  const longitude = cells.degrees('longitude', 180)
  if (latitude === undefined && longitude === undefined) return found
  if (latitude === null && (longitude === null || longitude === undefined)) return undefined
  if (typeof latitude !== 'number' || typeof longitude !== 'number')
    throw new UnreadableCell('latitude', String(latitude ?? ''), 'latitude and longitude go together')
  return [latitude, longitude]
}
