import type { Person } from '../../src/engine/matching/person.ts'
import type { Vacancy } from '../../src/engine/matching/vacancy.ts'
import type { World } from '../../src/engine/planning/engine.ts'
import type { Offering } from '../../src/engine/planning/offering.ts'
import { claimsOf, type Knowledge, type State, unknownOf, withOutcomes } from './claims.ts'
import { type Concepts, conceptsOf } from './concepts.ts'
import { byText } from './order.ts'
import { type TermResult, termsOf } from './terms.ts'

/** The world, with what is used everywhere looked up once. */
export interface Tables {
  readonly world: World
  readonly concepts: Concepts
  /** By id. */
  readonly vacancies: readonly Vacancy[]
  readonly vacancyOf: ReadonlyMap<string, Vacancy>
  readonly offeringOf: ReadonlyMap<string, Offering>
  /** Offerings that carry no job of this world, by id. */
  readonly ordinary: readonly Offering[]
  /** Offerings that a path may have. */
  readonly mostTrainings: number
}

export function tablesOf(world: World, mostTrainings = 3): Tables {
  const vacancies = [...world.vacancies].sort((a, b) => byText(a.id, b.id))
  const offerings = [...world.offerings].sort((a, b) => byText(a.id, b.id))
  const vacancyOf = new Map(vacancies.map((vacancy) => [vacancy.id, vacancy]))
  return {
    world,
    concepts: conceptsOf(world.skills, world.settings.transfer),
    vacancies,
    vacancyOf,
    offeringOf: new Map(offerings.map((offering) => [offering.id, offering])),
    ordinary: offerings.filter((offering) => offering.job === undefined || !vacancyOf.has(offering.job)),
    mostTrainings,
  }
}

/** A person with what is supposed of one: a supposed answer never moves the count of answers (ruling 5). */
export interface Asker {
  readonly person: Person
  /** How many skills count as answered. */
  readonly answered: number
  /** Cents an hour by which the wage floor is supposed to be lower. */
  readonly wageExtraCents: number
  /** Unknown terms that are supposed to be met or not. */
  readonly supposed: ReadonlyMap<string, boolean>
}

export const askerOf = (person: Person): Asker => ({
  person,
  answered: Object.keys(person.answers).length,
  wageExtraCents: 0,
  supposed: new Map(),
})

/** One asker in one world. Remembers what was worked out, for the length of one question. */
export interface View {
  readonly tables: Tables
  readonly asker: Asker
  readonly person: Person
  readonly knowledge: Knowledge
  terms(vacancy: Vacancy): readonly TermResult[]
  /** What is known after these trainings. */
  after(path: readonly Offering[]): Knowledge
  remember<T>(key: string, make: () => T): T
}

/** An unknown condition, after what is supposed of it. */
export function settle(asker: Asker, key: string, state: State): State {
  const supposed = state === 'unknown' ? asker.supposed.get(key) : undefined
  return supposed === undefined ? state : supposed ? 'met' : 'unmet'
}

export function viewOf(tables: Tables, asker: Asker): View {
  const { world, concepts } = tables
  const claims = claimsOf(asker.person, concepts)
  const knowledge: Knowledge = { claims, unknown: unknownOf(asker.person, claims, asker.answered, world, concepts) }
  const memory = new Map<string, unknown>()
  const remember = <T>(key: string, make: () => T): T => {
    if (!memory.has(key)) memory.set(key, make())
    return memory.get(key) as T
  }
  const makeTerms = (vacancy: Vacancy) =>
    termsOf(asker.person, vacancy, world.settings, asker.wageExtraCents).map((term) => ({
      ...term,
      state: settle(asker, term.key, term.state),
    }))
  return {
    tables,
    asker,
    person: asker.person,
    knowledge,
    terms: (vacancy) => remember(`terms ${vacancy.id}`, () => makeTerms(vacancy)),
    after: (path) => {
      const ids = path.map((offering) => offering.id).sort(byText)
      return remember(`after ${ids.join('\n')}`, () => withOutcomes(knowledge, path, concepts))
    },
    remember,
  }
}
