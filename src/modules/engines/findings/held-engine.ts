import { createEngine, type ExplainingEngine, type World } from '../../../engine/planning/index.ts'

/** An engine, and the few facts of its rows that a finding names and no question of the engine gives. */
export interface HeldEngine {
  readonly engine: ExplainingEngine
  holds(vacancy: string): boolean
  occupationOf(vacancy: string): string | undefined
  programmeOf(offering: string): string | undefined
}

export function holdEngine(world: World): HeldEngine {
  const occupations = new Map(world.vacancies.map(({ id, occupation }) => [id, occupation]))
  const programmes = new Map(world.offerings.map(({ id, programme }) => [id, programme]))
  return {
    engine: createEngine(world),
    holds: (vacancy) => occupations.has(vacancy),
    occupationOf: (vacancy) => occupations.get(vacancy),
    programmeOf: (offering) => programmes.get(offering),
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
