import type { Demands } from '../matching/index.ts'
import type { Graph } from '../taxonomy/index.ts'
import { highLevels } from './grades.ts'
import type { Segment } from './segment.ts'

type Demand = ReturnType<Demands['get']>

/** The concepts that prove a demand: its own and those below it. None where no scheme holds it. */
export function proversOf(graph: Graph, { concept }: Demand): readonly number[] {
  return graph
    .kinOf(concept)
    .filter(({ how }) => how === 'same' || how === 'specific')
    .map(({ claim }) => claim)
}

type Implying = ReadonlyMap<number, readonly number[]>

/** By the occupations of a segment, which outlive it when the same data is taken over again. */
const implyingOf = new WeakMap<Graph, WeakMap<Segment['occupations'], Implying>>()

/** By concept: the occupations of a segment that imply it. */
export function occupationsByConcept({ occupations }: Segment, graph: Graph): Implying {
  const ofGraph = implyingOf.get(graph) ?? new WeakMap<Segment['occupations'], Implying>()
  implyingOf.set(graph, ofGraph)
  const known = ofGraph.get(occupations)
  if (known) return known
  const table = new Map<number, number[]>()
  for (const [number, id] of occupations.entries()) {
    for (const concept of new Set(graph.impliedBy(id))) {
      const row = table.get(concept)
      if (row) row.push(number)
      else table.set(concept, [number])
    }
  }
  ofGraph.set(occupations, table)
  return table
}

/**
 * What people may know without having been asked (rulings 1, 6, 24, 25): whether a demand may turn out to be met by a concept
 * that the person never answered, that an occupation implies or everything is unknown of, and that no answer on something more
 * general holds below the level.
 */
export class Unknowns {
  readonly #segment: Segment
  readonly #graph: Graph
  readonly #demands: readonly Demand[]
  readonly #provers: readonly (readonly number[])[]
  /** Concepts by `occupation * demands + demand`. */
  readonly #implied = new Map<number, number[]>()
  /** Highest level + 1 of each concept that the loaded person answered. */
  readonly #answered: Uint8Array
  #loaded = -1
  /** Claims read so far. */
  claims = 0

  constructor(segment: Segment, graph: Graph, demands: readonly Demand[], answered: Uint8Array) {
    this.#segment = segment
    this.#graph = graph
    this.#demands = demands
    this.#provers = demands.map((demand) => proversOf(graph, demand))
    this.#answered = answered
    const implying = occupationsByConcept(segment, graph)
    for (const [at, provers] of this.#provers.entries()) {
      for (const concept of provers) for (const occupation of implying.get(concept) ?? []) this.#imply(occupation, at, concept)
    }
  }

  #imply(occupation: number, at: number, concept: number): void {
    const key = occupation * this.#demands.length + at
    const row = this.#implied.get(key)
    if (row) row.push(concept)
    else this.#implied.set(key, [concept])
  }

  /** Exact: whether something that this person was not asked may meet the demand. */
  mayMeet(row: number, at: number): boolean {
    const { need, concept } = this.#demands[at] as Demand
    this.#load(row)
    if (this.#segment.few[row] === 0) return this.#mayMeetByWork(row, at, need)
    const provers = this.#provers[at] as readonly number[]
    // An answer above the demand, or on it, holds everything that proves it below the level.
    if (provers.length === 0 || this.#isHeldBelow(concept, need)) return false
    const own = this.#answered[concept] as number
    if (own === 0) return true
    return own > need && provers.some((prover) => this.#isOpen(prover, need))
  }

  /** Forgets the loaded person. Ends every use: the memory is shared. */
  release(): void {
    if (this.#loaded >= 0) this.#write(this.#loaded, false)
    this.#loaded = -1
  }

  #mayMeetByWork(row: number, at: number, need: number): boolean {
    const { occupationStart, occupation } = this.#segment
    for (let next = occupationStart[row] as number; next < (occupationStart[row + 1] as number); next++) {
      const concepts = this.#implied.get((occupation[next] as number) * this.#demands.length + at)
      if (concepts?.some((concept) => this.#isOpen(concept, need))) return true
    }
    return false
  }

  #isOpen(concept: number, need: number): boolean {
    return this.#answered[concept] === 0 && !this.#isHeldBelow(concept, need)
  }

  /** Ruling 6: an answer on the general caps what is unknown below it. */
  #isHeldBelow(concept: number, need: number): boolean {
    for (const general of this.#graph.generalOf(concept)) {
      const answered = this.#answered[general] as number
      if (answered !== 0 && answered <= need) return true
    }
    return false
  }

  #load(row: number): void {
    if (row === this.#loaded) return
    this.release()
    this.#write(row, true)
    this.#loaded = row
  }

  #write(row: number, isLoading: boolean): void {
    const { claimStart, claimConcept, claimCode } = this.#segment
    const levels = highLevels[0] as Uint8Array
    const end = claimStart[row + 1] as number
    for (let at = claimStart[row] as number; at < end; at++) {
      this.#answered[claimConcept[at] as number] = isLoading ? (levels[claimCode[at] as number] as number) + 1 : 0
    }
    if (isLoading) this.claims += end - (claimStart[row] as number)
  }
}
