import type { DateText } from '../../platform/index.ts'
import type { VacancyFacts } from './vacancy.ts'

export type Contract = NonNullable<VacancyFacts['contract']>

/**
 * Which published vacancies. Lists are *any of*; the fields together are *and*. A vacancy that is silent on what is asked for is left out, but for
 * `noDiploma`, where silence means that none is asked.
 */
export interface VacancyFilter {
  /** Words that must all stand in the title or the name of the employer. */
  readonly text?: string | undefined
  readonly occupations?: readonly string[] | undefined
  /** Codes, as `AM13`. */
  readonly regions?: readonly string[] | undefined
  /** Hours a week: some number between these must be possible. */
  readonly hoursMin?: number | undefined
  readonly hoursMax?: number | undefined
  /** At least this percentage from home. */
  readonly remote?: number | undefined
  readonly contracts?: readonly Contract[] | undefined
  /** Gross cents per hour that must be possible. */
  readonly wageMin?: number | undefined
  /** The name, upper or lower case. */
  readonly employer?: string | undefined
  /** Closes on this day or before it. */
  readonly closesBy?: DateText | undefined
  readonly publishedSince?: DateText | undefined
  /** Asks no diploma or level, or takes years of experience in its place. */
  readonly noDiploma?: boolean | undefined
  /** Names skills, so that it can be said who fits. */
  readonly fittable?: boolean | undefined
  /** Demands one of these languages, by code. */
  readonly languages?: readonly string[] | undefined
  /** Only these, as the ones that fit a person. */
  readonly ids?: readonly string[] | undefined
}

/** How many vacancies there are with a value, under all other filters. */
export interface FacetCount {
  readonly value: string
  readonly count: number
}

/** Values by count, most first; `silent`: vacancies that do not say. */
export interface Facet {
  readonly counts: readonly FacetCount[]
  readonly silent: number
}

/** Each facet is counted under all filters but its own, so that it shows what another choice gives. */
export interface VacancyFacets {
  /** Under all filters. */
  readonly total: number
  readonly regions: Facet
  readonly occupations: Facet
  readonly contracts: Facet
  /** By `hoursBands`, in their order; one that allows 24 to 36 counts in each band it touches. */
  readonly hours: Facet
  /** By `remoteSteps`, in their order: at least so much. */
  readonly remote: Facet
  /** Languages that are demanded; one vacancy may demand several. `silent`: demands none. */
  readonly languages: Facet
  /** The fifty with the most. */
  readonly employers: Facet
  /** Under all filters but these switches: how many each leaves. */
  readonly noDiploma: number
  readonly fittable: number
}

/** Bands of hours a week for choosing; the value of a band is `24-31`. */
export const hoursBands: readonly (readonly [from: number, upTo: number])[] = [
  [1, 15],
  [16, 23],
  [24, 31],
  [32, 35],
  [36, 60],
]

/** Least percentages from home for choosing: some of the work, two days of five, all of it. */
export const remoteSteps: readonly number[] = [1, 40, 100]

/** Adds a value to the parameters of a query and gives the name it has there. */
type Add = (value: unknown) => string
/** The condition of a part of the filter; undefined where that part is not asked. Only what is asked is in the SQL, so indexes serve it. */
type Condition = (filter: VacancyFilter, add: Add) => string | undefined

const anyOf =
  (name: 'occupations' | 'regions' | 'contracts', column: string): Condition =>
  (filter, add) =>
    filter[name]?.length ? `${column} = any(${add(filter[name])}::text[])` : undefined

/** Each facet's own condition; the number of its bit is its place here. */
const ofFacet = {
  occupations: anyOf('occupations', 'occupation'),
  regions: anyOf('regions', 'region'),
  contracts: anyOf('contracts', 'contract'),
  hours: ({ hoursMin, hoursMax }, add) => {
    const least = hoursMin === undefined ? [] : [`hours_max >= ${add(hoursMin)}::int`]
    const most = hoursMax === undefined ? [] : [`hours_min <= ${add(hoursMax)}::int`]
    return [...least, ...most].join(' and ') || undefined
  },
  remote: ({ remote }, add) => (remote === undefined ? undefined : `remote_share >= ${add(remote)}::int`),
  employers: ({ employer }, add) => (employer === undefined ? undefined : `lower(employer) = lower(${add(employer)}::text)`),
  languages: ({ languages }, add) => (languages?.length ? `language_codes ?| ${add(languages)}::text[]` : undefined),
  noDiploma: ({ noDiploma }) => (noDiploma ? 'not asks_diploma' : undefined),
  fittable: ({ fittable }) => (fittable ? 'asks_skills' : undefined),
} satisfies Readonly<Record<string, Condition>>

export type FacetName = keyof typeof ofFacet

const others: readonly Condition[] = [
  ({ text }, add) => {
    const parts = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
    const patterns = parts.map((part) => `%${part.replace(/[\\%_]/g, '\\$&')}%`)
    return patterns.length === 0 ? undefined : `lower(title || ' ' || employer) like all(${add(patterns)}::text[])`
  },
  ({ wageMin }, add) => (wageMin === undefined ? undefined : `wage_max >= ${add(wageMin)}::int`),
  ({ closesBy }, add) => (closesBy === undefined ? undefined : `closes_on <= ${add(closesBy)}::date`),
  ({ publishedSince }, add) => (publishedSince === undefined ? undefined : `published_on >= ${add(publishedSince)}::date`),
  // No ids at all is none, not any.
  ({ ids }, add) => (ids === undefined ? undefined : `id = any(${add(ids)}::text[])`),
]

/** The conditions of a filter as SQL over `vacancy`, with their parameters. */
export interface FilterSql {
  /** All of them. */
  readonly where: string
  /** All that no facet is about. */
  readonly whereOthers: string
  /** A number with a bit for each facet whose own condition is not met. */
  readonly misses: string
  readonly values: unknown[]
}

/** A database takes no null character, and holds none: one that is asked for is not found. */
export function storable<T>(value: T): T {
  return typeof value === 'string' ? (value.replaceAll('\0', '\ufffd') as T) : value
}

export function filterSql(filter: VacancyFilter): FilterSql {
  const values: unknown[] = []
  const add: Add = (value) => `$${values.push(Array.isArray(value) ? value.map(storable) : storable(value))}`
  const asked = (conditions: readonly Condition[]): (string | undefined)[] => conditions.map((one) => one(filter, add))
  const own = asked(Object.values(ofFacet))
  const rest = ["state = 'published'", ...asked(others).filter((one) => one !== undefined)]
  const misses = own.flatMap((one, bit) => (one === undefined ? [] : `case when ${one} then 0 else ${1 << bit} end`))
  return {
    where: [...rest, ...own.filter((one) => one !== undefined)].join(' and '),
    whereOthers: rest.join(' and '),
    misses: misses.join(' | ') || '0',
    values,
  }
}

/** All bits but that of this facet. */
export function othersThan(facet: FacetName): number {
  const names = Object.keys(ofFacet)
  return ((1 << names.length) - 1) & ~(1 << names.indexOf(facet))
}
