import type { Person } from '../matching/index.ts'
import type { Graph } from '../taxonomy/index.ts'
import { bestCode, codeOf, codeOfClaimed } from './grades.ts'

/** Ids that are remembered: more than a taxonomy has, so that ids made up by many people do not fill the memory. */
const mostIds = 100_000

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

  readonly #byId = new Map<string, number>()
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
    const start = this.#length
    this.#makeRoom(ids.length)
    for (let at = 0; at < ids.length; at++) {
      const concept = this.#conceptOf(ids[at] as string)
      const answer = given[at]
      if (concept >= 0 && answer !== undefined) this.#put(start, concept, codeOfClaimed(answer))
    }
    // A proof adds to what the bare answer says; few have one.
    for (const id in evidence) {
      const concept = this.#conceptOf(id)
      const answer = answers[id]
      if (concept >= 0 && answer !== undefined) this.#put(start, concept, codeOf(answer, evidence[id] ?? 'claimed'))
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
   * -1 for a group, and for an id that no scheme names: they count as an answer and prove nothing (ruling 23). They are left out, so that
   * a number is kept of concepts of the taxonomy alone: an id that only vacancies name has another number in another market.
   */
  #conceptOf(id: string): number {
    const known = this.#byId.get(id)
    if (known !== undefined) return known
    const concept = this.#graph.find(id)
    const telling = concept !== undefined && this.#graph.kinOf(concept).length > 0 ? concept : -1
    if (this.#byId.size < mostIds) this.#byId.set(id, telling)
    return telling
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
