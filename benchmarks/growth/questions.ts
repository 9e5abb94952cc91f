import type { Person } from '../../src/engine/matching/index.ts'
import type { IndexedEngine } from '../../src/engine/planning/index.ts'
import type { PeopleIndex } from '../../src/engine/pool/index.ts'

/** A question that is put to worlds of every size. */
export interface Question {
  readonly name: string
  readonly prepare: (engine: IndexedEngine, pool: PeopleIndex) => (person: Person, vacancy: string) => unknown
}

/** As pages and the API put them. To see how another one grows, add it. */
export const questions: readonly Question[] = [
  { name: 'matches', prepare: (engine) => (person) => engine.matches(person, { limit: 20 }) },
  {
    name: 'single doors',
    prepare: (engine) => {
      const withOne = engine.within({ mostTrainings: 1 })
      return (person) => withOne.doors(person)
    },
  },
  { name: 'doors of two', prepare: (engine) => (person) => engine.doors(person) },
  {
    name: 'plans to a goal',
    prepare: (engine) => (person, vacancy) => {
      const occupation = engine.occupationOf(vacancy)
      return engine.plansTo(person, occupation === undefined ? {} : { occupations: [occupation] }, 'balanced')
    },
  },
  { name: 'best list', prepare: (engine) => (person) => engine.bestList(person, 'balanced') },
  { name: 'single changes', prepare: (engine) => (person) => engine.singleChanges(person) },
  { name: 'people for a vacancy', prepare: (engine, pool) => (_, vacancy) => engine.peopleFor(vacancy, pool, 20) },
  { name: 'pool effect', prepare: (engine, pool) => (_, vacancy) => engine.poolEffect(vacancy, pool) },
]
