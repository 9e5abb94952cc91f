import type { Bags } from './bags.ts'
import type { Pairs } from './pairs.ts'
import type { SeededChance } from './seeded-chance.ts'

export interface OrderInput {
  /** `width` numbers a row. */
  readonly rows: Float32Array
  readonly width: number
  readonly idf: Float32Array
  readonly bags: Bags
  readonly pairs: Pairs
}

/** Any pair may stand beside any other. */
export function mixedOrder(order: Uint32Array, chance: SeededChance): void {
  for (let at = 0; at < order.length; at++) order[at] = at
  chance.shuffle(order)
}

/**
 * Pairs of one corner of the space stand together, so that a batch is full of texts that are nearly the same: telling those apart is what is hard. Corners are those
 * nearest to texts that chance picks.
 */
export function alikeOrder(order: Uint32Array, input: OrderInput, corners: number, chance: SeededChance): void {
  mixedOrder(order, chance)
  const { pairs, width } = input
  const centres = Array.from({ length: corners }, () => sumOf(pairs.right[order[chance.below(order.length)]!]!, input))
  for (const centre of centres) toLengthOne(centre)
  const cornerOf = new Map<number, number>()
  const inCorner = Array.from({ length: corners }, (): number[] => [])
  for (const pair of order) {
    const text = pairs.right[pair]!
    const corner = cornerOf.get(text) ?? nearestOf(centres, sumOf(text, input), width)
    cornerOf.set(text, corner)
    inCorner[corner]!.push(pair)
  }
  order.set(inCorner.flat())
}

function nearestOf(centres: readonly Float64Array[], vector: Float64Array, width: number): number {
  let best = 0
  let most = -Infinity
  centres.forEach((centre, at) => {
    let sum = 0
    for (let k = 0; k < width; k++) sum += centre[k]! * vector[k]!
    if (sum > most) {
      most = sum
      best = at
    }
  })
  return best
}

function sumOf(text: number, { rows, width, idf, bags }: OrderInput): Float64Array {
  const sum = new Float64Array(width)
  for (let at = bags.starts[text]!; at < bags.starts[text + 1]!; at++) {
    const row = bags.rows[at]!
    const weight = idf[row]!
    for (let k = 0; k < width; k++) sum[k] = sum[k]! + weight * rows[row * width + k]!
  }
  return sum
}

function toLengthOne(vector: Float64Array): void {
  let squares = 0
  for (const value of vector) squares += value * value
  const factor = 1 / (Math.sqrt(squares) + 1e-12)
  for (let k = 0; k < vector.length; k++) vector[k] = vector[k]! * factor
}
