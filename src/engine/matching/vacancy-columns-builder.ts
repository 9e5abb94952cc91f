import { Growing, sharedArray, textsInOrder, textsOf, Values } from '../columns/index.ts'
import { cellsOf } from './cells.ts'
import type { Dictionaries } from './dictionaries.ts'
import type { RequirementKinds } from './kinds.ts'
import type { Coordinates } from './person.ts'
import { orderOf, positionsOf } from './place-order.ts'
import { flagOfKey, partOfKey, QuickNumbers } from './quick-numbers.ts'
import type { Requirement, Vacancy } from './vacancy.ts'
import {
  type Papers,
  type Reach,
  type Shift,
  silentCents,
  silentSmall,
  silentWeek,
  type VacancyColumns,
  type VacancyValues,
} from './vacancy-columns.ts'

/** The columns that hold one number per row. */
export type PlainColumns = Omit<
  VacancyColumns,
  'size' | 'ids' | 'rank' | 'rowByRank' | 'cells' | 'requirements' | 'requirementStart'
>

/** Takes vacancies one by one, in any order, and makes columns of them. */
export class VacancyColumnsBuilder {
  readonly #values: VacancyValues
  readonly #kinds: RequirementKinds
  readonly #ids: string[] = []
  /** Numbers given before, by keys that cost no text. */
  readonly #quick = {
    places: new Map<number, QuickNumbers>(),
    shifts: new QuickNumbers(),
    languages: new QuickNumbers(),
    papers: new QuickNumbers(),
    orders: new QuickNumbers(),
  }
  readonly #languageCodes = new Values<string>()
  readonly #columns = {
    place: new Growing(Uint16Array, 'the number of a place'),
    remoteShare: new Growing(Uint8Array, 'the share of work from home'),
    shift: new Growing(Uint16Array, 'the number of hours and days'),
    wageMin: new Growing(Int32Array, 'the lowest wage in cents'),
    wageMax: new Growing(Int32Array, 'the highest wage in cents'),
    languages: new Growing(Uint16Array, 'the number of a list of languages'),
    papers: new Growing(Uint16Array, 'the number of papers'),
    startFrom: new Growing(Int16Array, 'the first week of a job'),
    latestStart: new Growing(Int16Array, 'the latest week to start'),
    closing: new Growing(Int16Array, 'the closing week'),
    occupation: new Growing(Uint16Array, 'the number of an occupation'),
    region: new Growing(Uint16Array, 'the number of a region'),
    reach: new Growing(Uint32Array, 'the number of accepted trainings'),
    essentials: new Growing(Uint8Array, 'the number of essentials'),
    order: new Growing(Uint16Array, 'the number of an order of requirements'),
    weights: new Growing(Uint16Array, 'the sum of weights'),
  }
  readonly #requirementStart = new Growing(Uint32Array, 'the number of requirements')
  readonly #requirements = new Growing(Uint32Array, 'the number of a requirement')

  constructor(values: VacancyValues, kinds: RequirementKinds) {
    this.#values = values
    this.#kinds = kinds
  }

  add(one: Vacancy): void {
    const vacancy = { ...silentRow, ...one } as Vacancy
    const columns = this.#columns
    this.#ids.push(vacancy.id)
    this.#addTerms(vacancy)
    columns.occupation.push(this.#values.occupations.number(vacancy.occupation, vacancy.occupation ?? ''))
    columns.region.push(this.#values.regions.number(vacancy.region, vacancy.region ?? ''))
    columns.reach.push(this.#reachOf(vacancy))
    columns.closing.push(vacancy.closing ?? silentWeek)
    this.#addRequirements(vacancy)
  }

  #addTerms(vacancy: Vacancy): void {
    const columns = this.#columns
    const values = this.#values
    columns.place.push(this.#placeOf(vacancy.place))
    columns.remoteShare.push(vacancy.remoteShare ?? silentSmall)
    columns.shift.push(this.#shiftOf(vacancy))
    columns.wageMin.push(vacancy.wageCents?.[0] ?? silentCents)
    columns.wageMax.push(vacancy.wageCents?.[1] ?? silentCents)
    columns.languages.push(this.#languagesOf(vacancy.languages))
    for (const code of vacancy.licences ?? []) values.licences.number(code, code)
    columns.papers.push(this.#papersOf(vacancy))
    columns.startFrom.push(vacancy.startFrom ?? silentWeek)
    columns.latestStart.push(vacancy.latestStart ?? silentWeek)
  }

  #placeOf(place: Coordinates | undefined): number {
    if (!place) return 0
    const [latitude, longitude] = place
    let known = this.#quick.places.get(latitude)
    if (!known) {
      known = new QuickNumbers()
      this.#quick.places.set(latitude, known)
    }
    return known.of(longitude) ?? known.keep(longitude, this.#values.places.number(place, `${latitude} ${longitude}`))
  }

  #shiftOf(vacancy: Vacancy): number {
    const { hours, days } = vacancy
    if (hours === undefined && days === undefined) return 0
    const key = (partOfKey(hours?.[0], 128) * 128 + partOfKey(hours?.[1], 128)) * 256 + partOfKey(days, 256)
    return this.#quick.shifts.of(key) ?? this.#quick.shifts.keep(key, this.#numberShift(vacancy))
  }

  #numberShift({ hours, days }: Pick<Vacancy, 'hours' | 'days'>): number {
    const shift: Shift = { ...(hours && { hours }), ...(days !== undefined && { days }) }
    return this.#values.shifts.number(shift, `${hours?.[0]} ${hours?.[1]} ${days}`)
  }

  #languagesOf(languages: Vacancy['languages']): number {
    if (!languages) return 0
    let key = languages.length > 2 ? Number.NaN : 0
    for (const { code, level } of languages) {
      key = (key * 512 + partOfKey(this.#languageCodes.number(code, code), 512)) * 8 + partOfKey(level, 8)
    }
    const { languages: quick } = this.#quick
    return quick.of(key) ?? quick.keep(key, this.#values.languages.number(languages, languagesKey(languages)))
  }

  #papersOf(vacancy: Vacancy): number {
    const key = this.#papersKey(vacancy)
    return this.#quick.papers.of(key) ?? this.#quick.papers.keep(key, this.#numberPapers(vacancy))
  }

  /** Most vacancies ask no diploma, and one licence at most. */
  #papersKey({ workLevel, diplomaOnly, experienceYears, licences, certificateOfConduct, sponsorsPermit }: Vacancy): number {
    if (diplomaOnly !== undefined || (licences !== undefined && licences.length !== 1)) return Number.NaN
    const licence = licences === undefined ? undefined : this.#values.licences.numberOf(licences[0] as string)
    const level = partOfKey(workLevel?.level, 16) * 64 + partOfKey(workLevel?.orYears, 64)
    const years = level * 64 + partOfKey(experienceYears, 64)
    const flags = flagOfKey(certificateOfConduct) * 3 + flagOfKey(sponsorsPermit)
    return (years * 9 + flags) * 32 + partOfKey(licence, 32)
  }

  #numberPapers(vacancy: Vacancy): number {
    const { workLevel, diplomaOnly, experienceYears, licences, certificateOfConduct, sponsorsPermit } = vacancy
    const key = [
      workLevel?.level,
      workLevel?.orYears,
      experienceYears,
      certificateOfConduct,
      sponsorsPermit,
      diplomaOnly?.level,
      diplomaOnly?.fields.join(separator),
      licences?.join(separator),
    ].join(`${separator}${separator}`)
    const papers: Papers = {
      ...(workLevel && { workLevel }),
      ...(diplomaOnly && { diplomaOnly }),
      ...(experienceYears !== undefined && { experienceYears }),
      ...(licences && { licences }),
      ...(certificateOfConduct !== undefined && { certificateOfConduct }),
      ...(sponsorsPermit !== undefined && { sponsorsPermit }),
    }
    return this.#values.papers.number(papers, key)
  }

  #reachOf({ acceptsTrainings, paysTraining, carriedBy }: Vacancy): number {
    if (acceptsTrainings === undefined && paysTraining === undefined && carriedBy === undefined) return 0
    const reach: Reach = {
      ...(acceptsTrainings && { acceptsTrainings }),
      ...(paysTraining !== undefined && { paysTraining }),
      ...(carriedBy !== undefined && { carriedBy }),
    }
    return this.#values.reaches.number(reach, JSON.stringify(reach))
  }

  #addRequirements({ requirements }: Vacancy): void {
    const { essential, important, somewhat } = this.#kinds.weights
    this.#requirementStart.push(this.#requirements.length)
    let essentials = 0
    let others = 0
    for (const requirement of requirements) {
      if (requirement.weight !== 'essential') continue
      essentials++
      this.#requirements.push(this.#kinds.number(requirement))
    }
    for (const requirement of requirements) {
      if (requirement.weight === 'essential') continue
      others += requirement.weight === 'important' ? important : somewhat
      this.#requirements.push(this.#kinds.number(requirement))
    }
    this.#columns.order.push(this.#patternOf(requirements))
    this.#columns.essentials.push(essentials)
    this.#columns.weights.push(essentials * essential + others)
  }

  /** Where the essentials stand, as bits behind a one, where all of them fit in a number of 31 bits. */
  #patternOf(requirements: readonly Requirement[]): number {
    let key = requirements.length > 29 ? Number.NaN : 1
    for (const { weight } of requirements) key = key * 2 + (weight === 'essential' ? 1 : 0)
    return this.#quick.orders.of(key) ?? this.#quick.orders.keep(key, this.#numberOrder(requirements))
  }

  #numberOrder(requirements: readonly Requirement[]): number {
    const order = requirements.map(({ weight }) => weight === 'essential')
    const pattern = order.map((essential) => (essential ? 'e' : 'o')).join('')
    return this.#values.orders.number(pattern === '' ? undefined : order, pattern)
  }

  done(): VacancyColumns {
    const order = this.#orderOfRows()
    const sorted = Object.fromEntries(
      Object.entries(this.#columns).map(([name, column]) => [name, column.inOrder(order)]),
    ) as unknown as PlainColumns
    return {
      ...sorted,
      size: order.length,
      ids: textsInOrder(textsOf(this.#ids), order),
      ...ranksOf(this.#ids, order),
      cells: cellsOf(sorted, positionsOf(this.#values.places)),
      ...this.#requirementsInOrder(order),
    }
  }

  /** In the order of `place-order.ts`, then as they came: counted, not compared, as few orders have many rows. */
  #orderOfRows(): Uint32Array {
    const { place, remoteShare } = this.#columns
    const positions = positionsOf(this.#values.places)
    const count = this.#ids.length
    const numbers = new Map<number, number>()
    const numberOfRow = new Uint32Array(count)
    for (let at = 0; at < count; at++) {
      const order = orderOf(remoteShare.at(at), positions[place.at(at)] as number)
      const number = numbers.get(order) ?? numbers.size
      numbers.set(order, number)
      numberOfRow[at] = number
    }
    const next = startsOf(numberOfRow, numbers)
    const rows = new Uint32Array(count)
    for (let at = 0; at < count; at++) rows[next[numberOfRow[at] as number]!++] = at
    return rows
  }

  #requirementsInOrder(order: Uint32Array): Pick<VacancyColumns, 'requirements' | 'requirementStart'> {
    const total = this.#requirements.length
    const requirements = this.#kinds.list.length <= 65536 ? sharedArray(Uint16Array, total) : sharedArray(Uint32Array, total)
    const requirementStart = sharedArray(Uint32Array, order.length + 1)
    let to = 0
    for (let row = 0; row < order.length; row++) {
      const at = order[row] as number
      const end = at + 1 < order.length ? this.#requirementStart.at(at + 1) : total
      for (let from = this.#requirementStart.at(at); from < end; from++) requirements[to++] = this.#requirements.at(from)
      requirementStart[row + 1] = to
    }
    return { requirements, requirementStart }
  }
}

/**
 * Rows leave out what they are silent on, so that there are thousands of shapes of them, and each look at a field is a search.
 * Copied onto this one they all have one shape: a fifth of the time.
 */
const silentRow: Readonly<Record<keyof Vacancy, undefined>> = {
  id: undefined,
  occupation: undefined,
  region: undefined,
  place: undefined,
  remoteShare: undefined,
  requirements: undefined,
  hours: undefined,
  days: undefined,
  wageCents: undefined,
  languages: undefined,
  workLevel: undefined,
  diplomaOnly: undefined,
  experienceYears: undefined,
  licences: undefined,
  certificateOfConduct: undefined,
  sponsorsPermit: undefined,
  startFrom: undefined,
  latestStart: undefined,
  closing: undefined,
  acceptsTrainings: undefined,
  paysTraining: undefined,
  carriedBy: undefined,
}

/** Columns of these vacancies; what they say that is new gets numbers in the dictionaries. */
export function columnsOf(
  { values, kinds }: Pick<Dictionaries, 'values' | 'kinds'>,
  vacancies: Iterable<Vacancy>,
): VacancyColumns {
  const builder = new VacancyColumnsBuilder(values, kinds)
  for (const vacancy of vacancies) builder.add(vacancy)
  return builder.done()
}

/** Stands in no code, so that different lists have different keys. */
const separator = '\0'

/** Where the rows of each order begin. `numbers`: orders, numbered as they came. */
function startsOf(numberOfRow: Uint32Array, numbers: ReadonlyMap<number, number>): Uint32Array {
  const counts = new Uint32Array(numbers.size)
  for (const number of numberOfRow) counts[number]!++
  const starts = new Uint32Array(numbers.size)
  let start = 0
  for (const order of Float64Array.from(numbers.keys()).sort()) {
    const number = numbers.get(order) as number
    starts[number] = start
    start += counts[number] as number
  }
  return starts
}

/** `ids` as they came; row `i` is the one that came as number `order[i]`. */
function ranksOf(ids: readonly string[], order: Uint32Array): Pick<VacancyColumns, 'rank' | 'rowByRank'> {
  const rowOf = new Uint32Array(order.length)
  for (let row = 0; row < order.length; row++) rowOf[order[row] as number] = row
  const rank = sharedArray(Uint32Array, order.length)
  const rowByRank = sharedArray(Uint32Array, order.length)
  const sorted = inOrderOfId(ids)
  for (let at = 0; at < order.length; at++) {
    const row = rowOf[sorted ? (sorted[at] as number) : at] as number
    rowByRank[at] = row
    rank[row] = at
  }
  return { rank, rowByRank }
}

/** Numbers of the ids in order; undefined where they came in order: then there is nothing to sort. */
function inOrderOfId(ids: readonly string[]): number[] | undefined {
  let at = 1
  while (at < ids.length && (ids[at - 1] as string) < (ids[at] as string)) at++
  if (at >= ids.length) return undefined
  return [...ids.keys()].sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1))
}

function languagesKey(languages: NonNullable<Vacancy['languages']>): string {
  let key = ''
  for (const { code, level } of languages) key += `${code}${separator}${level}${separator}`
  return key
}
