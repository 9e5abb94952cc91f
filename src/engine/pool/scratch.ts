import type { Graph } from '../taxonomy/index.ts'

/** Working memory for questions, kept between them so that nothing large is made for each. One question at a time uses it. */
export class Scratch {
  readonly #numbers = new Map<string, Uint32Array>()
  readonly #bytes = new Map<string, Uint8Array>()

  /** Room for so many numbers, holding anything. Who asks under the same name again gets the same memory. */
  room(name: string, length: number): Uint32Array {
    const known = this.#numbers.get(name)
    if (known && known.length >= length) return known
    const made = new Uint32Array(length)
    this.#numbers.set(name, made)
    return made
  }

  /** The same, with noughts in it. */
  noughts(name: string, length: number): Uint32Array {
    return this.room(name, length).fill(0, 0, length)
  }

  /** Room for so many small numbers. Noughts at first; who writes in it and needs noughts wipes it. */
  bytes(name: string, length: number): Uint8Array {
    const known = this.#bytes.get(name)
    if (known && known.length >= length) return known
    const made = new Uint8Array(length)
    this.#bytes.set(name, made)
    return made
  }
}

const known = new WeakMap<Graph, Scratch>()

/** The working memory of a process for one taxonomy: an index takes the place of another one every second, its memory does not. */
export function scratchOf(graph: Graph): Scratch {
  const scratch = known.get(graph) ?? new Scratch()
  known.set(graph, scratch)
  return scratch
}
