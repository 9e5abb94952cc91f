import { compareTextAt, type Texts, textAt, type Values } from '../columns/index.ts'
import type { Coordinates, HoursRange } from './person.ts'
import type { Requirement, Vacancy } from './vacancy.ts'

/** Silence in a column of small numbers, of cents, and of weeks (which may lie before 1970 in a made-up world). */
export const silentSmall = 255
export const silentCents = -1
export const silentWeek = -32768

/** What few vacancies have, kept as one value: how the job is reached other than by matching. */
export interface Reach {
  readonly acceptsTrainings?: readonly string[]
  readonly paysTraining?: boolean
  readonly carriedBy?: string
}

/** When the work is done. */
export type Shift = Pick<Vacancy, 'hours' | 'days'>

/** What is asked besides skills, languages, time, place and wage: few combinations, each judged once for a person. */
export type Papers = Pick<
  Vacancy,
  'workLevel' | 'diplomaOnly' | 'experienceYears' | 'licences' | 'certificateOfConduct' | 'sponsorsPermit'
>

/** The distinct values that vacancies share. They only grow, so that rows can be added to an index that lives on. */
export interface VacancyValues {
  readonly places: Values<Coordinates>
  readonly occupations: Values<string>
  readonly regions: Values<string>
  readonly languages: Values<NonNullable<Vacancy['languages']>>
  readonly shifts: Values<Shift>
  readonly papers: Values<Papers>
  /** Every licence that some vacancy asks. */
  readonly licences: Values<string>
  readonly reaches: Values<Reach>
  /** In which places of the vacancy's own order its essentials stand. */
  readonly orders: Values<readonly boolean[]>
}

/**
 * Where vacancies with one share of work from home at one place stand: whoever asks stands in one way towards the place of all of them, and places
 * within reach, which lie side by side, are one run within each class of shares (`place-order.ts`).
 */
export interface Cells {
  /** Distinct shares of work from home, class by class, most first. */
  readonly remoteShare: Uint8Array
  /** The first share of each class that there is; one more at the end. */
  readonly classFrom: Uint8Array
  /** Numbers of the distinct places, in the order of rows; 0 is silent. */
  readonly place: Uint16Array
  /** Class by class, place by place, share by share: the first of its vacancies, and the number of vacancies at the end. */
  readonly start: Uint32Array
}

/**
 * Vacancies as columns. Row `i` of each column is one vacancy; rows stand in order of work from home in classes, then of
 * place (`place-order.ts`), so that what a person can reach is few long runs. Names and units are those of `Vacancy`. Nothing of a vacancy is lost:
 * `vacancyAt` gives it back.
 */
export interface VacancyColumns {
  readonly size: number
  readonly ids: Texts
  /** Place of the row among the ids in order: ties go by id everywhere. */
  readonly rank: Uint32Array
  readonly rowByRank: Uint32Array
  readonly cells: Cells
  readonly place: Uint16Array
  readonly remoteShare: Uint8Array
  /** Number among `shifts`: hours and days together. */
  readonly shift: Uint16Array
  readonly wageMin: Int32Array
  readonly wageMax: Int32Array
  readonly languages: Uint16Array
  /** Number among `papers`. */
  readonly papers: Uint16Array
  readonly startFrom: Int16Array
  readonly latestStart: Int16Array
  readonly closing: Int16Array
  readonly occupation: Uint16Array
  readonly region: Uint16Array
  readonly reach: Uint32Array
  /** First entry of the row in `requirements`; one more at the end. */
  readonly requirementStart: Uint32Array
  /** Requirement kinds: essentials first, each part in the vacancy's own order. */
  readonly requirements: Uint16Array | Uint32Array
  readonly essentials: Uint8Array
  readonly order: Uint16Array
  /** Sum of the weights: fit is out of 1200 times this. */
  readonly weights: Uint16Array
}

/** Binary search among the ids in order. */
export function rowOf({ ids, rowByRank }: Pick<VacancyColumns, 'ids' | 'rowByRank'>, id: string): number | undefined {
  let [low, high] = [0, rowByRank.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const row = rowByRank[middle] as number
    const found = compareTextAt(ids, row, id)
    if (found === 0) return row
    if (found < 0) low = middle + 1
    else high = middle
  }
  return undefined
}

/** The row as it came in. */
export function rowToVacancy(
  columns: VacancyColumns,
  values: VacancyValues,
  row: number,
  requirements: readonly Requirement[],
): Vacancy {
  const reach = values.reaches.get(columns.reach[row] as number)
  return withoutSilence({
    id: textAt(columns.ids, row),
    occupation: values.occupations.get(columns.occupation[row] as number),
    region: values.regions.get(columns.region[row] as number),
    place: values.places.get(columns.place[row] as number),
    remoteShare: unless(silentSmall, columns.remoteShare[row]),
    requirements,
    wageCents: range(unless(silentCents, columns.wageMin[row]), unless(silentCents, columns.wageMax[row])),
    languages: values.languages.get(columns.languages[row] as number),
    ...values.shifts.get(columns.shift[row] as number),
    ...values.papers.get(columns.papers[row] as number),
    startFrom: unless(silentWeek, columns.startFrom[row]),
    latestStart: unless(silentWeek, columns.latestStart[row]),
    closing: unless(silentWeek, columns.closing[row]),
    acceptsTrainings: reach?.acceptsTrainings,
    paysTraining: reach?.paysTraining,
    carriedBy: reach?.carriedBy,
  })
}

/** The requirements of a row in the vacancy's own order, from those in the order of the index. */
export function inOwnOrder<T>(listed: readonly T[], essentials: number, order: readonly boolean[] | undefined): T[] {
  let nextEssential = 0
  let nextOther = essentials
  return (order ?? []).map((essential) => listed[essential ? nextEssential++ : nextOther++] as T)
}

function unless(silence: number, value: number | undefined): number | undefined {
  return value === silence ? undefined : value
}

function range(min: number | undefined, max: number | undefined): HoursRange | undefined {
  return min === undefined || max === undefined ? undefined : [min, max]
}

function withoutSilence(row: { readonly [key in keyof Vacancy]?: Vacancy[key] | undefined }): Vacancy {
  return Object.fromEntries(Object.entries(row).filter(([, value]) => value !== undefined)) as unknown as Vacancy
}
