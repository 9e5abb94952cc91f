import { NumberList } from './number-list.ts'

/** Sums by place, of which few are touched: these are listed, each once, so that clearing is short. */
export class SparseSums {
  /** Nought where nothing was added. */
  readonly sums: Float64Array
  readonly touched = new NumberList()
  readonly #isTouched: Uint8Array

  constructor(size: number) {
    this.sums = new Float64Array(size)
    this.#isTouched = new Uint8Array(size)
  }

  add(place: number, amount: number): void {
    this.sums[place]! += amount
    if (this.#isTouched[place] === 1) return
    this.#isTouched[place] = 1
    this.touched.push(place)
  }

  clear(): void {
    const { values, length } = this.touched
    for (let at = 0; at < length; at++) this.sums[values[at] as number] = this.#isTouched[values[at] as number] = 0
    this.touched.length = 0
  }
}
