import type { Person } from '../../src/engine/matching/index.ts'
import type { ExplainingEngine, IndexedEngine, World } from '../../src/engine/planning/index.ts'
import type { PeopleIndex } from '../../src/engine/pool/index.ts'
import type { PoolQuestions } from './table.ts'

/** An engine built from rows, with what it says of its own size. */
export interface BuiltEngine {
  readonly engine: ExplainingEngine
  /** The same engine, which goes no further than one training; the first one cannot stop there. */
  readonly singleDoors: ExplainingEngine
  /** Takes people in, once: what is asked afterwards finds them ready. */
  readonly openPool: (people: Iterable<Person>) => PoolQuestions
  readonly bytes?: { readonly perVacancy: number; readonly perPerson?: number }
}

export const engineNames = ['current', 'first'] as const

/** The engine of the product, or the first one, which the tests keep. */
export async function builderOf(name: string): Promise<(world: World) => BuiltEngine> {
  switch (name) {
    case 'current': {
      const { createEngine } = await import('../../src/engine/planning/index.ts')
      return (world) => {
        const engine = createEngine(world)
        return {
          ...{ engine, singleDoors: engine.within({ mostTrainings: 1 }) },
          openPool: (people) => questionsOf(engine, engine.openPool(people)),
        }
      }
    }
    case 'first': {
      const { createEngine } = await import('../../test/first-engine/planning/create-engine.ts')
      return (world) => {
        const engine = createEngine(world)
        return {
          ...{ engine, singleDoors: engine },
          openPool: (people) => {
            const list = [...people]
            return {
              effect: (id) => engine.poolEffect(id, list),
              effectOfTraining: (id) => engine.poolEffectOfTraining(id, list),
              peopleFor: () => {
                throw new Error('the first engine finds no people')
              },
            }
          },
        }
      }
    }
    default:
      throw new Error(`There is no engine "${name}". There are: ${engineNames.join(', ')}.`)
  }
}

function questionsOf(engine: IndexedEngine, pool: PeopleIndex): PoolQuestions {
  return {
    effect: (id) => engine.poolEffect(id, pool),
    effectOfTraining: (id) => engine.poolEffectOfTraining(id, pool),
    peopleFor: (id, limit) => engine.peopleFor(id, pool, limit),
  }
}
