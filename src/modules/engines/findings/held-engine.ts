import type { Person } from '../../../engine/matching/index.ts'
import { createEngine, type IndexedEngine, type World } from '../../../engine/planning/index.ts'
import type { PeopleIndex } from '../../../engine/pool/index.ts'

/** An engine, and the few facts of its rows that a finding names and no question of the engine gives. */
export interface HeldEngine {
  readonly engine: IndexedEngine
  holds(vacancy: string): boolean
  occupationOf(vacancy: string): string | undefined
  programmeOf(offering: string): string | undefined
  /** Whether it plans with this offering: those to ask about first are none (ruling 48). */
  offers(offering: string): boolean
  readonly pool: HeldPool
}

/** The people who are counted. They come after the rows, piece by piece. */
export interface HeldPool {
  add(people: Iterable<Person>): void
  /** After the last of them. */
  done(): void
  /** @throws Error before they have all come */
  index(): PeopleIndex
}

export function holdEngine(world: World): HeldEngine {
  const occupations = new Map(world.vacancies.map(({ id, occupation }) => [id, occupation]))
  const programmes = new Map(world.offerings.map(({ id, programme }) => [id, programme]))
  const askFirst = new Set(world.offerings.filter((one) => one.askFirst === true).map(({ id }) => id))
  const engine = createEngine(world)
  return {
    engine,
    pool: holdPool(engine),
    holds: (vacancy) => occupations.has(vacancy),
    occupationOf: (vacancy) => occupations.get(vacancy),
    programmeOf: (offering) => programmes.get(offering),
    offers: (offering) => programmes.has(offering) && !askFirst.has(offering),
  }
}

function holdPool(engine: IndexedEngine): HeldPool {
  let gathering: ReturnType<IndexedEngine['gatherPool']> | undefined = engine.gatherPool()
  let index: PeopleIndex | undefined
  return {
    add: (people) => gathering?.add(people),
    done() {
      index ??= gathering?.done()
      gathering = undefined
    },
    index() {
      if (!index) throw new Error('a question about people came before they were counted')
      return index
    },
  }
}

/** A question was halted: whoever asked has left, or its time is over. */
export class Halted extends Error {
  override readonly name = 'Halted'
}

/** The same engine, which looks before each of its answers whether to go on. @throws Halted from any of its methods */
export function haltable(held: HeldEngine, isHalted: () => boolean): HeldEngine {
  const engine = new Proxy(held.engine, {
    get(target, name) {
      if (isHalted()) throw new Halted()
      const part: unknown = Reflect.get(target, name)
      return typeof part === 'function' ? part.bind(target) : part
    },
  })
  return { ...held, engine }
}
