import { Growing } from '../columns/index.ts'
import type { Graph } from '../taxonomy/index.ts'
import type { Demands } from './demand.ts'

/**
 * The kin table read the other way round: for each concept, the demands it counts for. Entries of concept `c` stand from
 * `start[c]` to `start[c + 1]`; a concept beyond the table counts for nothing.
 */
export interface Gifts {
  readonly start: Uint32Array
  readonly demand: Uint32Array
  /** In 1/1200. */
  readonly kinship: Uint16Array
  /** 1: the concept is the demand's own or lies below it. */
  readonly proves: Uint8Array
  readonly need: Uint8Array
  readonly evidence: Uint8Array
  /** By demand. 0: a group, or an id that no scheme holds; nothing proves it. */
  readonly provable: Uint8Array
}

/** Made after all demands are known. Cost: the sum of the kin rows. */
export function buildGifts(graph: Graph, demands: Demands): Gifts {
  const { list } = demands
  const counts = new Uint32Array(graph.size + 1)
  for (const { concept } of list) for (const { claim } of graph.kinOf(concept)) counts[claim + 1]!++
  for (let at = 0; at < graph.size; at++) counts[at + 1]! += counts[at] as number
  const total = counts[graph.size] as number
  const gifts = {
    start: counts,
    demand: new Uint32Array(total),
    kinship: new Uint16Array(total),
    proves: new Uint8Array(total),
  }
  const next = counts.slice()
  for (const [demand, { concept }] of list.entries()) {
    for (const { claim, kinship, how } of graph.kinOf(concept)) {
      const at = next[claim]!++
      gifts.demand[at] = demand
      gifts.kinship[at] = kinship
      gifts.proves[at] = how === 'same' || how === 'specific' ? 1 : 0
    }
  }
  return { ...gifts, ...columnsOf(graph, demands) }
}

/** Entries of one concept, as places in the table. */
export function giftsOf({ start }: Gifts, concept: number): number[] {
  const from = start[concept] ?? 0
  const end = start[concept + 1] ?? from
  return Array.from({ length: end - from }, (_, at) => from + at)
}

function columnsOf(graph: Graph, { list }: Demands): Pick<Gifts, 'need' | 'evidence' | 'provable'> {
  const need = new Growing(Uint8Array, 'a level')
  const evidence = new Growing(Uint8Array, 'a state of evidence')
  const provable = new Growing(Uint8Array, 'a mark')
  for (const demand of list) {
    need.push(demand.need)
    evidence.push(demand.evidence)
    provable.push(graph.kinOf(demand.concept).length > 0 ? 1 : 0)
  }
  return { need: need.done(), evidence: evidence.done(), provable: provable.done() }
}
