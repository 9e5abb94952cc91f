import type { Reading } from '../../../engine/editions/index.ts'
import type { IndexedEngine, Offering } from '../../../engine/planning/index.ts'
import type { PeopleIndex } from '../../../engine/pool/index.ts'

/** An engine, and the few facts of its rows that a finding names and no question of the engine gives. */
export interface HeldEngine {
  readonly engine: IndexedEngine
  holds(vacancy: string): boolean
  occupationOf(vacancy: string): string | undefined
  regionOf(vacancy: string): string | undefined
  programmeOf(offering: string): string | undefined
  /** Whether it plans with this offering: those to ask about first are none (ruling 48). */
  offers(offering: string): boolean
  /** Who agreed to be found. @throws Error before they have come */
  foundPeople(): PeopleIndex
  /** Who is counted. @throws Error before they have come */
  pool(): PeopleIndex
}

export function holdReading({ engine, offerings, pool, found }: Reading): HeldEngine {
  return {
    engine,
    holds: (vacancy) => engine.holds(vacancy),
    occupationOf: (vacancy) => engine.occupationOf(vacancy),
    regionOf: (vacancy) => engine.regionOf(vacancy),
    programmeOf: (offering) => byId(offerings).get(offering)?.programme,
    offers: (offering) => isKnown(byId(offerings).get(offering)),
    foundPeople() {
      if (!found) throw new Error('a question about people came before they were there to be found')
      return found
    },
    pool() {
      if (!pool) throw new Error('a question about people came before they were counted')
      return pool
    },
  }
}

function isKnown(offering: Offering | undefined): boolean {
  return offering !== undefined && offering.askFirst !== true
}

const known = new WeakMap<readonly Offering[], ReadonlyMap<string, Offering>>()

/** Put together once for each list: most editions have the same one. */
function byId(offerings: readonly Offering[]): ReadonlyMap<string, Offering> {
  const found = known.get(offerings) ?? new Map(offerings.map((offering) => [offering.id, offering]))
  known.set(offerings, found)
  return found
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
