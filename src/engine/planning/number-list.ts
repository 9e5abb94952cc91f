const firstCapacity = 1024

/** Whole numbers that come one by one, in a typed array that doubles: read `values` up to `length`. */
export class NumberList {
  values = new Int32Array(firstCapacity)
  length = 0

  /** Empties it and keeps its memory. */
  clear(): this {
    this.length = 0
    return this
  }

  /** Memory for so many numbers, or more; what stands in it is not said. */
  room(length: number): Int32Array {
    if (this.values.length < length) this.values = new Int32Array(2 ** Math.ceil(Math.log2(length)))
    this.length = length
    return this.values
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length++] = value
  }
}

/** FNV-1a over some of the numbers. */
export function hashOf(numbers: Int32Array, from: number, end: number): number {
  let hash = 0x811c9dc5
  for (let at = from; at < end; at++) hash = Math.imul(hash ^ (numbers[at] as number), 0x01000193)
  return (hash ^ (hash >>> 15)) >>> 0
}
