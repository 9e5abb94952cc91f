import type { ConceptId, Graph, TransferModel } from '../taxonomy/index.ts'
import { type Demands, evidenceRank, presetNeed } from './demand.ts'
import type { Requirement, Weight } from './vacancy.ts'

/** A requirement as many vacancies state it: word for word, with its demand and its weight. */
export interface RequirementKind {
  readonly requirement: Requirement
  readonly demand: number
  readonly weight: number
  readonly essential: boolean
}

/** By kind. */
export interface KindColumns {
  readonly demand: Uint32Array
  readonly weight: Uint16Array
  readonly essential: Uint8Array
  /** Kinds of demand `d` stand from `byDemandFrom[d]` to `byDemandFrom[d + 1]`. */
  readonly byDemandFrom: Uint32Array
  readonly byDemand: Uint32Array
  /** The worth of somebody who knows nothing: what is essential is missing in low and in high. */
  readonly ofNobody: Int32Array
}

/** Where what is missing stands in the worth of a kind, above its gain. */
export const missingShift = 24

/** Told by comparing: to look a text up in an object costs several times as much, and this is done for every requirement. */
function codeOfWeight(weight: Weight): number {
  return weight === 'essential' ? 0 : weight === 'important' ? 1 : 2
}

const evidenceCodes = 4
const levelCodes = 5
const codes = 3 * levelCodes * evidenceCodes

/**
 * Requirements numbered by what they say. A vacancy is a list of such numbers, so that a person is worked out once per kind
 * and a vacancy is a sum over its numbers. Numbers only grow: an index that lives on can add rows.
 */
export class RequirementKinds {
  readonly list: RequirementKind[] = []
  /** Where the numbers of a skill begin in `#numbers`. */
  readonly #fromOf = new Map<ConceptId, number>()
  /** By skill and code: the number and one; 0 where there is none yet. */
  #numbers = new Uint32Array(codes * 1024)
  readonly #graph: Graph
  readonly #demands: Demands
  readonly #transfer: TransferModel

  #columns: KindColumns | undefined

  constructor(graph: Graph, demands: Demands, transfer: TransferModel) {
    this.#graph = graph
    this.#demands = demands
    this.#transfer = transfer
  }

  /** What each weight counts for. */
  get weights(): TransferModel['weights'] {
    return this.#transfer.weights
  }

  /** The kinds as columns; made again when kinds have come in. */
  get columns(): KindColumns {
    if (this.#columns?.demand.length !== this.list.length) {
      this.#columns = this.#makeColumns()
    }
    return this.#columns
  }

  #makeColumns(): KindColumns {
    const demands = this.#demands.list.length
    const byDemandFrom = new Uint32Array(demands + 1)
    for (const { demand } of this.list) byDemandFrom[demand + 1]!++
    for (let at = 0; at < demands; at++) byDemandFrom[at + 1]! += byDemandFrom[at] as number
    const next = byDemandFrom.slice()
    const byDemand = new Uint32Array(this.list.length)
    for (const [kind, { demand }] of this.list.entries()) byDemand[next[demand]!++] = kind
    return {
      demand: Uint32Array.from(this.list, ({ demand }) => demand),
      weight: Uint16Array.from(this.list, ({ weight }) => weight),
      essential: Uint8Array.from(this.list, ({ essential }) => (essential ? 1 : 0)),
      byDemandFrom,
      byDemand,
      ofNobody: Int32Array.from(this.list, ({ essential }) => (essential ? 3 << missingShift : 0)),
    }
  }

  number(requirement: Requirement): number {
    const { skill, weight, level, evidence } = requirement
    const from = this.#fromOf.get(skill) ?? this.#makeRoom(skill)
    const proof = evidence === undefined ? 0 : evidenceRank[evidence] + 1
    const at = from + (codeOfWeight(weight) * levelCodes + (level ?? 0)) * evidenceCodes + proof
    const known = this.#numbers[at] as number
    if (known > 0) return known - 1
    const demand = this.#demands.number(this.#graph.numberOf(skill), level ?? presetNeed, evidenceRank[evidence ?? 'claimed'])
    this.list.push({ requirement, demand, weight: this.#transfer.weights[weight], essential: weight === 'essential' })
    this.#numbers[at] = this.list.length
    return this.list.length - 1
  }

  #makeRoom(skill: ConceptId): number {
    const from = this.#fromOf.size * codes
    this.#fromOf.set(skill, from)
    if (from + codes > this.#numbers.length) {
      const larger = new Uint32Array(this.#numbers.length * 2)
      larger.set(this.#numbers)
      this.#numbers = larger
    }
    return from
  }
}
