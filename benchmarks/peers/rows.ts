import { freeWeek, type Person, type Vacancy } from '../../src/engine/matching/index.ts'
import { transferModel } from '../../src/engine/taxonomy/index.ts'
import type { RowWorld } from '../worlds/index.ts'
import { DemandList, type Worth } from './demands.ts'
import { writeFiles } from './files.ts'
import { DiplomaList, LicenceList, PlaceList } from './numbered.ts'
import type { PeerRows, Question, Requirements, VacancyRow } from './peer.ts'

const languagesAsked = new Set(['nl', 'en'])

/** The rows of a world as peers take them, and what makes questions of its people. */
export interface Exchange {
  readonly rows: PeerRows
  readonly questionOf: (person: Person) => Question
}

/**
 * Numbers everything in the vacancies of a world, and writes them in a folder. `vacancies` are those of `world`, made
 * already.
 */
export function exchange(world: RowWorld, vacancies: readonly Vacancy[], folder: string): Exchange {
  const numbers = { demands: new DemandList(), places: new PlaceList(), diplomas: new DiplomaList(), licences: new LicenceList() }
  const requirements = numberRequirements(vacancies, numbers.demands)
  const rowsFrom = function* (all: Iterable<Vacancy>): Iterable<VacancyRow> {
    let id = 0
    for (const vacancy of all) yield rowOf(vacancy, id++, numbers)
  }
  // Also gives everything its number, so that a row has the same numbers whenever it is made.
  const files = writeFiles(folder, { rows: rowsFrom(vacancies), requirements, inWords: vacancies })
  const worthOf = numbers.demands.worthIn(world)
  return {
    rows: {
      ...{ count: vacancies.length, demands: numbers.demands.count, requirements, folder, files },
      // Made anew rather than kept: the rows of a million vacancies fill a gigabyte.
      vacancies: () => rowsFrom(world.vacancies()),
    },
    questionOf: (person) => questionOf(person, worthOf(person), world, numbers),
  }
}

interface Numbers {
  readonly demands: DemandList
  readonly places: PlaceList
  readonly diplomas: DiplomaList
  readonly licences: LicenceList
}

function numberRequirements(vacancies: readonly Vacancy[], demands: DemandList): Requirements {
  const start = new Uint32Array(vacancies.length + 1)
  const [demand, weight]: [number[], number[]] = [[], []]
  let row = 0
  for (const { requirements } of vacancies) {
    for (const one of requirements) {
      demand.push(demands.add(one))
      weight.push(transferModel.weights[one.weight])
    }
    start[++row] = demand.length
  }
  return { start, demand: Uint32Array.from(demand), weight: Uint8Array.from(weight) }
}

function rowOf(vacancy: Vacancy, id: number, { places, diplomas, licences }: Numbers): VacancyRow {
  const { place, hours, wageCents, workLevel, diplomaOnly, languages = [] } = vacancy
  const other = languages.find(({ code }) => !languagesAsked.has(code))
  if (other) throw new Error(`${vacancy.id} asks the language "${other.code}", for which the rows have no column`)
  const levelOf = (wanted: string): number => languages.find(({ code }) => code === wanted)?.level ?? 0
  return {
    id,
    cell: places.cellOf(vacancy),
    place: place ? places.numberOf(place) : null,
    remoteShare: vacancy.remoteShare ?? null,
    hoursMin: hours?.[0] ?? null,
    hoursMax: hours?.[1] ?? null,
    days: vacancy.days ?? null,
    wageMax: wageCents?.[1] ?? null,
    workLevel: workLevel?.level ?? null,
    orYears: workLevel?.orYears ?? null,
    diploma: diplomaOnly ? diplomas.numberOf(diplomaOnly) : null,
    experienceYears: vacancy.experienceYears ?? null,
    certificate: vacancy.certificateOfConduct === true,
    sponsors: vacancy.sponsorsPermit === true,
    latestStart: vacancy.latestStart ?? null,
    carried: vacancy.carriedBy !== undefined,
    weights: vacancy.requirements.reduce((sum, { weight }) => sum + transferModel.weights[weight], 0),
    nl: levelOf('nl'),
    en: levelOf('en'),
    licences: licences.bitsOf(vacancy.licences ?? []),
  }
}

function questionOf(person: Person, worth: Worth, { settings }: RowWorld, { places, diplomas, licences }: Numbers): Question {
  const { hours, place, languages = {} } = person
  const reach = place && places.within(place, settings)
  return {
    person,
    ...worth,
    hoursMin: hours?.[0] ?? null,
    hoursMax: hours?.[1] ?? null,
    days: person.days ?? null,
    reach: reach ?? null,
    cells: place && reach ? places.cellsFor(place, reach) : null,
    remoteShareEnough: place?.remoteShareEnough ?? null,
    wageFloorMonthEuro: person.wageFloorMonthEuro ?? null,
    workLevel: person.workLevel ?? null,
    experienceYears: person.experienceYears ?? null,
    diplomas: diplomas.metBy(person.diplomas ?? []),
    certificate: person.certificateOfConduct === true,
    needsSponsor: person.needsPermitSponsor === true,
    free: freeWeek(person, settings.thisWeek),
    nl: languages.nl ?? 0,
    en: languages.en ?? 0,
    licences: licences.bitsAmong(person.licences ?? []),
  }
}
