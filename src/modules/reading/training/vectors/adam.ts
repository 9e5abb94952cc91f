import { sharedFloat32 } from './bags.ts'
import type { ContrastInput, ContrastSpace } from './contrast.ts'
import type { Team } from './team.ts'

const firstDecay = 0.9
const secondDecay = 0.999
const smallest = 1e-8

/** What is remembered of earlier gradients. */
export interface AdamMemory {
  readonly first: Float32Array
  readonly second: Float32Array
}

export function adamMemory(length: number): AdamMemory {
  return { first: sharedFloat32(length), second: sharedFloat32(length) }
}

/** One thread's room for the gradients of the rows that stand in a batch. */
export class RowSlopes {
  readonly #placeOf: Int32Array
  readonly #width: number
  #sums: Float64Array
  #touched: number[] = []

  constructor(rows: number, width: number) {
    this.#placeOf = new Int32Array(rows).fill(-1)
    this.#width = width
    this.#sums = new Float64Array(1024 * width)
  }

  /** Gathers the gradients of the rows that are this member's. */
  gather(space: ContrastSpace, input: ContrastInput, team: Team): void {
    this.#gatherSide(space.leftSlope, input.pairs.left, space.batch, input, team)
    this.#gatherSide(space.rightSlope, input.pairs.right, space.batch, input, team)
  }

  #gatherSide(
    slopes: Float64Array,
    texts: Uint32Array,
    batch: number,
    { bags, idf, order, from }: ContrastInput,
    team: Team,
  ): void {
    const width = this.#width
    for (let place = 0; place < batch; place++) {
      const text = texts[order[from + place]!]!
      for (let at = bags.starts[text]!; at < bags.starts[text + 1]!; at++) {
        const row = bags.rows[at]!
        if (row % team.size !== team.index) continue
        const target = this.#place(row) * width
        const source = place * width
        const weight = idf[row]!
        for (let k = 0; k < width; k++) this.#sums[target + k] = this.#sums[target + k]! + weight * slopes[source + k]!
      }
    }
  }

  #place(row: number): number {
    const known = this.#placeOf[row]!
    if (known >= 0) return known
    const place = this.#touched.push(row) - 1
    this.#placeOf[row] = place
    if ((place + 1) * this.#width > this.#sums.length) {
      const larger = new Float64Array(this.#sums.length * 2)
      larger.set(this.#sums)
      this.#sums = larger
    }
    this.#sums.fill(0, place * this.#width, (place + 1) * this.#width)
    return place
  }

  /** Moves the rows of the batch, and only those (Kingma and Ba 2015; as sparse Adam does), and forgets their gradients. */
  move(rows: Float32Array, memory: AdamMemory, step: number, rate: number): void {
    const width = this.#width
    const firstFactor = rate / (1 - firstDecay ** step)
    const secondFactor = 1 / (1 - secondDecay ** step)
    this.#touched.forEach((row, place) => {
      const from = row * width
      for (let k = 0; k < width; k++) {
        const slope = this.#sums[place * width + k]!
        const first = firstDecay * memory.first[from + k]! + (1 - firstDecay) * slope
        const second = secondDecay * memory.second[from + k]! + (1 - secondDecay) * slope * slope
        memory.first[from + k] = first
        memory.second[from + k] = second
        rows[from + k] = rows[from + k]! - (firstFactor * first) / (Math.sqrt(second * secondFactor) + smallest)
      }
      this.#placeOf[row] = -1
    })
    this.#touched = []
  }
}
