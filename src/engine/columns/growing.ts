/** The number arrays that columns are made of. */
export type Numbers = Uint8Array | Uint16Array | Uint32Array | Int16Array | Int32Array

interface NumbersOf<T extends Numbers> {
  new (buffer: SharedArrayBuffer): T
  readonly BYTES_PER_ELEMENT: number
  readonly name: string
}

const firstCapacity = 1024

/**
 * A column that grows while rows stream in; what it gives lies in memory that threads share. A value that its numbers cannot hold is
 * refused: a typed array would cut it off silently.
 */
export class Growing<T extends Numbers> {
  readonly #make: NumbersOf<T>
  readonly #label: string
  readonly #least: number
  readonly #most: number
  /**
   * All columns grow in one kind of numbers, as 32 bits: code that writes into five kinds in one place, number by number, is several
   * times as slow. A number without a sign stands here with its highest bit read as one.
   */
  #bits = new Int32Array(firstCapacity)
  length = 0

  /** `label` names the column in messages. */
  constructor(make: NumbersOf<T>, label: string) {
    this.#make = make
    this.#label = label
    const values = 2 ** (8 * make.BYTES_PER_ELEMENT)
    const isSigned = make.name.startsWith('I')
    this.#least = isSigned ? -values / 2 : 0
    this.#most = isSigned ? values / 2 - 1 : values - 1
  }

  /** @throws RangeError when the column cannot hold the value. */
  push(value: number): void {
    if (this.length === this.#bits.length) {
      const larger = new Int32Array(this.length * 2)
      larger.set(this.#bits)
      this.#bits = larger
    }
    this.#bits[this.length] = value
    if (this.at(this.length) !== value || value < this.#least || value > this.#most) {
      throw new RangeError(`${this.#label} cannot be ${value}: the index holds it as ${this.#make.name}`)
    }
    this.length++
  }

  at(index: number): number {
    const bits = this.#bits[index] as number
    return this.#least < 0 ? bits : bits >>> 0
  }

  /** What was pushed, in memory of just that size. */
  done(): T {
    const exact = sharedArray(this.#make, this.length)
    exact.set(this.#bits.subarray(0, this.length))
    return exact
  }

  /** What was pushed, in another order: place `i` holds what was pushed as number `order[i]`. */
  inOrder(order: Uint32Array): T {
    const bits = this.#bits
    const sorted = new Int32Array(order.length)
    for (let at = 0; at < order.length; at++) sorted[at] = bits[order[at] as number] as number
    const exact = sharedArray(this.#make, order.length)
    exact.set(sorted)
    return exact
  }
}

/** An array of numbers in memory that threads share. */
export function sharedArray<T extends Numbers>(make: NumbersOf<T>, size: number): T {
  return new make(new SharedArrayBuffer(size * make.BYTES_PER_ELEMENT))
}
