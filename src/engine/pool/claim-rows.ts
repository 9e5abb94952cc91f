import type { Person } from '../matching/index.ts'
import type { Graph } from '../taxonomy/index.ts'
import { bestCode, codeOf } from './grades.ts'

/** Evidence is looked for in a list up to this many; of most people a few skills are proven. */
const mostInList = 16

/**
 * The claims of one person after another, while a segment is built. Written straight into plain arrays: this is most of what
 * building costs.
 */
export class ClaimRows {
  readonly #graph: Graph
  #concepts = new Uint32Array(4096)
  #codes = new Uint8Array(4096)
  #length = 0
  /** By concept: place of its claim of the person being added, from 1. Wiped after each person. */
  #placeOf = new Uint32Array(4096)

  /** By concept: whether an answer about it says anything: 1 yes, 2 no, 0 not looked at. */
  #tells = new Uint8Array(4096)
  #end = 0

  constructor(graph: Graph) {
    this.#graph = graph
  }

  /** Concept numbers in the claims are below this. */
  get end(): number {
    return this.#end
  }

  get length(): number {
    return this.#length
  }

  get concepts(): Uint32Array {
    return this.#concepts
  }

  get codes(): Uint8Array {
    return this.#codes
  }

  /** Adds one person's claims, those of one concept as one. Gives the number of answers, with those that prove nothing. */
  add({ answers, evidence }: Pick<Person, 'answers' | 'evidence'>): number {
    // Keys and values as two lists: looking each key up in an object of its own shape takes four times as long.
    const ids = Object.keys(answers)
    const given = Object.values(answers)
    const proven = evidence === undefined ? [] : Object.keys(evidence)
    const start = this.#length
    this.#makeRoom(ids.length)
    for (let at = 0; at < ids.length; at++) {
      const id = ids[at] as string
      const concept = this.#graph.find(id)
      const answer = given[at]
      if (concept === undefined || answer === undefined || !this.#isTelling(concept)) continue
      const hasProof = proven.length > mostInList || (proven.length > 0 && proven.includes(id))
      this.#put(start, concept, codeOf(answer, (hasProof ? evidence?.[id] : undefined) ?? 'claimed'))
    }
    for (let at = start; at < this.#length; at++) this.#placeOf[this.#concepts[at] as number] = 0
    return ids.length
  }

  /** Adds claims that are in codes already, each concept once. */
  copy(concepts: Uint16Array | Uint32Array, codes: Uint8Array, from: number, to: number): void {
    this.#makeRoom(to - from)
    for (let at = from; at < to; at++) {
      this.#end = Math.max(this.#end, (concepts[at] as number) + 1)
      this.#concepts[this.#length] = concepts[at] as number
      this.#codes[this.#length++] = codes[at] as number
    }
  }

  /**
   * A group, and an id that no scheme names, count as an answer and prove nothing (ruling 23). They are left out, so that a number is
   * kept of concepts of the taxonomy alone: an id that only vacancies name has another number in another market.
   */
  #isTelling(concept: number): boolean {
    if (concept >= this.#tells.length) this.#tells = grown(this.#tells, new Uint8Array(2 * concept))
    if (this.#tells[concept] === 0) this.#tells[concept] = this.#graph.kinOf(concept).length > 0 ? 1 : 2
    return this.#tells[concept] === 1
  }

  #put(start: number, concept: number, code: number): void {
    if (concept >= this.#placeOf.length) this.#placeOf = grown(this.#placeOf, new Uint32Array(2 * concept))
    const known = this.#placeOf[concept] as number
    if (known !== 0) {
      this.#codes[start + known - 1] = bestCode(this.#codes[start + known - 1] as number, code)
      return
    }
    if (concept >= this.#end) this.#end = concept + 1
    this.#concepts[this.#length] = concept
    this.#codes[this.#length++] = code
    this.#placeOf[concept] = this.#length - start
  }

  #makeRoom(more: number): void {
    if (this.#length + more <= this.#codes.length) return
    const size = 2 * (this.#length + more)
    this.#concepts = grown(this.#concepts, new Uint32Array(size))
    this.#codes = grown(this.#codes, new Uint8Array(size))
  }
}

function grown<T extends Uint8Array | Uint32Array>(from: T, into: T): T {
  into.set(from)
  return into
}
