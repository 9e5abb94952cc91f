import type { Database } from '../../platform/index.ts'
import {
  type Facet,
  type FacetName,
  filterSql,
  hoursBands,
  othersThan,
  remoteSteps,
  type VacancyFacets,
  type VacancyFilter,
} from './vacancy-filter.ts'

const mostEmployers = 50

/** A group of vacancies: those that share what one facet looks at, and miss the same filters. `facet` tells which facet that is. */
interface Group {
  readonly facet: number
  readonly misses: number
  readonly count: number
  readonly region: string | null
  readonly occupation: string | null
  readonly contract: string | null
  readonly hours_min: number | null
  readonly hours_max: number | null
  readonly remote_share: number | null
  readonly language_codes: readonly string[] | null
  readonly asks_diploma: boolean | null
  readonly asks_skills: boolean | null
}

/** What each facet looks at; together they are grouped in one pass over the index. */
const sets = [
  'region',
  'occupation',
  'contract',
  'hours_min, hours_max',
  'remote_share',
  'language_codes',
  'asks_diploma, asks_skills',
] as const
const columns = sets.join(', ')

/** Counts of published vacancies per value, from what the index holds; the texts of vacancies are not read. */
export async function countFacets(db: Database, filter: VacancyFilter): Promise<VacancyFacets> {
  const { whereOthers, misses, values } = filterSql(filter)
  const narrowed = `(select ${columns}, employer, ${misses} as misses from vacancy where ${whereOthers}) narrowed`
  const groups = await db.query<Group & Record<string, unknown>>(
    `select grouping(${columns}) as facet, misses, count(*) as count, ${columns} from ${narrowed}
     group by misses, grouping sets (${sets.map((set) => `(${set})`).join(', ')})`,
    values,
  )
  const employers = await db.query<{ value: string | null; count: number }>(
    `select nullif(employer, '') as value, count(*) as count from ${narrowed} where misses & ${othersThan('employers')} = 0
     group by nullif(employer, '') order by nullif(employer, '') is not null, count(*) desc, value limit ${mostEmployers + 1}`,
    values,
  )
  return toFacets(groups, tally(employers.map(({ value, count }) => [value === null ? [] : [value], Number(count)])))
}

function toFacets(groups: readonly Group[], employers: Facet): VacancyFacets {
  const of = (set: (typeof sets)[number], facet: FacetName): Group[] =>
    groups.filter((group) => group.facet === facetNumber(set) && (group.misses & othersThan(facet)) === 0)
  const facet = (set: (typeof sets)[number], name: FacetName, valuesOf: (group: Group) => readonly string[]): Facet =>
    tally(of(set, name).map((group) => [valuesOf(group), group.count]))
  const one = (value: string | null): string[] => (value === null ? [] : [value])
  const switches = (name: FacetName, isOn: (group: Group) => boolean | null): number =>
    sum(of('asks_diploma, asks_skills', name).filter(isOn))
  return {
    total: sum(groups.filter((group) => group.facet === facetNumber('asks_diploma, asks_skills') && group.misses === 0)),
    regions: facet('region', 'regions', ({ region }) => one(region)),
    occupations: facet('occupation', 'occupations', ({ occupation }) => one(occupation)),
    contracts: facet('contract', 'contracts', ({ contract }) => one(contract)),
    hours: inOrder(facet('hours_min, hours_max', 'hours', bandsOf), hoursBands.map(bandValue)),
    remote: inOrder(facet('remote_share', 'remote', stepsOf), remoteSteps.map(String)),
    languages: facet('language_codes', 'languages', ({ language_codes }) => language_codes ?? []),
    employers,
    noDiploma: switches('noDiploma', ({ asks_diploma }) => !asks_diploma),
    fittable: switches('fittable', ({ asks_skills }) => asks_skills),
  }
}

/** `grouping()` of SQL: a bit for each column that is not in the set, the last column being the lowest bit. */
function facetNumber(set: (typeof sets)[number]): number {
  const inSet = set.split(', ')
  return columns.split(', ').reduce((number, column) => number * 2 + (inSet.includes(column) ? 0 : 1), 0)
}

function sum(groups: readonly Group[]): number {
  return groups.reduce((total, { count }) => total + count, 0)
}

/** Counts per value, most first; what has no value is silent. */
function tally(rows: readonly (readonly [values: readonly string[], count: number])[]): Facet {
  const counts = new Map<string, number>()
  let silent = 0
  for (const [values, count] of rows) {
    if (values.length === 0) silent += count
    for (const value of new Set(values)) counts.set(value, (counts.get(value) ?? 0) + count)
  }
  const sorted = [...counts].sort(([a, of], [b, other]) => other - of || (a < b ? -1 : 1))
  return { counts: sorted.map(([value, count]) => ({ value, count })), silent }
}

function inOrder(facet: Facet, order: readonly string[]): Facet {
  const found = new Map(facet.counts.map((one) => [one.value, one]))
  return { ...facet, counts: order.map((value) => found.get(value) ?? { value, count: 0 }) }
}

function bandValue([from, upTo]: readonly [number, number]): string {
  return `${from}-${upTo}`
}

function bandsOf({ hours_min: least, hours_max: most }: Group): string[] {
  if (least === null || most === null) return []
  return hoursBands.filter(([from, upTo]) => least <= upTo && most >= from).map(bandValue)
}

/** No share named, or none possible, is in no step; only the first is silent. */
function stepsOf({ remote_share: share }: Group): string[] {
  if (share === null) return []
  return share === 0 ? ['0'] : remoteSteps.filter((step) => share >= step).map(String)
}
