import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import type { DateText } from '../../platform/index.ts'
import type { Municipality } from '../regions/index.ts'
import type { Catalogue } from '../skills/index.ts'
import type { OfferingRecord, Programme } from '../trainings/index.ts'
import type { VacancyRecord } from '../vacancies/index.ts'
import { readCurricula } from './demo-curricula.ts'
import { demoOccupations, skillWords } from './demo-occupations.ts'
import { demoOfferings } from './demo-offerings.ts'
import { type DemoPerson, demoPeople } from './demo-people.ts'
import { demoPlaces } from './demo-places.ts'
import { demoProgrammes } from './demo-programmes.ts'
import type { DemoSize } from './demo-size.ts'
import { demoVacancies } from './demo-vacancies.ts'
import { createRandom } from './random.ts'

export const demoSeed = 'schakel demo 1'

export interface DemoWorldParts {
  readonly seed: string
  readonly today: DateText
  readonly size: DemoSize
  readonly catalogue: Catalogue
  readonly municipalities: readonly Municipality[]
  /** About the inhabitants of a municipality, in thousands. */
  readonly placeWeights: ReadonlyMap<string, number>
  /** How often an occupation is asked beside the others of its group. */
  readonly demand: ReadonlyMap<string, number>
}

export interface DemoWorld {
  readonly vacancies: readonly VacancyRecord[]
  readonly programmes: readonly Programme[]
  readonly offerings: readonly OfferingRecord[]
  readonly people: readonly DemoPerson[]
}

/** A demo world as it is made: trainings at once, vacancies and people one at a time, each to be taken once. */
export interface DemoStream {
  readonly programmes: readonly Programme[]
  readonly offerings: readonly OfferingRecord[]
  readonly vacancies: Iterable<VacancyRecord>
  readonly people: Iterable<DemoPerson>
}

/** The same seed, day, size and vocabulary give the same world, on every machine. */
export async function demoStream(parts: DemoWorldParts): Promise<DemoStream> {
  const random = createRandom(parts.seed)
  const { catalogue, size, today } = parts
  const places = demoPlaces(parts.municipalities, parts.placeWeights)
  const occupations = demoOccupations(catalogue, parts.demand)
  const labelOf = skillWords(catalogue)
  const programmes = demoProgrammes(
    random.fork('programmes'),
    { catalogue, occupations, curricula: await readCurricula(), labelOf },
    size.programmes,
  )
  const offered = demoOfferings(random.fork('offerings'), programmes, places, today, size.offerings)
  const { vacancies, offerings } = demoVacancies(
    random.fork('vacancies'),
    { occupations, programmes, offerings: offered, places, labelOf, today },
    size.vacancies,
  )
  return {
    vacancies,
    programmes: programmes.map(({ programme }) => programme),
    offerings: offerings.map(({ offering }) => offering),
    people: demoPeople(random.fork('people'), catalogue, places, size.people),
  }
}

/** All of a demo world at once. */
export async function demoWorld(parts: DemoWorldParts): Promise<DemoWorld> {
  const stream = await demoStream(parts)
  return { ...stream, vacancies: [...stream.vacancies], people: await collect(stream.people) }
}

/** Makes room for other work now and then: thousands of people take a second. */
async function collect(people: Iterable<DemoPerson>): Promise<DemoPerson[]> {
  const all: DemoPerson[] = []
  for (const person of people) {
    all.push(person)
    if (all.length % 1000 === 0) await setImmediate()
  }
  return all
}

/** Names a world: two equal worlds have one checksum. */
export function demoChecksum(world: DemoWorld): string {
  const checksum = worldChecksum()
  for (const part of [world.vacancies, world.programmes, world.offerings, world.people]) checksum.add(part.map(textOf))
  return checksum.end()
}

export const textOf = (record: object): string => JSON.stringify(record)

/** The checksum of a world whose records pass by: vacancies, programmes, offerings, people. */
export function worldChecksum(): { add(records: readonly string[]): void; end(): string } {
  const hash = createHash('sha256')
  return {
    add(records) {
      for (const record of records) hash.update(record)
    },
    end: () => hash.digest('hex'),
  }
}
