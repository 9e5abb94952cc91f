import { Growing, sharedArray, textsOf } from '../columns/index.ts'
import type { Dictionaries } from './dictionaries.ts'
import type { RequirementKinds } from './kinds.ts'
import type { Coordinates } from './person.ts'
import type { Vacancy } from './vacancy.ts'
import {
  type Cells,
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
    reach: new Growing(Uint16Array, 'the number of accepted trainings'),
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

  add(vacancy: Vacancy): void {
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
    columns.place.push(values.places.number(vacancy.place, placeKey(vacancy.place)))
    columns.remoteShare.push(vacancy.remoteShare ?? silentSmall)
    columns.shift.push(this.#shiftOf(vacancy))
    columns.wageMin.push(vacancy.wageCents?.[0] ?? silentCents)
    columns.wageMax.push(vacancy.wageCents?.[1] ?? silentCents)
    columns.languages.push(values.languages.number(vacancy.languages, languagesKey(vacancy.languages)))
    columns.papers.push(this.#papersOf(vacancy))
    for (const code of vacancy.licences ?? []) values.licences.number(code, code)
    columns.startFrom.push(vacancy.startFrom ?? silentWeek)
    columns.latestStart.push(vacancy.latestStart ?? silentWeek)
  }

  #shiftOf({ hours, days }: Vacancy): number {
    if (hours === undefined && days === undefined) return 0
    const shift: Shift = { ...(hours && { hours }), ...(days !== undefined && { days }) }
    return this.#values.shifts.number(shift, `${hours?.[0]} ${hours?.[1]} ${days}`)
  }

  #papersOf(vacancy: Vacancy): number {
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
    this.#requirementStart.push(this.#requirements.length)
    let essentials = 0
    let weights = 0
    let pattern = ''
    for (const requirement of requirements) {
      const essential = requirement.weight === 'essential'
      pattern += essential ? 'e' : 'o'
      if (!essential) continue
      essentials++
      weights += this.#push(requirement)
    }
    for (const requirement of requirements) if (requirement.weight !== 'essential') weights += this.#push(requirement)
    const order = [...pattern].map((one) => one === 'e')
    this.#columns.order.push(this.#values.orders.number(pattern === '' ? undefined : order, pattern))
    this.#columns.essentials.push(essentials)
    this.#columns.weights.push(weights)
  }

  /** @returns the weight. */
  #push(requirement: Vacancy['requirements'][number]): number {
    const number = this.#kinds.number(requirement)
    this.#requirements.push(number)
    return this.#kinds.list[number]?.weight ?? 0
  }

  done(): VacancyColumns {
    const order = this.#orderOfRows()
    const ids = Array.from(order, (at) => this.#ids[at] as string)
    const sorted = Object.fromEntries(
      Object.entries(this.#columns).map(([name, column]) => [name, column.inOrder(order)]),
    ) as unknown as PlainColumns
    return {
      ...sorted,
      size: ids.length,
      ids: textsOf(ids),
      ...ranksOf(ids),
      cells: cellsOf(sorted.place),
      ...this.#requirementsInOrder(order),
    }
  }

  /** By place, most work from home first, then as they came. One number holds all three: sorting numbers is fast. */
  #orderOfRows(): Uint32Array {
    const { place, remoteShare } = this.#columns
    const count = this.#ids.length
    const keys = new Float64Array(count)
    for (let at = 0; at < count; at++) {
      const remote = remoteShare.at(at)
      const fromHome = remote === silentSmall ? 0 : remote
      keys[at] = (place.at(at) * 256 + (255 - fromHome)) * rowsAtMost + at
    }
    keys.sort()
    return Uint32Array.from(keys, (key) => key % rowsAtMost)
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

/** A row's number fits beside its place and its share of work from home in 53 bits. */
const rowsAtMost = 2 ** 28

function ranksOf(ids: readonly string[]): Pick<VacancyColumns, 'rank' | 'rowByRank'> {
  const rowByRank = sharedArray(Uint32Array, ids.length)
  for (let row = 0; row < ids.length; row++) rowByRank[row] = row
  rowByRank.sort((a, b) => ((ids[a] as string) < (ids[b] as string) ? -1 : 1))
  const rank = sharedArray(Uint32Array, ids.length)
  for (let at = 0; at < rowByRank.length; at++) rank[rowByRank[at] as number] = at
  return { rank, rowByRank }
}

export function cellsOf(place: Uint16Array): Cells {
  const start = new Growing(Uint32Array, 'the number of vacancies')
  const places = new Growing(Uint16Array, 'the number of a place')
  for (let row = 0; row < place.length; row++) {
    if (row > 0 && place[row] === place[row - 1]) continue
    start.push(row)
    places.push(place[row] as number)
  }
  start.push(place.length)
  return { start: start.done(), place: places.done() }
}

function placeKey(place: Coordinates | undefined): string {
  return place ? `${place[0]} ${place[1]}` : ''
}

function languagesKey(languages: Vacancy['languages']): string {
  if (!languages) return ''
  let key = ''
  for (const { code, level } of languages) key += `${code}${separator}${level}${separator}`
  return key
}
