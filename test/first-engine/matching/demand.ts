import type { EvidenceState } from '../../../src/engine/matching/person.ts'
import type { Graph } from '../../../src/engine/taxonomy/index.ts'

/** 0 claimed, 1 evidenced, 2 verified. */
export type EvidenceRank = 0 | 1 | 2

export const evidenceRank: Readonly<Record<EvidenceState, EvidenceRank>> = { claimed: 0, evidenced: 1, verified: 2 }

/**
 * One demand: a concept, a level and an evidence state. Vacancies and prerequisites ask the same few hundred demands over
 * and over, so a person is assessed once per demand and everything else is a look-up by demand number.
 */
export interface Demand {
  readonly concept: number
  readonly need: number
  readonly evidence: EvidenceRank
}

export const presetNeed = 2

export class Demands {
  readonly list: Demand[] = []
  readonly #numbers = new Map<number, number>()

  /** The number of a demand, made on first use. */
  number(concept: number, need: number, evidence: EvidenceRank): number {
    const key = concept * 16 + need * 3 + evidence
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.#numbers.set(key, this.list.length)
    this.list.push({ concept, need, evidence })
    return this.list.length - 1
  }

  get(number: number): Demand {
    const demand = this.list[number]
    if (!demand) throw new Error(`demand ${number} was never made`)
    return demand
  }
}

/** kinship x min(1, level / need), exact: every kinship is a multiple of 12, so thirds and quarters come out whole. */
export function creditOf(kinship: number, level: number, need: number): number {
  return level >= need ? kinship : (kinship * level) / need
}

/** For each concept, the demands it counts for: the kin table read the other way round. Made after all demands are known. */
export function giftsByConcept(
  graph: Graph,
  demands: Demands,
): Map<number, { demand: number; kinship: number; proves: boolean }[]> {
  const table = new Map<number, { demand: number; kinship: number; proves: boolean }[]>()
  for (const [demand, { concept }] of demands.list.entries()) {
    for (const { claim, kinship, how } of graph.kinOf(concept)) {
      const row = table.get(claim)
      const entry = { demand, kinship, proves: how === 'same' || how === 'specific' }
      if (row) row.push(entry)
      else table.set(claim, [entry])
    }
  }
  return table
}
