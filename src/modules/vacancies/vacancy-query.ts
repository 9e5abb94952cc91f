import { z } from 'zod'
import { date } from '../../platform/index.ts'
import type { VacancyFilter } from './vacancy-filter.ts'

/** A parameter that may come more than once: any of the values. */
const anyOf = <T extends z.ZodType>(one: T) => z.union([one, z.array(one).max(50)]).optional()
const yes = z.enum(['true', 'false']).optional().describe('"true": only these.')
const weekHours = z.coerce.number().int().min(1).max(60).optional()

/** What the list and its counts can be narrowed by. */
export const filterQuery = {
  text: z.string().trim().min(1).max(200).optional().describe('Words that stand in the title or the name of the employer.'),
  occupation: anyOf(z.string().max(300)).describe('May be repeated: any of them.'),
  region: anyOf(z.string().max(10)).describe('Code, as AM13. May be repeated: any of them.'),
  hours: weekHours.describe('Hours a week that must be possible; short for hoursMin and hoursMax with the same number.'),
  hoursMin: weekHours.describe('Some number of hours a week from here must be possible.'),
  hoursMax: weekHours.describe('Some number of hours a week up to here must be possible.'),
  remote: z.coerce.number().int().min(0).max(100).optional().describe('Percentage that may be done from home, at least.'),
  contract: anyOf(z.enum(['permanent', 'temporary', 'internship', 'freelance'])),
  wageMin: z.coerce.number().int().min(0).max(100_000).optional().describe('Gross cents per hour that must be possible.'),
  employer: z.string().trim().min(1).max(200).optional(),
  closesBy: date.optional().describe('Closes on this day or before it.'),
  publishedSince: date.optional(),
  noDiploma: yes.describe('"true": asks no diploma, or takes years of experience in its place.'),
  fittable: yes.describe('"true": names skills, so that it can be said who fits.'),
  language: anyOf(z.string().max(10)).describe('Demands one of these languages, by code.'),
}
const filterSchema = z.object(filterQuery)

export function toFilter(query: z.infer<typeof filterSchema>): VacancyFilter {
  const { occupation, region, contract, language, hours, noDiploma, fittable, ...rest } = query
  return {
    ...rest,
    occupations: occupation === undefined ? undefined : [occupation].flat(),
    regions: region === undefined ? undefined : [region].flat(),
    contracts: contract === undefined ? undefined : [contract].flat(),
    languages: language === undefined ? undefined : [language].flat(),
    hoursMin: rest.hoursMin ?? hours,
    hoursMax: rest.hoursMax ?? hours,
    noDiploma: noDiploma === 'true',
    fittable: fittable === 'true',
  }
}

const facet = z.object({
  counts: z.array(z.object({ value: z.string(), count: z.number().int() })),
  silent: z.number().int().describe('Vacancies that do not say.'),
})

export const facetsSchema = z
  .object({
    total: z.number().int().describe('Under all filters.'),
    regions: facet,
    occupations: facet,
    contracts: facet,
    hours: facet.describe('Bands, as "24-31"; one that allows 24 to 36 counts in each band it touches.'),
    remote: facet.describe('At least this percentage from home.'),
    languages: facet.describe('Languages that are demanded.'),
    employers: facet,
    noDiploma: z.number().int(),
    fittable: z.number().int(),
  })
  .meta({ id: 'VacancyFacets' })
