import type { Market } from '../matching/index.ts'
import { keptOfDemands } from './of-demands.ts'

/**
 * By demand, the skills at or below its concept, each as one bit of 32: no one skill proves two demands that have no bit in common; two that have one
 * are looked at. Source: Bloom, Space/Time Trade-offs in Hash Coding with Allowable Errors, 1970.
 */
export const proverMarksOf = keptOfDemands(makeMarks)

function makeMarks({ graph, demands }: Market): Uint32Array {
  return Uint32Array.from(demands.list, ({ concept }) =>
    graph.specificOf(concept).reduce((marks, one) => marks | markOf(one), markOf(concept)),
  )
}

/** Concepts beside one another in the list are often kin: multiplying spreads them. Source: Knuth, The Art of Computer Programming 3, 6.4. */
function markOf(concept: number): number {
  return 1 << (Math.imul(concept, 2654435769) >>> 27)
}
