import type { Market } from '../matching/index.ts'
import { keptOfDemands } from './of-demands.ts'

/**
 * By demand, a number that two demands share when their concepts hang together by broader links. An answer on one skill bears on
 * what lies above and below it only, so never on two families.
 */
export const familiesOf = keptOfDemands(makeFamilies)

function makeFamilies({ graph, demands }: Market): Uint32Array {
  const head = Uint32Array.from({ length: graph.size }, (_, concept) => concept)
  const headOf = (concept: number): number => {
    let at = concept
    while (head[at] !== at) {
      // Each look shortens the way for the next one.
      head[at] = head[head[at] as number] as number
      at = head[at] as number
    }
    return at
  }
  for (let concept = 0; concept < head.length; concept++) {
    for (const general of graph.generalOf(concept)) head[headOf(general)] = headOf(concept)
  }
  return Uint32Array.from(demands.list, ({ concept }) => headOf(concept))
}
