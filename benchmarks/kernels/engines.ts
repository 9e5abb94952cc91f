import type { ExplainingEngine, World } from '../../src/engine/planning/index.ts'

/** An engine built from rows, with what it says of its own size. */
export interface BuiltEngine {
  readonly engine: ExplainingEngine
  readonly bytes?: { readonly perVacancy: number; readonly perPerson?: number }
}

export const engineNames = ['current', 'first'] as const

/** The engine of the product, or the first one, which the tests keep. */
export async function builderOf(name: string): Promise<(world: World) => BuiltEngine> {
  switch (name) {
    case 'current': {
      const { createEngine } = await import('../../src/engine/planning/index.ts')
      return (world) => ({ engine: createEngine(world) })
    }
    case 'first': {
      const { createEngine } = await import('../../test/first-engine/planning/create-engine.ts')
      return (world) => ({ engine: createEngine(world) })
    }
    default:
      throw new Error(`There is no engine "${name}". There are: ${engineNames.join(', ')}.`)
  }
}
