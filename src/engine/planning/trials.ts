import { giftsOf } from '../matching/index.ts'
import type { Traveller } from './traveller.ts'

/** Demands on which an answer about a concept bears: those it counts for, and those of the concepts it caps. */
export function touchedBy({ market: { gifts, graph } }: Traveller, concept: number): number[] {
  const touched = new Set<number>()
  for (const one of [concept, ...graph.specificOf(concept)]) {
    for (const at of giftsOf(gifts, one)) touched.add(gifts.demand[at] as number)
  }
  return [...touched]
}
