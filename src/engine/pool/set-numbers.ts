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

  /** `onNew` is called with the number of a set that did not come before. */
  number(set: Uint32Array, onNew: (number: number) => void): number {
    if (this.#table === undefined) return this.#numberInMap(set, onNew)
    const bits = set[0] ?? 0
    const known = this.#table[bits] as number
    if (known !== 0) return known - 1
    this.#table[bits] = ++this.size
    onNew(this.size - 1)
    return this.size - 1
  }

  #numberInMap(set: Uint32Array, onNew: (number: number) => void): number {
    const key = set.join(' ')
    const known = this.#map.get(key)
    if (known !== undefined) return known
    this.#map.set(key, this.size++)
    onNew(this.size - 1)
    return this.size - 1
  }
}
