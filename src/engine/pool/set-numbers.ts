/** Skills up to which a set is looked up in a table instead of a map. */
export const mostInTable = 16

/** Numbers sets of skills from 0, in the order in which they come. A set is a list of words of bits. */
export class SetNumbers {
  /** How many sets there are. */
  size = 0
  /** By set: its number + 1. */
  readonly #table: Uint32Array | undefined
  readonly #map = new Map<string, number>()

  constructor(skills: number) {
    this.#table = skills <= mostInTable ? new Uint32Array(2 ** skills) : undefined
  }

  /** The number of a set that came before, else -1. */
  find(set: Uint32Array): number {
    if (this.#table) return (this.#table[set[0] ?? 0] as number) - 1
    return this.#map.get(set.join(' ')) ?? -1
  }

  /** The number of a set that did not come before. */
  add(set: Uint32Array): number {
    if (this.#table) this.#table[set[0] ?? 0] = this.size + 1
    else this.#map.set(set.join(' '), this.size)
    return this.size++
  }
}
