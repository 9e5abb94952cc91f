/** The number arrays that columns are made of. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int16Array | Int32Array

interface NumbersOf<T extends Numbers> {
  new (buffer: SharedArrayBuffer): T
  readonly BYTES_PER_ELEMENT: number
  readonly name: string
}

const firstCapacity = 1024

/**
 * A column that grows while rows stream in, in memory that threads share. A value that its numbers cannot hold is refused: a
 * typed array would cut it off silently.
 */
export class Growing<T extends Numbers> {
  readonly #make: NumbersOf<T>
  readonly #label: string
  #values: T
  length = 0

  /** `label` names the column in messages. */
  constructor(make: NumbersOf<T>, label: string) {
    this.#make = make
    this.#label = label
    this.#values = this.#allocate(firstCapacity)
  }

  /** @throws RangeError when the column cannot hold the value. */
  push(value: number): void {
    if (this.length === this.#values.length) {
      const larger = this.#allocate(this.length * 2)
      larger.set(this.#values)
      this.#values = larger
    }
    this.#values[this.length] = value
    if (this.#values[this.length] !== value) {
      throw new RangeError(`${this.#label} cannot be ${value}: the index holds it as ${this.#make.name}`)
    }
    this.length++
  }

  at(index: number): number {
    return this.#values[index] as number
  }

  /** What was pushed, in memory of just that size. */
  done(): T {
    const exact = this.#allocate(this.length)
    exact.set(this.#values.subarray(0, this.length))
    return exact
  }

  /** What was pushed, in another order: place `i` holds what was pushed as number `order[i]`. */
  inOrder(order: Uint32Array): T {
    const sorted = this.#allocate(order.length)
    for (let at = 0; at < order.length; at++) sorted[at] = this.#values[order[at] as number] as number
    return sorted
  }

  #allocate(size: number): T {
    return new this.#make(new SharedArrayBuffer(size * this.#make.BYTES_PER_ELEMENT))
  }
}

/** An array of numbers in memory that threads share. */
export function sharedArray<T extends Numbers>(make: NumbersOf<T>, size: number): T {
  return new make(new SharedArrayBuffer(size * make.BYTES_PER_ELEMENT))
}
