import type { ConceptId, Graph, TransferModel } from '../taxonomy/index.ts'
import { type Demands, evidenceRank, presetNeed } from './demand.ts'
import type { Requirement } from './vacancy.ts'

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
}

const weightCode = { essential: 0, important: 1, somewhat: 2 } as const
const evidenceCodes = 4
const levelCodes = 5
const codes = 3 * levelCodes * evidenceCodes

/**
 * Requirements numbered by what they say. A vacancy is a list of such numbers, so that a person is worked out once per kind
 * and a vacancy is a sum over its numbers. Numbers only grow: an index that lives on can add rows.
 */
export class RequirementKinds {
  readonly list: RequirementKind[] = []
  readonly #bySkill = new Map<ConceptId, (number | undefined)[]>()
  readonly #graph: Graph
  readonly #demands: Demands
  readonly #transfer: TransferModel

  #columns: KindColumns | undefined

  constructor(graph: Graph, demands: Demands, transfer: TransferModel) {
    this.#graph = graph
    this.#demands = demands
    this.#transfer = transfer
  }

  /** The kinds as columns; made again when kinds have come in. */
  get columns(): KindColumns {
    if (this.#columns?.demand.length !== this.list.length) {
      this.#columns = {
        demand: Uint32Array.from(this.list, ({ demand }) => demand),
        weight: Uint16Array.from(this.list, ({ weight }) => weight),
        essential: Uint8Array.from(this.list, ({ essential }) => (essential ? 1 : 0)),
      }
    }
    return this.#columns
  }

  number(requirement: Requirement): number {
    const { skill, weight, level, evidence } = requirement
    let row = this.#bySkill.get(skill)
    if (!row) {
      row = new Array(codes)
      this.#bySkill.set(skill, row)
    }
    const proof = evidence === undefined ? 0 : evidenceRank[evidence] + 1
    const code = (weightCode[weight] * levelCodes + (level ?? 0)) * evidenceCodes + proof
    const known = row[code]
    if (known !== undefined) return known
    const demand = this.#demands.number(this.#graph.numberOf(skill), level ?? presetNeed, evidenceRank[evidence ?? 'claimed'])
    row[code] = this.list.length
    this.list.push({ requirement, demand, weight: this.#transfer.weights[weight], essential: weight === 'essential' })
    return this.list.length - 1
  }
}
