import { realWorld } from './real.ts'
import { realisticWorld } from './realistic.ts'
import { skewedWorld } from './skewed.ts'
import { type RowWorld, sizeOf } from './world.ts'

export type { RowWorld, WorldSize } from './world.ts'
export { sizeOf, wholeWorld, worldSizes } from './world.ts'

export const worldNames = ['skewed', 'realistic', 'real'] as const

/**
 * Opens a world by name and size (small, national, million, or a number of vacancies). The same seed gives the same rows.
 *
 * @returns a sentence instead, where the data that the world is made from are not here
 */
export function openWorld(name: string, size: string, seed = 2026): RowWorld | string {
  switch (name) {
    case 'skewed':
      return skewedWorld(sizeOf(size), seed)
    case 'realistic':
      return realisticWorld(sizeOf(size), seed)
    case 'real':
      return realWorld(sizeOf(size), seed, process.env.SCHAKEL_SHARED_DATA)
    default:
      throw new Error(`There is no world "${name}". There are: ${worldNames.join(', ')}.`)
  }
}
