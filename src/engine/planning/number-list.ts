const firstCapacity = 1024

/** Whole numbers that come one by one, in a typed array that doubles: read `values` up to `length`. */
export class NumberList {
  values = new Int32Array(firstCapacity)
  length = 0

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = new Int32Array(this.length * 2)
      larger.set(this.values)
      this.values = larger
    }
    this.values[this.length++] = value
  }
}
