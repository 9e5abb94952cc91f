import { createHash } from 'node:crypto'
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
import { demoVacancies } from './demo-vacancies.ts'
import { createRandom } from './random.ts'

/** How large the demo world is. */
export interface DemoSize {
  readonly vacancies: number
  readonly programmes: number
  readonly offerings: number
  readonly people: number
}

export const demoSize: DemoSize = { vacancies: 4000, programmes: 150, offerings: 600, people: 20_000 }
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

/** The same seed, day, size and vocabulary give the same world, on every machine. */
export async function demoWorld(parts: DemoWorldParts): Promise<DemoWorld> {
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
    people: await demoPeople(random.fork('people'), catalogue, places, size.people),
  }
}

/** Names a world: two equal worlds have one checksum. */
export function demoChecksum(world: DemoWorld): string {
  const hash = createHash('sha256')
  for (const part of [world.vacancies, world.programmes, world.offerings, world.people]) {
    for (const record of part) hash.update(JSON.stringify(record))
  }
  return hash.digest('hex')
}
