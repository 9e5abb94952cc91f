/**
 * The distinct values of a column, numbered from 1 in the order in which they came; 0 stands for *silent*. Many rows say the
 * same, so that each value is judged once per question instead of once per row.
 */
export class Values<T> {
  readonly list: T[] = []
  readonly #numbers = new Map<string, number>()

  /** `key` is equal for equal values. */
  number(value: T | undefined, key: string): number {
    if (value === undefined) return 0
    const known = this.#numbers.get(key)
    if (known !== undefined) return known
    this.list.push(value)
    this.#numbers.set(key, this.list.length)
    return this.list.length
  }

  /** The number of a value that some row has. */
  numberOf(key: string): number | undefined {
    return this.#numbers.get(key)
  }

  get(number: number): T | undefined {
    return number === 0 ? undefined : this.list[number - 1]
  }

  /** What came in after the first so many, as plain data: what `addAll` needs to number it alike elsewhere. */
  after(count: number): KeyedValues<T> {
    return { keys: [...this.#numbers.keys()].slice(count), list: this.list.slice(count) }
  }

  addAll({ keys, list }: KeyedValues<T>): void {
    for (const [at, key] of keys.entries()) this.number(list[at], key)
  }
}

/** Values with the key of each. */
export interface KeyedValues<T> {
  readonly keys: readonly string[]
  readonly list: readonly T[]
}
